"""What an earlier plan asks of the next one: who has gone, who said no, which visits stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.plan import Visit
from innopraktik_match.domain.replanned import Replanned, amended
from innopraktik_match.domain.round import Ban, Earlier, Lock
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.measuring import score
from innopraktik_match.replanning.events import events_since

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.domain.when import Slot

Pair = tuple[str, str]
OVER = ("declined", "withdrawn")


def terms_of(round: Round, plan: Plan, *, freeze: bool, limit: int | None) -> Replanned:
    """Return what a plan asks of the next one for a round.

    Whoever withdrew from every visit, and every pair that said no (or of which one withdrew from that visit
    alone), stays out in all plans to come, until somebody gives them a visit in the plan again; whoever is
    only missing in the round can come back.
    """
    told = still_so(plan) or Replanned()
    before = tuple(dict.fromkeys(_earlier(plan)))
    stay = {one.intern for one in before if one.status != "withdrawn"}
    withdrawn = {one.intern for one in before} - stay
    apart = [one for one in before if one.status in OVER and one.intern in stay]
    bans = (*told.bans, *(Ban(intern=one.intern, host=one.host, reason=one.status) for one in apart))
    interns = {*told.absent_interns, *(one.intern for one in before), *(one.intern for one in plan.unplaced)}
    hosts = {*told.absent_hosts, *(one.host for one in before), *plan.unused_hosts}
    terms = Replanned(
        before=before,
        withdrawn=tuple(sorted(withdrawn.union(told.withdrawn))),
        absent_interns=tuple(sorted(interns - {one.id for one in round.interns})),
        absent_hosts=tuple(sorted(hosts - {host.id for host in round.hosts})),
        bans=tuple(dict.fromkeys(bans)),
    )
    kept = set(round.policy.rules.changes.locked)
    rest = amended(round, terms)
    fixed = {(one.intern, one.host) for one in before if one.status in kept}
    if freeze or limit is not None:
        still = standing(rest, plan.visits, terms)
        fixed |= still if freeze else set()
        limit = None if limit is None else limit + len(_forced(rest, before) - still - fixed)
    return terms.model_copy(
        update={
            "locks": tuple(_locks(rest, before, fixed)),
            "limit": limit,
            "events": tuple(events_since(round, plan, terms)),
        }
    )


def still_so(plan: Plan) -> Replanned | None:
    """Return what a plan was made from, as far as its rows do not say otherwise.

    Left out are withdrawals and noes that they take back, and locks that nobody has agreed to: those of
    reserves, and of visits that were not to move.
    """
    if plan.replanned is None:
        return None
    again = {(one.intern, one.host) for one in _earlier(plan) if one.status not in OVER}
    back = {intern for intern, _ in again}
    kept: dict[str, object] = {
        "withdrawn": tuple(one for one in plan.replanned.withdrawn if one not in back),
        "locks": tuple(lock for lock in plan.replanned.locks if lock.status != "proposed"),
        "bans": tuple(ban for ban in plan.replanned.bans if (ban.intern, ban.host) not in again),
    }
    return plan.replanned.model_copy(update=kept)


def _forced(round: Round, before: tuple[Earlier, ...]) -> set[Pair]:
    """Return the pairs that the limit of changes counts, be they still possible or not: those not banned."""
    interns, hosts = {one.id for one in round.interns}, {host.id for host in round.hosts}
    banned = {(ban.intern, ban.host) for ban in round.bans}
    banned |= {(one.id, host) for one in round.interns for host in one.rejects}
    banned |= {(intern, host.id) for host in round.hosts for intern in host.rejects}
    pairs = {(one.intern, one.host) for one in before}
    return {pair for pair in pairs - banned if pair[0] in interns and pair[1] in hosts}


def standing(round: Round, visits: tuple[Visit, ...], terms: Replanned) -> set[Pair]:
    """Return the pairs of earlier visits that break no hard rule by themselves, without those who left."""
    banned = {(ban.intern, ban.host) for ban in terms.bans}
    interns, hosts = {one.id for one in round.interns}, {host.id for host in round.hosts}
    slots, left = round.slots, []
    for visit in visits:
        stay = tuple(one for one in visit.interns if one in interns and (one, visit.host) not in banned)
        if stay and visit.host in hosts:
            left.append(_timed(slots, visit, stay))
    broken = {
        (intern, breach.host)
        for breach in score(round, left).breaches
        if RULEBOOK[breach.rule].level != "round"
        for intern in breach.interns
    }
    return {(one, visit.host) for visit in left for one in visit.interns} - broken


def _timed(slots: tuple[Slot, ...], visit: Visit, interns: tuple[str, ...]) -> Visit:
    """Return an earlier visit as one of the round: where it named no week or length, in the first."""
    week = visit.week or slots[0].week if slots[0].week else None
    days = visit.days or slots[0].days if slots[0].days else None
    return Visit(host=visit.host, week=week, days=days, interns=interns)


def _earlier(plan: Plan) -> Iterator[Earlier]:
    seen: set[Pair] = set()
    for visit in plan.visits:
        for intern in visit.interns:
            if (intern, visit.host) not in seen:
                seen.add((intern, visit.host))
                when = {"week": visit.week, "days": visit.days}
                yield Earlier(intern=intern, host=visit.host, status=visit.status_of(intern), **when)


def _locks(round: Round, before: tuple[Earlier, ...], fixed: set[Pair]) -> Iterator[Lock]:
    hosts = {host.id for host in round.hosts}
    there = {one.id for one in round.interns}
    weeks, lengths = round.weeks, round.lengths
    for one in before:
        if (one.intern, one.host) in fixed and one.intern in there and one.host in hosts:
            yield Lock(
                intern=one.intern,
                host=one.host,
                week=one.week if weeks else None,
                days=one.days if lengths else None,
                status="proposed" if one.status in OVER else one.status,
            )
