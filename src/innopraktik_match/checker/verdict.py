"""The checker's word on a plan: is it legal, are its numbers right, does its proof hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker.draws import Draws
from innopraktik_match.checker.facts import Facts
from innopraktik_match.checker.proofs import verify
from innopraktik_match.checker.recount import recount
from innopraktik_match.checker.report import CheckReport, Enough, Fault
from innopraktik_match.findings import Score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.plan import Lottery, Plan
    from innopraktik_match.round import Round


def check(
    round: Round, plan: Plan, *, proof: bool = True, enough: Callable[[], bool] = lambda: False
) -> CheckReport:
    """Recount a plan in plain Python, and verify its proof without any solver.

    Parameters
    ----------
    round : Round
        The round that the plan is for.
    plan : Plan
        A plan without aims makes no claims: it is only recounted.
    proof : bool
        Whether to verify the proof as well.
    enough : callable, optional
        Asked between the steps of verifying; where it says so, the proof is left unverified.

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
    f = Facts(round)
    faults = list(_strangers(f, plan))
    if faults:
        return CheckReport(Score(), tuple(faults))
    score = recount(round, plan.visits, f)
    faults += [Fault("breach", {"finding": breach}) for breach in score.breaches if plan.visits or plan.aims]
    if plan.input_sha256 and plan.input_sha256 != round.sha256():
        faults.append(Fault("other_round"))
    if plan.sha256 and plan.sha256 != plan.content_sha256():
        faults.append(Fault("edited"))
    if plan.aims:
        faults += _numbers(f, plan, score)
    bounds: dict[str, int] = {}
    known = tuple(aim.aim for aim in plan.aims) == f.aims
    if proof and (known or plan.status == "infeasible"):
        try:
            unproven, bounds = verify(f, plan, score, enough)
        except Enough:
            return CheckReport(score, tuple(faults), unverified=True)
        faults += unproven
    return CheckReport(score, tuple(faults), bounds)


def _strangers(f: Facts, plan: Plan) -> Iterator[Fault]:
    for number, visit in enumerate(plan.visits, 1):
        if visit.host not in f.hosts:
            yield Fault("unknown_host", {"host": visit.host, "visit": number})
        for intern in visit.interns:
            if intern not in f.interns:
                yield Fault("unknown_intern", {"intern": intern, "visit": number})
        if len(set(visit.interns)) < len(visit.interns):
            yield Fault("unknown_twice", {"visit": number})


def _numbers(f: Facts, plan: Plan, score: Score) -> Iterator[Fault]:
    """Compare every number that the plan states with the recount."""
    for number, (visit, points) in enumerate(zip(plan.visits, score.visit_points, strict=True), 1):
        if visit.points != points:
            yield Fault("visit_points_differ", {"visit": number, "stated": visit.points, "counted": points})
    if plan.points_by_rule != score.points_by_rule:
        yield Fault("points_by_rule_differ", {"counted": score.points_by_rule})
    for aim in plan.aims:
        if aim.value != score.aims.get(aim.aim):
            values = {"aim": aim.aim, "stated": aim.value, "counted": score.aims.get(aim.aim)}
            yield Fault("aim_value_differs", values)
        if aim.proven != (aim.value == aim.bound):
            yield Fault("proven_differs", {"aim": aim.aim})
    if tuple(aim.aim for aim in plan.aims) != f.aims:
        yield Fault("aims_differ")
    placed = {intern for visit in plan.visits for intern in visit.interns}
    if {left.intern for left in plan.unplaced} != set(f.interns) - placed:
        yield Fault("unplaced_differs")
    if set(plan.unused_hosts) != set(f.hosts) - {visit.host for visit in plan.visits}:
        yield Fault("unused_hosts_differ")
    if plan.status == "optimal" and not all(aim.proven for aim in plan.aims):
        yield Fault("optimal_unproven")
    if plan.lottery is not None:
        yield from _lots(f, plan, plan.lottery)


def _lots(f: Facts, plan: Plan, lottery: Lottery) -> Iterator[Fault]:
    draws = Draws(f.round.policy.seed, f.slots)
    drawn = sum(
        draws.place(visit.host, visit.week, visit.days)
        + sum(draws.option(i, f.hosts[visit.host], visit.week, visit.days) for i in visit.interns)
        for visit in plan.visits
    )
    if lottery.value != drawn:
        yield Fault("lottery_differs", {"stated": lottery.value, "counted": drawn})
    if lottery.proven and lottery.value != lottery.bound:
        yield Fault("proven_differs", {"aim": "lottery"})
