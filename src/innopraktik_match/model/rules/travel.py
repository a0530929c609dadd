"""travel: nobody farther than they said; shorter is better."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def travel(columns: Columns, o: Options) -> Verdict:
    """Nobody travels farther than they said; shorter is better.

    Kilometres as the travel table says, else between the seats of the two municipalities.
    """
    rule = columns.rules.travel
    km = columns.km[columns.intern_town[o.intern], columns.host_town[o.host]]
    points = np.rint(rule.points_per_km * km).astype(np.int64)
    return Verdict(km, points=points, limit=columns.intern_max_km[o.intern] if rule.hard else None)
