"""The lottery: a lot for every option and place, drawn only where needed."""

from __future__ import annotations

from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.aims import Measure
from innopraktik_match.model import tuning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.engine.stages.rows import Rows
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.growth import Look
    from innopraktik_match.model.measures import Flags, Index, Ints
    from innopraktik_match.model.options import Offers

OPTION_BITS, PLACE_BITS = 20, 10


def lottery(
    offers: Offers,
    rows: Rows,
    seed: int,
    among: Groups | None = None,
    look: Look = lambda: None,
) -> Measure:
    """Return the draw as a measure: lots of options; rank of the slot and lots of places.

    The draws are those of docs/model.md; a unit's draw is the sum of its members'.

    Parameters
    ----------
    among : Groups, optional
        Draw only for these visits and count 0 for the rest, since drawing for all is slow.
    look : callable, optional
        Called between batches; may raise to abort.
    """
    wanted, places = np.ones(len(offers), dtype=bool), np.arange(len(offers.places))
    if among is not None:
        wanted[:] = False
        wanted[among.options[among.options >= 0]] = True
        places = np.unique(among.place)
    return Measure(
        aim="lottery",
        option=_of_options(offers, seed, wanted, look),
        place=_of_places(offers, seed, places, look),
        visit_weight=0,
        miss=np.zeros(len(rows.miss_points), dtype=np.int64),
    )


def longest(offers: Offers) -> int:
    """Return an upper bound on the lots of an option and its place together."""
    return (int(offers.members.shape[1]) << OPTION_BITS) + ((len(offers.columns.slot_week) + 1) << PLACE_BITS)


def _of_options(offers: Offers, seed: int, wanted: Flags, look: Look) -> Ints:
    """Return the lots [K]: one per pair, or per pair and slot where the host offers several visits."""
    columns = offers.columns
    o = offers.options
    at = np.flatnonzero(wanted[offers.of])
    intern, host = o.intern[at].astype(np.int64), o.host[at]
    slot_of = np.where(columns.host_visits[host] > 1, o.slot[at].astype(np.int64), -1)
    drawn = (intern * len(columns.hosts) + host) * (len(columns.slot_week) + 1) + slot_of + 1
    _, first, of = np.unique(drawn, return_index=True, return_inverse=True)
    ids = zip(intern[first].tolist(), host[first].tolist(), slot_of[first].tolist(), strict=True)
    names = (
        f"{seed}|{columns.interns[i].id}|{columns.hosts[h].id}" + (f"|{_slot(columns, s)}" if s >= 0 else "")
        for i, h, s in ids
    )
    lots = _lots(names, OPTION_BITS, look)
    option = np.zeros(len(offers), dtype=np.int64)
    if len(at):
        np.add.at(option, offers.of[at], lots[of])
    return option


def _of_places(offers: Offers, seed: int, places: Index, look: Look) -> Ints:
    """Return the lots [P]: by week, then by length, then drawn."""
    columns = offers.columns
    slots = np.lexsort((-columns.slot_days, columns.slot_week))
    rank = np.empty(len(slots), dtype=np.int64)
    rank[slots] = np.arange(len(slots))
    place = np.zeros(len(offers.places), dtype=np.int64)
    host, slot = offers.places.host[places], offers.places.slot[places]
    names = (f"{seed}|{columns.hosts[h].id}|{_slot(columns, s)}" for h, s in zip(host, slot, strict=True))
    lots = _lots(names, PLACE_BITS, look)
    place[places] = (rank[slot] << PLACE_BITS) + lots
    return place


def _lots(names: Iterator[str], bits: int, look: Look) -> Ints:
    """Return the lots of some names."""
    lots: list[int] = []
    while some := [_lot(name, bits) for name in islice(names, tuning.LOTS_AT_ONCE)]:
        lots += some
        look()
    return np.array(lots, dtype=np.int64)


def _lot(text: str, bits: int) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big") >> (32 - bits)


def _slot(columns: Columns, slot: int) -> str:
    week = columns.weeks[columns.slot_week[slot]] if columns.slot_week[slot] >= 0 else ""
    return f"{week}|{columns.slot_days[slot] or ''}"
