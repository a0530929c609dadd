"""The way back: the plan before, with what people have answered since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.plan import Plan, with_statuses

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.domain.tables import Status

Seat = tuple[str, str, str | None, int | None]


def undone(before: Plan, plan: Plan) -> Plan:
    """Return the plan that another was made from, with the answers that were given since.

    An answer belongs to an intern at a host in a week and length: one to a visit that is not in the plan
    before is lost with it. Whoever withdrew from every visit has withdrawn.

    Parameters
    ----------
    before : Plan
        The plan to go back to.
    plan : Plan
        The plan that was made from it.

    Returns
    -------
    Plan
        `before` itself where nobody has answered anything new, else a list with its visits: what people
        answer is no part of what is proven.
    """
    said = _answers(plan)
    visits = tuple(_answered(visit, said) for visit in before.visits)
    if visits == before.visits:
        return before
    return Plan(
        status="feasible",
        visits=visits,
        unplaced=before.unplaced,
        unused_hosts=before.unused_hosts,
        seed=before.seed,
        ancestor=before.ancestor,
        replanned=before.replanned,
    )


def _answers(plan: Plan) -> tuple[dict[Seat, Status], set[str]]:
    """Return what was answered to which visit, and who has withdrawn altogether."""
    earlier = plan.replanned.before if plan.replanned and plan.changes is not None else ()
    answers: dict[Seat, Status] = {(one.intern, one.host, one.week, one.days): one.status for one in earlier}
    own = {
        (intern, visit.host, visit.week, visit.days): visit.status_of(intern)
        for visit in plan.visits
        for intern in visit.interns
    }
    answers |= {seat: status for seat, status in own.items() if status != "proposed"}
    stay = {intern for (intern, *_), status in own.items() if status != "withdrawn"}
    return answers, {intern for intern, *_ in own} - stay


def _answered(visit: Visit, said: tuple[dict[Seat, Status], set[str]]) -> Visit:
    """Return a visit with the answers of those who come."""
    answers, withdrawn = said
    own: dict[str, Status] = {}
    for intern in visit.interns:
        answer = answers.get((intern, visit.host, visit.week, visit.days), "proposed")
        own[intern] = visit.status_of(intern) if answer == "proposed" else answer
        if intern in withdrawn:
            own[intern] = "withdrawn"
    told = {intern: visit.status_of(intern) for intern in visit.interns}
    return visit if own == told else with_statuses(visit, own)
