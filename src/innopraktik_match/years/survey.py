"""Answers of an evaluation, as a survey tool exports them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from innopraktik_match.domain.directory import Directory
from innopraktik_match.domain.issues import Issue, Place, RoundError
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import blank
from innopraktik_match.files.raw.inputs import read_bytes, read_tables
from innopraktik_match.files.raw.limits import ROWS_ABOVE
from innopraktik_match.files.values.cell_values import text
from innopraktik_match.files.values.no_answer import is_no_answer
from innopraktik_match.texts.outcomes import ANSWERED_NO, ANSWERED_YES, ASKED, WHO
from innopraktik_match.texts.vocabulary import plain

if TYPE_CHECKING:
    from pathlib import Path

    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.raw.cells import Row, Table

Side = Literal["interns", "hosts"]
QUESTIONS = ("used", "recommend", "contact")
_WHO = {plain(word): name for name, words in WHO.items() for word in words}


@dataclass(frozen=True)
class Answer:
    """What one person answered; None where nothing, or neither yes nor no.

    Attributes
    ----------
    side, person : str or None
        "interns" or "hosts", and the id; None where nobody in the round is called so.
    host : str or None
        The host that the answer names, by id.
    used, recommend, contact : bool or None
    how : str or None
        How it was used, as written. It is never shown beside figures.
    """

    side: Side | None
    person: str | None
    host: str | None
    used: bool | None
    recommend: bool | None
    contact: bool | None
    how: str | None = None


@dataclass(frozen=True)
class Survey:
    """The answers of a survey.

    Attributes
    ----------
    answers : tuple of Answer
        One of each person and visit: the last, where somebody answered twice.
    unclear : int
        Cells that are neither yes nor no.
    """

    answers: tuple[Answer, ...]
    unclear: int


def read_survey(path: Path, round: Round) -> Survey:
    """Read a survey export, .csv or .xlsx.

    Parameters
    ----------
    path : path
        Headers may be whole questions. Somebody is found by id, by name or by e-mail address; answers of
        unknown people count in the whole, but cannot be broken down.
    round : Round
        The round that was evaluated.

    Raises
    ------
    RoundError
        Where the file cannot be read, or asks none of the three questions.
    """
    data, issues = read_bytes(path)
    tables: list[Table] = []
    if data is not None:
        tables, issues = read_tables(data, path.name)
    if any(issue.severity == "error" for issue in issues):
        raise RoundError(issues)
    found = [(table, header) for table in tables if (header := _header(table))]
    if not found:
        raise RoundError([Issue("survey_not_understood", places=(Place(file=path.name),))])
    reader = _Reader(round)
    answers = [
        one
        for table, header in found
        for row in table.rows
        if row.line > header.line and (one := reader.answer(row, _fields(header)))
    ]
    last = {(one.side, one.person, one.host) if one.person else id(one): one for one in answers}
    return Survey(tuple(last.values()), reader.unclear)


def _fields(row: Row) -> dict[str, int]:
    """Return the column of each field that the cells of a row name or ask for, the first of each."""
    found: dict[str, int] = {}
    for column, cell in enumerate(row.cells):
        name = _field(plain(cell)) if isinstance(cell, str) else None
        if name is not None:
            found.setdefault(name, column)
    return found


def _field(header: str) -> str | None:
    if header in _WHO:
        return _WHO[header]
    return next((name for name, parts in ASKED.items() if any(part in header for part in parts)), None)


def _header(table: Table) -> Row | None:
    rows = table.rows[:ROWS_ABOVE]
    best = max(rows, key=lambda row: len(_fields(row)), default=None)
    return best if best is not None and set(QUESTIONS) & _fields(best).keys() else None


class _Reader:
    """Reads rows as answers of the people of a round."""

    def __init__(self, round: Round) -> None:
        self.unclear = 0
        self._sides: dict[Side, Directory] = {
            "interns": Directory((one.id, one.name) for one in round.interns),
            "hosts": Directory((one.id, one.name) for one in round.hosts),
        }
        self._mail: dict[str, tuple[Side, str]] = {}
        for side, people in (("hosts", round.hosts), ("interns", round.interns)):
            self._mail |= {key(one.email): (side, one.id) for one in people if one.email}  # type: ignore[misc]

    def answer(self, row: Row, columns: dict[str, int]) -> Answer | None:
        """Return what a row says; None where it answers none of the questions."""
        cells = {
            name: text(row.cells[column])
            for name, column in columns.items()
            if column < len(row.cells) and not blank(row.cells[column])
        }
        given = {name: self._yes(cells.get(name)) for name in QUESTIONS}
        if all(value is None for value in given.values()):
            return None
        side, person = self._who(cells)
        hosts = self._sides["hosts"].find(cells["host"]) if "host" in cells else ()
        host = hosts[0] if len(hosts) == 1 and side == "interns" else None
        return Answer(side, person, host, **given, how=cells.get("how"))

    def _who(self, cells: dict[str, str]) -> tuple[Side | None, str | None]:
        known = self._mail.get(key(cells.get("email", "")))
        if known:
            return known
        for word in (cells.get("id"), cells.get("name")):
            for side, people in self._sides.items():
                found = people.find(word) if word else ()
                if len(found) == 1:
                    return side, found[0]
        return None, None

    def _yes(self, answer: str | None) -> bool | None:
        if answer is None or (is_no_answer("workplace", answer) and key(answer) not in ANSWERED_NO):
            return None
        word = key(answer).rstrip(".!")
        if word in ANSWERED_YES or word.startswith(("ja,", "yes,")):
            return True
        if word in ANSWERED_NO or word.startswith(("nej,", "no,")):
            return False
        self.unclear += 1
        return None
