"""empty_hosts: every host gets a visit."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Options, Places


def empty_hosts(columns: Columns, o: Options, p: Places) -> Bounds:
    """Every host gets a visit."""
    rule = columns.rules.empty_hosts
    n = len(columns.hosts)
    return Bounds(
        key=lambda r: (columns.hosts[r].id,),
        lower=np.ones(n, dtype=np.int64),
        upper=np.full(n, NO_LIMIT),
        place=np.arange(len(p)),
        place_row=p.host.astype(np.int64),
        place_load=np.ones(len(p), dtype=np.int64),
        points=None if rule.hard else rule.points,
    )
