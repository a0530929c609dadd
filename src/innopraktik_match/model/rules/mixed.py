"""mixed_workplaces, mixed_sectors, mixed_column: those who come together come from different places."""

import numpy as np

from innopraktik_match.domain.rulebook.settings import Priced
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Index, Ints, Verdict, Visits


def mixed_workplaces(columns: Columns, v: Visits) -> Verdict:
    """Two people from the same workplace are not put in one visit, unless they signed up together."""
    return _mixed(columns, v, columns.rules.mixed_workplaces, columns.intern_workplace)


def mixed_sectors(columns: Columns, v: Visits) -> Verdict:
    """The interns in one visit come from different sectors, unless they signed up together."""
    return _mixed(columns, v, columns.rules.mixed_sectors, columns.intern_sector)


def mixed_column(columns: Columns, v: Visits) -> Verdict:
    """The interns in one visit differ in your column, unless they signed up together."""
    return _mixed(columns, v, columns.rules.mixed_column, columns.intern_mixed)


def _mixed(columns: Columns, v: Visits, rule: Priced, code: Index) -> Verdict:
    """Measure repeats; where they are forbidden, those among the decided members are not."""
    repeats = _repeats(columns, v.members, code)
    points = rule.points * repeats
    if not rule.hard:
        return Verdict(repeats, points)
    if not len(columns.decided):
        return Verdict(repeats, points, limit=0)
    decided = _repeats(columns, columns.decided.members(v), code)
    return Verdict(repeats, points, limit=decided, accepted=(repeats > 0) & (repeats <= decided))


def _repeats(columns: Columns, members: Index, code: Index) -> Ints:
    """Count distinct (unit, code) less distinct codes in each visit [G]; unknown is no code."""
    here = members >= 0
    codes = np.where(here, code[members], -1)
    units = np.where(here, columns.unit[members], -1)
    repeats = np.zeros(len(codes), dtype=np.int64)
    for b in range(1, codes.shape[1]):
        known = codes[:, b] >= 0
        same = [codes[:, a] == codes[:, b] for a in range(b)]
        mate = [same[a] & (units[:, a] == units[:, b]) for a in range(b)]
        repeats += known & np.logical_or.reduce(same) & ~np.logical_or.reduce(mate)
    return repeats
