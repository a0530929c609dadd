"""A sparse table of whole numbers by two codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.model.measures import Index, Ints


@dataclass(frozen=True)
class PairTable:
    """A sparse table of whole numbers by (intern, host), sorted for look-up."""

    pairs: Ints
    values: Ints
    n_hosts: int

    def get(self, intern: Index, host: Index, missing: int) -> Ints:
        """Return the value of each pair [K], or `missing`."""
        wanted = intern.astype(np.int64) * self.n_hosts + host
        if not len(self.pairs):
            return np.full(len(wanted), missing, dtype=np.int64)
        at = np.minimum(np.searchsorted(self.pairs, wanted), len(self.pairs) - 1)
        return np.where(self.pairs[at] == wanted, self.values[at], missing)

    def split(self) -> tuple[Index, Index]:
        """Return the interns and the hosts of all pairs in the table."""
        return self.pairs // self.n_hosts, self.pairs % self.n_hosts


def pair_table(entries: Iterable[tuple[int, int, int]], n_hosts: int) -> PairTable:
    """Return the table of (intern, host, value); of a pair that is there twice the last value."""
    found = {intern * n_hosts + host: value for intern, host, value in entries}
    pairs = np.fromiter(found.keys(), dtype=np.int64, count=len(found))
    order = np.argsort(pairs)
    values = np.fromiter(found.values(), dtype=np.int64, count=len(found))
    return PairTable(pairs[order], values[order], n_hosts)
