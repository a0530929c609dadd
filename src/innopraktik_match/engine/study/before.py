"""A plan before a question: its visits as groups, the prices of its proof, and how far others are from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.aims import Measure
from innopraktik_match.model.groups import Groups, visit_points
from innopraktik_match.model.scoring import as_arrays

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import AimProof, Visit
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers


def prices_of(stage: Stage, proof: AimProof | None) -> Ints:
    """Return the prices of a proof, row by row; rows that it does not name have none."""
    known = {(price.rule, price.key): price.price for price in (proof.prices if proof is not None else ())}
    return np.array([known.get(stage.name(row), 0) for row in range(len(stage.lower))], dtype=np.int64)


def moved(offers: Offers, visits: tuple[Visit, ...], misses: int) -> Measure:
    """Return how far a plan is from some visits: 2 for each seat at another host, 1 for another slot."""
    columns, o = offers.columns, offers.options
    host, slot, members = as_arrays(columns, visits)
    seat = np.nonzero(members >= 0)
    pairs = members[seat] * len(columns.hosts) + host[seat[0]]
    seats = pairs * len(columns.slot_week) + slot[seat[0]]
    pair = o.intern.astype(np.int64) * len(columns.hosts) + o.host
    elsewhere = (~np.isin(pair, pairs)).astype(np.int64)
    elsewhere += ~np.isin(pair * len(columns.slot_week) + o.slot, seats)
    option = np.zeros(len(offers), dtype=np.int64)
    np.add.at(option, offers.of, elsewhere)
    return Measure("moves", option, None, 0, np.zeros(misses, dtype=np.int64))


def groups_of(offers: Offers, visits: tuple[Visit, ...]) -> Groups:
    """Return the visits of a plan that keeps every option rule as groups."""
    columns = offers.columns
    host, slot, members = as_arrays(columns, visits)
    spots = offers.places.host.astype(np.int64) * len(columns.slot_week) + offers.places.slot
    place = np.searchsorted(spots, host * len(columns.slot_week) + slot)
    number = np.full(len(columns.interns), -1, dtype=np.int64)
    seats = offers.members >= 0
    number[offers.members[seats]] = np.nonzero(seats)[0]
    keys = offers.place.astype(np.int64) * len(offers.size) + offers.unit
    options = np.full((len(visits), int(columns.host_max.max(initial=1))), -1, dtype=np.int64)
    for row, at in enumerate(place):
        units = np.unique(number[members[row][members[row] >= 0]])
        options[row, : len(units)] = np.searchsorted(keys, at * len(offers.size) + units)
    points, _ = visit_points(offers, place.astype(np.int32), options)
    return Groups(place.astype(np.int32), options, points, np.zeros(len(visits), dtype=np.int64))
