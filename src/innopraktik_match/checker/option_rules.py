"""The option rules in plain Python: what each measures about one intern at one host in one slot.

A rule about the pair is asked host by host: it answers with what it measures about an intern, or None
where it has nothing to say about the host.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.checker.matches import apart, cell_of
from innopraktik_match.checker.ranks import price_of_rank
from innopraktik_match.domain.criteria import value_of
from innopraktik_match.domain.own_rules import own_rule

if TYPE_CHECKING:
    from innopraktik_match.checker.facts import Facts, Met
    from innopraktik_match.checker.matches import Cell
    from innopraktik_match.domain.round import Host, Intern
    from innopraktik_match.domain.rulebook.settings import Fading, Wishes
    from innopraktik_match.domain.when import Days


class Measure(NamedTuple):
    """One rule's word: what was measured, what it costs, whether a hard limit is broken, or would be.

    It would be where a lock is the coordinator's decision: there no rule about the pair forbids it.
    """

    amount: int
    points: int
    breach: bool
    accepted: bool = False


NOTHING = Measure(0, 0, False)
PairRule = Callable[["Intern"], Measure]


def own_workplace(facts: Facts, host: Host) -> PairRule | None:
    """Nobody visits their own workplace."""
    return _fits(facts, "own_workplace", "differ", facts.workplace, facts.workplace(host))


def ban(facts: Facts, host: Host) -> PairRule | None:
    """Banned pairs never meet."""
    banned = facts.banned.get(host.id)
    if not banned:
        return None
    return lambda intern: _one(intern.id in banned, 0, True)


def travel(facts: Facts, host: Host) -> PairRule | None:
    """Nobody travels beyond their maximum; every kilometre costs."""
    rule, there = facts.rules.travel, host.municipality
    hard, points_per_km = rule.hard, rule.points_per_km
    if not there:
        return None

    def measure(intern: Intern) -> Measure:
        km = facts.km(intern.municipality, there)
        far = hard and intern.max_km is not None and km > intern.max_km
        return Measure(km, round(points_per_km * km), far)

    return measure


def cross_sector(facts: Facts, host: Host) -> PairRule | None:
    """Another sector than one's own."""
    return _fits(facts, "cross_sector", "differ", lambda intern: intern.sector, host.sector)


def themes(facts: Facts, host: Host) -> PairRule | None:
    """A shared theme, where both name any."""
    mine = facts.intern_themes
    return _fits(facts, "themes", "share", lambda intern: mine[intern.id], facts.said(host.themes))


def intern_wishes(facts: Facts, host: Host) -> PairRule | None:
    """The intern's wishes, by rank."""
    rule = facts.rules.intern_wishes
    return lambda intern: _wished(rule, len(intern.wishes), facts.intern_rank[intern.id].get(host.id))


def host_wishes(facts: Facts, host: Host) -> PairRule | None:
    """The host's wishes, by rank."""
    rule, listed, ranks = facts.rules.host_wishes, len(host.wishes), facts.host_rank[host.id]
    if not listed and not rule.no_wishes:
        return None
    return lambda intern: _wished(rule, listed, ranks.get(intern.id))


def role(facts: Facts, host: Host) -> PairRule | None:
    """A role that the host wants."""
    mine = facts.intern_role
    return _fits(facts, "role", "share", lambda intern: mine[intern.id], facts.said(host.roles))


def new_relations(facts: Facts, host: Host) -> PairRule | None:
    """A workplace not visited before."""
    rule, here = facts.rules.new_relations, facts.workplace(host)
    years = facts.visited.get(host.id, {}), facts.worked_at.get(here, {}) if here is not None else {}
    if not any(years):
        return None
    return lambda intern: _met_before(rule, [ago[intern.id] for ago in years if intern.id in ago])


def new_workplaces(facts: Facts, host: Host) -> PairRule | None:
    """Two workplaces that have not met."""
    rule, here = facts.rules.new_workplaces, facts.workplace(host)
    return _not_met(rule, facts.met_workplaces, here, facts.workplace)


def new_sectors(facts: Facts, host: Host) -> PairRule | None:
    """Two sectors that have not met."""
    return _not_met(facts.rules.new_sectors, facts.met_sectors, host.sector, lambda person: person.sector)


def _not_met(
    rule: Fading, met: Met, here: str | None, word: Callable[[Intern], str | None]
) -> PairRule | None:
    ago = {} if here is None else met.get(here, {})
    if not ago:
        return None

    def measure(intern: Intern) -> Measure:
        mine = word(intern)
        return _met_before(rule, [ago[mine]] if mine in ago else [])

    return measure


def match(facts: Facts, host: Host) -> PairRule | None:
    """Criteria about columns of both."""
    asked = [
        (one, facts.intern_cells(one.how, one.intern), cell_of(one.how, value_of(host, one.host)))
        for one in facts.rules.match.criteria
        if one.mode != "off"
    ]
    if not asked:
        return None

    def measure(intern: Intern) -> Measure:
        against = [one for one, mine, theirs in asked if apart(one.how, mine[intern.id], theirs, one.limit)]
        points = sum(one.points for one in against)
        return Measure(len(against), points, any(one.mode == "hard" for one in against))

    return measure


def pair_points(facts: Facts, host: Host) -> PairRule | None:
    """The coordinator's own points."""
    rule, given = facts.rules.pair_points, facts.given.get(host.id, {})
    forbidden = rule.hard or rule.unlisted == "forbid"
    unlisted = Measure(0, 0 if rule.unlisted == "forbid" else rule.unlisted, forbidden)

    def measure(intern: Intern) -> Measure:
        points = given.get(intern.id)
        return unlisted if points is None else Measure(points, points, False)

    return measure


def dates(facts: Facts, person: Intern | Host, week: str | None) -> Measure:
    """One side: whether it lacks the week."""
    if not facts.weeks:
        return NOTHING
    return _one(week not in (person.weeks or facts.weeks), 0, True)


def duration(facts: Facts, person: Intern | Host, days: int | None) -> Measure:
    """One side: days from the wish."""
    rule = facts.rules.duration
    wish: Days | None = person.days
    if wish is None or days is None:
        return NOTHING
    off = max(wish.min - days, days - wish.max, 0)
    allowed = rule.tolerance if wish.about else 0
    return Measure(off, rule.points_per_day * off, rule.hard and off > allowed)


def week_points(facts: Facts, week: str | None) -> Measure:
    """The points of a week."""
    points = sum(one.points for one in facts.rules.week_points.weeks if one.week == week)
    return Measure(int(points > 0), points, False)


def own_option(facts: Facts, host: Host) -> PairRule | None:
    """Rules of developers' own about the pair."""
    on = [one for one in facts.rules.own_option.criteria if one.on]

    def measure(intern: Intern) -> Measure:
        amounts = [int(own_rule(one.rule).again(intern, host)) for one in on]
        points = sum(one.points * amount for one, amount in zip(on, amounts, strict=True))
        breach = any(one.hard and amount for one, amount in zip(on, amounts, strict=True))
        return Measure(sum(amounts), points, breach)

    return measure


PAIR_RULES: dict[str, Callable[[Facts, Host], PairRule | None]] = {
    "own_workplace": own_workplace,
    "ban": ban,
    "travel": travel,
    "cross_sector": cross_sector,
    "themes": themes,
    "intern_wishes": intern_wishes,
    "host_wishes": host_wishes,
    "role": role,
    "new_relations": new_relations,
    "new_workplaces": new_workplaces,
    "new_sectors": new_sectors,
    "match": match,
    "own_option": own_option,
    "pair_points": pair_points,
}


def rules_at(facts: Facts, host: Host) -> dict[str, PairRule]:
    """Return the rules about the pair that have a say at a host."""
    found = {name: rule(facts, host) for name, rule in PAIR_RULES.items() if name in facts.on}
    decided = facts.accepted.get(host.id)
    return {
        name: rule if decided is None else _giving_way(rule, decided)
        for name, rule in found.items()
        if rule is not None
    }


def _giving_way(rule: PairRule, decided: list[str]) -> PairRule:
    """Return a rule that forbids nobody whom the coordinator has decided on."""

    def measure(intern: Intern) -> Measure:
        word = rule(intern)
        return _accepted(word) if intern.id in decided else word

    return measure


def measure_option(
    facts: Facts, intern: Intern, host: Host, week: str | None, days: int | None
) -> dict[str, Measure]:
    """Return the word of every option rule that has a say."""
    found = {name: rule(intern) for name, rule in rules_at(facts, host).items()}
    lock = facts.decided_pairs.get((intern.id, host.id))
    if "dates" in facts.on:
        both = _both(dates(facts, intern, week), dates(facts, host, week))
        found["dates"] = _accepted(both) if lock and lock.week and lock.week == week else both
    if "week_points" in facts.on:
        found["week_points"] = week_points(facts, week)
    if "duration" in facts.on:
        both = _both(duration(facts, intern, days), duration(facts, host, days))
        found["duration"] = _accepted(both) if lock and lock.days and lock.days == days else both
    return found


def _accepted(word: Measure) -> Measure:
    """Return a word that forbids nothing."""
    return word._replace(breach=False, accepted=True) if word.breach else word


def _fits(facts: Facts, name: str, how: str, mine: Callable[[Intern], Cell], theirs: Cell) -> PairRule | None:
    """Return a rule that two columns fit."""
    if theirs is None:
        return None
    rule = getattr(facts.rules, name)
    misfit = Measure(1, rule.points, rule.hard)
    return lambda intern: misfit if apart(how, mine(intern), theirs) else NOTHING


def _one(breaks: bool, points: int, hard: bool) -> Measure:
    return Measure(1, points, hard) if breaks else NOTHING


def _met_before(rule: Fading, years_ago: list[int]) -> Measure:
    """Return what it costs to have met: a share less for each year beyond the first."""
    if not years_ago:
        return NOTHING
    if rule.years == "always":
        return Measure(1, rule.points, rule.hard)
    counted = rule.years - (min(years_ago) - 1)
    return Measure(1, rule.points * counted // rule.years, rule.hard) if counted > 0 else NOTHING


def _both(a: Measure, b: Measure) -> Measure:
    return Measure(a.amount + b.amount, a.points + b.points, a.breach or b.breach)


def _wished(rule: Wishes, listed: int, rank: int | None) -> Measure:
    if not listed:
        nobody = rule.no_wishes == "forbid"
        return Measure(0, 0 if rule.no_wishes == "forbid" else rule.no_wishes, nobody)
    if rank is not None:
        return Measure(rank, price_of_rank(rule.points, rank), False)
    if rule.unlisted == "forbid":
        return Measure(listed + 1, 0, True)
    return Measure(listed + 1, rule.unlisted, rule.hard)
