"""cross_sector: another sector than one's own."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def cross_sector(columns: Columns, o: Options) -> Verdict:
    """The intern goes to another sector than their own."""
    mine = columns.intern_sector[o.intern]
    same = ((mine >= 0) & (mine == columns.host_sector[o.host])).astype(np.int64)
    rule = columns.rules.cross_sector
    return Verdict(same, points=rule.points * same, limit=0 if rule.hard else None)
