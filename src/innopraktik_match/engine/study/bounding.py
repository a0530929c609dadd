"""What the prices of a plan's proof prove of every aim, also under a question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.prices.bounds import Priced, proven, valid
from innopraktik_match.engine.prices.dual_ascent import hosts_own_rows
from innopraktik_match.engine.stages.aims import Stage, measure_of
from innopraktik_match.engine.stages.lottery import longest
from innopraktik_match.engine.stages.rows import build_rows
from innopraktik_match.engine.stages.scaling import finest_scale
from innopraktik_match.engine.study.before import groups_of, prices_of
from innopraktik_match.engine.study.near import floor, least_at
from innopraktik_match.engine.write_up import PEAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.study.questions import Question
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers


@dataclass(frozen=True)
class KnownAim:
    """An aim before the question: its stage, its cost, and its prices."""

    stage: Stage
    cost: int
    price: Ints

    def priced(self, control: Control) -> Priced:
        """Return the prices and what they prove."""
        return proven(self.stage, self.price, control)


class Bounding:
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

    def _aims(self) -> Iterator[KnownAim]:
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
            yield KnownAim(stage, cost, valid(stage, prices_of(stage, proofs.get(measure.aim))))
            stage = replace(stage, reached=(*stage.reached, (measure, cost)))

    @property
    def level(self) -> int:
        """The points of the worst-served intern in the plan."""
        return self._values[PEAK]

    def finest(self) -> int:
        """Return the finest scale of prices with which all reduced costs of the round are exact."""
        visits = int(self.offers.columns.intern_visits.sum()) + len(self.offers.columns.hosts) + 1
        return finest_scale(self.offers, self.rows, self.measures, visits, longest(self.offers))

    def can(self, question: Question) -> bool:
        """Whether prices say what the question does to every aim."""
        known = not question.visits or question.host in self.host_rows
        return known and not (self.by_level and self.relaxes(question))

    def relaxes(self, question: Question) -> bool:
        """Whether there may be plans that the prices were not proven for."""
        return self.changed or question.relaxes(self.offers)

    def bound(self, question: Question) -> dict[str, int] | None:
        """Return a bound of each aim under a question, by prices alone, each within the bounds before it.

        None where prices do not say what the question does.
        """
        if not self.can(question):
            return None
        found = self.by_prices(question, {})
        return {name: aim.stage.cost.own(found[name]) for name, aim in self.known.items()}

    def by_prices(self, question: Question, settled: dict[str, int]) -> dict[str, int]:
        """Return costs that no plan is below, given what is settled of the first aims."""
        found: dict[str, int] = {}
        restricts = not self.relaxes(question)
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
            row = self.host_rows[question.host]
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
    def host_rows(self) -> dict[int, int]:
        """The row of how many visits each host offers, of hosts that have any options."""
        rows, hosts = hosts_own_rows(self.last.stage)
        return dict(zip(hosts.tolist(), rows.tolist(), strict=True))
