"""The criteria about columns of intern and host in plain Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.criteria import number_in, value_of, words_in
from innopraktik_match.domain.names import key

if TYPE_CHECKING:
    from innopraktik_match.domain.rulebook.settings import Match

MILLIONTHS = 1_000_000
__all__ = ["misfits", "value_of"]


def misfits(one: Match, mine: str, theirs: str) -> bool:
    """Whether two cells are against a criterion; a cell that says nothing about it is not."""
    return apart(one.how, mine, theirs, one.limit)


def apart(how: str, mine: str, theirs: str, limit: float) -> bool:
    """Whether two cells do not fit in one of the ways to compare them."""
    if how in ("equal", "differ"):
        a, b = key(mine), key(theirs)
        return bool(a and b) and (a == b) == (how == "differ")
    if how == "share":
        some, others = words_in(mine), words_in(theirs)
        return bool(some and others) and not some & others
    number, other = number_in(mine), number_in(theirs)
    if number is None or other is None:
        return False
    if how == "within":
        return abs(number - other) > round(limit * MILLIONTHS)
    return number < other if how == "at_least" else number > other
