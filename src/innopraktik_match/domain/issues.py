"""Faults of the input as data: what, where, what was expected. Words come from `texts`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from innopraktik_match.domain.doors import through
from innopraktik_match.domain.names import closest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.language import Lang

Severity = Literal["error", "warning", "info"]
MOST_PLACES = 1000


@dataclass(frozen=True)
class Place:
    """Where something was read.

    Attributes
    ----------
    file, sheet : str or None
        Name of the file and of the sheet; None where there is none.
    cell : str or None
        "B7" in a workbook; "line 7" style places use `line`.
    line : int or None
        Line of a text file, counted from 1.
    table, row : str or None, int or None
        Table ("interns") and row counted from 1, for rounds that come as JSON or objects.
    """

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None
    table: str | None = None
    row: int | None = None


@dataclass(frozen=True)
class Issue:
    """One fault of the data.

    Attributes
    ----------
    code : str
        Stable name of the fault; `texts` holds its sentence and how to mend it.
    severity : {"error", "warning", "info"}
        Errors stop the solve; warnings and infos do not.
    places : tuple of Place
        Every place involved: both cells where two cells disagree.
    values : dict
        What the sentence needs (`read`, `expected`, `suggestion`, ...). No personal data but ids;
        `called` is the name of a suggested host.
    """

    code: str
    severity: Severity = "error"
    places: tuple[Place, ...] = ()
    values: dict[str, object] = field(default_factory=dict)

    def text(self, lang: Lang = "da") -> str:
        """Return the fault in one line: where, what is wrong, what was read, how to mend it.

        Parameters
        ----------
        lang : {"da", "en"}

        Examples
        --------
        >>> Issue("no_hosts").text("en")[:26]
        'Error: There are no hosts.'
        """
        line: str = through("issue_lines")([self], lang)[0]
        return line


def issue_at(code: str, *at: tuple[str, int, str], **values: object) -> Issue:
    """Return an error at (table, row from 1, field), ...; with many places the first ones stand."""
    at = at[:MOST_PLACES]
    if at:
        fields = tuple(name for _, _, name in at)
        values = {"table": at[0][0], "field": at[0][2], "fields": fields, **values}
    places = tuple(Place(table=table, row=row) for table, row, _ in at)
    return Issue(code, places=places, values=values)


def warning_at(code: str, *at: tuple[str, int, str], **values: object) -> Issue:
    """Return a warning at (table, row from 1, field), ..."""
    return replace(issue_at(code, *at, **values), severity="warning")


def alike_together(issues: Iterable[Issue]) -> list[Issue]:
    """Return issues that say the same of several places as one of all of them, where the first stood."""
    found: dict[object, Issue] = {}
    for at, issue in enumerate(issues):
        alone = issue.values.keys() & {"count", "fields"}
        same = at if alone else (issue.code, issue.severity, repr(sorted(issue.values.items())))
        places = (*found[same].places, *issue.places) if same in found else issue.places
        found[same] = issue if alone else replace(issue, places=tuple(dict.fromkeys(places)))
    return list(found.values())


def read_id(side: str, word: str) -> dict[str, object]:
    """Return the word, unless it may be the name of an intern: those with a number are ids."""
    plain_id = any(mark.isdigit() for mark in word) and "@" not in word
    return {"read": word} if side == "hosts" or plain_id else {}


def nearest(word: str, words: Iterable[str]) -> dict[str, object]:
    """Return the nearest of some words as the issue value `suggestion`, or nothing."""
    near = closest(word, words)
    return {"suggestion": near} if near else {}


class RoundError(ValueError):
    """The input has errors; every one of them is in `issues`.

    Attributes
    ----------
    issues : tuple of Issue
        Errors, and the warnings found beside them.
    """

    def __init__(self, issues: tuple[Issue, ...] | list[Issue]) -> None:
        self.issues = tuple(issues)
        super().__init__(self.issues)

    def __str__(self) -> str:
        return "\n".join(issue.text("en") for issue in self.issues)


class DisagreementError(RuntimeError):
    """The engine and the checker differ about a plan: a bug of ours, never of the input."""


class WriteError(OSError):
    """A file could not be written; the message says why and what to do."""
