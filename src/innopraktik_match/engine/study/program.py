"""The linear program of the last aim over the visits near the prices, kept warm from question to question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.prices.highs import Mip, add_columns, quiet_highs
from innopraktik_match.engine.prices.master import add_misses, visit_columns
from innopraktik_match.engine.study import tuning
from innopraktik_match.engine.study.near import others, together, words
from innopraktik_match.model.groups import Groups, Reduced, joined, reduced_costs
from innopraktik_match.model.measures import NO_LIMIT
from innopraktik_match.model.tuning import INTEGRAL_WITHIN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.engine.study.questions import Demand
    from innopraktik_match.model.measures import Flags, Index, Ints

    Floats = NDArray[np.float64]

MOVES_SHARE = 0.01
"""All moves of a plan together, as a share of a unit of cost, where whole numbers are searched for."""
DUALS_SCALE = 2**12
"""Duals are rounded to so small a share of a unit of cost, only to find the visits worth adding."""


@dataclass(frozen=True)
class Relaxed:
    """An optimum: its cost, the values and reduced costs of all columns, and the duals of all rows."""

    cost: float
    values: Floats
    reduced: Floats
    duals: Floats


class Program:
    """Rows, misses and some visits in HiGHS, with the optimal basis to begin each question from.

    Parameters
    ----------
    stage : Stage
        Whose rows are elastic where a question could break them.
    weight : int
        What a unit of cost weighs beside moves.
    dear : array [extra rows]
        What a unit missed of each of those costs.
    groups : Groups
        The visits to begin with.
    """

    def __init__(self, stage: Stage, weight: int, dear: Ints, groups: Groups) -> None:
        self.stage, self.weight, self.groups = stage, weight, groups
        self.scaled = replace(stage, scale=DUALS_SCALE)
        self.highs = quiet_highs()
        self.misses = add_misses(self.highs, stage)
        self.elastic = np.arange(self.misses - len(dear), self.misses, dtype=np.int32)
        self.highs.changeColsCost(len(dear), self.elastic, dear.astype(float))
        self.rows = len(stage.lower)
        most = np.full(len(groups), self.highs.inf)
        add_columns(self.highs, stage.cost.of_groups(groups), most, *visit_columns(stage, groups))
        self.highs.run()
        self.base = self.highs.getBasis()
        self.words = set(words(groups))


class Posed:
    """A question posed to a program: bounds changed, rows and visits added; undone by `withdraw`.

    Parameters
    ----------
    program : Program
    upper : array [rows]
        The upper limits under the question.
    demands : tuple of Demand
    shut : array [visits of the program]
        Which of them are forbidden.
    """

    def __init__(self, program: Program, upper: Ints, demands: tuple[Demand, ...], shut: Flags) -> None:
        self.program, self.demands = program, demands
        self.highs, stage = program.highs, program.stage
        self.groups = program.groups
        self._limits = np.flatnonzero(upper != stage.upper)
        self._bound(self._limits, upper)
        self._shut = np.flatnonzero(shut)
        self._cap(self._shut, 0.0)
        self.first = program.misses + len(program.groups)
        for demand in demands:
            self._demand(demand)
        self.own = self.first + sum(demand.lower > 0 for demand in demands)
        self.added = joined([], program.groups.options.shape[1])
        self._optimum: Relaxed | None = None

    def add(self, groups: Groups) -> None:
        """Add visits, none of which the program has."""
        if not len(groups):
            return
        self._optimum = None
        start, row, load = visit_columns(self.program.stage, groups)
        group = np.repeat(np.arange(len(groups)), np.diff(start))
        for n, demand in enumerate(self.demands):
            counts = demand.load(groups)
            at = np.flatnonzero(counts)
            group = np.append(group, at)
            row = np.append(row, np.full(len(at), self.program.rows + n))
            load = np.append(load, counts[at])
        order = np.argsort(group, kind="stable")
        start = np.searchsorted(group[order], np.arange(len(groups) + 1))
        most = np.full(len(groups), self.highs.inf)
        cost = self.program.stage.cost.of_groups(groups)
        add_columns(self.highs, cost, most, start, row[order], load[order])
        self.added = together([self.added, groups])

    def solve(self) -> Relaxed | None:
        """Return an optimum of the relaxation; None where HiGHS gives none."""
        import highspy

        if self._optimum is not None:
            return self._optimum
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        solution = self.highs.getSolution()
        cost = float(self.highs.getInfo().objective_function_value)
        values, reduced = np.array(solution.col_value), np.array(solution.col_dual)
        self._optimum = Relaxed(cost, values, reduced, np.array(solution.row_dual))
        return self._optimum

    def reduced(self, duals: Floats) -> Reduced:
        """Return reduced costs under the duals, in 1/`DUALS_SCALE` of a unit of cost, rounded."""
        whole = np.rint(duals * DUALS_SCALE).astype(np.int64)
        rows = self.program.rows
        reduced = self.program.scaled.reduced(whole[:rows])
        option, place = reduced.option.copy(), reduced.place.copy()
        for demand, dual in zip(self.demands, whole[rows:], strict=True):
            if demand.option is not None:
                option -= dual * demand.option
            if demand.place is not None:
                place -= dual * demand.place
        return Reduced(option, place, reduced.visit_weight)

    def lacking(self, groups: Groups) -> Groups:
        """Return those of some visits that are not in the program."""
        return others(others(groups, self.program.words), set(words(self.added)))

    def chosen(self, values: Floats) -> Groups:
        """Return the visits that a solution takes."""
        taken = np.flatnonzero(values[self.program.misses : self.first] > 1 / 2)
        own = np.flatnonzero(values[self.own :] > 1 / 2)
        return together([self.groups.take(taken), self.added.take(own)])

    def short(self, values: Floats) -> float:
        """Return how much a solution misses of hard rows, and of those of the question."""
        hard = self.program.elastic[self.program.stage.extra < len(self.program.stage.rows.lower)]
        return float(values[hard].sum() + values[self.first : self.own].sum())

    def lacks(self, values: Floats) -> bool:
        """Whether a solution misses anything that is asked for: of hard rows, aims before or the question."""
        missed = values[self.program.elastic].sum() + values[self.first : self.own].sum()
        return bool(missed > INTEGRAL_WITHIN)

    def fractional(self, values: Floats) -> bool:
        """Whether some visit of a solution is far from whole."""
        visits = np.append(values[self.program.misses : self.first], values[self.own :])
        return bool(np.abs(visits - np.rint(visits)).max(initial=0.0) > INTEGRAL_WITHIN)

    def whole(self, relaxed: Relaxed, within: float, seconds: float) -> tuple[Floats | None, bool]:
        """Return a whole solution, and whether it is proven that none costs less; moves count for little.

        Columns farther from the duals than `within` are left out.
        """
        bound = relaxed.cost
        other = quiet_highs()
        other.passModel(self.highs.getLp())
        count, weight = self.highs.getNumCol(), self.program.weight
        cost = self._costs()
        share = cost // weight + MOVES_SHARE * (cost % weight) / weight
        other.changeColsCost(count, np.arange(count, dtype=np.int32), share)
        far = np.flatnonzero(relaxed.reduced > within).astype(np.int32)
        far = far[far >= self.program.misses]
        other.changeColsBounds(len(far), far, np.zeros(len(far)), np.zeros(len(far)))
        visits = np.append(np.arange(self.program.misses, self.first), np.arange(self.own, count))
        least = int(np.ceil((bound - weight + 1) / weight - INTEGRAL_WITHIN))
        mip = Mip(other, visits, seconds, least)
        other.setOptionValue("mip_heuristic_run_feasibility_jump", False)
        other.setOptionValue("mip_abs_gap", 1 - 2 * MOVES_SHARE)
        other.setOptionValue("objective_target", least + MOVES_SHARE)
        return mip.solve_whole()

    def beyond(self, values: Floats, bound: float) -> float:
        """Return how much more than a bound a plan can cost that is better than a whole solution."""
        weight = self.program.weight
        units = float((self._costs() // weight * np.rint(values)).sum())
        return units * weight - bound

    def _costs(self) -> Floats:
        return np.array(self.highs.getLp().col_cost_)

    def withdraw(self) -> None:
        """Undo the question."""
        stage, count, rows = self.program.stage, self.highs.getNumCol(), self.highs.getNumRow()
        if count > self.first:
            self.highs.deleteCols(count - self.first, np.arange(self.first, count, dtype=np.int32))
        if rows > self.program.rows:
            self.highs.deleteRows(
                rows - self.program.rows, np.arange(self.program.rows, rows, dtype=np.int32)
            )
        self._bound(self._limits, stage.upper)
        self._cap(self._shut, self.highs.inf)
        self.highs.setBasis(self.program.base)

    def _demand(self, demand: Demand) -> None:
        """Add a row, and a column for what is short of it."""
        counts = demand.load(self.groups)
        at = np.flatnonzero(counts)
        lower = demand.lower if demand.lower > -NO_LIMIT else -self.highs.inf
        upper = demand.upper if demand.upper < NO_LIMIT else self.highs.inf
        columns = (self.program.misses + at).astype(np.int32)
        self.highs.addRow(lower, upper, len(at), columns, counts[at].astype(float))
        if demand.lower > 0:
            row = np.array([self.highs.getNumRow() - 1])
            price = np.array([self.program.stage.extra_cost])
            add_columns(
                self.highs, price, np.full(1, self.highs.inf), np.array([0, 1]), row, np.ones(1, np.int64)
            )

    def _bound(self, rows: Ints, upper: Ints) -> None:
        lower = self.program.stage.lower
        for row in rows.tolist():
            low = -self.highs.inf if lower[row] <= -NO_LIMIT else float(lower[row])
            self.highs.changeRowBounds(row, low, float(upper[row]))

    def _cap(self, visits: Ints, most: float) -> None:
        at = (self.program.misses + visits).astype(np.int32)
        self.highs.changeColsBounds(len(at), at, np.zeros(len(at)), np.full(len(at), most))


def improving(reduced: Reduced, groups: Groups, most: int) -> Index:
    """Return the rows of the visits with the lowest reduced costs below 0."""
    cost = reduced_costs(reduced, groups)
    rows = np.flatnonzero(cost < -DUALS_SCALE * tuning.ZERO)
    return rows[np.argsort(cost[rows], kind="stable")[:most]]
