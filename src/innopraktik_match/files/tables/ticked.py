"""Columns of one option each: ticked, "Hvilke uger passer? [Uge 37]", or with places, "Pladser uge 37"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Unreadable, Verbatim, blank
from innopraktik_match.files.tables.matrix import bare
from innopraktik_match.files.values.cell_values import NO, YES, read_value

if TYPE_CHECKING:
    from innopraktik_match.files.raw.cells import Row, Table
    from innopraktik_match.files.tables.headers import Columns

LEAST_COLUMNS = 2
_TICKED = YES | {"1", "valgt", "selected", "checked", "✓", "✔", "☑", "☒"}
_LEFT = NO | {"0", "ikke valgt", "not selected", "unchecked", "☐", "-"}
_OF_PLACES = re.compile(
    r"\b(?:(?:antal|ledige|number of|no\.? of)\s+)?(?:praktik)?(?:pladser?|kapacitet|places?|capacity"
    r"|interns?|praktikanter)(?:\s+(?:i|in))?\b",
    re.IGNORECASE,
)
_UNIT = {
    "weeks": re.compile(
        r"\buge|\bweek|\bw ?\d|\d{1,2}[./]|jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec"
    ),
    "days": re.compile(r"\bdag|\bday|dage\b"),
}
"""What tells an option of a field from a number of something else."""


def find_ticked(columns: Columns, table: Table) -> tuple[dict[int, tuple[str, str]], list[Issue]]:
    """Return the field and the option of each column that is to be ticked, and what is to be said of them."""
    found: dict[int, tuple[str, str]] = {}
    issues = []
    for name in _UNIT if columns.kind in ("interns", "hosts") else ():
        if name in columns.names:
            continue
        options = {
            column: option
            for column, header in columns.extra.items()
            if not isinstance(header, Verbatim) and _is_option(name, option := _bare(header))
        }
        cells = {column: {key(str(value)) for value in columns.cells(column)} for column in options}
        said = {column: answers - _LEFT for column, answers in cells.items()}
        plain = all(ticks <= _TICKED | {key(options[column])} for column, ticks in said.items())
        counted = not plain and name == "weeks" and columns.kind == "hosts"
        counted = counted and all(word.isdecimal() for ticks in said.values() for word in ticks)
        if len(options) >= LEAST_COLUMNS and (plain or counted) and any(said.values()):
            found |= {column: (name, option) for column, option in options.items()}
            places = tuple(table.place(columns.header.line, column) for column in options)
            code = "columns_of_places" if counted else "columns_ticked"
            issues.append(Issue(code, "info", places, {"table": columns.kind, "field": name}))
    return found, issues


def places_in_weeks(row: Row, columns: Columns) -> dict[int, int]:
    """Return the places that a host has in the weeks with a column each: column -> number, above 0.

    Nothing where all columns are ticks: a host for one in every week looks the same.
    """
    weeks = [column for column, (name, _) in columns.ticked.items() if name == "weeks"]
    cells = {column: key(str(row.cells[column])) for column in weeks if column < len(row.cells)}
    found = {column: int(word) for column, word in cells.items() if word.isdecimal() and int(word)}
    return found if columns.kind == "hosts" and any(places > 1 for places in found.values()) else {}


def ticked(row: Row, columns: Columns) -> dict[str, tuple[int, str]]:
    """Return by field what a row has ticked, as a list, with the first of the columns."""
    found: dict[str, tuple[int, str]] = {}
    for column, (name, option) in columns.ticked.items():
        value = row.cells[column] if column < len(row.cells) else None
        if not blank(value) and key(str(value)) not in _LEFT:
            first, before = found.get(name, (column, ""))
            found[name] = (first, f"{before};{option}" if before else option)
    return found


def _bare(header: str) -> str:
    """Return the option in a header: "Uge 37" in "Uge 37 (pladser)" and "Pladser i uge 37"."""
    return _OF_PLACES.sub(" ", bare(header)).strip(" :,()-")


def _is_option(name: str, option: str) -> bool:
    """Whether a header is one value of a field, with its unit."""
    if not re.search(r"\d", option) or not _UNIT[name].search(key(option)):
        return False
    try:
        return bool(read_value("interns", name, option, 2026))
    except Unreadable:
        return False
