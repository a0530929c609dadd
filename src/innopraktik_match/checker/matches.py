"""The ways to compare what two columns say, in plain Python."""

from __future__ import annotations

from typing import Any

from innopraktik_match.domain.criteria import number_in, words_in
from innopraktik_match.domain.names import key

MILLIONTHS = 1_000_000
Cell = str | frozenset[str] | int | None
"""A word, the words of a list, or a number in millionths; None where a cell says nothing."""


def cell_of(how: str, text: str) -> Cell:
    """Return what a cell says in one of the ways to compare."""
    if how in ("equal", "differ"):
        return key(text) or None
    return words_in(text) or None if how == "share" else number_in(text)


def apart(how: str, mine: Any, theirs: Any, limit: float = 0) -> bool:
    """Whether two cells do not fit in one of the ways to compare them; one that says nothing fits all."""
    if mine is None or theirs is None:
        return False
    if how in ("equal", "differ"):
        return bool((mine == theirs) == (how == "differ"))
    if how == "share":
        return bool(mine.isdisjoint(theirs))
    if how == "within":
        return bool(abs(mine - theirs) > round(limit * MILLIONTHS))
    return bool(mine < theirs if how == "at_least" else mine > theirs)
