"""A sheet with one table, and the sheet of the proof."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, get_args

from innopraktik_match.domain.round import Status
from innopraktik_match.files.rounds.embedded import FIRST_ROW
from innopraktik_match.report.workbook.dress import CENTRED, height_of, letters_in, lines_of, shown, width_of
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.report import said
from innopraktik_match.texts.workbook import TABLE_NAME

if TYPE_CHECKING:
    from innopraktik_match.report.grids import Grid
    from innopraktik_match.report.workbook.dress import Dress

HEADER_ROW = 3  # counted from 0: title, a sentence, a blank row
ROOM_FOR_BUTTON = 3
WIDTHS: dict[str, tuple[int, int]] = {
    "intern_name": (14, 24),
    "host_name": (16, 34),
    "intern_workplace": (14, 28),
    "week": (6, 14),
    "days": (7, 7),
    "km": (7, 7),
    "wish_rank": (8, 12),
    "status": (12, 18),
    "reasons": (30, 50),
    "help": (22, 30),
    "chances": (22, 36),
    "promise": (40, 50),
    "did": (28, 38),
    "settings": (24, 34),
    "about": (30, 54),
    "whom": (24, 38),
    "mend": (30, 50),
    "value": (12, 70),
    "setting": (20, 34),
}
USUAL_WIDTHS = (8, 26)
"""Least and most width of a column, in digits, by what it holds."""


def write_table(
    dress: Dress, name: str, grid: Grid, *, frozen: str = "", sentence: str = "", hidden: bool = False
) -> None:
    """Add a sheet with a table: header and key columns stay, columns of less use are folded.

    `sentence` stands below the title, before what is always told of such a sheet.
    """
    sheet = dress.sheet(name)
    _sentence(dress, sheet, " ".join(filter(None, (sentence, dress.line(name, empty=not grid.rows)))))
    if hidden:
        sheet.hide()
    if not grid.rows:
        return
    sheet.freeze_panes(HEADER_ROW + 1, grid.keys.index(frozen) + 1 if frozen in grid.keys else 1)
    sheet.repeat_rows(HEADER_ROW)
    widths = [_width(grid, column) for column in range(len(grid.header))]
    seen = len(grid.header) if grid.shown is None else grid.shown
    _columns(sheet, widths, seen)
    _header(dress, sheet, grid, widths[:seen])
    _rows(dress, sheet, grid, widths, seen, bands=_bands(name, grid))
    _table(dress, sheet, name, grid)
    _choices(dress, sheet, name, grid)


def write_proof(dress: Dress, lines: list[str]) -> None:
    """Add the sheet that `verify` reads, out of sight."""
    sheet = dress.sheet("proof")
    _sentence(dress, sheet, dress.line("proof"))
    sheet.set_column(0, 0, 120)
    for row, line in enumerate(lines, FIRST_ROW - 1):
        sheet.set_row(row, 12)
        sheet.write_string(row, 0, line, dress.code)
    sheet.hide()


def _sentence(dress: Dress, sheet: Any, line: str) -> None:
    """Write the line below the title, which runs on over the cells beside it."""
    sheet.write_string(1, 0, line, dress.sentence)


def _columns(sheet: Any, widths: list[int], seen: int) -> None:
    for column, width in enumerate(widths):
        folded = {"level": 1, "hidden": True} if column >= seen else {}
        sheet.set_column(column, column, width, None, folded)
    if seen < len(widths):
        sheet.set_column(len(widths), len(widths), None, None, {"collapsed": True})


def _header(dress: Dress, sheet: Any, grid: Grid, widths: list[int]) -> None:
    for column, word in enumerate(grid.header):
        sheet.write_string(HEADER_ROW, column, word, dress.header)
    deepest = max(
        len(lines_of(word, max(4, width - ROOM_FOR_BUTTON)))
        for word, width in zip(grid.header, widths, strict=False)
    )
    sheet.set_row(HEADER_ROW, height_of(deepest))


def _bands(name: str, grid: Grid) -> list[bool]:
    """Return which rows are darker: every other one, or those of every other host."""
    if name != "hosts":
        return [number % 2 == 1 for number in range(len(grid.rows))]
    column, dark, bands = grid.keys.index("host"), False, []
    for before, row in zip((grid.rows[0], *grid.rows), grid.rows, strict=False):
        dark ^= before[column] != row[column]
        bands.append(dark)
    return bands


def _rows(dress: Dress, sheet: Any, grid: Grid, widths: list[int], seen: int, bands: list[bool]) -> None:
    keys = grid.keys or ("",) * len(grid.header)
    for row, (cells, banded) in enumerate(zip(grid.rows, bands, strict=True), HEADER_ROW + 1):
        for column, value in enumerate(cells):
            looks = dress.cell(value, keys[column], banded=banded, wrapped=column < seen)
            dress.write(sheet, row, column, value, looks, keys[column])
        texts = [
            (value, letters_in(widths[n]))
            for n, value in enumerate(cells[:seen])
            if isinstance(value, str) and keys[n] not in CENTRED
        ]
        sheet.set_row(row, height_of(max((len(lines_of(*text)) for text in texts), default=1)))


def _table(dress: Dress, sheet: Any, name: str, grid: Grid) -> None:
    """Make the cells a table of the program's, with its filters; it needs headers that all differ."""
    last = HEADER_ROW + len(grid.rows)
    columns = [
        {"header": word, "header_format": dress.header} for word in _distinct(map(dress.fitted, grid.header))
    ]
    called = said(TABLE_NAME, dress.lang).format(name)
    options = {"columns": columns, "style": None, "banded_rows": False, "name": called}
    sheet.add_table(HEADER_ROW, 0, last, len(grid.header) - 1, options)
    sheet.ignore_errors({"number_stored_as_text": f"A{HEADER_ROW + 2}:XFD{last + 1}"})


def _distinct(words: Any) -> list[str]:
    """Return headers with a number where one has been before, in whatever case."""
    seen: Counter[str] = Counter()
    told = []
    for word in words:
        seen[word.lower()] += 1
        number = seen[word.lower()]
        told.append(word if number == 1 else f"{word} ({number})")
        seen[told[-1].lower()] += number > 1
    return told


def _choices(dress: Dress, sheet: Any, name: str, grid: Grid) -> None:
    """Let people choose how far a visit is from a list."""
    if name != "plan":
        return
    words = [value_label(word, dress.lang) for word in get_args(Status)]
    column, last = grid.keys.index("status"), HEADER_ROW + len(grid.rows)
    sheet.data_validation(HEADER_ROW + 1, column, last, column, {"validate": "list", "source": words})


def _width(grid: Grid, column: int) -> int:
    """Return the width of a column: as wide as its words, within what suits them."""
    key = grid.keys[column] if grid.keys else ""
    least, most = WIDTHS.get(key, USUAL_WIDTHS)
    word = max(map(width_of, grid.header[column].split()), default=0) + ROOM_FOR_BUTTON
    texts = (shown(row[column]) for row in grid.rows)
    widest = max((width_of(line) for text in texts for line in text.split("\n")), default=0) + 3
    return max(word, min(most, max(least, widest)))
