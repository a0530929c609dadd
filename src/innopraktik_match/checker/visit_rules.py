"""The visit rules in plain Python: what each measures about those who come together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.checker.option_rules import Measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from innopraktik_match.checker.facts import Facts, Unit
    from innopraktik_match.checker.groups import Word
    from innopraktik_match.domain.round import Host, Intern


@dataclass(frozen=True)
class VisitRule:
    """One visit rule.

    Attributes
    ----------
    measure : callable
        Facts, host, interns -> what is measured.
    word : callable or None
        Facts, intern -> the word of which the rule counts repeats, None where it is unknown. A rule without
        words is one that every group of whole units within the host's limits keeps.
    """

    measure: Callable[[Facts, Host, tuple[str, ...]], Measure]
    word: Callable[[Facts, Intern], str | None] | None


def capacity(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """None, or between min and max."""
    outside = max(host.min - len(interns), len(interns) - host.max, 0)
    return Measure(outside, 0, outside > 0)


def mixed_workplaces(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """No two from one workplace, unless they travel together."""
    return _repeats(facts, "mixed_workplaces", interns)


def mixed_sectors(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """Different sectors, unless they travel together."""
    return _repeats(facts, "mixed_sectors", interns)


def mixed_column(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """Different words in the chosen column, unless they travel together."""
    return _repeats(facts, "mixed_column", interns)


def together(facts: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """A group travels together."""
    missing = {mate for intern in interns for mate in facts.units[intern]} - set(interns)
    return Measure(len(missing), 0, bool(missing))


VISIT_RULES = {
    "capacity": VisitRule(capacity, word=None),
    "mixed_workplaces": VisitRule(mixed_workplaces, word=lambda facts, intern: facts.workplace(intern)),
    "mixed_sectors": VisitRule(mixed_sectors, word=lambda facts, intern: intern.sector),
    "mixed_column": VisitRule(mixed_column, word=lambda facts, intern: facts.chosen[intern.id]),
    "together": VisitRule(together, word=None),
}


def measure_visit(facts: Facts, host: Host, interns: tuple[str, ...]) -> dict[str, Measure]:
    """Return the word of every visit rule that is on."""
    on = {name: one for name, one in VISIT_RULES.items() if name in facts.on}
    return {name: one.measure(facts, host, interns) for name, one in on.items()}


def plain(facts: Facts) -> bool:
    """Whether no visit rule speaks and nobody travels in a group."""
    return not _speaking(facts) and all(len(unit) == 1 for unit in facts.units.values())


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

    def words(self, unit: Unit) -> frozenset[Word]:
        """Return the words of a unit that have a price or are not to be repeated."""
        return frozenset((rule, word) for rule in self.price for word in _words(self.facts, rule, unit))

    def added(self, words: Iterable[Word]) -> int | None:
        """Return what repeated words add, None where one is not to be repeated."""
        total = 0
        for rule, _ in words:
            price = self.price[rule]
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


def _repeats(facts: Facts, name: str, interns: tuple[str, ...]) -> Measure:
    """Count the distinct words of each unit, less those of all."""
    units: dict[Unit, list[str]] = {}
    for intern in interns:
        units.setdefault(facts.units[intern], []).append(intern)
    repeats = sum(len(_words(facts, name, some)) for some in units.values()) - len(
        _words(facts, name, interns)
    )
    rule = getattr(facts.rules, name)
    return Measure(repeats, rule.points * repeats, rule.hard and repeats > 0)
