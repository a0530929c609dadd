"""The first sheet: the result in a sentence, why to rely on it, the key figures and their charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from innopraktik_match.files.rounds.embedded import carries
from innopraktik_match.report.basis import basis_lines
from innopraktik_match.report.grids import Grid
from innopraktik_match.report.sectors import sector_grid
from innopraktik_match.report.trace import aims_grid, counted
from innopraktik_match.report.verdict import proof_lines, result_line
from innopraktik_match.report.workbook.dress import BAND, INK, height_of, lines_of
from innopraktik_match.texts.report import COLUMNS, FIGURES, said
from innopraktik_match.texts.workbook import OVERVIEW, SHEETS, WITHIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.report.figures import Figures
    from innopraktik_match.report.workbook.dress import Dress

ROW_HEIGHT = 16
LABEL_WIDTH, CELL_WIDTH, CELLS = 42, 12, 9
PAGE_WIDTH = LABEL_WIDTH + CELL_WIDTH * CELLS
CHART_COLUMN = 5
CHART_SIZE = {"width": 450, "height": 330}
SECTOR_COLUMN, SECTOR_SIZE, CHART_ROWS = 6, {"width": 370, "height": 290}, 14
WISHES = ("first", "second", "third", "later", "other", "none")
COLOURS = (INK, "#2E7D8C", "#E0A030", "#8A4B2D", "#7A6FA0", "#6B8E4E", "#7B8F96")


class Area(NamedTuple):
    """Where a table stands: its header row, and how many rows follow."""

    top: int
    rows: int


def write_overview(
    dress: Dress, plan: Plan, round: Round | None, figures: Figures | None, sheets: Iterable[str]
) -> None:
    """Add the overview as the first sheet.

    Parameters
    ----------
    dress : Dress
    plan : Plan
    round, figures : Round, Figures or None
    sheets : iterable of str
        The names of the sheets that follow and are seen.
    """
    page = _Page(dress)
    page.lines([result_line(plan, figures, dress.lang)], dress.result, most=110)
    page.heading("how")
    page.lines(proof_lines(plan, dress.lang), dress.text)
    if carries(plan):
        page.lines([said(OVERVIEW["verify"], dress.lang)], dress.text)
    if figures is not None:
        _figures(page, figures, plan)
    aims, beside = aims_grid(plan, dress.lang), page.row + 2
    if aims.rows:
        page.turn()
        page.heading("aims")
        page.table(aims)
    if round is not None:
        _sectors(page, plan, round, beside)
        page.heading("basis")
        page.lines(basis_lines(round, dress.lang), dress.text)
    page.heading("sheets")
    page.lines(
        [f"{said(SHEETS[name], dress.lang)}: {said(WITHIN[name], dress.lang)}" for name in sheets], dress.text
    )


def _figures(page: _Page, figures: Figures, plan: Plan) -> None:
    lang, told = page.lang, counted(figures, plan)
    header = tuple(said(COLUMNS[key], lang) for key in ("figure", "value", "of", "share"))
    rows = tuple(
        (said(FIGURES[name], lang), value, whole, round(value / whole, 4) if whole else None)
        for name, value, whole in told
    )
    page.heading("figures")
    area = page.table(Grid(header, rows, ("figure", "value", "of", "share")))
    wishes = [n for n, (name, *_) in enumerate(told) if name in WISHES]
    if wishes:
        first, last = (area.top + 1 + n for n in (wishes[0], wishes[-1]))
        chart = page.chart("wishes_chart", "bar", area.top)
        page.series(chart, None, (first, 0, last, 0), (first, 1, last, 1), COLOURS[0])
        chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
        chart.set_legend({"none": True})


def _sectors(page: _Page, plan: Plan, round: Round, beside: int) -> None:
    """Write who goes from which sector to which; the chart stands beside the tables, or below a wide one."""
    grid = sector_grid(plan, round, page.lang)
    if not grid.rows:
        return
    page.heading("sectors")
    area = page.table(grid)
    first, last = area.top + 1, area.top + area.rows
    wide = len(grid.header) > SECTOR_COLUMN
    row, column = (page.row, 0) if wide else (beside, SECTOR_COLUMN)
    chart = page.chart("sectors_chart", "column", row, column, subtype="stacked", size=SECTOR_SIZE)
    for number in range(1, len(grid.header)):
        span, colour = (first, number, last, number), COLOURS[(number - 1) % len(COLOURS)]
        page.series(chart, (area.top, number), (first, 0, last, 0), span, colour)
    chart.set_legend({"position": "bottom"})
    page.row = max(page.row, row + CHART_ROWS)


class _Page:
    """The overview while it is written, from the top down."""

    def __init__(self, dress: Dress) -> None:
        self._dress, self.lang, self.row = dress, dress.lang, 1
        self._sheet = dress.sheet("overview")
        self._sheet.set_column(0, 0, LABEL_WIDTH)
        self._sheet.set_column(1, CELLS, CELL_WIDTH)

    def lines(self, lines: Iterable[str], looks: Any, most: int = PAGE_WIDTH) -> None:
        """Write sentences; each runs on over the cells beside it, as far as the page is wide."""
        for line in lines:
            for part in lines_of(line, most):
                self._sheet.set_row(self.row, 18 if looks is self._dress.result else ROW_HEIGHT)
                self._dress.write(self._sheet, self.row, 0, part, looks)
                self.row += 1

    def heading(self, name: str) -> None:
        """Write a heading, a blank row above it."""
        self._sheet.set_row(self.row + 1, 20)
        self._sheet.write_string(self.row + 1, 0, said(OVERVIEW[name], self.lang), self._dress.heading)
        self.row += 2

    def table(self, grid: Grid) -> Area:
        """Write a table; return where it stands."""
        top = self.row
        deepest = max(len(lines_of(word, CELL_WIDTH - 1)) for word in grid.header[1:])
        self._sheet.set_row(top, height_of(deepest))
        for column, word in enumerate(grid.header):
            self._sheet.write_string(top, column, word, self._dress.header)
        for number, cells in enumerate(grid.rows):
            self._sheet.set_row(top + 1 + number, ROW_HEIGHT)
            for column, value in enumerate(cells):
                key = grid.keys[column] if grid.keys else ""
                looks = self._dress.cell(value, key, banded=number % 2 == 1)
                self._dress.write(self._sheet, top + 1 + number, column, value, looks)
        self.row = top + 1 + len(grid.rows)
        return Area(top, len(grid.rows))

    def turn(self) -> None:
        """Begin a page where it is printed."""
        self._sheet.set_h_pagebreaks([self.row])

    def chart(
        self,
        name: str,
        kind: str,
        row: int,
        column: int = CHART_COLUMN,
        subtype: str = "",
        size: dict[str, int] = CHART_SIZE,
    ) -> Any:
        """Place a chart with a title and a description."""
        options = {"type": kind, **({"subtype": subtype} if subtype else {})}
        chart = self._dress.book.add_chart(options)
        title = said(OVERVIEW[name], self.lang)
        font = {"name": "Calibri", "size": 12, "bold": True, "color": INK}
        chart.set_title({"name": title, "name_font": font, "overlay": False})
        chart.set_size(size)
        chart.set_x_axis({"major_gridlines": {"visible": False}, "num_font": {"size": 9}})
        chart.set_chartarea({"border": {"color": BAND}})
        described = said(OVERVIEW["alt"], self.lang).format(title=title)
        self._sheet.insert_chart(
            row, column, chart, {"description": described, "x_offset": 12, "y_offset": 4}
        )
        return chart

    def series(
        self,
        chart: Any,
        name: tuple[int, int] | None,
        categories: tuple[int, int, int, int],
        values: tuple[int, int, int, int],
        colour: str,
    ) -> None:
        """Add cells of this sheet to a chart."""
        sheet = said(SHEETS["overview"], self.lang)
        told = {} if name is None else {"name": [sheet, *name]}
        labels = {"value": True, "font": {"size": 9}} if name is None else {}
        series = {
            **told,
            "categories": [sheet, *categories],
            "values": [sheet, *values],
            "fill": {"color": colour},
            "gap": 60,
        }
        chart.add_series({**series, **({"data_labels": labels} if labels else {})})
