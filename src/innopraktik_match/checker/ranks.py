"""What the rank of a wish costs."""

from __future__ import annotations


def price_of_rank(points: tuple[int, ...], rank: int) -> int:
    """Return the points of a rank; past the end the last step goes on, never below 0."""
    if rank <= len(points):
        return points[rank - 1]
    before, last = (points[0], *points)[-2:]
    return max(0, last + (last - before) * (rank - len(points)))
