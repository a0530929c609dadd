"""together: a group comes to the same visit."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Verdict, Visits


def together(columns: Columns, v: Visits) -> Verdict:
    """A group that signed up together comes to the same visit."""
    size = (
        np.bincount(columns.unit, minlength=len(columns.unit))
        if len(columns.unit)
        else np.zeros(1, dtype=int)
    )
    here = v.members >= 0
    units = np.where(here, columns.unit[v.members], -1)
    missing = np.zeros(len(units), dtype=np.int64)
    for b in range(units.shape[1]):
        first = here[:, b] & ~np.any(units[:, :b] == units[:, b : b + 1], axis=1)
        come = np.sum(units == units[:, b : b + 1], axis=1)
        missing += np.where(first, size[units[:, b]] - come, 0)
    return Verdict(missing, limit=0)
