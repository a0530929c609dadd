"""The visit rules in plain Python: what each measures about those who come together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker.option_rules import Measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.checker.facts import Facts, Unit
    from innopraktik_match.checker.groups import Judge
    from innopraktik_match.round import Host


def capacity(f: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """None, or between min and max."""
    outside = max(host.min - len(interns), len(interns) - host.max, 0)
    return Measure(outside, 0, outside > 0)


def mixed_workplaces(f: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """No two from one workplace, unless they travel together."""
    words = {intern: f.interns[intern].workplace for intern in interns}
    repeats = _repeats(f, {intern: f.words[word] for intern, word in words.items() if word})
    rule = f.rules.mixed_workplaces
    return Measure(repeats, rule.points * repeats, rule.hard and repeats > 0)


def mixed_sectors(f: Facts, host: Host, interns: tuple[str, ...]) -> Measure:
    """Different sectors, unless they travel together."""
    words = {intern: f.interns[intern].sector for intern in interns}
    repeats = _repeats(f, {intern: word for intern, word in words.items() if word})
    rule = f.rules.mixed_sectors
    return Measure(repeats, rule.points * repeats, rule.hard and repeats > 0)


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
    return {name: rule(f, host, interns) for name, rule in VISIT_RULES.items() if getattr(f.rules, name).on}


def plain(f: Facts) -> bool:
    """Whether no visit rule speaks and nobody travels in a group."""
    return not _speaking(f) and all(len(unit) == 1 for unit in f.units.values())


class VisitPoints:
    """What the visit rules say of the groups of one host, each group once.

    Groups come whole and within the host's limits, so capacity and together are kept.
    """

    def __init__(self, f: Facts, host: Host) -> None:
        self.f = f
        self.host = host
        self.rules = _speaking(f)
        self.hard = any(getattr(f.rules, name).hard for name in self.rules)
        self._known: dict[Unit, int | None] = {}

    def priced(self, per_point: int) -> Judge:
        """Return what the rules add to the reduced cost of a group, None where they forbid it."""
        if not self.rules or not (self.hard or per_point):
            return lambda members: 0

        def judge(members: Unit) -> int | None:
            if members not in self._known:
                self._known[members] = self._points(members)
            points = self._known[members]
            return None if points is None else per_point * points

        return judge

    def _points(self, members: Unit) -> int | None:
        words = [VISIT_RULES[name](self.f, self.host, members) for name in self.rules]
        return None if any(word.breach for word in words) else sum(word.points for word in words)


def _speaking(f: Facts) -> list[str]:
    return [name for name in ("mixed_workplaces", "mixed_sectors") if getattr(f.rules, name).on]


def _repeats(f: Facts, word_of: dict[str, str]) -> int:
    """Count distinct (unit, word), less distinct words."""
    return len({(f.units[intern], word) for intern, word in word_of.items()}) - len(set(word_of.values()))
