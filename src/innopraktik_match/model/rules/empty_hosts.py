"""empty_hosts: every host gets a visit."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Options, Places


def empty_hosts(c: Columns, o: Options, p: Places) -> Bounds:
    """Every host gets a visit."""
    rule = c.rules.empty_hosts
    n = len(c.hosts)
    return Bounds(
        key=lambda r: (c.hosts[r].id,),
        lower=np.ones(n, dtype=np.int64),
        upper=np.full(n, NO_LIMIT),
        place=np.arange(len(p)),
        place_row=p.host.astype(np.int64),
        place_load=np.ones(len(p), dtype=np.int64),
        points=None if rule.hard else rule.points,
    )
