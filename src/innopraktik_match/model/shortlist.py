"""The most promising pairs, where the time is too short for the options of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model import tuning
from innopraktik_match.model.groups import rank_within
from innopraktik_match.model.measures import stable_order
from innopraktik_match.model.rules.lock import locked_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.measures import Flags, Ints, Options


def pairs_of(columns: Columns, visits: Iterable[Visit]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of an earlier plan's visits who are in the round, by number."""
    interns = {person.id: number for number, person in enumerate(columns.interns)}
    hosts = {host.id: number for number, host in enumerate(columns.hosts)}
    for visit in visits:
        for intern in visit.interns:
            if intern in interns and visit.host in hosts:
                yield interns[intern], hosts[visit.host]


class Shortlist:
    """Chooses pairs for so many options as there is time for.

    Two thirds of a unit's hosts are its best, and one third is spread over all, so that not everybody keeps
    the same few. Pairs that a lock or an earlier plan names stay.

    Parameters
    ----------
    columns : Columns
    seconds : float
        From here to a first plan and its check; infinite for all pairs.
    named : iterable of (intern, host)
        Further pairs that stay, by number.

    Attributes
    ----------
    left_out : bool
        Whether pairs were left out: nothing that is found then holds for all plans.
    """

    def __init__(self, columns: Columns, seconds: float, named: Iterable[tuple[int, int]] = ()) -> None:
        self.columns = columns
        spare = seconds - tuning.SHORTLIST_INTERN_S * len(columns.interns)
        self.most = max(0.0, spare / tuning.SHORTLIST_OPTION_S)
        self.left_out = False
        also = np.array([intern * len(columns.hosts) + host for intern, host in named], dtype=np.int64)
        intern, host = np.divmod(
            np.concatenate([locked_pairs(columns), columns.before_row.pairs, also]), len(columns.hosts)
        )
        self._named = columns.unit[intern].astype(np.int64) * len(columns.hosts) + host

    def of(self, pairs: Options, share: float, slots: float) -> Options:
        """Return those of some pairs for which there is time.

        Parameters
        ----------
        pairs : Options
            That the rules about pairs allow.
        share : float
            How much of all pairs they were before that.
        slots : float
            How many options one of them has, about.
        """
        most = share * self.most / max(1.0, slots)
        if len(pairs) <= most:
            return pairs
        columns = self.columns
        unit = columns.unit[pairs.intern].astype(np.int64)
        units = np.count_nonzero(np.bincount(unit))
        hosts = int(np.ceil(max(share * tuning.SHORTLIST_HOSTS, most / units)))
        number = unit * len(columns.hosts) + pairs.host
        kept = np.isin(number, self._named) | self._of_units(number, pairs.points, hosts)
        self.left_out |= not kept.all()
        return pairs.take(kept)

    def _of_units(self, number: Ints, points: Ints, hosts: int) -> Flags:
        """Return the pairs of the hosts that each unit keeps."""
        size = np.bincount(self.columns.unit)
        if size.max() == 1:
            return self._promising(number, points, hosts)
        number, of, members = np.unique(number, return_inverse=True, return_counts=True)
        together = np.zeros(len(number), dtype=np.int64)
        np.add.at(together, of, points)
        whole = members == size[number // len(self.columns.hosts)]
        chosen = np.zeros(len(number), dtype=bool)
        chosen[whole] = self._promising(number[whole], together[whole], hosts)
        return np.asarray(chosen[of])

    def _promising(self, pair: Ints, points: Ints, hosts: int) -> Flags:
        """Return so many pairs of each unit."""
        n_hosts = len(self.columns.hosts)
        unit, host = np.divmod(pair, n_hosts)
        turned = (host - unit * n_hosts // len(self.columns.interns)) % n_hosts
        spread = stable_order(turned)
        best = spread[stable_order(points[spread] - points.min(initial=0))]
        chosen = _first(unit, best, hosts - hosts // 3)
        return chosen | _first(unit, spread[~chosen[spread]], hosts // 3)


def _first(unit: Ints, order: Ints, count: int) -> Flags:
    """Return the first `count` rows of each unit, in the order given."""
    order = order[stable_order(unit[order])]
    first = np.zeros(len(unit), dtype=bool)
    first[order] = rank_within(unit[order], int(unit.max(initial=-1)) + 1) < count
    return first
