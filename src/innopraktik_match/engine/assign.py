"""Where no visit rule speaks, only numbers count: one variable an option instead of one a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.highs import Mip, add_columns, quiet_highs
from innopraktik_match.engine.master import add_misses
from innopraktik_match.engine.rows import sparse
from innopraktik_match.rules import VISIT_RULES
from innopraktik_match.visits import FAR, Groups, Reduced

if TYPE_CHECKING:
    from innopraktik_match.columns import Columns
    from innopraktik_match.engine.aims import Measure, Stage
    from innopraktik_match.engine.control import Control
    from innopraktik_match.measures import Flags, Index, Ints


def plain(c: Columns, stage: Stage) -> bool:
    """Whether a visit is no more than its members: no visit rule is on, and nobody travels in a group."""
    rules = [rule for rule in VISIT_RULES if not rule.by_construction]
    return stage.offers.members.shape[1] == 1 and not any(getattr(c.rules, rule.id).on for rule in rules)


def options_within(c: Columns, stage: Stage, reduced: Reduced, within: Ints) -> Flags:
    """Return the options [K] that can be in a visit of reduced cost at most `within` [P].

    The others in such a visit cost at least (max - 1) x the place's least option where that is below 0,
    and (min - 1) x it where it is not.
    """
    f = stage.offers
    if not len(f):
        return np.zeros(0, dtype=bool)
    host = f.places.host
    lowest = np.minimum.reduceat(np.minimum(reduced.option, FAR // 8), f.start[:-1])
    others = lowest * (np.where(lowest < 0, c.host_max[host], c.host_min[host]) - 1)
    room = within - reduced.place - others
    return np.asarray((reduced.option < FAR) & (reduced.option <= room[f.place]))


def assign(c: Columns, stage: Stage, near: Flags, control: Control) -> tuple[Groups | None, bool, str]:
    """Choose among the near options; return (plan or None, whether nothing costs less, solver)."""
    option = np.flatnonzero(near)
    place, at = np.unique(stage.offers.place[option], return_inverse=True)
    host = stage.offers.places.host[place]
    n, m = len(option), len(place)
    closing = np.flatnonzero(c.host_min[host][at] > 1)  # tighter: who comes needs the visit to be
    highs = quiet_highs()
    misses = add_misses(highs, stage)
    first = len(stage.lower)
    links = 2 * m + len(closing)
    lower = np.concatenate([np.full(m, -highs.inf), np.zeros(m), np.full(len(closing), -highs.inf)])
    upper = np.concatenate([np.zeros(m), np.full(m, highs.inf), np.zeros(len(closing))])
    none = np.zeros(0, dtype=np.int32)
    highs.addRows(links, lower, upper, 0, np.zeros(links, dtype=np.int32), none, np.zeros(0))
    here, there = np.arange(n), np.arange(m)
    tight = first + 2 * m + np.arange(len(closing))
    one = np.ones(n, dtype=np.int64)
    for items, loads, counted, ours in (
        (option, stage.rows.by_option, "option",
         [(here, first + at, one), (here, first + m + at, one), (closing, tight, one[closing])]),
        (place, stage.rows.by_place, "place",
         [(there, first + there, -c.host_max[host]), (there, first + m + there, -c.host_min[host]),
          (at[closing], tight, -one[closing])]),
    ):  # fmt: skip
        entries = [loads.entries(items), *ours]
        base = len(stage.rows.lower)
        for number, (measure, _) in enumerate(stage.reached):
            counts = _of(measure, counted, items)
            entries.append((np.arange(len(items)), np.full(len(items), base + number), counts))
        gathered = sparse(len(items), *(np.concatenate(part) for part in zip(*entries, strict=True)))
        most = np.ones(n) if counted == "option" else c.host_visits[host].astype(float)
        cost = _of(stage.cost, counted, items)
        add_columns(highs, cost, most, gathered.start, gathered.row, gathered.load)
    mip = Mip(highs, np.arange(misses, misses + n + m), control.left)
    values, final = control.wait(mip.solve, mip.stop)
    if values is None:
        return None, final, mip.name
    visits = np.rint(values[misses + n :]).astype(np.int64)
    return _seated(c, place, visits, at, option, values[misses : misses + n] > 0.5), final, mip.name


def _of(measure: Measure, counted: str, items: Index) -> Ints:
    """Return what the measure counts for some options or places."""
    counts: Ints | None = getattr(measure, counted)
    return np.zeros(len(items), dtype=np.int64) if counts is None else counts[items]


def _seated(c: Columns, place: Index, visits: Ints, at: Ints, option: Ints, comes: Flags) -> Groups:
    """Share those who come to a place among its visits, as evenly as can be."""
    width = int(c.host_max.max(initial=1))
    seats, where = [], []
    for p in np.flatnonzero(visits):
        members = option[comes & (at == p)]
        for members_of_one in np.array_split(members, visits[p]) if len(members) else []:
            seats.append(np.append(members_of_one, np.full(width - len(members_of_one), -1)))
            where.append(place[p])
    none = np.zeros(len(where), dtype=np.int64)
    options = np.array(seats, dtype=np.int64).reshape(-1, width)
    return Groups(np.array(where, dtype=np.int32), options, none, none)
