"""Bytes of a text file -> raw cells."""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections import Counter
from pathlib import PurePath

from innopraktik_match.domain.issues import MOST_PLACES, Issue, Place, Severity
from innopraktik_match.files.raw.cells import ERROR_VALUES, Broken, Row, Table, blank, is_total
from innopraktik_match.files.raw.characters import decoded
from innopraktik_match.files.raw.csv_marks import LINE, find_marks, header_row, width
from innopraktik_match.files.raw.inert import as_written
from innopraktik_match.files.raw.limits import STANDARD, Limits


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
        line = sum(1 for _ in LINE.finditer(text, 0, text.index("\0"))) or 1
        return [], [*issues, Issue("null_byte", places=(Place(file=file, line=line),))]
    rows, faults = _rows(text, file, limits)
    if not rows and not faults:
        faults = [Issue("file_empty", places=(Place(file=file),))]
    return [Table(PurePath(file).stem, tuple(rows), file)] if rows else [], issues + faults


def _rows(text: str, file: str, limits: Limits) -> tuple[list[Row], list[Issue]]:
    marks = find_marks(text)
    skipped = marks.skipped
    lines = (found[0] for number, found in enumerate(LINE.finditer(text)) if number >= skipped)
    reader = csv.reader(
        lines, delimiter=marks.delimiter, quotechar=marks.quote, skipinitialspace=marks.spaced, strict=True
    )
    rows: list[Row] = []
    cells, start = 0, 1
    try:
        for values in reader:
            here = Place(file=file, line=start + skipped)
            whole = "".join(values)
            if len(whole) > limits.characters and max(map(len, values)) > limits.characters:
                return rows, [_too_much("cell_too_large", here, "characters", limits.characters)]
            cells += len(values)
            if cells > limits.cells:
                return [], [_too_much("table_too_large", here, "cells", limits.cells)]
            if len(rows) > limits.rows:
                return [], [_too_much("table_too_long", here, "rows", limits.rows)]
            if whole.strip():
                rows.append(Row(start + skipped, tuple(_checked(value) for value in values)))
            start = reader.line_num + 1
    except csv.Error as error:
        here = Place(file=file, line=start + skipped)
        if "field limit" in str(error):
            return rows, [_too_much("cell_too_large", here, "characters", limits.characters)]
        return [], [Issue("quote_unclosed", places=(here,))]
    return rows, _ragged(rows, file, limits.faults)


def _too_much(code: str, place: Place, setting: str, limit: int) -> Issue:
    return Issue(code, places=(place,), values={"limit": limit, "setting": f"limits.{setting}"})


def _ragged(rows: list[Row], file: str, most: int) -> list[Issue]:
    """Report rows that are longer or shorter than the header. No cell is moved to another column.

    A longer row is a fault: something in it has shifted. A shorter one may have lost blank cells at its end,
    which Excel and others leave out, or a cell before them; the row alone cannot tell. It is read as
    ending in blank cells, and told: in a note where other rows leave the same columns blank, in a
    warning where it lacks a column that every other row fills. Where it lacks half of those columns it is
    a fault: a line that was broken in two, or no row of the table at all.
    """
    if not rows:
        return []
    number = header_row([row.cells for row in rows])
    header = rows[number].cells
    below = [row for row in rows[number + 1 :] if not is_total(row)]
    short = _short(below, width(header))
    faults = [row for row in below if len(row.cells) > len(header) < width(row.cells)] + short.pop("error")
    issues = [
        Issue(
            "row_ragged",
            places=(Place(file=file, line=row.line),),
            values={"found": len(row.cells), "expected": len(header)},
        )
        for row in sorted(faults)[:most]
    ]
    if len(faults) > most:
        issues.append(Issue("rows_unread", places=(Place(file=file),), values={"count": len(faults) - most}))
    for severity, found in short.items():
        places = tuple(Place(file=file, line=row.line) for row in found[:MOST_PLACES])
        if places:
            issues.append(Issue("rows_short", severity, places, {"count": len(found)}))
    return issues


def _short(rows: list[Row], columns: int) -> dict[Severity, list[Row]]:
    """Return the rows of fewer cells, by how sure it is that blank ones were left out at their end."""
    found: dict[Severity, list[Row]] = {"error": [], "warning": [], "info": []}
    if all(len(row.cells) >= columns for row in rows):
        return found
    filled = Counter(n for row in rows for n, value in enumerate(row.cells) if not blank(value))
    always = [column for column in range(columns) if filled[column] >= len(rows) - 1]
    for row in rows:
        if len(row.cells) < columns:
            lacking = len(always) - bisect_left(always, len(row.cells))
            severity: Severity = "error" if 2 * lacking >= len(always) else "warning"
            found[severity if lacking else "info"].append(row)
    return found


def _checked(value: str) -> object:
    if value in ERROR_VALUES:
        return Broken("error_value", value)
    return as_written(value)
