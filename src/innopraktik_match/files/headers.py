"""Which table it is, where its header stands, and which column holds which field."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from functools import cache

from innopraktik_match.files.cells import Row, Table, blank, shown
from innopraktik_match.issues import Issue
from innopraktik_match.names import key
from innopraktik_match.texts.columns import ASIDE, COLUMNS, TABLES

ROWS_ABOVE = 20
NEAR = 0.85
_WISH = re.compile(
    r"(?:ønske|ønsket vært|wish|prioritet|priority|valg|choice)(?: nr)? (\d{1,2})"
    r"|(\d{1,2}) (?:ønske|prioritet|wish|valg|choice)"
)
REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "interns": (("id", "name"),),
    "hosts": (("id", "name"),),
    "pairs": (("intern",), ("host",), ("points",)),
    "bans": (("intern",), ("host",)),
    "history": (("intern",), ("host", "workplace")),
    "locks": (("intern",), ("host",)),
    "visits": (("intern",), ("host",)),
}
"""For each table: of every group of fields, one at least has a column."""


@dataclass(frozen=True)
class Columns:
    """How a table is read.

    Attributes
    ----------
    kind : str
        Which table it is: "interns", "hosts", ...
    fields : dict
        Field -> column, counted from 0; numbered wishes are "wishes[0]", "wishes[1]", ...
    extra : dict
        Column -> header, for the columns that the tool does not know.
    rows : tuple of Row
        The rows below the header.
    issues : tuple of Issue
        Faults of the header.
    """

    kind: str
    fields: dict[str, int] = field(default_factory=dict)
    extra: dict[int, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    issues: tuple[Issue, ...] = ()


def plain(text: object) -> str:
    """Return a header as it is compared: case, punctuation and spacing do not count.

    Examples
    --------
    >>> plain(" Max_km: ")
    'max km'
    """
    return re.sub(r"[\W_]+", " ", key(str(text))).strip()


@cache
def _fields(table: str) -> dict[str, str]:
    known = {plain(word): name for name, words in COLUMNS[table].items() for word in words}
    return known | {plain(name): name for name in COLUMNS[table]}


def field_of(table: str, header: object) -> str | None:
    """Return the field that a header names, or None.

    Examples
    --------
    >>> field_of("hosts", "Antal praktikanter"), field_of("interns", "2. ønske")
    ('max', 'wishes[1]')
    """
    text = plain(header)
    found = _fields(table).get(text)
    wish = _WISH.fullmatch(text)
    if found is None and wish and table in ("interns", "hosts"):
        number = int(wish[1] or wish[2])
        return f"wishes[{number - 1}]" if number else None
    return found


def table_of(table: Table) -> str | None:
    """Return which table it is, by its name or else by its columns; None where neither tells."""
    title = plain(table.title)
    for kind, words in TABLES.items():
        if title == kind or title in {plain(word) for word in words}:
            return kind
    parts = set(title.split())
    for kind, words in TABLES.items():
        if kind in parts or parts & {plain(word) for word in words}:
            return kind
    return _by_columns(table)


def is_aside(table: Table) -> bool:
    """Whether a sheet is help or lists, not data."""
    return plain(table.title) in ASIDE


def _by_columns(table: Table) -> str | None:
    """Return the only table whose required columns are there and that knows most of the headers."""
    known = {}
    for kind in COLUMNS:
        if kind == "visits":
            continue
        found = _named(kind, _header(kind, table))
        if all(any(name in found for name in group) for group in REQUIRED[kind]):
            known[kind] = len(found)
    best = [kind for kind, count in known.items() if count == max(known.values())]
    return best[0] if len(best) == 1 else None


def _header(kind: str, table: Table) -> Row:
    """Return the header: the first of the rows near the top that names most columns."""
    return max(table.rows[:ROWS_ABOVE], key=lambda row: len(_named(kind, row)))


def _named(kind: str, row: Row) -> set[str]:
    fields = (field_of(kind, value) for value in row.cells if isinstance(value, str))
    return {name.partition("[")[0] for name in fields if name}


def find_columns(kind: str, table: Table) -> Columns:
    """Find the header of a table and match its columns, all faults at once.

    Parameters
    ----------
    kind : str
        Which table it is.
    table : Table

    Returns
    -------
    Columns
    """
    header = _header(kind, table)
    below = tuple(row for row in table.rows if row.line > header.line)
    wanted: dict[str, list[int]] = {}
    extra: dict[int, str] = {}
    for column, value in enumerate(header.cells):
        if blank(value):
            if any(column < len(row.cells) and not blank(row.cells[column]) for row in below):
                extra[column] = f"({column + 1})"
        elif name := field_of(kind, value):
            wanted.setdefault(name, []).append(column)
        else:
            extra[column] = str(value).strip()
    fields, doubles = _one_each(wanted, table, header, extra)
    issues = doubles + _missing(kind, fields, extra, table, header)
    issues += _unheaded(table, header, extra)
    return Columns(kind, fields, extra, below, tuple(issues))


def _one_each(
    wanted: dict[str, list[int]], table: Table, header: Row, extra: dict[int, str]
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
            issues.append(Issue("column_twice", places=places, values={"field": name, "table": table.title}))
    return fields, issues


def _missing(
    kind: str, fields: dict[str, int], extra: dict[int, str], table: Table, header: Row
) -> list[Issue]:
    """Report columns that must be there, and unknown ones that look like a slip of the pen."""
    issues = []
    unused = [word for word, name in _fields(kind).items() if name not in fields]
    for column, text in extra.items():
        near = difflib.get_close_matches(plain(text), unused, n=1, cutoff=NEAR)
        if near and len(near[0]) > 3:
            issues.append(
                Issue(
                    "column_misspelt",
                    places=(table.place(header.line, column),),
                    values={"read": shown(text), "suggestion": near[0]},
                )
            )
    for group in REQUIRED[kind]:
        if not any(name in fields for name in group):
            issues.append(
                Issue(
                    "column_missing",
                    places=(table.place(header.line),),
                    values={"table": kind, "field": group[0]},
                )
            )
    return issues


def _unheaded(table: Table, header: Row, extra: dict[int, str]) -> list[Issue]:
    return [
        Issue("column_without_header", "warning", (table.place(header.line, column),))
        for column in extra
        if column >= len(header.cells) or blank(header.cells[column])
    ]
