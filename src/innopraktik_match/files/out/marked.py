"""A copy of the input with its faulty cells coloured and commented, and a sheet that lists them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue, Place
from innopraktik_match.domain.privacy import mask_numbers
from innopraktik_match.files.out.writing import column_widths
from innopraktik_match.files.raw.cells import Broken, letters
from innopraktik_match.files.raw.preflight import kind_of
from innopraktik_match.files.raw.screening import MOST_CHARACTERS, Screen
from innopraktik_match.files.values.cell_values import text
from innopraktik_match.texts.issues import RANK, issue_parts
from innopraktik_match.texts.marked import COMMENT, HEADER, MEANT, SHEET

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.files.rounds.reading import Reading

COLOURS = {"error": "FFC7CE", "warning": "FFEB9C", "info": "DDEBF7"}
WIDTHS = (10, 34, 44, 24, 60, 24)
LINE_HEIGHT = 15
FONT = "Calibri"
MOST_TITLE = 31
AUTHOR = "innopraktik-match"


@dataclass(frozen=True)
class Mark:
    """An issue at one place of the copy: a sheet, and a cell where it has one."""

    issue: Issue
    sheet: str | None
    cell: str | None


def marked_workbook(reading: Reading, lang: Lang) -> bytes:
    """Return the copy as a workbook.

    Parameters
    ----------
    reading : Reading
        What was read. One workbook is copied with its formats; several files, or text, become a
        workbook of their values.
    lang : {"da", "en"}

    Returns
    -------
    bytes
    """
    book, sheets = _copied(reading) or _rebuilt(reading)
    marks = [mark for issue in reading.issues for mark in _marks(issue, reading, sheets)]
    for mark in sorted(marks, key=lambda mark: -RANK[mark.issue.severity]):  # the worst colour stays
        if mark.sheet is not None and mark.cell is not None:
            _mark(book[mark.sheet], mark, lang)
    _list_sheet(book, marks, lang)
    book.properties.creator = book.properties.lastModifiedBy = AUTHOR
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _copied(reading: Reading) -> tuple[Any, dict[tuple[str | None, str | None], str]] | None:
    """Return the only workbook of the input, masked; None where it is not one, or cannot be copied."""
    import warnings

    import openpyxl

    if len(reading.files) != 1 or not reading.tables:
        return None
    ((file, data),) = reading.files.items()
    if kind_of(data, file)[0] != "workbook":
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    except Exception:  # what could be read cell by cell cannot always be copied whole
        return None
    screen = Screen()
    for sheet in book.worksheets:
        sheet.sheet_state = "visible"
        for row in sheet.iter_rows():
            for cell in row:
                seen = screen.value(cell.value, Place)
                if seen is not cell.value:
                    _put(cell, seen)
    titles: dict[tuple[str | None, str | None], str] = {}
    for sheet in book.worksheets:
        read = sheet.title
        if mask_numbers(read) != read:
            sheet.title = _title(read, book.sheetnames)
        titles[file, read] = sheet.title
    return book, titles


def _rebuilt(reading: Reading) -> tuple[Any, dict[tuple[str | None, str | None], str]]:
    """Return a workbook of the values of every table, its rows at their lines."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    screen = Screen()
    sheets: dict[tuple[str | None, str | None], str] = {}
    for table in map(screen.table, reading.tables):
        sheet = book.create_sheet(_title(table.title, book.sheetnames))
        sheets[table.file, table.sheet] = sheet.title
        for row in table.rows:
            for column, value in enumerate(row.cells, 1):
                if value is not None:
                    _put(sheet.cell(row.line, column), value)
        for column, width in enumerate(column_widths(row.cells for row in table.rows)):
            sheet.column_dimensions[letters(column)].width = width
    return book, sheets


def _title(title: str, taken: list[str]) -> str:
    """Return a title that a sheet may have and that no other has."""
    title = mask_numbers(title)
    plain = "".join("-" if mark in "[]:*?/\\'" or not mark.isprintable() else mark for mark in title)
    plain = plain[: MOST_TITLE - 4] or "-"
    used = {one.casefold() for one in taken}
    numbered = [plain, *(f"{plain} {number}" for number in range(2, len(taken) + 2))]
    return next(one for one in numbered if one.casefold() not in used)


def _put(cell: Any, value: object) -> None:
    """Write a value; text stays text, whatever a spreadsheet would make of it."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, (bool, int, float)) or hasattr(value, "isoformat"):
        cell.value = value
    else:
        words = value.read if isinstance(value, Broken) else text(value)
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", words)[:MOST_CHARACTERS]
        cell.data_type = "s"


def _marks(issue: Issue, reading: Reading, sheets: dict[tuple[str | None, str | None], str]) -> list[Mark]:
    fields = issue.values.get("fields")
    names = fields if isinstance(fields, tuple) else ()
    marks = []
    for number, place in enumerate(issue.places or (Place(),)):
        sheet = sheets.get((place.file, place.sheet))
        cell = place.cell
        if cell is None and place.line is not None:
            name = str(names[number]) if number < len(names) else ""
            cell = f"{letters(_column(reading, place, name))}{place.line}"
        marks.append(Mark(issue, sheet, cell))
    return marks


def _column(reading: Reading, place: Place, name: str) -> int:
    """Return the column of a field in a text file; the first where it is not known."""
    for one in reading.understood:
        if one.table.file == place.file and one.table.sheet == place.sheet:
            whole = name.partition("[")[0]
            numbered = (column for field, column in one.columns.fields.items() if field.startswith(whole))
            return one.columns.fields.get(name, next(numbered, 0) if whole else 0)
    return 0


def _mark(sheet: Any, mark: Mark, lang: Lang) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    colour = COLOURS[mark.issue.severity]
    first = _shown_cell(sheet, mark.cell)
    first.fill = PatternFill("solid", start_color=colour, end_color=colour)
    parts = issue_parts(mark.issue, lang)
    told = COMMENT.format(severity=parts.severity, what=parts.what, mend=parts.mend).strip()
    if parts.suggestion:
        told += f"\n{MEANT[lang].format(parts.suggestion)}"
    before = f"{first.comment.text}\n\n" if first.comment else ""
    if told not in before:
        first.comment = Comment(before + told, AUTHOR, width=320, height=160)


def _shown_cell(sheet: Any, address: str | None) -> Any:
    """Return a cell, of an area its first; of cells that were merged only the first is seen."""
    from openpyxl.cell.cell import MergedCell

    cells = sheet[address]
    cell = cells[0][0] if isinstance(cells, tuple) else cells
    if isinstance(cell, MergedCell):
        area = next(area for area in sheet.merged_cells.ranges if cell.coordinate in area)
        return sheet.cell(area.min_row, area.min_col)
    return cell


def _list_sheet(book: Any, marks: list[Mark], lang: Lang) -> None:
    """Add the sheet with every issue at each of its places, linked to its cell."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.hyperlink import Hyperlink
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet = book.create_sheet(_title(SHEET[lang], book.sheetnames), 0)
    book.active = 0
    for column, (word, width) in enumerate(zip(HEADER[lang], WIDTHS, strict=True), 1):
        cell = sheet.cell(1, column, word)
        cell.font = Font(name=FONT, bold=True)
        cell.fill = PatternFill("solid", start_color=COLOURS["info"], end_color=COLOURS["info"])
        sheet.column_dimensions[letters(column - 1)].width = width
    sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    for line, mark in enumerate(marks, 2):
        parts = issue_parts(mark.issue, lang)
        where = ", ".join(filter(None, (mark.sheet, mark.cell))) or parts.where
        row = (parts.severity, where, parts.what, parts.read, parts.mend, parts.suggestion)
        for column, value in enumerate(row, 1):
            cell = sheet.cell(line, column)
            _put(cell, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        lines = max(-(-len(str(value)) // width) for value, width in zip(row, WIDTHS, strict=True))
        sheet.row_dimensions[line].height = LINE_HEIGHT * lines
        colour = COLOURS[mark.issue.severity]
        sheet.cell(line, 1).fill = PatternFill("solid", start_color=colour, end_color=colour)
        if mark.sheet is not None:
            link = sheet.cell(line, 2)
            title = mark.sheet.replace("'", "''")
            link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{title}'!{mark.cell or 'A1'}")
            link.font = Font(name=FONT, color="0563C1", underline="single")
