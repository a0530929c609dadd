"""Exact pricing: the group of least reduced cost of each host, on which the bound rests."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model import tuning
from innopraktik_match.model.groups import (
    FAR,
    Groups,
    choices,
    lowest,
    mended,
    rank_within,
    ranked,
    visit_points,
)
from innopraktik_match.model.growth import Growth
from innopraktik_match.model.measures import stable_order
from innopraktik_match.model.rules import VISIT_RULES

if TYPE_CHECKING:
    from innopraktik_match.model.charges import Charges
    from innopraktik_match.model.groups import Reduced
    from innopraktik_match.model.growth import Look
    from innopraktik_match.model.measures import Flags, Index, Ints
    from innopraktik_match.model.options import Offers


def least_groups(offers: Offers, r: Reduced, look: Look = lambda: None) -> Groups:
    """Return the group of least reduced cost of each host, if that is below 0. Exact.

    First the few cheapest options of each place are tried. Only where a group with a dearer member could
    still be better are all contenders tried: in tables where groups are few, else member by member.

    Parameters
    ----------
    look : callable
        Called between steps; may raise to abort.
    """
    columns = offers.columns
    width, count = int(columns.host_max.max(initial=1)), len(columns.hosts)
    most, least = columns.host_max[offers.places.host], columns.host_min[offers.places.host]
    needed = (least > 1) | mended(columns)  # somebody dear may make up the number, or mend a rule
    others = np.where(needed, np.minimum(0, lowest(offers, r)) * (most - 1), 0)
    order, rank = ranked(offers, r.option, r.option < np.maximum(0, -r.place - others)[offers.place])
    none = np.zeros(count, dtype=np.int64)
    best = Groups(none.astype(np.int32), np.full((count, width), -1, dtype=np.int64), none, none.copy())
    some = rank <= tuning.OPTIONS_TABLED
    table = _Table(offers, r, order[some], rank[some], tuning.OPTIONS_TABLED)
    table.improve(best, look)
    unsure = np.zeros(len(offers.places), dtype=bool)
    unsure[table.place[table.beyond() < best.reduced[table.host]]] = True
    order = contenders(offers, order[unsure[offers.place[order]]], r.charges)
    rank = rank_within(offers.place[order], len(offers.places))
    sizes = _width(rank, offers.place[order])
    few = _listed(sizes, most[offers.place[order]])
    for top in np.unique(sizes[few]):
        some = few & (sizes == top)
        _Table(offers, r, order[some], rank[some], int(top)).improve(best, look)
    _grow(offers, r, order[~few], best, look)
    return best.take(best.reduced < 0)


def _grow(offers: Offers, r: Reduced, order: Ints, best: Groups, look: Look) -> None:
    """Update `best` [H] with the best groups of some options, grown member by member."""
    host = offers.places.host
    growth = Growth(offers, r, order, best.reduced[host] - 1 - r.place)
    for groups in growth:
        look()
        _take_better(best, host[groups.place], groups)
        growth.room[:] = best.reduced[host] - 1 - r.place


def _take_better(best: Groups, host: Index, groups: Groups) -> None:
    """Update `best` [H] with the groups that are better than those of their host."""
    order = np.lexsort((groups.reduced, host))
    order = order[np.unique(host[order], return_index=True)[1]]
    order = order[groups.reduced[order] < best.reduced[host[order]]]
    at = host[order]
    best.place[at], best.options[at] = groups.place[order], groups.options[order]
    best.visit_points[at], best.reduced[at] = groups.visit_points[order], groups.reduced[order]


def contenders(offers: Offers, order: Ints, charges: Charges | None = None) -> Ints:
    """Return, of options sorted by place and cost, those that a best group can need (dominance).

    Twins: of units that agree in size and in all codes of their members, only as many of the cheapest as fit
    into a visit are needed; one of these that is not in the group can replace any dearer twin.
    Families: of single people who agree in the first code, 1 + (most - 1) x (number of other codes) who
    differ from each other in all other codes are enough; each other member of the group rules out at most
    one of them for each code, and one that is left can replace any dearer member of the family. The
    proof is in docs/engine.md. Who is decided on for the host may repeat what others may not, and stays;
    so does whoever cuts may charge for. Families need rules that count repetitions only.
    """
    decided = offers.columns.decided
    if not len(decided) and charges is None:
        return _undominated(offers, order)
    host = offers.places.host[offers.place[order]]
    stays = np.zeros(len(order), dtype=bool)
    if charges is not None:
        stays = charges.touched[offers.unit[order]]
    for member in offers.members[offers.unit[order]].T:
        stays |= (member >= 0) & (decided.pairs.get(np.maximum(member, 0), host, 0) > 0)
    return order[stays | np.isin(order, _undominated(offers, order[~stays]))]


def _undominated(offers: Offers, order: Ints) -> Ints:
    """Return the options that twins and families leave."""
    columns = offers.columns
    rules = [r for r in VISIT_RULES if getattr(columns.rules, r.id).on and not r.by_construction]
    codes = [rule.differ(columns) for rule in rules if rule.differ is not None]
    kinds = [rule.kind(columns) for rule in rules if rule.kind is not None]
    if len(codes) + len(kinds) < len(rules):
        return order
    codes.sort(key=lambda code: len(np.unique(code)))
    alike = np.zeros(len(columns.interns), dtype=np.int64)
    for code in codes:
        alike = alike * (int(code.max(initial=0)) + 2) + code + 1
    for code in kinds:
        alike = np.unique(alike, return_inverse=True)[1] * (int(code.max(initial=0)) + 1) + code
    families = _Families(offers, order, _kinds(offers, alike))
    order = families.keep(families.seats)
    if kinds:
        return order
    kind = (codes[0] if codes else alike)[offers.members[:, 0]].astype(np.int64) + 1
    several = offers.size > 1
    kind[several] = kind.max(initial=0) + 1 + np.arange(np.count_nonzero(several))
    families = _Families(offers, order, kind)
    return families.keep(families.enough(codes[1:]))


def _kinds(offers: Offers, alike: Ints) -> Ints:
    """Return class numbers [U], equal for units whose members have the same codes."""
    words = np.sort(np.where(offers.members >= 0, alike[offers.members], -1), axis=1)
    return np.unique(words, axis=0, return_inverse=True)[1].ravel()


class _Families:
    """Options grouped by place and by the kind of their unit [U], in the order given."""

    def __init__(self, offers: Offers, order: Ints, kind: Ints) -> None:
        self.order, self.person = order, offers.members[offers.unit[order], 0]
        kinds = kind[offers.unit[order]] + offers.place[order].astype(np.int64) * (
            int(kind.max(initial=0)) + 1
        )
        self.rows = stable_order(kinds)
        new = np.ones(len(kinds), dtype=bool)
        new[1:] = np.diff(kinds[self.rows]) != 0
        first, self.family = np.flatnonzero(new), np.cumsum(new) - 1
        self.size = np.diff(np.append(first, len(kinds)))
        self.rank = np.arange(len(order)) - first[self.family]
        one = order[self.rows[first]]
        self.most = offers.columns.host_max[offers.places.host[offers.place[one]]]
        self.seats = self.most // offers.size[offers.unit[one]]

    def keep(self, few: Ints) -> Ints:
        """Return the first few options of each family [families]."""
        kept = np.zeros(len(self.order), dtype=bool)
        kept[self.rows] = self.rank < few[self.family]
        return self.order[kept]

    def enough(self, codes: list[Index]) -> Ints:
        """Return the size of the prefix of each family after which no further option is needed."""
        few = self.rank < tuning.CONTENDERS_COMPARED
        clash = np.arange(tuning.CONTENDERS_COMPARED) >= self.size[:, None]
        for code in codes:
            words = np.full((len(self.size), tuning.CONTENDERS_COMPARED), -1, dtype=np.int64)
            words[self.family[few], self.rank[few]] = code[self.person[self.rows[few]]]
            for b in range(1, tuning.CONTENDERS_COMPARED):
                for a in range(b):
                    clash[:, b] |= (words[:, a] == words[:, b]) & (words[:, b] >= 0)
        needed = 1 + (self.most[:, None] - 1) * max(1, len(codes))
        reached = np.cumsum(~clash, axis=1) >= needed
        return np.where(reached.any(axis=1), reached.argmax(axis=1) + 1, len(self.order))


class _Table:
    """The cheapest options of some places [places, top + 1]; the last entry is an empty seat."""

    def __init__(self, offers: Offers, r: Reduced, order: Ints, rank: Ints, top: int) -> None:
        self.offers, self.r, self.top = offers, r, top
        self.place, row = np.unique(offers.place[order], return_inverse=True)
        self.cheapest = np.full((len(self.place), top + 1), -1, dtype=np.int64)
        self.cheapest[row, rank] = order
        self.cost = np.where(self.cheapest >= 0, r.option[self.cheapest], FAR)
        self.next = self.cost[:, top].copy()
        self.cheapest[:, top], self.cost[:, top] = -1, 0
        self.heads = np.where(self.cheapest >= 0, offers.size[offers.unit[self.cheapest]], 0)
        self.host = offers.places.host[self.place]
        self.most = offers.columns.host_max[self.host]
        self.base = r.place[self.place]

    def hope(self, seats: Ints) -> Ints:
        """Return a lower bound on groups of at most so many members from the table."""
        some = np.arange(self.top) < seats[:, None]
        return np.asarray(self.base + (np.minimum(0, self.cost[:, :-1]) * some).sum(axis=1))

    def beyond(self) -> Ints:
        """Return a lower bound on groups with a member outside the table.

        One member costs at least `next`; so do those who take seats beyond the size of the table.
        """
        below = 1 + np.maximum(0, self.most - 1 - self.top)
        least = self.next + np.minimum(0, self.next) * (below - 1)
        return np.where(self.next < FAR, self.hope(self.most - 1) + least, FAR)

    def improve(self, best: Groups, look: Look) -> None:
        """Update `best` [H] with the best groups of the table, the most promising places first."""
        hope = self.hope(self.most)
        order = np.lexsort((hope, self.host))
        first = np.zeros(len(order), dtype=bool)
        first[np.unique(self.host[order], return_index=True)[1]] = True
        wide = self.top > tuning.OPTIONS_TABLED
        seats = np.unique(self.most) if wide else self.most.max(keepdims=True, initial=1)
        for some in (order[first], order[~first]):
            for most in seats:  # a narrow table is tried for all sizes at once
                rows = some[self.most[some] == most] if len(seats) > 1 else some
                step = max(1, tuning.GROUPS_AT_ONCE // len(choices(self.top, int(most))))
                for at in range(0, len(rows), step):
                    look()
                    part = rows[at : at + step]
                    part = part[hope[part] < best.reduced[self.host[part]]]
                    if len(part):
                        self._try(best, part, int(most))

    def _try(self, best: Groups, rows: Ints, most: int) -> None:
        """Try the groups of some rows, in order of their cost without visit points."""
        choice = choices(self.top, most)
        columns, host = self.offers.columns, self.host[rows]
        total = self.base[rows][:, None] + self.cost[rows][:, choice].sum(axis=2)
        heads = self.heads[rows][:, choice].sum(axis=2)
        total[(heads < columns.host_min[host][:, None]) | (heads > columns.host_max[host][:, None])] = FAR
        left = np.arange(len(rows))
        for tries in (1, tuning.GROUPS_TRIED_NEXT, len(choice)):
            tries = min(tries, len(choice))
            picks = np.argpartition(total[left], tries - 1, axis=1)[:, :tries]
            row, pick = np.repeat(left, tries), picks.ravel()
            bare = total[row, pick]
            hopeful = bare < best.reduced[host[row]]
            row, pick, bare = row[hopeful], pick[hopeful], bare[hopeful]
            if not len(row):
                return
            options = np.full((len(row), best.options.shape[1]), -1, dtype=np.int64)
            options[:, :most] = self.cheapest[rows[row][:, None], choice[pick]]
            place = self.place[rows[row]]
            points, legal = visit_points(self.offers, place, options)
            cost = np.where(legal, bare + self.r.together(place, options, points), FAR)
            _take_better(best, host[row], Groups(place, options, points, cost))
            total[row, pick] = FAR
            left = left[total[left].min(axis=1) < best.reduced[host[left]]]
            if not len(left):
                return


def _listed(top: Ints, most: Index) -> Flags:
    """Return which rows belong to places with few enough groups of up to `most` of `top` options to list."""
    most = most.astype(np.int64)
    pairs, row = np.unique(np.column_stack([top, most]), axis=0, return_inverse=True)
    counts = [sum(comb(top, n) for n in range(1, most + 1)) for top, most in pairs.tolist()]
    return (np.array(counts, dtype=float) <= tuning.MOST_GROUPS_TABLED)[row.ravel()]


def _width(rank: Ints, place: Index) -> Ints:
    """Return the number of rows of each row's place, rounded up to a power of two."""
    size = np.zeros(int(place.max(initial=-1)) + 1, dtype=np.int64)
    np.maximum.at(size, place, rank + 1)
    return np.asarray(np.maximum(4, 2 ** np.ceil(np.log2(np.maximum(1, size))).astype(np.int64)))[place]
