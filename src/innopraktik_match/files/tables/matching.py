"""The columns of a table: which holds which field, and what is wrong with the header."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue
from innopraktik_match.files.raw.cells import Broken, Row, Table, Verbatim, blank
from innopraktik_match.files.raw.csv_marks import header_row
from innopraktik_match.files.tables.headers import REQUIRED, Columns, find_header, saved_or_known
from innopraktik_match.files.tables.layout import asks, is_import_id
from innopraktik_match.files.tables.matrix import find_matrix
from innopraktik_match.files.tables.proposals import missing_columns, unmatched_columns
from innopraktik_match.files.tables.recognisers import Known, share
from innopraktik_match.files.tables.ticked import find_ticked
from innopraktik_match.texts.questions import side_of
from innopraktik_match.texts.vocabulary import plain

if TYPE_CHECKING:
    from innopraktik_match.files.tables.headers import Mapped

NOBODY = Known()
VALUES_TOO = frozenset(("municipality", "region"))
"""Fields whose headers are sectors as well."""
MOST_HEADERS = 3
"""Rows of headers that a survey tool writes below the first."""


def find_columns(kind: str, table: Table, mapped: Mapped | None = None, known: Known = NOBODY) -> Columns:
    """Find the header of a table and match its columns, all faults at once.

    Parameters
    ----------
    kind : str
        Which table it is.
    table : Table
    mapped : dict, optional
        Saved columns: table -> header -> field.
    known : Known, optional
        Who is known before the columns are.

    Returns
    -------
    Columns
    """
    mapped = mapped or {}
    header = find_header(kind, table, mapped)
    below, issues = _below(table, header)
    if below and (whole := _in_two_rows(header, below[0])) is not None:
        issues.append(Issue("header_row_skipped", "info", (table.place(below[0].line, 0),)))
        header, below = whole, below[1:]
    columns = Columns(kind, header, rows=below)
    wanted: dict[str, list[int]] = {}
    for column in range(max((len(row.cells) for row in table.rows), default=0)):
        value = header.cells[column] if column < len(header.cells) else None
        saved = mapped.get(kind, {})
        if blank(value):
            if columns.filled(column):
                columns.extra[column] = f"({column + 1})"
        elif name := saved_or_known(kind, value, saved):
            wanted.setdefault(name, []).append(column)
        elif isinstance(value, Verbatim):
            columns.extra[column] = value
        else:
            text = str(value.read if isinstance(value, Broken) else value).strip()
            side, rest = side_of(text)
            if side is not None and kind in ("interns", "hosts") and side != kind:
                columns.aside[column] = text
            elif (
                side is not None and plain(text) not in saved and (name := saved_or_known(kind, rest, saved))
            ):
                wanted.setdefault(name, []).append(column)
            else:
                columns.extra[column] = text
    issues += _one_each(wanted, table, columns)
    if kind in ("interns", "hosts") and columns.names <= VALUES_TOO and _is_a_person(header, columns):
        missing = Issue("header_missing", places=(table.place(header.line, 0),), values={"table": kind})
        return replace(columns, issues=(missing,))
    issues += _same_extra(columns, table)
    matrix, told = find_matrix(columns, table, known)
    for column in matrix.names if matrix else ():
        del columns.extra[column]
    issues += told
    options, told = find_ticked(columns, table)
    columns.ticked.update(options)
    for column in options:
        del columns.extra[column]
    issues += told
    issues += unmatched_columns(columns, table, mapped.get(kind, {}), known)
    issues += missing_columns(columns, table, _required(columns), issues)
    issues += _unheaded(columns, table)
    return replace(columns, matrix=matrix, issues=tuple(issues))


def _required(columns: Columns) -> tuple[tuple[str, ...], ...]:
    """Return the groups of fields of which one at least is needed; hosts may be called by their workplace."""
    return () if columns.kind == "hosts" and "workplace" in columns.names else REQUIRED[columns.kind]


def _below(table: Table, header: Row) -> tuple[tuple[Row, ...], list[Issue]]:
    """Return the rows below the header, without further rows of headers, which are told."""
    below = [row for row in table.rows if row.line > header.line]
    marked = [n for n, row in enumerate(below[:MOST_HEADERS]) if any(map(is_import_id, row.cells))]
    further = marked[-1] + 1 if marked else 0
    while further < min(len(below), MOST_HEADERS) and asks(below[further]):
        further += 1
    skipped = [Issue("header_row_skipped", "info", (table.place(row.line, 0),)) for row in below[:further]]
    return tuple(below[further:]), skipped


def _in_two_rows(header: Row, below: Row) -> Row | None:
    """Return the header with what stands below cells that head several columns; None where it is one row.

    All that the row below holds stands there: "Ønsker" above "DMI", "Skat" and "Vejle Kommune".
    """
    cells = [*header.cells, *[None] * (len(below.cells) - len(header.cells))]
    under = {column for column, value in enumerate(below.cells) if not blank(value)}
    covered: set[int] = set()
    for column, value in enumerate(cells):
        if not blank(value):
            end = next((n for n in range(column + 1, len(cells)) if cells[n] not in (None, "", value)), None)
            span = set(range(column, len(cells) if end is None else end)) & under
            covered |= span if len(span) > 1 and column in span else set()
    texts = all(isinstance(below.cells[column], str) for column in under)
    if not under or covered != under or not texts:
        return None
    return header._replace(
        cells=tuple(below.cells[n] if n in under else value for n, value in enumerate(cells))
    )


def _is_a_person(row: Row, columns: Columns) -> bool:
    """Whether a row holds values where headers should be: a sector, a municipality, an address, a number."""
    named = columns.fields.values()
    cells = [value for column, value in enumerate(row.cells) if not blank(value) and column not in named]
    telling = ("sector", "municipality", "email", "max")
    return any(share("hosts", name, [value], NOBODY) == 1 for value in cells for name in telling)


def _one_each(wanted: dict[str, list[int]], table: Table, columns: Columns) -> list[Issue]:
    """Two columns for one field: a blank one is none, "id" wins over a name, else it is a fault."""
    header = columns.header
    issues = []
    for name, all_of_them in wanted.items():
        several = [c for c in all_of_them if columns.filled(c)] or all_of_them[:1]
        ends = {c: plain(header.cells[c]).split()[-1] for c in several}
        ids = [c for c in several if ends[c] == "id"] or [c for c in several if ends[c] == name]
        columns.fields[name] = ids[0] if ids else several[0]
        rest = [c for c in several if c != columns.fields[name]]
        if rest and name in ("intern", "host") and len(ids) == 1:
            columns.extra.update({c: str(header.cells[c]).strip() for c in rest})
        elif rest:
            places = tuple(table.place(header.line, c) for c in several)
            issues.append(Issue("column_twice", places=places, values={"field": name, "table": columns.kind}))
    return issues


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
