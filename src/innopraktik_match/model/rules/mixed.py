"""mixed_workplaces, mixed_sectors, mixed_column: those who come together come from different places."""

from innopraktik_match.domain.rulebook.settings import Priced
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import Index, Ints, Verdict, Visits
from innopraktik_match.model.visit_matches import repeats, units_of


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
    repeated = _repeats(columns, v.members, code)
    points = rule.points * repeated
    if not rule.hard:
        return Verdict(repeated, points)
    if not len(columns.decided):
        return Verdict(repeated, points, limit=0)
    decided = _repeats(columns, columns.decided.members(v), code)
    return Verdict(repeated, points, limit=decided, accepted=(repeated > 0) & (repeated <= decided))


def _repeats(columns: Columns, members: Index, code: Index) -> Ints:
    """Count those who repeat a code that another unit of the visit has [G]."""
    return repeats(code, members, units_of(columns.unit, members))
