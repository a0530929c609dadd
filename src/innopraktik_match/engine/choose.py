"""Choosing which visits take place: CP-SAT finds, HiGHS proves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from innopraktik_match.columns import NO_LIMIT, Ints
from innopraktik_match.engine.aims import Stage
from innopraktik_match.engine.control import Control
from innopraktik_match.engine.highs import quiet_highs
from innopraktik_match.engine.master import add_misses, columns, miss_columns
from innopraktik_match.visits import Groups

MOST_MISSED = 2**31


@dataclass(frozen=True)
class Choice:
    """What a solver says: the chosen rows (None without a plan), and whether nothing is better."""

    rows: Ints | None
    final: bool
    solver: str


def choose(
    stage: Stage, groups: Groups, control: Control, *, below: int, seconds: float, hint: Ints | None = None
) -> Choice:
    """Ask CP-SAT for the cheapest plan that costs less than `below`.

    Parameters
    ----------
    stage : Stage
    groups : Groups
        The visits to choose among.
    control : Control
    below : int
        The best cost known: only better plans are of interest.
    seconds : float
        Time limit of this call.
    hint : array, optional
        Rows of a good plan.

    Returns
    -------
    Choice
        `rows` None with `final` True says that no choice among these visits costs less than `below`.
    """
    import ortools
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    visit = [model.new_bool_var("") for _ in range(len(groups))]
    start, miss_row, miss_load, miss_cost = miss_columns(stage)
    misses = [model.new_int_var(0, most, "") for most in _most_missed(stage)]
    terms: list[tuple[list[Any], list[int]]] = [([], []) for _ in range(len(stage.lower))]
    column, row, load = columns(stage, groups)
    for n, var in enumerate(visit):
        for entry in range(column[n], column[n + 1]):
            terms[row[entry]][0].append(var)
            terms[row[entry]][1].append(int(load[entry]))
    for n, var in enumerate(misses):
        for entry in range(start[n], start[n + 1]):
            terms[miss_row[entry]][0].append(var)
            terms[miss_row[entry]][1].append(int(miss_load[entry]))
    for (variables, weights), low, high in zip(terms, stage.lower.tolist(), stage.upper.tolist(), strict=True):
        if not variables:
            if low > 0:
                return Choice(None, True, "CP-SAT")
            continue
        if high == 1 and low <= 0 and set(weights) == {1}:
            model.add_at_most_one(variables)
        elif low > -NO_LIMIT or high < NO_LIMIT:
            expression = cp_model.LinearExpr.weighted_sum(variables, weights)
            model.add_linear_constraint(expression, max(low, -(2**50)), min(high, 2**50))
    cost = [*stage.cost.of_groups(groups).tolist(), *miss_cost.tolist()]
    objective = cp_model.LinearExpr.weighted_sum([*visit, *misses], cost)
    model.add(objective <= below - 1)
    model.minimize(objective)
    for n in () if hint is None else hint:
        model.add_hint(visit[n], 1)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.catch_sigint_signal = False
    solver.parameters.random_seed = 0
    if np.isfinite(limit := min(seconds, control.left)):
        solver.parameters.max_time_in_seconds = max(0.01, limit)
    status = control.wait(lambda: solver.solve(model), solver.stop_search)
    name = f"CP-SAT {ortools.__version__}"
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        rows = np.flatnonzero([solver.boolean_value(var) for var in visit])
        return Choice(rows, status == cp_model.OPTIMAL, name)
    return Choice(None, status == cp_model.INFEASIBLE, name)


def prove(stage: Stage, groups: Groups, control: Control, *, below: int, seconds: float) -> Choice:
    """Ask HiGHS the same question: it is the better one at proving that nothing is left."""
    import highspy

    highs = quiet_highs()
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.999)
    highs.setOptionValue("objective_bound", float(below))
    n_misses = add_misses(highs, stage)
    start, row, load = columns(stage, groups)
    cost, n = stage.cost.of_groups(groups).astype(np.float64), len(groups)
    highs.addCols(
        n, cost, np.zeros(n), np.ones(n), len(row), start[:-1].astype(np.int32),
        row.astype(np.int32), load.astype(np.float64),
    )  # fmt: skip
    kind = highspy.HighsVarType.kInteger
    highs.changeColsIntegrality(n, np.arange(n_misses, n_misses + n, dtype=np.int32), np.array([kind] * n))
    costs = np.concatenate([miss_columns(stage)[3].astype(np.float64), cost])
    seen = np.arange(len(costs), dtype=np.int32)
    highs.addRow(-highs.inf, float(below) - 0.5, len(seen), seen, costs)
    if np.isfinite(limit := min(seconds, control.left)):
        highs.setOptionValue("time_limit", max(0.01, limit))
    highs.HandleUserInterrupt = True
    control.wait(highs.run, highs.cancelSolve)
    status, name = highs.getModelStatus(), f"HiGHS {highs.version()}"
    if status == highspy.HighsModelStatus.kInfeasible:
        return Choice(None, True, name)
    if highs.getInfo().primal_solution_status != 2:
        return Choice(None, False, name)
    chosen = np.flatnonzero(np.array(highs.getSolution().col_value[n_misses:]) > 0.5)
    return Choice(chosen, status == highspy.HighsModelStatus.kOptimal, name)


def _most_missed(stage: Stage) -> list[int]:
    """Return how much each miss can be: a shortfall at most its row's lower limit."""
    start, row, load, _ = miss_columns(stage)
    lower = stage.lower
    return [
        int(min(lower[row[a]], MOST_MISSED)) if load[a] > 0 and row[a] < len(stage.rows.lower) else MOST_MISSED
        for a in start[:-1]
    ]
