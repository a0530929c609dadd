"""The coordinator's decisions in the textbook model: what a hard rule gives way to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from benchmarks.linear import Ints
    from innopraktik_match.domain.rulebook.settings import QuotaLimit
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.measures import Flags


def of_workplaces(c: Columns, shared: Ints, words: int) -> Ints:
    """Return how many are decided on for each host and workplace, numbered host x words + workplace."""
    codes = c.intern_workplace[c.decided.intern]
    return np.asarray((shared[:, None] == (c.decided.host * words + codes)[codes >= 0]).sum(axis=1))


def away_and_visited(c: Columns, intern: int, host: int, week: int) -> bool:
    """Whether it is decided that the intern is away and the host visited in a week."""
    taken = c.decided.weeks_taken(c.slot_week, c.slot_days, c.takes_up)[:, week]
    return bool(np.any(taken & (c.decided.intern == intern)) and np.any(taken & (c.decided.host == host)))


def who_may_repeat(
    c: Columns, codes: Ints, intern: Ints, host: Ints, group: Ints, groups: int
) -> tuple[Ints, Ints]:
    """Return which seats [n, 2] may not both be taken, and how many of each group are decided on."""
    decided = _share_a_word(c, codes, intern, host)
    return _apart(group, decided), np.bincount(group[decided & (group >= 0)], minlength=groups)


def _share_a_word(c: Columns, codes: Ints, intern: Ints, host: Ints) -> Ints:
    """Return which seats have a word that one of their unit is decided on with, at the seat's host."""
    found = np.zeros(len(intern), dtype=bool)
    for who, where in zip(c.decided.intern, c.decided.host, strict=True):
        same = (c.unit[intern] == c.unit[who]) & (codes[intern] == codes[who]) & (host == where)
        found |= same & (codes[who] >= 0)
    return found


def _apart(group: Ints, decided: Ints) -> Ints:
    """Return the pairs of seats [n, 2] of one group that may not both be taken: not both are decided."""
    pairs = [
        (a, b)
        for number in np.unique(group[decided & (group >= 0)])
        for seats in [np.flatnonzero(group == number)]
        for a in seats
        for b in seats
        if a < b and not (decided[a] and decided[b])
    ]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def taken(c: Columns, named: Flags, limit: QuotaLimit) -> int:
    """Return how many places of a quota decisions take, or how many visits they can share at least."""
    decided = c.decided
    if limit.of != "visits":
        return int(named[decided.intern if limit.of == "interns" else decided.host].sum())
    weeks = [(host, decided.week[decided.host == host]) for host in set(decided.host[named[decided.host]])]
    return sum(
        max(len(np.unique(week[week >= 0])), -(-len(week) // int(c.host_max[host]))) for host, week in weeks
    )
