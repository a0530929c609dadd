"""dates: the visit starts in a week that suits both."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def dates(columns: Columns, o: Options) -> Verdict:
    """The visit starts in a week that suits both."""
    if not columns.weeks:
        return Verdict(np.zeros(len(o), dtype=np.int64), limit=0)
    week = columns.slot_week[o.slot]
    has = columns.intern_weeks[o.intern, week].astype(np.int64) + columns.host_weeks[o.host, week]
    return Verdict(2 - has, limit=0)
