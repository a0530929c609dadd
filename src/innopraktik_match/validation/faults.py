"""What is wrong with a round, all of it at once, before anything is solved.

Places are given as table and row, counted from 1; `values["fields"]` names the field of each place.
Whoever has read the round from files puts the cells in their stead.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from innopraktik_match.domain.directory import MOST_SUGGESTIONS, Directory
from innopraktik_match.domain.issues import Issue, issue_at, read_id, warning_at
from innopraktik_match.domain.municipalities import municipality, nearest_municipality, place_key
from innopraktik_match.domain.names import closest, key
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.domain.rulebook.settings import MOST_TOGETHER
from innopraktik_match.validation.criterion_faults import criterion_faults
from innopraktik_match.validation.effect import effect_faults
from innopraktik_match.validation.largest import MOST_POINTS, most_points
from innopraktik_match.validation.plan_faults import find_plan_faults
from innopraktik_match.validation.region_faults import quota_faults, region_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.round import Host, Intern, Lock, Round

__all__ = ["find_faults", "find_plan_faults"]

NEAR = 0.7
"""How near another word a group of one is for that word to be meant."""
_BLANKS = {
    field: tuple(rule for rule, entry in RULEBOOK.items() if field in entry.reads)
    for field in ("workplace", "sector", "municipality")
}

NOBODY_LEFT = ("no_interns", "no_hosts")
"""Faults of a round that is new; after an earlier plan everybody may have left."""


def find_faults(round: Round) -> list[Issue]:
    """Return every fault of a round; errors stop the solve, warnings do not.

    Parameters
    ----------
    round : Round

    Returns
    -------
    list of Issue
        In the order of the tables. Time grows with the number of rows, not with pairs of them.
    """
    interns = Directory((intern.id, intern.name) for intern in round.interns)
    hosts = Directory((host.id, host.name) for host in round.hosts)
    return [
        *_empty(round),
        *_same_ids(round),
        *_unknown(round, interns, hosts),
        *_hosts(round),
        *_twice(round),
        *_locks(round),
        *_groups(round),
        *_policy(round),
        *criterion_faults(round),
        *quota_faults(round),
        *_points(round),
        *_blanks(round),
        *_journeys(round),
        *_municipalities(round),
        *region_faults(_people(round), round.year),
        *_weeks(round),
        *effect_faults(round),
    ]


def _people(round: Round) -> Iterator[tuple[str, int, Intern | Host]]:
    for row, intern in enumerate(round.interns, 1):
        yield "interns", row, intern
    for row, host in enumerate(round.hosts, 1):
        yield "hosts", row, host


def _empty(round: Round) -> Iterator[Issue]:
    if not round.interns:
        yield issue_at("no_interns")
    if not round.hosts:
        yield issue_at("no_hosts")


def _same_ids(round: Round) -> Iterator[Issue]:
    rows: dict[tuple[str, str], list[tuple[str, int, str]]] = defaultdict(list)
    read: dict[tuple[str, str], str] = {}
    for table, row, person in _people(round):
        rows[table, key(person.id)].append((table, row, "id"))
        read.setdefault((table, key(person.id)), person.id)
    for same, places in rows.items():
        if len(places) > 1:
            yield issue_at("id_twice", *places, **read_id(same[0], read[same]))


def _named(round: Round) -> Iterator[tuple[str, str, str, int, str, int | None]]:
    """Yield every word that names somebody: the side, the word, its table, row, field and number there."""
    for table, row, person in _people(round):
        side = "hosts" if table == "interns" else "interns"
        for number, word in enumerate(person.wishes):
            yield side, word, table, row, "wishes", number
        for number, word in enumerate(person.rejects):
            yield side, word, table, row, "rejects", number
    for table in ("pairs", "bans", "history", "locks"):
        for row, pair in enumerate(getattr(round, table), 1):
            yield "interns", pair.intern, table, row, "intern", None
            if pair.host is not None:
                yield "hosts", pair.host, table, row, "host", None


def _unknown(round: Round, interns: Directory, hosts: Directory) -> Iterator[Issue]:
    names = {host.id: host.name for host in round.hosts}
    sides = {"interns": interns, "hosts": hosts}
    known = {side: {person.id for person in getattr(round, side)} for side in sides}
    for side, word, table, row, field, number in _named(round):
        if word not in known[side] and known[side]:
            code = "intern_unknown" if side == "interns" else "host_unknown"
            near = sides[side].nearest(word)
            called = names.get(str(near.get("suggestion"))) if side == "hosts" else None
            more = {"called": called} if called else {}
            place = (table, row, field if number is None else f"{field}[{number}]")
            yield issue_at(code, place, **read_id(side, word), **near, **more)


def _hosts(round: Round) -> Iterator[Issue]:
    limit = round.policy.rules.capacity.limit
    for row, host in enumerate(round.hosts, 1):
        if host.max > limit:
            yield issue_at("max_above_limit", ("hosts", row, "max"), read=host.max, limit=limit)


def _twice(round: Round) -> Iterator[Issue]:
    for table in ("pairs", "locks", "before"):
        rows = getattr(round, table)
        times = Counter([(pair.intern, pair.host) for pair in rows])
        places: dict[tuple[str, str], list[tuple[str, int, str]]] = defaultdict(list)
        for row, pair in enumerate(rows, 1) if len(times) < len(rows) else ():
            places[pair.intern, pair.host].append((table, row, "host"))
        for (intern, host), some in places.items():
            if len(some) > 1:
                yield issue_at("pair_twice", *some, intern=intern, host=host)


def _locks(round: Round) -> Iterator[Issue]:
    if not round.locks:
        return
    yield from _locked_and_banned(round)
    weeks = set(round.weeks)
    at_host: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    of_intern: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for row, lock in enumerate(round.locks, 1):
        at_host[lock.host].append(("locks", row, "host"))
        of_intern[lock.intern].append(("locks", row, "intern"))
        if lock.week and lock.week not in weeks:
            yield issue_at("lock_week_outside", ("locks", row, "week"), read=lock.week)
    decided = {row for row, lock in enumerate(round.locks, 1) if _decides(round, lock)}
    for host in round.hosts:
        room, places = host.visits * host.max, at_host[host.id]
        if len(places) > room:
            ours = decided.issuperset(row for _, row, _ in places)
            if ours and len(places) <= MOST_TOGETHER * host.visits:
                yield warning_at("locks_beyond_capacity", *places, host=host.id, limit=len(places))
            else:
                yield issue_at("locks_over_capacity", *places, host=host.id, limit=room)
    for intern in round.interns:
        places = of_intern[intern.id]
        if len({round.locks[row - 1].host for _, row, _ in places}) > intern.visits:
            ours = decided.issuperset(row for _, row, _ in places)
            code = "locks_beyond_visits" if ours else "locks_over_visits"
            told = warning_at if ours else issue_at
            yield told(code, *places, intern=intern.id, limit=intern.visits)


def _decides(round: Round, lock: Lock) -> bool:
    """Whether a lock is the coordinator's decision, which rules give way to."""
    return round.policy.rules.lock.breaking == "accept" and lock.status != "proposed"


def _locked_and_banned(round: Round) -> Iterator[Issue]:
    locked = {(lock.intern, lock.host): row for row, lock in enumerate(round.locks, 1)}
    banned = [((ban.intern, ban.host), "bans", row, "host") for row, ban in enumerate(round.bans, 1)]
    for table, row, person in _people(round):
        for number, word in enumerate(person.rejects):
            pair = (person.id, word) if table == "interns" else (word, person.id)
            banned.append((pair, table, row, f"rejects[{number}]"))
    for pair, table, row, name in banned:
        if pair in locked:
            places = ("locks", locked[pair], "host"), (table, row, name)
            decided = _decides(round, round.locks[locked[pair] - 1])
            told = warning_at if decided else issue_at
            code = "lock_accepted" if decided else "lock_banned"
            yield told(code, *places, intern=pair[0], host=pair[1])


def _groups(round: Round) -> Iterator[Issue]:
    groups: dict[str, list[int]] = defaultdict(list)
    for row, intern in enumerate(round.interns, 1):
        if intern.group is not None:
            groups[key(intern.group)].append(row)
    if not round.policy.rules.together.on:
        apart = [("interns", row, "group") for rows in groups.values() if len(rows) > 1 for row in rows]
        if apart and round.policy.preset != "private":  # which spreads teams on purpose
            yield warning_at("group_without_effect", *apart)
        return
    alone = [(word, rows[0]) for word, rows in groups.items() if len(rows) == 1]
    for number, (word, row) in enumerate(alone):
        others = (other for other in groups if other != word)
        near = closest(word, others, NEAR) if number < MOST_SUGGESTIONS else None
        called = round.interns[groups[near][0] - 1].group if near else None
        more = {"suggestion": called} if called else {}
        yield warning_at("group_alone", ("interns", row, "group"), **more)
    largest = max((host.max for host in round.hosts), default=0)
    for rows in groups.values():
        places = [("interns", row, "group") for row in rows]
        if round.hosts and len(rows) > largest:
            yield warning_at("group_too_large", *places, read=len(rows), limit=largest)
        if len({round.interns[row - 1].visits for row in rows}) > 1:
            yield warning_at("group_visits_differ", *places)


def _policy(round: Round) -> Iterator[Issue]:
    if round.policy.rules.worst_off.hard:
        yield issue_at("worst_off_hard", key="rules.worst_off.mode")
    if "changes" in round.aims and not round.before:
        yield warning_at("nothing_planned_before", key="aims")


def _points(round: Round) -> Iterator[Issue]:
    most = most_points(round)
    if most > MOST_POINTS:
        yield issue_at("points_too_large", read=most, limit=MOST_POINTS)


def _blanks(round: Round) -> Iterator[Issue]:
    for name, rules in _BLANKS.items():
        on = tuple(rule for rule in rules if getattr(round.policy.rules, rule).on)
        for table, people in (("interns", round.interns), ("hosts", round.hosts)):
            rows = [row for row, person in enumerate(people, 1) if not getattr(person, name)]
            if on and rows:
                places = [(table, row, name) for row in rows]
                yield warning_at("field_blank", *places, count=len(rows), rules=on)


def _journeys(round: Round) -> Iterator[Issue]:
    rows: dict[tuple[str, str], list[tuple[str, int, str]]] = defaultdict(list)
    for row, one in enumerate(round.travel, 1):
        rows[place_key(one.origin), place_key(one.destination)].append(("travel", row, "destination"))
    for places in rows.values():
        if len(places) > 1:
            yield issue_at("journey_twice", *places)


def _municipalities(round: Round) -> Iterator[Issue]:
    told = {place_key(name) for one in round.travel for name in (one.origin, one.destination)}
    for table, row, person in _people(round):
        name = person.municipality
        if name and municipality(name) is None and place_key(name) not in told:
            near = nearest_municipality(name)
            more = {"suggestion": near} if near else {}
            yield issue_at("municipality_unknown", (table, row, "municipality"), read=name, **more)


def _weeks(round: Round) -> Iterator[Issue]:
    weeks = set(round.policy.weeks)
    if not weeks:
        return
    for table, row, person in _people(round):
        outside = tuple(week for week in person.weeks if week not in weeks)
        if outside:
            place = (table, row, "weeks")
            yield warning_at("week_outside", place, read=", ".join(outside))
