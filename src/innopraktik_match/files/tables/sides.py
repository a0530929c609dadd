"""One sheet for both sides, with a column that says who is intern, host or both: as two tables."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Verbatim, blank
from innopraktik_match.files.tables.headers import find_header, is_aside, table_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.files.raw.cells import Row, Table
    from innopraktik_match.files.tables.headers import Mapped

NEARLY_ALL = 0.9
LONGEST_ANSWER = 60
_INTERN = re.compile(r"praktikant|\bpraktik\b|\bintern(?:ship)?\b|deltager|\bvisit|besøge\b|på besøg")
_HOST = re.compile(
    r"vært|praktiksted|\bhost(?:ing)?\b|modtage|tage imod|receive|\b(?:få|have) besøg|besøg af"
)
_RECEIVES = re.compile(
    r"\b(?:modtage|tage imod|tage|have|få|vært for|receive|take|have|hosting|host)(?: \w+){0,3} "
    r"(?:praktikant\w*|(?:i )?praktik|interns?|internships?)\b"
)
_VISITS = re.compile(r"\b(?:besøge|visit)(?: \w+){0,3} (?:vært\w*|hosts?)\b")
"""Whom somebody receives or visits says which side the others are on."""
_BOTH = re.compile(r"begge|\bboth\b")
TITLES = {"interns": "Praktikanter", "hosts": "Værter"}


def by_sides(tables: list[Table], mapped: Mapped, issues: list[Issue]) -> list[Table]:
    """Return the tables, those that hold both sides parted in two; what was parted is told.

    Parameters
    ----------
    tables : list of Table
    mapped : dict
        Saved columns: table -> header -> field.
    issues : list of Issue
        Takes what was found.
    """
    found = []
    for table in tables:
        kind = table_of(table, mapped) if table.rows and not is_aside(table) else "none"
        column = _asking_column(table, mapped) if kind in (None, "interns", "hosts") else None
        if column is None:
            found.append(table)
            continue
        header = find_header("interns", table, mapped)
        answers = {row: _sides_of(row, column) for row in table.rows if row.line > header.line}
        above = tuple(row for row in table.rows if row.line < header.line)
        asked = _asked_of(answers)
        count = {}
        for side, title in TITLES.items():
            others = {one for one, whom in asked.items() if whom != side}
            rows = tuple(_without(row, {column, *others}) for row, sides in answers.items() if side in sides)
            count[side] = len(rows)
            head = _without(header, {column, *others})
            found.append(replace(table, title=title, rows=(*above, head, *rows), of_both=True))
        silent = tuple(table.place(row.line, column) for row, sides in answers.items() if not sides)
        values: dict[str, object] = {"interns": count["interns"], "hosts": count["hosts"]}
        issues.append(Issue("table_of_both", "info", (table.place(header.line, column),), values))
        if silent:
            issues.append(Issue("side_not_said", "warning", silent, {"count": len(silent)}))
    return found


def _without(row: Row, columns: set[int]) -> Row:
    """Return a row without what has been heard, or was asked of the other side."""
    return row._replace(cells=tuple(None if n in columns else cell for n, cell in enumerate(row.cells)))


def _asked_of(answers: Mapping[Row, frozenset[str]]) -> dict[int, str]:
    """Return the columns that only one side was asked for, each with that side.

    Told by those who are on one side alone: most of the one have answered, and nobody of the other. So a
    host's number of days is not taken for that of an intern who is a host as well.
    """
    alone = {side: [row for row, sides in answers.items() if sides == frozenset((side,))] for side in TITLES}
    found: dict[int, str] = {}
    if not all(alone.values()):
        return found
    for column in range(max(len(row.cells) for row in answers)):
        filled = {
            side: sum(column < len(row.cells) and not blank(row.cells[column]) for row in rows)
            for side, rows in alone.items()
        }
        for side, other in (("interns", "hosts"), ("hosts", "interns")):
            if not filled[other] and 2 * filled[side] >= len(alone[side]):
                found[column] = side
    return found


def _asking_column(table: Table, mapped: Mapped) -> int | None:
    """Return the column that says who is on which side: nearly all answers do, and not all the same."""
    header = find_header("interns", table, mapped)
    below = [row for row in table.rows if row.line > header.line]
    for column in range(len(header.cells)):
        cells = [row.cells[column] for row in below if column < len(row.cells)]
        filled = [cell for cell in cells if not blank(cell)]
        words = Counter((type(cell), cell) for cell in filled if isinstance(cell, str))
        sides: set[str] = set()
        telling = words.total()
        for (_, word), count in words.items():
            found = _sides(word)
            sides |= found
            telling -= 0 if found else count
            if telling < NEARLY_ALL * len(filled):
                break
        if telling > 1 and telling >= NEARLY_ALL * len(filled) and sides >= {"interns", "hosts"}:
            return column
    return None


def _sides_of(row: Row, column: int) -> frozenset[str]:
    return _sides(row.cells[column] if column < len(row.cells) else None)


def _sides(value: object) -> frozenset[str]:
    if not isinstance(value, str) or isinstance(value, Verbatim) or len(value) > LONGEST_ANSWER:
        return frozenset()
    return _named(value)


@lru_cache(maxsize=2**12)
def _named(answer: str) -> frozenset[str]:
    text = _VISITS.sub("besøge", _RECEIVES.sub("vært", key(answer)))
    if _BOTH.search(text):
        return frozenset(TITLES)
    return frozenset(
        side for side, pattern in (("interns", _INTERN), ("hosts", _HOST)) if pattern.search(text)
    )
