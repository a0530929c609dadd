"""Shares of few answers, with how far they can be trusted."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

Z = 1.959964
"""Of the normal distribution: 95 % lie within so many deviations."""


class Share(NamedTuple):
    """How many of those who answered said yes, and where the true share probably lies.

    Attributes
    ----------
    yes, answers : int
    low, high : float
        The interval that holds the true share in 95 of 100 surveys; 0 to 1 where nobody answered.
    """

    yes: int
    answers: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share of the answers; 0 where there are none."""
        return self.yes / self.answers if self.answers else 0.0


class Difference(NamedTuple):
    """How much larger one share is than another, and the interval of that."""

    difference: float
    low: float
    high: float

    @property
    def certain(self) -> bool:
        """Whether the interval leaves no doubt which of the two is larger."""
        return self.low > 0 or self.high < 0


def wilson(yes: int, answers: int) -> Share:
    """Return a share with its score interval (E. B. Wilson, JASA 22, 1927, pp. 209-212).

    It stays within 0 and 1 and holds for few answers too, where the usual plus-minus does not.

    Examples
    --------
    >>> [round(one, 3) for one in wilson(8, 10)[2:]]
    [0.49, 0.943]
    """
    if not answers:
        return Share(0, 0, 0.0, 1.0)
    share = yes / answers
    middle = share + Z**2 / (2 * answers)
    half = Z * sqrt(share * (1 - share) / answers + Z**2 / (4 * answers**2))
    over = 1 + Z**2 / answers
    return Share(yes, answers, max(0.0, (middle - half) / over), min(1.0, (middle + half) / over))


def newcombe(one: Share, other: Share) -> Difference:
    """Return how much larger the first share is, with its interval.

    Method 10 of R. G. Newcombe, Statistics in Medicine 17, 1998, pp. 873-890.

    Examples
    --------
    >>> [round(value, 3) for value in newcombe(wilson(56, 70), wilson(48, 80))]
    [0.2, 0.052, 0.334]
    """
    difference = one.share - other.share
    if not one.answers or not other.answers:
        return Difference(difference, -1.0, 1.0)
    below = sqrt((one.share - one.low) ** 2 + (other.high - other.share) ** 2)
    above = sqrt((one.high - one.share) ** 2 + (other.share - other.low) ** 2)
    return Difference(difference, difference - below, difference + above)
