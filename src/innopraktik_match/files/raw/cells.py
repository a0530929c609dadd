"""Raw cells with their addresses: what stands in a table, before anybody asks what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from innopraktik_match.domain.issues import Place
from innopraktik_match.domain.names import key
from innopraktik_match.domain.privacy import told

SHOWN_CHARACTERS = 60
ERROR_VALUES = frozenset(
    [
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#I/T",
        "#REFERENCE!",
        "#VÆRDI!",
        "#NAVN?",
        "#NUL!",
    ]
)


ROUNDED = re.compile(r"\d[.,]\d+e\+?\d{2}", re.I)
"""How a sheet shows a number that is too long for its column: most of its digits are gone."""
_TOTAL = re.compile(r"(?:antal )?(?:i alt|ialt|total|sum|subtotal|i ?alt antal)[\s:.()\d]*")


class Row(NamedTuple):
    """One row of a table: its number in the file, from 1, and its values from the first column."""

    line: int
    cells: tuple[object, ...]
    hidden: bool = False


class Area(NamedTuple):
    """A rectangle of cells: lines counted from 1, columns from 0, the last ones included."""

    first_line: int
    first_column: int
    last_line: int
    last_column: int


class Verbatim(str):
    """A text that stood in a guard: it means itself, and never a header, a total or nothing."""

    __slots__ = ()


@dataclass(frozen=True)
class Broken:
    """A cell that holds no value: an error value, or a formula that nobody has calculated.

    Attributes
    ----------
    code : str
        Code of the issue it becomes where the cell is used.
    read : str
        What stands in the cell.
    """

    code: str
    read: str


class Unreadable(ValueError):
    """A cell that cannot be read.

    Attributes
    ----------
    code : str
        Code of the issue.
    values : dict
        What its sentence needs.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True)
class Table:
    """One table as it stands in a file, or in memory.

    Attributes
    ----------
    title : str
        Name of the sheet, stem of the file, or key of the frame: a hint of what it holds.
    rows : tuple of Row
        Every row that is not blank, the header among them.
    file, sheet : str or None
        Where it was read; both None for a table in memory.
    hidden, filtered : bool
        Whether the sheet is hidden; whether a filter hides its rows.
    hidden_columns : tuple of (int, int)
        First and last of the hidden columns, counted from 0.
    merged : tuple of Area
        Cells that were merged into one.
    of_both : bool
        Whether the rows are one side of a table that holds both: a host is called by its workplace there.
    of_wishes : bool
        Whether a row is a wish of somebody who stands in another table.
    """

    title: str
    rows: tuple[Row, ...]
    file: str | None = None
    sheet: str | None = None
    hidden: bool = False
    filtered: bool = False
    hidden_columns: tuple[tuple[int, int], ...] = ()
    merged: tuple[Area, ...] = ()
    of_both: bool = False
    of_wishes: bool = False

    def place(self, line: int | None = None, column: int | None = None) -> Place:
        """Return the address of a cell, a row or (without either) the whole table."""
        if self.sheet is not None:
            cell = None
            if line is not None:
                cell = f"{letters(column or 0)}{line}"
            return Place(file=self.file, sheet=self.sheet, cell=cell)
        if self.file is not None:
            return Place(file=self.file, line=line)
        return Place(table=self.title, row=line)


@cache
def letters(column: int) -> str:
    """Return the letters of a column counted from 0.

    Examples
    --------
    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    found = ""
    column += 1
    while column:
        column, last = divmod(column - 1, 26)
        found = chr(ord("A") + last) + found
    return found


def blank(value: object) -> bool:
    """Whether a cell is empty to the eye."""
    return value is None or (isinstance(value, str) and not value.strip() and not isinstance(value, Verbatim))


def is_total(row: Row) -> bool:
    """Whether the first word of a row says that it is a sum, and not a person."""
    first = next((value for value in row.cells if not blank(value)), None)
    if not isinstance(first, str) or isinstance(first, Verbatim):
        return False
    return _TOTAL.fullmatch(key(first)) is not None


def shown(value: object) -> str:
    """Return what was read, fit for a message: one short line, civil registration numbers masked.

    Examples
    --------
    >>> shown("Bo, 120345-6789")
    'Bo, ******-****'
    """
    if hasattr(value, "strftime"):
        return str(value)[:10]
    if isinstance(value, bool):
        return "SAND (TRUE)" if value else "FALSK (FALSE)"
    whole = re.sub(r"\s+", " ", str(value)).strip()
    text = told(whole[: 4 * SHOWN_CHARACTERS])  # what is masked or escaped beyond is cut off anyway
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"
