"""quota: at least, or at most, so many places for a named group."""

import numpy as np

from innopraktik_match.domain.rulebook.settings import QuotaLimit
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Flags, Options, Places


def quota(columns: Columns, o: Options, p: Places) -> Bounds:
    """Named groups get at least, or at most, a number of places."""
    rule = columns.rules.quota
    options = [np.flatnonzero(_named(columns, o, limit)) for limit in rule.limits]
    rows = np.repeat(np.arange(len(options)), [len(found) for found in options])
    entries = np.concatenate([*options, np.zeros(0, dtype=np.int64)])
    lower = [-NO_LIMIT if limit.min is None else limit.min for limit in rule.limits]
    given = np.array([NO_LIMIT if limit.max is None else limit.max for limit in rule.limits], dtype=np.int64)
    upper = given
    if rule.hard and len(columns.decided):
        pairs = columns.decided.options()
        counts = [int(_named(columns, pairs, limit).sum()) for limit in rule.limits]
        upper = np.maximum(given, np.array(counts, dtype=np.int64))
    return Bounds(
        key=lambda r: (str(r),),
        lower=np.array(lower, dtype=np.int64),
        upper=upper,
        option=entries,
        option_row=rows,
        option_load=np.ones(len(entries), dtype=np.int64),
        points=None if rule.hard else rule.points,
        given=given,
    )


def _named(columns: Columns, o: Options, limit: QuotaLimit) -> Flags:
    """Return which options [K] belong to the quota's group."""
    people = columns.interns if limit.of == "interns" else columns.hosts
    value = limit.meant(columns.year)
    named = np.array([limit.word(person, columns.year) == value for person in people], dtype=bool)
    return named[o.intern if limit.of == "interns" else o.host]
