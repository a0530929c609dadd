"""What is said of the changes of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WHY: dict[str, tuple[str, str]] = {
    "withdrawn": ("har trukket sig", "has withdrawn"),
    "host_withdrawn": ("værten er faldet fra", "the host has withdrawn"),
    "declined": ("en af dem sagde nej", "one of them said no"),
    "no_longer_possible": ("besøget ville nu bryde en fast regel", "the visit would now break a hard rule"),
    "together": ("rejser sammen med {whom}", "travels with {whom}"),
    "new": ("nyt besøg", "new visit"),
    "moved_for": ("giver plads til {whom}", "makes room for {whom}"),
    "better": ("planen bliver bedre", "the plan gets better"),
}

WORDS: dict[Lang, dict[str, str]] = {
    "da": {
        "changes": "Ændringer: {count}",
        "nothing": "Ingen ændringer.",
        "still_out": (
            "Har trukket sig, men står på listen: {interns}. "
            "Skal nogen af dem med igen, så giv dem en række i planen."
        ),
        "nowhere": "intet besøg",
        "change": "{intern}: {before} → {after} ({why})",
        "week": ", uge {week}",
        "days": ", {days}",
    },
    "en": {
        "changes": "Changes: {count}",
        "nothing": "No changes.",
        "still_out": (
            "Withdrawn, but still on the list: {interns}. "
            "To let somebody in again, give them a row in the plan."
        ),
        "nowhere": "no visit",
        "change": "{intern}: {before} → {after} ({why})",
        "week": ", week {week}",
        "days": ", {days}",
    },
}
