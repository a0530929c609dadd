"""Locks that no plan can keep, because a hard option rule forbids the pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.domain.issues import Issue, Place, RoundError
from innopraktik_match.model.chances import chances
from innopraktik_match.model.rules.lock import lock, lock_key

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Round
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.options import Offers


def require_possible_locks(round: Round, columns: Columns, offers: Offers) -> None:
    """Raise RoundError with every lock whose pair a hard rule forbids in all slots of the lock."""
    bounds = lock(columns, offers.options, offers.places)
    open_ = set(bounds.option_row.tolist())
    number = {person.id: n for n, person in enumerate(columns.interns)}
    place = {host.id: n for n, host in enumerate(columns.hosts)}
    rows = {lock_key(agreed): row for row, agreed in enumerate(round.locks, 1)}
    shut = [agreed for row, agreed in enumerate(columns.locks) if row not in open_]
    found = chances(columns, np.array([number[agreed.intern] for agreed in shut], dtype=np.int32))
    issues = []
    for agreed, taken in zip(shut, found, strict=True):
        rules = [rule for rule, hosts in taken.away.items() if hosts[place[agreed.host]]]
        values: dict[str, object] = {
            "table": "locks",
            "fields": ("intern", "host"),
            "rules": tuple(rules) or ("dates", "duration"),
        }
        where = Place(table="locks", row=rows[lock_key(agreed)])
        issues.append(Issue("lock_impossible", places=(where, where), values=values))
    if issues:
        raise RoundError(issues)
