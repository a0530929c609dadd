"""changes, changes_limit: what was planned before, and how much of it stays."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Ints, Options, Places

ANY = -1
NONE = -2


def changes(columns: Columns, o: Options, p: Places) -> Bounds:
    """The visits planned before stay: a row for the host of each, and one for its week and length too."""
    rule, before = columns.rules.changes, columns.before
    n = len(before)
    row, options, kept = _kept(columns, o)
    moved = np.array([rule.weight(one.status) for one in before], dtype=np.int64)
    weight = np.append(moved - rule.rescheduled, np.full(n, rule.rescheduled))
    return Bounds(
        key=lambda r: _pair(columns, r) if r < n else (*_pair(columns, r - n), *_slot(columns, r - n)),
        lower=np.minimum(1, weight),
        upper=np.full(2 * n, NO_LIMIT),
        option=np.append(options, kept),
        option_row=np.append(row[options], n + row[kept]),
        option_load=np.ones(len(options) + len(kept), dtype=np.int64),
        points=None if rule.hard else rule.points,
        weight=weight,
    )


def changes_limit(columns: Columns, o: Options, p: Places) -> Bounds:
    """Of the visits planned before that can still be kept, only so many change."""
    _, _, kept = _kept(columns, o)
    interns, hosts = columns.before_row.split()
    standing = int((columns.banned.get(interns, hosts, 0) == 0).sum())
    n = 1 if columns.before else 0
    return Bounds(
        key=lambda r: ("all",),
        lower=np.full(n, max(0, standing - columns.rules.changes_limit.limit)),
        upper=np.full(n, NO_LIMIT),
        option=kept,
        option_row=np.zeros(len(kept), dtype=np.int64),
        option_load=np.ones(len(kept), dtype=np.int64),
    )


def _kept(columns: Columns, o: Options) -> tuple[Ints, Ints, Ints]:
    """Return the row of each option's pair (-1 for none), the options of those pairs, and the same visits."""
    row = columns.before_row.get(o.intern, o.host, -1)
    options = np.flatnonzero(row >= 0)
    at, slot = row[options], o.slot[options]
    week, days = _weeks(columns)[at], _days(columns)[at]
    same = ((week == ANY) | (week == columns.slot_week[slot])) & (
        (days == ANY) | (days == columns.slot_days[slot])
    )
    return row, options, options[same]


def _weeks(columns: Columns) -> Ints:
    """Return the number of each planned week; any week where none was named, or where the round has none."""
    number = {week: n for n, week in enumerate(columns.weeks)}
    weeks = (number.get(one.week, NONE) if one.week and number else ANY for one in columns.before)
    return np.fromiter(weeks, dtype=np.int64, count=len(columns.before))


def _days(columns: Columns) -> Ints:
    has_lengths = bool(columns.slot_days.any())
    days = (one.days if one.days and has_lengths else ANY for one in columns.before)
    return np.fromiter(days, dtype=np.int64, count=len(columns.before))


def _pair(columns: Columns, n: int) -> tuple[str, str]:
    return columns.before[n].intern, columns.before[n].host


def _slot(columns: Columns, n: int) -> tuple[str, str]:
    return columns.before[n].week or "", str(columns.before[n].days or "")
