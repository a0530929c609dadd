"""What earlier rounds brought together, and how many years ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key
from innopraktik_match.model.pair_table import PairTable, pair_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.round import Round

    Past = list[tuple[str, str, int]]

LONGEST_AGO = 1000
"""Years: more than any rule counts."""


def past_visits(round: Round) -> Past:
    """Return (intern, host, years ago) of the table history, the latest visit of a pair last."""
    at: dict[str, list[str]] = {}
    for host in round.hosts:
        if host.workplace:
            at.setdefault(key(host.workplace), []).append(host.id)
    past = []
    for visit in round.history:
        hosts = set(at.get(key(visit.workplace), [])) if visit.workplace else set()
        since = _years_ago(round, visit.year)
        past += [(visit.intern, host, since) for host in hosts | ({visit.host} if visit.host else set())]
    return sorted(past, key=lambda one: -one[2])


def past_workplaces(round: Round) -> Past:
    """Return (workplace, workplace, years ago) of the table relations."""
    return [
        (key(one.workplace), key(one.host_workplace), _years_ago(round, one.year))
        for one in round.relations
        if one.workplace and one.host_workplace
    ]


def past_sectors(round: Round) -> Past:
    """Return (sector, sector, years ago) of the table relations."""
    return [
        (one.sector, one.host_sector, _years_ago(round, one.year))
        for one in round.relations
        if one.sector and one.host_sector
    ]


def met(words: Iterable[str], past: Past) -> PairTable:
    """Return how many years ago two words met last, in either direction, by their codes."""
    code = {word: n for n, word in enumerate(sorted(set(words) - {""}))}
    known = [(code[a], code[b], since) for a, b, since in past if a in code and b in code]
    both = [*known, *((b, a, since) for a, b, since in known)]
    return pair_table(sorted(both, key=lambda one: -one[2]), len(code))


def _years_ago(round: Round, then: int | None) -> int:
    """Return how many years ago it was, 1 at the least; what nobody dated was last year."""
    if then is None or round.year is None:
        return 1
    return min(max(round.year - then, 1), LONGEST_AGO)
