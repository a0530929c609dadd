"""Plans that commands start from: the rows as people have changed them, and what the plan was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import innopraktik_match as im

if TYPE_CHECKING:
    from pathlib import Path

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round

OF_THE_WHOLE = ("replanned", "proof", "sha256", "unplaced", "unused_hosts")
"""What the rows of a workbook do not say of its plan."""


class EarlierPlan:
    """A plan in a file; `named` is the plan before it is known whom its words mean."""

    def __init__(self, path: Path) -> None:
        from innopraktik_match.report.edits import plan_within

        self.path = path
        self._whole = plan_within(path)
        self.named = self.read(im.Round())

    def read(self, round: Round) -> Plan:
        """Return the plan for a round; of a workbook of ours the rows, and what it was made from."""
        plan = im.read_plan(self.path, round, earlier=True)
        if self._whole is None:
            return plan
        if _seats(plan) == _seats(self._whole):
            return self._whole
        return plan.model_copy(update={name: getattr(self._whole, name) for name in OF_THE_WHOLE})


def _seats(plan: Plan) -> set[tuple[object, ...]]:
    return {
        (visit.host, visit.week, visit.days, one, visit.status_of(one), len(visit.interns))
        for visit in plan.visits
        for one in visit.interns
    }
