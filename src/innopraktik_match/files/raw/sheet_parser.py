"""The XML of one sheet -> its cells and its shape, with openpyxl's reading of each cell.

openpyxl reads values or formulas, not both, and skips the shape of a sheet where it reads row by
row. One pass that keeps both is why its parser is extended here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from defusedxml.ElementTree import iterparse
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string, range_boundaries
from openpyxl.worksheet._reader import WorkSheetParser

from innopraktik_match.files.raw.cells import ERROR_VALUES, Area, Broken

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TRUE = ("1", "true")


class SheetParser(WorkSheetParser):  # type: ignore[misc]
    """Reads one sheet of a workbook that openpyxl has opened row by row.

    Parameters
    ----------
    sheet : openpyxl.worksheet._read_only.ReadOnlyWorksheet
    most_merged : int
        After so many merged areas reading ends.

    Attributes
    ----------
    filtered : bool
        Whether a filter is set.
    hidden_columns : list of (int, int)
        First and last of the hidden columns, counted from 0.
    merged : list of Area
    merged_too_often : bool
        Whether reading ended at more merged areas than are read.
    cells_in_row : int
        Cells of the row that was read last, however many of them have the same address.
    """

    def __init__(self, sheet: Any, most_merged: int) -> None:
        book = sheet.parent
        super().__init__(
            None,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        self.filtered = False
        self.hidden_columns: list[tuple[int, int]] = []
        self.merged: list[Area] = []
        self.merged_too_often = False
        self.cells_in_row = 0
        self._most_merged = most_merged
        self._sheet = sheet

    def rows(self) -> Iterator[tuple[int, dict[int, object]]]:
        """Yield the number of each row and its values by column, counted from 0."""
        with self._sheet._get_source() as source:
            parent = None
            for event, element in iterparse(source, events=("start", "end"), forbid_dtd=True):
                if event == "start":
                    parent = element if element.tag == f"{_MAIN}sheetData" else parent
                elif element.tag == f"{_MAIN}row":
                    self.cells_in_row = len(element)
                    line, cells = self.parse_row(element)
                    yield line, {cell["column"] - 1: cell["value"] for cell in cells}
                    parent.clear() if parent is not None else None
                elif element.tag == f"{_MAIN}col" and element.get("hidden") in _TRUE:
                    self.hidden_columns.append((int(element.get("min")) - 1, int(element.get("max")) - 1))
                elif element.tag == f"{_MAIN}mergeCell" and len(self.merged) == self._most_merged:
                    self.merged_too_often = True
                    return
                elif element.tag == f"{_MAIN}mergeCell":
                    left, top, right, bottom = range_boundaries(element.get("ref"))
                    self.merged.append(Area(top, left - 1, bottom, right - 1))
                elif element.tag == f"{_MAIN}filterColumn":
                    self.filtered = True

    def hides(self, line: int) -> bool:
        """Whether a row that was read is hidden."""
        return self.row_dimensions.pop(str(line), {}).get("hidden") in _TRUE

    def parse_row(self, row: Any) -> Any:
        """Read a row, but for cells that hold nothing but a format."""
        if all("r" in cell.attrib for cell in row):
            row[:] = [cell for cell in row if len(cell)]
        return super().parse_row(row)

    def parse_cell(self, element: Any) -> Any:
        """Read a cell; an error value, or a formula without its value, becomes `Broken`."""
        formula = element.find(f"{_MAIN}f")
        try:
            cell = super().parse_cell(element)
        except (ValueError, IndexError, OverflowError, TypeError):
            letters, line = coordinate_from_string(element.get("r", "A1"))
            broken = Broken("error_value", str(element.findtext(f"{_MAIN}v")))
            return {"row": line, "column": column_index_from_string(letters), "value": broken}
        value = cell["value"]
        if cell["data_type"] == "e" or value in ERROR_VALUES:
            cell["value"] = Broken("error_value", str(value))
        elif value is None and formula is not None:
            cell["value"] = Broken("formula_without_value", f"={formula.text or ''}")
        return cell
