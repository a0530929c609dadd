"""The sheet of questions: what only a person can say, a drop-down for each, and what was answered before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from innopraktik_match.files.out.writing import fill_sheet
from innopraktik_match.files.raw.cells import letters
from innopraktik_match.files.rounds.account import ASKING
from innopraktik_match.files.settings.answers import ANSWER, KIND, OF_COLUMNS, OPTIONS, TABLE
from innopraktik_match.texts.columns import numbered_label, table_label
from innopraktik_match.texts.tidy import ANSWERS, NONE_OF_THEM, QUESTION, QUESTIONS_HEADER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.files.out.tabling import CellText
    from innopraktik_match.files.rounds.reading import Reading
    from innopraktik_match.files.settings.answers import Answer
    from innopraktik_match.files.settings.dialogue import Question

WIDTHS = {1: 90, 2: 30, 3: 30}


class Line(NamedTuple):
    """One row of the sheet; `options` is empty where the answer is yes or no."""

    asked: str
    guess: str
    word: str | None
    table: str
    subject: str
    field: str
    kind: str
    options: tuple[str, ...] = ()


def question_lines(reading: Reading, answers: Iterable[Answer], lang: Lang) -> list[Line]:
    """Return the questions of a reading of tables, those answered before first, with their answer."""
    assert reading.whole is not None
    lines = [_answered(one, lang) for one in answers]
    lines += [_of_rows(question, lang) for question in reading.whole.dialogue.questions]
    lines += [
        _of_column(issue, lang)
        for issue in reading.issues
        if issue.code in ASKING and "mapping" in issue.values
    ]
    return lines


def add_questions(book: Any, lines: list[Line], bold: Any, lang: Lang) -> None:
    """Add the sheet to a workbook; none where nothing is asked."""
    if not lines:
        return
    sheet = book.add_worksheet(table_label("questions", lang))
    rows: list[list[CellText]] = [list(_said(QUESTIONS_HEADER, lang))]
    rows += [[number, *line[:-1], *line.options] for number, line in enumerate(lines, 1)]
    fill_sheet(sheet, rows, bold)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, width in WIDTHS.items():
        sheet.set_column(column, column, width, wrapped)
    last = max(len(row) for row in rows) - 1
    sheet.set_column(TABLE, max(KIND, last), None, None, {"hidden": True})
    for number, line in enumerate(lines, 1):
        choice: dict[str, object] = {"validate": "list", "source": list(_said(ANSWERS, lang))}
        if line.options:
            ends = (letters(OPTIONS), letters(OPTIONS + len(line.options) - 1))
            choice["source"] = "=" + ":".join(f"${end}${number + 1}" for end in ends)
        sheet.data_validation(number, ANSWER, number, ANSWER, {**choice, "error_type": "warning"})


def _answered(one: Answer, lang: Lang) -> Line:
    label = _label(one.table, one.field, lang)
    asked, guess = one.asked, one.guess
    if one.kind == OF_COLUMNS:
        asked, guess = _said(QUESTION["one"], lang).format(header=one.subject, field=label), label
    return Line(asked, guess, one.word, one.table, one.subject, one.field, one.kind, one.options)


def _of_rows(question: Question, lang: Lang) -> Line:
    """Return the line of a question about rows or values."""
    asked = _said(QUESTION[question.wording or question.kind], lang).format(**question.words)
    labels = [label for _, label in question.options]
    options = (*labels, _said(NONE_OF_THEM, lang)) if labels else ()
    usual = _said(NONE_OF_THEM, lang) if labels else _said(ANSWERS, lang)[0]
    guess = dict(question.options).get(question.guess, usual)
    return Line(asked, guess, None, question.table, question.subject, question.field, question.kind, options)


def _of_column(issue: Issue, lang: Lang) -> Line:
    values = issue.values
    table, field, header = (str(values[name]) for name in ("table", "field", "header"))
    label = _label(table, field, lang)
    asked = _said(QUESTION["one"], lang).format(header=values["read"], field=label)
    if values.get("fitting"):
        asked += " " + _said(QUESTION["evidence"], lang).format(**values)
    return Line(asked, label, None, table, header, field, OF_COLUMNS)


def _label(table: str, field: str, lang: Lang) -> str:
    return f"«{numbered_label(table, field, lang)}»"


def _said(pair: Any, lang: Lang) -> Any:
    return pair[0 if lang == "da" else 1]
