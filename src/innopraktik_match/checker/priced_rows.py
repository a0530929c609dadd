"""What the priced rows of the round rules add to reduced costs, scope by scope."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from innopraktik_match.checker.loads import find_row
from innopraktik_match.checker.rows import Scope

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.checker.rows import Key, Shape


class PricedRows:
    """The rows that have a price; those without one add nothing.

    Attributes
    ----------
    lowering : set of Scope
        Where a load can lower a cost: rows with a lower limit have prices above 0.
    pairs : set of (intern, host)
        The pairs whose slots are priced one by one.
    """

    def __init__(self, facts: Facts, price: Mapping[tuple[str, Key], int]) -> None:
        self.facts = facts
        self.price = price
        self.lowering: set[Scope] = set()
        self.pairs: set[Key] = set()
        self._shapes: dict[Scope, set[tuple[str, Shape]]] = {scope: set() for scope in get_args(Scope)}
        for (rule, key), amount in price.items():
            found = find_row(facts, rule, key)
            for shape in found[1] if found else ():
                self._take(rule, key, shape, amount)

    def _take(self, rule: str, key: Key, shape: Shape, amount: int) -> None:
        self._shapes[shape.scope].add((rule, shape))
        if amount > 0:
            self.lowering.add(shape.scope)
        if shape.scope == "pair slot":
            pairs = set(shape.pairs(self.facts, key))
            if not {pair[0] for pair in pairs} <= self.facts.interns.keys():
                raise ValueError(f"a row by pair and slot does not name its pairs: {rule} {key}")
            self.pairs |= {pair for pair in pairs if pair[1] in self.facts.hosts}

    def among(self, scope: Scope) -> bool:
        """Whether any row of a scope has a price."""
        return bool(self._shapes[scope])

    def added(self, scope: Scope, *where: object) -> int:
        """Return what the loads of a scope add to a reduced cost; `where` is what the scope names."""
        total = 0
        for rule, shape in self._shapes[scope]:
            for key in shape.loads(self.facts, *where):
                total -= self.price.get((rule, key), 0)
        return total
