"""The sheet of questions that `tidy` has asked, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from innopraktik_match.domain.names import key
from innopraktik_match.files.settings.policies import Layer
from innopraktik_match.files.values.cell_values import NO, YES, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.files.raw.cells import Table

ANSWER, TABLE, HEADER, FIELD = 3, 4, 5, 6
"""The columns of the sheet that are read, counted from 0: what people choose, and what it is about."""


class Answer(NamedTuple):
    """What was answered about a column: its table and header, the field that was proposed, and the word."""

    table: str
    header: str
    field: str
    word: str

    @property
    def meant(self) -> str:
        """The field that the column is; "" is none."""
        return self.field if key(self.word) in YES else ""


def answers_in(table: Table) -> Iterator[Answer]:
    """Yield what was answered; a row without an answer says nothing."""
    for row in table.rows:
        if len(row.cells) > FIELD:
            word, kind, header, field = (
                "" if row.cells[n] is None else text(row.cells[n]) for n in (ANSWER, TABLE, HEADER, FIELD)
            )
            if kind and header and key(word) in YES | NO:
                yield Answer(kind, header, field, word)


def read_answers(table: Table) -> Layer:
    """Return the answers as a layer of settings: a column is what was proposed, or is not to be read."""
    return Layer({}, table.place(), {}, columns_of(answers_in(table)))


def columns_of(answers: Iterable[Answer]) -> dict[str, Any]:
    """Return answers as the section `columns` of settings."""
    columns: dict[str, Any] = {}
    for one in answers:
        columns.setdefault(one.table, {})[one.header] = one.meant
    return {"columns": columns} if columns else {}
