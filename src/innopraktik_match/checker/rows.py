"""What a round rule is in plain Python: rows of one or several shapes, and what loads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from innopraktik_match.checker.facts import Facts

Key = tuple[str, ...]
Load = tuple[str, Key, int]  # rule, key, how much
Scope = Literal["intern", "host", "pair", "intern slot", "pair slot", "visit", "visit slot"]


class Row(NamedTuple):
    """One row of a round rule.

    Attributes
    ----------
    lower, upper : int or None
        None where there is no limit.
    price : int or None
        Points for one of the amount; None where the row is hard.
    weight : int
        The amount of one visit (or place) missed.
    given : int or None
        The upper limit that the round gives, where decisions need a higher one.
    """

    lower: int | None
    upper: int | None
    price: int | None
    weight: int = 1
    given: int | None = None

    @property
    def points(self) -> int | None:
        """Points for one visit missed; None where the row is hard."""
        return None if self.price is None else self.price * self.weight


def named(facts: Facts, key: Key) -> tuple[Key, ...]:
    """Return the pair that a key begins with."""
    return (key[:2],)


def none(facts: Facts) -> tuple[Key, ...]:
    """Return no keys: a plan without visits misses no such row."""
    return ()


@dataclass(frozen=True)
class Shape:
    """The rows of a round rule that are loaded alike.

    Attributes
    ----------
    scope : Scope
        What a load depends on. For one intern's part in a visit: the intern, the host or both, and with
        "slot" the week and days too; for the visit itself, whoever comes: "visit" or "visit slot".
    row : callable
        Facts, key -> the row of that name, None where the shape has none.
    loads : callable
        Facts and what the scope names (intern, host, week, days) -> the keys of the rows that are loaded
        with 1.
    demands : callable
        Facts -> the keys of rows that a plan without visits can miss.
    pairs : callable
        Of the scope "pair slot": facts, key -> the pairs (intern, host) that load the row.
    """

    scope: Scope
    row: Callable[[Facts, Key], Row | None]
    loads: Callable[..., Iterable[Key]]
    demands: Callable[[Facts], Iterable[Key]] = none
    pairs: Callable[[Facts, Key], Iterable[Key]] = named


def price_of(facts: Facts, rule: str) -> int | None:
    """Return the points of a rule for one of the amount; None where it is hard."""
    settings = getattr(facts.rules, rule)
    if settings.hard:
        return None
    return settings.points if settings.on else 0


def at_most(facts: Facts, rule: str, lower: int | None, upper: int | None, decided: int) -> Row:
    """Return a row whose upper limit, where it is hard, gives way to as many as are decided."""
    price = price_of(facts, rule)
    if upper is None or price is not None:
        return Row(lower, upper, price)
    return raised(lower, upper, decided)


def raised(lower: int | None, given: int, decided: int) -> Row:
    """Return a hard row with the upper limit that is given, or that as many as are decided need."""
    return Row(lower, decided, None, given=given) if decided > given else Row(lower, given, None)
