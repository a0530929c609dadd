"""The proof of a plan that is known: the search without a first plan of its own, and without lots."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.plans.finish import improve
from innopraktik_match.engine.search import Search
from innopraktik_match.engine.stages.blend import blend
from innopraktik_match.engine.stages.scaling import finest_scale

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.plans.finish import Outcome
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.engine.write_up import Found
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.options import Offers


class Proving(Search):
    """A search whose plan is given and stays; what it finds are prices and bounds.

    Parameters
    ----------
    round : Round
    offers : Offers
    control : Control
    groups : Groups
        The plan.
    """

    def __init__(self, round: Round, offers: Offers, control: Control, groups: Groups) -> None:
        super().__init__(offers, round.aims, round.policy.seed, control, 0.0)
        self.given = groups

    def found(self) -> Found:
        """Return the given plan with everything that is known about it."""
        return replace(super().found(), groups=self.given, draw=self._draw(self.given))

    def _first_plan(self) -> None:
        stage, self.weights = blend(self.offers, self.rows, self.measures)
        self.plan.take(self.given)
        given = self.plan.rows
        stage = replace(stage, scale=finest_scale(self.offers, self.rows, [stage.cost], self.most_visits))
        _, priced = improve(stage, self.plan, self.control)
        self.plan.rows = given
        self.blended = priced.price.astype(np.float64) * (self.scale / stage.scale)

    def _lottery(self, stage: Stage, last: Stage | None = None, outcome: Outcome | None = None) -> None:
        """Draw no lots: the plan is given."""
