"""Bytes of a text file -> raw cells."""

from __future__ import annotations

import csv
import re
from pathlib import PurePath

from innopraktik_match.files.cells import ERROR_VALUES, Broken, Row, Table, blank
from innopraktik_match.files.characters import decoded
from innopraktik_match.files.limits import STANDARD, Limits
from innopraktik_match.issues import Issue, Place

DELIMITERS = ";\t,"
LINES_SEEN = 30
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def read_csv(
    data: bytes, file: str, encoding: str | None = None, limits: Limits = STANDARD
) -> tuple[list[Table], list[Issue]]:
    """Return the one table of a CSV file, and what stands in the way.

    Parameters
    ----------
    data : bytes
        The file.
    file : str
        Its name, for the addresses.
    encoding : str, optional
        Found out where it is left out.
    limits : Limits, optional

    Returns
    -------
    list of Table, list of Issue
    """
    text, issues = decoded(data, file, encoding)
    if text is None:
        return [], issues
    if "\0" in text:
        line = sum(1 for _ in _LINE.finditer(text, 0, text.index("\0"))) or 1
        return [], [*issues, Issue("null_byte", places=(Place(file=file, line=line),))]
    rows, faults = _rows(text, file, limits)
    if not rows and not faults:
        faults = [Issue("file_empty", places=(Place(file=file),))]
    return [Table(PurePath(file).stem, tuple(rows), file)] if rows else [], issues + faults


def _rows(text: str, file: str, limits: Limits) -> tuple[list[Row], list[Issue]]:
    delimiter, skipped = _delimiter(text)
    lines = (found[0] for number, found in enumerate(_LINE.finditer(text)) if number >= skipped)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows: list[Row] = []
    cells, start = 0, 1
    try:
        for values in reader:
            here = Place(file=file, line=start + skipped)
            if any(len(value) > limits.characters for value in values):
                return rows, [_too_much("cell_too_large", here, "characters", limits.characters)]
            cells += len(values)
            if cells > limits.cells:
                return rows, [_too_much("table_too_large", here, "cells", limits.cells)]
            if any(not blank(value) for value in values):
                rows.append(Row(start + skipped, tuple(_checked(value) for value in values)))
            start = reader.line_num + 1
    except csv.Error as error:
        here = Place(file=file, line=start + skipped)
        if "field limit" in str(error):
            return rows, [_too_much("cell_too_large", here, "characters", limits.characters)]
        return [], [Issue("quote_unclosed", places=(here,))]
    return rows, _ragged(rows, file)


def _delimiter(text: str) -> tuple[str, int]:
    """Return the mark between cells, and how many lines to skip: that of a "sep=" line, or the commonest."""
    lines = [found[0] for found, _ in zip(_LINE.finditer(text), range(LINES_SEEN), strict=False)]
    if lines and (told := re.fullmatch(r"sep=(.)[\r\n]*", lines[0], re.I)):
        return told[1], 1
    counts = {mark: max((line.count(mark) for line in lines[:1]), default=0) for mark in DELIMITERS}
    if not any(counts.values()):  # a title above the table
        counts = {mark: max((line.count(mark) for line in lines), default=0) for mark in DELIMITERS}
    return max(DELIMITERS, key=lambda mark: counts[mark]), 0


def _too_much(code: str, place: Place, setting: str, limit: int) -> Issue:
    return Issue(code, places=(place,), values={"limit": limit, "setting": f"limits.{setting}"})


def _ragged(rows: list[Row], file: str) -> list[Issue]:
    """Report rows that are shorter or longer than the table is wide: they may have shifted.

    Rows above the first of full width are titles.
    """
    width = _width(rows)
    below = False
    issues = []
    for row in rows:
        below = below or len(row.cells) >= width
        longer = any(not blank(value) for value in row.cells[width:])
        if below and (len(row.cells) < width or longer):
            values: dict[str, object] = {"found": len(row.cells), "expected": width}
            issues.append(Issue("row_ragged", places=(Place(file=file, line=row.line),), values=values))
    return issues


def _width(rows: list[Row]) -> int:
    """Return the width of the header: of the first row, unless it is a title above wider rows."""
    first = len(rows[0].cells) if rows else 0
    if first > 1 or len(rows) < 2:
        return first
    return next((len(row.cells) for row in rows[:LINES_SEEN] if len(row.cells) > 1), first)


def _checked(value: str) -> object:
    if value in ERROR_VALUES:
        return Broken("error_value", value)
    if value.startswith("'") and value[1:2] in ("=", "+", "-", "@", "\t", "\r"):
        return value[1:]  # the guard that `write_round` puts before what Excel would calculate
    return value
