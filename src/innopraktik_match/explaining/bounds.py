"""What prices alone say of every pair and of every host's room, at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

    from innopraktik_match.engine.study.bounding import Bounding
    from innopraktik_match.model.measures import Flags, Ints


@dataclass(frozen=True)
class Bounds:
    """Bounds of every aim under a change, without solving: no plan of the changed round is better.

    Better in the first aim that differs, as plans are compared. `Study.ask` gives the exact values.

    Attributes
    ----------
    interns, hosts : tuple of str
        Ids, sorted.
    pairs : dict of array [I, H]
        Aim -> the bound where intern and host meet, in the aim's own direction.
    possible : array [I, H]
        Whether a rule lets them meet; where not, the bounds mean nothing.
    places, visits : dict of array [H], or None
        Aim -> the bound where one more may come to the host at once, and where it receives once more.
    grows : array [H]
        Whether `places` says nothing of the host, as a group would have it for the first time.

    Examples
    --------
    >>> import innopraktik_match as im
    >>> round = im.Round(interns=[{"id": "p1"}, {"id": "p2"}], hosts=[{"id": "v1"}])
    >>> bounds = im.Study(round, im.solve(round)).bounds()
    >>> bounds.pair("p1", "v1"), bounds.place("v1")
    ({'placed': 1, 'points': 0}, {'placed': 2, 'points': 0})
    """

    interns: tuple[str, ...]
    hosts: tuple[str, ...]
    pairs: dict[str, Ints]
    possible: Flags
    places: dict[str, Ints] | None
    visits: dict[str, Ints] | None
    grows: Flags

    def pair(self, intern: str, host: str) -> dict[str, int] | None:
        """Return the bound of each aim where a pair meets; None where no rule lets them.

        Raises
        ------
        ValueError
            Somebody is not in the round.
        """
        at = self.interns.index(intern), self.hosts.index(host)
        return {aim: int(cost[at]) for aim, cost in self.pairs.items()} if self.possible[at] else None

    def place(self, host: str) -> dict[str, int] | None:
        """Return the bound of each aim where one more may come to a host; None if prices do not tell."""
        return None if self.grows[self.hosts.index(host)] else self._of(self.places, host)

    def visit(self, host: str) -> dict[str, int] | None:
        """Return the bound of each aim where a host receives once more; None if prices do not tell."""
        return self._of(self.visits, host)

    def frame(self) -> pd.DataFrame:
        """Return the pairs that can meet: columns intern, host, and each aim."""
        import pandas as pd

        intern, host = np.nonzero(self.possible)
        names = {"intern": np.array(self.interns)[intern], "host": np.array(self.hosts)[host]}
        return pd.DataFrame(names | {aim: cost[intern, host] for aim, cost in self.pairs.items()})

    def _of(self, costs: dict[str, Ints] | None, host: str) -> dict[str, int] | None:
        at = self.hosts.index(host)
        return None if costs is None else {aim: int(cost[at]) for aim, cost in costs.items()}


def bounds_of(standing: Bounding) -> Bounds:
    """Return the bounds by the prices of a proven plan."""
    from innopraktik_match.engine.study.every import every_bound

    def own(costs: dict[str, Ints] | None) -> dict[str, Ints] | None:
        if costs is None:
            return None
        totals = {aim: one.stage.cost.total for aim, one in standing.known.items()}
        return {
            aim: cost if (total := totals.get(aim)) is None else total - cost for aim, cost in costs.items()
        }

    found, columns = every_bound(standing), standing.offers.columns
    return Bounds(
        tuple(one.id for one in columns.interns),
        tuple(one.id for one in columns.hosts),
        own(found.pairs) or {},
        found.possible,
        own(found.places),
        own(found.visits),
        found.grows,
    )
