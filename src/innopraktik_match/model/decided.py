"""The coordinator's decisions: locks that rules give way to, and what capacity and visits become by them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.domain.rulebook.settings import MOST_TOGETHER
from innopraktik_match.model.measures import Flags, Index, Ints, Options, Visits
from innopraktik_match.model.pair_table import PairTable, pair_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from innopraktik_match.domain.round import Lock

NO_WEEK = -2
NO_LENGTH = -1


@dataclass(frozen=True)
class Decided:
    """Locks that are the coordinator's decision, D rows.

    Attributes
    ----------
    intern, host : array [D]
    week, days : array [D]
        Code of the week and length that the lock names; `NO_WEEK` and `NO_LENGTH` where it names none.
    pairs : PairTable
        Row + 1 of each pair.
    """

    intern: Index
    host: Index
    week: Ints
    days: Ints
    pairs: PairTable

    def __len__(self) -> int:
        return len(self.intern)

    def options(self) -> Options:
        """Return the decided pairs as options, in any slot."""
        return Options.unpriced(self.intern, self.host, np.zeros(len(self), dtype=np.int64))

    def met_by(self, o: Options) -> Flags:
        """Return which options [K] are of a decided pair."""
        return np.asarray(self.pairs.get(o.intern, o.host, 0) > 0)

    def in_week(self, o: Options, slot_week: Index) -> Flags:
        """Return which options [K] are of a decided pair in the week that its lock names."""
        week = np.append(NO_WEEK, self.week)
        return np.asarray(week[self.pairs.get(o.intern, o.host, 0)] == slot_week[o.slot])

    def of_length(self, o: Options, slot_days: Index) -> Flags:
        """Return which options [K] are of a decided pair and as long as its lock says."""
        days = np.append(NO_LENGTH, self.days)
        return np.asarray(days[self.pairs.get(o.intern, o.host, 0)] == slot_days[o.slot])

    def weeks_taken(self, slot_week: Index, slot_days: Index, takes_up: Flags) -> Flags:
        """Return which weeks each lock takes up [D, W]: as it says, of no length the week it names."""
        flags = np.zeros((len(self), takes_up.shape[1]), dtype=bool)
        for row, (week, days) in enumerate(zip(self.week, self.days, strict=True)):
            flags[row] = takes_up[(slot_week == week) & (slot_days == days)].any(axis=0)
            if week >= 0:
                flags[row, week] = True
        return flags

    def members(self, v: Visits) -> Index:
        """Return the members [G, M] who are decided for the host of their visit; -1 in place of others."""
        host = np.broadcast_to(v.host[:, None], v.members.shape)
        here = self.pairs.get(np.maximum(v.members, 0).ravel(), host.ravel(), 0).reshape(v.members.shape) > 0
        return np.where((v.members >= 0) & here, v.members, -1)

    def visits_of_interns(self, wished: Ints) -> Ints:
        """Return how many visits each intern may make [I]: those wished, or as many as are decided."""
        return np.maximum(wished, np.bincount(self.intern, minlength=len(wished)))

    def rooms(self, visits: Ints, least: Ints, most: Ints) -> tuple[Ints, Ints, Ints]:
        """Return visits, least and most of each host [H], as far as its decisions need other ones."""
        visits, least, most = visits.copy(), least.copy(), most.copy()
        for host in np.unique(self.host):
            weeks = Counter(self.week[self.host == host].tolist())
            total = weeks.total()
            named = [count for week, count in weeks.items() if week != NO_WEEK]
            visits[host] = max(visits[host], len(named))
            fullest = max([-(-total // int(visits[host])), *named])
            most[host] = max(most[host], min(fullest, MOST_TOGETHER))
            parted = min(named) if named else total // -(-total // int(most[host]))
            least[host] = min(least[host], parted)
        return visits, least, most


def decided_of(
    locks: Sequence[Lock],
    interns: Mapping[str, int],
    hosts: Mapping[str, int],
    weeks: Sequence[str],
) -> Decided:
    """Return the decisions that locks are, by the numbers of their interns, hosts and weeks."""
    pairs = [(interns[lock.intern], hosts[lock.host]) for lock in locks]
    week = {name: number for number, name in enumerate(weeks)}
    return Decided(
        intern=np.array([intern for intern, _ in pairs], dtype=np.int64),
        host=np.array([host for _, host in pairs], dtype=np.int64),
        week=np.array([week.get(lock.week or "", NO_WEEK) for lock in locks], dtype=np.int64),
        days=np.array([lock.days or NO_LENGTH for lock in locks], dtype=np.int64),
        pairs=pair_table(((i, h, row) for row, (i, h) in enumerate(pairs, 1)), len(hosts)),
    )
