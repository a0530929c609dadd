"""The marks of a text file: what parts its cells, what stands around them, and where its header is."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.files.raw.cells import blank
from innopraktik_match.files.raw.limits import ROWS_ABOVE, STANDARD
from innopraktik_match.texts.vocabulary import every_word, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[object]

DELIMITERS = ";\t,|"
SEEN = 2**15
"""Characters from the beginning of a file that decide its marks: more than a screen of rows."""
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SEP = re.compile(r"\"?sep=([^\w\s\"']|\t)\"?(?:\r\n|\r|\n|\Z)", re.I)
_SINGLE_QUOTES = re.compile(r"'[^'\r\n]*'(?:[;\t,|]'|[\r\n])")


class Marks(NamedTuple):
    """How the cells of a text file are told apart.

    Attributes
    ----------
    delimiter, quote : str
    spaced : bool
        Whether spaces after a delimiter do not count, so that a quotation mark may follow them.
    skipped : int
        Lines above the table: one, that says "sep=;".
    """

    delimiter: str
    quote: str = '"'
    spaced: bool = False
    skipped: int = 0


def find_marks(text: str) -> Marks:
    """Return the marks that make the steadiest table of the first rows.

    A delimiter inside quotation marks parts nothing. Of the delimiters that remain, the one with the fewest
    rows that do not fit below its header is taken, then the one whose header names most columns, then the
    one with most rows as wide as the header, then the first of `DELIMITERS`. A line "sep=;" decides alone.
    Spaces after the delimiter do not count where more rows fit without them.
    """
    told = _SEP.match(text)
    start = told.end() if told else 0
    sample, cut = text[start : start + SEEN], start + SEEN < len(text)
    quote = "'" if _SINGLE_QUOTES.match(sample) else '"'

    def steadiness(marks: Marks) -> tuple[int, int, int]:
        return _steadiness(_first_rows(sample, cut, marks))

    found = [Marks(mark, quote, skipped=1 if told else 0) for mark in (told[1] if told else DELIMITERS)]
    best = max(found, key=steadiness)
    return max(best, best._replace(spaced=True), key=lambda marks: steadiness(marks)[0])


def _first_rows(sample: str, cut: bool, marks: Marks) -> list[list[str]]:
    lines = (found[0] for found in LINE.finditer(sample))
    read = csv.reader(lines, delimiter=marks.delimiter, quotechar=marks.quote, skipinitialspace=marks.spaced)
    rows = [cells for cells in read if width(cells)]
    return rows[:-1] if cut and len(rows) > 1 else rows


def _steadiness(rows: list[list[str]]) -> tuple[int, int, int]:
    """Return how many rows do not fit (negative), how many columns are named, how many rows are whole."""
    if not rows:
        return 0, 0, 0
    number = header_row(rows)
    header, below = rows[number], rows[number:]
    fitting = sum(len(cells) > 1 and width(cells) <= len(header) for cells in below)
    whole = sum(len(cells) == len(header) for cells in below)
    return fitting - len(rows), _named(header), whole


def header_row(rows: Sequence[Cells]) -> int:
    """Return the number of the header, from 0: the first row that is no title.

    A title is at most half as wide as the row that names most columns, or, where none names any, as the
    first row of several cells.
    """
    near = rows[:ROWS_ABOVE]
    widest = max(near, key=_named)
    if not _named(widest):
        widest = next((cells for cells in near if width(cells) > 1), near[0])
    return next(number for number, cells in enumerate(near) if 2 * width(cells) > width(widest))


def width(cells: Cells) -> int:
    """Return how many cells a row has; blank ones at its end do not count."""
    return next((number for number in range(len(cells), 0, -1) if not blank(cells[number - 1])), 0)


def _named(cells: Cells) -> int:
    """Return how many cells are the word for a column; after a space, a word is one of a sentence."""
    near = (value for value in cells[: STANDARD.columns] if isinstance(value, str) and value[:1] != " ")
    return sum(plain(value) in every_word() for value in near)
