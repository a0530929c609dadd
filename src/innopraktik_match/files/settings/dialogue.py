"""Questions that come up while rows are read, and the answers that were given to them before."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key
from innopraktik_match.files.settings.answers import OF_COLUMNS, Answer, answer_unknown
from innopraktik_match.files.values.cell_values import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from innopraktik_match.domain.issues import Issue

YES_OR_NO: tuple[tuple[str, str], ...] = ()
"""The options of a question that is answered by yes or no."""
NONE = "none"
_NONE = frozenset(("ingen af dem", "none of them", "ingen", "none"))


@dataclass(frozen=True)
class Question:
    """Something that only a person can say.

    Attributes
    ----------
    kind : str
        What is asked, as in `texts.tidy`.
    table : str
        Which table it is about.
    subject : str
        Whom and what it is about, in ids and words, so that the same question is known again.
    field : str
        The field it is about.
    words : dict
        What the sentence needs.
    options : tuple of (code, label)
        What can be chosen besides "none of them"; nothing where the answer is yes or no.
    guess : str
        The code of the likeliest answer.
    wording : str
        Which sentence asks, where it is not that of the kind.
    """

    kind: str
    table: str
    subject: str
    field: str = ""
    words: Mapping[str, object] = dataclasses.field(default_factory=dict)
    options: tuple[tuple[str, str], ...] = YES_OR_NO
    guess: str = "yes"
    wording: str = ""

    def code_of(self, word: str) -> str | None:
        """Return the code of an answer; None where it is none of the options."""
        said = key(word)
        if not self.options:
            return "yes" if said in YES else "no" if said in NO else None
        chosen = (code for code, label in self.options if said in (key(code), key(label)))
        return next(chosen, NONE if said in _NONE else None)


class Dialogue:
    """What is asked, and what was answered."""

    def __init__(self, answers: Iterable[Answer] = ()) -> None:
        self._answers = {_mark(one): one for one in answers if one.kind != OF_COLUMNS}
        self._asked: dict[tuple[str, str, str, str], Question] = {}

    @property
    def questions(self) -> list[Question]:
        """The questions without an answer, each once, in the order in which they came up."""
        return list(self._asked.values())

    def ask(self, question: Question, issues: list[Issue]) -> str | None:
        """Return the code of the answer; None where there is none yet, and then it is asked.

        Parameters
        ----------
        question : Question
        issues : list of Issue
            Takes an answer that is none of the options.
        """
        answer = self._answers.get(_mark(question))
        code = question.code_of(answer.word) if answer is not None else None
        if answer is not None and code is None:
            labels = tuple(label for _, label in question.options) or ("ja", "nej")
            issues.append(answer_unknown(answer, labels))
        if code is None:
            self._asked.setdefault(_mark(question), question)
        return code

    def answered(self, kind: str, table: str) -> list[Answer]:
        """Return the answers to one kind of question about a table."""
        return [one for one in self._answers.values() if (one.kind, one.table) == (kind, table)]


def _mark(one: Question | Answer) -> tuple[str, str, str, str]:
    return one.kind, one.table, key(one.subject), one.field
