"""Every option at every visit that its host can have then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model.options import build_options

if TYPE_CHECKING:
    from benchmarks.linear import Ints
    from innopraktik_match.model.columns import Columns


@dataclass(frozen=True)
class Seats:
    """A row for each option at each visit that its host can have then.

    Attributes
    ----------
    intern, host, slot, points : array [K]
    visit : array [K]
        Number of the visit: a host, a slot, and which of several in that slot.
    visit_host, visit_slot : array [V]
    again : array [V]
        Whether a visit is one more at the host and slot of the visit before it.
    """

    intern: Ints
    host: Ints
    slot: Ints
    points: Ints
    visit: Ints
    visit_host: Ints
    visit_slot: Ints
    again: Ints


def slot(c: Columns, number: int) -> dict[str, str | int | None]:
    """Return week and days of a slot, None where the round says nothing."""
    week, days = int(c.slot_week[number]), int(c.slot_days[number])
    return {"week": c.weeks[week] if week >= 0 else None, "days": days or None}


def build_seats(c: Columns) -> Seats:
    """Return the options at each visit that can be: several in one slot only where there are no weeks."""
    o = build_options(c)
    _, first, place = np.unique(
        o.host.astype(np.int64) * len(c.slot_week) + o.slot, return_index=True, return_inverse=True
    )
    host = o.host[first].astype(np.int64)
    most = np.ones_like(host) if c.weeks else np.minimum(c.host_visits[host], np.bincount(place))
    start = np.cumsum(most) - most
    of = np.repeat(np.arange(len(o)), most[place])
    copy = np.arange(len(of)) - np.repeat(np.cumsum(most[place]) - most[place], most[place])
    again = np.ones(int(most.sum()), dtype=bool)
    again[start] = False
    return Seats(
        intern=o.intern[of].astype(np.int64),
        host=o.host[of].astype(np.int64),
        slot=o.slot[of].astype(np.int64),
        points=o.points[of],
        visit=start[place[of]] + copy,
        visit_host=np.repeat(host, most),
        visit_slot=np.repeat(o.slot[first].astype(np.int64), most),
        again=again,
    )
