"""capacity: none, or from the host's min to its max in one visit."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Ints, Verdict, Visits


def capacity(columns: Columns, v: Visits) -> Verdict:
    """A host takes either nobody or between its minimum and maximum."""
    amount = _outside(columns.host_min[v.host], v.size, columns.host_max[v.host])
    if not len(columns.decided):
        return Verdict(amount, limit=0)
    own = np.array([(host.min, host.max) for host in columns.hosts], dtype=np.int64)[v.host]
    outside = _outside(own[:, 0], v.size, own[:, 1])
    decided = (outside > 0) & (amount == 0)
    return Verdict(outside, limit=np.where(decided, outside, 0), accepted=decided)


def _outside(least: Ints, size: Ints, most: Ints) -> Ints:
    """Return how many are missing, or too many."""
    return np.asarray(np.maximum(0, np.maximum(least - size, size - most)))
