"""What people use instead: the Hungarian method, deferred acceptance, a coordinator by hand.

None of them knows every rule. Each makes the best plan it can; `score` tells what the plan breaks.
"""

from __future__ import annotations

from heapq import heappush, heappushpop
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.by_hand import ByHand
from benchmarks.seats import slot
from innopraktik_match.domain.plan import Visit
from innopraktik_match.model.columns import Columns, build_columns
from innopraktik_match.model.options import build_options

if TYPE_CHECKING:
    from benchmarks.linear import Ints
    from innopraktik_match.domain.round import Round
    from innopraktik_match.model.measures import Options


def hungarian(round: Round) -> tuple[Visit, ...]:
    """Assign interns to cloned places at the least points of their pairs, most people first.

    It sees pairs, not visits: no slots, no minima, no rule about those who come together.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    c = build_columns(round)
    o = build_options(c)
    best = best_of_pairs(c, o)
    seats, first = c.host_max * c.host_visits, c.intern_visits
    wish_of = np.repeat(np.arange(len(c.interns)), c.intern_visits)
    seat_of = np.repeat(np.arange(len(c.hosts)), seats)
    copies = first[best.intern] * seats[best.host]
    pair = np.repeat(np.arange(len(best)), copies)
    copy = np.arange(len(pair)) - np.repeat(np.cumsum(copies) - copies, copies)
    wish = (np.cumsum(first) - first)[best.intern[pair]] + copy // seats[best.host[pair]]
    seat = (np.cumsum(seats) - seats)[best.host[pair]] + copy % seats[best.host[pair]]
    n = np.arange(len(wish_of))
    second = np.append(False, wish_of[1:] == wish_of[:-1])
    dear = 1 + (1 + int(best.points.max(initial=0))) * len(n)  # more than all visits together
    nowhere = np.where(second, dear, dear * (len(n) + 1 if second.any() else 1))
    weight = np.concatenate([1 + best.points[pair], nowhere]).astype(float)
    row, column = np.concatenate([wish, n]), np.concatenate([seat, len(seat_of) + n])
    costs = csr_array((weight, (row, column)), shape=(len(n), len(seat_of) + len(n)))
    wishes, places = min_weight_full_bipartite_matching(costs)
    met = places < len(seat_of)
    guests: list[list[int]] = [[] for _ in c.hosts]
    for intern, host in sorted(
        set(zip(wish_of[wishes[met]].tolist(), seat_of[places[met]].tolist(), strict=True))
    ):
        guests[host].append(intern)
    return with_slots(c, o, guests)


def deferred_acceptance(round: Round) -> tuple[Visit, ...]:
    """Let interns propose, cheapest pair first; hosts keep the cheapest guests; ties by id.

    The method of Gale and Shapley (1962). Written here because the package `matching` 1.4 ends in a
    RecursionError at 200 interns.
    """
    c = build_columns(round)
    o = build_options(c)
    best = best_of_pairs(c, o)
    start = np.searchsorted(best.intern, np.arange(len(c.interns) + 1))
    order = np.lexsort((best.host, best.points, best.intern))
    kept: list[list[tuple[int, int]]] = [[] for _ in c.hosts]  # the dearest guest on top
    proposed = start[:-1].tolist()
    free = [intern for intern in range(len(c.interns)) for _ in range(c.intern_visits[intern])][::-1]
    while free:
        intern = free.pop()
        if proposed[intern] == start[intern + 1]:
            continue
        pair = order[proposed[intern]]
        proposed[intern] += 1
        host, guest = int(best.host[pair]), (-int(best.points[pair]), -intern)
        if len(kept[host]) < c.host_max[host] * c.host_visits[host]:
            heappush(kept[host], guest)
        else:
            free.append(-heappushpop(kept[host], guest)[1])
    return with_slots(c, o, [sorted(-guest[1] for guest in guests) for guests in kept])


def by_hand(round: Round) -> tuple[Visit, ...]:
    """Place people one by one, those with the fewest hosts first, where it costs least just then."""
    c = build_columns(round)
    hand = ByHand(c, build_options(c))
    hand.place_everybody()
    return tuple(_visit(c, host, at, guests) for host, at, guests in hand.visits())


def best_of_pairs(c: Columns, o: Options) -> Options:
    """Return the cheapest option of each pair, sorted by intern, then host."""
    order = np.lexsort((o.slot, o.points, o.host, o.intern))
    pair = o.intern[order].astype(np.int64) * len(c.hosts) + o.host[order]
    return o.take(order[np.unique(pair, return_index=True)[1]])


def with_slots(c: Columns, o: Options, guests: list[list[int]]) -> tuple[Visit, ...]:
    """Give each host's guests the slots that suit most of them; whom no slot suits comes along anyway."""
    start = np.searchsorted(o.host, np.arange(len(c.hosts) + 1))
    return tuple(
        _visit(c, host, at, who)
        for host, mine in enumerate(guests)
        if mine
        for at, who in _slots_of(c, o.take(np.arange(start[host], start[host + 1])), host, mine)
    )


def _slots_of(c: Columns, o: Options, host: int, guests: list[int]) -> list[tuple[int, list[int]]]:
    left, free = list(guests), np.ones(len(c.slot_week), dtype=bool)
    visits: list[tuple[int, list[int]]] = []
    while left and len(visits) < c.host_visits[host]:
        fits = o.take(np.isin(o.intern, left) & free[o.slot])
        if not len(fits):
            break
        come = np.minimum(np.bincount(fits.slot), c.host_max[host])
        cost = np.bincount(fits.slot, weights=fits.points)
        at = int(np.lexsort((cost, -come))[0])
        here = fits.take(fits.slot == at)
        who = here.intern[np.argsort(here.points, kind="stable")][: c.host_max[host]].tolist()
        visits.append((at, who))
        left = [intern for intern in left if intern not in who]
        free &= ~(c.takes_up & c.takes_up[at]).any(axis=1)
    for intern in left:
        min((who for _, who in visits), key=len).append(intern)
    return visits


def _visit(c: Columns, host: int, at: int, guests: list[int]) -> Visit:
    who: Ints = np.array(sorted(guests))
    return Visit(host=c.hosts[host].id, interns=tuple(c.interns[n].id for n in who), **slot(c, at))
