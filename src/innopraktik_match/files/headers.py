"""Which table it is, where its header stands, and which field a header names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from innopraktik_match.files.cells import Row, Table, Verbatim
from innopraktik_match.names import key
from innopraktik_match.texts.columns import ASIDE, COLUMNS, TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.issues import Issue

    Mapped = Mapping[str, Mapping[str, str]]

ROWS_ABOVE = 40
LONG_ENOUGH = 4
_WISH = re.compile(
    r"(?:ønske|ønsket vært|wish|prioritet|priority|valg|choice)(?: nr)? (\d{1,2})"
    r"|(\d{1,2}) (?:ønske|prioritet|wish|valg|choice)"
)
LONGEST_HEADER = 500
_UNITS = {
    "days": re.compile(r" (?:i )?(?:antal )?(?:arbejdsdage|dage|days)$"),
    "max_km": re.compile(r" (?:i )?(?:antal )?(?:km|kilometer)$"),
}
REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "interns": (("id", "name"),),
    "hosts": (("id", "name"),),
    "pairs": (("intern",), ("host",), ("points",)),
    "bans": (("intern",), ("host",)),
    "history": (("intern",), ("host", "workplace")),
    "locks": (("intern",), ("host",)),
    "travel": (("origin",), ("destination",), ("km", "minutes")),
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
    header : Row
        The row that names the columns.
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
    header: Row = field(default_factory=lambda: Row(0, ()))
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
def known_fields(table: str) -> dict[str, str]:
    """Return every word for a field of a table, as it is compared."""
    known = {plain(word): name for name, words in COLUMNS[table].items() for word in words}
    return known | {plain(name): name for name in COLUMNS[table]}


@cache
def every_word() -> frozenset[str]:
    """Return every word for a field of any table, as it is compared."""
    return frozenset(word for table in COLUMNS for word in known_fields(table))


@lru_cache(maxsize=2**14, typed=True)
def field_of(table: str, header: object) -> str | None:
    """Return the field that a header names, or None; a unit after it does not count.

    Examples
    --------
    >>> field_of("hosts", "Antal praktikanter"), field_of("interns", "2. ønske")
    ('max', 'wishes[1]')
    >>> field_of("interns", "Varighed (antal dage)")
    'days'
    """
    if isinstance(header, Verbatim):
        return None
    words = str(header)[:LONGEST_HEADER]
    whole = plain(words)
    without_note = plain(re.sub(r"\([^)]*\)", " ", words)) if "(" in words else whole
    for text in (whole, without_note):
        if text in known_fields(table):
            return known_fields(table)[text]
        for name, unit in _UNITS.items():
            if known_fields(table).get(unit.sub("", text)) == name:
                return name
    wish = _WISH.fullmatch(whole)
    if wish and table in ("interns", "hosts"):
        number = int(wish[1] or wish[2])
        return f"wishes[{number - 1}]" if number else None
    return None


def table_named(word: object) -> str | None:
    """Return which table a word names exactly, or None."""
    text = plain(word)
    for kind, words in TABLES.items():
        if text == kind or text in {plain(one) for one in words}:
            return kind
    return None


def table_of(table: Table, mapped: Mapped | None = None) -> str | None:
    """Return which table it is: by its name, else by its columns, else by the name of its file."""
    mapped = mapped or {}
    if named := table_named(table.title) or _mentioned(table.title):
        return named
    fitting = _by_columns(table, mapped)
    if len(fitting) == 1:
        return fitting[0]
    said = _mentioned(PurePath(table.file).stem) if table.file else None
    return said if said in fitting else None


def _mentioned(title: str) -> str | None:
    """Return the table that a title of several words mentions."""
    parts = set(plain(title).split())
    for kind, words in TABLES.items():
        if kind in parts or parts & {plain(word) for word in words}:
            return kind
    return None


def is_aside(table: Table) -> bool:
    """Whether a sheet is help or lists, not data."""
    return plain(table.title) in ASIDE


def _by_columns(table: Table, mapped: Mapped) -> list[str]:
    """Return the tables whose required columns are there and that know most of the headers."""
    known = {}
    for kind in COLUMNS:
        if kind == "visits" or not table.rows:
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


def mentioned(kind: str, header: str) -> list[tuple[bool, int, str]]:
    """Return the fields whose words a question holds.

    Returns
    -------
    list of (bool, int, str)
        For each: whether it is that very word and not only the beginning of one, its length, the field.

    Examples
    --------
    >>> mentioned("interns", "Hvilke temaer?")
    [(True, 6, 'themes'), (False, 4, 'themes')]
    """
    text = f" {plain(header)} "
    found = []
    for word, name in known_fields(kind).items():
        exact = f" {word} " in text
        if exact or (len(word) >= LONG_ENOUGH and f" {word}" in text):
            found.append((exact, len(word), name))
    return found


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
    return saved[word] or None if word in saved else field_of(kind, header)
