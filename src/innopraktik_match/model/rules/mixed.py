"""mixed_workplaces, mixed_sectors, mixed_column: those who come together come from different places."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Index, Ints, Verdict, Visits


def mixed_workplaces(columns: Columns, v: Visits) -> Verdict:
    """Two people from the same workplace are not put in one visit, unless they signed up together."""
    rule = columns.rules.mixed_workplaces
    repeats = _repeats(columns, v, columns.intern_workplace)
    return Verdict(repeats, points=rule.points * repeats, limit=0 if rule.hard else None)


def mixed_sectors(columns: Columns, v: Visits) -> Verdict:
    """The interns in one visit come from different sectors, unless they signed up together."""
    rule = columns.rules.mixed_sectors
    repeats = _repeats(columns, v, columns.intern_sector)
    return Verdict(repeats, points=rule.points * repeats, limit=0 if rule.hard else None)


def mixed_column(columns: Columns, v: Visits) -> Verdict:
    """The interns in one visit differ in your column, unless they signed up together."""
    rule = columns.rules.mixed_column
    repeats = _repeats(columns, v, columns.intern_mixed)
    return Verdict(repeats, points=rule.points * repeats, limit=0 if rule.hard else None)


def _repeats(columns: Columns, v: Visits, code: Index) -> Ints:
    """Count distinct (unit, code) less distinct codes in each visit [G]; unknown is no code."""
    here = v.members >= 0
    codes = np.where(here, code[v.members], -1)
    units = np.where(here, columns.unit[v.members], -1)
    repeats = np.zeros(len(codes), dtype=np.int64)
    for b in range(1, codes.shape[1]):
        known = codes[:, b] >= 0
        same = [codes[:, a] == codes[:, b] for a in range(b)]
        mate = [same[a] & (units[:, a] == units[:, b]) for a in range(b)]
        repeats += known & np.logical_or.reduce(same) & ~np.logical_or.reduce(mate)
    return repeats
