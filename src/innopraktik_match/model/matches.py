"""The criteria about columns of intern and host, as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.domain.criteria import SCALE, number_in, value_of, words_in
from innopraktik_match.domain.names import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    from innopraktik_match.domain.round import Host, Intern
    from innopraktik_match.domain.rulebook.criterion_settings import VisitMatch
    from innopraktik_match.domain.rulebook.settings import Match
    from innopraktik_match.model.measures import Flags, Index, Ints

    Sets = Sequence[AbstractSet[str]]
    Bits = NDArray[np.uint64]
    Misfits = Callable[[Index, Index], Flags]


@dataclass(frozen=True)
class Criterion:
    """One criterion: whether it is hard, its points, and which pairs [K] do not fit."""

    hard: bool
    points: int
    misfits: Misfits


def criteria_of(
    criteria: Iterable[Match], interns: Sequence[Intern], hosts: Sequence[Host]
) -> tuple[Criterion, ...]:
    """Return the criteria that are on, ready to be asked about pairs."""
    found = []
    for one in criteria:
        if one.on:
            mine = [value_of(person, one.intern) for person in interns]
            theirs = [value_of(host, one.host) for host in hosts]
            found.append(Criterion(one.hard, one.points, MISFITS[one.how](one, mine, theirs)))
    return tuple(found)


def _whole(one: Match | VisitMatch, mine: list[str], theirs: list[str]) -> Misfits:
    """Compare whole cells by their codes."""
    codes = codes_of([*mine, *theirs])
    return partial(unequal if one.how == "equal" else same, codes[: len(mine)], codes[len(mine) :])


def codes_of(texts: Iterable[str]) -> Index:
    """Return the number of each distinct word; -1 for a blank."""
    words = [key(text) for text in texts]
    code = {word: n for n, word in enumerate(sorted(set(words) - {""}))}
    return np.fromiter((code.get(word, -1) for word in words), dtype=np.int32)


def same(mine: Index, theirs: Index, intern: Index, host: Index) -> Flags:
    """Return which pairs [K] have the same code; -1, unknown, is none."""
    left = mine[intern]
    found: Flags = (left >= 0) & (left == theirs[host])
    return found


def unequal(mine: Index, theirs: Index, intern: Index, host: Index) -> Flags:
    """Return which pairs [K] have two codes."""
    left, right = mine[intern], theirs[host]
    found: Flags = (left >= 0) & (right >= 0) & (left != right)
    return found


def _shared(one: Match | VisitMatch, mine: list[str], theirs: list[str]) -> Misfits:
    """Compare lists by the bits of their words."""
    return partial(apart, *word_bits([words_in(text) for text in mine], [words_in(text) for text in theirs]))


def word_bits(mine: Sets, theirs: Sets) -> tuple[Bits, Bits]:
    """Return the words of each set of two sides as bits, 64 words to a column.

    Words that one side has alone are one bit, another for each side: there may be a word for each answer. A
    set without words has all bits: it shares a word with everybody.
    """
    sides = set[str]().union(*mine), set[str]().union(*theirs)
    shared = {word: n for n, word in enumerate(sorted(sides[0] & sides[1]), 2)}
    found = []
    for alone, sets in enumerate((mine, theirs)):
        out = np.zeros((len(sets), len(shared) // 64 + 1 + (len(shared) % 64 > 62)), dtype=np.uint64)
        for row, words in enumerate(sets):
            for code in {shared.get(word, alone) for word in words}:
                out[row, code // 64] |= np.uint64(1 << (code % 64))
            if not words:
                out[row] = ~np.uint64(0)
        found.append(out)
    return found[0], found[1]


def apart(mine: Bits, theirs: Bits, intern: Index, host: Index) -> Flags:
    """Return which pairs [K] share no word."""
    shared = mine[intern, 0] & theirs[host, 0]
    for column in range(1, mine.shape[1]):
        shared |= mine[intern, column] & theirs[host, column]
    found: Flags = shared == 0
    return found


def _numbers(one: Match | VisitMatch, mine: list[str], theirs: list[str]) -> Misfits:
    """Compare numbers in millionths; what is none fits all."""
    (a, known_a), (b, known_b) = millionths(mine), millionths(theirs)
    reach, sign = round(one.limit * SCALE), -1 if one.how == "at_least" else 1

    def misfits(intern: Index, host: Index) -> Flags:
        more: Ints = a[intern] - b[host]
        off: Flags = np.abs(more) > reach if one.how == "within" else sign * more > 0
        found: Flags = known_a[intern] & known_b[host] & off
        return found

    return misfits


def millionths(texts: list[str]) -> tuple[Ints, Flags]:
    """Return what stands in cells as numbers, and where there is one."""
    numbers = [number_in(text) for text in texts]
    known = np.array([number is not None for number in numbers], dtype=bool)
    return np.array([number or 0 for number in numbers], dtype=np.int64), known


MISFITS = {
    "equal": _whole,
    "differ": _whole,
    "share": _shared,
    "within": _numbers,
    "at_least": _numbers,
    "at_most": _numbers,
}
