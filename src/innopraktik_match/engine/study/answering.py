"""The best plan under a question: visits are added until none improves, and listed until none is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.aims import measured
from innopraktik_match.engine.study.near import floor, together
from innopraktik_match.engine.study.program import DUALS_SCALE, improving
from innopraktik_match.model import tuning
from innopraktik_match.model.groups import FAR, Reduced, reduced_costs
from innopraktik_match.model.growth import TooManyGroups, groups_within
from innopraktik_match.model.least import least_groups

if TYPE_CHECKING:
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.engine.study.program import Floats, Posed, Relaxed
    from innopraktik_match.engine.study.questions import Question
    from innopraktik_match.engine.study.standing import Standing
    from innopraktik_match.model.groups import Groups


@dataclass(frozen=True)
class Best:
    """The visits of a plan, its cost, and what each aim before the last costs."""

    groups: Groups
    cost: int
    costs: dict[str, int]


class Answering:
    """One question with the costs of the aims before the last settled.

    Parameters
    ----------
    standing : Standing
    question : Question
    costs : dict
        Of the aims before the last, in order: no plan under the question is below them.
    posed : Posed
        The question, posed to the program.
    stage : Stage
        The last aim with the limits of the question.
    seconds : float
        For each search for whole numbers.
    """

    def __init__(
        self,
        standing: Standing,
        question: Question,
        costs: dict[str, int],
        posed: Posed,
        stage: Stage,
        seconds: float,
    ) -> None:
        self.standing, self.question, self.posed, self.stage = standing, question, posed, stage
        self.costs, self.seconds = costs, seconds
        self.priced = standing.priced(standing.aims[-1])
        self.bound = standing.scaled_bound(standing.aims[-1], question, costs)
        self.offers = question.room(stage.offers)

    def best(self) -> Best | None:
        """Return the best plan, proven; None where there is none, or that fails.

        Where an aim before the last costs more than asked for, it is the first such aim that is proven.
        """
        scale, most, forced = self.priced.scale, self.standing.near.within, self._forced()
        within = min(most, tuning.STUDY_WITHIN * scale)
        while True:
            among, complete = self._listed(within, forced)
            found = self._legal(self._chosen(among))
            met = found is not None and found.costs == self.costs
            needed = scale * found.cost - self.bound - forced if found is not None and met else FAR
            if needed <= within and complete:
                return found
            if within == most or not complete or (found is not None and not met):
                return self._legal(self._chosen(among, exactly=True))
            within = min(most, needed)

    def _forced(self) -> int:
        """Return how far from the prices the visits are at least that must take place."""
        stage, priced, near = self.standing.last.stage, self.priced, self.standing.near
        farthest = 0
        if self.question.widens(stage.offers):
            return farthest  # a larger visit may hold them nearer
        for options in self.question.holding():
            within = max(0, floor(stage, priced, options)) + priced.scale
            while (found := near.holding(options, within)) is not None and within < FAR // 8:
                if len(found):
                    host = stage.offers.places.host[found.place]
                    farthest = max(farthest, int((found.reduced - priced.least[host]).min()))
                    break
                within *= 2
        return farthest

    def _listed(self, within: int, forced: int) -> tuple[Groups, bool]:
        """Return the visits that a plan so far above the bound can have, and whether those are all."""
        stage, question = self.standing.last.stage, self.question
        parts: list[Groups | None] = [self.standing.near.upto(within)]
        parts += [self.standing.near.holding(some, within + forced) for some in question.holding()]
        listed = [part for part in parts if part is not None]
        among = together(listed)
        complete = len(listed) == len(parts) and not question.widens(stage.offers)
        return among.take(~question.shut(stage.offers, among)), complete

    def _chosen(self, among: Groups, exactly: bool = False) -> Groups | None:
        """Return the cheapest choice among some visits, or of all; None where something must be missed."""
        relaxed = self._relaxed(among)
        while relaxed is not None and exactly and len(better := self._improving(relaxed)):
            self.posed.add(better)
            relaxed = self._relaxed(among)
        if relaxed is None:
            return None
        values: Floats | None = relaxed.values
        if self.posed.fraction(relaxed.values) > tuning.INTEGRAL_WITHIN:
            values = self._whole(among, relaxed, exactly)
        if values is None or self.posed.short(values) > tuning.INTEGRAL_WITHIN:
            return None
        return self.posed.chosen(values)

    def _relaxed(self, among: Groups) -> Relaxed | None:
        """Return the optimum of the relaxation over all of some visits, adding those that improve it."""
        while (relaxed := self.posed.solve()) is not None:
            better = improving(self.posed.reduced(relaxed.duals), among, tuning.STUDY_ADDED)
            if not len(better):
                return relaxed
            self.posed.add(among.take(better))
        return None

    def _improving(self, relaxed: Relaxed) -> Groups:
        """Return the best visit of each host that improves the relaxation, of all that there are."""
        found = least_groups(self.offers, self._open(self.posed.reduced(relaxed.duals)))
        return found.take(found.reduced < -DUALS_SCALE * tuning.STUDY_ZERO)

    def _open(self, reduced: Reduced) -> Reduced:
        """Return reduced costs with the options left out that the question closes."""
        if self.question.closed is None:
            return reduced
        return replace(reduced, option=np.where(self.question.closed, FAR, reduced.option))

    def _whole(self, among: Groups, relaxed: Relaxed, exactly: bool) -> Floats | None:
        """Return the cheapest whole solution: first of the nearest visits, then of all within its gap."""
        weight = self.posed.program.weight
        for near_by in (tuning.STUDY_NEAR_BY * weight, np.inf):
            values, _ = self.posed.whole(relaxed, near_by, self.seconds)
            if values is not None:
                break
        else:
            return None
        beyond = self.posed.beyond(values, relaxed.cost)
        gap = int(beyond * DUALS_SCALE)
        reduced = self._open(self.posed.reduced(relaxed.duals))
        if exactly:
            limit = np.full(len(self.offers.places), gap)
            try:
                near = groups_within(self.offers, reduced, limit, tuning.STUDY_MOST_LISTED)
            except TooManyGroups:
                return None
        else:
            near = among.take(reduced_costs(reduced, among) <= gap)
        self.posed.add(near)
        values, final = self.posed.whole(relaxed, beyond, self.seconds)
        return values if final else None

    def _legal(self, groups: Groups | None) -> Best | None:
        """Return a plan if it keeps every row and every demand of the question."""
        if groups is None:
            return None
        kept = all(one.lower <= int(one.load(groups).sum()) <= one.upper for one in self.question.demands)
        missed, _ = self.stage.missed(groups)
        reached = tuple((measure, measured(measure, groups, missed)) for measure, _ in self.stage.reached)
        legal = kept and not replace(self.stage, reached=reached).broken(groups).any()
        costs = {measure.aim: cost for measure, cost in reached}
        return Best(groups, measured(self.stage.cost, groups, missed), costs) if legal else None
