"""Lexicographic search: a first plan, legality, the aims in order and the lottery."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.domain.plan import AimProof, Conflict
from innopraktik_match.engine.control import Stopped
from innopraktik_match.engine.flows.network import network_of
from innopraktik_match.engine.flows.seats import seated_evenly
from innopraktik_match.engine.flows.solve import as_flow
from innopraktik_match.engine.plans.choose import choose
from innopraktik_match.engine.plans.earlier import first_prices, fitting
from innopraktik_match.engine.plans.finish import Incumbent, Outcome, as_good, finish, improve
from innopraktik_match.engine.plans.flowed import by_flow, is_flow, relaxes
from innopraktik_match.engine.plans.greedy import filled, worth_of_rows
from innopraktik_match.engine.plans.slots import slotted
from innopraktik_match.engine.prices.master import Pool, closed
from innopraktik_match.engine.progress import FIRST_PLAN
from innopraktik_match.engine.stages.aims import (
    Measure,
    Stage,
    legal_stage,
    level_stage,
    measure_of,
    nothing,
)
from innopraktik_match.engine.stages.blend import blend, unblended
from innopraktik_match.engine.stages.lottery import longest, lottery
from innopraktik_match.engine.stages.reasons import impossible
from innopraktik_match.engine.stages.rows import build_rows
from innopraktik_match.engine.stages.scaling import finest_scale
from innopraktik_match.engine.stages.seating import seated
from innopraktik_match.engine.write_up import PEAK, Ended, Found, aim_proof
from innopraktik_match.model import tuning

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.policy import Aim
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.prices.master import Floats
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.growth import Look
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers


class Search:
    """The state of one solve: rows, measures, the pool of visits and the incumbent."""

    def __init__(
        self,
        offers: Offers,
        aims: tuple[Aim, ...],
        seed: int,
        control: Control,
        gap: float,
        earlier: Plan | None = None,
    ) -> None:
        columns = offers.columns
        self.offers = offers
        self.aims = aims
        self.seed = seed
        self.control = control
        self.gap = gap
        self.earlier = earlier
        self.rows = build_rows(self.offers, self.aims, control.listen)
        control.listen()
        self.measures = [measure_of(aim, self.offers, self.rows) for aim in self.aims]
        self.most_visits = int(columns.intern_visits.sum()) + len(columns.hosts) + 1
        self.network = network_of(self.offers, self.rows)
        lot = longest(self.offers)
        self.scale = finest_scale(self.offers, self.rows, self.measures, self.most_visits, lot)
        self.pool = Pool(int(columns.host_max.max(initial=1)))
        self.plan = Incumbent(self.pool, np.zeros(0, dtype=np.int64))
        self.weights: dict[str, float] = {}
        self.blended: Floats | None = None
        self.ended: list[Ended] = []
        self.impossible: tuple[Conflict, ...] = ()

    def run(self, *, whole: bool = True) -> None:
        """Solve legality, then the aims in order, then the lottery; if cut short, the incumbent stays.

        Where the offers are not the whole, a first plan is all that can be found: no bound would hold.
        """
        try:
            self._first_plan()
            if not whole:
                self.control.end()
            elif self._legal():
                self._aims()
        except Stopped:
            pass
        except KeyboardInterrupt:
            self.control.interrupt()
        except MemoryError:
            self.control.out_of_memory = True

    def found(self) -> Found:
        """Return the incumbent with everything that is known about it."""
        groups = self.plan.groups
        if not self.control.stopped:  # only a finished search has an order worth making unique
            groups = seated(self.offers, groups, self.control)
        return Found(
            offers=self.offers,
            groups=groups,
            measures=dict(zip(self.aims, self.measures, strict=True)),
            draw=self._draw(groups),
            rows=self.rows,
            scale=self.scale,
            ended={end.aim: end for end in self.ended},
            impossible=self.impossible,
        )

    def _first_plan(self) -> None:
        stage, self.weights = blend(self.offers, self.rows, self.measures)
        self.control.hear()
        if self._flowed(stage):
            return
        if self.earlier is None:
            price = worth_of_rows(stage)
            reduced = replace(stage, scale=1).reduced(price)
            self.control.hear()
            begun = slotted(stage, reduced, [], self.control)
        else:
            begun = fitting(stage, self.earlier.visits)
        self.plan.rows = filled(stage, self.pool, self.control, begun)
        self._tell_first()
        if not self.control.stopped:
            stage = replace(stage, scale=finest_scale(self.offers, self.rows, [stage.cost], self.most_visits))
            start = None
            if self.earlier is not None and self.earlier.proof is not None:
                start = first_prices(stage, self.earlier.proof, self.measures, self.weights, self.control)
            reached = self._all_but_last_reached
            _, priced = improve(stage, self.plan, self.control, start, good_enough=reached)
            self.blended = priced.price.astype(np.float64) * (self.scale / stage.scale)

    def _all_but_last_reached(self) -> bool:
        """Whether a flow proves that the incumbent is best in every aim but the last."""
        network, groups = self.network, self.plan.groups
        if network is None:
            return False
        stage = Stage(self.offers, self.rows, nothing(self.rows), (), scale=self.scale)
        if stage.broken(groups).any():
            return False
        for measure in self.measures[:-1]:
            stage = replace(stage, cost=measure)
            if not relaxes(network, stage):
                return False
            _, priced = by_flow(stage, network, groups, None, self.control)
            value = stage.value(groups)
            if priced.bound < value:
                return False
            stage = stage.after(value)
        return True

    def _tell_first(self) -> None:
        options = self.plan.groups.options
        seated_units = np.unique(self.offers.unit[options[options >= 0]])
        self.control.tell(FIRST_PLAN, int(self.offers.size[seated_units].sum()))

    def _flowed(self, stage: Stage) -> bool:
        """Begin with a minimum-cost flow, where that is a plan; return whether it is."""
        flowed = as_flow(self.network, stage, []) if self.network and is_flow(self.network, stage) else None
        groups = None if flowed is None else seated_evenly(self.offers, flowed.option)
        if flowed is None or groups is None:
            return False
        self.plan.take(groups)
        self.blended = flowed.price.astype(np.float64) * (self.scale / stage.scale)
        self._tell_first()
        return True

    def _legal(self) -> bool:
        stage = legal_stage(self.offers, self.rows, self.scale)
        if stage.value(self.plan.groups) == 0:
            return True
        outcome = self._finish(stage)
        if outcome.value == 0:
            return True
        if outcome.bound > 0:
            self.ended.append(
                Ended("legal", outcome.value, outcome.bound, aim_proof(stage, outcome, "legal"))
            )
            self.impossible = impossible(stage, outcome)
        return False

    def _aims(self) -> None:
        stage = Stage(self.offers, self.rows, nothing(self.rows), (), scale=self.scale)
        last: tuple[Stage, Outcome] | tuple[()] = ()
        for aim, measure in zip(self.aims, self.measures, strict=True):
            if self.control.stopped and self.blended is None:
                return  # without prices there is no bound
            if aim == PEAK:
                stage = self._lowest_level(stage)
                continue
            stage = replace(stage, cost=measure)
            outcome = self._finish(stage)
            self.ended.append(Ended(aim, outcome.value, outcome.bound, aim_proof(stage, outcome, aim)))
            last = (stage, outcome)
            stage = stage.after(outcome.value)
        if not self.control.stopped and all(end.reached == end.bound for end in self.ended):
            self._lottery(stage, *last)

    def _lottery(self, stage: Stage, last: Stage | None = None, outcome: Outcome | None = None) -> None:
        """Break ties by lot among the visits within the last aim's gap, or as a stage if they are many."""
        control = self.control.within(max(tuning.LOTTERY_S, self.control.seconds))
        near = None if last is None or outcome is None else as_good(last, outcome, control)
        if near is not None and last is not None and outcome is not None:
            near = near.take(~closed(stage, near))
            stage = replace(stage, cost=self._draw(near, control.look))
            chosen = choose(stage, near, self.plan.groups, 0, control, control.left)
            if chosen.groups is not None:
                self.plan.take(chosen.groups)
            if chosen.final:
                within = self.scale * outcome.value - outcome.priced.scaled_bound
                value = stage.value(self.plan.groups)
                proof = AimProof(
                    aim="lottery",
                    kind="search",
                    prices_of=last.cost.aim,
                    within=within,
                    listed=len(near),
                    solver=chosen.solver,
                )
                self.ended.append(Ended("lottery", value, value, proof))
        else:
            stage = replace(stage, cost=self._draw(look=control.look))
            drawn = finish(stage, self.plan, control, network=self.network)
            self.ended.append(Ended("lottery", drawn.value, drawn.bound, aim_proof(stage, drawn, "lottery")))

    def _draw(self, among: Groups | None = None, look: Look = lambda: None) -> Measure:
        return lottery(self.offers, self.rows, self.seed, among, look)

    def _lowest_level(self, stage: Stage) -> Stage:
        """Find the lowest level of option points that keeps every earlier aim, by bisection.

        Prices that prove one level too low are near those of the next.
        """
        value, bound, proof = self._level(), 0, None
        start: Ints | None = None
        levels = np.unique(self.offers.level)
        while bound < value and not self.control.stopped:
            self.control.tell(PEAK, value, bound)
            between = levels[(levels >= bound) & (levels < value)]
            level = int(between[len(between) // 2]) if len(between) else value - 1
            narrow = level_stage(stage, level)
            trial = Incumbent(self.pool, self.plan.rows[~closed(narrow, self.plan.groups)])
            outcome = self._finish(narrow, trial, start)
            if outcome.value == 0:
                self.plan.rows = trial.rows
                value = self._level()
            elif outcome.bound > 0:
                higher = levels[levels > level]
                bound = int(higher[0]) if len(higher) else value
                proof = aim_proof(narrow, outcome, PEAK, level=bound - 1)
                start = outcome.priced.price[: narrow.named]
            else:
                break
        self.ended.append(Ended(PEAK, value, min(bound, value), proof))
        return replace(stage, open=self.offers.level <= value)

    def _level(self) -> int:
        options = self.pool.groups.options[self.plan.rows]
        return int(self.offers.level[options[options >= 0]].max(initial=0))

    def _finish(self, stage: Stage, plan: Incumbent | None = None, start: Ints | None = None) -> Outcome:
        if stage.cost.aim in self.weights and self.blended is not None:
            start = unblended(self.blended, self.weights, stage)
        return finish(stage, plan or self.plan, self.control, self.gap, start, self.network)
