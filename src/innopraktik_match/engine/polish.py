"""A better plan out of a good one: keep most of its visits, and choose the rest again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.choose import choose
from innopraktik_match.visits import Groups, TooManyGroups, groups_within, joined

if TYPE_CHECKING:
    from innopraktik_match.columns import Columns
    from innopraktik_match.engine.aims import Stage
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.prices import Priced

MOST_AMONG = 6_000
PATIENT = 5.0


def rechosen(
    c: Columns, stage: Stage, kept: Groups, rest: Groups | None, priced: Priced, within: int, control: Control
) -> Groups | None:
    """Return the kept visits with the best others that the prices leave; None if nothing was found.

    Parameters
    ----------
    kept : Groups
        Visits that take place.
    rest : Groups or None
        The other visits of a plan at hand, if there is one.
    within : int
        How far from the prices a visit may be.
    """
    left = stage.given(kept)
    among = _near(c, left, priced, within)
    chosen, *_ = choose(left, among, rest, control, PATIENT)
    return None if chosen is None else joined([kept, chosen], kept.options.shape[1])


def _near(c: Columns, stage: Stage, priced: Priced, within: int) -> Groups:
    """Return the open visits nearest to the prices, not too many of them."""
    reduced = stage.reduced(priced.price, priced.scale)
    found = Groups(np.zeros(0, np.int32), np.zeros((0, 1), np.int64), *([np.zeros(0, np.int64)] * 2))
    width = priced.scale
    while True:
        try:
            found = groups_within(
                c, stage.offers, reduced, priced.limit(stage, min(width, within)), MOST_AMONG
            )
        except TooManyGroups:
            return found
        if width >= within:
            return found
        width *= 2
