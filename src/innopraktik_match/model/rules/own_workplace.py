"""own_workplace: nobody visits their own workplace."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def own_workplace(columns: Columns, o: Options) -> Verdict:
    """Nobody visits their own workplace."""
    mine = columns.intern_workplace[o.intern]
    same = ((mine >= 0) & (mine == columns.host_workplace[o.host])).astype(np.int64)
    rule = columns.rules.own_workplace
    return Verdict(same, points=rule.points * same, limit=0 if rule.hard else None)
