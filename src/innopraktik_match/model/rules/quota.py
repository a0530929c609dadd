"""quota: at least, or at most, so many places for a named group."""

import numpy as np

from innopraktik_match.domain.rulebook.settings import QuotaLimit
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Flags, Ints, Options, Places


def quota(columns: Columns, o: Options, p: Places) -> Bounds:
    """Named groups get at least, or at most, a number of places."""
    rule = columns.rules.quota
    options, option_rows = _entries(columns, rule.limits, o, visits=False)
    places, place_rows = _entries(columns, rule.limits, p, visits=True)
    lower = [-NO_LIMIT if limit.min is None else limit.min for limit in rule.limits]
    given = np.array([NO_LIMIT if limit.max is None else limit.max for limit in rule.limits], dtype=np.int64)
    upper = given
    if rule.hard and len(columns.decided):
        counts = [_decided(columns, limit) for limit in rule.limits]
        upper = np.maximum(given, np.array(counts, dtype=np.int64))
    return Bounds(
        key=lambda r: (str(r),),
        lower=np.array(lower, dtype=np.int64),
        upper=upper,
        option=options,
        option_row=option_rows,
        option_load=np.ones(len(options), dtype=np.int64),
        place=places,
        place_row=place_rows,
        place_load=np.ones(len(places), dtype=np.int64),
        points=None if rule.hard else rule.points,
        given=given,
    )


def _entries(
    columns: Columns, limits: tuple[QuotaLimit, ...], rows: Options | Places, visits: bool
) -> tuple[Ints, Ints]:
    """Return which options, or places, load which limits: places where visits are counted."""
    none = np.zeros(0, dtype=np.int64)
    found = [
        np.flatnonzero(_named(columns, rows, limit)) if (limit.of == "visits") == visits else none
        for limit in limits
    ]
    return np.concatenate([*found, none]), np.repeat(np.arange(len(found)), [len(some) for some in found])


def _decided(columns: Columns, limit: QuotaLimit) -> int:
    """Return how much of the quota decisions need: of visits, those that all of them can share."""
    decided = columns.decided
    named = _named(columns, decided.options(), limit)
    if limit.of != "visits":
        return int(named.sum())
    most = columns.host_max[decided.host]
    return sum(
        max(len(set(decided.week[here & (decided.week >= 0)].tolist())), int(-(-here.sum() // most[here][0])))
        for here in (decided.host == host for host in np.unique(decided.host[named]))
    )


def _named(columns: Columns, rows: Options | Places, limit: QuotaLimit) -> Flags:
    """Return which options [K], or places, belong to the quota's group."""
    people = columns.interns if limit.side == "interns" else columns.hosts
    value = limit.meant(columns.year)
    named = np.array([limit.word(person, columns.year) == value for person in people], dtype=bool)
    return named[rows.intern if isinstance(rows, Options) and limit.of == "interns" else rows.host]
