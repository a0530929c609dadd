"""A plan that is not as it says, with what can be counted and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match import __version__
from innopraktik_match.domain.plan import AimResult, Plan, Unplaced

if TYPE_CHECKING:
    from innopraktik_match.domain.findings import Score
    from innopraktik_match.domain.round import Round


def without_claims(round: Round, plan: Plan, score: Score) -> Plan:
    """Return a legal plan with the values of its score and nothing proven.

    Parameters
    ----------
    round : Round
    plan : Plan
        Changed or made by people.
    score : Score
        Its score in the round.
    """
    placed = {intern for visit in plan.visits for intern in visit.interns}
    used = {visit.host for visit in plan.visits}
    return Plan(
        status="feasible",
        aims=tuple(AimResult(aim=aim, value=score.aims[aim], bound=None, proven=False) for aim in round.aims),
        visits=tuple(
            visit.model_copy(update={"points": points})
            for visit, points in zip(plan.visits, score.visit_points, strict=True)
        ),
        unplaced=tuple(Unplaced(intern=one.id) for one in round.interns if one.id not in placed),
        unused_hosts=tuple(host.id for host in round.hosts if host.id not in used),
        points_by_rule=score.points_by_rule,
        seed=plan.seed,
        version=__version__,
        input_sha256=round.sha256(),
    )
