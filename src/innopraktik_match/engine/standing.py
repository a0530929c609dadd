"""A solved round kept warm: its best plan under further locks, by the prices that are already there.

A lock only restricts: no aim can become better than it was. So where a plan with the lock keeps each aim but
the last, only the last one is to be solved anew. It begins with the plan and its prices, as valid as before.
Demands are elastic: each unit missed costs more than the whole plan did. A plan that is best although it may
miss them, and misses none, is best among those that must not. Where the best plan misses one, an ordinary
solve must answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.plans.choose import choose
from innopraktik_match.engine.plans.finish import Incumbent, as_good, finish
from innopraktik_match.engine.prices.bounds import proven, valid
from innopraktik_match.engine.prices.column_generation import nearest
from innopraktik_match.engine.prices.master import Pool, closed
from innopraktik_match.engine.stages.aims import Measure, Stage, measure_of
from innopraktik_match.engine.stages.lottery import lottery
from innopraktik_match.engine.stages.rows import build_rows
from innopraktik_match.engine.write_up import PEAK, Ended, Found, aim_proof
from innopraktik_match.model import tuning
from innopraktik_match.model.columns import sorted_locks
from innopraktik_match.model.groups import Groups, visit_points
from innopraktik_match.model.measures import no_entries
from innopraktik_match.model.scoring import as_arrays

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import AimProof, Plan, Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.plans.finish import Outcome
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers


@dataclass(frozen=True)
class Standing:
    """A round, its options, and a plan with proofs of all aims."""

    offers: Offers
    plan: Plan

    def under(self, round: Round) -> Offers:
        """Return the options with the locks of another round."""
        return replace(self.offers, columns=replace(self.offers.columns, locks=sorted_locks(round)))

    def solve(self, round: Round, offers: Offers, control: Control) -> Found | None:
        """Return the best plan of the round with more locks; None where an ordinary solve must answer.

        Of plans that are equally good it is one with the fewest and shortest moves.

        Parameters
        ----------
        round : Round
            The same round, but for its locks.
        offers : Offers
            The options, with these locks.
        control : Control
        """
        aims = round.aims
        rows = build_rows(offers, aims, control.look)
        measures = [measure_of(aim, offers, rows) for aim in aims]
        reached = {
            aim.aim: measure.own(aim.value) for aim, measure in zip(self.plan.aims, measures, strict=True)
        }
        proofs = {proof.aim: proof for proof in self.plan.proof.aims} if self.plan.proof is not None else {}
        if aims[-1] == PEAK or aims[-1] not in proofs or self.plan.proof is None:
            return None
        stage = Stage(
            offers,
            rows,
            measures[-1],
            tuple((m, reached[m.aim]) for m in measures[:-1] if m.aim != PEAK),
            open=offers.level <= reached[PEAK] if PEAK in reached else None,
            scale=self.plan.proof.scale,
        )
        plan = Incumbent(Pool(int(offers.columns.host_max.max(initial=1))), no_entries())
        plan.take(groups_of(offers, self.plan.visits))
        elastic = _elastic(stage, plan)
        price = valid(elastic, _known(stage, proofs[aims[-1]]))
        plan.pool.add(nearest(elastic, proven(elastic, price, control), control))
        outcome = finish(elastic, plan, control, 0.0, price)
        if outcome.value > outcome.bound or stage.broken(plan.groups).any():
            return None
        self._settle(stage, plan, outcome, control)
        ended = [Ended(aim, reached[aim], reached[aim], proofs.get(aim)) for aim in aims[:-1]]
        ended.append(Ended(aims[-1], outcome.value, outcome.value, aim_proof(stage, outcome, aims[-1])))
        return Found(
            offers=offers,
            groups=plan.groups,
            measures=dict(zip(aims, measures, strict=True)),
            draw=lottery(offers, rows, round.policy.seed, plan.groups),
            rows=rows,
            scale=stage.scale,
            ended={end.aim: end for end in ended},
            impossible=(),
        )

    def _settle(self, stage: Stage, plan: Incumbent, outcome: Outcome, control: Control) -> None:
        """Move as few as possible: choose again among all visits of plans that are as good."""
        near = as_good(stage, outcome, control)
        if near is not None:
            near = near.take(~closed(stage, near))
            cost = _moved(self.offers, self.plan.visits, len(stage.rows.miss_points))
            after = replace(stage.after(outcome.value), cost=cost)
            found = choose(after, near, plan.groups, 0, control, tuning.SETTLE_S)
            if found.groups is not None:
                plan.take(found.groups)


def _elastic(stage: Stage, plan: Incumbent) -> Stage:
    """Return the stage with demands that may be missed, at more than what the plan costs."""
    return replace(stage, extra=stage.rows.demands, extra_cost=stage.value(plan.groups) + 1)


def _known(stage: Stage, proof: AimProof) -> Ints:
    """Return the prices of a proof, row by row; rows that it does not name have none."""
    known = {(price.rule, price.key): price.price for price in proof.prices}
    return np.array([known.get(stage.name(row), 0) for row in range(len(stage.lower))], dtype=np.int64)


def _moved(offers: Offers, visits: tuple[Visit, ...], misses: int) -> Measure:
    """Return how far a plan is from some visits: 2 for each seat at another host, 1 for another slot."""
    columns, o = offers.columns, offers.options
    host, slot, members = as_arrays(columns, visits)
    seat = np.nonzero(members >= 0)
    pairs = members[seat] * len(columns.hosts) + host[seat[0]]
    seats = pairs * len(columns.slot_week) + slot[seat[0]]
    pair = o.intern.astype(np.int64) * len(columns.hosts) + o.host
    elsewhere = (~np.isin(pair, pairs)).astype(np.int64)
    elsewhere += ~np.isin(pair * len(columns.slot_week) + o.slot, seats)
    option = np.zeros(len(offers), dtype=np.int64)
    np.add.at(option, offers.of, elsewhere)
    return Measure("moves", option, None, 0, np.zeros(misses, dtype=np.int64))


def groups_of(offers: Offers, visits: tuple[Visit, ...]) -> Groups:
    """Return the visits of a plan that keeps every option rule as groups."""
    columns = offers.columns
    host, slot, members = as_arrays(columns, visits)
    spots = offers.places.host.astype(np.int64) * len(columns.slot_week) + offers.places.slot
    place = np.searchsorted(spots, host * len(columns.slot_week) + slot)
    number = np.full(len(columns.interns), -1, dtype=np.int64)
    seats = offers.members >= 0
    number[offers.members[seats]] = np.nonzero(seats)[0]
    keys = offers.place.astype(np.int64) * len(offers.size) + offers.unit
    options = np.full((len(visits), int(columns.host_max.max(initial=1))), -1, dtype=np.int64)
    for row, at in enumerate(place):
        units = np.unique(number[members[row][members[row] >= 0]])
        options[row, : len(units)] = np.searchsorted(keys, at * len(offers.size) + units)
    points, _ = visit_points(offers, place.astype(np.int32), options)
    return Groups(place.astype(np.int32), options, points, np.zeros(len(visits), dtype=np.int64))
