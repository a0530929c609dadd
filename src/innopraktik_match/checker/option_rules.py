"""The option rules in plain Python: what each measures about one intern at one host in one slot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.checker.facts import Facts
from innopraktik_match.round import Host, Intern

if TYPE_CHECKING:
    from innopraktik_match.policy import Wishes
    from innopraktik_match.when import Days


class Measure(NamedTuple):
    """One rule's word: what was measured, what it costs, whether a hard limit is broken."""

    amount: int
    points: int
    breach: bool


NOTHING = Measure(0, 0, False)


def own_workplace(f: Facts, intern: Intern, host: Host) -> Measure:
    """Nobody visits their own workplace."""
    return _one(
        f.same(intern.workplace, host.workplace),
        f.rules.own_workplace.points,
        f.rules.own_workplace.hard,
    )


def ban(f: Facts, intern: Intern, host: Host) -> Measure:
    """Banned pairs never meet."""
    return _one((intern.id, host.id) in f.banned, 0, True)


def travel(f: Facts, intern: Intern, host: Host) -> Measure:
    """Nobody travels beyond their maximum; every kilometre costs."""
    km = f.km(intern.municipality, host.municipality)
    far = f.rules.travel.hard and intern.max_km is not None and km > intern.max_km
    return Measure(km, round(f.rules.travel.points_per_km * km), far)


def cross_sector(f: Facts, intern: Intern, host: Host) -> Measure:
    """Another sector than one's own."""
    same = intern.sector is not None and intern.sector == host.sector
    return _one(same, f.rules.cross_sector.points, f.rules.cross_sector.hard)


def themes(f: Facts, intern: Intern, host: Host) -> Measure:
    """A shared theme, where both name any."""
    mine, yours = f.themes[id(intern)], f.themes[id(host)]
    apart = bool(mine) and bool(yours) and not mine & yours
    return _one(apart, f.rules.themes.points, f.rules.themes.hard)


def intern_wishes(f: Facts, intern: Intern, host: Host) -> Measure:
    """The intern's wishes, by rank."""
    return _wished(f.rules.intern_wishes, len(intern.wishes), f.intern_rank[intern.id].get(host.id))


def host_wishes(f: Facts, intern: Intern, host: Host) -> Measure:
    """The host's wishes, by rank."""
    return _wished(f.rules.host_wishes, len(host.wishes), f.host_rank[host.id].get(intern.id))


def role(f: Facts, intern: Intern, host: Host) -> Measure:
    """A role that the host wants."""
    unwanted = bool(host.roles) and bool(intern.role) and f.words[intern.role or ""] not in f.roles[host.id]
    return _one(unwanted, f.rules.role.points, f.rules.role.hard)


def new_relations(f: Facts, intern: Intern, host: Host) -> Measure:
    """A workplace not visited before."""
    before = (intern.id, host.id) in f.visited
    if host.workplace:
        before = before or (intern.id, f.words[host.workplace]) in f.worked_at
    return _one(before, f.rules.new_relations.points, f.rules.new_relations.hard)


def pair_points(f: Facts, intern: Intern, host: Host) -> Measure:
    """The coordinator's own points."""
    rule = f.rules.pair_points
    points = f.given.get((intern.id, host.id))
    if points is not None:
        return Measure(points, points, False)
    if rule.unlisted == "forbid":
        return Measure(0, 0, True)
    return Measure(0, rule.unlisted, rule.hard)


def dates(f: Facts, person: Intern | Host, week: str | None) -> Measure:
    """One side: whether it lacks the week."""
    if not f.weeks:
        return NOTHING
    return _one(week not in (person.weeks or f.weeks), 0, True)


def duration(f: Facts, person: Intern | Host, days: int | None) -> Measure:
    """One side: days from the wish."""
    rule = f.rules.duration
    wish: Days | None = person.days
    if wish is None or days is None:
        return NOTHING
    off = max(wish.min - days, days - wish.max, 0)
    allowed = rule.tolerance if wish.about else 0
    return Measure(off, rule.points_per_day * off, rule.hard and off > allowed)


PairRule = Callable[[Facts, Intern, Host], Measure]
PAIR_RULES: dict[str, PairRule] = {
    "own_workplace": own_workplace,
    "ban": ban,
    "travel": travel,
    "cross_sector": cross_sector,
    "themes": themes,
    "intern_wishes": intern_wishes,
    "host_wishes": host_wishes,
    "role": role,
    "new_relations": new_relations,
    "pair_points": pair_points,
}


def measure_option(
    f: Facts, intern: Intern, host: Host, week: str | None, days: int | None
) -> dict[str, Measure]:
    """Return the word of every option rule that is on."""
    found = {name: rule(f, intern, host) for name, rule in PAIR_RULES.items() if getattr(f.rules, name).on}
    if f.rules.dates.on:
        found["dates"] = _both(dates(f, intern, week), dates(f, host, week))
    if f.rules.duration.on:
        found["duration"] = _both(duration(f, intern, days), duration(f, host, days))
    return found


def _one(breaks: bool, points: int, hard: bool) -> Measure:
    return Measure(1, points, hard) if breaks else NOTHING


def _both(a: Measure, b: Measure) -> Measure:
    return Measure(a.amount + b.amount, a.points + b.points, a.breach or b.breach)


def _wished(rule: Wishes, listed: int, rank: int | None) -> Measure:
    if not listed:
        return NOTHING
    if rank is not None:
        return Measure(rank, rule.price(rank), False)
    if rule.unlisted == "forbid":
        return Measure(listed + 1, 0, True)
    return Measure(listed + 1, rule.unlisted, rule.hard)
