"""What a plan states beside its proof, compared with what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker.draws import Draws
from innopraktik_match.checker.planned import planned_slot
from innopraktik_match.checker.reasons import Reasons
from innopraktik_match.checker.report import Enough, Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.domain.findings import Score
    from innopraktik_match.domain.plan import Lottery, Plan, Visit

FOUND = ("optimal", "feasible")
SAID_YES = ("boss_ok", "host_ok", "agreed")


def claims(plan: Plan) -> bool:
    """Whether a plan says anything of itself; a list made by hand does not."""
    return bool(plan.aims or plan.points_by_rule or plan.version or plan.sha256) or plan.status == "optimal"


def misstated(facts: Facts, plan: Plan, score: Score) -> Iterator[Fault]:
    """Yield every statement of a plan that is not so."""
    for number, visit in enumerate(plan.visits, 1):
        if (visit.week, visit.days) not in {(slot.week, slot.days) for slot in facts.slots}:
            yield Fault("no_slot", {"visit": number})
    if not claims(plan):
        return
    seeds = {plan.seed, *({plan.lottery.seed} if plan.lottery else ())}
    if seeds != {facts.round.policy.seed}:
        yield Fault("seed_differs", {"counted": facts.round.policy.seed})
    if plan.status not in FOUND:
        yield from _nothing_but_why(plan)
        return
    yield from _visits(facts, plan, score)
    yield from _aims(facts, plan, score)
    yield from _left_out(facts, plan)
    if plan.impossible:
        yield Fault("impossible_differs")
    if plan.lottery is not None:
        yield from _lots(facts, plan, plan.lottery)


def unvouched(plan: Plan) -> Iterator[str]:
    """Yield what a plan states that cannot be counted again, and what it does not state."""
    if not claims(plan):
        return
    yield from ("seconds", "version")
    if plan.made:
        yield "made"
    if plan.signature:
        yield "signature"
    if plan.ancestor:
        yield "ancestor"
    if plan.trade is not None:
        yield "trade"
    if plan.stopped_by is not None:
        yield "stopped_by"
    if plan.proof is not None and any(aim.kind == "search" for aim in plan.proof.aims):
        yield "solver"
    if plan.status in FOUND and (plan.lottery is None or not plan.lottery.proven):
        yield "lottery"


def invented(facts: Facts, plan: Plan, enough: Callable[[], bool]) -> Iterator[Fault]:
    """Yield whose reasons for having no visit are not so; `Enough` ends it."""
    stated = {
        left.intern: left.reasons for left in plan.unplaced if left.reasons and left.intern in facts.interns
    }
    if not stated:
        return

    def go_on() -> None:
        if enough():
            raise Enough

    reasons = Reasons(facts, stated, plan.visits, go_on)
    for intern, why in stated.items():
        if not reasons.hold(intern, why):
            yield Fault("reasons_differ", {"intern": intern})


def _nothing_but_why(plan: Plan) -> Iterator[Fault]:
    """A plan that was not found, or cannot be, has nothing in it."""
    if plan.visits or plan.aims or plan.points_by_rule or plan.unplaced or plan.unused_hosts or plan.lottery:
        yield Fault("status_differs", {"stated": plan.status})
    if plan.status == "unknown" and plan.impossible:
        yield Fault("impossible_differs")


def _visits(facts: Facts, plan: Plan, score: Score) -> Iterator[Fault]:
    for number, (visit, points) in enumerate(zip(plan.visits, score.visit_points, strict=True), 1):
        if visit.points != points:
            yield Fault("visit_points_differ", {"visit": number, "stated": visit.points, "counted": points})
        own = {intern: _status(facts, intern, visit) for intern in visit.interns}
        counted = own[visit.interns[0]] if len(set(own.values())) == 1 else "proposed"
        if visit.status != counted:
            yield Fault("visit_status_differs", {"visit": number, "stated": visit.status, "counted": counted})
        others = {intern: status for intern, status in own.items() if status != counted}
        if visit.statuses and visit.statuses != others:
            stated = ", ".join(sorted(visit.statuses.values()))
            yield Fault("visit_status_differs", {"visit": number, "stated": stated, "counted": counted})
    unsaid = {rule: 0 for rule, points in score.points_by_rule.items() if not points}
    if {**unsaid, **plan.points_by_rule} != score.points_by_rule:
        yield Fault("points_by_rule_differ", {"counted": score.points_by_rule})


def _status(facts: Facts, intern: str, visit: Visit) -> str:
    """Return the status of one intern's part: that of the lock, else the yes to what was planned before."""
    for lock in facts.locks.get((intern, visit.host), ()):
        return lock.status
    earlier = facts.before.get((intern, visit.host))
    same = list(planned_slot(facts, facts.interns[intern], facts.hosts[visit.host], visit.week, visit.days))
    return earlier.status if earlier and same and earlier.status in SAID_YES else "proposed"


def _aims(facts: Facts, plan: Plan, score: Score) -> Iterator[Fault]:
    for aim in plan.aims:
        if aim.value != score.aims.get(aim.aim):
            values = {"aim": aim.aim, "stated": aim.value, "counted": score.aims.get(aim.aim)}
            yield Fault("aim_value_differs", values)
        if aim.proven != (aim.value == aim.bound):
            yield Fault("proven_differs", {"aim": aim.aim})
    if tuple(aim.aim for aim in plan.aims) != facts.aims:
        yield Fault("aims_differ")
        return
    proven = all(aim.proven for aim in plan.aims)
    if plan.status == "optimal" and not proven:
        yield Fault("optimal_unproven")
    if plan.status == "feasible" and proven:
        yield Fault("status_differs", {"stated": plan.status})


def _left_out(facts: Facts, plan: Plan) -> Iterator[Fault]:
    placed = {intern for visit in plan.visits for intern in visit.interns}
    if sorted(left.intern for left in plan.unplaced) != sorted(set(facts.interns) - placed):
        yield Fault("unplaced_differs")
    if sorted(plan.unused_hosts) != sorted(set(facts.hosts) - {visit.host for visit in plan.visits}):
        yield Fault("unused_hosts_differ")


def _lots(facts: Facts, plan: Plan, lottery: Lottery) -> Iterator[Fault]:
    draws = Draws(facts.round.policy.seed, facts.slots)
    drawn = sum(
        draws.place(visit.host, visit.week, visit.days)
        + sum(draws.option(i, facts.hosts[visit.host], visit.week, visit.days) for i in visit.interns)
        for visit in plan.visits
    )
    if lottery.value != drawn:
        yield Fault("lottery_differs", {"stated": lottery.value, "counted": drawn})
    if lottery.proven != (lottery.value == lottery.bound and all(aim.proven for aim in plan.aims)):
        yield Fault("proven_differs", {"aim": "lottery"})
