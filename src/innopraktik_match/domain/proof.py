"""The proof of a plan: prices of rows and cuts, and what was listed for a search."""

from __future__ import annotations

from typing import Literal

from innopraktik_match.domain.record import Record

ProofKind = Literal["prices", "search"]


class Price(Record):
    """The price of one row of the round: `rule` and `key` name the row."""

    rule: str
    key: tuple[str, ...]
    price: int


class Cut(Record):
    """The price, below 0, of half of what some interns and hosts take part in, rounded down visit by visit.

    All visits together have at most half of the visits that those can have, rounded down.
    """

    interns: tuple[str, ...]
    hosts: tuple[str, ...]
    price: int


class AimProof(Record):
    """The proof of one aim's bound.

    Attributes
    ----------
    aim : str
        Name of the aim; "legal" proves that no plan keeps every hard rule.
    kind : {"prices", "search"}
        By prices alone, or by search among the visits within the gap.
    prices : tuple of Price
        Exact integers, in 1/`Proof.scale` of a point; rows not named have price 0.
    cuts : tuple of Cut
        Prices, in the same unit, of what whole numbers of visits keep beside the rows.
    scaled_bound : int
        The sum that the prices prove, in 1/`Proof.scale`: no plan is below it.
    within : int or None
        For search: visits up to this reduced cost were listed (1/`Proof.scale`).
    listed : int or None
        For search: how many visits those are.
    options_listed : int or None
        For search, where the visits are too many to list: how many options can be in one of them.
    solver : str or None
        For search: who proved that no choice among them is better.
    prices_of : str or None
        For the lottery: the visits were listed under the prices of that aim, with no prices of its own.
    level : int or None
        For the worst-served aim: options dearer than this were left out, and no plan is left.
    """

    aim: str
    kind: ProofKind
    prices: tuple[Price, ...] = ()
    cuts: tuple[Cut, ...] = ()
    scaled_bound: int = 0
    within: int | None = None
    listed: int | None = None
    options_listed: int | None = None
    solver: str | None = None
    prices_of: str | None = None
    level: int | None = None


class Proof(Record):
    """The proofs of all aims, in order."""

    scale: int = 1
    aims: tuple[AimProof, ...] = ()
