"""Plans in files that commands start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.rounds.plan_source import PlanSource
    from innopraktik_match.report.earlier import EarlierPlan


def plan_source(path: Path) -> PlanSource:
    """Return the file of a plan, to be read once for all that is asked of it."""
    from innopraktik_match.files.rounds.plan_source import PlanSource

    return PlanSource(path)


def plan_of(source: PlanSource, round: Round, *, earlier: bool = False) -> Plan:
    """Return the plan of a file, as `im.read_plan` does; raise RoundError where it has errors."""
    from innopraktik_match.files.rounds.plans import sound_plan

    return sound_plan(source, round, earlier=earlier)


def earlier_plan(source: PlanSource) -> EarlierPlan:
    """Return the plan of a file as one that others are made from, or compared with."""
    from innopraktik_match.report.earlier import EarlierPlan

    return EarlierPlan(source)


def made_from(plan: Plan, source: PlanSource) -> Plan:
    """Return the rows of a plan with what the plan of the workbook was made from."""
    from innopraktik_match.replanning.terms import still_so
    from innopraktik_match.report.edits import plan_within

    whole = plan_within(source)
    if whole is not None:
        plan = plan.model_copy(update={"replanned": whole.replanned})
    return plan.model_copy(update={"replanned": still_so(plan)})
