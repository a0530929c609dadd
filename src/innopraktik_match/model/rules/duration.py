"""duration: a length that both sides accept; a single wished number has a tolerance."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Ints, Options, Verdict


def duration(columns: Columns, o: Options) -> Verdict:
    """The visit lasts a number of days that both accept, preferably the number they wish.

    Each side's limit is the tolerance for a single wished number and 0 for a range; what is within
    both limits is the limit of the sum.
    """
    rule = columns.rules.duration
    length = columns.slot_days[o.slot]
    sides = (_days_off(columns.intern_days[o.intern], length), _days_off(columns.host_days[o.host], length))
    off = sides[0] + sides[1]
    if not rule.hard:
        return Verdict(off, points=rule.points_per_day * off)
    about = (columns.intern_days[o.intern, 2], columns.host_days[o.host, 2])
    allowed = sum(np.minimum(side, rule.tolerance * a) for side, a in zip(sides, about, strict=True))
    return Verdict(off, points=rule.points_per_day * off, limit=np.asarray(allowed))


def _days_off(wish: Ints, length: Ints) -> Ints:
    """Return how far each length lies outside [least, most]; a null length (0) lies inside."""
    short, long = wish[:, 0] - length, length - wish[:, 1]
    return np.where(length > 0, np.maximum(0, np.maximum(short, long)), 0)
