"""What an unknown header probably means: proposed, with a line to paste, and never assumed."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue
from innopraktik_match.files.raw.cells import Table, Unreadable, Verbatim, blank, shown
from innopraktik_match.files.values.cell_values import read_value
from innopraktik_match.texts.vocabulary import known_fields, mentioned, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.domain.issues import Place
    from innopraktik_match.files.tables.headers import Columns

NEAR = 0.85
FAIRLY_NEAR = 0.5
MOST_LOOKED_AT = 200
MOST_OF_THEM = 0.8
TYPED = ("sector", "municipality", "region", "days", "weeks", "min", "max", "visits", "max_km", "priority")
"""Fields whose values tell what they are."""


def unmatched_columns(columns: Columns, table: Table, saved: Mapping[str, str]) -> list[Issue]:
    """Return what is to be said about columns that are unknown, or named for what they do not hold.

    A slip of the pen is an error, as nobody would want it ignored. A question that holds a word
    the tool knows is a warning: the column is carried along until somebody says what it is.
    """
    issues: list[Issue] = []
    for column, header in columns.extra.items():
        meant = isinstance(header, Verbatim) or plain(header) in saved
        if meant or blank(header) or header == f"({column + 1})":
            continue
        unused = {
            word: name for word, name in known_fields(columns.kind).items() if name not in columns.fields
        }
        near = difflib.get_close_matches(plain(header), unused, n=1, cutoff=NEAR)
        if near and len(near[0]) > 3:
            found = _proposal(columns, table, column, unused[near[0]], suggestion=near[0])
            issues.append(Issue("column_misspelt", places=found[0], values=found[1]))
        elif name := _asked_for(columns.kind, header, _used(columns, issues), _texts(columns, column)):
            found = _proposal(columns, table, column, name)
            issues.append(Issue("column_proposed", "warning", found[0], found[1]))
    return issues + _misnamed(columns, table, saved)


def missing_columns(
    columns: Columns, table: Table, required: tuple[tuple[str, ...], ...], proposed: list[Issue]
) -> list[Issue]:
    """Return the required fields without a column, with the unknown column that is probably meant.

    Parameters
    ----------
    columns : Columns
    table : Table
    required : tuple
        Of every group of fields, one at least has a column.
    proposed : list of Issue
        What was proposed already.
    """
    taken = {issue.values["field"]: issue.values["read"] for issue in proposed}
    issues = []
    for group in required:
        if any(name in columns.fields for name in group):
            continue
        values: dict[str, object] = {"table": columns.kind, "field": group[0]}
        meant = next((taken[name] for name in group if name in taken), None)
        free = [text for text in columns.extra.values() if shown(text) not in taken.values()]
        if meant is not None:
            values["suggestion"] = meant
        elif header := _nearest(free, [w for w, name in known_fields(columns.kind).items() if name in group]):
            values |= {"suggestion": shown(header), "mapping": mapping_line(header, group[0])}
        issues.append(Issue("column_missing", places=(table.place(columns.header.line),), values=values))
    return issues


def _nearest(headers: list[str], words: list[str]) -> str | None:
    """Return the header nearest to any of some words, if one is near enough."""
    ranked = [(_alike(plain(header), word), header) for header in headers for word in words]
    ratio, header = max(ranked, default=(0.0, ""))
    return header if ratio > FAIRLY_NEAR else None


def _alike(header: str, word: str) -> float:
    """Return how near a header is to a word, 0 to 1; one that begins a word of it is near."""
    if len(word) > 3 and f" {word}" in f" {header}":
        return 0.9
    return difflib.SequenceMatcher(None, header, word).ratio()


def mapping_line(header: str, name: str) -> str:
    """Return the line of columns.toml that says what a header means."""
    escaped = re.sub(r"\s+", " ", header).strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}" = "{name}"'


def _proposal(
    columns: Columns, table: Table, column: int, name: str, **more: object
) -> tuple[tuple[Place, ...], dict[str, object]]:
    header = columns.extra.get(column) or str(columns.header.cells[column])
    values = {
        "read": shown(header),
        "table": columns.kind,
        "field": name,
        "mapping": mapping_line(header, name),
        **more,
    }
    return (table.place(columns.header.line, column),), values


def _texts(columns: Columns, column: int) -> list[object]:
    values = (row.cells[column] for row in columns.rows if column < len(row.cells))
    return [value for value in values if not blank(value)][:MOST_LOOKED_AT]


def _used(columns: Columns, issues: list[Issue]) -> set[object]:
    """Return the fields that have a column, or a proposal for one."""
    return {*columns.fields, *(issue.values["field"] for issue in issues)}


def _asked_for(kind: str, header: str, used: set[object], values: list[object]) -> str | None:
    """Return the field that a question asks for: the one its answers fit, else that of the longest word."""
    asked = [
        (name in TYPED and fits(name, values), exact, length, name)
        for exact, length, name in mentioned(kind, header)
        if name not in used
    ]
    return max(asked)[3] if asked else None


def fits(name: str, values: list[object]) -> bool:
    """Whether most of some values can be read as a field."""
    if not values:
        return False
    good = sum(_reads(name, value) for value in values)
    return good >= MOST_OF_THEM * len(values)


def _reads(name: str, value: object) -> bool:
    from innopraktik_match.domain.municipalities import REFORM_YEAR, municipality, region_named

    try:
        read = str(read_value("interns", name, value, 2026))
    except Unreadable:
        return False
    if name == "region":
        return region_named(read, REFORM_YEAR) is not None  # by then every name is known, old or new
    return municipality(read) is not None if name == "municipality" else True


def _misnamed(columns: Columns, table: Table, saved: Mapping[str, str]) -> list[Issue]:
    """Tell a column "Kommune" of sectors from one of municipalities, by what it holds."""
    issues = []
    for name, other in (("municipality", "sector"), ("sector", "municipality")):
        column = columns.fields.get(name)
        if column is None or plain(columns.header.cells[column]) in saved:
            continue
        values = _texts(columns, column)
        if not any(_reads(name, value) for value in values) and fits(other, values):
            places, said = _proposal(columns, table, column, other)
            issues.append(Issue("column_holds_other", places=places, values=said))
    return issues
