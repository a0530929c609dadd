"""The workbook to hand out: plan, hosts, those not placed, free places, figures, trace and proof."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, get_args

from innopraktik_match.domain.replanned import amended
from innopraktik_match.domain.round import Status
from innopraktik_match.explaining.standby import find_standby
from innopraktik_match.report.changes import changes_grid
from innopraktik_match.report.embedded import FIRST_ROW, packed
from innopraktik_match.report.figures import find_figures
from innopraktik_match.report.rows import Grid, free_grid, host_grid, plan_grid, unplaced_grid
from innopraktik_match.report.standby import chances_of, reserves_grid
from innopraktik_match.report.trace import aims_grid, figures_grid, rules_grid, trace_grid
from innopraktik_match.report.trade import trade_grid, trade_sentence
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.report import COLUMNS, IN_CELL, LINES, SHEETS, STATUS, TITLES, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round

MOST_CHARACTERS = 32_767
HEADER_ROW = 3  # counted from 0: title, a sentence, a blank row
NARROWEST, WIDEST = 8, 46
ROOM_FOR_BUTTON = 3
LINE_HEIGHT = 15
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
INK, PAPER, LINE, BAND = "#0B3C49", "#FFFFFF", "#C9D6DA", "#F2F6F7"


def plan_workbook(plan: Plan, round: Round | None, lang: Lang) -> bytes:
    """Return the workbook of a plan."""
    import xlsxwriter

    whole = round
    if round is not None:
        round = amended(round, plan.replanned)
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        sheets = _Sheets(book, lang)
        sheets.table("plan", plan_grid(plan, round, lang), f"{said(STATUS[plan.status], lang)} ")
        sheets.table("hosts", host_grid(plan, round, lang))
        if plan.changes is not None:
            sheets.table("changes", changes_grid(whole, plan, lang))
        if plan.trade:
            sheets.table("trade", trade_grid(plan.trade, lang), trade_sentence(plan.trade, lang))
        standby = None if round is None else find_standby(round, plan)
        chances = {} if standby is None or round is None else chances_of(standby, round, lang)
        sheets.table("unplaced", unplaced_grid(plan, round, lang, chances))
        if round is not None and standby is not None and any(one.parties for one in standby.reserves):
            sheets.table("reserves", reserves_grid(round, plan, standby, lang))
        if round is not None:
            figures = find_figures(round, plan)
            sheets.table("free", free_grid(plan, round, figures, lang))
            sheets.table("figures", figures_grid(figures, plan, lang), said(STATUS[plan.status], lang))
        sheets.blocks(
            "trace",
            [aims_grid(plan, lang), trace_grid(plan, round, lang), rules_grid(plan, round, lang)],
        )
        if plan.proof is not None or plan.replanned is not None:
            sheets.proof(packed(plan))
    return target.getvalue()


def tables_workbook(tables: Iterable[tuple[str, Grid, str]], lang: Lang) -> bytes:
    """Return a workbook with a sheet for each table: its name, its rows and a sentence."""
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        sheets = _Sheets(book, lang)
        for name, grid, sentence in tables:
            sheets.table(name, grid, sentence)
    return target.getvalue()


class _Sheets:
    """The worksheets of one workbook, all in the same dress."""

    def __init__(self, book: Any, lang: Lang) -> None:
        self.book = book
        self.lang = lang
        font = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        edge = {"border": 1, "border_color": LINE, "text_wrap": True}
        self.title = book.add_format({**font, "font_size": 18, "bold": True, "font_color": INK})
        self.sentence = book.add_format({**font, "font_color": "#41535A"})
        head = {"bold": True, "font_color": PAPER, "bg_color": INK, "valign": "vcenter"}
        self.header = book.add_format({**font, **edge, **head})
        self.cells = [book.add_format({**font, **edge, "bg_color": colour}) for colour in (PAPER, BAND)]
        self.code = book.add_format({"font_name": "Courier New", "font_size": 8})

    def _sheet(self, name: str, sentence: str) -> Any:
        sheet = self.book.add_worksheet(said(SHEETS[name], self.lang))
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&R&P / &N")
        sheet.set_row(0, 28)
        sheet.write_string(0, 0, said(TITLES[name], self.lang), self.title)
        sheet.write_string(1, 0, sentence, self.sentence)
        return sheet

    def table(self, name: str, grid: Grid, sentence: str = "") -> None:
        """Add a sheet with one table: frozen header, filter, columns as wide as their words."""
        told = said(LINES[name], self.lang) if name in LINES else ""
        sheet = self._sheet(name, f"{sentence}{told}" if grid.rows else said(LINES["none"], self.lang))
        sheet.freeze_panes(HEADER_ROW + 1, 0)
        sheet.repeat_rows(HEADER_ROW)
        self._write(sheet, HEADER_ROW, grid)
        if grid.rows:
            last = HEADER_ROW + len(grid.rows)
            sheet.autofilter(HEADER_ROW, 0, last, len(grid.header) - 1)
        status = said(COLUMNS["status"], self.lang)
        if name == "plan" and status in grid.header:
            choice = [value_label(word, self.lang) for word in get_args(Status)]
            column = grid.header.index(status)
            sheet.data_validation(
                HEADER_ROW + 1, column, last, column, {"validate": "list", "source": choice}
            )
        self._widths(sheet, [grid])

    def blocks(self, name: str, grids: list[Grid]) -> None:
        """Add a sheet with several small tables below each other."""
        sheet = self._sheet(name, said(LINES[name], self.lang))
        row = HEADER_ROW
        for grid in grids:
            if grid.rows:
                self._write(sheet, row, grid)
                row += len(grid.rows) + 2
        self._widths(sheet, grids)

    def proof(self, lines: list[str]) -> None:
        """Add the sheet that `verify` reads."""
        sheet = self._sheet("proof", said(LINES["proof"], self.lang))
        sheet.set_column(0, 0, 120)
        for row, line in enumerate(lines, FIRST_ROW - 1):
            sheet.set_row(row, 12)
            sheet.write_string(row, 0, line, self.code)

    def _write(self, sheet: Any, top: int, grid: Grid) -> None:
        sheet.set_row(top, 32)
        for column, word in enumerate(grid.header):
            sheet.write_string(top, column, self._fitted(word), self.header)
        for number, cells in enumerate(grid.rows):
            row, dress = top + 1 + number, self.cells[number % 2]
            lines = max((cell.count("\n") + 1 for cell in cells if isinstance(cell, str)), default=1)
            if lines > 1:
                sheet.set_row(row, LINE_HEIGHT * lines)  # not every program fits a row to its lines
            for column, value in enumerate(cells):
                if value is None or value == "":
                    sheet.write_blank(row, column, None, dress)
                elif isinstance(value, str):
                    sheet.write_string(row, column, self._fitted(value), dress)
                else:
                    sheet.write_number(row, column, value, dress)

    def _fitted(self, text: str) -> str:
        if len(text) <= MOST_CHARACTERS:
            return text
        mark = said(IN_CELL, self.lang)
        return text[: MOST_CHARACTERS - len(mark)] + mark

    def _widths(self, sheet: Any, grids: list[Grid]) -> None:
        for column in range(max(len(grid.header) for grid in grids)):
            wanted = NARROWEST
            for grid in grids:
                if column < len(grid.header):
                    words = max(grid.header[column].split(), key=len)
                    wanted = max(wanted, len(words) + ROOM_FOR_BUTTON)
                    texts = (str(row[column]) for row in grid.rows if row[column] is not None)
                    lines = (line for text in texts for line in text.split("\n"))
                    wanted = max(wanted, *map(len, lines), 0)
            sheet.set_column(column, column, min(WIDEST, wanted + 1))
