"""Which intern is the contact of which host: one person in both roles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.domain.names import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.domain.round import Round

Mark = tuple[str, ...]


class Card(NamedTuple):
    """What tells who somebody is; a host's card is that of its contact."""

    name: str | None
    email: str | None
    workplace: str | None


def contacts(round: Round) -> list[tuple[str, str]]:
    """Return the pairs (intern, host) of ids where the intern is the host's contact, in their order.

    Examples
    --------
    >>> import innopraktik_match as im
    >>> round = im.Round(
    ...     interns=[{"id": "p1", "name": "Bo Lund", "email": "bo@a.example"}],
    ...     hosts=[{"id": "v1", "contact": "Bo Lund", "email": "bo@a.example"}, {"id": "v2"}],
    ... )
    >>> contacts(round)
    [('p1', 'v1')]
    """
    found = same_people(
        [Card(one.name, one.email, one.workplace) for one in round.interns],
        [Card(one.contact, one.email, one.workplace) for one in round.hosts],
    )
    return sorted((round.interns[intern].id, round.hosts[host].id) for intern, host in found)


def same_people(interns: Iterable[Card], hosts: Iterable[Card]) -> list[tuple[int, int]]:
    """Return which intern is which host's contact, as numbers on the two lists.

    They have the same e-mail and not two different names, or the same name and workplace. What two interns
    have in common tells of neither.
    """
    known: dict[Mark, list[int]] = defaultdict(list)
    for number, card in enumerate(interns):
        for mark in _marks(card):
            known[mark].append(number)
    return sorted(
        {
            (known[mark][0], number)
            for number, card in enumerate(hosts)
            for mark in _sought(card)
            if len(known.get(mark, ())) == 1
        }
    )


def _marks(card: Card) -> Iterator[Mark]:
    name, email, workplace = _words(card)
    if email:
        yield "email", email
        yield "email and name", email, name
    if name and workplace:
        yield "workplace", workplace, name


def _sought(card: Card) -> Iterator[Mark]:
    name, email, workplace = _words(card)
    if email and not name:
        yield "email", email
    if email and name:
        yield "email and name", email, name
        yield "email and name", email, ""
    if name and workplace:
        yield "workplace", workplace, name


def _words(card: Card) -> tuple[str, ...]:
    return tuple(key(word or "") for word in card)
