"""A question to a standing round, in arrays: what it demands, closes, or gives more room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model.measures import NO_LIMIT
from innopraktik_match.model.scoring import as_arrays

if TYPE_CHECKING:
    from innopraktik_match.domain.change import Change
    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Flags, Ints
    from innopraktik_match.model.options import Offers


@dataclass(frozen=True)
class Demand:
    """One row more: at least, or at most, so many visits with some options or at some places.

    Attributes
    ----------
    option, place : array [K], [P], or None
        How much each option, or place, counts.
    lower, upper : int
    """

    option: Ints | None = None
    place: Ints | None = None
    lower: int = -NO_LIMIT
    upper: int = NO_LIMIT

    def load(self, groups: Groups) -> Ints:
        """Return how much each visit [G] counts."""
        if self.option is not None:
            return np.asarray(np.append(self.option, 0)[groups.options].sum(axis=1))
        assert self.place is not None
        return self.place[groups.place]


@dataclass(frozen=True)
class Question:
    """What a change is to the program of a round.

    Attributes
    ----------
    demands : tuple of Demand
        Rows that it adds.
    closed : array [K] or None
        Options that it takes away.
    host : int
        The host whose room it changes; -1 for none.
    visits : int
        How many visits more the host offers, or fewer.
    heads : int
        How many may come to the host at once; 0 where that stays.
    """

    demands: tuple[Demand, ...] = ()
    closed: Flags | None = None
    host: int = -1
    visits: int = 0
    heads: int = 0

    def holding(self) -> tuple[Flags, ...]:
        """Return for each visit that must take place the options that it must have one of."""
        return tuple(one.option > 0 for one in self.demands if one.option is not None and one.lower > 0)

    def relaxes(self, offers: Offers) -> bool:
        """Whether it allows plans that were not allowed before."""
        return self.visits > 0 or self.widens(offers)

    def widens(self, offers: Offers) -> bool:
        """Whether more may come to its host at once."""
        return self.heads > 0 and self.heads > int(offers.columns.host_max[self.host])

    def room(self, offers: Offers) -> Offers:
        """Return the options with the host's new room."""
        if not self.heads:
            return offers
        most = offers.columns.host_max.copy()
        most[self.host] = self.heads
        return replace(offers, columns=replace(offers.columns, host_max=most))

    def open(self, offers: Offers, groups: Groups) -> Groups:
        """Return the visits that it allows."""
        shut = self.shut(offers, groups)
        return groups.take(~shut) if shut.any() else groups

    def shut(self, offers: Offers, groups: Groups) -> Flags:
        """Return which visits [G] it forbids."""
        found = np.zeros(len(groups), dtype=bool)
        if self.closed is not None:
            found |= np.append(self.closed, False)[groups.options].any(axis=1)
        if self.heads:
            heads = np.append(offers.size[offers.unit], 0)[groups.options].sum(axis=1)
            found |= (offers.places.host[groups.place] == self.host) & (heads > self.heads)
        return found


def placing(offers: Offers, question: Question, intern: str) -> Question:
    """Return the question with the further demand that an intern has a visit."""
    own = options_of(offers, intern).astype(np.int64)
    return replace(question, demands=(*question.demands, Demand(option=own, lower=1)))


def leaving_out(offers: Offers, question: Question, intern: str) -> Question:
    """Return the question with an intern left without a visit, and those with whom the intern travels."""
    own = options_of(offers, intern)
    return replace(question, closed=own if question.closed is None else own | question.closed)


def differing(offers: Offers, visits: tuple[Visit, ...], people: int) -> Demand:
    """Return that at least so many seats of some visits are at other hosts, or empty.

    Parameters
    ----------
    offers : Offers
    visits : tuple of Visit
    people : int
    """
    columns, o = offers.columns, offers.options
    host, _, members = as_arrays(columns, visits)
    row, seat = np.nonzero(members >= 0)
    pairs = members[row, seat] * len(columns.hosts) + host[row]
    kept = np.isin(o.intern.astype(np.int64) * len(columns.hosts) + o.host, pairs)
    counts = np.zeros(len(offers), dtype=np.int64)
    np.add.at(counts, offers.of, kept.astype(np.int64))
    return Demand(option=counts, upper=len(pairs) - people)


def options_of(offers: Offers, intern: str) -> Flags:
    """Return the options [K] that an intern is part of."""
    number = next((n for n, one in enumerate(offers.columns.interns) if one.id == intern), -2)
    units: Flags = np.any(offers.members == number, axis=1)
    return np.asarray(units[offers.unit])


def question_of(offers: Offers, change: Change) -> Question | None:
    """Return a change as a question; None where only a round built anew can answer it."""
    columns = offers.columns
    host = next((n for n, one in enumerate(columns.hosts) if one.id == change.host), -1)
    if host < 0:
        return None
    if change.change in ("pair_together", "fix"):
        interns = (change.intern,) if change.intern is not None else change.interns
        return _fixed(offers, host, tuple(filter(None, interns)), change)
    if change.change == "pair_apart":
        return Question(closed=_of_pair(offers, host, change.intern or ""))
    if change.change in ("one_more_visit", "one_visit_fewer"):
        return _visits(offers, host, change.by or 0)
    if change.change in ("one_more_place", "one_place_fewer"):
        return _places(offers, host, int(columns.host_max[host]) + (change.by or 0))
    return None


def _fixed(offers: Offers, host: int, interns: tuple[str, ...], change: Change) -> Question | None:
    """Return that some interns meet a host; None for a pair that is locked already, or cannot meet."""
    columns, slot = offers.columns, offers.places.slot[offers.place]
    wanted = np.ones(len(offers), dtype=bool)
    if change.week is not None and columns.weeks:
        if change.week not in columns.weeks:
            return None
        wanted &= columns.slot_week[slot] == columns.weeks.index(change.week)
    if change.days is not None:
        wanted &= columns.slot_days[slot] == change.days.min
    options = [_of_pair(offers, host, intern) & wanted for intern in interns]
    locked = {(lock.intern, lock.host) for lock in columns.locks}
    known = any((intern, columns.hosts[host].id) in locked for intern in interns)
    if known or not all(some.any() for some in options):
        return None
    return Question(tuple(Demand(option=some.astype(np.int64), lower=1) for some in options))


def _of_pair(offers: Offers, host: int, intern: str) -> Flags:
    """Return the options [K] of a host that an intern is part of."""
    return np.asarray(options_of(offers, intern) & (offers.places.host[offers.place] == host))


def _visits(offers: Offers, host: int, by: int) -> Question | None:
    """Return that a host offers more visits, or fewer: in different weeks, and nobody twice."""
    columns = offers.columns
    now = int(columns.host_visits[host])
    if now + by < 1:
        return None
    demands = []
    if now == 1 and by > 0:
        here = offers.places.host == host
        for week in range(columns.round_weeks):
            busy = here & columns.takes_up[offers.places.slot, week]
            demands.append(Demand(place=busy.astype(np.int64), upper=1))
        several = np.flatnonzero(columns.intern_visits > 1)
        for intern in several:
            some = _of_pair(offers, host, columns.interns[intern].id)
            if some.any():
                demands.append(Demand(option=some.astype(np.int64), upper=1))
    return Question(tuple(demands), host=host, visits=by)


def _places(offers: Offers, host: int, heads: int) -> Question | None:
    """Return that more may come to a host at once, or fewer."""
    columns = offers.columns
    grows = bool(np.any((offers.size > columns.host_max[host]) & (offers.size <= heads)))
    if heads < columns.host_min[host] or heads < 1 or grows:
        return None  # the least sinks too, or a group of people has the host for the first time
    return Question(host=host, heads=heads)
