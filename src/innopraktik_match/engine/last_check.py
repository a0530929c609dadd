"""The last check of a plan: recounted by the second writing before anybody gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match import checker
from innopraktik_match.domain.issues import DisagreementError
from innopraktik_match.domain.plan import AimResult
from innopraktik_match.engine.progress import CHECK

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.control import Control


def recounted(round: Round, plan: Plan, control: Control) -> Plan:
    """Return the plan checked and sealed, without bounds that there is no time to verify."""
    if plan.status != "optimal":
        plan = plan.model_copy(update={"stopped_by": control.stopped_by})
    seconds = control.seconds
    control.tell(CHECK)
    report = checker.check(round, plan, enough=control.overtime_is_up)
    if report.unverified:
        plan = _without_bounds(plan).model_copy(update={"stopped_by": control.stopped_by or "time"})
    if report.faults:
        raise DisagreementError("; ".join(f"{fault.code} {fault.values}" for fault in report.faults))
    return plan.model_copy(update={"seconds": seconds, "input_sha256": round.sha256()}).sealed()


def at_hand(round: Round, plan: Plan, seconds: float) -> Plan | None:
    """Return the current plan checked and sealed, without bounds; None if there is none."""
    if plan.status not in ("optimal", "feasible"):
        return None
    plan = _without_bounds(plan).model_copy(update={"seconds": seconds, "input_sha256": round.sha256()})
    faults = checker.check(round, plan, proof=False).faults
    if faults:
        raise DisagreementError("; ".join(f"{fault.code} {fault.values}" for fault in faults))
    return plan.sealed()


def _without_bounds(plan: Plan) -> Plan:
    """Return the plan without bounds and proof."""
    aims = tuple(AimResult(aim=aim.aim, value=aim.value, bound=None, proven=False) for aim in plan.aims)
    lottery = plan.lottery and plan.lottery.model_copy(update={"bound": None, "proven": False})
    status = "unknown" if plan.status == "infeasible" else "feasible" if plan.aims else plan.status
    return plan.model_copy(
        update={"status": status, "aims": aims, "lottery": lottery, "impossible": (), "proof": None}
    )
