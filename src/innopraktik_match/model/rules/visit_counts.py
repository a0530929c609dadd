"""intern_visits and host_visits: at most so many, never two at once."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Options, Places


def intern_visits(c: Columns, o: Options, p: Places) -> Bounds:
    """An intern makes at most the wished visits, never two at once or at one host."""
    n = len(c.interns)
    several = c.intern_visits > 1
    option, row = [np.arange(len(o))], [o.intern.astype(np.int64)]
    keys: list[tuple[str, ...]] = []
    for week in range(c.round_weeks):
        busy = np.flatnonzero(several[o.intern] & c.takes_up[o.slot, week])
        names, at = np.unique(o.intern[busy], return_inverse=True)
        option.append(busy)
        row.append(n + len(keys) + at)
        keys += [(c.interns[i].id, "week", c.weeks[week]) for i in names]
    twice = np.flatnonzero(several[o.intern] & (c.host_visits[o.host] > 1))
    pairs, at = np.unique(
        o.intern[twice].astype(np.int64) * len(c.hosts) + o.host[twice], return_inverse=True
    )
    option.append(twice)
    row.append(n + len(keys) + at)
    keys += [
        (c.interns[i].id, "host", c.hosts[h].id)
        for i, h in zip(*divmod(pairs, len(c.hosts) or 1), strict=True)
    ]
    upper = np.concatenate([c.intern_visits, np.ones(len(keys), dtype=np.int64)])
    entries = np.concatenate(option)
    return Bounds(
        key=lambda r: (c.interns[r].id,) if r < n else keys[r - n],
        lower=np.full(len(upper), -NO_LIMIT),
        upper=upper,
        option=entries,
        option_row=np.concatenate(row),
        option_load=np.ones(len(entries), dtype=np.int64),
    )


def host_visits(c: Columns, o: Options, p: Places) -> Bounds:
    """A host receives at most the visits it offers, in different weeks."""
    n = len(c.hosts)
    place, row = [np.arange(len(p))], [p.host.astype(np.int64)]
    keys: list[tuple[str, ...]] = []
    for week in range(c.round_weeks):
        busy = np.flatnonzero((c.host_visits[p.host] > 1) & c.takes_up[p.slot, week])
        names, at = np.unique(p.host[busy], return_inverse=True)
        place.append(busy)
        row.append(n + len(keys) + at)
        keys += [(c.hosts[h].id, "week", c.weeks[week]) for h in names]
    upper = np.concatenate([c.host_visits, np.ones(len(keys), dtype=np.int64)])
    entries = np.concatenate(place)
    return Bounds(
        key=lambda r: (c.hosts[r].id,) if r < n else keys[r - n],
        lower=np.full(len(upper), -NO_LIMIT),
        upper=upper,
        place=entries,
        place_row=np.concatenate(row),
        place_load=np.ones(len(entries), dtype=np.int64),
    )
