"""One stage to optimality: prices, a plan near the bound, and all visits within the gap."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.engine.control import Stopped
from innopraktik_match.engine.plans.assign import assign, options_within
from innopraktik_match.engine.plans.choose import Chosen, choose, undominated
from innopraktik_match.engine.plans.dive import dive
from innopraktik_match.engine.plans.flowed import by_flow, is_flow, relaxes
from innopraktik_match.engine.plans.local_search import local_search
from innopraktik_match.engine.plans.nearest import chosen_nearest, visits_nearest
from innopraktik_match.engine.plans.slots import slotted
from innopraktik_match.engine.prices.column_generation import find_prices
from innopraktik_match.engine.prices.cutting import tightened
from innopraktik_match.model import tuning
from innopraktik_match.model.groups import plain
from innopraktik_match.model.growth import TooManyGroups, groups_within

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.flows.network import Network
    from innopraktik_match.engine.prices.bounds import Priced
    from innopraktik_match.engine.prices.master import Master, Pool
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Ints


@dataclass(frozen=True)
class Outcome:
    """The result of a stage.

    Attributes
    ----------
    value, bound : int
        Cost of the incumbent, and the bound.
    priced : Priced
        The prices behind the bound.
    within, listed, options_listed, solver : int, int, int, str, or None
        For a proof by search: the gap, how many visits (or options) lie within it, and the solver.
    """

    value: int
    bound: int
    priced: Priced
    within: int | None = None
    listed: int | None = None
    options_listed: int | None = None
    solver: str | None = None


class Incumbent:
    """The best plan so far, as rows of the pool of visits."""

    def __init__(self, pool: Pool, rows: Ints) -> None:
        self.pool = pool
        self.rows = rows

    @property
    def groups(self) -> Groups:
        """The plan's visits."""
        return self.pool.groups.take(self.rows)

    def take(self, better: Groups) -> None:
        """Replace the plan."""
        self.rows = self.pool.add(better)


def finish(
    stage: Stage,
    plan: Incumbent,
    control: Control,
    gap: float = 0.0,
    start: Ints | None = None,
    network: Network | None = None,
) -> Outcome:
    """Solve a stage to proven optimality, or as far as time allows; `plan` is the incumbent throughout."""
    if network is not None and (is_flow(network, stage) or relaxes(network, stage)):
        found, priced = by_flow(stage, network, plan.groups, start, control)
        value = _better(stage, plan, found, stage.value(plan.groups))
        priced.tell(control, stage, value)
        if priced.bound >= value:
            return Outcome(value, value, priced)
        start = priced.price
    cuts = not plain(stage.offers) and not len(stage.extra)
    value, priced = improve(stage, plan, control, start, lambda: cuts)
    if cuts and value - priced.bound > gap * max(1, abs(stage.cost.own(value))):
        stage, priced = _cut(stage, plan, priced, control)
    with suppress(Stopped):
        if cuts and len(plan.groups) > tuning.NEAREST_UP_TO:
            _searched_around(stage, plan, priced, control)
        outcome = _closed(stage, plan, priced, gap, control)
        if outcome is not None:
            return outcome
    value = stage.value(plan.groups)
    return Outcome(value, min(value, priced.bound), priced)


def _cut(stage: Stage, plan: Incumbent, priced: Priced, control: Control) -> tuple[Stage, Priced]:
    """Return the stage with cuts and its prices, where the list of visits within the gap is long."""
    with suppress(Stopped):
        within = priced.within(stage.value(plan.groups) - 1)
        near = visits_nearest(stage, priced, within, tuning.NEAREST_MORE, control)
        if len(near) < tuning.CUT_FROM_VISITS:
            return stage, priced
        near = undominated(stage, near)
        stage, priced, found = tightened(stage, plan.pool, plan.rows, near, priced, control)
        value = _better(stage, plan, found, stage.value(plan.groups))
        priced.tell(control, stage, value)
    return stage, priced


def _closed(
    stage: Stage,
    plan: Incumbent,
    priced: Priced,
    gap: float,
    control: Control,
) -> Outcome | None:
    """Close the gap by enumeration (reduced-cost fixing); None if that fails."""
    value = stage.value(plan.groups)
    while value - priced.bound > gap * max(1, abs(stage.cost.own(value))) and not control.stopped:
        before = value
        chosen = _chosen(stage, plan, priced, value, control)
        value = _better(stage, plan, chosen.groups, value)
        priced.tell(control, stage, value)
        if chosen.final:
            return _by_search(stage, priced, value, chosen.solver, control)
        if value == before:
            break
    return None


def _chosen(stage: Stage, plan: Incumbent, priced: Priced, value: int, control: Control) -> Chosen:
    """Choose among the options or visits within the gap, or search locally where there are too many."""
    if plain(stage.offers):
        return _assigned(stage, plan, priced, value, control)
    near = _listed(stage, priced, priced.within(value - 1), control)
    if near is None:
        return Chosen(local_search(stage, plan.groups, plan.pool.groups, priced, priced.bound, control, 1.0))
    if len(near) > tuning.NEAREST_OF * tuning.NEAREST_MORE:  # a better plan makes the list shorter
        found = chosen_nearest(stage, plan.groups, priced, tuning.NEAREST_MORE, control)
        if stage.value(found) < value:
            return Chosen(found)
    beyond = near.reduced - priced.least[stage.offers.places.host[near.place]]
    for part in tuning.NARROWED:  # what costs as little is best of all, if no visit nearer was left out
        width = priced.within(value - 1) // part
        some = near.take(beyond <= width)
        if tuning.NEAREST_OF * len(some) > len(near):
            break
        chosen = choose(stage, some, plan.groups, priced.bound, control, control.left)
        if chosen.groups is not None and stage.value(chosen.groups) < value:
            best = chosen.final and priced.within(stage.value(chosen.groups) - 1) <= width
            return Chosen(chosen.groups, best, chosen.solver)
    return choose(stage, near, plan.groups, priced.bound, control, control.left)


def as_good(stage: Stage, outcome: Outcome, control: Control) -> Groups | None:
    """Return every visit that can be in a plan of the same value; None if there are too many.

    Without visit rules the next stage needs no list.
    """
    priced = outcome.priced
    if plain(stage.offers):
        return None
    return _listed(stage, priced, priced.within(outcome.value), control)


def _listed(stage: Stage, priced: Priced, within: int, control: Control) -> Groups | None:
    """Return the visits within the gap; None if there are too many."""
    limit = priced.limit(stage, within)
    try:
        return groups_within(stage.offers, priced.reduced, limit, tuning.MOST_VISITS_LISTED, control.look)
    except TooManyGroups:
        return None


def improve(
    stage: Stage,
    plan: Incumbent,
    control: Control,
    start: Ints | None = None,
    good_enough: Callable[[], bool] = lambda: False,
) -> tuple[int, Priced]:
    """Find prices, and a good plan from the visits they generated; return its cost and the prices.

    A plan from the dive is searched around, unless it is `good_enough`.
    """
    priced, master = find_prices(stage, plan.pool, control, plan.rows, start)
    with suppress(Stopped):
        _lowered(stage, plan, priced, master, control)
        if master is not None and not good_enough():
            _searched_around(stage, plan, priced, control)
    return stage.value(plan.groups), priced


def _lowered(
    stage: Stage,
    plan: Incumbent,
    priced: Priced,
    master: Master | None,
    control: Control,
) -> None:
    """Bring the incumbent near the bound: by assignment, or by slots and a dive."""
    value = stage.value(plan.groups)
    priced.tell(control, stage, value)
    if priced.bound >= value:
        return
    if plain(stage.offers):
        _better(stage, plan, _assigned(stage, plan, priced, value, control).groups, value)
    elif master is not None:
        weights = [int(w) for w in tuning.SLOT_WEIGHT * -priced.price[len(stage.rows.lower) :] // stage.scale]
        value = _better(stage, plan, slotted(stage, priced.reduced, weights, control), value)
        priced.tell(control, stage, value)
        found = dive(master, priced, value, control)
        value = _better(stage, plan, found, value)
        priced.tell(control, stage, value)


def _searched_around(stage: Stage, plan: Incumbent, priced: Priced, control: Control) -> None:
    """Bring the incumbent nearer to the bound, by the nearest visits or by neighbourhoods."""
    value, rough = stage.value(plan.groups), priced.bound * (1 + tuning.LOCAL_SEARCH_GAP)
    if plain(stage.offers) or value <= rough or stage.broken(plan.groups).any():
        return
    if len(plan.groups) <= tuning.NEAREST_UP_TO:
        found: Groups = chosen_nearest(stage, plan.groups, priced, tuning.NEAREST_VISITS, control)
        value = _better(stage, plan, found, value)
        priced.tell(control, stage, value)
    else:
        share = tuning.LOCAL_SEARCH_SHARE
        found = local_search(stage, plan.groups, plan.pool.groups, priced, rough, control, share)
        _better(stage, plan, found, value)


def _assigned(stage: Stage, plan: Incumbent, priced: Priced, value: int, control: Control) -> Chosen:
    """Choose among the options within the gap."""
    limit = priced.limit(stage, priced.within(value - 1))
    near = options_within(stage, priced.reduced, limit)
    return assign(stage, near, plan.groups, priced.bound, control)


def _by_search(stage: Stage, priced: Priced, value: int, solver: str, control: Control) -> Outcome:
    """Return the proof for the value found; its list is a part of the one that was searched."""
    if priced.bound >= value:
        return Outcome(value, value, priced)
    within = priced.within(value - 1)
    limit = priced.limit(stage, within)
    if plain(stage.offers):
        options = int(options_within(stage, priced.reduced, limit).sum())
        return Outcome(value, value, priced, within, None, options, solver)
    listed = len(groups_within(stage.offers, priced.reduced, limit, tuning.MOST_VISITS_LISTED, control.look))
    return Outcome(value, value, priced, within, listed, None, solver)


def _better(stage: Stage, plan: Incumbent, found: Groups | None, value: int) -> int:
    """Replace the incumbent if a plan keeps every hard row and costs less; return the best cost."""
    if found is None or stage.broken(found).any() or stage.value(found) >= value:
        return value
    plan.take(found)
    return stage.value(found)
