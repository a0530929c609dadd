"""A part of a round: some of its interns and hosts, and nothing that names others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.replanned import Replanned, amended
from innopraktik_match.domain.round import Lock
from innopraktik_match.replanning.changes import changes_of
from innopraktik_match.solving import solve

if TYPE_CHECKING:
    from collections.abc import Collection

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round


def part_of(round: Round, interns: Collection[str], hosts: Collection[str]) -> Round:
    """Return the round of some interns and hosts, in the same weeks and under the same policy."""
    gone_interns = tuple(one.id for one in round.interns if one.id not in interns)
    gone_hosts = tuple(host.id for host in round.hosts if host.id not in hosts)
    policy = round.policy.model_copy(update={"weeks": round.weeks})
    left = round.model_copy(
        update={"hosts": tuple(host for host in round.hosts if host.id in hosts), "policy": policy}
    )
    return amended(left, Replanned(withdrawn=gone_interns, absent_hosts=gone_hosts))


def locks_of(plan: Plan) -> tuple[Lock, ...]:
    """Return a lock for every visit of everybody in a plan: it stays as it is, and is still a proposal."""
    return tuple(
        Lock(intern=intern, host=visit.host, week=visit.week, days=visit.days, status="proposed")
        for visit in plan.visits
        for intern in visit.interns
    )


def solved_under(round: Round, terms: Replanned, *, time_limit: float | None = None) -> Plan:
    """Return the best plan under further bans and locks; it carries them, so that it belongs to the round."""
    if terms == Replanned():
        return solve(round, time_limit=time_limit)
    whole = amended(round, terms)
    plan = solve(whole, time_limit=time_limit)
    told = changes_of(whole, terms, (), plan.visits) if plan.aims else None
    return plan.model_copy(update={"changes": told, "replanned": terms}).sealed()
