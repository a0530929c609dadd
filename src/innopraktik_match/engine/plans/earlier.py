"""Warm start: what of an earlier plan still fits, its visits as a first plan and its prices as first prices.

Neither decides what is found or proven, only how soon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.scaling import bounded
from innopraktik_match.model.groups import Groups, visit_points

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from innopraktik_match.domain.plan import Price, Proof, Visit
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.stages.aims import Measure, Stage
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers

HIGHEST = 2**60
"""Beyond all prices; a file may say anything."""


def fitting(stage: Stage, visits: Sequence[Visit]) -> Groups:
    """Return earlier visits, each without those who cannot come any more, that keep every upper limit."""
    found, _ = possible_visits(stage.offers, visits)
    left, kept = stage.upper.copy(), np.zeros(len(found), dtype=bool)
    group, row, load = stage.loads(found)
    order = np.argsort(group, kind="stable")
    row, load = row[order], load[order]
    first = np.searchsorted(group[order], np.arange(len(found) + 1))
    for n in range(len(found)):
        rows, loads = row[first[n] : first[n + 1]], load[first[n] : first[n + 1]]
        kept[n] = np.all(loads <= left[rows])
        if kept[n]:
            left[rows] -= loads
    return found.take(kept)


def first_prices(
    stage: Stage, proof: Proof, measures: Sequence[Measure], weights: Mapping[str, float], control: Control
) -> Ints:
    """Return prices of a blend of aims, made from those that proved an earlier plan.

    An aim's prices prove a bound on it plus what they pay for the aims before. So the last aim is priced in
    full, and each one before with what is left of its weight. An aim that was not proven is taken to be met
    in full: each of its rows has the price of missing it.

    Parameters
    ----------
    measures : sequence of Measure
        The aims, in order.
    weights : dict
        Aim -> its weight in the blend.
    """
    from innopraktik_match.engine.prices.column_generation import with_least

    left, price = dict(weights), np.zeros(len(stage.lower))
    row_of = {stage.name(row): row for row in range(len(stage.lower))}
    known = {one.aim: one.prices for one in proof.aims}
    for measure in reversed(measures):
        weight = max(0.0, left[measure.aim])
        if measure.aim not in known:
            price += weight * _of_missing(stage, measure)
            continue
        for one, worth in _in_points(known[measure.aim], proof.scale):
            if one.rule == "aims" and one.key and one.key[0] in left:
                left[one.key[0]] += weight * worth
            elif (one.rule, one.key) in row_of:
                price[row_of[one.rule, one.key]] += weight * worth
    return with_least(stage, bounded(stage, price * stage.scale), control)


def possible_visits(offers: Offers, visits: Sequence[Visit]) -> tuple[Groups, Ints]:
    """Return the visits that are possible as they are, or without some of their interns, and their numbers.

    Possible by all rules about options and visits; they need not be possible together.
    """
    columns = offers.columns
    number = {person.id: n for n, person in enumerate(columns.interns)}
    host_of = {host.id: n for n, host in enumerate(columns.hosts)}
    week_of = {week: n for n, week in enumerate(columns.weeks)} | {None: -1}
    slots = zip(columns.slot_week.tolist(), columns.slot_days.tolist(), strict=True)
    slot_of = {when: n for n, when in enumerate(slots)}
    spots = offers.places.host.astype(np.int64) * len(slot_of) + offers.places.slot
    place_of = {spot: n for n, spot in enumerate(spots.tolist())}
    places, rows, numbers = [], [], []
    for at, visit in enumerate(visits):
        slot = slot_of.get((week_of.get(visit.week), visit.days or 0), -1)
        place = place_of.get(host_of.get(visit.host, -1) * len(slot_of) + slot, -1)
        if slot >= 0 and place >= 0:
            options = _possible(offers, place, [number[one] for one in visit.interns if one in number])
            heads = int(offers.size[offers.unit[options]].sum())
            host = offers.places.host[place]
            if columns.host_min[host] <= heads <= columns.host_max[host]:
                places.append(place)
                rows.append(options)
                numbers.append(at)
    table = np.full((len(rows), int(columns.host_max.max(initial=1))), -1, dtype=np.int64)
    for row, options in zip(table, rows, strict=True):
        row[: len(options)] = options
    spot = np.array(places, dtype=np.int32)
    points, legal = visit_points(offers, spot, table)
    found = Groups(spot, table, points, np.zeros(len(rows), dtype=np.int64))
    return found.take(legal), np.array(numbers, dtype=np.int64)[legal]


def _possible(offers: Offers, place: int, interns: list[int]) -> Ints:
    """Return the options of those units, of all their members, that come to a place."""
    options = np.arange(offers.start[place], offers.start[place + 1])
    members = offers.members[offers.unit[options]]
    ours = np.isin(members, interns)
    return options[(ours | (members < 0)).all(axis=1)]


def _of_missing(stage: Stage, measure: Measure) -> NDArray[np.float64]:
    """Return the price of each row at which to miss it costs an aim as much as to meet it."""
    miss = stage.rows.miss
    cost = np.repeat(measure.miss, np.diff(miss.start))
    short = miss.load > 0
    price = np.zeros(len(stage.lower))
    np.maximum.at(price, miss.row[short], cost[short])
    return price


def _in_points(prices: Sequence[Price], scale: int) -> Iterator[tuple[Price, float]]:
    for one in prices:
        yield one, max(-HIGHEST, min(HIGHEST, one.price)) / max(1, scale)
