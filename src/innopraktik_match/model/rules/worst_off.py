"""worst_off: the worst-served intern counts."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Options, Places


def worst_off(columns: Columns, o: Options, p: Places) -> Bounds:
    """The worst-served intern gets as few points as possible: the dearest option in the plan counts."""
    pair = o.intern.astype(np.int64) * len(columns.hosts) + o.host
    pairs, row = np.unique(pair, return_inverse=True)
    return Bounds(
        key=lambda r: (
            columns.interns[pairs[r] // len(columns.hosts)].id,
            columns.hosts[pairs[r] % len(columns.hosts)].id,
        ),
        lower=np.full(len(pairs), -NO_LIMIT),
        upper=np.zeros(len(pairs), dtype=np.int64),
        option=np.arange(len(o)),
        option_row=row.astype(np.int64),
        option_load=o.points,
        points=columns.rules.worst_off.points,
        peak=True,
    )
