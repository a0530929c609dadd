"""A plan with the answers in it taken for what they mean, before anybody is given another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.plan import with_statuses
from innopraktik_match.replanning.terms import OVER, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.round import Round


def answered(round: Round, plan: Plan) -> Plan:
    """Return the plan without those who said no or withdrew; it asks the same of the round as `replan` would.

    A plan in which nobody did is returned as it is.
    """
    if not any(visit.status_of(one) in OVER for visit in plan.visits for one in visit.interns):
        return plan
    terms = terms_of(round, plan, freeze=False, limit=None)
    return plan.model_copy(update={"visits": tuple(_left(plan.visits)), "replanned": terms})


def _left(visits: tuple[Visit, ...]) -> Iterator[Visit]:
    for visit in visits:
        told = {one: visit.status_of(one) for one in visit.interns if visit.status_of(one) not in OVER}
        if told:
            yield with_statuses(visit.model_copy(update={"interns": tuple(told)}), told)
