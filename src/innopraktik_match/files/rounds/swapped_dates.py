"""Dates whose day and month a spreadsheet has probably swapped: which of the two was meant is asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key
from innopraktik_match.files.settings.dialogue import Question
from innopraktik_match.files.values.cell_values import YES
from innopraktik_match.files.values.years import iso_week

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.files.rounds.entries import Entry
    from innopraktik_match.files.settings.dialogue import Dialogue

CODE = "date_perhaps_swapped"


def settle_dates(kind: str, entries: list[Entry], dialogue: Dialogue, issues: list[Issue]) -> None:
    """Put the week that was meant in the stead of one whose date was swapped.

    Where the dates stand no more, as in a workbook that `tidy` has written, the weeks that they were read as
    tell which rows an answer is about.

    Parameters
    ----------
    kind : {"interns", "hosts"}
    entries : list of Entry
    dialogue : Dialogue
    issues : list of Issue
        Warnings of dates that are settled are taken out.
    """
    ours = (issue for issue in issues if issue.code == CODE and issue.values["table"] == kind)
    doubted = {issue.places[0]: issue for issue in ours}
    flagged = False
    for entry in entries:
        issue = doubted.get(entry.at("weeks"))
        if issue is None or not entry.values.get("weeks"):
            continue
        flagged = True
        meant = date.fromisoformat(str(issue.values["suggestion"]))
        before, after = entry.values["weeks"][0], iso_week(meant)
        read = date(meant.year, meant.day, meant.month)
        words = {"read": f"{read:%d-%m-%Y}", "meant": f"{meant:%d-%m-%Y}"}
        answer = dialogue.ask(Question("swapped_date", kind, f"{before} {after}", "weeks", words), issues)
        if answer is not None:
            issues.remove(issue)
        if answer == "yes":
            entry.values["weeks"] = (after,)
    for given in dialogue.answered("swapped_date", kind) if not flagged else ():
        before, _, after = given.subject.partition(" ")
        for entry in entries if key(given.word) in YES else ():
            if entry.values.get("weeks") == (before,):
                entry.values["weeks"] = (after,)
