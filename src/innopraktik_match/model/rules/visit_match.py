"""visit_match: those who come together fit each other by the columns of your own."""

from collections.abc import Iterable

from innopraktik_match.domain.rulebook.criterion_settings import VisitMatches
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Verdict, Visits
from innopraktik_match.model.visit_matches import VisitCriterion, units_of


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
    most = {"alike": pairs, "mix": members, "not_alone": members, "spread": 1, "average": 1}
    return sum(one.points * most[one.kind] for one in rule.criteria if one.on)


def _misfits(columns: Columns, v: Visits, criteria: Iterable[VisitCriterion]) -> Verdict:
    units = units_of(columns.unit, v.members)
    parts = ((one.count(v.members, units), one.points, one.hard) for one in criteria)
    return Verdict.of_criteria(len(v.members), parts)
