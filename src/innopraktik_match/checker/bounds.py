"""A stage of a proof and its prices: whether they are valid, and what they prove."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.checker.cuts import limit_of
from innopraktik_match.checker.loads import find_row
from innopraktik_match.checker.round_rules import PEAK
from innopraktik_match.checker.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.checker.rows import Key
    from innopraktik_match.domain.plan import Cut, Price


class Stage(NamedTuple):
    """What a proof speaks about.

    Attributes
    ----------
    aim : str
        The aim; "legal" for the stages that ask only for a legal plan.
    reached : dict
        Costs of the aims before.
    level : int or None
        Options with more points are left out.
    elastic : bool
        Whether demands (and, where a level is set, the aims before) may be missed at cost 1.
    """

    aim: str
    reached: dict[str, int]
    level: int | None = None
    elastic: bool = False


@dataclass
class Listing:
    """The visits within a gap, to be counted again.

    Attributes
    ----------
    within : int
        The gap, counted from min(0, the host's least).
    most : int
        How many the proof states: nobody counts further than one more.
    highest : int or None
        Options with more points are left out.
    by_option : bool
        Whether the options that can be in such a visit are counted, in place of the visits.
    counted : int
        The count.
    """

    within: int
    most: int
    highest: int | None = None
    by_option: bool = False
    counted: int = 0


class Bound:
    """A stage under given prices.

    Parameters
    ----------
    f : Facts
    stage : Stage
    prices : iterable of Price
    scale : int
        Prices are in 1/scale.
    cuts : iterable of Cut

    Attributes
    ----------
    price : dict
        (rule, key) -> price.
    per_point : int
        Reduced cost of one point of a visit.
    by_hosts : int
        What the hosts add to the scaled bound; filled in by `weigh`.
    listings : list of Listing
        What is to be listed under these prices; filled in by `weigh`.
    """

    def __init__(
        self, facts: Facts, stage: Stage, prices: Iterable[Price], scale: int, cuts: Iterable[Cut] = ()
    ) -> None:
        self.facts = facts
        self.stage = stage
        self.scale = scale
        self.by_hosts = 0
        self.listings: list[Listing] = []
        self.price: dict[tuple[str, Key], int] = {}
        self._by_limits = 0
        self._wrong = [f"{price.rule} {list(price.key)}" for price in prices if not self._take(price)]
        self.cuts = tuple(cuts)
        self._wrong += [f"cut {[*cut.interns, *cut.hosts]}" for cut in self.cuts if not self._take_cut(cut)]
        self.per_point = (scale if stage.aim == "points" else 0) - self.price.get(("aims", ("points",)), 0)

    def _take(self, given: Price) -> bool:
        """Take a price and count its limit, unless there is no such limit or it is priced already."""
        row = self._row(given.rule, given.key)
        limit = row and (row.lower if given.price > 0 else row.upper)
        if limit is None or (given.rule, given.key) in self.price:
            return False
        self.price[given.rule, given.key] = given.price
        self._by_limits += given.price * limit
        return True

    def _take_cut(self, cut: Cut) -> bool:
        """Count the limit of a cut, if it is one."""
        limit = limit_of(self.facts, cut)
        self._by_limits += cut.price * (limit or 0)
        return limit is not None

    @property
    def scaled_bound(self) -> int:
        """The sum that the prices prove."""
        return self._by_limits + self.by_hosts

    def invalid(self) -> Iterator[str]:
        """Yield what is wrong with the prices: unknown rows, wrong signs, misses below their price."""
        yield from self._wrong
        peak = 0
        for (rule, key), price in self.price.items():
            if rule == PEAK:
                peak -= price
                continue
            cost = self._cost_of_missing(rule, key, price > 0)
            if cost is not None and abs(price) > cost:
                yield f"{rule} {list(key)}"
        if peak > self._worth(PEAK, self.facts.rules.worst_off.points, 1):
            yield PEAK

    def _row(self, rule: str, key: Key) -> Row | None:
        """Return the row of that name, if the stage has it."""
        if rule == "aims":
            reached = self.stage.reached.get(key[0]) if len(key) == 1 else None
            return None if reached is None else Row(None, reached, None)
        if rule == PEAK:
            peak = self.facts.rules.worst_off
            known = len(key) == 2 and key[0] in self.facts.interns and key[1] in self.facts.hosts
            return Row(None, 0, peak.points) if known and peak.on else None
        found = find_row(self.facts, rule, key)
        return found[0] if found and (rule in self.facts.on or rule in self.facts.aims) else None

    def _cost_of_missing(self, rule: str, key: Key, short: bool) -> int | None:
        """Return scale x the cost of one unit short of (or over) a row, None where it may not be."""
        row = self._row(rule, key)
        if row is None or rule == "aims":
            return self.scale if self.stage.elastic and self.stage.level is not None else None
        if short and not row.lower:
            return None
        if row.points is None:
            return self.scale if self.stage.elastic and short else None
        return self._worth(rule, row.points, row.weight)

    def _worth(self, rule: str, points: int, weight: int) -> int:
        """Return scale x what a unit missed of a soft rule costs here, the aims before included."""
        counted = (self.scale if self.stage.aim == rule else 0) - self.price.get(("aims", (rule,)), 0)
        return self.per_point * points + counted * weight
