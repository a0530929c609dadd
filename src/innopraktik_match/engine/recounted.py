"""Nothing leaves unchecked: the plan as the checker counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker import check
from innopraktik_match.engine.progress import CHECK
from innopraktik_match.issues import DisagreementError
from innopraktik_match.plan import AimResult

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.plan import Plan
    from innopraktik_match.round import Round


def recounted(round: Round, plan: Plan, control: Control) -> Plan:
    """Return the plan sealed, as the checker has counted it; without bounds that no time is left to verify.

    Raises
    ------
    DisagreementError
        Engine and checker differ.
    """
    if plan.status != "optimal":
        plan = plan.model_copy(update={"stopped_by": control.stopped_by})
    seconds = control.seconds
    control.tell(CHECK)
    report = check(round, plan, enough=control.overtime_is_up)
    if report.unverified:
        plan = _without_bounds(plan).model_copy(update={"stopped_by": control.stopped_by or "time"})
    if report.faults:
        raise DisagreementError("; ".join(f"{fault.code} {fault.values}" for fault in report.faults))
    return plan.model_copy(update={"seconds": seconds, "input_sha256": round.sha256()}).sealed()


def at_hand(round: Round, plan: Plan, seconds: float) -> Plan | None:
    """Return a plan sealed and recounted, with nothing said of how good it could be; None without one.

    Raises
    ------
    DisagreementError
        Engine and checker differ.
    """
    if plan.status not in ("optimal", "feasible"):
        return None
    plan = _without_bounds(plan).model_copy(update={"seconds": seconds, "input_sha256": round.sha256()})
    faults = check(round, plan, proof=False).faults
    if faults:
        raise DisagreementError("; ".join(f"{fault.code} {fault.values}" for fault in faults))
    return plan.sealed()


def _without_bounds(plan: Plan) -> Plan:
    """Return the plan with nothing said of how good it could be at best."""
    aims = tuple(AimResult(aim=aim.aim, value=aim.value, bound=None, proven=False) for aim in plan.aims)
    lottery = plan.lottery and plan.lottery.model_copy(update={"bound": None, "proven": False})
    status = "unknown" if plan.status == "infeasible" else "feasible" if plan.aims else plan.status
    return plan.model_copy(
        update={"status": status, "aims": aims, "lottery": lottery, "impossible": (), "proof": None}
    )
