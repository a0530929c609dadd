"""The round in columns: every field of `Round` as an array, for the rules to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.domain.contacts import contacts
from innopraktik_match.domain.criteria import value_of
from innopraktik_match.domain.municipalities import km_between, municipality, place_key
from innopraktik_match.domain.names import key
from innopraktik_match.domain.when import DAYS_IN_WEEK, Days
from innopraktik_match.model.decided import Decided, decided_of
from innopraktik_match.model.matches import Criterion, codes_of, criteria_of, word_bits
from innopraktik_match.model.measures import NO_LIMIT, Flags, Index, Ints
from innopraktik_match.model.pair_table import PairTable, pair_table
from innopraktik_match.model.past import met, past_sectors, past_visits, past_workplaces
from innopraktik_match.model.visit_matches import VisitCriterion, kinds_of, visit_criteria_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from innopraktik_match.domain.round import Earlier, Host, Intern, Journey, Lock, Round
    from innopraktik_match.domain.rulebook import Rules
    from innopraktik_match.model.matches import Bits


@dataclass(frozen=True)
class Columns:
    """The round in arrays. I interns and H hosts, both sorted by id; S slots, W weeks.

    Unknown words are code -1; unknown limits are `NO_LIMIT`. Arrays named `intern_*` have I rows,
    `host_*` H rows, `slot_*` S rows.
    """

    rules: Rules
    interns: tuple[Intern, ...]
    hosts: tuple[Host, ...]
    year: int | None
    weeks: tuple[str, ...]
    round_weeks: int
    slot_week: Index
    slot_days: Index
    takes_up: Flags  # [S, W] the weeks in which a visit of the slot goes on
    intern_visits: Ints  # these four as far as decisions need other ones than are given
    host_visits: Ints
    host_min: Ints
    host_max: Ints
    intern_weeks: Flags  # [I, W]
    host_weeks: Flags  # [H, W]
    intern_days: Ints  # [I, 3]: least, most, whether about
    host_days: Ints  # [H, 3]
    intern_workplace: Index
    host_workplace: Index
    intern_sector: Index
    host_sector: Index
    intern_town: Index
    host_town: Index
    km: Ints  # [T + 1, T + 1]; the last row and column stand for unknown, 0 km
    intern_max_km: Ints
    intern_themes: Bits
    host_themes: Bits
    intern_role: Bits
    host_roles: Bits
    intern_priority: Ints
    unit: Index  # [I] interns with the same number travel together
    intern_wish: PairTable
    intern_wishes: Ints  # [I] how many wishes
    host_wish: PairTable
    host_wishes: Ints  # [H]
    banned: PairTable
    visited: PairTable  # how many years ago
    met_workplaces: PairTable  # the same, by codes of workplaces
    met_sectors: PairTable
    criteria: tuple[Criterion, ...]
    intern_mixed: Index  # codes of what must differ in a visit
    visit_criteria: tuple[VisitCriterion, ...]
    intern_kind: Index  # equal codes: no criterion about a visit tells them apart
    pair_points: PairTable
    contact_intern: Index  # each intern who is a host's contact,
    contact_host: Index  # and that host
    locks: tuple[Lock, ...]
    decided: Decided
    before: tuple[Earlier, ...]  # of the interns in the round, by intern and host
    before_row: PairTable  # the number of each pair there


def build_columns(round: Round, extra_weeks: Iterable[str] = (), extra_days: Iterable[int] = ()) -> Columns:
    """Convert a round to columns.

    Parameters
    ----------
    round : Round
        A round without errors (`faults.find_faults`).
    extra_weeks, extra_days : iterable
        Slots of a hand-made plan that the round lacks; people without weeks do not get these weeks.
    """
    interns = tuple(sorted(round.interns, key=lambda person: person.id))
    hosts = tuple(sorted(round.hosts, key=lambda host: host.id))
    n_hosts = len(hosts)
    of_intern = {person.id: n for n, person in enumerate(interns)}
    of_host = {host.id: n for n, host in enumerate(hosts)}
    weeks = (*round.weeks, *sorted(set(extra_weeks) - set(round.weeks))) if round.weeks else ()
    lengths = tuple(sorted({*round.lengths, *extra_days})) if round.lengths else ()
    slot_week, slot_days = np.array(
        [(w, d) for w in (range(len(weeks)) if weeks else (-1,)) for d in lengths or (0,)],
        dtype=np.int32,
    ).T
    people: tuple[Intern | Host, ...] = (*interns, *hosts)
    places = codes_of(person.workplace or "" for person in people)
    sectors = codes_of(person.sector or "" for person in people)
    town, km = _distances([person.municipality for person in people], round.travel)
    intern_themes, host_themes = word_bits(_words(p.themes for p in interns), _words(h.themes for h in hosts))
    roles = ((person.role,) if person.role else () for person in interns)
    intern_role, host_roles = word_bits(_words(roles), _words(host.roles for host in hosts))
    n = len(interns)
    planned = (one for one in round.before if one.intern in of_intern)
    before = tuple(sorted(planned, key=lambda one: (one.intern, one.host)))
    contact_pairs = contacts(round)
    decided = decided_of(accepted_locks(round), of_intern, of_host, weeks)
    host_visits, host_min, host_max = decided.rooms(
        _ints(host.visits for host in hosts),
        _ints(host.min for host in hosts),
        _ints(host.max for host in hosts),
    )

    def table(entries: Iterable[tuple[str, str, int]]) -> PairTable:
        return pair_table(((of_intern[i], of_host[h], v) for i, h, v in entries), n_hosts)

    return Columns(
        rules=round.policy.rules,
        interns=interns,
        hosts=hosts,
        year=round.year,
        weeks=weeks,
        round_weeks=len(round.weeks),
        slot_week=slot_week,
        slot_days=slot_days,
        takes_up=_taken_up(weeks, slot_week, slot_days),
        intern_visits=decided.visits_of_interns(_ints(person.visits for person in interns)),
        host_visits=host_visits,
        host_min=host_min,
        host_max=host_max,
        intern_weeks=_week_flags([person.weeks for person in interns], weeks, len(round.weeks)),
        host_weeks=_week_flags([host.weeks for host in hosts], weeks, len(round.weeks)),
        intern_days=_days([person.days for person in interns]),
        host_days=_days([host.days for host in hosts]),
        intern_workplace=places[:n],
        host_workplace=places[n:],
        intern_sector=sectors[:n],
        host_sector=sectors[n:],
        intern_town=town[:n],
        host_town=town[n:],
        km=km,
        intern_max_km=_ints(NO_LIMIT if p.max_km is None else p.max_km for p in interns),
        intern_themes=intern_themes,
        host_themes=host_themes,
        intern_role=intern_role,
        host_roles=host_roles,
        intern_priority=_ints(person.priority for person in interns),
        unit=_units(interns, round.policy.rules.together.on),
        intern_wish=table((p.id, h, r) for p in interns for r, h in _ranked(p.wishes)),
        intern_wishes=_ints(len(p.wishes) for p in interns),
        host_wish=table((i, host.id, r) for host in hosts for r, i in _ranked(host.wishes)),
        host_wishes=_ints(len(host.wishes) for host in hosts),
        banned=table(
            [
                *((ban.intern, ban.host, 1) for ban in round.bans),
                *((p.id, h, 1) for p in interns for h in p.rejects),
                *((i, host.id, 1) for host in hosts for i in host.rejects),
            ]
        ),
        visited=table(past_visits(round)),
        met_workplaces=met([key(person.workplace or "") for person in people], past_workplaces(round)),
        met_sectors=met([person.sector or "" for person in people], past_sectors(round)),
        intern_mixed=codes_of(_chosen(interns, round.policy.rules.mixed_column.column)),
        criteria=criteria_of(round.policy.rules.match.criteria, interns, hosts),
        visit_criteria=visit_criteria_of(round.policy.rules.visit_match.criteria, interns),
        intern_kind=kinds_of(round.policy.rules.visit_match.criteria, interns),
        pair_points=table((pair.intern, pair.host, pair.points) for pair in round.pairs),
        contact_intern=_index(of_intern[intern] for intern, _ in contact_pairs),
        contact_host=_index(of_host[host] for _, host in contact_pairs),
        locks=sorted_locks(round),
        decided=decided,
        before=before,
        before_row=table((one.intern, one.host, r) for r, one in enumerate(before) if one.host in of_host),
    )


def accepted_locks(round: Round) -> list[Lock]:
    """Return the locks that are the coordinator's decision, whatever rules say."""
    accept = round.policy.rules.lock.breaking == "accept"
    return [lock for lock in round.locks if accept and lock.status != "proposed"]


def sorted_locks(round: Round) -> tuple[Lock, ...]:
    """Return the locks in the order of their rows."""
    return tuple(
        sorted(round.locks, key=lambda lock: (lock.intern, lock.host, lock.week or "", lock.days or 0))
    )


def _ranked(wishes: Sequence[str]) -> list[tuple[int, str]]:
    """Return the wishes ranked from 1, in reverse, so that the first mention of a wish wins."""
    return [(rank, wish) for rank, wish in enumerate(wishes, 1)][::-1]


def _chosen(interns: tuple[Intern, ...], column: str | None) -> list[str]:
    """Return what stands in the column that is to differ."""
    return [value_of(person, column) if column else "" for person in interns]


def _words(lists: Iterable[tuple[str, ...]]) -> list[set[str]]:
    """Return the words of each list, as they are compared."""
    return [{key(word) for word in one} for one in lists]


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _index(values: Iterable[int]) -> Index:
    return np.fromiter(values, dtype=np.int32)


def _distances(names: list[str | None], travel: tuple[Journey, ...]) -> tuple[Index, Ints]:
    given = {(place_key(one.origin), place_key(one.destination)): one.distance for one in travel}
    there_and_back = {(b, a): km for (a, b), km in given.items()} | given
    mentioned = {town for pair in given for town in pair}
    towns = {place_key(name): municipality(name) for name in names if name}
    known = sorted(town for town, place in towns.items() if place or town in mentioned)
    code = {town: n for n, town in enumerate(known)}
    km = np.zeros((len(known) + 1, len(known) + 1), dtype=np.int64)
    for (a, n), (b, m) in product(code.items(), repeat=2):
        here, there = towns[a], towns[b]
        between = km_between(here, there) if here and there else 0
        km[n, m] = there_and_back.get((a, b), between)
    return _index(code.get(place_key(name), len(known)) if name else len(known) for name in names), km


def _week_flags(given: list[tuple[str, ...]], weeks: tuple[str, ...], round_weeks: int) -> Flags:
    flags = np.zeros((len(given), len(weeks)), dtype=bool)
    column = {week: n for n, week in enumerate(weeks)}
    for row, named in enumerate(given):
        if named:
            flags[row, [column[week] for week in named if week in column]] = True
        else:
            flags[row, :round_weeks] = True
    return flags


def _days(given: list[Days | None]) -> Ints:
    rows = [(0, NO_LIMIT, 0) if d is None else (d.min, d.max, int(d.about)) for d in given]
    return np.array(rows, dtype=np.int64).reshape(-1, 3)


def _taken_up(weeks: tuple[str, ...], slot_week: Index, slot_days: Index) -> Flags:
    mondays = [date.fromisocalendar(int(week[:4]), int(week[6:]), 1) for week in weeks]
    column = {monday: n for n, monday in enumerate(mondays)}
    flags = np.zeros((len(slot_week), len(weeks)), dtype=bool)
    for slot, (week, days) in enumerate(zip(slot_week, slot_days, strict=True)):
        for later in range(max(1, -(-int(days) // DAYS_IN_WEEK)) if week >= 0 else 0):
            at = column.get(mondays[week] + timedelta(weeks=later))
            if at is not None:
                flags[slot, at] = True
    return flags


def _units(interns: tuple[Intern, ...], together: bool) -> Index:
    first: dict[str, int] = {}
    return _index(
        first.setdefault(key(person.group), n) if together and person.group else n
        for n, person in enumerate(interns)
    )
