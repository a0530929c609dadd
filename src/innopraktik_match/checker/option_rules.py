"""The option rules in plain Python: what each measures about one intern at one host in one slot."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.names import key
from innopraktik_match.places import km_between, municipality, place_key
from innopraktik_match.round import Host, Intern, Lock, Round

if TYPE_CHECKING:
    from innopraktik_match.policy import QuotaLimit, Wishes
    from innopraktik_match.when import Days


class Measure(NamedTuple):
    """One rule's word: what was measured, what it costs, whether a hard limit is broken."""

    amount: int
    points: int
    breach: bool


class Facts:
    """What the rules ask a round: who is who, who is banned, who wished for whom."""

    def __init__(self, round: Round) -> None:
        self.round = round
        self.rules = round.policy.rules
        self.interns = {person.id: person for person in round.interns}
        self.hosts = {host.id: host for host in round.hosts}
        self.weeks = set(round.weeks)
        self.slots = round.slots
        self.words = {word: key(word) for word in _all_words(round)}
        self.towns = {name: municipality(name) for name in {person.municipality for person in round.people}}
        self.journeys = {(place_key(one.origin), place_key(one.destination)): one for one in round.travel}
        self.banned = {(ban.intern, ban.host) for ban in round.bans}
        self.banned |= {(person.id, host) for person in round.interns for host in person.rejects}
        self.banned |= {(intern, host.id) for host in round.hosts for intern in host.rejects}
        self.visited = {(past.intern, past.host) for past in round.history}
        self.worked_at = {
            (past.intern, self.words[past.workplace]) for past in round.history if past.workplace
        }
        self.given = {(pair.intern, pair.host): pair.points for pair in round.pairs}
        self.intern_rank = {person.id: _ranks(person.wishes) for person in round.interns}
        self.host_rank = {host.id: _ranks(host.wishes) for host in round.hosts}
        self.themes = {id(p): {self.words[t] for t in p.themes} for p in round.people}
        self.locks: dict[tuple[str, str], list[Lock]] = {}
        for lock in round.locks:
            self.locks.setdefault((lock.intern, lock.host), []).append(lock)
        self.quotas = [_quota_members(round, limit) for limit in self.rules.quota.limits]
        self.roles = {host.id: {self.words[role] for role in host.roles} for host in round.hosts}

        self.guests = cache(self._guests)
        self.guest_units = cache(self._guest_units)

    def _guests(self, host: str) -> dict[str, int]:
        """Return everybody whom no rule about the pair keeps from the host, with the pair's points."""
        guests = {}
        for intern in self._listed_at(host):
            points = 0
            for rule in self._pair_rules:
                word = rule(self, self.interns[intern], self.hosts[host])
                if word.breach:
                    break
                points += word.points
            else:
                guests[intern] = points
        return guests

    def _guest_units(self, host: str) -> list[tuple[str, ...]]:
        """Return the units that the host has room for, all of their members guests."""
        guests, most = self.guests(host), self.hosts[host].max
        units = {self.units[intern] for intern in guests}
        return sorted(u for u in units if len(u) <= most and all(i in guests for i in u))

    def _listed_at(self, host: str) -> Iterable[str]:
        """Return those whom the list of pairs leaves to the host: all, unless only listed pairs may meet."""
        rule = self.rules.pair_points
        if rule.on and (rule.hard or rule.unlisted == "forbid"):
            return self._given_at.get(host, ())
        return self.interns

    @cached_property
    def _given_at(self) -> dict[str, list[str]]:
        given: dict[str, list[str]] = {}
        for intern, host in self.given:
            given.setdefault(host, []).append(intern)
        return given

    @cached_property
    def _pair_rules(self) -> list[PairRule]:
        return [rule for name, rule in PAIR_RULES.items() if getattr(self.rules, name).on]

    def same(self, a: str | None, b: str | None) -> bool:
        """Whether two words are known and the same."""
        return bool(a) and bool(b) and self.words[a or ""] == self.words[b or ""]

    @cached_property
    def units(self) -> dict[str, tuple[str, ...]]:
        """Return, for each intern, all who travel as one with them, themselves included."""
        groups: dict[str, list[str]] = {}
        for person in self.round.interns:
            alone = not (self.rules.together.on and person.group)
            name = "id " + person.id if alone else "group " + key(person.group or "")
            groups.setdefault(name, []).append(person.id)
        return {intern: tuple(sorted(members)) for members in groups.values() for intern in members}


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
    km = _km(f, intern.municipality, host.municipality)
    far = f.rules.travel.hard and intern.max_km is not None and km > intern.max_km
    return Measure(km, round(f.rules.travel.points_per_km * km), far)


def _km(f: Facts, start: str | None, end: str | None) -> int:
    """The travel table's word, in this direction or else the other; else the way between the seats."""
    if not start or not end:
        return 0
    journeys = f.journeys
    if journeys:
        here, there = place_key(start), place_key(end)
        told = journeys.get((here, there)) or journeys.get((there, here))
        if told is not None:
            return told.distance
    seat, other = f.towns[start], f.towns[end]
    return km_between(seat, other) if seat and other else 0


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
        return Measure(0, 0, False)
    return _one(week not in (person.weeks or f.weeks), 0, True)


def duration(f: Facts, person: Intern | Host, days: int | None) -> Measure:
    """One side: days from the wish."""
    rule = f.rules.duration
    wish: Days | None = person.days
    if wish is None or days is None:
        return Measure(0, 0, False)
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


def _quota_members(round: Round, limit: QuotaLimit) -> set[str]:
    """Return the ids of the interns or hosts that a quota counts."""
    people: tuple[Intern, ...] | tuple[Host, ...] = round.interns if limit.of == "interns" else round.hosts
    found = set()
    for person in people:
        word = getattr(person, limit.field) or ""
        if limit.field == "region" and not word:
            town = municipality(person.municipality)
            word = town.region if town else ""
        if key(word) == key(limit.value):
            found.add(person.id)
    return found


def _one(breaks: bool, points: int, hard: bool) -> Measure:
    return Measure(1, points, hard) if breaks else Measure(0, 0, False)


def _both(a: Measure, b: Measure) -> Measure:
    return Measure(a.amount + b.amount, a.points + b.points, a.breach or b.breach)


def _wished(rule: Wishes, listed: int, rank: int | None) -> Measure:
    if not listed:
        return Measure(0, 0, False)
    if rank is not None:
        return Measure(rank, rule.price(rank), False)
    if rule.unlisted == "forbid":
        return Measure(listed + 1, 0, True)
    return Measure(listed + 1, rule.unlisted, rule.hard)


def _ranks(wishes: tuple[str, ...]) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for rank, wish in enumerate(wishes, 1):
        ranks.setdefault(wish, rank)
    return ranks


def _all_words(round: Round) -> set[str]:
    words = {past.workplace for past in round.history}
    for person in round.people:
        words |= {person.workplace, *person.themes}
    words |= {person.role for person in round.interns}
    for host in round.hosts:
        words |= set(host.roles)
    return {word for word in words if word}
