"""Bytes of a text file -> raw cells."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import PurePath

from innopraktik_match.files.cells import ERROR_VALUES, Broken, Row, Table, blank
from innopraktik_match.issues import Issue, Place

DELIMITERS = ";\t,"


def read_csv(data: bytes, file: str, encoding: str | None = None) -> tuple[list[Table], list[Issue]]:
    """Return the one table of a CSV file, and what stands in the way.

    Parameters
    ----------
    data : bytes
        The file.
    file : str
        Its name, for the addresses.
    encoding : str, optional
        Left out: a byte order mark decides, else UTF-8, else cp1252 (and an issue says so).

    Returns
    -------
    list of Table, list of Issue
    """
    text, issues = decoded(data, file, encoding)
    if text is None:
        return [], issues
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return [], [*issues, Issue("null_byte", places=(Place(file=file, line=line),))]
    rows, faults = _rows(text, file)
    issues += faults
    if not rows and not faults:
        issues.append(Issue("file_empty", places=(Place(file=file),)))
    return [Table(PurePath(file).stem, tuple(rows), file)] if rows else [], issues


def decoded(data: bytes, file: str, encoding: str | None) -> tuple[str | None, list[Issue]]:
    """Return the text of a file and how it had to be read; None where it cannot be."""
    place = (Place(file=file),)
    if encoding is None and data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return data.decode(encoding or "utf-8-sig"), []
    except LookupError:
        return None, [Issue("encoding_unknown", places=place, values={"read": encoding})]
    except UnicodeError:
        if encoding is not None:
            return None, [Issue("encoding_wrong", places=place, values={"read": encoding})]
    try:
        return data.decode("cp1252"), [Issue("read_as_cp1252", "info", place)]
    except UnicodeDecodeError:
        return None, [Issue("encoding_wrong", places=place, values={"read": "UTF-8, cp1252"})]


def _rows(text: str, file: str) -> tuple[list[Row], list[Issue]]:
    lines = io.StringIO(text, newline="")
    first = lines.readline()
    skipped = 1
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter = first[4]
    else:
        delimiter = max(DELIMITERS, key=first.count)
        lines.seek(0)
        skipped = 0
    rows: list[Row] = []
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    start = 1
    try:
        for values in reader:
            if any(not blank(value) for value in values):
                rows.append(Row(start + skipped, tuple(_checked(value) for value in values)))
            start = reader.line_num + 1
    except csv.Error as error:
        code = "cell_too_large" if "field limit" in str(error) else "quote_unclosed"
        return [], [Issue(code, places=(Place(file=file, line=start + skipped),))]
    return rows, _ragged(rows, file)


def _ragged(rows: list[Row], file: str) -> list[Issue]:
    """Report rows that are shorter or longer than the first: they may have shifted."""
    width = len(rows[0].cells) if rows else 0
    return [
        Issue(
            "row_ragged",
            places=(Place(file=file, line=row.line),),
            values={"read": len(row.cells), "expected": width},
        )
        for row in rows
        if len(row.cells) < width or any(not blank(value) for value in row.cells[width:])
    ]


def _checked(value: str) -> object:
    if value in ERROR_VALUES:
        return Broken("error_value", value)
    if value.startswith("'") and value[1:2] in ("=", "+", "-", "@", "\t"):
        return value[1:]  # the guard that `write_round` puts before what Excel would calculate
    return value
