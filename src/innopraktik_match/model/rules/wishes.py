"""intern_wishes and host_wishes: listed pairs first, by rank."""

import numpy as np

from innopraktik_match.domain.rulebook.settings import Wishes
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Index, Ints, Options, Verdict


def intern_wishes(columns: Columns, o: Options) -> Verdict:
    """The intern gets one of their wishes, preferably the first."""
    rank = columns.intern_wish.get(o.intern, o.host, 0)
    return _priced(columns.rules.intern_wishes, rank, columns.intern_wishes[o.intern])


def host_wishes(columns: Columns, o: Options) -> Verdict:
    """The host gets the interns it wishes, preferably the first."""
    rank = columns.host_wish.get(o.intern, o.host, 0)
    return _priced(columns.rules.host_wishes, rank, columns.host_wishes[o.host])


def _priced(rule: Wishes, rank: Ints, listed: Ints) -> Verdict:
    """Price the ranks [K]; `listed` [K] is how many wishes that side has, 0 for the open ones."""
    most = int(rank.max(initial=0))
    unlisted, no_wishes = (0 if one == "forbid" else one for one in (rule.unlisted, rule.no_wishes))
    price = np.array([unlisted, *(rule.price(r) for r in range(1, most + 1))], dtype=np.int64)
    amount = np.where(rank > 0, rank, listed + 1) * (listed > 0)
    points = np.where(listed > 0, price[rank], no_wishes)
    if not _forbids(rule) and rule.no_wishes != "forbid":
        return Verdict(amount, points=points)
    of_open = -1 if rule.no_wishes == "forbid" else NO_LIMIT
    limit = np.where(listed > 0, listed if _forbids(rule) else NO_LIMIT, of_open)
    return Verdict(amount, points=points, limit=limit)


def pairs_interns_wish(columns: Columns) -> tuple[Index, Index] | None:
    """Return the wished pairs (interns, hosts) and those of open interns, where no other may meet."""
    if not _forbids(columns.rules.intern_wishes):
        return None
    interns, hosts = columns.intern_wish.split()
    open_, every = _open(columns.rules.intern_wishes, columns.intern_wishes), np.arange(len(columns.hosts))
    return (
        np.append(interns, np.repeat(open_, len(every))),
        np.append(hosts, np.tile(every, len(open_))),
    )


def pairs_hosts_wish(columns: Columns) -> tuple[Index, Index] | None:
    """Return the wished pairs (interns, hosts) and those of open hosts, where no other may meet."""
    if not _forbids(columns.rules.host_wishes):
        return None
    interns, hosts = columns.host_wish.split()
    open_, every = _open(columns.rules.host_wishes, columns.host_wishes), np.arange(len(columns.interns))
    return (
        np.append(interns, np.tile(every, len(open_))),
        np.append(hosts, np.repeat(open_, len(every))),
    )


def _open(rule: Wishes, listed: Ints) -> Ints:
    """Return those who have listed nothing and may meet anybody."""
    return np.flatnonzero((listed == 0) & (rule.no_wishes != "forbid"))


def _forbids(rule: Wishes) -> bool:
    return rule.hard or rule.unlisted == "forbid"
