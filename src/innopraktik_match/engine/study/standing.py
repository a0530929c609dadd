"""A solved round kept warm: its best plan with one thing changed, by the prices that are already there.

Prices prove a bound of every aim, and what a question changes in the limits of rows changes that bound by
the prices of those rows. An aim whose bound is met is proven. The last one is a linear program over the
visits near its prices, which mostly has a whole optimum. A better plan has no visit farther from the prices
than what the plan found costs above the bound; and where a visit must take place, that one uses up its own
distance. So few visits matter, and all of those are looked at, or else all that there are. Where that
fails, an ordinary solve must answer. docs/engine.md has the proof.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.prices.master import closed
from innopraktik_match.engine.stages.aims import Measure, Stage
from innopraktik_match.engine.study import tuning
from innopraktik_match.engine.study.answering import Answering, Best
from innopraktik_match.engine.study.before import moved
from innopraktik_match.engine.study.bounding import Bounding
from innopraktik_match.engine.study.near import Near, others, words
from innopraktik_match.engine.study.program import Posed, Program
from innopraktik_match.engine.write_up import PEAK, visits_of
from innopraktik_match.model.groups import Groups, joined
from innopraktik_match.validation.largest import most_points

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.study.questions import Question

MOST_DEAR = 2**42
"""Up to here duals, in floating-point numbers, are exact enough to tell visits that improve."""


@dataclass(frozen=True)
class Reply:
    """The best plan under a question: its visits, and the value of each aim in its own direction."""

    groups: Groups
    values: dict[str, int]


class Standing(Bounding):
    """A round and its plan, to be asked; what it is made of stands with `Bounding`."""

    def ask(self, question: Question, seconds: float = tuning.WHOLE_S) -> Reply | None:
        """Return the best plan under a question, proven; None where an ordinary solve must answer.

        Of plans that are equally good it is one with the fewest and shortest moves where the relaxation is
        whole, else one with few.
        """
        if self.program is None or not self.can(question):
            return None
        settled: dict[str, int] = {}
        for _ in self.known:
            costs = self.by_prices(question, settled)
            del costs[self.aims[-1]]
            best = self._answered(question, costs, seconds)
            if best is None or self._misses_before_the_level(best):
                return None
            if best.costs == costs:
                return self._reply(best)
            first = next(name for name in costs if best.costs[name] != costs[name])
            settled = {name: best.costs[name] for name in list(costs)[: list(costs).index(first) + 1]}
            costs = self.by_prices(question, settled)
            del costs[self.aims[-1]]
            if best.costs == costs:
                return self._reply(best)
        return None

    def _misses_before_the_level(self, best: Best) -> bool:
        """Whether more is missed in an aim before the worst-off: options beyond its level may serve it."""
        before = self.aims[: self.aims.index(PEAK)] if self.by_level else ()
        return any(best.costs[name] != self.known[name].cost for name in before)

    def _reply(self, best: Best) -> Reply:
        values = {**best.costs, self.aims[-1]: best.cost}
        return Reply(
            best.groups, {name: aim.stage.cost.own(values[name]) for name, aim in self.known.items()}
        )

    def visits(self, round: Round, groups: Groups) -> tuple[Visit, ...]:
        """Return groups as visits; those of the plan are the plan's own."""
        known = np.array([row in self._ours for row in words(groups)], dtype=bool)
        own = [self._ours[row] for row in words(groups.take(known))]
        fresh = visits_of(round, self.offers, groups.take(~known))
        return tuple(sorted((*own, *fresh), key=lambda v: (v.host, v.week or "", v.interns)))

    @cached_property
    def _ours(self) -> dict[bytes, Visit]:
        """The visits of the plan by their options."""
        return dict(zip(words(self.groups), self.plan.visits, strict=True))

    @cached_property
    def near(self) -> Near:
        """The visits near the prices of the last aim."""
        return Near(self.last.stage, self.priced(self.aims[-1]))

    @cached_property
    def weight(self) -> int:
        """What a unit of cost weighs beside moves: more than all moves together."""
        return 2 * int(self.offers.columns.intern_visits.sum()) + 1

    @cached_property
    def program(self) -> Program | None:
        """The last aim over the nearest visits, and moves beside it; None where numbers are too large."""
        stage, weight = self.last.stage, self.weight
        dear = [weight * (self._most(stage.cost) + 1)]
        for measure, _ in reversed(stage.reached):
            dear.append(dear[-1] * (self._most(measure) + 1))
        if dear[-1] > MOST_DEAR:
            return None
        moves = moved(self.offers, self.plan.visits, len(self.rows.miss_points))
        assert moves.option is not None
        cost = stage.cost
        both = Measure(
            cost.aim,
            moves.option + (0 if cost.option is None else weight * cost.option),
            None if cost.place is None else weight * cost.place,
            weight * cost.visit_weight,
            weight * cost.miss,
        )
        elastic = np.append(self.rows.demands, len(self.rows.lower) + np.arange(len(stage.reached)))
        stage = replace(stage, cost=both, extra=elastic, extra_cost=dear[-1])
        each = np.array([*[dear[-1]] * len(self.rows.demands), *dear[-2::-1]], dtype=np.int64)
        nearest = self.near.groups.take(np.arange(min(tuning.VISITS, len(self.near.groups))))
        nearest = nearest.take(~closed(stage, nearest))
        return Program(
            stage, weight, each, joined([self.groups, others(nearest, self._ours)], nearest.options.shape[1])
        )

    def _most(self, measure: Measure) -> int:
        """Return a number that no plan's cost can pass."""
        if measure.option is not None or measure.visit_weight:
            return most_points(self.round)
        miss, lower = self.rows.miss, self.rows.lower
        owner = np.repeat(np.arange(len(measure.miss)), np.diff(miss.start))
        short = np.where(miss.load > 0, np.maximum(0, lower[miss.row]), 0)
        return int((measure.miss[owner] * short).sum())

    def _answered(self, question: Question, costs: dict[str, int], seconds: float) -> Best | None:
        """Return the best plan, given what the aims before the last cost at least."""
        assert self.program is not None
        program, stage = self.program, self._under(question, costs)
        posed = Posed(
            program,
            np.append(stage.upper[: len(self.rows.upper)], [costs[m.aim] for m, _ in stage.reached]),
            question.demands,
            question.shut(self.offers, program.groups),
        )
        try:
            return Answering(self, question, costs, posed, stage, seconds).best()
        finally:
            posed.withdraw()  # so that no answer depends on what was asked before

    def _under(self, question: Question, costs: dict[str, int]) -> Stage:
        """Return the last stage with the limits of a question."""
        upper = self.rows.upper
        if question.visits:
            upper = upper.copy()
            upper[self.host_rows[question.host]] += question.visits
        reached = tuple((measure, costs[measure.aim]) for measure, _ in self.last.stage.reached)
        return replace(self.last.stage, rows=replace(self.rows, upper=upper), reached=reached)
