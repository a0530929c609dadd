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

from innopraktik_match.engine.prices.bounds import Priced, proven, valid
from innopraktik_match.engine.prices.dual_ascent import hosts_own_rows
from innopraktik_match.engine.prices.master import closed
from innopraktik_match.engine.stages.aims import Measure, Stage, measure_of
from innopraktik_match.engine.stages.lottery import longest
from innopraktik_match.engine.stages.rows import build_rows
from innopraktik_match.engine.stages.scaling import finest_scale
from innopraktik_match.engine.study.answering import Answering, Best
from innopraktik_match.engine.study.near import Near, floor, least_at, others, words
from innopraktik_match.engine.study.program import Posed, Program
from innopraktik_match.engine.write_up import PEAK, visits_of
from innopraktik_match.model import tuning
from innopraktik_match.model.groups import Groups, joined, visit_points
from innopraktik_match.model.scoring import as_arrays
from innopraktik_match.validation.largest import most_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.plan import AimProof, Plan, Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.study.questions import Question
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers

MOST_DEAR = 2**42
"""Up to here duals, in floating-point numbers, are exact enough to tell visits that improve."""


@dataclass(frozen=True)
class Reply:
    """The best plan under a question: its visits, and the value of each aim in its own direction."""

    groups: Groups
    values: dict[str, int]


@dataclass(frozen=True)
class _Aim:
    """An aim before the question: its stage, its cost, and its prices."""

    stage: Stage
    cost: int
    price: Ints

    def priced(self, control: Control) -> Priced:
        return proven(self.stage, self.price, control)


class Standing:
    """A round and its plan, proven best, with the prices of every aim.

    Parameters
    ----------
    round : Round
    offers : Offers
        Its options.
    plan : Plan
        With proofs of all aims that the checker has verified.
    control : Control
    values : dict, optional
        Where the round is not the plan's but a changed one, which the plan keeps too: what the plan reaches
        there. Its prices prove less of that round, and no more than they do is taken to be proven.
    """

    def __init__(
        self,
        round: Round,
        offers: Offers,
        plan: Plan,
        control: Control,
        values: dict[str, int] | None = None,
    ) -> None:
        self.changed = values is not None
        self._values = {aim.aim: aim.value for aim in plan.aims} if values is None else values
        self.round, self.offers, self.plan, self.control = round, offers, plan, control
        self.aims = round.aims
        self.rows = build_rows(offers, round.aims, control.look)
        self.measures = [measure_of(aim, offers, self.rows) for aim in round.aims]
        self.groups = groups_of(offers, plan.visits)
        self.by_level = PEAK in round.aims
        self._priced: dict[str, Priced] = {}
        self._lower: dict[tuple[str, int, int], int] = {}
        self._by_name: dict[str, dict[tuple[str, tuple[str, ...]], int]] = {}
        self.known = {aim.stage.cost.aim: aim for aim in self._aims()}
        self.last = self.known[self.aims[-1]]

    def _aims(self) -> Iterator[_Aim]:
        """Yield the aims that have prices, in order."""
        assert self.plan.proof is not None
        proofs = {proof.aim: proof for proof in self.plan.proof.aims}
        reached = [measure.own(self._values[measure.aim]) for measure in self.measures]
        stage = Stage(self.offers, self.rows, self.measures[0], (), scale=self.plan.proof.scale)
        for measure, cost in zip(self.measures, reached, strict=True):
            if measure.aim == PEAK:
                stage = replace(stage, open=self.offers.level <= cost)
                continue
            stage = replace(stage, cost=measure)
            yield _Aim(stage, cost, valid(stage, _prices(stage, proofs.get(measure.aim))))
            stage = replace(stage, reached=(*stage.reached, (measure, cost)))

    def finest(self) -> int:
        """Return the finest scale of prices with which all reduced costs of the round are exact."""
        visits = int(self.offers.columns.intern_visits.sum()) + len(self.offers.columns.hosts) + 1
        return finest_scale(self.offers, self.rows, self.measures, visits, longest(self.offers))

    def ask(self, question: Question, seconds: float = tuning.STUDY_WHOLE_S) -> Reply | None:
        """Return the best plan under a question, proven; None where an ordinary solve must answer.

        Of plans that are equally good it is one with the fewest and shortest moves.
        """
        if self.program is None or not self._can(question):
            return None
        settled: dict[str, int] = {}
        for _ in self.known:
            costs = self._by_prices(question, settled)
            del costs[self.aims[-1]]
            best = self._answered(question, costs, seconds)
            if best is None:
                return None
            if best.costs == costs:
                return self._reply(best)
            first = next(name for name in costs if best.costs[name] != costs[name])
            settled = {name: best.costs[name] for name in list(costs)[: list(costs).index(first) + 1]}
            costs = self._by_prices(question, settled)
            del costs[self.aims[-1]]
            if best.costs == costs:
                return self._reply(best)
        return None

    def _reply(self, best: Best) -> Reply:
        values = {**best.costs, self.aims[-1]: best.cost}
        return Reply(
            best.groups, {name: aim.stage.cost.own(values[name]) for name, aim in self.known.items()}
        )

    def _can(self, question: Question) -> bool:
        """Whether prices say what the question does to every aim."""
        known = not question.visits or question.host in self._host_rows
        return known and not (self.by_level and self._relaxes(question))

    def _relaxes(self, question: Question) -> bool:
        """Whether there may be plans that the prices were not proven for."""
        return self.changed or question.relaxes(self.offers)

    def bound(self, question: Question) -> dict[str, int] | None:
        """Return a bound of each aim under a question, by prices alone, each within the bounds before it.

        None where prices do not say what the question does.
        """
        if not self._can(question):
            return None
        found = self._by_prices(question, {})
        return {name: aim.stage.cost.own(found[name]) for name, aim in self.known.items()}

    def _by_prices(self, question: Question, settled: dict[str, int]) -> dict[str, int]:
        """Return costs that no plan is below, given what is settled of the first aims."""
        found: dict[str, int] = {}
        restricts = not self._relaxes(question)
        for name, aim in self.known.items():
            if name in settled:
                found[name] = settled[name]
                continue
            kept = restricts and all(self.known[one].cost == cost for one, cost in found.items())
            priced = self.priced(name)
            scaled = self.scaled_bound(name, question, found)
            if not question.widens(self.offers):
                scaled += max((floor(aim.stage, priced, some) for some in question.holding()), default=0)
            found[name] = max(aim.cost if kept else 0, -(-scaled // priced.scale))
        return found

    def scaled_bound(self, name: str, question: Question, costs: dict[str, int]) -> int:
        """Return the bound by the prices of an aim under a question, given the costs of the aims before."""
        aim, priced = self.known[name], self.priced(name)
        scaled, base = priced.scaled_bound, len(self.rows.lower)
        for n, (measure, before) in enumerate(aim.stage.reached):
            scaled += int(priced.price[base + n]) * (costs[measure.aim] - before)
        if question.host < 0:
            return scaled
        least = int(priced.least[question.host])
        if question.visits:
            row = self._host_rows[question.host]
            scaled += question.visits * (int(min(0, priced.price[row])) + least)
        if question.widens(self.offers):
            lower = self._least(name, question)
            scaled += int(self.offers.columns.host_visits[question.host]) * (lower - least)
        return scaled

    def _least(self, name: str, question: Question) -> int:
        """Return the least reduced cost of any visit to the host of a question, with its new room."""
        asked = name, question.host, question.heads
        if asked not in self._lower:
            room = question.room(self.offers)
            self._lower[asked] = least_at(room, self.priced(name), question.host)
        return self._lower[asked]

    def prices(self, aim: str) -> dict[tuple[str, tuple[str, ...]], int]:
        """Return the prices of an aim by rule and key."""
        if aim not in self._by_name:
            stage, price = self.known[aim].stage, self.known[aim].price
            rows = np.flatnonzero(price).tolist()
            self._by_name[aim] = {stage.name(row): int(price[row]) for row in rows}
        return self._by_name[aim]

    def priced(self, aim: str) -> Priced:
        """Return an aim's prices and what they prove."""
        if aim not in self._priced:
            self._priced[aim] = self.known[aim].priced(self.control)
        return self._priced[aim]

    @cached_property
    def _host_rows(self) -> dict[int, int]:
        """The row of how many visits each host offers, of hosts that have any options."""
        rows, hosts = hosts_own_rows(self.last.stage)
        return dict(zip(hosts.tolist(), rows.tolist(), strict=True))

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
        moves = _moved(self.offers, self.plan.visits, len(self.rows.miss_points))
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
        nearest = self.near.groups.take(np.arange(min(tuning.STUDY_VISITS, len(self.near.groups))))
        nearest = nearest.take(~closed(stage, nearest))
        return Program(
            stage, each, joined([self.groups, others(nearest, self.groups)], nearest.options.shape[1])
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
            best = Answering(self, question, costs, posed, stage, seconds).best()
        finally:
            posed.withdraw()
        if not question.heads:
            program.grow(posed.added)
        return best

    def _under(self, question: Question, costs: dict[str, int]) -> Stage:
        """Return the last stage with the limits of a question."""
        upper = self.rows.upper
        if question.visits:
            upper = upper.copy()
            upper[self._host_rows[question.host]] += question.visits
        reached = tuple((measure, costs[measure.aim]) for measure, _ in self.last.stage.reached)
        return replace(self.last.stage, rows=replace(self.rows, upper=upper), reached=reached)


def _prices(stage: Stage, proof: AimProof | None) -> Ints:
    """Return the prices of a proof, row by row; rows that it does not name have none."""
    known = {(price.rule, price.key): price.price for price in (proof.prices if proof is not None else ())}
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
