"""Who is on each side, before the columns are known: columns of wishes are found by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.directory import Directory
from innopraktik_match.files.raw.cells import blank
from innopraktik_match.files.tables.matching import find_columns
from innopraktik_match.files.tables.recognisers import CALLED, Known
from innopraktik_match.files.values.cell_values import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.files.raw.cells import Row, Table
    from innopraktik_match.files.settings.dialect import Dialect
    from innopraktik_match.files.tables.headers import Columns


MOST_KNOWN = 20_000
"""People of a side by whom columns are recognised: enough to tell a name from another word."""


def known_people(data: Iterable[tuple[str | None, Table]], dialect: Dialect) -> Known:
    """Return who is on each side, as far as headers alone tell: the columns of wishes are found by them."""
    people: dict[str, list[tuple[str | None, ...]]] = {"interns": [], "hosts": []}
    doubtful = set()
    for kind, table in data:
        if kind is not None and kind in people and table.rows:
            columns = find_columns(kind, table, dialect.columns)
            likely = _likely(columns)
            doubtful |= {kind} if likely else set()
            at = {**likely, **columns.fields}
            for row in columns.rows[:MOST_KNOWN]:
                called = [_called(row, at.get(name)) for name in CALLED]
                if found := called[0] or called[1] or called[2]:
                    people[kind].append((found, *called[1:]))
    sides = {kind: Directory(some) for kind, some in people.items() if some}
    return Known(sides, frozenset(doubtful))


def _likely(columns: Columns) -> dict[str, int]:
    """Return the columns that are probably what people are called, where none surely is."""
    if columns.names & {"name", "workplace"}:
        return {}
    proposed = {
        issue.values["header"]: str(issue.values["field"])
        for issue in columns.issues
        if issue.code == "column_proposed"
    }
    found = {proposed.get(header, ""): column for column, header in columns.extra.items()}
    return {name: column for name, column in found.items() if name in CALLED}


def _called(row: Row, column: int | None) -> str | None:
    if column is None or column >= len(row.cells) or blank(row.cells[column]):
        return None
    return text(row.cells[column])
