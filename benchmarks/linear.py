"""Linear models in whole numbers, apart from any solver: HiGHS and CP-SAT get the very same one."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Ints = NDArray[np.int64]
Status = Literal["optimal", "feasible", "infeasible", "unknown"]
NO_LIMIT = 2**62


@dataclass(frozen=True)
class Total:
    """`constant` plus a sum of load x column: what an aim measures, lower is better."""

    column: Ints
    load: Ints
    constant: int = 0

    def of(self, values: Ints) -> int:
        """Return what the total is for these columns."""
        return self.constant + int((values[self.column] * self.load).sum())

    def most(self, upper: Ints) -> int:
        """Return what the total can be at most, counted in Python's numbers, which have no end."""
        loads = zip(upper[self.column].tolist(), self.load.tolist(), strict=True)
        return self.constant + sum(most * load for most, load in loads)


@dataclass
class LinearModel:
    """Whole-number columns from 0 to `upper`; rows `lower <= sum of load x column <= upper`."""

    upper: list[Ints] = field(default_factory=list)
    row_lower: list[Ints] = field(default_factory=list)
    row_upper: list[Ints] = field(default_factory=list)
    entries: list[tuple[Ints, Ints, Ints]] = field(default_factory=list)
    columns: int = 0
    rows: int = 0

    def add_columns(self, upper: Ints) -> Ints:
        """Add a column for each upper limit; return their numbers."""
        self.upper.append(np.asarray(upper, dtype=np.int64))
        self.columns += len(upper)
        return np.arange(self.columns - len(upper), self.columns)

    def add_rows(
        self, lower: Ints | int, upper: Ints | int, n: int, *terms: tuple[Ints, Ints, Ints | int]
    ) -> None:
        """Add `n` rows; each of the terms is (row counted from 0, column, load)."""
        self.row_lower.append(np.full(n, lower, dtype=np.int64))
        self.row_upper.append(np.full(n, upper, dtype=np.int64))
        for row, column, load in terms:
            loads = np.full(len(column), load, dtype=np.int64)
            self.entries.append((row.astype(np.int64) + self.rows, column.astype(np.int64), loads))
        self.rows += n

    def at_most(self, total: Total, value: int) -> None:
        """Add the row that keeps a total at a value, or below."""
        zeros = np.zeros(len(total.column), dtype=np.int64)
        self.add_rows(-NO_LIMIT, value - total.constant, 1, (zeros, total.column, total.load))

    def by_row(self) -> tuple[Ints, Ints, Ints]:
        """Return (start [rows + 1], column, load), the entries in order of rows, equal ones added."""
        none = [np.zeros(0, dtype=np.int64)]
        row, column, load = (np.concatenate(none + [e[k] for e in self.entries]) for k in range(3))
        order = np.lexsort((column, row))
        row, column, load = row[order], column[order], load[order]
        new = np.ones(len(row), dtype=bool)
        new[1:] = (row[1:] != row[:-1]) | (column[1:] != column[:-1])
        first = np.flatnonzero(new)
        summed = np.add.reduceat(load, first) if len(first) else load
        return np.searchsorted(row[first], np.arange(self.rows + 1)), column[first], summed


@dataclass(frozen=True)
class Minimum:
    """What a solver says about one total: the columns (None without a plan), and the proven bound."""

    status: Status
    values: Ints | None = None
    bound: int | None = None


@dataclass(frozen=True)
class Lexicographic:
    """The totals in order, each minimised within the ones before.

    Attributes
    ----------
    status : {"optimal", "feasible", "infeasible", "unknown"}
    values : array or None
        The columns of the best plan.
    bounds : tuple
        The proven bound of each total that a solver was asked about, within the values reached before.
    """

    status: Status
    values: Ints | None
    bounds: tuple[int | None, ...]


def minimise_in_order(
    model: LinearModel,
    totals: Sequence[Total],
    minimise: Callable[[LinearModel, Total, float, Ints | None], Minimum],
    seconds: float = math.inf,
) -> Lexicographic:
    """Minimise the totals in order.

    Each but the last gets half of the time that is left, and the rest too if it has no plan by then.
    """
    end = time.perf_counter() + seconds
    best: Ints | None = None
    bounds: list[int | None] = []
    proven = True
    for n, total in enumerate(totals):
        left = end - time.perf_counter()
        found = minimise(model, total, left if n == len(totals) - 1 else left / 2, best)
        if found.status == "unknown" and best is None and n < len(totals) - 1:
            found = minimise(model, total, end - time.perf_counter(), best)
        bounds.append(found.bound)
        proven &= found.status == "optimal"
        if found.status == "infeasible" and best is None:
            return Lexicographic("infeasible", None, tuple(bounds))
        if found.values is not None and (best is None or total.of(found.values) <= total.of(best)):
            best = found.values
        if best is None:
            return Lexicographic("unknown", None, tuple(bounds))
        model.at_most(total, total.of(best))
    return Lexicographic("optimal" if proven else "feasible", best, tuple(bounds))


def minimise_with_highs(model: LinearModel, total: Total, seconds: float, start: Ints | None) -> Minimum:
    """Minimise with HiGHS as it comes; the total is whole, so a gap below 1 is none.

    It is not told where to start: HiGHS 1.16 then returns wrong optima.
    """
    import highspy

    end = time.perf_counter() + seconds
    first, column, load = model.by_row()
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = model.columns, model.rows
    cost = np.zeros(model.columns)
    np.add.at(cost, total.column, total.load)
    lp.col_cost_ = cost
    lp.col_lower_, lp.col_upper_ = np.zeros(model.columns), np.concatenate(model.upper).astype(float)
    lp.row_lower_ = _open(np.concatenate(model.row_lower), highspy.kHighsInf)
    lp.row_upper_ = _open(np.concatenate(model.row_upper), highspy.kHighsInf)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = first.astype(np.int32)
    lp.a_matrix_.index_ = column.astype(np.int32)
    lp.a_matrix_.value_ = load.astype(float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * model.columns
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.99)
    if math.isfinite(seconds):
        highs.setOptionValue("time_limit", max(0.01, end - time.perf_counter()))
    highs.passModel(lp)
    highs.run()
    status, info = highs.getModelStatus(), highs.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Minimum("infeasible")
    bound = _whole_bound(info.mip_dual_bound, total)
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Minimum("unknown", bound=bound)
    values = np.rint(highs.getSolution().col_value).astype(np.int64)
    if status == highspy.HighsModelStatus.kOptimal:
        return Minimum("optimal", values, total.of(values))
    return Minimum("feasible", values, bound)


def minimise_with_cpsat(
    model: LinearModel,
    total: Total,
    seconds: float,
    start: Ints | None,
    settings: dict[str, Any] | None = None,
) -> Minimum:
    """Minimise with CP-SAT, hinted the plan at hand; `settings` are its parameters by name."""
    from ortools.sat.python import cp_model

    end = time.perf_counter() + seconds
    first, column, load = (array.tolist() for array in model.by_row())
    lower, upper = np.concatenate(model.row_lower).tolist(), np.concatenate(model.row_upper).tolist()
    cp = cp_model.CpModel()
    columns = [cp.new_int_var(0, most, "") for most in np.concatenate(model.upper).tolist()]

    def weighted(some: list[int], loads: list[int]) -> Any:
        return cp_model.LinearExpr.weighted_sum([columns[n] for n in some], loads)

    for row in range(model.rows):
        entries = slice(first[row], first[row + 1])
        cp.add_linear_constraint(weighted(column[entries], load[entries]), lower[row], upper[row])
    cp.minimize(weighted(total.column.tolist(), total.load.tolist()))
    for one, value in zip(columns, [] if start is None else start.tolist(), strict=False):
        cp.add_hint(one, value)
    solver = cp_model.CpSolver()
    for name, value in (settings or {}).items():
        if isinstance(value, list):
            getattr(solver.parameters, name).extend(value)
        else:
            setattr(solver.parameters, name, value)
    if math.isfinite(seconds):
        solver.parameters.max_time_in_seconds = max(0.01, end - time.perf_counter())
    status = solver.solve(cp)
    if status == cp_model.INFEASIBLE:
        return Minimum("infeasible")
    bound = _whole_bound(solver.best_objective_bound, total)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Minimum("unknown", bound=bound)
    values = np.array([solver.value(one) for one in columns], dtype=np.int64)
    return Minimum("optimal" if status == cp_model.OPTIMAL else "feasible", values, bound)


def _open(limits: Ints, infinite: float) -> NDArray[np.float64]:
    return np.where(np.abs(limits) >= NO_LIMIT, np.copysign(infinite, limits), limits.astype(float))


def _whole_bound(bound: float, total: Total) -> int | None:
    """Return a solver's bound rounded up, as every total is whole; None if it says nothing."""
    return math.ceil(bound - 1e-6) + total.constant if math.isfinite(bound) and abs(bound) < 1e15 else None


FEW_CORES = {"num_workers": 2, "subsolvers": ["max_lp", "default_lp"], "linearization_level": 2}
SOLVERS = {
    "highs": minimise_with_highs,
    "cpsat": partial(minimise_with_cpsat, settings=FEW_CORES),
    "cpsat_default": minimise_with_cpsat,
    "cpsat_alone": partial(minimise_with_cpsat, settings={"num_workers": 1}),
}
