"""Whatever was sent, as the standard workbook: each value in its place, changes listed, questions asked."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from innopraktik_match.domain.names import key
from innopraktik_match.files.out.questions import add_questions, question_lines
from innopraktik_match.files.out.tabling import table_rows
from innopraktik_match.files.out.writing import TABLES, add_settings, fill_sheet, policy_settings
from innopraktik_match.files.raw.cells import blank
from innopraktik_match.files.rounds.own_places import found_by_us
from innopraktik_match.files.values.cell_values import text
from innopraktik_match.texts.columns import column_label, table_label
from innopraktik_match.texts.issues import issue_parts
from innopraktik_match.texts.tidy import (
    CHANGES,
    CHANGES_HEADER,
    NOTHING,
    WHY,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from innopraktik_match.domain.issues import Issue, Place
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.files.out.tabling import CellText
    from innopraktik_match.files.rounds.from_tables import FromTables
    from innopraktik_match.files.rounds.reading import Reading
    from innopraktik_match.files.settings.answers import Answer

DOUBT = {"error": "#FFC7CE", "warning": "#FFEB9C"}
LONGEST_COMMENT = 500


class Change(NamedTuple):
    """One difference between what was sent and what stands now."""

    place: Place
    column: str
    before: str
    after: str
    why: str


@dataclass(frozen=True)
class Tidied:
    """The workbook, and how much there is to look at."""

    workbook: bytes
    changes: int
    questions: int
    doubtful: int


@dataclass(frozen=True)
class _Sheet:
    """One table on its way out; `doubts` are cells (line, column) to be coloured, each with its issue."""

    rows: list[list[CellText]]
    doubts: dict[tuple[int, int], Issue]


def tidied_workbook(reading: Reading, answers: Iterable[Answer], lang: Lang) -> Tidied:
    """Return the standard workbook of what was read.

    Parameters
    ----------
    reading : Reading
        Of tables.
    answers : iterable of Answer
        What was answered before.
    lang : {"da", "en"}
    """
    import xlsxwriter

    whole = reading.whole
    assert whole is not None
    raw = _raw_cells(whole)
    sheets = {table: _sheet(table, reading, raw, lang) for table in TABLES}
    changes = _changes(whole, sheets, raw, lang)
    questions = question_lines(reading, answers, lang)
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for table, sheet in sheets.items():
            if sheet.rows or table in ("interns", "hosts"):
                page = book.add_worksheet(table_label(table, lang))
                fill_sheet(page, sheet.rows, bold)
                _colour(book, page, sheet, lang)
        draft = whole.built.draft
        add_settings(book, policy_settings(draft.policy), bold, lang)
        add_questions(book, questions, bold, lang)
        header: list[CellText] = list(_said(CHANGES_HEADER, lang))
        lines: list[list[CellText]] = [
            [one.place.file, _where(one.place), one.column, one.before, one.after, one.why] for one in changes
        ]
        fill_sheet(book.add_worksheet(_said(CHANGES, lang)), [header, *lines], bold)
    doubtful = sum(len(sheet.doubts) for sheet in sheets.values())
    return Tidied(target.getvalue(), len(changes), len(questions), doubtful)


def _said(pair: Any, lang: Lang) -> Any:
    return pair[0 if lang == "da" else 1]


def _where(place: Place) -> str:
    cell = place.cell or (str(place.line) if place.line else "")
    return f"{place.sheet}!{cell}" if place.sheet else cell


def _raw_cells(whole: FromTables) -> dict[tuple[str, Place], dict[str, tuple[str, str]]]:
    """Return, by table and row, what stood in the column of each field: its header and its text."""
    found: dict[tuple[str, Place], dict[str, tuple[str, str]]] = {}
    for one in whole.understood:
        cells = one.columns.header.cells
        for row in one.columns.rows:
            found[one.columns.kind, one.table.place(row.line)] = {
                name: (str(cells[column]).strip(), text(row.cells[column]))
                for name, column in one.columns.fields.items()
                if column < len(row.cells) and not blank(row.cells[column])
            }
    return found


def _sheet(
    table: str, reading: Reading, raw: Mapping[tuple[str, Place], dict[str, tuple[str, str]]], lang: Lang
) -> _Sheet:
    """Return the rows of a table, with what could not be read as it stood, and the cells to look at."""
    whole = reading.whole
    assert whole is not None
    draft, entries = whole.built.draft, whole.built.entries.get(table, [])
    if table == "bans":  # those that we have found are found again, until somebody says otherwise
        draft = draft.model_copy(update={"bans": tuple(one for one in draft.bans if not found_by_us(one))})
        entries = entries[: len(draft.bans)]
    rows = table_rows(draft, table, lang, headers_as_they_are=True)
    line_of = {(entry.place): line for line, entry in enumerate(entries, 1)}
    cell_of = {
        (place, name.partition("[")[0]): line
        for line, entry in enumerate(entries, 1)
        for name, place in entry.places.items()
    }
    doubts: dict[tuple[int, int], Issue] = {}
    for issue in reading.issues:
        fields = issue.values.get("fields", ())
        if issue.severity == "info" or issue.values.get("table") != table or not isinstance(fields, tuple):
            continue
        for place, name in zip(issue.places, fields, strict=False):
            field = str(name).partition("[")[0]
            line = cell_of.get((place, field)) or line_of.get(place)
            if line is not None and issue.code != "field_blank":
                column = _column(rows, table, field, lang)
                doubts.setdefault((line, column), issue)
                stood = raw.get((table, entries[line - 1].place), {}).get(field)
                if stood and rows[line][column] is None:
                    rows[line][column] = stood[1]
    return _Sheet(rows, doubts)


def _column(rows: list[list[CellText]], table: str, field: str, lang: Lang) -> int:
    """Return the column of a field, a new one at the end where no row has it."""
    label = column_label(table, field, lang)
    if label not in rows[0]:
        for row in rows:
            row.append(None)
        rows[0][-1] = label
    return rows[0].index(label)


def _changes(
    whole: FromTables,
    sheets: Mapping[str, _Sheet],
    raw: Mapping[tuple[str, Place], dict[str, tuple[str, str]]],
    lang: Lang,
) -> list[Change]:
    """Return every cell that does not say now what it said, and every row that is left out."""
    found = []
    for table, entries in whole.built.entries.items():
        rows = sheets[table].rows
        for line, entry in enumerate(entries, 1):
            for name, (header, before) in raw.get((table, entry.place), {}).items():
                label = column_label(table, name, lang)
                if label not in rows[0]:
                    continue
                column = rows[0].index(label)
                now = rows[line][column]
                after = "" if now is None else text(now)
                if now is None or (key(before) != key(after) and "[" not in name):
                    doubted = (line, column) in sheets[table].doubts
                    why = _said(WHY["doubtful" if doubted else "read"], lang)
                    found.append(Change(entry.at(name), header, before, "" if doubted else after, why))
    for table, entry, why in whole.left.rows:
        name = str(entry.values.get("name") or entry.values.get("id") or "")
        label = column_label(table, "name", lang)
        found.append(Change(entry.place, label, name, _said(NOTHING, lang), _said(WHY[why], lang)))
    return found


def _colour(book: Any, page: Any, sheet: _Sheet, lang: Lang) -> None:
    formats = {name: book.add_format({"bg_color": colour}) for name, colour in DOUBT.items()}
    for (line, column), issue in sheet.doubts.items():
        parts, value = issue_parts(issue, lang), sheet.rows[line][column]
        if isinstance(value, (int, float)):
            page.write_number(line, column, value, formats[issue.severity])
        else:
            page.write_string(line, column, value or "", formats[issue.severity])
        told = " ".join(filter(None, (parts.what, parts.mend, parts.suggestion)))
        page.write_comment(line, column, told[:LONGEST_COMMENT], {"author": ""})
