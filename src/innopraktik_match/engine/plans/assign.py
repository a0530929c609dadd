"""Rounds without visit rules as an assignment problem: a variable per option instead of one per visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.flows.seats import seated
from innopraktik_match.engine.plans.choose import Chosen, most_missed
from innopraktik_match.engine.plans.race import WholeModel, minimise
from innopraktik_match.engine.prices.master import miss_columns
from innopraktik_match.engine.stages.blend import BLEND
from innopraktik_match.engine.stages.rows import Sparse, sparse
from innopraktik_match.model.groups import FAR, Groups, Reduced, lowest
from innopraktik_match.model.measures import NO_LIMIT

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.stages.aims import Measure, Stage
    from innopraktik_match.model.measures import Flags, Index, Ints


def options_within(stage: Stage, reduced: Reduced, within: Ints) -> Flags:
    """Return the options [K] that can be in a visit of reduced cost at most `within` [P].

    The other members of such a visit cost at least (max - 1) times the place's cheapest option if that is
    negative, and (min - 1) times it otherwise.
    """
    columns = stage.offers.columns
    offers = stage.offers
    if not len(offers):
        return np.zeros(0, dtype=bool)
    host = offers.places.host
    low = lowest(offers, reduced)
    others = low * (np.where(low < 0, columns.host_max[host], columns.host_min[host]) - 1)
    room = within - reduced.place - others
    return np.asarray((reduced.option < FAR) & (reduced.option <= room[offers.place]))


def assign(stage: Stage, near: Flags, plan: Groups, goal: int, control: Control) -> Chosen:
    """Choose the cheapest plan among the options within the gap and those of the incumbent."""
    near = near.copy()
    near[plan.options[plan.options >= 0]] = True
    option = np.flatnonzero(near)
    place, at = np.unique(stage.offers.place[option], return_inverse=True)
    model = _model(stage, option, place, at, plan)
    answer = minimise(model, goal, control, control.left)
    if answer.values is None:
        return Chosen(None, solver=answer.solver)
    comes, visits = np.split(answer.values[model.implied :], [len(option)])
    each = np.zeros(len(stage.offers.places), dtype=np.int64)
    each[place] = visits
    return Chosen(seated(stage.offers, option[comes > 0], each), answer.final, answer.solver)


def _model(stage: Stage, option: Ints, place: Ints, at: Ints, plan: Groups) -> WholeModel:
    """Return the model: a column for each miss, for each option, and for the number of visits at each place.

    A place gets at most as many members as its visits have seats, and at least as many as they need.
    """
    columns = stage.offers.columns
    host = stage.offers.places.host[place]
    closing = np.flatnonzero(columns.host_min[host][at] > 1)  # a tighter relaxation: a member needs a visit
    n, m, first = len(option), len(place), len(stage.lower)
    here, there, tight = np.arange(n), np.arange(m), first + 2 * m + np.arange(len(closing))
    one, most = np.ones(n, dtype=np.int64), columns.host_visits[host]
    options = _columns(
        stage, "option", option,
        [(here, first + at, one), (here, first + m + at, one), (closing, tight, one[closing])],
    )  # fmt: skip
    places = _columns(
        stage, "place", place,
        [(there, first + there, -columns.host_max[host]), (there, first + m + there, -columns.host_min[host]),
         (at[closing], tight, -one[closing])],
    )  # fmt: skip
    misses = miss_columns(stage)
    start = np.concatenate([options.start, options.start[-1] + places.start[1:]])
    row, load = np.append(options.row, places.row), np.append(options.load, places.load)
    own = row < first
    counted = np.append(one, most)
    upper = most_missed(stage, *_some(start, row, load, own), counted)
    comes, visits = np.zeros(n, dtype=np.int64), np.zeros(m, dtype=np.int64)
    comes[np.searchsorted(option, plan.options[plan.options >= 0])] = 1
    np.add.at(visits, np.searchsorted(place, plan.place), 1)
    link, none, unlimited = np.full(m, -NO_LIMIT), np.zeros(m, dtype=np.int64), np.full(m, NO_LIMIT)
    return WholeModel(
        cost=np.concatenate([misses[3], _of(stage.cost, "option", option), _of(stage.cost, "place", place)]),
        most=np.append(upper, counted),
        start=np.append(misses[0], misses[0][-1] + start[1:]),
        row=np.append(misses[1], row),
        load=np.append(misses[2], load),
        lower=np.concatenate([stage.lower, link, none, np.full(len(closing), -NO_LIMIT)]),
        upper=np.concatenate([stage.upper, none, unlimited, np.zeros(len(closing), dtype=np.int64)]),
        implied=len(upper),
        begin=np.concatenate([*stage.missed(plan), comes, visits]),
        proving=stage.cost.aim != BLEND,
    )


def _columns(stage: Stage, counted: str, items: Ints, links: list[tuple[Ints, Ints, Ints]]) -> Sparse:
    """Return the loads of some options (or places) on the rows, on earlier aims and on the linking rows."""
    loads: Sparse = getattr(stage.rows, f"by_{counted}")
    entries = [loads.entries(items), *links]
    for number, (measure, _) in enumerate(stage.reached):
        row = np.full(len(items), len(stage.rows.lower) + number)
        entries.append((np.arange(len(items)), row, _of(measure, counted, items)))
    return sparse(len(items), *(np.concatenate(part) for part in zip(*entries, strict=True)))


def _some(start: Ints, row: Ints, load: Ints, kept: Flags) -> tuple[Ints, Ints, Ints]:
    """Return only the entries kept of each column."""
    before = np.concatenate([[0], np.cumsum(kept)])
    return before[start], row[kept], load[kept]


def _of(measure: Measure, counted: str, items: Index) -> Ints:
    """Return the coefficients of a measure for some options or places."""
    counts: Ints | None = getattr(measure, counted)
    return np.zeros(len(items), dtype=np.int64) if counts is None else counts[items]
