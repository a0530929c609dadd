"""Bytes of a workbook -> raw cells, in one pass over each sheet."""

from __future__ import annotations

import io
import warnings
from typing import Any

from innopraktik_match.domain.issues import Issue, Place
from innopraktik_match.files.raw.cells import Row, Table, blank, letters
from innopraktik_match.files.raw.limits import STANDARD, Limits
from innopraktik_match.files.raw.preflight import measure


def read_workbook(data: bytes, file: str, limits: Limits = STANDARD) -> tuple[list[Table], list[Issue]]:
    """Return every sheet, and what stands in the way.

    Parameters
    ----------
    data : bytes
        The file.
    file : str
        Its name, for the addresses.
    limits : Limits, optional

    Returns
    -------
    list of Table, list of Issue
    """
    from defusedxml import DefusedXmlException

    place = (Place(file=file),)
    try:
        issues = measure(data, file, limits)
        if any(issue.severity == "error" for issue in issues):
            return [], issues
        tables, found = _sheets(data, file, limits)
    except DefusedXmlException:
        return [], [Issue("workbook_unsafe", places=place)]
    except Exception:  # damaged files raise a dozen kinds of error, in zipfile as in openpyxl
        return [], [Issue("workbook_damaged", places=place)]
    return tables, issues + found


def _sheets(data: bytes, file: str, limits: Limits) -> tuple[list[Table], list[Issue]]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            sheets = list(book.worksheets)
            if len(sheets) > limits.sheets:
                values: dict[str, object] = {"limit": limits.sheets, "setting": "limits.sheets"}
                return [], [Issue("file_overfull", places=(Place(file=file),), values=values)]
            room = Room(limits.cells)
            read = [_table(sheet, file, limits, room) for sheet in sheets]
        finally:
            book.close()
    tables = [table for table, _ in read]
    issues = [issue for _, found in read for issue in found]
    if not sheets:
        issues.append(Issue("workbook_without_sheets", places=(Place(file=file),)))
    elif not any(table.rows for table in tables) and not issues:
        issues.append(Issue("file_empty", places=(Place(file=file),)))
        tables = []
    return tables, issues


class Room:
    """How many cells of a file may still be read, all of its sheets together."""

    def __init__(self, cells: int) -> None:
        self.cells = cells

    def take(self, cells: int) -> bool:
        """Take the room of some cells; return whether there was as much."""
        self.cells -= cells
        return self.cells >= 0


def _table(sheet: Any, file: str, limits: Limits, room: Room) -> tuple[Table, list[Issue]]:
    from innopraktik_match.files.raw.sheet_parser import SheetParser

    parser = SheetParser(sheet, limits.merged)
    rows: list[Row] = []
    issues: list[Issue] = []
    for line, found in parser.rows():
        values = _values(found, line, limits, issues, Table(sheet.title, (), file, sheet.title))
        if not room.take(1 + max(len(values), parser.cells_in_row)):
            issues.append(_too_large(file, sheet.title, "cells", limits.cells))
            break
        if not all(blank(value) for value in values):
            rows.append(Row(line, values, parser.hides(line)))
    if parser.merged_too_often:
        issues.append(_too_large(file, sheet.title, "merged", limits.merged))
    table = Table(
        sheet.title,
        tuple(rows),
        file,
        sheet.title,
        hidden=sheet.sheet_state != "visible",
        filtered=parser.filtered,
        hidden_columns=tuple(parser.hidden_columns),
        merged=tuple(parser.merged),
    )
    return table, issues


def _too_large(file: str, sheet: str, setting: str, limit: int) -> Issue:
    values: dict[str, object] = {"limit": limit, "setting": f"limits.{setting}"}
    return Issue("table_too_large", places=(Place(file=file, sheet=sheet),), values=values)


def _values(
    found: dict[int, object], line: int, limits: Limits, issues: list[Issue], table: Table
) -> tuple[object, ...]:
    """Return the values of a row side by side; what stands too far away is reported and left out."""
    for column, value in list(found.items()):
        if blank(value):
            del found[column]
        elif column >= limits.columns or line > limits.rows:
            del found[column]
            if not any(issue.code == "cell_far_away" for issue in issues):
                last = f"{letters(limits.columns - 1)}{limits.rows}"
                values: dict[str, object] = {"limit": last, "setting": "limits.rows, limits.columns"}
                issues.append(Issue("cell_far_away", places=(table.place(line, column),), values=values))
        elif isinstance(value, str) and len(value) > limits.characters:
            values = {"limit": limits.characters, "setting": "limits.characters"}
            issues.append(Issue("cell_too_large", places=(table.place(line, column),), values=values))
            found[column] = value[:100]
    if not found:
        return ()
    values_by_column: list[object] = [None] * (max(found) + 1)
    for column, value in found.items():
        values_by_column[column] = value
    return tuple(values_by_column)
