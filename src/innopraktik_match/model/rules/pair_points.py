"""pair_points: a coordinator's own points for named pairs."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Index, Options, Verdict


def pair_points(columns: Columns, o: Options) -> Verdict:
    """The coordinator's own points for named pairs count."""
    rule = columns.rules.pair_points
    given = columns.pair_points.get(o.intern, o.host, -1)
    listed = given >= 0
    unlisted = 0 if rule.unlisted == "forbid" else rule.unlisted
    forbid = _forbids(columns)
    return Verdict(
        np.maximum(given, 0),
        points=np.where(listed, given, unlisted),
        limit=np.where(listed, NO_LIMIT, -1) if forbid else None,
    )


def given_pairs(columns: Columns) -> tuple[Index, Index] | None:
    """Return the listed pairs (interns, hosts) where no other may meet."""
    return columns.pair_points.split() if _forbids(columns) else None


def _forbids(columns: Columns) -> bool:
    rule = columns.rules.pair_points
    return rule.hard or rule.unlisted == "forbid"
