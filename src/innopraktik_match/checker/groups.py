"""The least and the near groups of one place, by depth-first search in exact integers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.checker.facts import Unit

Item = tuple[int, int, "Unit", int]  # reduced cost, heads, members, highest points of any of them
Judge = Callable[["Unit"], int | None]


def least_group(
    items: list[Item], base: int, least_heads: int, most_heads: int, judge: Judge, best: int
) -> int:
    """Return the least cost of a group below `best`, or `best`.

    Parameters
    ----------
    items : list of (cost, heads, members, points)
        Sorted by cost.
    base : int
        Cost of the visit itself.
    least_heads, most_heads : int
        The host's limits.
    judge : callable
        Members -> what the visit rules add (0 or more), or None where they forbid.
    best : int
        Only cheaper groups are of interest.
    """

    def search(first: int, total: int, heads: int, members: Unit) -> None:
        nonlocal best
        if heads >= least_heads and members and total < best:
            added = judge(members)
            if added is not None and total + added < best:
                best = total + added
        seats = most_heads - heads
        for n in range(first, len(items) if seats else 0):
            cost, size, who, _ = items[n]
            if total + (cost * seats if cost < 0 else cost) >= best:
                break
            if size <= seats:
                search(n + 1, total + cost, heads + size, members + who)

    search(0, base, 0, ())
    return best


def groups_within(
    items: list[Item], base: int, least_heads: int, most_heads: int, judge: Judge, within: int
) -> Iterator[Unit]:
    """Yield the members of every group that costs at most `within`; arguments as `least_group`."""

    def search(first: int, total: int, heads: int, members: Unit) -> Iterator[Unit]:
        if heads >= least_heads and members and total <= within:
            added = judge(members)
            if added is not None and total + added <= within:
                yield members
        seats = most_heads - heads
        for n in range(first, len(items) if seats else 0):
            cost, size, who, _ = items[n]
            if total + (cost * seats if cost < 0 else cost) > within:
                break
            if size <= seats:
                yield from search(n + 1, total + cost, heads + size, members + who)

    yield from search(0, base, 0, ())
