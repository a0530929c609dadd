"""Bytes of a workbook -> raw cells."""

from __future__ import annotations

import io
import warnings
import zipfile
from typing import Any

from innopraktik_match.files.cells import ERROR_VALUES, Broken, Row, Table, blank
from innopraktik_match.issues import Issue, Place

MOST_BYTES = 250 * 2**20


def read_workbook(data: bytes, file: str) -> tuple[list[Table], list[Issue]]:
    """Return every sheet that is not blank, and what stands in the way.

    Parameters
    ----------
    data : bytes
        The file.
    file : str
        Its name, for the addresses.

    Returns
    -------
    list of Table, list of Issue
    """
    place = (Place(file=file),)
    try:
        tables = _sheets(data, file, formulas=_preflight(data))
    except _TooLarge as large:
        return [], [Issue("file_too_large", places=place, values={"limit": large.limit})]
    except Exception:  # damaged files raise a dozen kinds of error, in zipfile as in openpyxl
        return [], [Issue("workbook_damaged", places=place)]
    if not tables:
        return [], [Issue("file_empty", places=place)]
    return tables, []


class _TooLarge(Exception):
    def __init__(self, limit: str) -> None:
        self.limit = limit


def _preflight(data: bytes) -> bool:
    """Measure the archive before inflating it; return whether any sheet holds a formula."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise _TooLarge(f"{MOST_BYTES // 2**20} MB")
        archive.getinfo("[Content_Types].xml")
        sheets = [entry for entry in entries if entry.filename.startswith("xl/worksheets/")]
        return any(b"<f" in archive.read(sheet) for sheet in sheets)


def _sheets(data: bytes, file: str, *, formulas: bool) -> list[Table]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        texts = openpyxl.load_workbook(io.BytesIO(data), read_only=True) if formulas else None
        tables = []
        for sheet in values.worksheets:
            unread = _formulas(texts[sheet.title]) if texts else {}
            rows = _rows(sheet, unread)
            if rows:
                tables.append(Table(sheet.title, rows, file, sheet.title))
        values.close()
        if texts:
            texts.close()
    return tables


def _rows(sheet: Any, formulas: dict[tuple[int, int], str]) -> tuple[Row, ...]:
    sheet.reset_dimensions()
    rows = []
    for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if not values or (not formulas and all(value is None for value in values)):
            continue
        read = tuple(_checked(value, formulas.get((line, column))) for column, value in enumerate(values))
        if not all(blank(value) for value in read):
            rows.append(Row(line, read))
    return tuple(rows)


def _checked(value: object, formula: str | None) -> object:
    if isinstance(value, str) and value in ERROR_VALUES:
        return Broken("error_value", value)
    if value is None and formula is not None:
        return Broken("formula_without_value", formula)
    return value


def _formulas(sheet: Any) -> dict[tuple[int, int], str]:
    sheet.reset_dimensions()
    return {
        (line, column): str(getattr(value, "text", value))
        for line, values in enumerate(sheet.iter_rows(values_only=True), start=1)
        for column, value in enumerate(values)
        if (isinstance(value, str) and value.startswith("=")) or hasattr(value, "ref")
    }
