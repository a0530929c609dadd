"""Faults of the input as data: what, where, what was expected. Words come from `texts`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]


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
        What the sentence needs (`read`, `expected`, `suggestion`, ...). No personal data but ids.
    """

    code: str
    severity: Severity = "error"
    places: tuple[Place, ...] = ()
    values: dict[str, object] = field(default_factory=dict)


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
        from innopraktik_match.texts import issue_lines

        return "\n".join(issue_lines(self.issues, "en"))


class DisagreementError(RuntimeError):
    """The engine and the checker differ about a plan: a bug of ours, never of the input."""


class WriteError(OSError):
    """A file could not be written; the message says why and what to do."""
