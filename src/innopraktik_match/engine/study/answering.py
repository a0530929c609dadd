"""The best plan under a question: visits are added until none improves, and listed until none is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.aims import measured
from innopraktik_match.engine.study import tuning
from innopraktik_match.engine.study.near import floor, together
from innopraktik_match.engine.study.program import DUALS_SCALE, improving
from innopraktik_match.model.groups import FAR, Reduced, reduced_costs
from innopraktik_match.model.growth import TooManyGroups, groups_within
from innopraktik_match.model.least import least_groups
from innopraktik_match.model.tuning import INTEGRAL_WITHIN

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
        within = min(most, tuning.WITHIN * scale)
        relaxed: Relaxed | None = None
        found, lacking = None, False
        while True:
            among, complete = self._listed(within, forced)
            before, relaxed = relaxed, self._relaxed(among)
            if relaxed is None or relaxed is not before or self.posed.fractional(relaxed.values):
                lacking = relaxed is not None and self.posed.lacks(relaxed.values)
                found = None if lacking else self._legal(self._chosen(among, relaxed))
            met = found is not None and found.costs == self.costs
            needed = scale * found.cost - self.bound - forced if found is not None and met else FAR
            if needed <= within and complete:
                return found
            if within == most or not complete or lacking or (found is not None and not met):
                return self._legal(self._chosen(None, self._relaxed_over_all(among)))
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
        """Return the visits that a plan so far above the bound can have, and whether those are all.

        The nearest with those who must meet are in the program from now on.
        """
        stage, question = self.standing.last.stage, self.question
        parts = [self.standing.near.holding(some, within + forced) for some in question.holding()]
        held = [part for part in parts if part is not None]
        for part in held:
            nearest = question.open(stage.offers, part.take(slice(tuning.HELD)))
            self.posed.add(self.posed.lacking(nearest))
        among = together([self.standing.near.upto(within), *held])
        complete = len(held) == len(parts) and not question.widens(stage.offers)
        return question.open(stage.offers, among), complete

    def _chosen(self, among: Groups | None, relaxed: Relaxed | None) -> Groups | None:
        """Return the cheapest choice among some visits, or of all; None where something must be missed."""
        if relaxed is None:
            return None
        values: Floats | None = relaxed.values
        if self.posed.fractional(relaxed.values):
            values = self._whole(among, relaxed)
        if values is None or self.posed.short(values) > INTEGRAL_WITHIN:
            return None
        return self.posed.chosen(values)

    def _relaxed(self, among: Groups) -> Relaxed | None:
        """Return the optimum of the relaxation over all of some visits, adding those that improve it."""
        while (relaxed := self.posed.solve()) is not None:
            better = improving(self.posed.reduced(relaxed.duals), among, tuning.ADDED)
            if not len(better):
                return relaxed
            self.posed.add(among.take(better))
        return None

    def _relaxed_over_all(self, among: Groups) -> Relaxed | None:
        """Return the optimum of the relaxation over all visits that there are."""
        relaxed = self._relaxed(among)
        while relaxed is not None and len(better := self._improving(relaxed)):
            self.posed.add(better)
            relaxed = self._relaxed(among)
        return relaxed

    def _improving(self, relaxed: Relaxed) -> Groups:
        """Return visits that improve the relaxation, of all that there are: the most, or one of each host."""
        reduced = self._open(self.posed.reduced(relaxed.duals))
        limit = -int(np.ceil(DUALS_SCALE * tuning.ZERO))
        try:
            at_most = np.full(len(self.offers.places), limit)
            found = groups_within(self.offers, reduced, at_most, 20 * tuning.ADDED)
            return found.take(np.sort(np.argsort(found.reduced, kind="stable")[: tuning.ADDED]))
        except TooManyGroups:
            found = least_groups(self.offers, reduced)
            return found.take(found.reduced <= limit)

    def _open(self, reduced: Reduced) -> Reduced:
        """Return reduced costs with the options left out that the question closes."""
        if self.question.closed is None:
            return reduced
        return replace(reduced, option=np.where(self.question.closed, FAR, reduced.option))

    def _whole(self, among: Groups | None, relaxed: Relaxed) -> Floats | None:
        """Return the cheapest whole solution among some visits, or of all.

        Of those near the duals first, and if it costs more than that, of all within what it costs more.
        """
        width = float(tuning.NEAR_BY * self.posed.program.weight)
        while True:
            near = self._near(among, relaxed, width)
            if near is not None:
                self.posed.add(self.posed.lacking(near))
            values, final = self.posed.whole(relaxed, width, self.seconds)
            beyond = np.inf if values is None else self.posed.beyond(values, relaxed.cost)
            if near is not None and beyond <= width:
                return values if final else None
            if not np.isfinite(beyond) or (near is None and beyond >= width):
                return None
            width = beyond

    def _near(self, among: Groups | None, relaxed: Relaxed, width: float) -> Groups | None:
        """Return the visits so near to the duals, of some or of all; None if too many."""
        reduced, most = self._open(self.posed.reduced(relaxed.duals)), int(width * DUALS_SCALE)
        if among is not None:
            return among.take(reduced_costs(reduced, among) <= most)
        try:
            limit = np.full(len(self.offers.places), most)
            return groups_within(self.offers, reduced, limit, tuning.MOST_LISTED)
        except TooManyGroups:
            return None

    def _legal(self, groups: Groups | None) -> Best | None:
        """Return a plan if it keeps every row and every demand of the question."""
        if groups is None:
            return None
        kept = all(one.lower <= int(one.load(groups).sum()) <= one.upper for one in self.question.demands)
        missed, broken = self.stage.judged(groups)
        legal = kept and not broken[: len(self.stage.rows.lower)].any()
        costs = {measure.aim: measured(measure, groups, missed) for measure, _ in self.stage.reached}
        return Best(groups, measured(self.stage.cost, groups, missed), costs) if legal else None
