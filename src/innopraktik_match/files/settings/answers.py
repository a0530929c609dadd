"""The sheet of questions that `tidy` has asked, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from innopraktik_match.domain.issues import Issue, Place
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import shown
from innopraktik_match.files.settings.policies import Layer
from innopraktik_match.files.values.cell_values import NO, YES, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.files.raw.cells import Table

ASKED, GUESS, ANSWER, TABLE, SUBJECT, FIELD, KIND, OPTIONS = range(1, 9)
"""The columns of the sheet, counted from 0: what people read and choose, and what it is about."""
OF_COLUMNS = "column"


class Answer(NamedTuple):
    """What was answered to a question.

    Attributes
    ----------
    table : str
        Which table it is about.
    subject : str
        The header of a column, or whom and what it is about, as in `Question`.
    field : str
        The field that was proposed for a column, or that the question is about.
    word : str
        The answer as it was chosen.
    kind : str
        "column", or another kind of question.
    asked, guess : str
        As it stood in the sheet.
    place : Place
        The cell of the answer.
    options : tuple of str
        What could be chosen, where it was more than yes or no.
    """

    table: str
    subject: str
    field: str
    word: str
    kind: str = OF_COLUMNS
    asked: str = ""
    guess: str = ""
    place: Place = Place()
    options: tuple[str, ...] = ()

    @property
    def meant(self) -> str:
        """The field that a column is; "" is none."""
        return self.field if key(self.word) in YES else ""


def answers_in(table: Table) -> Iterator[Answer]:
    """Yield what was answered; a row without an answer says nothing."""
    for row in table.rows:
        if len(row.cells) <= FIELD:
            continue
        cells = ["" if cell is None else text(cell) for cell in (*row.cells, None)]
        answer = Answer(
            cells[TABLE],
            cells[SUBJECT],
            cells[FIELD],
            cells[ANSWER],
            cells[KIND] or OF_COLUMNS,
            cells[ASKED],
            cells[GUESS],
            table.place(row.line, ANSWER),
            tuple(filter(None, cells[OPTIONS:])),
        )
        if answer.word and answer.table and answer.subject and cells[0].isdigit():
            yield answer


def read_answers(table: Table) -> tuple[Layer, list[Answer], list[Issue]]:
    """Return the answers about columns as a layer of settings, all of them, and words that are no answer."""
    answers = list(answers_in(table))
    unknown = [one for one in answers if one.kind == OF_COLUMNS and key(one.word) not in YES | NO]
    issues = [answer_unknown(one, ("ja", "nej")) for one in unknown]
    return Layer({}, table.place(), {}, columns_of(answers)), answers, issues


def answer_unknown(answer: Answer, expected: tuple[str, ...]) -> Issue:
    """Return a warning that an answer is none of those that can be chosen."""
    values: dict[str, object] = {"read": shown(answer.word), "expected": expected}
    return Issue("answer_unknown", "warning", (answer.place,), values)


def columns_of(answers: Iterable[Answer]) -> dict[str, Any]:
    """Return answers about columns as the section `columns` of settings."""
    columns: dict[str, Any] = {}
    for one in answers:
        if one.kind == OF_COLUMNS and key(one.word) in YES | NO:
            columns.setdefault(one.table, {})[one.subject] = one.meant
    return {"columns": columns} if columns else {}
