"""What rules take and return: options, places and visits as arrays; verdicts and bounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Ints = NDArray[np.int64]
Index = NDArray[np.signedinteger[Any]]
Flags = NDArray[np.bool_]
NO_LIMIT = 2**60


@dataclass(frozen=True)
class Options:
    """K rows of (intern, host, slot), as indexes into `Columns`, and the points of the option rules."""

    intern: Index
    host: Index
    slot: Index
    points: Ints

    def __len__(self) -> int:
        return len(self.intern)

    @classmethod
    def unpriced(cls, intern: Index, host: Index, slot: Index) -> Options:
        """Return rows without points."""
        return cls(intern, host, slot, np.zeros(len(intern), dtype=np.int64))

    def take(self, rows: NDArray[np.integer] | Flags) -> Options:
        """Return the chosen rows."""
        return Options(self.intern[rows], self.host[rows], self.slot[rows], self.points[rows])


@dataclass(frozen=True)
class Places:
    """P rows of (host, slot): where and when a visit can take place."""

    host: Index
    slot: Index

    def __len__(self) -> int:
        return len(self.host)


@dataclass(frozen=True)
class Visits:
    """G rows of (host, slot, members); members [G, M] are interns, -1 where empty."""

    host: Index
    slot: Index
    members: Index

    @property
    def size(self) -> Ints:
        """The number of members [G]."""
        return np.asarray((self.members >= 0).sum(axis=1))


@dataclass(frozen=True)
class Verdict:
    """The measure of one rule; a hard limit is broken where amount > limit.

    Attributes
    ----------
    amount : array [K]
        In the rule's unit.
    points : array [K] or 0
        What the policy charges.
    limit : array [K], int or None
        None where nothing is forbidden.
    accepted : array [K] or None
        Where the limit would be broken, but a lock is the coordinator's decision.
    """

    amount: Ints
    points: Ints | int = 0
    limit: Ints | int | None = None
    accepted: Flags | None = None

    @property
    def breach(self) -> Flags:
        """Where a hard limit is broken [K]."""
        if self.limit is None:
            return np.zeros(len(self.amount), dtype=bool)
        return np.asarray(self.amount > self.limit)

    @classmethod
    def of_criteria(cls, count: int, parts: Iterable[tuple[Ints, int, bool]]) -> Verdict:
        """Return the sum of criteria; the soft amounts are its limit, so that a hard one is too many.

        Parameters
        ----------
        count : int
            Rows.
        parts : iterable of (amount [K], points for each, whether it is hard)
        """
        soft, hard, points = (np.zeros(count, dtype=np.int64) for _ in range(3))
        forbids = False
        for amount, each, is_hard in parts:
            points += each * amount
            forbids |= is_hard
            if is_hard:
                hard += amount
            else:
                soft += amount
        return cls(soft + hard, points=points, limit=soft if forbids else None)


def stable_order(numbers: Ints) -> Ints:
    """Return the order that sorts whole numbers of 0 or more; equal ones stay as they come.

    Digits of 16 bits, the last one first: numpy sorts those in one pass, five times as fast as long ones.

    Examples
    --------
    >>> stable_order(np.array([70_000, 3, 70_000, 3])).tolist()
    [1, 3, 0, 2]
    """
    order = np.argsort(numbers.astype(np.uint16), kind="stable")
    rest = numbers >> 16
    while rest.any():
        order = order[np.argsort(rest[order].astype(np.uint16), kind="stable")]
        rest = rest >> 16
    return order


def no_entries() -> Ints:
    """Return an empty list of loads."""
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Bounds:
    """R rows of one round rule: lower <= sum of loads over the chosen visits <= upper.

    Attributes
    ----------
    key : callable
        Row number -> the words that name the row.
    lower, upper : array [R]
        `-NO_LIMIT` and `NO_LIMIT` where there is none.
    option, option_row, option_load : arrays [E]
        Option `option` loads row `option_row` with `option_load`.
    place, place_row, place_load : arrays [F]
        The same for a visit at a place (host, slot), whoever comes.
    points : int or None
        Price of each unit of the amount that a row is missed by; None where the row is hard.
    weight : array [R] or None
        The amount of one visit missed; None where all are 1.
    peak : bool
        All rows share one excess: the highest one counts.
    given : array [R] or None
        The upper limits that the round gives, where decisions need more; what is above them is accepted.
    """

    key: Callable[[int], tuple[str, ...]]
    lower: Ints
    upper: Ints
    option: Ints = field(default_factory=no_entries)
    option_row: Ints = field(default_factory=no_entries)
    option_load: Ints = field(default_factory=no_entries)
    place: Ints = field(default_factory=no_entries)
    place_row: Ints = field(default_factory=no_entries)
    place_load: Ints = field(default_factory=no_entries)
    points: int | None = None
    weight: Ints | None = None
    peak: bool = False
    given: Ints | None = None
