"""Stages of drawn rounds, for tests of the steps of the engine."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import Plan
from innopraktik_match.domain.round import Round
from innopraktik_match.engine.control import Control
from innopraktik_match.engine.search import Search
from innopraktik_match.engine.stages.aims import Stage, nothing
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.options import build_offers, build_options
from innopraktik_match.solving import solve


def solved_stages(round: Round) -> tuple[Plan, list[Stage]]:
    """Return the best plan of a drawn round, and each aim as a stage, the aims before it at what was reached.

    Rounds without a plan are drawn again. The level of `worst_off` is no stage with a cost of its own.
    """
    try:
        plan = solve(round)
    except RoundError:
        assume(False)
    columns = build_columns(round)
    search = Search(build_offers(columns, build_options(columns)), round.aims, 0, Control(), 0.0)
    stage = Stage(search.offers, search.rows, nothing(search.rows), (), scale=search.scale)
    values, found = {aim.aim: aim.value for aim in plan.aims}, []
    for measure in search.measures:
        if measure.aim in values and measure.aim != "worst_off":
            found.append(replace(stage, cost=measure))
            stage = found[-1].after(measure.own(values[measure.aim]))
    return plan, found
