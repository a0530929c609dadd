"""Which unknown column is which field: words of the header and what the cells can be, weighed together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import closest
from innopraktik_match.files.tables.recognisers import (
    CALLED,
    REFERENCES,
    share,
    told_by_units,
    yes_or_no,
)
from innopraktik_match.texts.columns import COLUMNS
from innopraktik_match.texts.questions import (
    asked_for,
    asks_for_text,
    counts_interns,
    is_negated,
    says_least,
    wish_number,
)
from innopraktik_match.texts.vocabulary import field_of, known_fields, mentioned, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.files.tables.recognisers import Known

NAMED, ASKED, WORD, BEGINNING = 3.0, 2.0, 1.5, 1.0
"""What the header counts: a known name of the column, a question for it, its word, a part of one."""
CELLS = 2.0
MOST_OF_THEM, NEARLY_ALL, HALF = 0.8, 0.9, 0.5
CLOSED = ("email", "wishes", "sector", "municipality", "region")
"""Fields whose cells tell what they are, whatever the header says."""
ALIKE = 0.8
"""How near a header is to a word that may be meant, short of a slip of the pen."""
CLEARLY = 0.3
"""How far ahead of the next one a field must be where cells cannot tell."""
NEGATIVE = ("rejects", "note")
"""Fields whose questions may say "not"."""
FREE = ("note", "themes")
"""Fields that a description may be."""
MOST_WISHES = 20
PARTS = 1000


@dataclass(frozen=True)
class Guess:
    """What a column probably holds.

    Attributes
    ----------
    column : int
    field : str
    sure : bool
        Whether header and cells agree beyond doubt, so that the column is read as this.
    fitting, filled : int
        How many of the filled cells can be read so; `fitting` is -1 where any text can.
    """

    column: int
    field: str
    sure: bool
    fitting: int
    filled: int


def weigh(
    kind: str, headers: Mapping[int, str], cells: Mapping[int, list[object]], used: set[str], known: Known
) -> list[Guess]:
    """Return the best guess for each column that has one, each field once.

    Parameters
    ----------
    kind : str
        Which table it is.
    headers : dict
        Column -> header, of the columns that are unknown.
    cells : dict
        Column -> what its filled cells hold.
    used : set of str
        The fields that have a column; a wish by number as "wishes[1]" and as "wishes".
    known : Known
        Who is known before the columns are.
    """
    wishes = _numbered(kind, headers, cells, used, known)
    free = {column: header for column, header in headers.items() if column not in wishes}
    taken = used | ({"wishes"} if wishes else set())
    scores = {column: _scores(kind, header, cells[column], taken, known) for column, header in free.items()}
    return [
        *(
            Guess(column, f"wishes[{number - 1}]", sure, *_fitting(kind, "wishes", cells[column], known))
            for column, (number, sure) in wishes.items()
        ),
        *_assigned(kind, headers, scores, cells, known),
    ]


def _numbered(
    kind: str, headers: Mapping[int, str], cells: Mapping[int, list[object]], used: set[str], known: Known
) -> dict[int, tuple[int, bool]]:
    """Return the columns of numbered wishes, each with its number and whether that is beyond doubt.

    Where some headers have no number, their columns take the free numbers from left to right: beyond doubt if
    each of those headers asks for wishes.
    """
    if kind not in ("interns", "hosts"):
        return {}
    naming = {column: _names_others(kind, headers[column], cells[column], known) for column in headers}
    columns = [column for column, fits in naming.items() if fits is not None]
    surely = sum(fits is True for fits in naming.values()) > 1
    numbers = {column: wish_number(headers[column], surely=surely) for column in columns}
    given = {column: number for column, number in numbers.items() if number}
    taken = {number for number in range(1, MOST_WISHES) if f"wishes[{number - 1}]" in used}
    if len({*given.values()} | taken) < len(given) + len(taken):
        given = {}
    rest = [column for column in columns if column not in given]
    if not given and len(rest) < 2 and "wishes" not in used:
        return {}
    free = (number for number in count(1) if number not in taken and number not in given.values())
    asked = bool(given or taken) and all("wishes" in asked_for(kind, headers[column]) for column in rest)
    whole = {*given.values()} | taken == set(range(1, 1 + len(given) + len(taken)))
    likely = whole and any(naming[column] for column in given)
    sure = [
        column
        for column in columns
        if not known.doubts(kind)
        and ((naming[column] and (asked or (whole and column in given))) or (likely and column in given))
    ]
    return {column: (given.get(column) or next(free), column in sure) for column in columns}


def _names_others(kind: str, header: str, values: list[object], known: Known) -> bool | None:
    """Return whether the cells of a column of wishes name the other side; None where it is no such column."""
    asked = asked_for(kind, header)
    if not asked.keys().isdisjoint(("rejects", "group")) or is_negated(header):
        return None
    wished = "wishes" in asked or (wish_number(header) is not None and not asked)
    fits = (share(kind, "wishes", values, known) or 0) >= MOST_OF_THEM
    own = sum(known.names(kind, value) for value in values)
    if not fits and own and own >= MOST_OF_THEM * len(values):
        return None  # one sheet for both sides: the other side's wishes
    if wished or not _only_numbers(values):
        return fits or (False if wished else None)
    return None


def _only_numbers(values: list[object]) -> bool:
    """Whether all cells are numbers: they may be ids of the other side, and much else."""
    return all(str(value).strip().isdigit() for value in values)


def _scores(
    kind: str, header: str, values: list[object], used: set[str], known: Known
) -> dict[str, tuple[float, float]]:
    """Return for each field that a column may hold the score of all, and that of the header alone."""
    words: dict[str, float] = {}
    for exact, length, name in mentioned(kind, header):
        worth = (WORD if exact else BEGINNING) + length / PARTS
        words[name] = max(words.get(name, 0), worth)
    if word := closest(plain(header), known_fields(kind), ALIKE):
        words.setdefault(known_fields(kind)[word], BEGINNING)
    for name, length in asked_for(kind, header).items():
        words[name] = max(words.get(name, 0), ASKED + length / PARTS)
    if named := field_of(kind, header):
        words[named.partition("[")[0]] = NAMED
    if kind == "hosts" and (counted := counts_interns(header)):
        words.setdefault(counted, BEGINNING)
    if "max" in words and says_least(header):
        words["min"] = max(words.pop("max"), words.get("min", 0))
    if is_negated(header):
        words.setdefault("rejects", BEGINNING)
    if "rejects" in words:
        words.pop("wishes", None)
    for name in (*CLOSED, *told_by_units(values)):
        words.setdefault(name, 0)
    scores = {}
    negated = is_negated(header)
    for name, worth in words.items():
        if name in used or name not in COLUMNS[kind] or (negated and name not in NEGATIVE):
            continue
        if name not in FREE and asks_for_text(header):
            continue
        if name == "wishes" and not worth and _only_numbers(values):
            continue
        fit = share(kind, name, values, known)
        if fit is None:
            if worth >= BEGINNING and not (name in (*CALLED, "contact") and yes_or_no(values)):
                scores[name] = (worth, worth)
        elif fit >= (HALF if worth else MOST_OF_THEM) or worth >= ASKED:
            scores[name] = (worth + CELLS * fit, worth)
    return scores


def _assigned(
    kind: str,
    headers: Mapping[int, str],
    scores: Mapping[int, Mapping[str, tuple[float, float]]],
    cells: Mapping[int, list[object]],
    known: Known,
) -> list[Guess]:
    """Give each field to one column, and each column one field, so that all scores together are highest."""
    fields = sorted({name for of in scores.values() for name in of})
    columns = [column for column in scores if scores[column]]
    if not columns:
        return []
    pairs = _best_pairs(
        [[round(PARTS * scores[column].get(name, (0, 0))[0]) for name in fields] for column in columns]
    )
    guesses = []
    for at, number in pairs:
        column, name = columns[at], fields[number]
        if name not in scores[column]:
            continue
        score, worth = scores[column][name]
        others = [  # that people work at a host is no sign of a wish
            other
            for one, (other, said) in scores[column].items()
            if one != name and (said or one != "wishes")
        ]
        fitting, filled = _fitting(kind, name, cells[column], known)
        if fitting < 0:
            sure = worth >= ASKED and score >= max(others, default=0) + CLEARLY
        else:
            sure = worth >= WORD and fitting >= NEARLY_ALL * filled
        sure = sure and (name in NEGATIVE or not is_negated(headers[column]))
        sure = sure and not (name in REFERENCES and known.doubts(kind))
        guesses.append(Guess(column, name, sure and filled > 0, fitting, filled))
    return guesses


def _best_pairs(worth: list[list[int]]) -> list[tuple[int, int]]:
    """Return the (row, column) pairs of an assignment of the highest worth."""
    rows, columns = len(worth), len(worth[0])
    alone = [max(range(columns), key=lambda column: row[column]) for row in worth]
    if len(set(alone)) == rows:  # nobody wants what another wants
        return list(enumerate(alone))
    from ortools.graph.python import linear_sum_assignment

    solver = linear_sum_assignment.SimpleLinearSumAssignment()
    size = rows + columns  # everybody may stay alone
    for row in range(size):
        for column in range(size):
            real = row < rows and column < columns
            solver.add_arc_with_cost(row, column, -worth[row][column] if real else 0)
    solver.solve()
    found = [(row, solver.right_mate(row)) for row in range(rows)]
    return [(row, column) for row, column in found if column < columns]


def _fitting(kind: str, name: str, values: list[object], known: Known) -> tuple[int, int]:
    """Return how many cells can be read as a field (-1: any text can), and how many there are."""
    fit = share(kind, name, values, known)
    return (-1 if fit is None else round(fit * len(values))), len(values)
