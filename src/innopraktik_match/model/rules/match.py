"""match: the columns of your own fit."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Options, Verdict


def match(columns: Columns, o: Options) -> Verdict:
    """Intern and host fit by the columns of your own.

    The amount counts the criteria that do not fit; the soft ones among them are its limit, so that one hard
    misfit is one too many.
    """
    misfits = ((one.misfits(o.intern, o.host).astype(np.int64), one) for one in columns.criteria)
    return Verdict.of_criteria(len(o), ((off, one.points, one.hard) for off, one in misfits))
