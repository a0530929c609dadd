"""What is said of the line of plans in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "da": {
        "plan": "{number}. {made}  {files}{placed}. {status}",
        "placed": " – {count} med besøg",
        "after": "Lavet ud fra: {files}",
        "lost": "Planen før ligger ikke i mappen ({sha} …).",
        "nothing": "Ingen ændringer.",
        "more": " og {count} til",
        "none": "Der er ingen planer i mappen.",
        "replan": (
            "Der ligger en tidligere plan, {path}. Skal så få som muligt flytte, så brug i stedet:\n"
            "    innopraktik-match replan {path} {inputs} -o {new}"
        ),
    },
    "en": {
        "plan": "{number}. {made}  {files}{placed}. {status}",
        "placed": " – {count} placed",
        "after": "Made from: {files}",
        "lost": "The plan before is not in the folder ({sha} …).",
        "nothing": "No changes.",
        "more": " and {count} more",
        "none": "There are no plans in the folder.",
        "replan": (
            "There is an earlier plan, {path}. For as few moves as possible, use this instead:\n"
            "    innopraktik-match replan {path} {inputs} -o {new}"
        ),
    },
}

EVENTS: dict[str, tuple[str, str]] = {
    "withdrawn": ("Har trukket sig", "Withdrew"),
    "host_withdrawn": ("Værter, der er faldet fra", "Hosts that withdrew"),
    "declined": ("Sagde nej", "Said no"),
    "signed_up": ("Kom til", "Signed up"),
    "host_signed_up": ("Nye værter", "New hosts"),
    "agreed": ("Aftalt", "Agreed"),
    "boss_ok": ("Godkendt af leder", "Approved by the manager"),
    "host_ok": ("Godkendt af vært", "Approved by the host"),
}

MOVES: dict[str, tuple[str, str]] = {
    "moved": ("Flyttet", "Moved"),
    "new": ("Nye besøg", "New visits"),
    "declined": ("Uden besøg efter et nej", "Without a visit after a no"),
    "host_withdrawn": ("Uden besøg, fordi værten er væk", "Without a visit as the host has gone"),
    "no_longer_possible": (
        "Uden besøg, fordi det ikke længere er muligt",
        "Without a visit as it is impossible now",
    ),
    "moved_for": ("Uden besøg til fordel for andre", "Without a visit in favour of others"),
    "better": ("Uden besøg, fordi planen bliver bedre", "Without a visit as the plan gets better"),
}
