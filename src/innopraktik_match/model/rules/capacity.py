"""capacity: none, or from the host's min to its max in one visit."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Verdict, Visits


def capacity(columns: Columns, v: Visits) -> Verdict:
    """A host takes either nobody or between its minimum and maximum."""
    short, over = columns.host_min[v.host] - v.size, v.size - columns.host_max[v.host]
    return Verdict(np.maximum(0, np.maximum(short, over)), limit=0)
