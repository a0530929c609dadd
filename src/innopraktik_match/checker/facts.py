"""What the rules ask a round: who is who, who is banned, who wished for whom, who travels together."""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING

from innopraktik_match.checker.contacts import contact_pairs
from innopraktik_match.checker.decisions import decisions_of, with_room
from innopraktik_match.checker.matches import cell_of
from innopraktik_match.checker.slots import people_of, slots_of, weeks_taken, year_of
from innopraktik_match.domain.criteria import value_of
from innopraktik_match.domain.municipalities import (
    km_between,
    municipality,
    place_key,
    region_named,
    region_of,
)
from innopraktik_match.domain.names import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.checker.matches import Cell
    from innopraktik_match.checker.rows import Key, Row, Shape
    from innopraktik_match.domain.round import Host, Intern, Journey, Lock, Round
    from innopraktik_match.domain.rulebook.settings import QuotaLimit

    Rows = dict[tuple[str, Key], tuple[Row, tuple[Shape, ...]] | None]  # by rule and key, as found once

Unit = tuple[str, ...]
Met = dict[str, dict[str, int]]
"""Who met whom, and how many years ago the last time was."""


class Facts:
    """A round, looked up by the words of its rules.

    Parameters
    ----------
    round : Round
    like : Facts, optional
        Those of a round that differs in locks and bans alone: then nothing else is looked up again.
    """

    def __init__(self, round: Round, like: Facts | None = None) -> None:
        self.round, self.decided = round, decisions_of(round)
        if like is None or self.decided or like.decided or not _decided_otherwise(round, like.round):
            self.round = with_room(round, self.decided)
            self._read(round)
        else:
            like.units, like.staff  # noqa: B018
            self.__dict__ |= {**like.__dict__, "round": round}
        self._read_decisions(round)

    def _read(self, given: Round) -> None:
        """Look up all but locks and bans."""
        self.wished = {person.id: person.visits for person in given.interns}
        self.offered = {host.id: host for host in given.hosts}
        self.aims = _aims(given)
        round = self.round
        self.rules = round.policy.rules
        self.on = {name for name in type(self.rules).model_fields if getattr(self.rules, name).on}
        self.interns = {person.id: person for person in round.interns}
        self.hosts = {host.id: host for host in round.hosts}
        self.people = people_of(round)
        self.slots = slots_of(round)
        self.weeks = {slot.week for slot in self.slots if slot.week}
        self.lengths = {slot.days for slot in self.slots if slot.days}
        self.words = {word: key(word) for word in _all_words(self)}
        self.towns = {name: municipality(name) for name in {person.municipality for person in self.people}}
        self.journeys = {(place_key(one.origin), place_key(one.destination)): one for one in round.travel}
        self.km = cache(self._km)
        self.refused = [(intern.id, host) for intern in round.interns for host in intern.rejects]
        self.refused += [(intern, host.id) for host in round.hosts for intern in host.rejects]
        self._read_the_past(round)
        column = self.rules.mixed_column.column
        self.chosen = {one.id: key(value_of(one, column)) if column else None for one in round.interns}
        self.cells = {
            one: {person.id: value_of(person, one) for person in round.interns}
            for one in {criterion.column for criterion in self.rules.visit_match.criteria}
        }
        self.given: dict[str, dict[str, int]] = {}
        for pair in round.pairs:
            self.given.setdefault(pair.host, {})[pair.intern] = pair.points
        self.intern_rank = {person.id: _ranks(person.wishes) for person in round.interns}
        self.host_rank = {host.id: _ranks(host.wishes) for host in round.hosts}
        self.intern_themes = {one.id: self.said(one.themes) for one in round.interns}
        self.intern_role = {one.id: self.said((one.role,) if one.role else ()) for one in round.interns}
        self.intern_cells = cache(self._intern_cells)
        self.before = {(one.intern, one.host): one for one in round.before if one.intern in self.interns}
        self.contact_of: dict[str, list[str]] = {}
        self.contacts_at: dict[str, list[str]] = {}
        for intern, host in contact_pairs(round):
            self.contact_of.setdefault(intern, []).append(host)
            self.contacts_at.setdefault(host, []).append(intern)
        self.even_word = {host.id: _word_of(round, host, self.rules.even.column) for host in round.hosts}
        self.even_hosts = Counter(word for word in self.even_word.values() if word)
        self.rows: Rows = {}
        self.demanded: dict[str, dict[Key, Row]] = {}
        self.quotas = [_quota_members(round, limit) for limit in self.rules.quota.limits]

    def _read_decisions(self, round: Round) -> None:
        """Look up who is banned from whom, and what is locked."""
        self.rows_by_decisions: Rows = {}
        self.demanded_by_decisions: dict[str, dict[Key, Row]] = {}
        self.banned = _by_host(self.refused + [(ban.intern, ban.host) for ban in round.bans])
        self.locks: dict[tuple[str, str], list[Lock]] = {}
        self.accepted: dict[str, list[str]] = {}
        for lock in round.locks:
            self.locks.setdefault((lock.intern, lock.host), []).append(lock)
        for lock in self.decided:
            self.accepted.setdefault(lock.host, []).append(lock.intern)

    def _read_the_past(self, round: Round) -> None:
        """Look up who met whom, and how many years before the round."""
        now = year_of(round)
        self.visited: Met = {}
        self.worked_at: Met = {}
        self.met_workplaces: Met = {}
        self.met_sectors: Met = {}
        for past in round.history:
            ago = 1 if past.year is None or now is None else max(now - past.year, 1)
            if past.host:
                _note(self.visited, past.host, past.intern, ago)
            if past.workplace:
                _note(self.worked_at, self.words[past.workplace], past.intern, ago)
        for one in round.relations:
            ago = 1 if one.year is None or now is None else max(now - one.year, 1)
            if one.workplace and one.host_workplace:
                here, there = self.words[one.workplace], self.words[one.host_workplace]
                _note(self.met_workplaces, here, there, ago)
                _note(self.met_workplaces, there, here, ago)
            if one.sector and one.host_sector:
                _note(self.met_sectors, one.sector, one.host_sector, ago)
                _note(self.met_sectors, one.host_sector, one.sector, ago)

    def _km(self, start: str | None, end: str | None) -> int:
        """The travel table's word, in this direction or else the other; else the way between the seats."""
        if not start or not end:
            return 0
        if self.journeys:
            here, there = place_key(start), place_key(end)
            told = self.journeys.get((here, there)) or self.journeys.get((there, here))
            if told is not None:
                return _distance(told)
        seat, other = self.towns[start], self.towns[end]
        return km_between(seat, other) if seat and other else 0

    def said(self, words: tuple[str, ...]) -> frozenset[str] | None:
        """Return words as they are compared, None where there are none."""
        return frozenset(self.words[word] for word in words) or None

    def _intern_cells(self, how: str, column: str) -> dict[str, Cell]:
        """Return what each intern says in a column, in one of the ways to compare."""
        return {one.id: cell_of(how, value_of(one, column)) for one in self.round.interns}

    def workplace(self, person: Intern | Host) -> str | None:
        """Return where somebody works, as workplaces are compared; None where it is unknown."""
        return self.words[person.workplace] if person.workplace else None

    @cached_property
    def staff(self) -> Counter[str | None]:
        """Return how many interns each workplace has."""
        return Counter(self.workplace(person) for person in self.round.interns)

    @cached_property
    def decided_pairs(self) -> dict[tuple[str, str], Lock]:
        """Return the lock of each pair that is the coordinator's decision."""
        return {(lock.intern, lock.host): lock for lock in self.decided}

    @cached_property
    def busy(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """Return the weeks that decided visits take up: of each intern, and of each host."""
        away: dict[str, set[str]] = {}
        visited: dict[str, set[str]] = {}
        for lock in self.decided:
            weeks = weeks_taken(lock.week, lock.days)
            away.setdefault(lock.intern, set()).update(weeks)
            visited.setdefault(lock.host, set()).update(weeks)
        return away, visited

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Return, for each intern, all who travel as one with them, themselves included."""
        groups: dict[str, list[str]] = {}
        for person in self.round.interns:
            alone = not (self.rules.together.on and person.group)
            name = "id " + person.id if alone else "group " + key(person.group or "")
            groups.setdefault(name, []).append(person.id)
        return {intern: tuple(sorted(members)) for members in groups.values() for intern in members}


def _decided_otherwise(round: Round, other: Round) -> bool:
    """Whether two rounds hold the very same objects, but for locks and bans."""
    others = (name for name in type(round).model_fields if name not in ("locks", "bans"))
    return all(getattr(round, name) is getattr(other, name) for name in others)


def _aims(round: Round) -> tuple[str, ...]:
    """Return the policy's aims, or else those of docs/model.md that the round gives a reason for."""
    if round.policy.aims is not None:
        return round.policy.aims
    reasons = {
        "placed": True,
        "changes": bool(round.before),
        "priority": any(person.priority > 0 for person in round.interns),
        "visits": any(person.visits > 1 for person in round.interns),
        "points": True,
    }
    return tuple(aim for aim, reason in reasons.items() if reason)


def _distance(told: Journey) -> int:
    """Return the kilometres, where there are none a kilometre for each minute."""
    return (told.minutes or 0) if told.km is None else told.km


def _by_host(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the first words of each second one."""
    found: dict[str, set[str]] = {}
    for first, second in pairs:
        found.setdefault(second, set()).add(first)
    return found


def _note(met: Met, at: str, who: str, ago: int) -> None:
    """Keep the latest time that two met."""
    known = met.setdefault(at, {})
    known[who] = min(ago, known.get(who, ago))


def _word_of(round: Round, host: Host, column: str | None) -> str:
    """Return what a host has in a column, as it is compared; "" where there is none."""
    if column and key(column) == "region":
        return key(region_of(host, year_of(round)))
    return key(value_of(host, column)) if column else ""


def _quota_members(round: Round, limit: QuotaLimit) -> set[str]:
    """Return the ids of the interns or hosts that a quota counts."""
    people: tuple[Intern, ...] | tuple[Host, ...] = round.interns if limit.of == "interns" else round.hosts
    if limit.field == "region":
        year = year_of(round)
        value = key(region_named(limit.value, year) or limit.value)
        return {person.id for person in people if key(region_of(person, year)) == value}
    return {person.id for person in people if key(value_of(person, limit.field)) == key(limit.value)}


def _ranks(wishes: tuple[str, ...]) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for rank, wish in enumerate(wishes, 1):
        ranks.setdefault(wish, rank)
    return ranks


def _all_words(facts: Facts) -> set[str]:
    words = {past.workplace for past in facts.round.history}
    for one in facts.round.relations:
        words |= {one.workplace, one.host_workplace}
    for person in facts.people:
        words |= {person.workplace, *person.themes}
    words |= {person.role for person in facts.round.interns}
    for host in facts.round.hosts:
        words |= set(host.roles)
    return {word for word in words if word}
