"""The visit rules in plain Python: what each measures about those who come together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from innopraktik_match.checker.option_rules import Measure
from innopraktik_match.checker.own import own_visit
from innopraktik_match.checker.visit_matches import cells_of, misfits_together, repeated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from innopraktik_match.checker.facts import Facts, Unit
    from innopraktik_match.checker.groups import Word
    from innopraktik_match.domain.round import Host, Intern


DECIDED = "decided "
"""Before the name of a rule: a word that decided units share."""


@dataclass(frozen=True)
class VisitRule:
    """One visit rule.

    Attributes
    ----------
    measure : callable
        Facts, host, interns -> what is measured.
    word : callable or None
        Facts, intern -> the word of which the rule counts repeats, None where it is unknown. A rule without
        words is one that every group of whole units within the host's limits keeps, unless it goes `by_kind`.
    by_kind : bool
        Whether it compares all who come: see `Company`.
    """

    measure: Callable[[Facts, Host, tuple[str, ...]], Measure]
    word: Callable[[Facts, Intern], str | None] | None
    by_kind: bool = False


def capacity(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """None, or between min and max; where decisions need it, below or above what the host has said."""
    outside = max(host.min - len(interns), len(interns) - host.max, 0)
    said = facts.offered[host.id]
    beyond = max(said.min - len(interns), len(interns) - said.max, 0)
    if outside:
        return Measure(beyond, 0, True)
    return Measure(beyond, 0, False, accepted=beyond > 0)


def mixed_workplaces(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """No two from one workplace, unless they travel together."""
    return _repeats(facts, "mixed_workplaces", host, interns)


def mixed_sectors(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """Different sectors, unless they travel together."""
    return _repeats(facts, "mixed_sectors", host, interns)


def mixed_column(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """Different words in the chosen column, unless they travel together."""
    return _repeats(facts, "mixed_column", host, interns)


def visit_match(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """Those who come together fit each other by columns."""
    amount, points, breach = 0, 0, False
    for one in facts.rules.visit_match.criteria:
        if one.on:
            count = misfits_together(one, cells_of(facts, one.column, interns))
            amount, points = amount + count, points + one.points * count
            breach |= one.hard and count > 0
    return Measure(amount, points, breach)


def together(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """A group travels together."""
    missing = {mate for intern in interns for mate in facts.units[intern]} - set(interns)
    return Measure(len(missing), 0, bool(missing))


VISIT_RULES = {
    "capacity": VisitRule(capacity, word=None),
    "mixed_workplaces": VisitRule(mixed_workplaces, word=lambda facts, intern: facts.workplace(intern)),
    "mixed_sectors": VisitRule(mixed_sectors, word=lambda facts, intern: intern.sector),
    "mixed_column": VisitRule(mixed_column, word=lambda facts, intern: facts.chosen[intern.id]),
    "visit_match": VisitRule(visit_match, word=None, by_kind=True),
    "own_visit": VisitRule(own_visit, word=None, by_kind=True),
    "together": VisitRule(together, word=None),
}


def measure_visit(facts: Facts, host: Host, interns: tuple[str, ...]) -> dict[str, Measure]:
    """Return the word of every visit rule that is on."""
    on = {name: one for name, one in VISIT_RULES.items() if name in facts.on}
    return {name: one.measure(facts, host, interns) for name, one in on.items()}


def plain(facts: Facts) -> bool:
    """Whether no visit rule speaks and nobody travels in a group."""
    by_kind = any(one.by_kind and name in facts.on for name, one in VISIT_RULES.items())
    return not by_kind and not _speaking(facts) and all(len(unit) == 1 for unit in facts.units.values())


class Repeats:
    """What the visit rules add to the reduced cost of a group, word by repeated word.

    Groups come whole and within the host's limits, so capacity and together are kept; the other rules
    count the words that a unit brings and that somebody else in the visit has.
    """

    def __init__(self, facts: Facts, per_point: int) -> None:
        self.facts = facts
        rules = {name: getattr(facts.rules, name) for name in _speaking(facts)}
        self.price = {
            name: None if rule.hard else per_point * rule.points
            for name, rule in rules.items()
            if rule.hard or per_point * rule.points
        }
        self.accepted = {DECIDED + name: per_point * rule.points for name, rule in rules.items() if rule.hard}
        self._usual = cache(self._anywhere)

    def words(self, unit: Unit, host: Host) -> frozenset[Word]:
        """Return the words of a unit that have a price or are not to be repeated at a host."""
        decided = self.facts.accepted.get(host.id)
        if decided is None:
            return self._usual(unit)
        return frozenset(word for rule in self.price for word in self._beside(decided, rule, unit))

    def _anywhere(self, unit: Unit) -> frozenset[Word]:
        return frozenset((rule, word) for rule in self.price for word in _words(self.facts, rule, unit))

    def _beside(self, decided: list[str], rule: str, unit: Unit) -> Iterator[Word]:
        """Yield a unit's words where some are decided on, who may repeat each other and nobody else them.

        Of a decided unit a word is its own, and one that decided units share at its price; whoever is not
        decided on brings the own words of all who are.
        """
        mine = _words(self.facts, rule, unit)
        if self.price[rule] is not None:
            yield from ((rule, word) for word in mine)
            return
        free = _words(self.facts, rule, [one for one in unit if one in decided])
        for word in free:
            yield rule, f"{word}\n{unit[0]}"
            yield DECIDED + rule, word
        for word in mine - free:
            yield rule, word
        for other in {self.facts.units[one] for one in decided}:
            theirs = _words(self.facts, rule, [one for one in other if one in decided])
            yield from ((rule, f"{word}\n{other[0]}") for word in theirs & (mine - free))

    def added(self, words: Iterable[Word]) -> int | None:
        """Return what repeated words add, None where one is not to be repeated."""
        total = 0
        for rule, _ in words:
            price = self.accepted[rule] if rule in self.accepted else self.price[rule]
            if price is None:
                return None
            total += price
        return total


def _speaking(facts: Facts) -> list[str]:
    return [name for name, one in VISIT_RULES.items() if one.word and name in facts.on]


def _words(facts: Facts, rule: str, interns: Iterable[str]) -> set[str]:
    """Return the known words of some interns."""
    word = VISIT_RULES[rule].word
    words = {word(facts, facts.interns[intern]) for intern in interns} if word else set()
    return {known for known in words if known}


def _repeats(facts: Facts, name: str, host: Host, interns: tuple[str, ...]) -> Measure:
    """Count the repeats; those among people decided on for the host are accepted."""
    rule, repeats = getattr(facts.rules, name), _repeated(facts, name, interns)
    decided = [one for one in interns if one in facts.accepted.get(host.id, ())]
    if rule.hard and decided and 0 < repeats <= _repeated(facts, name, decided):
        return Measure(repeats, rule.points * repeats, False, accepted=True)
    return Measure(repeats, rule.points * repeats, rule.hard and repeats > 0)


def _repeated(facts: Facts, name: str, interns: Iterable[str]) -> int:
    """Count those who have a word that another unit has."""
    units: dict[Unit, list[str]] = {}
    for intern in interns:
        units.setdefault(facts.units[intern], []).append(intern)
    return repeated([_words(facts, name, some) for some in units.values()])
