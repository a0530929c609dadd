"""The checker's word on a plan: is it legal, are its numbers right, does its proof hold."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from innopraktik_match.checker.changes import misreported
from innopraktik_match.checker.facts import Facts
from innopraktik_match.checker.proofs import verify
from innopraktik_match.checker.recount import recount
from innopraktik_match.checker.report import CheckReport, Enough, Fault
from innopraktik_match.checker.statements import invented, misstated, unvouched
from innopraktik_match.domain.arguments import record, require
from innopraktik_match.domain.findings import Score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round


def check(
    round: Round, plan: Plan, *, proof: bool = True, enough: Callable[[], bool] = lambda: False
) -> CheckReport:
    """Recount a plan in plain Python, and verify its proof without any solver.

    Parameters
    ----------
    round : Round
        The round that the plan is for.
    plan : Plan
        A list made by hand states nothing of itself: it is only recounted.
    proof : bool
        Whether to verify the proof as well.
    enough : callable, optional
        Asked between the steps; where it says so, the proof is left unverified. Everything else is counted.

    Returns
    -------
    CheckReport

    Examples
    --------
    >>> import innopraktik_match as im
    >>> round = im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}])
    >>> im.check(round, im.solve(round)).holds
    True
    """
    require(record("round", round, "Round"), record("plan", plan, "Plan"))
    f = Facts(round)
    enough()
    faults = list(_strangers(f, plan))
    if faults:
        return CheckReport(Score(), tuple(faults))
    score = recount(round, plan.visits, f)
    enough()
    faults += [Fault("breach", {"finding": breach}) for breach in score.breaches if plan.visits or plan.aims]
    if plan.input_sha256 and plan.input_sha256 != round.sha256():
        faults.append(Fault("other_round"))
    if plan.sha256 and plan.sha256 != plan.content_sha256():
        faults.append(Fault("edited"))
    faults += [*misstated(f, plan, score), *misreported(f, plan)]
    bounds: dict[str, int] = {}
    known = tuple(aim.aim for aim in plan.aims) == f.aims
    if proof and (known or plan.status == "infeasible"):
        try:
            unproven, bounds = verify(f, plan, score, enough)
        except Enough:
            return CheckReport(score, tuple(faults), unverified=True)
        faults += unproven
    with suppress(Enough):
        faults += invented(f, plan, enough)
    return CheckReport(score, tuple(faults), bounds, unvouched=tuple(unvouched(plan)))


def _strangers(facts: Facts, plan: Plan) -> Iterator[Fault]:
    for number, visit in enumerate(plan.visits, 1):
        if visit.host not in facts.hosts:
            yield Fault("unknown_host", {"host": visit.host, "visit": number})
        for intern in visit.interns:
            if intern not in facts.interns:
                yield Fault("unknown_intern", {"intern": intern, "visit": number})
        if len(set(visit.interns)) < len(visit.interns):
            yield Fault("unknown_twice", {"visit": number})
