"""A sheet of wishes alone, a row each: who, which host, and the number of the wish."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from innopraktik_match.files.raw.cells import Verbatim, blank
from innopraktik_match.files.raw.limits import ROWS_ABOVE
from innopraktik_match.files.tables.headers import field_named
from innopraktik_match.texts.columns import COLUMNS
from innopraktik_match.texts.questions import numbers_answers

if TYPE_CHECKING:
    from innopraktik_match.files.raw.cells import Row, Table

NAME, WISHES, NUMBER = (COLUMNS["interns"][field][0] for field in ("name", "wishes", "priority"))


def as_wishes(table: Table) -> Table | None:
    """Return a table of interns and hosts as one of interns with a wish in each row; None if it is none.

    Points make it a table of pairs; whatever else it holds, two columns at most, comes along.
    """
    for row in table.rows[:ROWS_ABOVE]:
        header = _header(row)
        if header is not None:
            rows = tuple(header if one is row else one for one in table.rows)
            return replace(table, title="Praktikanter", rows=rows, of_wishes=True)
    return None


def _header(row: Row) -> Row | None:
    cells: list[object] = []
    for value in row.cells:
        name = None if isinstance(value, Verbatim) or blank(value) else field_named("pairs", value)
        if name == "points":
            return None
        word = {"intern": NAME, "host": WISHES}.get(name or "")
        numbered = isinstance(value, str) and numbers_answers(value)
        cells.append(word or (NUMBER if numbered else value))
    filled = [value for value in cells if not blank(value)]
    once = all(filled.count(word) == 1 for word in (NAME, WISHES)) and filled.count(NUMBER) < 2
    return (
        row._replace(cells=tuple(cells)) if once and len(filled) <= len({NAME, WISHES, NUMBER}) + 2 else None
    )
