"""Columns of one option each, to be ticked: "Hvilke uger passer? [Uge 37]" with ja or x below."""

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
            if not isinstance(header, Verbatim) and _is_option(name, option := bare(header))
        }
        cells = {column: {key(str(value)) for value in columns.cells(column)} for column in options}
        said = {column: answers - _LEFT for column, answers in cells.items()}
        plain = all(ticks <= _TICKED | {key(options[column])} for column, ticks in said.items())
        if len(options) >= LEAST_COLUMNS and plain and any(said.values()):
            found |= {column: (name, option) for column, option in options.items()}
            places = tuple(table.place(columns.header.line, column) for column in options)
            issues.append(Issue("columns_ticked", "info", places, {"table": columns.kind, "field": name}))
    return found, issues


def ticked(row: Row, columns: Columns) -> dict[str, tuple[int, str]]:
    """Return by field what a row has ticked, as a list, with the first of the columns."""
    found: dict[str, tuple[int, str]] = {}
    for column, (name, option) in columns.ticked.items():
        value = row.cells[column] if column < len(row.cells) else None
        if not blank(value) and key(str(value)) not in _LEFT:
            first, before = found.get(name, (column, ""))
            found[name] = (first, f"{before};{option}" if before else option)
    return found


def _is_option(name: str, option: str) -> bool:
    """Whether a header is one value of a field, with its unit."""
    if not re.search(r"\d", option) or not _UNIT[name].search(key(option)):
        return False
    try:
        return bool(read_value("interns", name, option, 2026))
    except Unreadable:
        return False
