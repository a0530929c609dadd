"""The restricted master problem over the visits known so far, and the pool that holds them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from innopraktik_match.engine.prices.highs import add_columns, quiet_highs
from innopraktik_match.model.groups import Groups
from innopraktik_match.model.measures import NO_LIMIT, Ints

if TYPE_CHECKING:
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.engine.stages.cuts import Cuts

Floats = NDArray[np.float64]


class Pool:
    """Every visit found so far, each once; kept from stage to stage."""

    def __init__(self, width: int) -> None:
        self.width = width
        none = np.zeros(0, dtype=np.int64)
        self.groups = Groups(none.astype(np.int32), np.zeros((0, width), np.int64), none, none)
        self._seen: dict[bytes, int] = {}

    def __len__(self) -> int:
        return len(self.groups)

    def add(self, found: Groups) -> Ints:
        """Add the visits that are new; return the position of each of `found` in the pool."""
        options = np.sort(found.options, axis=1)
        at = np.empty(len(found), dtype=np.int64)
        fresh = []
        for n, row in enumerate(options):
            word = row.tobytes()
            if word not in self._seen:
                self._seen[word] = len(self._seen)
                fresh.append(n)
            at[n] = self._seen[word]
        new = found.take(np.array(fresh, dtype=np.int64))
        ours = self.groups
        self.groups = Groups(
            np.append(ours.place, new.place),
            np.concatenate([ours.options, options[fresh]]),
            np.append(ours.visit_points, new.visit_points),
            np.append(ours.reduced, new.reduced),
        )
        return at


@dataclass(frozen=True)
class Relaxed:
    """An optimum of the master: its cost, the values of its visits, and how much is traded at the walls."""

    cost: float
    values: Floats
    traded: float


class Master:
    """The restricted master problem of one stage: some visits of the pool (`at`), and the misses."""

    def __init__(self, stage: Stage, pool: Pool, at: Ints) -> None:
        self.stage = stage
        self.pool = pool
        self.at = at
        self.relaxed: Relaxed | None = None
        self.highs = quiet_highs()
        misses, rows = add_misses(self.highs, stage), len(stage.lower)
        self.trade = np.arange(misses, misses + 2 * rows, dtype=np.int32)
        self.first = misses + 2 * rows
        each = np.tile(np.arange(rows), 2)
        load = np.repeat(np.array([1, -1]), rows)
        none = np.zeros(2 * rows, dtype=np.int64)
        add_columns(self.highs, none, none, np.arange(2 * rows + 1), each, load)
        add_visits(self.highs, stage, pool.groups.take(at))

    def grow(self, found: Groups) -> bool:
        """Add the visits that the master lacks; return whether there are any."""
        new = np.setdiff1d(self.pool.add(found), self.at)
        add_visits(self.highs, self.stage, self.pool.groups.take(new))
        self.at = np.append(self.at, new)
        return bool(len(new))

    def cut(self, cuts: Cuts) -> None:
        """Add the cuts that the stage has not yet; those it has come first."""
        known = 0 if self.stage.cuts is None else len(self.stage.cuts)
        self.stage = replace(self.stage, cuts=cuts)
        fresh = cuts.take(np.arange(known, len(cuts)))
        groups = self.pool.groups.take(self.at)
        halves = fresh.halves.of(groups.place, groups.options)
        for limit, loads in zip(fresh.upper.tolist(), halves.T, strict=True):
            visits = np.flatnonzero(loads)
            at = (self.first + visits).astype(np.int32)
            self.highs.addRow(-self.highs.inf, float(limit), len(at), at, loads[visits].astype(float))

    def box(self, centre: Floats, width: float) -> None:
        """Keep every price within `width` of `centre`, by columns that trade a row at the price of the wall.

        The duals of a master with few columns oscillate; near a good centre it converges in fewer rounds
        (Boxstep: Marsten et al., 1975; in this form du Merle et al., 1999).
        """
        bought, sold = self.stage.lower > -NO_LIMIT, self.stage.upper < NO_LIMIT
        high = np.where(sold & ~bought, np.minimum(0, centre + width), centre + width)
        low = np.where(bought & ~sold, np.maximum(0, centre - width), centre - width)
        self.highs.changeColsCost(len(self.trade), self.trade, np.append(high, -low))
        most = np.full(len(self.trade), self.highs.inf)
        most[: len(high)][high <= 0] = 0.0
        most[len(high) :][low >= 0] = 0.0
        self._trade_at_most(most)

    def unbox(self) -> None:
        """Remove the box."""
        self._trade_at_most(np.zeros(len(self.trade)))

    def _trade_at_most(self, most: Floats) -> None:
        self.highs.changeColsBounds(len(self.trade), self.trade, np.zeros(len(self.trade)), most)

    def fix(self, visits: Ints) -> None:
        """Fix these visits of the master to 1."""
        at = (self.first + visits).astype(np.int32)
        self.highs.changeColsBounds(len(at), at, np.ones(len(at)), np.ones(len(at)))

    def solve(self, time_limit: float) -> Floats | None:
        """Reoptimise; return the duals of the rows and keep the optimum in `relaxed`. None if out of time."""
        import highspy

        if np.isfinite(time_limit):
            self.highs.setOptionValue("time_limit", self.highs.getRunTime() + time_limit)
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        solution = self.highs.getSolution()
        cost = float(self.highs.getInfo().objective_function_value)
        values = np.array(solution.col_value)
        traded = float(values[self.trade].sum())
        self.relaxed = Relaxed(cost, values[self.first :], traded)
        return np.array(solution.row_dual)


def add_misses(highs: Any, stage: Stage) -> int:
    """Pass the stage's rows and misses to an empty HiGHS model; return the number of misses."""
    import highspy

    lower, upper = stage.lower.astype(np.float64), stage.upper.astype(np.float64)
    lower[stage.lower <= -NO_LIMIT] = -highs.inf
    upper[stage.upper >= NO_LIMIT] = highs.inf
    start, row, load, cost = miss_columns(stage)
    lp = highspy.HighsLp()
    lp.num_row_, lp.num_col_ = len(lower), len(cost)
    lp.row_lower_, lp.row_upper_ = lower, upper
    lp.col_cost_ = cost.astype(np.float64)
    lp.col_lower_, lp.col_upper_ = np.zeros(len(cost)), np.full(len(cost), highs.inf)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = start.astype(np.int32)
    lp.a_matrix_.index_ = row.astype(np.int32)
    lp.a_matrix_.value_ = load.astype(np.float64)
    highs.passModel(lp)
    return len(cost)


def add_visits(highs: Any, stage: Stage, groups: Groups) -> None:
    """Add a column for each visit; those that the stage leaves out are fixed to 0.

    Visits have no upper bound of 1: their rows imply it, and a bound would take a share of the duals.
    """
    most = np.where(closed(stage, groups), 0.0, highs.inf)
    add_columns(highs, stage.cost.of_groups(groups), most, *visit_columns(stage, groups))


def visit_columns(stage: Stage, groups: Groups) -> tuple[Ints, Ints, Ints]:
    """Return the loads of the visits by column: start [G + 1], row, load."""
    group, row, load = stage.loads(groups)
    order = np.argsort(group, kind="stable")
    start = np.searchsorted(group[order], np.arange(len(groups) + 1))
    return start, row[order], load[order]


def miss_columns(stage: Stage) -> tuple[Ints, Ints, Ints, Ints]:
    """Return the loads of the misses by column (start, row, load) and their cost; the extra ones last."""
    base, miss = len(stage.rows.lower), stage.rows.miss
    n = len(stage.rows.miss_points)
    owner = [np.repeat(np.arange(n), np.diff(miss.start))]
    row, load = [miss.row], [miss.load]
    for number, (measure, _) in enumerate(stage.reached):
        counted = np.flatnonzero(measure.miss)
        owner.append(counted)
        row.append(np.full(len(counted), base + number))
        load.append(measure.miss[counted])
    owner.append(n + np.arange(len(stage.extra)))
    row.append(stage.extra)
    load.append(np.where(stage.extra < base, 1, -1))
    owners = np.concatenate(owner)
    order = np.argsort(owners, kind="stable")
    start = np.searchsorted(owners[order], np.arange(n + len(stage.extra) + 1))
    cost = np.append(stage.cost.miss, np.full(len(stage.extra), stage.extra_cost))
    return start, np.concatenate(row)[order], np.concatenate(load)[order], cost


def closed(stage: Stage, groups: Groups) -> Ints:
    """Return which visits [G] contain an option that the stage leaves out."""
    if stage.open is None:
        return np.zeros(len(groups), dtype=bool)
    return np.asarray(~np.append(stage.open, True)[groups.options].all(axis=1))
