"""The criteria about those who come together, and about all, as rows of the textbook's model."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, permutations
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.linear import NO_LIMIT
from innopraktik_match.domain.criteria import SCALE, number_in, value_of, words_in
from innopraktik_match.domain.municipalities import region_of
from innopraktik_match.domain.names import key
from innopraktik_match.domain.own_rules import own_rule
from innopraktik_match.domain.rulebook.settings import MOST_TOGETHER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.textbook import Textbook
    from innopraktik_match.domain.rulebook.criterion_settings import OwnLimit, OwnVisit, VisitMatch
    from innopraktik_match.domain.rulebook.settings import Priced

    Seat = tuple[int, int, str]
    """The column of the model, the unit of the intern, and what the intern has."""
    Miss = tuple[list[int], list[int]]
    """Missed where all of some come, and nobody of the others."""


def add_criteria(t: Textbook) -> None:
    """Add the rows of `visit_match` and `even`."""
    for one in t.c.rules.visit_match.criteria if t.c.rules.visit_match.on else ():
        if one.on:
            _add_company(t, one)
    for own in t.c.rules.own_visit.criteria if t.c.rules.own_visit.on else ():
        if own.on:
            _add_own_visit(t, own)
    for limit in t.c.rules.own_round.criteria if t.c.rules.own_round.on else ():
        _add_own_limit(t, limit)
    if t.c.rules.even.on and t.c.rules.even.column:
        _add_even(t, t.c.rules.even.column)


def _add_company(t: Textbook, one: VisitMatch) -> None:
    """Add the rows of a criterion: in each visit, what is missed by whom."""
    texts = [value_of(person, one.column) for person in t.c.interns]
    if one.kind == "mix":
        words = sorted({key(text) for text in texts} - {""})
        codes = [words.index(key(text)) if key(text) else -1 for text in texts]
        t.mixed(one, np.array(codes, dtype=np.int64))
        return
    for rows in _seats(t).values():
        seats = [(int(t.x[n]), int(t.c.unit[t.seats.intern[n]]), texts[t.seats.intern[n]]) for n in rows]
        for misses in _KINDS[one.kind](one, seats):
            _miss(t, one, misses)


def _seats(t: Textbook) -> dict[int, list[int]]:
    """Return the numbers of the seats of each visit."""
    visits: dict[int, list[int]] = defaultdict(list)
    for seat, visit in enumerate(t.seats.visit):
        visits[int(visit)].append(seat)
    return visits


def _miss(t: Textbook, rule: Priced, misses: list[Miss], amount: int = 1) -> None:
    """Charge an amount once where any of the misses is met, or forbid it."""
    missed = t.model.add_columns(np.array([0 if rule.hard else 1]))
    t.charge(rule, missed, amount)
    for come, stay in misses:
        load = np.array([1] * len(come) + [-1] * len(stay) + [-1])
        columns = np.array([*come, *stay, *missed])
        t.model.add_rows(-NO_LIMIT, len(come) - 1, 1, (0 * columns, columns, load))


def _add_own_visit(t: Textbook, one: OwnVisit) -> None:
    """Ask the rule about everybody who may come together."""
    again = own_rule(one.rule).again
    for visit, rows in _seats(t).items():
        host = t.c.hosts[t.seats.visit_host[visit]]
        for size in range(1, host.max + 1):
            for some in combinations(rows, size):
                interns = tuple(t.c.interns[t.seats.intern[n]] for n in some)
                amount = again(interns, host)
                if amount:
                    come = [int(t.x[n]) for n in some]
                    stay = [int(t.x[n]) for n in rows if n not in some]
                    _miss(t, one, [(come, stay)], amount)


def _add_own_limit(t: Textbook, limit: OwnLimit) -> None:
    """Count the places of each word above the limit."""
    rule, again = t.c.rules.own_round, own_rule(limit.rule).again
    words: dict[str, list[int]] = defaultdict(list)
    for seat, (intern, host) in enumerate(zip(t.seats.intern, t.seats.host, strict=True)):
        words[again(t.c.interns[intern], t.c.hosts[host])].append(seat)
    for word, rows in words.items():
        if word:
            seats = t.x[rows]
            over = t.model.add_columns(np.array([0 if rule.hard else len(seats)]))
            t.charge(rule, over)
            t.model.add_rows(-NO_LIMIT, limit.limit, 1, (0 * seats, seats, 1), (0 * over, over, -1))


def _add_even(t: Textbook, column: str) -> None:
    """Count the places of each group of hosts above each of its ten limits; one limit where that is hard."""
    rule, year = t.c.rules.even, t.c.year
    of_region = key(column) == "region"
    words = [key(region_of(one, year) if of_region else value_of(one, column)) for one in t.c.hosts]
    for word in sorted(set(words) - {""}):
        ours = np.array([one == word for one in words])
        seats = t.x[ours[t.seats.host]]
        for step in range(1 if rule.hard else 10):
            over = t.model.add_columns(np.array([0 if rule.hard else len(seats)]))
            t.charge(rule, over)
            most = min((rule.limit + step) * int(ours.sum()), len(seats))
            t.model.add_rows(-NO_LIMIT, most, 1, (0 * seats, seats, 1), (0 * over, over, -1))


def _alike(one: VisitMatch, seats: list[Seat]) -> Iterator[list[Miss]]:
    """Each pair of two units that does not fit is one miss."""
    for (x, unit, mine), (y, other, theirs) in combinations(seats, 2):
        if unit != other and _FITS[one.how](one, mine, theirs) is False:
            yield [([x, y], [])]


def _not_alone(one: VisitMatch, seats: list[Seat]) -> Iterator[list[Miss]]:
    """Whoever comes with another unit, and without anybody of the same word, is one miss."""
    for x, unit, mine in seats:
        word = key(mine)
        if word and (one.value is None or word == key(one.value)):
            like = [y for y, _, theirs in seats if y != x and key(theirs) == word]
            yield [([x, y], like) for y, other, _ in seats if other != unit and y not in like]


def _spread(one: VisitMatch, seats: list[Seat]) -> Iterator[list[Miss]]:
    """Whoever is the lowest: somebody of another unit is near, and nobody else farther away."""
    known = [(x, unit, number) for x, unit, text in seats if (number := number_in(text)) is not None]
    reach, misses = round(one.limit * SCALE), []
    for (x, unit, low), (y, other, near) in permutations(known, 2):
        if unit != other and 0 <= near - low < reach:
            misses.append(([x, y], [z for z, _, number in known if not 0 <= number - low < reach]))
    yield misses


def _average(one: VisitMatch, seats: list[Seat]) -> Iterator[list[Miss]]:
    """Each choice of people from two units whose average is not near, and nobody else with a number."""
    known = [(x, unit, number) for x, unit, text in seats if (number := number_in(text)) is not None]
    least, most = ((number_in(one.value or "") or 0) + sign * round(one.limit * SCALE) for sign in (-1, 1))
    misses: list[Miss] = []
    for size in range(2, MOST_TOGETHER + 1):
        for some in combinations(known, size):
            total = sum(number for _, _, number in some)
            if len({unit for _, unit, _ in some}) > 1 and not size * least <= total <= size * most:
                misses.append(
                    ([x for x, _, _ in some], [x for x, _, _ in known if x not in {y for y, _, _ in some}])
                )
    yield misses


def _within(one: VisitMatch, mine: str, theirs: str) -> bool | None:
    number, other = number_in(mine), number_in(theirs)
    return None if number is None or other is None else abs(number - other) <= round(one.limit * SCALE)


def _share(one: VisitMatch, mine: str, theirs: str) -> bool | None:
    words, others = words_in(mine), words_in(theirs)
    return bool(words & others) if words and others else None


def _equal(one: VisitMatch, mine: str, theirs: str) -> bool | None:
    return key(mine) == key(theirs) if key(mine) and key(theirs) else None


_FITS: dict[str, Callable[[VisitMatch, str, str], bool | None]] = {
    "equal": _equal,
    "share": _share,
    "within": _within,
}
_KINDS: dict[str, Callable[[VisitMatch, list[Seat]], Iterator[list[Miss]]]] = {
    "alike": _alike,
    "not_alone": _not_alone,
    "spread": _spread,
    "average": _average,
}
