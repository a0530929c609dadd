"""What a plan is worth with some of its visits exchanged for others, many exchanges at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from innopraktik_match.engine.plans.earlier import possible_visits
from innopraktik_match.engine.variants import Swaps, Variants, Worth
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.measures import Options
from innopraktik_match.model.options import build_offers, priced
from innopraktik_match.model.scoring import as_arrays

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Flags, Ints
    from innopraktik_match.model.options import Offers


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
    interns, hosts : collection of str
        Visits that come are of those in the plan, of these interns at these hosts, in any slot.
    """

    def __init__(
        self, round: Round, visits: tuple[Visit, ...], interns: Collection[str], hosts: Collection[str]
    ) -> None:
        columns = build_columns(round)
        self.offers = build_offers(columns, _options(columns, visits, interns, hosts))
        found, number = possible_visits(self.offers, visits)
        whole = _heads(self.offers, found) == [len(visits[n].interns) for n in number]
        self._number = {int(n): row for row, n in enumerate(number[whole])}
        self._broken = set(range(len(visits))) - self._number.keys()
        self._variants = Variants(self.offers, round.aims, found.take(whole))

    def open_to(self, party: Collection[str]) -> list[tuple[str, str | None, int | None]]:
        """Return the hosts and slots that no rule about options forbids to a party that comes together."""
        offers, columns = self.offers, self.offers.columns
        first = next(n for n, one in enumerate(columns.interns) if one.id in party)
        unit = int(np.flatnonzero((offers.members == first).any(axis=1))[0])
        places = offers.places
        return [
            (columns.hosts[places.host[at]].id, *_when(columns, int(places.slot[at])))
            for at in offers.place[offers.unit == unit]
        ]

    def worth(self, exchanges: Sequence[Exchange]) -> Worth:
        """Measure the plan after each exchange; what the plan breaks must be mended by it."""
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
        legal: Flags = worth.legal & np.array([self._broken <= set(one.leaving) for one in exchanges], bool)
        legal[[n for (n, _), there in zip(coming, possible, strict=True) if not there]] = False
        return Worth(legal, worth.aims, worth.points)


def _options(
    columns: Columns, visits: tuple[Visit, ...], interns: Collection[str], hosts: Collection[str]
) -> Options:
    """Return the options of a plan, and all of some interns at some hosts, that no hard rule forbids."""
    slots = set(zip(columns.slot_week.tolist(), columns.slot_days.tolist(), strict=True))
    weeks = {week: n for n, week in enumerate(columns.weeks)} | {None: -1}
    known = {one.id for one in columns.interns}, {host.id for host in columns.hosts}
    there = [
        visit
        for visit in visits
        if (weeks.get(visit.week), visit.days or 0) in slots
        and visit.host in known[1]
        and known[0].issuperset(visit.interns)
    ]
    host, slot, members = as_arrays(columns, there)
    owner, seat = np.nonzero(members >= 0)
    who = _numbers(n for n, one in enumerate(columns.interns) if one.id in interns)
    where = _numbers(n for n, one in enumerate(columns.hosts) if one.id in hosts)
    when = np.arange(len(columns.slot_week))
    some = np.array(np.meshgrid(where, when, who, indexing="ij")).reshape(3, -1)
    ours = np.array([host[owner], slot[owner], members[owner, seat]]).reshape(3, -1)
    at = np.unique(np.concatenate([ours, some], axis=1), axis=1).astype(np.int32)
    return priced(columns, Options.unpriced(at[2], at[0], at[1]))


def _when(columns: Columns, slot: int) -> tuple[str | None, int | None]:
    week = int(columns.slot_week[slot])
    return columns.weeks[week] if week >= 0 else None, int(columns.slot_days[slot]) or None


def _heads(offers: Offers, groups: Groups) -> Ints:
    return np.asarray(np.append(offers.size[offers.unit], 0)[groups.options].sum(axis=1))


def _numbers(some: Iterable[int]) -> Ints:
    return np.fromiter(some, dtype=np.int64)
