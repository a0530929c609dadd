"""The shape of a table: what is merged, hidden or filtered, and what stands where another table should."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue, Place
from innopraktik_match.files.raw.cells import Verbatim, blank, letters
from innopraktik_match.files.tables.headers import field_named, find_header

if TYPE_CHECKING:
    from innopraktik_match.files.raw.cells import Area, Row, Table
    from innopraktik_match.files.tables.headers import Columns

LONGEST_WORD = 100  # of a header that stands below another
SECOND_HEADER = 3
OTHER_SIDE = {"interns": "hosts", "hosts": "interns"}


def layout_issues(table: Table, columns: Columns) -> list[Issue]:
    """Return what the shape of a table makes doubtful.

    Parameters
    ----------
    table : Table
    columns : Columns
        How it was understood.

    Returns
    -------
    list of Issue
        Merged cells and second headers are errors; what is hidden is used, and told.
    """
    return [
        *_merged(table, columns),
        *_second_header(table, columns),
        *_hidden(table, columns),
    ]


def swapped(tables: list[tuple[str, Table]]) -> list[Issue]:
    """Return an error where interns and hosts stand in each other's tables."""
    wrong = [table for kind, table in tables if kind in OTHER_SIDE and _belongs_elsewhere(kind, table)]
    if not wrong:
        return []
    return [Issue("tables_swapped", places=tuple(table.place() for table in wrong))]


def _belongs_elsewhere(kind: str, table: Table) -> bool:
    """Whether a table names columns that only the other side has, and none of its own."""
    if not table.rows:
        return False
    header = find_header(kind, table, {})
    mine, theirs = (
        {name.partition("[")[0] for cell in header.cells if (name := field_named(side, cell))}
        for side in (kind, OTHER_SIDE[kind])
    )
    own = {"interns": {"max_km", "group", "priority", "role"}, "hosts": {"contact", "min", "max", "roles"}}
    return len(theirs & own[OTHER_SIDE[kind]]) > 1 and not mine & own[kind]


def _merged(table: Table, columns: Columns) -> list[Issue]:
    """Report merged cells that hold something from the header down; those above headers are titles."""
    rows = sorted((columns.header, *columns.rows), key=lambda row: row.line)
    lines = [row.line for row in rows]
    return [
        Issue("cells_merged", places=(_range(table, area),))
        for area in table.merged
        if not _is_title(area, columns.header)
        and any(
            _holds(row, area)
            for row in rows[bisect_left(lines, area.first_line) : bisect_right(lines, area.last_line)]
        )
    ]


def _holds(row: Row, area: Area) -> bool:
    return any(not blank(value) for value in row.cells[area.first_column : area.last_column + 1])


def _is_title(area: Area, header: Row) -> bool:
    """Whether merged cells stand above headers: each of their columns has its own."""
    if not area.first_line == area.last_line == header.line:
        return False
    below = header.cells[area.first_column : area.last_column + 1]
    return len(below) == area.last_column + 1 - area.first_column and not any(map(blank, below))


def _range(table: Table, area: Area) -> Place:
    first = f"{letters(area.first_column)}{area.first_line}"
    last = f"{letters(area.last_column)}{area.last_line}"
    return Place(file=table.file, sheet=table.sheet, cell=f"{first}:{last}")


def _second_header(table: Table, columns: Columns) -> list[Issue]:
    """Report a row that names columns again: another table begins there."""
    return [
        Issue("table_second_header", places=(table.place(row.line, 0),))
        for row in columns.rows
        if names_columns(columns.kind, row)
    ]


def names_columns(kind: str, row: Row) -> bool:
    """Whether a row looks like the header of a table, not like one of its rows."""
    words = [value for value in row.cells if not blank(value)]
    needed = max(SECOND_HEADER, len(words) / 2)
    found: set[str] = set()
    for left in range(len(words), 0, -1):  # the last ones first: ids and names differ from row to row
        if len(found) + left < needed:
            return False
        value = words[left - 1]
        if isinstance(value, str) and (name := _any_field(kind, value)):
            found.add(name)
    return len(found) >= needed


def asks(row: Row) -> bool:
    """Whether most of the filled cells of a row, and two at least, are questions."""
    filled = [value for value in row.cells if not blank(value)]
    asking = [value for value in filled if _is_question(value)]
    return len(asking) >= 2 and 2 * len(asking) > len(filled)


def is_import_id(value: object) -> bool:
    """Whether a cell is what a survey tool writes below its headers: {"ImportId": ...}."""
    return isinstance(value, str) and not isinstance(value, Verbatim) and value.startswith('{"ImportId"')


def _is_question(value: object) -> bool:
    return isinstance(value, str) and not isinstance(value, Verbatim) and value.rstrip().endswith("?")


@lru_cache(maxsize=2**12)
def _any_field(kind: str, value: str) -> str | None:
    if len(value) > LONGEST_WORD:
        return None
    return field_named(kind, value) or (field_named(OTHER_SIDE[kind], value) if kind in OTHER_SIDE else None)


def _hidden(table: Table, columns: Columns) -> list[Issue]:
    issues = []
    if table.hidden:
        issues.append(Issue("sheet_hidden", "warning", (table.place(),)))
    rows = tuple(table.place(row.line, 0) for row in columns.rows if row.hidden)
    if rows:
        code = "rows_filtered" if table.filtered else "rows_hidden"
        issues.append(Issue(code, "warning", rows, {"count": len(rows)}))
    used = (*columns.fields.values(), *columns.extra)
    hidden = sorted(
        column for column in used if any(first <= column <= last for first, last in table.hidden_columns)
    )
    if hidden:
        places = tuple(table.place(columns.header.line, column) for column in hidden)
        issues.append(Issue("columns_hidden", "warning", places, {"count": len(hidden)}))
    return issues
