"""A part of a stage as a small stage of its own: some options, with the rest of the plan fixed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.rows import Rows, Sparse, sparse
from innopraktik_match.model.groups import Groups, Reduced
from innopraktik_match.model.measures import NO_LIMIT, Places

if TYPE_CHECKING:
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.measures import Flags, Ints


@dataclass(frozen=True)
class Part:
    """A stage restricted to some options of another, and the mapping between the two.

    Costs of the part and of the whole differ by a constant.

    Attributes
    ----------
    stage : Stage
    option, place, row : array
        Indices in the whole of the part's options, places and rows.
    """

    stage: Stage
    option: Ints
    place: Ints
    row: Ints

    def all_in(self, groups: Groups) -> Flags:
        """Return which visits of the whole [G] consist of options of the part."""
        highest = int(groups.options.max(initial=0))
        ours = np.zeros(max(highest, int(self.option.max(initial=0))) + 2, dtype=bool)
        ours[self.option] = ours[-1] = True
        return np.asarray(ours[groups.options].all(axis=1))

    def of(self, groups: Groups) -> Groups:
        """Map visits of the whole to the part, which has all their options."""
        options = np.where(groups.options >= 0, np.searchsorted(self.option, groups.options), -1)
        place = np.searchsorted(self.place, groups.place).astype(np.int32)
        return replace(groups, place=place, options=options)

    def whole(self, groups: Groups) -> Groups:
        """Map visits of the part to the whole."""
        options = np.where(groups.options >= 0, self.option[groups.options], -1)
        return replace(groups, place=self.place[groups.place].astype(np.int32), options=options)

    def reduced(self, whole: Reduced) -> Reduced:
        """Return the reduced costs of the part's options and places."""
        charges = whole.charges
        if charges is not None:  # units and hosts keep their numbers
            charges = replace(charges, halves=replace(charges.halves, offers=self.stage.offers))
        return Reduced(whole.option[self.option], whole.place[self.place], whole.visit_weight, charges)


def whole_of(stage: Stage) -> Part:
    """Return a stage as a part of itself."""
    options, places = np.arange(len(stage.offers)), np.arange(len(stage.offers.places))
    return Part(stage, options, places, np.arange(len(stage.lower)))


def part_of(stage: Stage, option: Ints, used: Ints | None = None) -> Part:
    """Return the stage of some options, given what other visits already load.

    Options blocked by a full row are left out, and so are rows that no remaining option loads.

    Parameters
    ----------
    option : array
        Sorted.
    used : array [rows], optional
        Loads of the visits that are fixed.
    """
    offers, rows, base = stage.offers, stage.rows, len(stage.rows.lower)
    used = np.zeros(len(stage.lower), dtype=np.int64) if used is None else used
    lower = np.where(rows.lower > -NO_LIMIT, rows.lower - used[:base], -NO_LIMIT)
    upper = np.where(rows.upper < NO_LIMIT, rows.upper - used[:base], NO_LIMIT)
    option = option[_open(stage, option, upper)]
    place, start, at = np.unique(offers.place[option], return_index=True, return_inverse=True)
    of_option, of_place = rows.by_option.take(option), rows.by_place.take(place)
    short, over = np.maximum(0, lower), np.maximum(0, -upper)

    miss = rows.miss
    owner = np.repeat(np.arange(len(rows.miss_points)), np.diff(miss.start))
    missed = np.where(miss.load > 0, short[miss.row], over[miss.row])
    shared = np.diff(miss.start)[owner] > 1
    seen = np.zeros(base, dtype=bool)
    for some in (of_option.row, of_place.row, miss.row[shared & (missed > 0)]):
        seen[some] = True
    kept = np.flatnonzero(seen)
    number = np.full(base, -1)
    number[kept] = np.arange(len(kept))
    ours = seen[miss.row]
    misses, miss_of = np.unique(owner[ours], return_inverse=True)
    settled = np.zeros(len(rows.miss_points), dtype=np.int64)
    np.maximum.at(settled, owner, missed)
    settled[misses] = 0

    reached = tuple(
        (m.take(option, place, misses), most - int(used[base + n]) - int((m.miss * settled).sum()))
        for n, (m, most) in enumerate(stage.reached)
    )
    among = stage.extra[(stage.extra >= base) | seen[np.minimum(stage.extra, base - 1)]]
    part = replace(
        stage,
        offers=replace(
            offers,
            unit=offers.unit[option],
            place=at.astype(np.int32),
            points=offers.points[option],
            level=offers.level[option],
            places=Places(offers.places.host[place], offers.places.slot[place]),
            start=np.append(start, len(option)),
        ),
        rows=Rows(
            name=lambda n: rows.name(int(kept[n])),
            lower=lower[kept],
            upper=upper[kept],
            by_option=Sparse(of_option.start, number[of_option.row], of_option.load),
            by_place=Sparse(of_place.start, number[of_place.row], of_place.load),
            miss=sparse(len(misses), miss_of, number[miss.row[ours]], miss.load[ours]),
            miss_points=rows.miss_points[misses],
            miss_amount=rows.miss_amount[misses],
            miss_rule=rows.miss_rule[misses],
            rules=rows.rules,
            total=rows.total,
        ),
        cost=stage.cost.take(option, place, misses),
        reached=reached,
        extra=np.where(among < base, number[np.minimum(among, base - 1)], among - base + len(kept)),
        open=None,
        cuts=None,
    )
    return Part(part, option, place, np.append(kept, base + np.arange(len(reached))))


def _open(stage: Stage, option: Ints, upper: Ints) -> Flags:
    """Return which options are allowed by the stage and not blocked by a full row."""
    offers, rows = stage.offers, stage.rows
    full = upper <= 0
    full[rows.miss.row[rows.miss.load < 0]] = False
    busy = np.zeros(len(option), dtype=bool)
    of_option = rows.by_option.take(option)
    busy[np.repeat(np.arange(len(option)), np.diff(of_option.start))[full[of_option.row]]] = True
    place, at = np.unique(offers.place[option], return_inverse=True)
    of_place = rows.by_place.take(place)
    closed = np.zeros(len(place), dtype=bool)
    closed[np.repeat(np.arange(len(place)), np.diff(of_place.start))[full[of_place.row]]] = True
    busy |= closed[at]
    return ~busy if stage.open is None else stage.open[option] & ~busy
