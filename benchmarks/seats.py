"""Every option at every visit that its host can have then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks.decided import away_and_visited
from innopraktik_match.model.options import build_options

if TYPE_CHECKING:
    from benchmarks.linear import Ints
    from innopraktik_match.domain.rulebook.settings import Changes
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


class Planned(NamedTuple):
    """The seats of a visit that was planned before: at its host, and in its slot there.

    `told` says whether somebody has said yes to it, `standing` whether it can still be kept: the host is
    there, and the pair is not banned.
    """

    at_host: Ints
    in_slot: Ints
    told: bool
    standing: bool

    def rows(self, rule: Changes) -> tuple[tuple[Ints, int], tuple[Ints, int]]:
        """Return the seats that keep the host, and the slot, with what it counts if none is taken."""
        moved = rule.moved_told if self.told else rule.moved
        return (self.at_host, moved - rule.rescheduled), (self.in_slot, rule.rescheduled)


def build_planned(c: Columns, s: Seats) -> list[Planned]:
    """Return the seats of each visit that was planned before."""
    interns, hosts = [person.id for person in c.interns], [host.id for host in c.hosts]
    found = []
    for before in c.before:
        there = before.host in hosts
        pair = np.array([interns.index(before.intern)]), np.array([hosts.index(before.host) if there else -1])
        at_host = np.flatnonzero((s.intern == pair[0]) & (s.host == pair[1]))
        when = s.slot[at_host]
        same = np.ones(len(at_host), dtype=bool)
        if before.week and c.weeks:
            same &= np.array([week == before.week for week in c.weeks])[c.slot_week[when]]
        if before.days and c.slot_days.any():
            same &= c.slot_days[when] == before.days
        standing = there and not c.banned.get(*pair, 0)[0]
        told = before.status in ("boss_ok", "host_ok", "agreed")
        found.append(Planned(at_host, at_host[same], told, standing))
    return found


def shared_weeks(c: Columns, s: Seats) -> list[tuple[Ints, Ints, bool]]:
    """Return for each contact and week the own seats, the visits to the host, whether both are decided."""
    return [
        (
            np.flatnonzero((s.intern == intern) & c.takes_up[s.slot, week]),
            np.flatnonzero((s.visit_host == host) & c.takes_up[s.visit_slot, week]),
            away_and_visited(c, intern, host, week),
        )
        for intern, host in zip(c.contact_intern, c.contact_host, strict=True)
        for week in range(c.round_weeks)
    ]
