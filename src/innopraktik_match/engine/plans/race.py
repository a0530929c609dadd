"""Integer programs solved by CP-SAT and HiGHS in a race."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from threading import Event
from typing import TYPE_CHECKING, Any

import numpy as np

from innopraktik_match.engine.prices.highs import Mip, add_columns, quiet_highs
from innopraktik_match.model import tuning
from innopraktik_match.model.measures import NO_LIMIT, Ints

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control

LARGEST = 2**62
EXACT_IN_FLOATS = 2**36
"""Up to here sums of some 10,000 doubles err by less than half a point, so a proof by HiGHS counts."""


@dataclass(frozen=True)
class WholeModel:
    """Minimise cost x subject to lower <= loads x <= upper and 0 <= x <= most, x integer.

    Attributes
    ----------
    cost, most : array [N]
    start, row, load : arrays
        Entries `start[n]:start[n + 1]` of `row` and `load` belong to column n.
    lower, upper : array [M]
        `-NO_LIMIT` and `NO_LIMIT` where there is none.
    implied : int
        The first so many columns are integer whenever the others are.
    begin : array [N] or None
        A known solution.
    proving : bool
        Whether the optimum is used in a proof.
    """

    cost: Ints
    most: Ints
    start: Ints
    row: Ints
    load: Ints
    lower: Ints
    upper: Ints
    implied: int
    begin: Ints | None
    proving: bool

    @property
    def dearest(self) -> float:
        """An upper bound on the cost of any solution worth having."""
        if self.begin is not None:
            return self.value(self.begin)
        return float((self.cost.astype(float) * self.most).sum())

    def keeps(self, values: Ints) -> bool:
        """Return whether a solution is feasible."""
        total = np.zeros(len(self.lower), dtype=np.int64)
        np.add.at(total, self.row, self.load * np.repeat(values, np.diff(self.start)))
        return bool(np.all((total >= self.lower) & (total <= self.upper)) and np.all(values <= self.most))

    def value(self, values: Ints) -> int:
        """Return the cost of a solution."""
        return int((self.cost * values).sum())


@dataclass(frozen=True)
class Answer:
    """A solver's answer: its solution, if any, and whether it is proven optimal."""

    values: Ints | None
    final: bool
    solver: str


Runner = tuple[Callable[[], Answer], Callable[[], None]]


def minimise(model: WholeModel, goal: int, control: Control, seconds: float, proving: bool = True) -> Answer:
    """Return the best solution found, the known one included, and whether it is proven optimal.

    CP-SAT and HiGHS race: the first is quick to find solutions, the second to prove optimality. A proof from
    either ends the race, and so does a solution that costs no more than the goal. Where sums are too large
    for floating-point arithmetic, only a proof by CP-SAT counts.

    Parameters
    ----------
    goal : int
        A bound: no better solution is needed.
    seconds : float
        Time limit of this call.
    proving : bool
        Whether a proof is wanted; else only CP-SAT runs, and has the core to itself.
    """
    if not len(model.cost):  # solvers report an empty model as empty, not as solved
        nothing = np.zeros(0, dtype=np.int64)
        return Answer(nothing if model.keeps(nothing) else model.begin, True, "counting")
    seconds = min(seconds, control.left)
    exact = not model.proving or model.dearest <= EXACT_IN_FLOATS
    wait = tuning.HIGHS_HEAD_START_S if exact else 0.0
    runners = [_highs(model, goal, seconds, exact), _cp_sat(model, goal, seconds, wait)]
    if not proving:
        runners = [_cp_sat(model, goal, seconds, 0.0)]
    elif control.workers == 1:
        del runners[1 if exact else 0]
    answers = control.race(runners, enough=lambda answer: answer.final, seconds=seconds)
    final = next((answer for answer in answers if answer.final), None)
    found = [answer.values for answer in answers if answer.values is not None]
    if model.begin is not None:
        found.append(model.begin)
    best = min(found, key=model.value, default=None)
    return Answer(best, final is not None, final.solver if final else "")


def _highs(model: WholeModel, goal: int, seconds: float, exact: bool) -> Runner:
    highs = quiet_highs()
    _fill(highs, model)
    mip = Mip(highs, np.arange(model.implied, len(model.cost)), seconds, goal)

    def work() -> Answer:
        values, final = mip.solve()
        return _verified(model, goal, values, final and exact, mip.name)

    return work, mip.stop


def _fill(highs: Any, model: WholeModel) -> None:
    lower, upper = model.lower.astype(float), model.upper.astype(float)
    lower[model.lower <= -NO_LIMIT] = -highs.inf
    upper[model.upper >= NO_LIMIT] = highs.inf
    none = np.zeros(0, dtype=np.int32)
    rows = len(lower)
    highs.addRows(rows, lower, upper, 0, np.zeros(rows, dtype=np.int32), none, np.zeros(0))
    add_columns(highs, model.cost, model.most.astype(float), model.start, model.row, model.load)


def _cp_sat(model: WholeModel, goal: int, seconds: float, wait: float) -> Runner:
    """Return a runner with a delay: HiGHS settles short lists before CP-SAT is even loaded."""
    cancelled = Event()
    solvers: list[Any] = []
    name = f"CP-SAT {version('ortools')}"

    def work() -> Answer:
        if cancelled.wait(wait):
            return Answer(None, False, name)
        from ortools.sat.python import cp_model

        class EndAtGoal(cp_model.CpSolverSolutionCallback):
            def on_solution_callback(self) -> None:
                if self.objective_value <= goal:
                    self.stop_search()

        built = _cp_model(model, cancelled)
        if built is None:
            return Answer(None, False, name)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = tuning.CP_SAT_LINEARIZATION
        solver.parameters.catch_sigint_signal = False
        if np.isfinite(seconds):
            solver.parameters.max_time_in_seconds = max(0.01, seconds)
        solvers.append(solver)
        if cancelled.is_set():
            return Answer(None, False, name)
        status = solver.solve(built[0], EndAtGoal())
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Answer(None, False, name)
        values = np.array([solver.value(variable) for variable in built[1]], dtype=np.int64)
        return _verified(model, goal, values, status == cp_model.OPTIMAL, name)

    def stop() -> None:
        cancelled.set()
        for solver in solvers:
            solver.stop_search()

    return work, stop


def _verified(model: WholeModel, goal: int, values: Any, final: bool, solver: str) -> Answer:
    """Return the answer if its solution is feasible and no worse than the known one."""
    if values is None:
        return Answer(None, False, solver)
    whole = np.rint(values).astype(np.int64)
    worse = model.begin is not None and model.value(whole) > model.value(model.begin)
    if worse or not model.keeps(whole):
        return Answer(None, False, solver)
    return Answer(whole, final or model.value(whole) <= goal, solver)


def _cp_model(model: WholeModel, cancelled: Event) -> tuple[Any, list[Any]] | None:
    """Return the CP-SAT model and its variables; None if cancelled meanwhile."""
    from ortools.sat.python import cp_model

    cp = cp_model.CpModel()
    variables = [cp.new_int_var(0, most, "") for most in model.most.tolist()]
    column = np.repeat(np.arange(len(variables)), np.diff(model.start))
    by_row = np.argsort(model.row, kind="stable")
    of_row = np.array(variables, dtype=object)[column[by_row]]
    load, ends = model.load[by_row], np.searchsorted(model.row[by_row], np.arange(len(model.lower) + 1))
    binary = (model.most == 1)[column[by_row]] & (load == 1)
    for n, (low, high) in enumerate(zip(model.lower.tolist(), model.upper.tolist(), strict=True)):
        if cancelled.is_set():
            return None
        some = slice(ends[n], ends[n + 1])
        if high == 1 and low <= 0 and binary[some].all():
            cp.add_at_most_one(of_row[some].tolist())
        elif low > -NO_LIMIT or high < NO_LIMIT:
            total = cp_model.LinearExpr.weighted_sum(of_row[some].tolist(), load[some].tolist())
            cp.add_linear_constraint(total, max(low, -LARGEST), min(high, LARGEST))
    if model.begin is not None:
        for variable, value in zip(variables, model.begin.tolist(), strict=True):
            cp.add_hint(variable, value)
    cp.minimize(cp_model.LinearExpr.weighted_sum(variables, model.cost.tolist()))
    return cp, variables
