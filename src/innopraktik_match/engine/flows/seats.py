"""Those who come to a place, shared among its visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model.groups import Groups, rank_within

if TYPE_CHECKING:
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers


def seated(offers: Offers, option: Ints, visits: Ints) -> Groups:
    """Return the visits of those who come, sorted by place, as even as possible.

    Parameters
    ----------
    option : array
        Who comes, sorted by place.
    visits : array [P]
        How many visits each place gives; a visit without anybody is left out.
    """
    place = offers.place[option].astype(np.int64)
    count = np.bincount(place, minlength=len(offers.places))
    visits = np.minimum(visits, count)
    rank = rank_within(place, len(offers.places))
    small, larger = count // np.maximum(1, visits), count % np.maximum(1, visits)
    border = larger * (small + 1)  # the first visits take one more
    size, rest = small[place], rank - border[place]
    first = rest < 0
    number = np.where(first, rank // (size + 1), larger[place] + rest // np.maximum(1, size))
    seat = np.where(first, rank % (size + 1), rest % np.maximum(1, size))
    before = np.cumsum(visits) - visits
    width = int(offers.columns.host_max.max(initial=1))
    options = np.full((int(visits.sum()), width), -1, dtype=np.int64)
    options[before[place] + number, seat] = option
    none = np.zeros(len(options), dtype=np.int64)
    where = np.repeat(np.arange(len(offers.places)), visits)
    return Groups(where.astype(np.int32), options, none, none)


def seated_evenly(offers: Offers, option: Ints) -> Groups | None:
    """Return the visits of those who come, as few as hold them; None where a minimum is not met."""
    columns, host = offers.columns, offers.places.host
    count = np.bincount(offers.place[option], minlength=len(offers.places))
    visits = -(-count // columns.host_max[host])
    if (count < visits * columns.host_min[host]).any():
        return None
    return seated(offers, option, visits)
