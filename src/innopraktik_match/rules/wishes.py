"""intern_wishes and host_wishes: listed pairs first, by rank."""

import numpy as np

from innopraktik_match.columns import Columns
from innopraktik_match.measures import NO_LIMIT, Ints, Options, Verdict
from innopraktik_match.policy import Wishes


def intern_wishes(c: Columns, o: Options) -> Verdict:
    """The intern's wishes are met, the first ones first."""
    rank = c.intern_wish.get(o.intern, o.host, 0)
    return _priced(c.rules.intern_wishes, rank, c.intern_wishes[o.intern])


def host_wishes(c: Columns, o: Options) -> Verdict:
    """The host's wishes are met, the first ones first."""
    rank = c.host_wish.get(o.intern, o.host, 0)
    return _priced(c.rules.host_wishes, rank, c.host_wishes[o.host])


def _priced(rule: Wishes, rank: Ints, listed: Ints) -> Verdict:
    """Price the ranks [K]; `listed` [K] is how many wishes that side has, 0 for the open ones."""
    most = int(rank.max(initial=0))
    forbid = rule.hard or rule.unlisted == "forbid"
    unlisted = 0 if rule.unlisted == "forbid" else rule.unlisted
    price = np.array([unlisted, *(rule.price(r) for r in range(1, most + 1))], dtype=np.int64)
    amount = np.where(rank > 0, rank, listed + 1) * (listed > 0)
    points = price[rank] * (listed > 0)
    limit = np.where(listed > 0, listed, NO_LIMIT) if forbid else None
    return Verdict(amount, points=points, limit=limit)
