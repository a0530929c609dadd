"""The words of the marked copy."""

from __future__ import annotations

SHEET = {"da": "Fejl og forslag", "en": "Issues"}
HEADER = {
    "da": ("Alvor", "Sted", "Hvad", "Læst", "Sådan rettes det", "Forslag"),
    "en": ("Severity", "Place", "What", "Read", "How to fix it", "Suggestion"),
}
COMMENT = "{severity}: {what}\n{mend}"
MEANT = {"da": "Mener du »{}«?", "en": 'Did you mean "{}"?'}
