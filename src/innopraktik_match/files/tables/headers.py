"""Which table it is, where its header stands, and which field a header names."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from innopraktik_match.files.raw.cells import Row, Table, Verbatim, blank
from innopraktik_match.files.raw.limits import ROWS_ABOVE
from innopraktik_match.texts.columns import ASIDE, COLUMNS
from innopraktik_match.texts.vocabulary import field_of, mentioned, plain, table_mentioned, table_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.files.tables.matrix import Matrix

    Mapped = Mapping[str, Mapping[str, str]]

REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "interns": (("id", "name"),),
    "hosts": (("id", "name"),),
    "pairs": (("intern",), ("host",), ("points",)),
    "bans": (("intern",), ("host",)),
    "history": (("intern",), ("host", "workplace")),
    "locks": (("intern",), ("host",)),
    "travel": (("origin",), ("destination",), ("km", "minutes")),
    "relations": (("workplace",), ("host_workplace",)),
    "visits": (("intern",), ("host",)),
    "before": (("intern",), ("host",)),
}
"""For each table: of every group of fields, one at least has a column."""


@dataclass(frozen=True)
class Columns:
    """How a table is read.

    Attributes
    ----------
    kind : str
        Which table it is: "interns", "hosts", ...
    header : Row
        The row that names the columns.
    fields : dict
        Field -> column, counted from 0; numbered wishes are "wishes[0]", "wishes[1]", ...
    extra : dict
        Column -> header, for the columns that the tool does not know.
    aside : dict
        Column -> header, for the columns that ask the other side.
    matrix : Matrix or None
        Columns that name a host each.
    ticked : dict
        Column -> field and option, for the columns of one option each.
    rows : tuple of Row
        The rows below the header.
    issues : tuple of Issue
        Faults of the header.
    """

    kind: str
    header: Row = field(default_factory=lambda: Row(0, ()))
    fields: dict[str, int] = field(default_factory=dict)
    extra: dict[int, str] = field(default_factory=dict)
    aside: dict[int, str] = field(default_factory=dict)
    matrix: Matrix | None = None
    ticked: dict[int, tuple[str, str]] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The fields that have a column; numbered ones by their common name."""
        fields = (*self.fields, *(name for name, _ in self.ticked.values()))
        return frozenset(name.partition("[")[0] for name in fields)

    def cells(self, column: int) -> list[object]:
        """Return what the filled cells of a column hold."""
        values = (row.cells[column] for row in self.rows if column < len(row.cells))
        return [value for value in values if not blank(value)]

    def filled(self, column: int) -> bool:
        """Whether any cell of a column is filled."""
        return any(column < len(row.cells) and not blank(row.cells[column]) for row in self.rows)


def titled(table: Table) -> str | None:
    """Return which table it is called."""
    return table_named(table.title) or table_mentioned(table.title)


def table_of(table: Table, mapped: Mapped | None = None) -> str | None:
    """Return which table it is: by its name, else by its columns, else by the name of its file."""
    mapped = mapped or {}
    if named := titled(table):
        return named
    fitting = _by_columns(table, mapped)
    if len(fitting) == 1:
        return fitting[0]
    said = table_mentioned(PurePath(table.file).stem) if table.file else None
    return said if said in fitting else None


def is_aside(table: Table) -> bool:
    """Whether a sheet is help or lists, not data."""
    return plain(table.title) in ASIDE


def _by_columns(table: Table, mapped: Mapped) -> list[str]:
    """Return the tables whose required columns are there and that know most of the headers."""
    known = {}
    for kind in COLUMNS:
        if kind in ("visits", "before") or not table.rows:
            continue
        found = named(kind, find_header(kind, table, mapped), mapped)
        if all(any(name in found for name in group) for group in REQUIRED[kind]):
            known[kind] = len(found)
    return [kind for kind, count in known.items() if count == max(known.values())]


def find_header(kind: str, table: Table, mapped: Mapped) -> Row:
    """Return the header: the first of the rows near the top that names, or asks for, most columns."""

    def names(row: Row) -> int:
        asked = {name for value in row.cells if isinstance(value, str) for *_, name in mentioned(kind, value)}
        return len(asked) + 2 * len(named(kind, row, mapped))

    if table.rows[0].line == 0 or _is_header(kind, table, mapped):
        return table.rows[0]  # line 0: the labels of a frame
    return max(table.rows[:ROWS_ABOVE], key=names)


def _is_header(kind: str, table: Table, mapped: Mapped) -> bool:
    """Whether the first row is a header beyond doubt: every cell names a column, and no row is wider."""
    first, saved = table.rows[0], mapped.get(kind, {})
    widest = max(len(row.cells) for row in table.rows[:ROWS_ABOVE])
    named = {
        name for cell in first.cells if isinstance(cell, str) and (name := saved_or_known(kind, cell, saved))
    }
    guarded = sum(isinstance(cell, Verbatim) for cell in first.cells)
    return len(named) + guarded == len(first.cells) >= widest


def named(kind: str, row: Row, mapped: Mapped) -> set[str]:
    """Return the fields that the cells of a row name."""
    saved = mapped.get(kind, {})
    fields = (saved_or_known(kind, value, saved) for value in row.cells if isinstance(value, str))
    return {name.partition("[")[0] for name in fields if name}


def saved_or_known(kind: str, header: object, saved: Mapping[str, str]) -> str | None:
    """Return the field of a header, by what was saved for it or else by its words."""
    if isinstance(header, Verbatim):
        return None
    word = plain(header)
    return saved[word] or None if word in saved else field_named(kind, header)


def field_named(kind: str, header: object) -> str | None:
    """Return the field that a header cell names by its words; what stood in a guard names none."""
    return None if isinstance(header, Verbatim) else field_of(kind, str(header))
