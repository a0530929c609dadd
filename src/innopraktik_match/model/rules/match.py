"""match: the columns of your own fit."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def match(columns: Columns, o: Options) -> Verdict:
    """Intern and host fit by the columns of your own.

    The amount counts the criteria that do not fit; the soft ones among them are its limit, so that one hard
    misfit is one too many.
    """
    soft, hard, points = (np.zeros(len(o), dtype=np.int64) for _ in range(3))
    for one in columns.criteria:
        off = one.misfits(o.intern, o.host).astype(np.int64)
        points += one.points * off
        if one.hard:
            hard += off
        else:
            soft += off
    forbids = any(one.hard for one in columns.criteria)
    return Verdict(soft + hard, points=points, limit=soft if forbids else None)
