"""visit_match: those who come together fit each other by the columns of your own."""

from collections.abc import Iterable

import numpy as np

from innopraktik_match.domain.rulebook.criterion_settings import VisitMatches
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Ints, Verdict, Visits
from innopraktik_match.model.visit_matches import VisitCriterion


def visit_match(columns: Columns, v: Visits) -> Verdict:
    """Those who come together fit each other by the columns of your own.

    The amount counts all misfits; the soft ones among them are its limit, so that one hard misfit is one too
    many.
    """
    return _misfits(columns, v, columns.visit_criteria)


def visit_match_floor(columns: Columns, v: Visits) -> Verdict:
    """Return what stays of the rule whoever comes along: the criteria that more members never lower."""
    return _misfits(columns, v, (one for one in columns.visit_criteria if one.grows))


def dearest_company(rule: VisitMatches, members: int) -> int:
    """Return the most that the rule charges for a visit of so many."""
    pairs = members * (members - 1) // 2
    most = {"alike": pairs, "mix": members, "not_alone": members, "spread": 1}
    return sum(one.points * most[one.kind] for one in rule.criteria if one.on)


def units_of(columns: Columns, v: Visits) -> Ints:
    """Return the unit of each member [G, M], -1 where nobody is."""
    return np.where(v.members >= 0, columns.unit[v.members], -1)


def _misfits(columns: Columns, v: Visits, criteria: Iterable[VisitCriterion]) -> Verdict:
    soft, hard, points = (np.zeros(len(v.members), dtype=np.int64) for _ in range(3))
    units, forbids = units_of(columns, v), False
    for one in criteria:
        off = one.count(v.members, units)
        points += one.points * off
        forbids |= one.hard
        if one.hard:
            hard += off
        else:
            soft += off
    return Verdict(soft + hard, points=points, limit=soft if forbids else None)
