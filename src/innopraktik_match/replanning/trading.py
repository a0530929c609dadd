"""The curve of a replan: the best plan for each number of visits that change though they could stay."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain import arguments
from innopraktik_match.domain.replanned import amended
from innopraktik_match.domain.trade import TradePoint
from innopraktik_match.replanning.terms import standing, terms_of
from innopraktik_match.solving import solve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.progress import Cancel, Progress

MOST_POINTS = 12
"""So many fit a screen and a minute; they lie closest where few move, where a curve is steepest."""


def trade(
    round: Round,
    plan: Plan,
    *,
    time_limit: float | None = None,
    seed: int | None = None,
    workers: int | None = None,
    memory_limit: float | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    cancel: Cancel | None = None,
) -> tuple[TradePoint, ...]:
    """Return what each further change would buy: points from no change at all to as many as it takes.

    Each point is what `replan` reaches with so many `changes`. Only points that reach more than the one
    before are told.

    Parameters
    ----------
    round : Round
        The round as it is now.
    plan : Plan
        The plan before, with the statuses of its visits.
    time_limit : float, optional
        Seconds for all points together; those that there is no time for are left out.
    seed, workers, memory_limit, on_progress, cancel
        As in `solve`.

    Returns
    -------
    tuple of TradePoint
        By the number of changes.

    Raises
    ------
    RoundError
        As `replan` does.

    Examples
    --------
    >>> import innopraktik_match as im
    >>> interns = [{"id": "p1"}, {"id": "p2", "rejects": ["v2"]}]
    >>> round = im.Round(interns=interns, hosts=[{"id": "v1"}, {"id": "v2"}])
    >>> before = im.Plan(visits=[im.Visit(host="v1", interns=("p1",))])
    >>> [(point.moves, point.aims["placed"]) for point in im.trade(round, before)]
    [(0, 1), (1, 2)]
    """
    arguments.require(
        arguments.record("round", round, "Round"),
        arguments.record("plan", plan, "Plan"),
        arguments.number("time_limit", time_limit, least=0, endless=True),
    )
    how: dict[str, Any] = {
        "seed": seed,
        "workers": workers,
        "memory_limit": memory_limit,
        "on_progress": on_progress,
        "cancel": cancel,
    }
    until = None if time_limit is None else time.perf_counter() + time_limit
    curve = _Curve(round, plan, how, until)
    return tuple(_rising(curve.points()))


class _Curve:
    """The plans of one curve, each begun with the one before."""

    def __init__(self, round: Round, plan: Plan, how: dict[str, Any], until: float | None) -> None:
        self.round, self.start, self.how, self.until = round, plan, how, until
        self.terms = terms_of(round, plan, freeze=False, limit=0)
        self.still = standing(amended(round, self.terms), plan.visits, self.terms)

    def points(self) -> Iterator[TradePoint]:
        """Yield the points, from the fewest changes to as many as it takes."""
        free = self._best(len(self.still))
        if free is None:
            return
        last = _point(free, self._moves(free.visits))
        for limit in _steps(last.moves)[:-1]:
            found = self._best(limit)
            if found is None:
                break
            self.start = found
            yield _point(found, self._moves(found.visits))
        yield last

    def _best(self, limit: int) -> Plan | None:
        """Return the best plan with so many changes; None if there is none, or no time."""
        left = None if self.until is None else max(0.0, self.until - time.perf_counter())
        if left == 0.0:
            return None
        most = (self.terms.limit or 0) + limit
        rest = amended(self.round, self.terms.model_copy(update={"limit": most}))
        found = solve(rest, start=self.start, time_limit=left, **self.how)
        if found.stopped_by is not None:  # whoever interrupts one means them all
            self.until = 0.0
        return found if found.aims else None

    def _moves(self, visits: tuple[Visit, ...]) -> int:
        """Return how many visits that could have stayed have not."""
        now = {(one, visit.host): visit for visit in visits for one in visit.interns}
        kept = {
            pair
            for one in self.terms.before
            if (pair := (one.intern, one.host)) in now and one.agrees(now[pair].week, now[pair].days)
        }
        return len(self.still - kept)


def _point(plan: Plan, moves: int) -> TradePoint:
    values = {aim.aim: aim.value for aim in plan.aims if aim.aim != "changes"}
    return TradePoint(moves=moves, aims=values, proven=plan.status == "optimal")


def _steps(most: int) -> list[int]:
    """Return the numbers of changes to try: all where they are few, else ever farther apart."""
    if most < MOST_POINTS:
        return list(range(most + 1))
    return sorted({round(most * (n / (MOST_POINTS - 1)) ** 2) for n in range(MOST_POINTS)})


def _rising(points: Iterator[TradePoint]) -> Iterator[TradePoint]:
    """Yield the points that reach something that the one before does not."""
    before = None
    for point in points:
        if before is None or point.aims != before.aims:
            yield point
        before = point
