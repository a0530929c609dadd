"""What a plan is worth with some of its visits exchanged for others, many exchanges at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from innopraktik_match.engine.plans.earlier import possible_visits
from innopraktik_match.engine.variants import Swaps, Variants, Worth
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.measures import Options
from innopraktik_match.model.options import build_offers, priced

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Flags, Ints
    from innopraktik_match.model.options import Offers


Spot = tuple[str, str | None, int | None]
"""Where and when: a host, a week and a number of days."""


class Exchange(NamedTuple):
    """Visits of the plan that leave, by number, and visits that come in their stead."""

    leaving: tuple[int, ...]
    coming: tuple[Visit, ...]


class Exchanges:
    """A plan whose visits may be exchanged.

    Parameters
    ----------
    round : Round
    visits : tuple of Visit
        The plan; it may break rules.
    interns, spots : collection
        Visits that come are of those in the plan where they are, and of these interns at these spots.
    """

    def __init__(
        self, round: Round, visits: tuple[Visit, ...], interns: Collection[str], spots: Collection[Spot]
    ) -> None:
        columns = build_columns(round)
        self.offers = build_offers(columns, _options(columns, visits, interns, spots))
        found, number = possible_visits(self.offers, visits)
        whole = _heads(self.offers, found) == [len(visits[n].interns) for n in number]
        self._number = {int(n): row for row, n in enumerate(number[whole])}
        self._broken = set(range(len(visits))) - self._number.keys()
        self._variants = Variants(self.offers, round.aims, found.take(whole))

    def open_to(self, party: Collection[str]) -> list[Spot]:
        """Return the hosts and slots that no rule about options forbids to a party that comes together."""
        offers, columns = self.offers, self.offers.columns
        first = next(n for n, one in enumerate(columns.interns) if one.id in party)
        unit = int(np.flatnonzero((offers.members == first).any(axis=1))[0])
        places = offers.places
        return [
            (columns.hosts[places.host[at]].id, *_when(columns, int(places.slot[at])))
            for at in offers.place[offers.unit == unit]
        ]

    def worth(self, exchanges: Sequence[Exchange], *, mended: bool = True) -> Worth:
        """Measure the plan after each exchange.

        Parameters
        ----------
        mended : bool
            Whether a visit that breaks a rule must leave; else it is as if it were not there.
        """
        coming = [(n, visit) for n, one in enumerate(exchanges) for visit in one.coming]
        visits = [visit for _, visit in coming]
        found, number = possible_visits(self.offers, visits)
        whole = _heads(self.offers, found) == [len(visits[n].interns) for n in number]
        possible = np.zeros(len(visits), dtype=bool)
        possible[number[whole]] = True
        leaving = [(n, at) for n, one in enumerate(exchanges) for at in one.leaving if at in self._number]
        swaps = Swaps(
            leaving=_numbers(self._number[at] for _, at in leaving),
            leaving_of=_numbers(n for n, _ in leaving),
            coming=found.take(whole),
            coming_of=_numbers(coming[n][0] for n in number[whole]),
            count=len(exchanges),
        )
        worth = self._variants.worth(swaps)
        broken = self._broken if mended else set()
        legal: Flags = worth.legal & np.array([broken <= set(one.leaving) for one in exchanges], dtype=bool)
        legal[[n for (n, _), there in zip(coming, possible, strict=True) if not there]] = False
        return Worth(legal, worth.aims, worth.points)


def spot_of(visit: Visit) -> Spot:
    """Return where and when a visit is."""
    return visit.host, visit.week, visit.days


def _options(
    columns: Columns, visits: tuple[Visit, ...], interns: Collection[str], spots: Collection[Spot]
) -> Options:
    """Return the options of a plan, and of some interns at some spots, that no hard rule forbids."""
    host_of = {host.id: n for n, host in enumerate(columns.hosts)}
    week_of = {week: n for n, week in enumerate(columns.weeks)} | {None: -1}
    slots = zip(columns.slot_week.tolist(), columns.slot_days.tolist(), strict=True)
    slot_of = {when: n for n, when in enumerate(slots)}
    who_of = {one.id: n for n, one in enumerate(columns.interns)}

    def numbers(some: Iterable[Spot]) -> Iterator[tuple[int, int]]:
        """Yield host and slot of each spot; -1 where the round has no such slot or host."""
        for host, week, days in some:
            yield host_of.get(host, -1), slot_of.get((week_of.get(week, -2), days or 0), -1)

    places = np.array(list(numbers(spots)), dtype=np.int64).reshape(-1, 2)
    who = _numbers(who_of[one] for one in interns if one in who_of)
    ours = [
        (host, slot, who_of.get(one, -1))
        for (host, slot), visit in zip(numbers(map(spot_of, visits)), visits, strict=True)
        for one in visit.interns
    ]
    theirs = np.column_stack([np.repeat(places, len(who), axis=0), np.tile(who, len(places))])
    seats = np.concatenate([np.array(ours, dtype=np.int64).reshape(-1, 3), theirs])
    seats = seats[(seats >= 0).all(axis=1)]
    key = (seats[:, 0] * len(slot_of) + seats[:, 1]) * len(who_of) + seats[:, 2]
    host, slot, intern = seats[np.unique(key, return_index=True)[1]].T.astype(np.int32)
    return priced(columns, Options.unpriced(intern, host, slot))


def _when(columns: Columns, slot: int) -> tuple[str | None, int | None]:
    week = int(columns.slot_week[slot])
    return columns.weeks[week] if week >= 0 else None, int(columns.slot_days[slot]) or None


def _heads(offers: Offers, groups: Groups) -> Ints:
    return np.asarray(np.append(offers.size[offers.unit], 0)[groups.options].sum(axis=1))


def _numbers(some: Iterable[int]) -> Ints:
    return np.fromiter(some, dtype=np.int64)
