"""The criteria about those who come together, as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.domain.criteria import SCALE, number_in, value_of
from innopraktik_match.domain.names import key
from innopraktik_match.model.matches import MISFITS, codes_of, millionths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from innopraktik_match.domain.round import Intern
    from innopraktik_match.domain.rulebook.criterion_settings import VisitMatch
    from innopraktik_match.model.measures import Flags, Index, Ints

    Count = Callable[[Ints, Ints], Ints]


@dataclass(frozen=True)
class VisitCriterion:
    """One criterion about those who come together.

    Attributes
    ----------
    hard : bool
    points : int
        Of each misfit.
    count : callable
        Members [G, M] and their units [G, M], -1 where empty -> how many misfits [G].
    grows : bool
        Whether more members never lower the count.
    """

    hard: bool
    points: int
    count: Count
    grows: bool


def visit_criteria_of(
    criteria: Iterable[VisitMatch], interns: Sequence[Intern]
) -> tuple[VisitCriterion, ...]:
    """Return the criteria that are on, ready to be asked about visits."""
    found = []
    for one in criteria:
        if one.on:
            count = _COUNTS[one.kind](one, [value_of(person, one.column) for person in interns])
            found.append(VisitCriterion(one.hard, one.points, count, one.kind in ("alike", "mix")))
    return tuple(found)


def kinds_of(criteria: Iterable[VisitMatch], interns: Sequence[Intern]) -> Index:
    """Return a code for each intern [I], equal for those whom no criterion can tell apart."""
    columns = [one.column for one in criteria if one.on]
    cells = [tuple(value_of(person, column) for column in columns) for person in interns]
    code = {cell: n for n, cell in enumerate(sorted(set(cells)))}
    return np.array([code[cell] for cell in cells], dtype=np.int32)


def units_of(unit: Index, members: Index | Ints) -> Ints:
    """Return the unit of each member [G, M] by that of each intern [I]; -1 where nobody is."""
    return np.where(members >= 0, unit[members], -1)


def repeats(code: Index, members: Ints, units: Ints) -> Ints:
    """Count distinct (unit, code) less distinct codes in each visit [G]; unknown, -1, is no code."""
    codes = np.where(members >= 0, code[members], -1)
    found = np.zeros(len(codes), dtype=np.int64)
    for b in range(1, codes.shape[1]):
        known = codes[:, b] >= 0
        same = [codes[:, a] == codes[:, b] for a in range(b)]
        mate = [same[a] & (units[:, a] == units[:, b]) for a in range(b)]
        found += known & np.logical_or.reduce(same) & ~np.logical_or.reduce(mate)
    return found


def _alike(one: VisitMatch, texts: list[str]) -> Count:
    """Count the pairs from two units that do not fit."""
    misfits = MISFITS[one.how](one, texts, texts)

    def count(members: Ints, units: Ints) -> Ints:
        found = np.zeros(len(members), dtype=np.int64)
        for b in range(1, members.shape[1]):
            for a in range(b):
                two = (members[:, a] >= 0) & (members[:, b] >= 0) & (units[:, a] != units[:, b])
                found += two & misfits(members[:, a], members[:, b])
        return found

    return count


def _mix(one: VisitMatch, texts: list[str]) -> Count:
    """Count those who repeat a word that another unit has."""
    code = codes_of(texts)
    return lambda members, units: repeats(code, members, units)


def _not_alone(one: VisitMatch, texts: list[str]) -> Count:
    """Count those whose word nobody else has, where several units come."""
    code = codes_of(texts)
    counted = np.array([one.value is None or key(text) == key(one.value) for text in texts], dtype=bool)

    def count(members: Ints, units: Ints) -> Ints:
        codes = np.where(members >= 0, code[members], -1)
        same = (codes[:, :, None] == codes[:, None, :]).sum(axis=2)
        alone = (codes >= 0) & (same == 1) & counted[members]
        return np.asarray(np.where(_several(units, members >= 0), alone.sum(axis=1), 0))

    return count


def _spread(one: VisitMatch, texts: list[str]) -> Count:
    """Tell where the numbers of several units lie closer together than the limit."""
    number, known = millionths(texts)
    reach = round(one.limit * SCALE)

    def count(members: Ints, units: Ints) -> Ints:
        here = (members >= 0) & known[members]
        highest = np.where(here, number[members], np.iinfo(np.int64).min).max(axis=1)
        lowest = np.where(here, number[members], np.iinfo(np.int64).max).min(axis=1)
        several = _several(units, here)
        return np.asarray(several & (np.where(several, highest - lowest, 0) < reach), dtype=np.int64)

    return count


def _average(one: VisitMatch, texts: list[str]) -> Count:
    """Tell where the average of several units is farther from the value than the limit."""
    number, known = millionths(texts)
    off = number - (number_in(one.value or "") or 0)
    reach = round(one.limit * SCALE)

    def count(members: Ints, units: Ints) -> Ints:
        here = (members >= 0) & known[members]
        total = np.where(here, off[members], 0).sum(axis=1)
        far = np.abs(total) > reach * here.sum(axis=1)
        return np.asarray(_several(units, here) & far, dtype=np.int64)

    return count


def _several(units: Ints, here: Flags) -> Flags:
    """Return which visits [G] have members of two units or more among those who count."""
    high = np.where(here, units, -1).max(axis=1)
    return np.asarray(np.where(here, units, high[:, None]).min(axis=1) < high)


_COUNTS = {"alike": _alike, "mix": _mix, "not_alone": _not_alone, "spread": _spread, "average": _average}
