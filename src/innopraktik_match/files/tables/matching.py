"""The columns of a table: which holds which field, and what is wrong with the header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue
from innopraktik_match.files.raw.cells import Broken, Row, Table, Verbatim, blank
from innopraktik_match.files.raw.csv_marks import header_row
from innopraktik_match.files.tables.headers import REQUIRED, Columns, find_header, saved_or_known
from innopraktik_match.files.tables.proposals import missing_columns, unmatched_columns
from innopraktik_match.texts.vocabulary import plain

if TYPE_CHECKING:
    from innopraktik_match.files.tables.headers import Mapped


def find_columns(kind: str, table: Table, mapped: Mapped | None = None) -> Columns:
    """Find the header of a table and match its columns, all faults at once.

    Parameters
    ----------
    kind : str
        Which table it is.
    table : Table
    mapped : dict, optional
        Saved columns: table -> header -> field.

    Returns
    -------
    Columns
    """
    mapped = mapped or {}
    header = find_header(kind, table, mapped)
    below = tuple(row for row in table.rows if row.line > header.line)
    wanted: dict[str, list[int]] = {}
    extra: dict[int, str] = {}
    for column in range(max((len(row.cells) for row in table.rows), default=0)):
        value = header.cells[column] if column < len(header.cells) else None
        if blank(value):
            if any(column < len(row.cells) and not blank(row.cells[column]) for row in below):
                extra[column] = f"({column + 1})"
        elif name := saved_or_known(kind, value, mapped.get(kind, {})):
            wanted.setdefault(name, []).append(column)
        elif isinstance(value, Verbatim):
            extra[column] = value
        else:
            extra[column] = str(value.read if isinstance(value, Broken) else value).strip()
    fields, issues = _one_each(wanted, table, kind, header, extra)
    columns = Columns(kind, header, fields, extra, below)
    issues += _same_extra(columns, table)
    proposed = unmatched_columns(columns, table, mapped.get(kind, {}))
    issues += proposed + missing_columns(columns, table, REQUIRED[kind], proposed)
    issues += _unheaded(columns, table)
    return Columns(kind, header, fields, extra, below, tuple(issues))


def _one_each(
    wanted: dict[str, list[int]], table: Table, kind: str, header: Row, extra: dict[int, str]
) -> tuple[dict[str, int], list[Issue]]:
    """Two columns for one field: the one that says "id" wins over a name, else it is a fault."""
    fields: dict[str, int] = {}
    issues = []
    for name, columns in wanted.items():
        ids = [c for c in columns if plain(header.cells[c]).split()[-1] in ("id", name)]
        fields[name] = ids[0] if ids else columns[0]
        rest = [c for c in columns if c != fields[name]]
        if rest and name in ("intern", "host") and len(ids) == 1:
            extra.update({c: str(header.cells[c]).strip() for c in rest})
        elif rest:
            places = tuple(table.place(header.line, c) for c in columns)
            issues.append(Issue("column_twice", places=places, values={"field": name, "table": kind}))
    return fields, issues


def _same_extra(columns: Columns, table: Table) -> list[Issue]:
    """Report unknown columns with one header: they could not both be carried along."""
    alike: dict[str, list[int]] = {}
    for column, header in columns.extra.items():
        same = header if isinstance(header, Verbatim) else plain(header) or header
        alike.setdefault(same, []).append(column)
    return [
        Issue(
            "column_twice",
            places=tuple(table.place(columns.header.line, c) for c in same),
            values={"field": columns.extra[same[0]], "table": ""},
        )
        for same in alike.values()
        if len(same) > 1 and columns.kind in ("interns", "hosts")
    ]


def _unheaded(columns: Columns, table: Table) -> list[Issue]:
    """Report columns without a header; rows of a text file that go beyond it are ragged, and told."""
    header = columns.header
    text_file = table.sheet is None and table.file is not None
    ragged = text_file and header == table.rows[header_row([row.cells for row in table.rows])]
    return [
        Issue("column_without_header", "warning", (table.place(header.line, column),))
        for column in columns.extra
        if (not ragged if column >= len(header.cells) else blank(header.cells[column]))
    ]
