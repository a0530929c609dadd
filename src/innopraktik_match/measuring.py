"""Any plan beside its round, whoever made it: what it is worth, and what the checker says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain import arguments
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import Plan
from innopraktik_match.domain.replanned import amended
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.scoring import measured
from innopraktik_match.validation.plan_faults import find_plan_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innopraktik_match.checker import CheckReport
    from innopraktik_match.domain.findings import Score
    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.domain.round import Round


def score(round: Round, plan: Plan | Sequence[Visit]) -> Score:
    """Measure a plan: points, and every hard limit that it breaks, be it legal or not.

    Parameters
    ----------
    round : Round
        The round that the plan is for.
    plan : Plan or sequence of Visit
        Its visits; every host and intern must be of the round, nobody twice in a visit.

    Returns
    -------
    Score

    Raises
    ------
    RoundError
        The plan names somebody whom the round does not have, or somebody twice in a visit, or does not
        say when a visit is; all of it.

    Examples
    --------
    >>> import innopraktik_match as im
    >>> round = im.Round(interns=[{"id": "p1"}, {"id": "p2"}], hosts=[{"id": "v1"}])
    >>> by_hand = [im.Visit(host="v1", interns=("p1", "p2"))]
    >>> im.score(round, by_hand).breaches[0].rule
    'capacity'
    """
    arguments.require(arguments.record("round", round, "Round"), arguments.plan_or_visits("plan", plan))
    if isinstance(plan, Plan):
        round = amended(round, plan.replanned)
    visits = tuple(plan.visits if isinstance(plan, Plan) else plan)
    faults = find_plan_faults(round, Plan(visits=visits))
    if faults:
        raise RoundError(faults)
    weeks = {visit.week for visit in visits if visit.week}
    return measured(build_columns(round, weeks, {visit.days for visit in visits if visit.days}), visits)


def check(
    round: Round, plan: Plan, *, proof: bool = True, enough: Callable[[], bool] = lambda: False
) -> CheckReport:
    """Recount a plan in plain Python, and verify its proof without any solver.

    Parameters
    ----------
    round : Round
        The round that the plan is for. Where the plan was made from an earlier one, the round as `amended`
        makes it is meant, and found from this one.
    plan : Plan
        A list made by hand states nothing of itself: it is only recounted.
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
    from innopraktik_match import checker

    arguments.require(arguments.record("round", round, "Round"), arguments.record("plan", plan, "Plan"))
    return checker.check(amended(round, plan.replanned), plan, proof=proof, enough=enough)
