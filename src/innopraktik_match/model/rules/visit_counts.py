"""intern_visits and host_visits: at most so many, never two at once."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Options, Places


def intern_visits(columns: Columns, o: Options, p: Places) -> Bounds:
    """An intern makes at most the number of visits wished, and never two at once or at the same host."""
    n = len(columns.interns)
    several = columns.intern_visits > 1
    option, row = [np.arange(len(o))], [o.intern.astype(np.int64)]
    keys: list[tuple[str, ...]] = []
    for week in range(columns.round_weeks):
        busy = np.flatnonzero(several[o.intern] & columns.takes_up[o.slot, week])
        names, at = np.unique(o.intern[busy], return_inverse=True)
        option.append(busy)
        row.append(n + len(keys) + at)
        keys += [(columns.interns[i].id, "week", columns.weeks[week]) for i in names]
    twice = np.flatnonzero(several[o.intern] & (columns.host_visits[o.host] > 1))
    pairs, at = np.unique(
        o.intern[twice].astype(np.int64) * len(columns.hosts) + o.host[twice], return_inverse=True
    )
    option.append(twice)
    row.append(n + len(keys) + at)
    keys += [
        (columns.interns[i].id, "host", columns.hosts[h].id)
        for i, h in zip(*divmod(pairs, len(columns.hosts) or 1), strict=True)
    ]
    ones = np.ones(len(keys), dtype=np.int64)
    upper = np.concatenate([columns.intern_visits, ones])
    wished = np.array([person.visits for person in columns.interns], dtype=np.int64)
    entries = np.concatenate(option)
    return Bounds(
        key=lambda r: (columns.interns[r].id,) if r < n else keys[r - n],
        lower=np.full(len(upper), -NO_LIMIT),
        upper=upper,
        option=entries,
        option_row=np.concatenate(row),
        option_load=np.ones(len(entries), dtype=np.int64),
        given=np.concatenate([wished, ones]) if len(columns.decided) else None,
    )


def host_visits(columns: Columns, o: Options, p: Places) -> Bounds:
    """A host receives at most the number of visits it offers, and in different weeks."""
    n = len(columns.hosts)
    place, row = [np.arange(len(p))], [p.host.astype(np.int64)]
    keys: list[tuple[str, ...]] = []
    for week in range(columns.round_weeks):
        busy = np.flatnonzero((columns.host_visits[p.host] > 1) & columns.takes_up[p.slot, week])
        names, at = np.unique(p.host[busy], return_inverse=True)
        place.append(busy)
        row.append(n + len(keys) + at)
        keys += [(columns.hosts[h].id, "week", columns.weeks[week]) for h in names]
    ones = np.ones(len(keys), dtype=np.int64)
    upper = np.concatenate([columns.host_visits, ones])
    offered = np.array([host.visits for host in columns.hosts], dtype=np.int64)
    entries = np.concatenate(place)
    return Bounds(
        key=lambda r: (columns.hosts[r].id,) if r < n else keys[r - n],
        lower=np.full(len(upper), -NO_LIMIT),
        upper=upper,
        place=entries,
        place_row=np.concatenate(row),
        place_load=np.ones(len(entries), dtype=np.int64),
        given=np.concatenate([offered, ones]) if len(columns.decided) else None,
    )
