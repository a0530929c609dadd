"""How a workbook looks: formats, widths and heights that every program shows alike."""

from __future__ import annotations

import textwrap
import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.privacy import told
from innopraktik_match.texts.report import said
from innopraktik_match.texts.workbook import IN_CELL, LINES, NOTHING, SHEETS, TITLES

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.report.grids import Cell

MADE = datetime(2015, 9, 7)  # the first round's Monday: a workbook tells no time, so that it stays the same
MOST_CHARACTERS = 32_767
LINE_HEIGHT, PADDING, TALLEST = 15, 3, 405  # points; a row can be no taller than 409
INK, PAPER, LINE, BAND, QUIET = "#0B3C49", "#FFFFFF", "#C9D6DA", "#F2F6F7", "#41535A"
DATE = {"da": "[$-406]ddd d. mmm yyyy", "en": "[$-809]ddd d mmm yyyy"}
IDS = frozenset(("intern", "host"))
CENTRED = frozenset(("week", "days", "wish_rank", "visit", "free_visits", "free_places"))
KINDS: dict[str, dict[str, Any]] = {
    "text": {"align": "left", "indent": 1},
    "centred": {"align": "center"},
    "date": {"align": "left", "indent": 1},
    "share": {"num_format": "0 %", "align": "right", "indent": 1},
    "whole": {"num_format": "#,##0", "align": "right", "indent": 1},
    "number": {"align": "right", "indent": 1},
}
"""How the cells of a table look, by what they hold."""
FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}


class Dress:
    """The formats of one workbook, and the sheets that wear them.

    Parameters
    ----------
    book : xlsxwriter.Workbook
    lang : {"da", "en"}
    """

    def __init__(self, book: Any, lang: Lang) -> None:
        self.book, self.lang = book, lang
        book.set_properties({"title": said(TITLES["overview"], lang), "created": MADE})
        self.title = book.add_format({**FONT, "font_size": 18, "bold": True, "font_color": INK})
        self.result = book.add_format({**FONT, "font_size": 13, "bold": True, "font_color": INK})
        self.heading = book.add_format({**FONT, "font_size": 13, "bold": True, "font_color": INK})
        self.sentence = book.add_format({**FONT, "font_color": QUIET})
        self.text = book.add_format(FONT)
        head = {
            "bold": True,
            "font_color": PAPER,
            "bg_color": INK,
            "valign": "vcenter",
            "text_wrap": True,
            "indent": 1,
        }
        self.header = book.add_format({**FONT, **head, "border": 1, "border_color": LINE})
        self.code = book.add_format({"font_name": "Courier New", "font_size": 8})
        self._cells: dict[tuple[str, bool, bool], Any] = {}

    def sheet(self, name: str) -> Any:
        """Add a worksheet: A4 across, its title at the top, page numbers below."""
        sheet = self.book.add_worksheet(said(SHEETS[name], self.lang))
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&R&P / &N")
        sheet.set_row(0, 28)
        sheet.write_string(0, 0, said(TITLES[name], self.lang), self.title)
        return sheet

    def cell(self, value: Cell, key: str, *, banded: bool, wrapped: bool = True) -> Any:
        """Return the format of a cell of a table, by what it holds."""
        kind = "text"
        if key in CENTRED:
            kind = "centred"
        elif isinstance(value, date):
            kind = "date"
        elif isinstance(value, (int, float)):
            kind = "share" if key == "share" else "whole" if isinstance(value, int) else "number"
        looks = self._cells.get((kind, banded, wrapped))
        if looks is None:
            ground = {"bg_color": BAND if banded else PAPER, "border": 1, "border_color": LINE}
            wrap = {"text_wrap": True} if kind == "text" and wrapped else {}
            looks = self.book.add_format({**FONT, **ground, **KINDS[kind], **wrap})
            if kind == "date":
                looks.set_num_format(DATE[self.lang])
            self._cells[kind, banded, wrapped] = looks
        return looks

    def write(self, sheet: Any, row: int, column: int, value: Cell, dress: Any, key: str = "") -> None:
        """Write a cell: text as text, numbers and dates as what they are; ids stay as they are."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, dress)
        elif isinstance(value, str):
            sheet.write_string(row, column, self.fitted(value if key in IDS else told(value)), dress)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), dress)
        else:
            sheet.write_number(row, column, value, dress)

    def fitted(self, text: str) -> str:
        """Return a text that fits into a cell."""
        if len(text) <= MOST_CHARACTERS:
            return text
        mark = said(IN_CELL, self.lang)
        return text[: MOST_CHARACTERS - len(mark)] + mark

    def line(self, name: str, *, empty: bool = False) -> str:
        """Return the line below the title of a sheet."""
        words = NOTHING.get(name, NOTHING[""]) if empty else LINES.get(name, ("", ""))
        return said(words, self.lang)


def shown(value: Cell) -> str:
    """Return a cell as wide as it is seen."""
    return "ons. 30. sep. 2026" if isinstance(value, date) else "" if value is None else str(value)


def width_of(text: str) -> int:
    """Return how wide a text is, in digits; letters of the Far East and signs take two.

    Examples
    --------
    >>> width_of("Bo"), width_of("💥")
    (2, 2)
    """
    return (
        len(text) if text.isascii() else sum(1 + (unicodedata.east_asian_width(one) in "WF") for one in text)
    )


def letters_in(width: int) -> int:
    """Return how many letters a cell of some width holds in a line; they are narrower than digits.

    Examples
    --------
    >>> letters_in(24)
    25
    """
    return max(2, int((width - 2) * 1.15))


def lines_of(text: str, width: int) -> list[str]:
    """Return a text in lines of some letters.

    Examples
    --------
    >>> lines_of("Vejle Kommune, Spinderihallerne", 16)
    ['Vejle Kommune,', 'Spinderihallerne']
    """
    return [part for line in text.split("\n") for part in textwrap.wrap(line, max(2, width)) or [""]]


def height_of(lines: int) -> int:
    """Return the height of a row, in points."""
    return min(TALLEST, LINE_HEIGHT * max(1, lines) + PADDING)
