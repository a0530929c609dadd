"""A plan that lives on: the next plan for new data, with as few changes as possible."""

from __future__ import annotations

import time
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain import arguments
from innopraktik_match.domain.issues import Place, RoundError
from innopraktik_match.domain.replanned import amended

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.replanned import Replanned
    from innopraktik_match.domain.round import Ban, Lock, Round
    from innopraktik_match.engine.progress import Cancel, Progress

__all__ = ["amended", "replan"]


def replan(
    round: Round,
    plan: Plan,
    *,
    freeze: bool = False,
    changes: int | None = None,
    time_limit: float | None = None,
    gap: float = 0.0,
    seed: int | None = None,
    workers: int | None = None,
    memory_limit: float | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    cancel: Cancel | None = None,
) -> Plan:
    """Return the best plan for a round that changes as little as possible of an earlier one.

    Visits that are agreed stay (`policy.rules.changes.locked` names the statuses). Where one said no, the two
    never meet again; whoever withdrew is left out. The aims are those of the policy with `changes` after
    `placed` (last, where so many may change), unless the policy has it somewhere.

    Parameters
    ----------
    round : Round
        The round as it is now. It need not have everybody whom the plan names.
    plan : Plan
        The plan before, with the statuses of its visits.
    freeze : bool
        Whether nobody moves who does not have to: only holes are filled.
    changes : int, optional
        How many visits may change at most, beside those that cannot be kept. They are used for whatever the
        aims gain; without a number, nothing changes for less than one more who is placed.
    time_limit, gap, seed, workers, memory_limit, on_progress, cancel
        As in `solve`.

    Returns
    -------
    Plan
        For the round as `amended` makes it; `changes` tells every change and why, `ancestor` is the SHA-256
        of the plan before.

    Raises
    ------
    RoundError
        The round has errors, or a visit that is agreed breaks a hard rule.

    Examples
    --------
    >>> import innopraktik_match as im
    >>> before = im.Plan(visits=[im.Visit(host="v1", interns=("p1",), status="declined")])
    >>> round = im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}, {"id": "v2"}])
    >>> (change,) = im.replan(round, before).changes
    >>> change.before.host, change.after.host, change.why
    ('v1', 'v2', 'declined')
    """
    from innopraktik_match.replanning.changes import changes_of
    from innopraktik_match.replanning.stepping_in import with_reserves
    from innopraktik_match.replanning.terms import terms_of
    from innopraktik_match.solving import solve

    arguments.require(
        arguments.record("round", round, "Round"),
        arguments.record("plan", plan, "Plan"),
        arguments.number("changes", changes, least=0, whole=True),
    )
    terms = terms_of(round, plan, freeze=freeze, limit=changes)
    how: dict[str, Any] = {
        "gap": gap,
        "seed": seed,
        "workers": workers,
        "memory_limit": memory_limit,
        "on_progress": on_progress,
        "cancel": cancel,
    }
    until = inf if time_limit is None else time.perf_counter() + time_limit

    def best(asked: Round, start: Plan) -> Plan:
        left = None if until == inf else max(0.0, until - time.perf_counter())
        return solve(asked, start=start, time_limit=left, **how)

    rest = amended(round, terms)
    try:
        found = best(rest, plan)
    except RoundError as error:
        raise RoundError([_in_the_plan(issue, rest, terms, plan) for issue in error.issues]) from None
    found, terms = with_reserves(round, plan, terms, found, best)
    rest = amended(round, terms)
    told = changes_of(rest, terms, plan.visits, found.visits) if found.aims else None
    ancestor = plan.sha256 or plan.content_sha256()
    return found.model_copy(update={"changes": told, "ancestor": ancestor, "replanned": terms}).sealed()


def _in_the_plan(issue: Issue, round: Round, terms: Replanned, plan: Plan) -> Issue:
    """Return an issue about a visit that had to stay, or a no, with the visit of the plan in its place."""
    tables: dict[str, tuple[Lock | Ban, ...]] = {"locks": round.locks, "bans": round.bans}
    places = []
    for place in issue.places:
        rows: tuple[Lock | Ban, ...] = tables.get(place.table or "", ())
        told = rows[place.row - 1] if rows and place.row else None
        if told is not None and told in (*terms.locks, *terms.bans):
            visits = (n for n, one in enumerate(plan.visits, 1) if one.host == told.host)
            row = next((n for n in visits if told.intern in plan.visits[n - 1].interns), None)
            place = Place(table="visits", row=row) if row else place
        places.append(place)
    return replace(issue, places=tuple(places))
