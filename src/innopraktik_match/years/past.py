"""One intern of an earlier round: whom they visited, or that there was no place for them."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key

if TYPE_CHECKING:
    from collections.abc import Iterable

TOKEN_LENGTH = 20
"""Hexadecimal digits, 80 bits: two people share none by chance."""


@dataclass(frozen=True)
class Past:
    """One intern of an earlier round, at one host or turned away.

    Attributes
    ----------
    year : int or None
    name, email : str or None
        The person, where they are kept by name.
    tokens : tuple of str
        What they are called instead: only the holder of the key can tell whose it is.
    workplace, sector : str or None
        Of the intern.
    host, host_workplace, host_sector : str or None
        The host's name, workplace and sector.
    turned_away : bool
        Whether they got no visit.
    """

    year: int | None = None
    name: str | None = None
    email: str | None = None
    tokens: tuple[str, ...] = ()
    workplace: str | None = None
    sector: str | None = None
    host: str | None = None
    host_workplace: str | None = None
    host_sector: str | None = None
    turned_away: bool = False

    @property
    def named(self) -> bool:
        """Whether the row says, or its tokens say, who it is about."""
        return bool(self.name or self.email or self.tokens)

    @property
    def place(self) -> str | None:
        """The host's workplace; a host that gives none is called by its name."""
        return self.host_workplace or self.host

    def without_person(self) -> Past:
        """Return what is left when the person is forgotten: the two workplaces."""
        return replace(self, name=None, email=None, tokens=())


def identities(name: str | None, email: str | None, workplace: str | None) -> tuple[str, ...]:
    """Return by what somebody is known again: the e-mail address; the name at a workplace.

    Examples
    --------
    >>> identities("Eks Empel", "EKS@example.org", "DMI")
    ('mail eks@example.org', 'name eks empel at dmi')
    """
    by_mail = [f"mail {key(email)}"] if email else []
    by_name = [f"name {key(name)} at {key(workplace)}"] if name and workplace else []
    return (*by_mail, *by_name)


def tokens_of(known: Iterable[str], secret: bytes) -> tuple[str, ...]:
    """Return a token for each identity: HMAC-SHA-256 (RFC 2104) under the coordinator's key."""
    return tuple(hmac.new(secret, one.encode(), hashlib.sha256).hexdigest()[:TOKEN_LENGTH] for one in known)


def marks_of(one: Past, secret: bytes | None) -> tuple[str, ...]:
    """Return everything by which the person of a row can be compared, as tokens where there is a key."""
    known = identities(one.name, one.email, one.workplace)
    return (*one.tokens, *(known if secret is None else tokens_of(known, secret)))


def unique(rows: Iterable[Past], secret: bytes | None) -> tuple[Past, ...]:
    """Return the rows in order of years, each visit once however many files tell of it."""
    found: dict[tuple[object, ...], Past] = {}
    for one in rows:
        who = marks_of(one, secret) or (id(one),)
        found.setdefault((one.year, who[0], key(one.place or ""), one.turned_away), one)
    return tuple(sorted(found.values(), key=lambda one: one.year or 0))
