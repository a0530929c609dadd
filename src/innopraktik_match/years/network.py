"""The network that the rounds have made: which workplaces have visited each other, and when first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import danish_order, key
from innopraktik_match.years.past import unique

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.years.past import Past


@dataclass(frozen=True)
class Workplace:
    """A workplace as it is written first, and its sector where anybody told it."""

    name: str
    sector: str | None


@dataclass(frozen=True)
class Link:
    """Two workplaces that have visited each other, in either direction."""

    one: Workplace
    other: Workplace
    first: int | None
    last: int | None
    visits: int


@dataclass(frozen=True)
class YearOfLinks:
    """What one round brought: visits, links that are new, visits along old ones, workplaces that are new."""

    year: int | None
    visits: int
    new: int
    repeats: int
    joined: int


@dataclass(frozen=True)
class Network:
    """Workplaces and links over the years.

    Attributes
    ----------
    workplaces : tuple of Workplace
        All with a link, in Danish order.
    links : tuple of Link
    years : tuple of YearOfLinks
        In order; rows without a year come first.
    isolated : tuple of Workplace
        Those whose interns signed up and were turned away, and that have no link.
    groups : tuple of int
        Sizes of the connected groups, the largest first.
    sectors : dict
        (sector of the intern, sector of the host) -> visits.
    left_out : int
        Visits that do not tell both workplaces.
    """

    workplaces: tuple[Workplace, ...]
    links: tuple[Link, ...]
    years: tuple[YearOfLinks, ...]
    isolated: tuple[Workplace, ...]
    groups: tuple[int, ...]
    sectors: dict[tuple[str, str], int]
    left_out: int


def find_network(earlier: Iterable[Past], secret: bytes | None = None) -> Network:
    """Return the network of all rounds.

    Parameters
    ----------
    earlier : iterable of Past
    secret : bytes, optional
        The key of tokens, so that one visit told by name and by token counts once.
    """
    rows = unique(earlier, secret)
    known = _workplaces(rows)
    visits = [
        (one, key(one.workplace), key(one.place))
        for one in rows
        if not one.turned_away and one.workplace and one.place
    ]
    visits = [(one, a, b) for one, a, b in visits if a != b]
    pairs: dict[tuple[str, str], list[int | None]] = {}
    for one, a, b in visits:
        pairs.setdefault((min(a, b), max(a, b)), []).append(one.year)
    linked = {word for pair in pairs for word in pair}
    away = {key(one.workplace) for one in rows if one.workplace} - linked
    return Network(
        workplaces=_sorted(known[word] for word in linked),
        links=tuple(
            Link(known[a], known[b], _least(years), _most(years), len(years))
            for (a, b), years in sorted(pairs.items(), key=lambda one: tuple(map(danish_order, one[0])))
        ),
        years=_by_year(visits),
        isolated=_sorted(known[word] for word in away),
        groups=_groups(pairs),
        sectors=dict(Counter((one.sector or "", one.host_sector or "") for one, _, _ in visits)),
        left_out=sum(not one.turned_away and not (one.workplace and one.place) for one in rows),
    )


def _workplaces(rows: Iterable[Past]) -> dict[str, Workplace]:
    found: dict[str, Workplace] = {}
    for one in rows:
        for name, sector in ((one.workplace, one.sector), (one.place, one.host_sector)):
            if name:
                before = found.get(key(name))
                told = before.sector if before and before.sector else sector
                found[key(name)] = Workplace(before.name if before else name, told)
    return found


def _sorted(workplaces: Iterable[Workplace]) -> tuple[Workplace, ...]:
    return tuple(sorted(workplaces, key=lambda one: danish_order(one.name)))


def _least(years: list[int | None]) -> int | None:
    return min((year for year in years if year is not None), default=None)


def _most(years: list[int | None]) -> int | None:
    return max((year for year in years if year is not None), default=None)


def _by_year(visits: list[tuple[Past, str, str]]) -> tuple[YearOfLinks, ...]:
    linked: set[frozenset[str]] = set()
    met: set[str] = set()
    found = []
    for year in sorted({one.year for one, _, _ in visits}, key=lambda year: year or 0):
        pairs = [frozenset((a, b)) for one, a, b in visits if one.year == year]
        new, there = set(pairs) - linked, {word for pair in pairs for word in pair}
        repeats = sum(pair in linked for pair in pairs)
        found.append(YearOfLinks(year, len(pairs), len(new), repeats, len(there - met)))
        linked |= new
        met |= there
    return tuple(found)


def _groups(pairs: Iterable[tuple[str, str]]) -> tuple[int, ...]:
    """Return the sizes of the connected groups, by union-find (Galler and Fischer, 1964)."""
    above: dict[str, str] = {}

    def root(word: str) -> str:
        while above.setdefault(word, word) != word:
            above[word] = above[above[word]]
            word = above[word]
        return word

    for a, b in pairs:
        above[root(a)] = root(b)
    return tuple(sorted(Counter(map(root, list(above))).values(), reverse=True))
