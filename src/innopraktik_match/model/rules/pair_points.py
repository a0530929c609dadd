"""pair_points: a coordinator's own points for named pairs."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Index, Options, Verdict


def pair_points(c: Columns, o: Options) -> Verdict:
    """The coordinator's own points for named pairs count."""
    rule = c.rules.pair_points
    given = c.pair_points.get(o.intern, o.host, -1)
    listed = given >= 0
    unlisted = 0 if rule.unlisted == "forbid" else rule.unlisted
    forbid = _forbids(c)
    return Verdict(
        np.maximum(given, 0),
        points=np.where(listed, given, unlisted),
        limit=np.where(listed, NO_LIMIT, -1) if forbid else None,
    )


def given_pairs(c: Columns) -> tuple[Index, Index] | None:
    """Return the listed pairs (interns, hosts) where no other may meet."""
    return c.pair_points.split() if _forbids(c) else None


def _forbids(c: Columns) -> bool:
    rule = c.rules.pair_points
    return rule.hard or rule.unlisted == "forbid"
