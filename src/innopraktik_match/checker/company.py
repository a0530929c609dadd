"""What rules that compare all who come together, and cuts, add to the reduced cost of a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker.cuts import Cuts
from innopraktik_match.checker.own import own_amount
from innopraktik_match.checker.visit_matches import LASTING, misfits_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.checker.cuts import Places
    from innopraktik_match.checker.facts import Facts, Unit
    from innopraktik_match.domain.plan import Cut
    from innopraktik_match.domain.round import Host
    from innopraktik_match.domain.rulebook.criterion_settings import OwnVisit, VisitMatch

Added = tuple[int | None, int | None]
Price = int | None  # None where a misfit is forbidden


class Company:
    """What `visit_match`, `own_visit` and cuts add to a group of whole units, under one stage's prices.

    Units of which every criterion says the same and that have part in the same cuts are of one kind, a
    number; of rules of developers' own nobody knows what they look at, so with one of them every unit is a
    kind of its own.

    Attributes
    ----------
    silent : bool
        Whether nothing is added to any group.
    """

    def __init__(self, facts: Facts, per_point: int, cuts: Iterable[Cut] = ()) -> None:
        self.facts = facts
        self.cuts = Cuts(cuts)
        match, own = facts.rules.visit_match, facts.rules.own_visit
        self.criteria: list[tuple[VisitMatch, Price]] = [
            (one, None if one.hard else per_point * one.points)
            for one in match.criteria
            if match.on and one.on and (one.hard or per_point * one.points)
        ]
        self.own: list[tuple[OwnVisit, Price]] = [
            (one, None if one.hard else per_point * one.points)
            for one in own.criteria
            if own.on and one.on and (one.hard or per_point * one.points)
        ]
        self.silent = not self.criteria and not self.own and not self.cuts.price
        self._kinds: dict[object, int] = {}
        self._units: list[Unit] = []
        self._places: list[Places] = []
        self._known: dict[tuple[str, tuple[int, ...]], Added] = {}

    def kind(self, unit: Unit) -> int:
        """Return the kind of a unit."""
        if self.silent:
            return 0
        columns = [self.facts.cells[one.column] for one, _ in self.criteria]
        said = unit if self.own else tuple(sorted(tuple(cell[who] for cell in columns) for who in unit))
        name = said, self.cuts.places(unit)
        if name not in self._kinds:
            self._kinds[name] = len(self._units)
            self._units.append(unit)
            self._places.append(name[1])
        return self._kinds[name]

    def added(self, host: Host, kinds: tuple[int, ...]) -> Added:
        """Return what is added (0 or more) to a group of some kinds: whoever comes along, and as it is.

        None where the group is forbidden.
        """
        asked = host.id if self.own or self.cuts.at(host) else "", tuple(sorted(kinds))
        if asked not in self._known:
            units = [self._units[kind] for kind in asked[1]]
            charged = self.cuts.added(host, (self._places[kind] for kind in kinds))
            lasting = self._misfits(units, LASTING)
            whole = None if lasting is None else self._whole(host, units)
            self._known[asked] = (
                None if lasting is None else lasting + charged,
                None if whole is None else whole + charged,
            )
        return self._known[asked]

    def _whole(self, host: Host, units: list[Unit]) -> int | None:
        total = self._misfits(units, None)
        for one, price in self.own if total is not None else ():
            amount = own_amount(self.facts, one, host, (intern for unit in units for intern in unit))
            if amount and price is None:
                return None
            total = (total or 0) + amount * (price or 0)
        return total

    def _misfits(self, units: list[Unit], kinds: tuple[str, ...] | None) -> int | None:
        """Return what the criteria of some kinds, or of all, add."""
        total = 0
        for one, price in self.criteria:
            if kinds is None or one.kind in kinds:
                cells = self.facts.cells[one.column]
                count = misfits_together(one, [[cells[who] for who in unit] for unit in units])
                if count and price is None:
                    return None
                total += count * (price or 0)
        return total
