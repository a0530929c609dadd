"""own_workplace, cross_sector, themes, role, match: a column of the intern's fits one of the host's."""

import numpy as np

from innopraktik_match.domain.rulebook.settings import Priced
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.matches import apart, same
from innopraktik_match.model.measures import Flags, Options, Verdict


def own_workplace(columns: Columns, o: Options) -> Verdict:
    """Nobody visits their own workplace."""
    at_home = same(columns.intern_workplace, columns.host_workplace, o.intern, o.host)
    return _verdict(columns.rules.own_workplace, at_home)


def cross_sector(columns: Columns, o: Options) -> Verdict:
    """The intern goes to another sector than their own."""
    return _verdict(
        columns.rules.cross_sector, same(columns.intern_sector, columns.host_sector, o.intern, o.host)
    )


def themes(columns: Columns, o: Options) -> Verdict:
    """Host and intern have a theme in common; whoever names none is open to all."""
    return _verdict(columns.rules.themes, apart(columns.intern_themes, columns.host_themes, o.intern, o.host))


def role(columns: Columns, o: Options) -> Verdict:
    """The intern has a role that the host wants; a host without wishes welcomes all."""
    return _verdict(columns.rules.role, apart(columns.intern_role, columns.host_roles, o.intern, o.host))


def match(columns: Columns, o: Options) -> Verdict:
    """Intern and host fit by the columns of your own.

    The amount counts the criteria that do not fit; the soft ones among them are its limit, so that one hard
    misfit is one too many.
    """
    misfits = ((one.misfits(o.intern, o.host).astype(np.int64), one) for one in columns.criteria)
    return Verdict.of_criteria(len(o), ((off, one.points, one.hard) for off, one in misfits))


def _verdict(rule: Priced, misfits: Flags) -> Verdict:
    off = misfits.astype(np.int64)
    return Verdict(off, points=rule.points * off, limit=0 if rule.hard else None)
