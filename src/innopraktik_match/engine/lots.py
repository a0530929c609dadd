"""The lottery: lots for every option and place, drawn only where they are asked for."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.aims import Measure

if TYPE_CHECKING:
    from innopraktik_match.columns import Columns
    from innopraktik_match.engine.rows import Rows
    from innopraktik_match.measures import Flags, Index, Ints
    from innopraktik_match.options import Offers
    from innopraktik_match.visits import Groups

OPTION_BITS, PLACE_BITS = 20, 10


def lottery(c: Columns, f: Offers, rows: Rows, seed: int, among: Groups | None = None) -> Measure:
    """Return the draw: lots for options; early weeks, long visits and lots for places.

    The draws are those of docs/model.md; a unit's draw is the sum of its members'.

    Parameters
    ----------
    among : Groups, optional
        Only what is in these visits is drawn, the rest counts 0: drawing for all takes its time.
    """
    wanted, places = np.ones(len(f), dtype=bool), np.arange(len(f.places))
    if among is not None:
        wanted[:] = False
        wanted[among.options[among.options >= 0]] = True
        places = np.unique(among.place)
    return Measure(
        aim="lottery",
        option=_of_options(c, f, seed, wanted),
        place=_of_places(c, f, seed, places),
        visit_weight=0,
        miss=np.zeros(len(rows.miss_points), dtype=np.int64),
    )


def longest(c: Columns, f: Offers) -> int:
    """Return what no lot of an option and its place together exceeds."""
    return (int(f.members.shape[1]) << OPTION_BITS) + ((len(c.slot_week) + 1) << PLACE_BITS)


def _of_options(c: Columns, f: Offers, seed: int, wanted: Flags) -> Ints:
    """Return the lots [K]: one a pair, and one a slot where the host has several visits."""
    o = f.options
    at = np.flatnonzero(wanted[f.of])
    intern, host = o.intern[at].astype(np.int64), o.host[at]
    slot_of = np.where(c.host_visits[host] > 1, o.slot[at].astype(np.int64), -1)
    drawn = (intern * len(c.hosts) + host) * (len(c.slot_week) + 1) + slot_of + 1
    _, first, of = np.unique(drawn, return_index=True, return_inverse=True)
    ids = zip(intern[first].tolist(), host[first].tolist(), slot_of[first].tolist(), strict=True)
    names = (
        f"{seed}|{c.interns[i].id}|{c.hosts[h].id}" + (f"|{_slot(c, s)}" if s >= 0 else "") for i, h, s in ids
    )
    lots = np.array([_lot(name, OPTION_BITS) for name in names], dtype=np.int64)
    option = np.zeros(len(f), dtype=np.int64)
    if len(at):
        np.add.at(option, f.of[at], lots[of])
    return option


def _of_places(c: Columns, f: Offers, seed: int, places: Index) -> Ints:
    """Return the lots [P]: first by week, then by length, then drawn."""
    slots = np.lexsort((-c.slot_days, c.slot_week))
    rank = np.empty(len(slots), dtype=np.int64)
    rank[slots] = np.arange(len(slots))
    place = np.zeros(len(f.places), dtype=np.int64)
    host, slot = f.places.host[places], f.places.slot[places]
    names = (f"{seed}|{c.hosts[h].id}|{_slot(c, s)}" for h, s in zip(host, slot, strict=True))
    lots = np.array([_lot(name, PLACE_BITS) for name in names], dtype=np.int64)
    place[places] = (rank[slot] << PLACE_BITS) + lots
    return place


def _lot(text: str, bits: int) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big") >> (32 - bits)


def _slot(c: Columns, slot: int) -> str:
    week = c.weeks[c.slot_week[slot]] if c.slot_week[slot] >= 0 else ""
    return f"{week}|{c.slot_days[slot] or ''}"
