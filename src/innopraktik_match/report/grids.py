"""A table before anybody formats it: what each sheet, list and page is written from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from innopraktik_match.texts.report import COLUMNS, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.language import Lang

Cell = str | int | float | date | None
Record = dict[str, Cell]


@dataclass(frozen=True)
class Grid:
    """A table to be written: headers and rows of equal length.

    Attributes
    ----------
    header : tuple of str
    rows : tuple of tuple
    keys : tuple of str
        What each column holds, as in `texts.report.COLUMNS`; a column of the round has its header.
    shown : int or None
        How many columns are seen at first, the others being folded; None is all of them.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: tuple[str, ...] = ()
    shown: int | None = None

    def seen(self) -> Grid:
        """Return the table without the columns that are folded."""
        most = self.shown
        return Grid(self.header[:most], tuple(row[:most] for row in self.rows), self.keys[:most])


def grid(
    records: list[Record], lang: Lang, always: Iterable[str] = (), first: tuple[str, ...] | None = None
) -> Grid:
    """Return records as a grid; a column that nobody fills is left out unless it is in `always`.

    Parameters
    ----------
    records : list of dict
    lang : {"da", "en"}
    always : iterable of str
        Columns that stay though they are empty.
    first : tuple of str, optional
        Columns that come first, in this order; the others are folded.
    """
    found = dict.fromkeys(key for record in records for key in record) or dict.fromkeys(always)
    keys = [key for key in first or () if key in found] + [key for key in found if key not in (first or ())]
    filled = {key for record in records for key, value in record.items() if value not in (None, "")}
    kept = [key for key in keys if key in always or key in filled]
    header = tuple(said(COLUMNS[key], lang) if key in COLUMNS else key for key in kept)
    rows = tuple(tuple(record.get(key) for key in kept) for record in records)
    return Grid(header, rows, tuple(kept), None if first is None else sum(key in first for key in kept))
