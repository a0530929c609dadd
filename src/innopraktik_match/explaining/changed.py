"""A round with one change made to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from innopraktik_match.domain.directory import Directory
from innopraktik_match.domain.issues import RoundError, issue_at, read_id
from innopraktik_match.domain.round import Ban, Host, Intern, Lock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.domain.change import Change
    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.record import Record
    from innopraktik_match.domain.round import Round

    Person = TypeVar("Person", Intern, Host)
    Row = TypeVar("Row", bound=Record)


def changed_round(round: Round, change: Change) -> Round:
    """Return the round with the change made; what it rests on otherwise stays as it is.

    Raises
    ------
    RoundError
        The change names somebody, or a lock, that the round does not have.
    """
    unknown = list(_unknown(round, change))
    if unknown:
        raise RoundError(unknown)
    return _CHANGED[change.change](round, change)


def _unknown(round: Round, change: Change) -> Iterator[Issue]:
    ids = {intern.id for intern in round.interns} | {host.id for host in round.hosts}
    named = {change.intern, *change.interns, change.host} - {None}
    if named <= ids:
        return
    interns = Directory((one.id, one.name) for one in round.interns)
    hosts = Directory((one.id, one.name) for one in round.hosts)
    for word in filter(None, (change.intern, *change.interns)):
        if word not in interns:
            yield issue_at("intern_unknown", **read_id("interns", word), **interns.nearest(word))
    if change.host is not None and change.host not in hosts:
        yield issue_at("host_unknown", read=change.host, **hosts.nearest(change.host))


def _together(round: Round, change: Change) -> Round:
    interns = (change.intern,) if change.intern is not None else change.interns
    days = change.days.min if change.days is not None else None
    new = tuple(
        Lock(intern=intern, host=change.host, week=change.week, days=days, status="proposed")
        for intern in interns
        if not any(_locked(lock, intern, change, days) for lock in round.locks)
    )
    return round.model_copy(update={"locks": round.locks + new})


def _locked(lock: Lock, intern: str, change: Change, days: int | None) -> bool:
    """Whether a lock already says that the two meet, and when."""
    same = (lock.intern, lock.host) == (intern, change.host)
    return same and change.week in (None, lock.week) and days in (None, lock.days)


def _apart(round: Round, change: Change) -> Round:
    assert change.intern is not None
    assert change.host is not None
    if any((ban.intern, ban.host) == (change.intern, change.host) for ban in round.bans):
        return round
    return round.model_copy(update={"bans": (*round.bans, Ban(intern=change.intern, host=change.host))})


def _more_places(round: Round, change: Change) -> Round:
    def wider(host: Host) -> Host:
        most = host.max + (change.by or 0)
        return _checked(host, max=most, min=min(host.min, most))

    return _each(round, change, wider)


def _more_visits(round: Round, change: Change) -> Round:
    return _each(round, change, lambda host: _checked(host, visits=host.visits + (change.by or 0)))


def _more_weeks(round: Round, change: Change) -> Round:
    """Add a week; whoever named none has every week already."""

    def longer(person: Person) -> Person:
        if not person.weeks or change.week in person.weeks:
            return person
        return _checked(person, weeks=(*person.weeks, change.week))

    return _each(round, change, longer)


def _days(round: Round, change: Change) -> Round:
    return _each(round, change, lambda person: person.model_copy(update={"days": change.days}))


def _max_km(round: Round, change: Change) -> Round:
    return _each(round, change, lambda person: person.model_copy(update={"max_km": change.to}))


def _without(round: Round, change: Change) -> Round:
    """Take somebody out, and every row and wish that names them."""
    side, gone = ("intern", change.intern) if change.intern is not None else ("host", change.host)
    other = "hosts" if side == "intern" else "interns"
    update: dict[str, Any] = {
        f"{side}s": tuple(one for one in getattr(round, f"{side}s") if one.id != gone),
        other: tuple(
            one.model_copy(
                update={
                    name: tuple(word for word in getattr(one, name) if word != gone)
                    for name in ("wishes", "rejects")
                }
            )
            for one in getattr(round, other)
        ),
    }
    for table in ("pairs", "bans", "history", "locks"):
        update[table] = tuple(row for row in getattr(round, table) if getattr(row, side) != gone)
    return round.model_copy(update=update)


def _without_lock(round: Round, change: Change) -> Round:
    kept = tuple(lock for lock in round.locks if (lock.intern, lock.host) != (change.intern, change.host))
    return round.model_copy(update={"locks": kept})


def _rule_mode(round: Round, change: Change) -> Round:
    rules = round.policy.rules
    assert change.rule is not None
    settings: Record = getattr(rules, change.rule)
    rules = rules.model_copy(update={change.rule: _checked(settings, mode=change.mode)})
    policy = round.policy.model_copy(update={"rules": rules})
    return round.model_copy(update={"policy": policy})


def _each(round: Round, change: Change, changed: Callable[[Any], Any]) -> Round:
    """Return the round with the one whom the change names changed."""
    table, name = ("interns", change.intern) if change.intern is not None else ("hosts", change.host)
    rows = tuple(changed(one) if one.id == name else one for one in getattr(round, table))
    return round.model_copy(update={table: rows})


def _checked(row: Row, **update: object) -> Row:
    """Return a copy with some fields replaced, checked; the others were checked before."""
    given = {name: getattr(row, name) for name in type(row).model_fields}
    return type(row).model_validate({**given, **update})


_CHANGED: dict[str, Callable[[Round, Change], Round]] = {
    "pair_together": _together,
    "pair_apart": _apart,
    "fix": _together,
    "one_more_place": _more_places,
    "one_place_fewer": _more_places,
    "one_more_visit": _more_visits,
    "one_visit_fewer": _more_visits,
    "one_more_week": _more_weeks,
    "days": _days,
    "max_km": _max_km,
    "without": _without,
    "without_lock": _without_lock,
    "rule_mode": _rule_mode,
}
