"""Who sits elsewhere in one plan than in another."""

from __future__ import annotations

from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from innopraktik_match.domain.explanation import Move, Seat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.plan import Visit


def moves(before: tuple[Visit, ...], after: tuple[Visit, ...]) -> tuple[Move, ...]:
    """Return who has another seat after than before; a seat at the same host is the same seat moved."""
    old, new = _apart(before, after)
    found = []
    for intern in sorted(old.keys() | new.keys()):
        left = [seat for seat in old[intern] if seat not in new[intern]]
        taken = [seat for seat in new[intern] if seat not in old[intern]]
        for seat in tuple(left):
            other = next((one for one in taken if one.host == seat.host), None)
            if other is not None:
                left.remove(seat)
                taken.remove(other)
                found.append(Move(intern=intern, from_=seat, to=other))
        found += [Move(intern=intern, from_=seat, to=other) for seat, other in zip_longest(left, taken)]
    return tuple(found)


def _apart(
    before: tuple[Visit, ...], after: tuple[Visit, ...]
) -> tuple[defaultdict[str, list[Seat]], defaultdict[str, list[Seat]]]:
    """Return the seats of both plans in visits that the other does not have alike."""
    told = [{_said(visit) for visit in visits} for visits in (before, after)]
    both = told[0] & told[1]
    return _seats(v for v in before if _said(v) not in both), _seats(v for v in after if _said(v) not in both)


def _said(visit: Visit) -> tuple[object, ...]:
    return visit.host, visit.week, visit.days, visit.interns


def _seats(visits: Iterable[Visit]) -> defaultdict[str, list[Seat]]:
    seats: defaultdict[str, list[Seat]] = defaultdict(list)
    for visit in visits:
        for intern in visit.interns:
            seats[intern].append(Seat(host=visit.host, week=visit.week, days=visit.days))
    return seats
