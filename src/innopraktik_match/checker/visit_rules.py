"""The visit rules in plain Python: what each measures about those who come together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker.option_rules import Measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from innopraktik_match.checker.facts import Facts, Unit
    from innopraktik_match.checker.groups import Word
    from innopraktik_match.domain.round import Host


def capacity(f: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """None, or between min and max."""
    outside = max(host.min - len(interns), len(interns) - host.max, 0)
    return Measure(outside, 0, outside > 0)


def mixed_workplaces(f: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """No two from one workplace, unless they travel together."""
    return _repeats(f, "mixed_workplaces", interns)


def mixed_sectors(f: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """Different sectors, unless they travel together."""
    return _repeats(f, "mixed_sectors", interns)


def together(f: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """A group travels together."""
    missing = {mate for intern in interns for mate in f.units[intern]} - set(interns)
    return Measure(len(missing), 0, bool(missing))


VISIT_RULES: dict[str, Callable[[Facts, Host, tuple[str, ...]], Measure]] = {
    "capacity": capacity,
    "mixed_workplaces": mixed_workplaces,
    "mixed_sectors": mixed_sectors,
    "together": together,
}


def measure_visit(f: Facts, host: Host, interns: tuple[str, ...]) -> dict[str, Measure]:
    """Return the word of every visit rule that is on."""
    return {name: rule(f, host, interns) for name, rule in VISIT_RULES.items() if name in f.on}


def plain(f: Facts) -> bool:
    """Whether no visit rule speaks and nobody travels in a group."""
    return not _speaking(f) and all(len(unit) == 1 for unit in f.units.values())


class Repeats:
    """What the visit rules add to the reduced cost of a group, word by repeated word.

    Groups come whole and within the host's limits, so capacity and together are kept; the other rules
    count the words that a unit brings and that somebody else in the visit has.
    """

    def __init__(self, f: Facts, per_point: int) -> None:
        self.f = f
        rules = {name: getattr(f.rules, name) for name in _speaking(f)}
        self.price = {
            name: None if rule.hard else per_point * rule.points
            for name, rule in rules.items()
            if rule.hard or per_point * rule.points
        }

    def words(self, unit: Unit) -> frozenset[Word]:
        """Return the words of a unit that have a price or are not to be repeated."""
        return frozenset((rule, word) for rule in self.price for word in _words(self.f, rule, unit))

    def added(self, words: Iterable[Word]) -> int | None:
        """Return what repeated words add, None where one is not to be repeated."""
        total = 0
        for rule, _ in words:
            price = self.price[rule]
            if price is None:
                return None
            total += price
        return total


def _speaking(f: Facts) -> list[str]:
    return [name for name in ("mixed_workplaces", "mixed_sectors") if name in f.on]


def _words(f: Facts, rule: str, interns: Iterable[str]) -> set[str]:
    """Return the known workplaces or sectors of some interns."""
    people = [f.interns[intern] for intern in interns]
    words = {f.workplace(who) if rule == "mixed_workplaces" else who.sector for who in people}
    return {word for word in words if word}


def _repeats(f: Facts, name: str, interns: tuple[str, ...]) -> Measure:
    """Count the distinct words of each unit, less those of all."""
    units: dict[Unit, list[str]] = {}
    for intern in interns:
        units.setdefault(f.units[intern], []).append(intern)
    repeats = sum(len(_words(f, name, some)) for some in units.values()) - len(_words(f, name, interns))
    rule = getattr(f.rules, name)
    return Measure(repeats, rule.points * repeats, rule.hard and repeats > 0)
