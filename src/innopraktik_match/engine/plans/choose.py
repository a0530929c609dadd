"""The restricted integer master: the cheapest plan among some visits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.plans.race import WholeModel, minimise
from innopraktik_match.engine.prices.master import miss_columns, visit_columns
from innopraktik_match.engine.stages.blend import BLEND
from innopraktik_match.engine.stages.rows import alike
from innopraktik_match.model.groups import Groups, joined

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.measures import Ints


@dataclass(frozen=True)
class Chosen:
    """The result of choosing.

    Attributes
    ----------
    groups : Groups or None
        The best plan found, the incumbent included.
    final : bool
        Whether it is proven that no choice costs less.
    solver : str
        Name of the solver that proved it.
    """

    groups: Groups | None
    final: bool = False
    solver: str = ""


def choose(
    stage: Stage,
    groups: Groups,
    plan: Groups | None,
    goal: int,
    control: Control,
    seconds: float,
    proving: bool = True,
) -> Chosen:
    """Choose the cheapest plan among some visits and those of the incumbent.

    Parameters
    ----------
    stage : Stage
    groups : Groups
        The visits to choose among, none of them left out by the stage.
    plan : Groups or None
        The incumbent, given to the solvers as a start.
    goal : int
        A bound: a plan that costs no more ends the search.
    control : Control
    seconds : float
        Time limit of this call.
    proving : bool
        Whether a proof is wanted; else only the solver runs that finds plans soonest.

    Returns
    -------
    Chosen
    """
    begin = None
    if plan is not None:
        ours = {row.tobytes() for row in np.sort(plan.options, axis=1)}
        other = [row.tobytes() not in ours for row in np.sort(groups.options, axis=1)]
        groups = groups.take(np.array(other, dtype=bool))
    among = undominated(stage, groups)
    if plan is not None:
        among = joined([plan, among], plan.options.shape[1])
        begin = np.arange(len(plan))
    model = _model(stage, among, begin)
    answer = minimise(model, goal, control, seconds, proving)
    if answer.values is None:
        return Chosen(plan, solver=answer.solver)
    found = among.take(np.flatnonzero(answer.values[model.implied :]))
    if plan is None or stage.value(found) < stage.value(plan):
        plan = found
    return Chosen(plan, answer.final, answer.solver)


def undominated(stage: Stage, groups: Groups) -> Groups:
    """Return the visits without those dominated: same host, units and loads, another slot, no cheaper."""
    offers = stage.offers
    start, row, load = visit_columns(stage, groups)
    counted = row < len(stage.rows.lower)
    owner = np.repeat(np.arange(len(groups)), np.diff(start))[counted]
    loads = alike(len(groups), owner, row[counted], load[counted])
    reached = [measure.of_groups(groups) for measure, _ in stage.reached]
    units = np.sort(np.append(offers.unit, -1)[groups.options], axis=1)
    same = [*units.T, offers.places.host[groups.place], loads, *reached]
    order = np.lexsort((stage.cost.of_groups(groups), *same))
    new = np.zeros(len(groups), dtype=bool)
    new[:1] = True
    for part in same:
        new[1:] |= part[order[1:]] != part[order[:-1]]
    return groups.take(np.sort(order[new]))


def _model(stage: Stage, groups: Groups, begin: Ints | None) -> WholeModel:
    """Return the stage restricted to these visits: a column for each miss, then one for each visit."""
    misses, visits = miss_columns(stage), visit_columns(stage, groups)
    most = most_missed(stage, *visits, np.ones(len(groups), dtype=np.int64))
    cost = np.append(misses[3], stage.cost.of_groups(groups))
    solution = None
    if begin is not None:
        chosen = np.zeros(len(groups), dtype=np.int64)
        chosen[begin] = 1
        solution = np.concatenate([*stage.missed(groups.take(begin)), chosen])
    return WholeModel(
        cost=cost,
        most=np.append(most, np.ones(len(groups), dtype=np.int64)),
        start=np.append(misses[0], misses[0][-1] + visits[0][1:]),
        row=np.append(misses[1], visits[1]),
        load=np.append(misses[2], visits[2]),
        lower=stage.lower,
        upper=stage.upper,
        implied=len(most),
        begin=solution,
        proving=stage.cost.aim != BLEND,
    )


def most_missed(stage: Stage, start: Ints, row: Ints, load: Ints, times: Ints) -> Ints:
    """Return an upper bound for each miss, if each column is taken up to so many `times`.

    A shortfall is at most its row's lower limit, an excess at most the load of all columns together, and a
    peak at most the heaviest load.
    """
    miss_start, miss_row, miss_load, cost = miss_columns(stage)
    owner = np.repeat(np.arange(len(cost)), np.diff(miss_start))
    base, rows_own = len(stage.rows.lower), len(stage.rows.miss_points)
    together = np.zeros(len(stage.lower), dtype=np.int64)
    np.add.at(together, row, np.maximum(0, load * np.repeat(times, np.diff(start))))
    heaviest = np.zeros(len(stage.lower), dtype=np.int64)
    np.maximum.at(heaviest, row, load)
    peak = np.append(np.diff(stage.rows.miss.start) > 1, np.zeros(len(stage.extra), dtype=bool))
    most = np.zeros(len(cost), dtype=np.int64)
    for ours in (owner < rows_own, owner >= rows_own):  # the extra ones of this stage last
        some = ours & ((miss_row < base) | (owner >= rows_own))
        at, who = miss_row[some], owner[some]
        over = np.where(peak[who], heaviest[at], together[at]) - stage.upper[at]
        np.maximum.at(most, who, np.where(miss_load[some] > 0, stage.lower[at], over))
        counted = ours & (miss_row >= base)
        np.add.at(together, miss_row[counted], miss_load[counted] * most[owner[counted]])
    return most
