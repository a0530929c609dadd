"""lock: agreed visits stay."""

import numpy as np

from innopraktik_match.domain.round import Lock
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Flags, Options, Places


def lock(columns: Columns, o: Options, p: Places) -> Bounds:
    """Agreed visits stay: one visit of the pair, in the week and length that the lock names."""
    matching = [np.flatnonzero(_agrees(columns, o, agreed)) for agreed in columns.locks]
    rows = np.repeat(np.arange(len(matching)), [len(options) for options in matching])
    options = np.concatenate([*matching, np.zeros(0, dtype=np.int64)])
    return Bounds(
        key=lambda r: lock_key(columns.locks[r]),
        lower=np.ones(len(matching), dtype=np.int64),
        upper=np.full(len(matching), NO_LIMIT),
        option=options,
        option_row=rows,
        option_load=np.ones(len(options), dtype=np.int64),
    )


def lock_key(agreed: Lock) -> tuple[str, ...]:
    """Return the words that name the row of one lock."""
    return agreed.intern, agreed.host, agreed.week or "", str(agreed.days or "")


def _agrees(columns: Columns, o: Options, agreed: Lock) -> Flags:
    intern = next(n for n, person in enumerate(columns.interns) if person.id == agreed.intern)
    host = next(n for n, place in enumerate(columns.hosts) if place.id == agreed.host)
    same = (o.intern == intern) & (o.host == host)
    if agreed.week and columns.weeks:
        same &= columns.slot_week[o.slot] == columns.weeks.index(agreed.week)
    if agreed.days:
        same &= columns.slot_days[o.slot] == agreed.days
    return np.asarray(same)
