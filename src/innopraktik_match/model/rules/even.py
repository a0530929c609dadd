"""even: the places are spread evenly over the hosts."""

import numpy as np

from innopraktik_match.domain.rulebook.settings import word_of
from innopraktik_match.domain.rulebook.worst_cases import EVEN_STEPS
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Options, Places


def even(columns: Columns, o: Options, p: Places) -> Bounds:
    """The places are spread evenly over the hosts by your column.

    A group of hosts has a row for each step: so many places for each host of it are free.
    """
    rule = columns.rules.even
    words = [word_of(host, rule.column, columns.year) if rule.column else "" for host in columns.hosts]
    groups = sorted(set(words) - {""})
    code = np.array([groups.index(word) if word else -1 for word in words], dtype=np.int64)
    steps = rule.limit + np.arange(1 if rule.hard else EVEN_STEPS)
    hosts = np.bincount(code[code >= 0], minlength=len(groups))
    named = np.flatnonzero(code[o.host] >= 0)
    rows = code[o.host[named]][:, None] * len(steps) + np.arange(len(steps))
    upper = (hosts[:, None] * steps).ravel()
    return Bounds(
        key=lambda r: (groups[r // len(steps)], str(steps[r % len(steps)])),
        lower=np.full(len(upper), -NO_LIMIT),
        upper=upper,
        option=np.repeat(named, len(steps)),
        option_row=rows.ravel(),
        option_load=np.ones(rows.size, dtype=np.int64),
        points=None if rule.hard else rule.points,
    )
