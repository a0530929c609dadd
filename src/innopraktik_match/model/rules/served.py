"""placed, visits, priority: who gets a visit at all, and who gets several."""

import numpy as np

from innopraktik_match.domain.rulebook.settings import Priced
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Ints, Options, Places


def placed(columns: Columns, o: Options, p: Places) -> Bounds:
    """As many interns as possible get a visit."""
    everybody = np.ones(len(columns.interns), dtype=np.int64)
    return _at_least(columns, o, columns.rules.placed, everybody)


def visits(columns: Columns, o: Options, p: Places) -> Bounds:
    """Those who want several visits get several."""
    wished = np.where(columns.intern_visits > 1, columns.intern_visits, 0)
    return _at_least(columns, o, columns.rules.visits, wished)


def priority(columns: Columns, o: Options, p: Places) -> Bounds:
    """Those who missed out before come first."""
    return _at_least(
        columns, o, columns.rules.priority, np.minimum(columns.intern_priority, 1), columns.intern_priority
    )


def _at_least(columns: Columns, o: Options, rule: Priced, lower: Ints, weight: Ints | None = None) -> Bounds:
    """Return a row for each intern with a lower limit of visits, and what each one missed amounts to."""
    who = np.flatnonzero(lower > 0)
    row_of = np.full(len(columns.interns), -1, dtype=np.int64)
    row_of[who] = np.arange(len(who))
    options = np.flatnonzero(row_of[o.intern] >= 0)
    return Bounds(
        key=lambda r: (columns.interns[who[r]].id,),
        lower=lower[who],
        upper=np.full(len(who), NO_LIMIT),
        option=options,
        option_row=row_of[o.intern[options]],
        option_load=np.ones(len(options), dtype=np.int64),
        points=None if rule.hard else rule.points,
        weight=None if weight is None else weight[who],
    )
