"""Axes of pictures, with round numbers along them."""

from __future__ import annotations

MOST_TICKS = 8


class Axis:
    """Whole numbers from `least` to `most`, laid out from one pixel to another."""

    def __init__(self, least: int, most: int, first: float, last: float) -> None:
        self.step = _round_step((most - least) / MOST_TICKS)
        self.least = least - least % self.step
        self.most = max(most + -most % self.step, self.least + self.step)
        self.first, self.last = first, last

    def at(self, value: int) -> float:
        """Return the pixel of a value."""
        share = (value - self.least) / (self.most - self.least)
        return self.first + share * (self.last - self.first)

    def ticks(self) -> range:
        """Return the values to be named."""
        return range(self.least, self.most + 1, self.step)


def _round_step(least: float) -> int:
    """Return the least of 1, 2, 5, 10, 20, ... that is no smaller."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if step >= least:
                return step
        power *= 10
