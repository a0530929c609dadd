"""Matching on request: a pool of hosts, and requests that are answered in batches over a year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key
from innopraktik_match.files.values.dates import weeks as weeks_in
from innopraktik_match.programme.parts import part_of
from innopraktik_match.solving import solve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Host, Round

LEAD = 2
"""Weeks from an answer to the first week of a visit: boss and host have to agree, and travel to be booked."""
AHEAD = 8
"""Weeks ahead that are offered in one batch."""
SIGNED_UP = ("tilmeldt", "tilmeldt dato", "dato", "anmodet", "signed up", "requested", "timestamp")
"""Headers of the column that says when somebody asked."""


@dataclass(frozen=True)
class Year:
    """What a year of batches gave.

    Attributes
    ----------
    every : int
        Weeks between two batches.
    requests, placed, open : int
        Who asked, who got a visit, and who still waits after the last batch.
    median_wait, longest_wait, at_90 : float, int, int
        Weeks from the request to the batch that answered it, of those who were placed.
    first : int
        Placed at their first wish.
    visits, seats : int
        Visits of the year and the people in them.
    points : float
        Mean points of a placed person's own visit.
    """

    every: int
    requests: int
    placed: int
    open: int
    median_wait: float
    longest_wait: int
    at_90: int
    first: int
    visits: int
    seats: int
    points: float


def arrivals(round: Round, weeks: Sequence[str], seed: int) -> dict[str, int]:
    """Return the number of the week, from 0, in which each intern asked: as a column says, else drawn."""
    rng, number = Random(seed), {week: n for n, week in enumerate(weeks)}
    found = {}
    for one in round.interns:
        told = next((text for name, text in one.extra.items() if key(name) in SIGNED_UP), None)
        drawn = rng.randrange(max(1, len(weeks) - LEAD))
        week = _week_of(told, round.year) if told else None
        found[one.id] = number.get(week, drawn) if week else drawn
    return found


def _week_of(text: str, year: int | None) -> str | None:
    try:
        found = weeks_in(text, year)
    except ValueError:
        return None
    return found[0] if found else None


def year_of(round: Round, every: int, *, seed: int = 0, time_limit: float | None = None) -> Year:
    """Run a year of batches: each is solved alone, and what it agreed stays.

    Whoever has waited longest comes first: a batch places as many as it can, then the sum of weeks waited
    of those placed is highest, then the points are lowest.

    Parameters
    ----------
    round : Round
        All who ask in the year, and the standing pool of hosts with the weeks in which they receive.
    every : int
        Weeks between two batches.
    seed : int
        Draws the weeks of those whose request is not dated.
    time_limit : float, optional
        Seconds for each batch.
    """
    weeks = _calendar(round.weeks)
    asked = arrivals(round, weeks, seed)
    state = _State(round)
    for now in range(0, len(weeks), every):
        waiting = {one: now - week for one, week in asked.items() if week <= now and one not in state.waited}
        offered = weeks[now + LEAD : now + LEAD + AHEAD]
        if waiting and offered:
            batch = state.batch(waiting, offered)
            if batch.hosts and batch.interns:
                state.take(solve(batch, time_limit=time_limit), waiting)
    waits = sorted(state.waited.values())
    return Year(
        every=every,
        requests=len(asked),
        placed=len(waits),
        open=len(asked) - len(waits),
        median_wait=median(waits) if waits else 0.0,
        longest_wait=max(waits, default=0),
        at_90=waits[-(-9 * len(waits) // 10) - 1] if waits else 0,
        first=state.first,
        visits=state.visits,
        seats=len(waits),
        points=state.points / len(waits) if waits else 0.0,
    )


def _calendar(named: Sequence[str]) -> list[str]:
    """Return every week from the first to the last that anybody names."""
    first, last = (date.fromisocalendar(int(week[:4]), int(week[6:]), 1) for week in (named[0], named[-1]))
    days = (first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1))
    return [f"{day.isocalendar().year}-W{day.isocalendar().week:02d}" for day in days]


class _State:
    """What has been agreed so far in a year."""

    def __init__(self, round: Round) -> None:
        self.round = round
        self.waited: dict[str, int] = {}
        self.first = self.visits = self.points = 0
        self._used: Counter[str] = Counter()
        self._taken: dict[str, set[str]] = {host.id: set() for host in round.hosts}

    def batch(self, waiting: dict[str, int], offered: Sequence[str]) -> Round:
        """Return the round of one batch: those who wait, and what the hosts have left in these weeks."""
        left = {host.id: self._left(host, offered) for host in self.round.hosts}
        there = {host for host, (weeks, visits) in left.items() if weeks and visits > 0}
        asking = {
            one.id
            for one in self.round.interns
            if one.id in waiting and (not one.weeks or not set(one.weeks).isdisjoint(offered))
        }
        batch = part_of(self.round, asking, there)
        interns = [
            one.model_copy(
                update={
                    "priority": 1 + waiting[one.id],
                    "weeks": tuple(week for week in one.weeks if week in offered),
                }
            )
            for one in batch.interns
        ]
        hosts = [
            host.model_copy(update=dict(zip(("weeks", "visits"), left[host.id], strict=True)))
            for host in batch.hosts
        ]
        policy = batch.policy.model_copy(
            update={"weeks": tuple(offered), "aims": ("placed", "priority", "points")}
        )
        return batch.model_copy(update={"interns": tuple(interns), "hosts": tuple(hosts), "policy": policy})

    def _left(self, host: Host, offered: Sequence[str]) -> tuple[tuple[str, ...], int]:
        """Return the weeks and the number of visits that a host has left."""
        free = [week for week in host.weeks or offered if week in offered]
        weeks = tuple(week for week in free if week not in self._taken[host.id])
        return weeks, min(host.visits - self._used[host.id], len(weeks))

    def take(self, plan: Plan, waiting: dict[str, int]) -> None:
        """Agree the visits of a plan."""
        wishes = {one.id: one.wishes for one in self.round.interns}
        for visit in plan.visits:
            self.visits += 1
            self.points += visit.points
            self._used[visit.host] += 1
            self._taken[visit.host] |= {visit.week} if visit.week else set()
            for intern in visit.interns:
                self.waited[intern] = waiting[intern]
                self.first += wishes[intern][:1] == (visit.host,)
