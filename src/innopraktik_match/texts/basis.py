"""What a plan rests on, in words."""

from typing import Any

WORDS: dict[str, dict[str, Any]] = {
    "da": {
        "used": "Brugt: {fields}.",
        "unused": "Ikke brugt: {fields}.",
        "lacking": "Ingen {fields} er læst, så de tæller ikke med i planen.",
        "fields": {"wishes": "ønsker", "days": "dage", "weeks": "uger"},
        "or": "eller",
        "some": "{field} ({filled} af {everybody})",
        "of_hosts": "værternes {field}",
        "quoted": "»{}«",
        "more": "og {count} til",
    },
    "en": {
        "used": "Used: {fields}.",
        "unused": "Not used: {fields}.",
        "lacking": "No {fields} were read, so they play no part in the plan.",
        "fields": {"wishes": "wishes", "days": "days", "weeks": "weeks"},
        "or": "or",
        "some": "{field} ({filled} of {everybody})",
        "of_hosts": "the hosts' {field}",
        "quoted": '"{}"',
        "more": "and {count} more",
    },
}
