"""Choosing which visits take place: CP-SAT and HiGHS race on the same visits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from threading import Event
from typing import TYPE_CHECKING, Any

import numpy as np

from innopraktik_match.engine.highs import Mip, quiet_highs
from innopraktik_match.engine.master import add_misses, add_visits, columns, miss_columns
from innopraktik_match.measures import NO_LIMIT, Ints
from innopraktik_match.visits import Groups, joined

if TYPE_CHECKING:
    from innopraktik_match.engine.aims import Stage
    from innopraktik_match.engine.control import Control

MOST_MISSED = 2**31
HEAD_START = 0.3


@dataclass(frozen=True)
class Choice:
    """What a solver says: the chosen rows (None: no plan), and whether nothing is better."""

    rows: Ints | None
    final: bool
    solver: str


Runner = tuple[Callable[[], Choice], Callable[[], None]]


def choose(
    stage: Stage, groups: Groups, plan: Groups | None, control: Control, seconds: float
) -> tuple[Groups | None, bool, str]:
    """Choose the cheapest plan among some visits and those of the plan at hand.

    CP-SAT and HiGHS race: the first is quick to find, the second to prove. Whichever says that nothing
    is better ends the race.

    Parameters
    ----------
    stage : Stage
    groups : Groups
        The visits to choose among, none of them left out by the stage.
    plan : Groups or None
        The best plan so far: where both begin.
    control : Control
    seconds : float
        Time limit of this call.

    Returns
    -------
    plan : Groups or None
        The best plan found, the one at hand included.
    final : bool
        Whether no choice among these visits costs less.
    solver : str
        Who said so.
    """
    seconds = min(seconds, control.left)
    begin = None
    if plan is not None:
        ours = {row.tobytes() for row in np.sort(plan.options, axis=1)}
        other = [row.tobytes() not in ours for row in np.sort(groups.options, axis=1)]
        groups = groups.take(np.array(other, dtype=bool))
        begin = np.arange(len(plan))
    among = _undominated(stage, groups)
    if plan is not None:
        among = joined([plan, among], plan.options.shape[1])
    runners = [_highs(stage, among, begin, seconds), _cp_sat(stage, among, begin, seconds)]
    if control.workers == 1:
        del runners[1:]
    answers = control.race(runners, enough=lambda answer: answer.final)
    final = next((answer for answer in answers if answer.final), answers[0])
    plans = [(among.take(answer.rows), not answer.final) for answer in answers if answer.rows is not None]
    if plans:
        best = min(plans, key=lambda found: (stage.value(found[0]), found[1]))[0]
        if plan is None or stage.value(best) < stage.value(plan):
            plan = best
    return plan, final.final, final.solver


def _undominated(stage: Stage, groups: Groups) -> Groups:
    """Return, of visits that differ in the slot alone and load the same rows, the cheapest."""
    f = stage.offers
    group, row, load = stage.loads(groups)
    counted = row < len(stage.rows.lower)
    weight = np.random.default_rng(0).integers(-(2**62), 2**62, len(stage.rows.lower))
    loads = np.zeros(len(groups), dtype=np.int64)
    np.add.at(loads, group[counted], weight[row[counted]] * load[counted])
    reached = [measure.of_groups(groups) for measure, _ in stage.reached]
    units = np.sort(np.append(f.unit, -1)[groups.options], axis=1)
    same = [*units.T, f.places.host[groups.place], loads, *reached]
    order = np.lexsort((stage.cost.of_groups(groups), *same))
    new = np.zeros(len(groups), dtype=bool)
    new[:1] = True
    for part in same:
        new[1:] |= part[order[1:]] != part[order[:-1]]
    return groups.take(np.sort(order[new]))


def _highs(stage: Stage, groups: Groups, begin: Ints | None, seconds: float) -> Runner:
    highs = quiet_highs()
    misses = add_misses(highs, stage)
    add_visits(highs, stage, groups)
    mip = Mip(highs, np.arange(misses, misses + len(groups)), seconds)

    def work() -> Choice:
        values, final = mip.solve()
        rows = begin if values is None else np.flatnonzero(values[misses:] > 0.5)
        return _sober(stage, groups, Choice(rows, final and values is not None, mip.name), begin)

    return work, mip.stop


def _cp_sat(stage: Stage, groups: Groups, begin: Ints | None, seconds: float) -> Runner:
    """Return a runner that waits a moment: short lists HiGHS settles before CP-SAT is even loaded."""
    cancelled = Event()
    solvers: list[Any] = []
    name = f"CP-SAT {version('ortools')}"

    def work() -> Choice:
        if cancelled.wait(HEAD_START):
            return Choice(begin, False, name)
        from ortools.sat.python import cp_model

        solvers.append(solver := cp_model.CpSolver())
        model, visits = _cp_model(stage, groups)
        for n, visit in enumerate(visits):
            if begin is not None:
                model.add_hint(visit, n < len(begin))
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        solver.parameters.catch_sigint_signal = False
        if np.isfinite(seconds):
            solver.parameters.max_time_in_seconds = max(0.01, seconds)
        if cancelled.is_set():
            return Choice(begin, False, name)
        status = solver.solve(model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Choice(begin, False, name)
        rows = np.flatnonzero([solver.boolean_value(visit) for visit in visits])
        return _sober(stage, groups, Choice(rows, status == cp_model.OPTIMAL, name), begin)

    def stop() -> None:
        cancelled.set()
        for solver in solvers:
            solver.stop_search()

    return work, stop


def _sober(stage: Stage, groups: Groups, answer: Choice, begin: Ints | None) -> Choice:
    """Return the answer if its plan keeps every row and is no worse than the one at hand."""
    if answer.rows is None:
        return answer
    found = groups.take(answer.rows)
    worse = begin is not None and stage.value(found) > stage.value(groups.take(begin))
    if stage.broken(found).any() or worse:
        return Choice(begin, False, answer.solver)
    return answer


def _cp_model(stage: Stage, groups: Groups) -> tuple[Any, list[Any]]:
    """Return the CP-SAT model and its visit variables."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    visits = [model.new_bool_var("") for _ in range(len(groups))]
    start, row, load, miss_cost = miss_columns(stage)
    misses = [model.new_int_var(0, most, "") for most in _most_missed(stage)]
    terms: list[tuple[list[Any], list[int]]] = [([], []) for _ in range(len(stage.lower))]
    for variables, columns_ in ((misses, (start, row, load)), (visits, columns(stage, groups))):
        first, rows, loads = (array.tolist() for array in columns_)
        for n, variable in enumerate(variables):
            for entry in range(first[n], first[n + 1]):
                terms[rows[entry]][0].append(variable)
                terms[rows[entry]][1].append(loads[entry])
    limits = zip(terms, stage.lower.tolist(), stage.upper.tolist(), strict=True)
    missable = set(row.tolist())
    for n, ((variables, weights), low, high) in enumerate(limits):
        if high == 1 and low <= 0 and set(weights) == {1} and n not in missable:
            model.add_at_most_one(variables)
        elif low > -NO_LIMIT or high < NO_LIMIT:
            total = cp_model.LinearExpr.weighted_sum(variables, weights)
            model.add_linear_constraint(total, max(low, -(2**50)), min(high, 2**50))
    costs = [*stage.cost.of_groups(groups).tolist(), *miss_cost.tolist()]
    cost = cp_model.LinearExpr.weighted_sum([*visits, *misses], costs)
    model.minimize(cost)
    return model, visits


def _most_missed(stage: Stage) -> list[int]:
    """Return how much each miss can be: a shortfall at most its row's lower limit."""
    start, row, load, cost = miss_columns(stage)
    owner = np.repeat(np.arange(len(cost)), np.diff(start))
    short = (load > 0) & (row < len(stage.rows.lower))
    most = np.full(len(cost), MOST_MISSED)
    most[owner[short]] = np.minimum(MOST_MISSED, stage.lower[row[short]])
    return most.tolist()
