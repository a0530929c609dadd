"""A round with what earlier rounds tell: who has been where, who has met, who was turned away."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key
from innopraktik_match.domain.round import PastVisit, Relation, Round
from innopraktik_match.years.past import identities, marks_of, tokens_of, unique

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from innopraktik_match.years.past import Past


@dataclass(frozen=True)
class Remembered:
    """A round that remembers, and what that rests on.

    Attributes
    ----------
    round : Round
    rows, undated : int
        Rows of earlier rounds, and those without a year.
    people : int
        Interns who were known again.
    unclear : int
        Rows that fit several interns; they are tied to none.
    """

    round: Round
    rows: int
    undated: int
    people: int
    unclear: int


def remember(round: Round, earlier: Iterable[Past], secret: bytes | None = None) -> Remembered:
    """Return a round with history, relations and priority of earlier rounds added to its own.

    Parameters
    ----------
    round : Round
    earlier : iterable of Past
    secret : bytes, optional
        The key under which tokens were made.

    Returns
    -------
    Remembered
        Somebody is known again by the e-mail address, or by the name at the same workplace. Whoever was
        turned away has a priority of the number of rounds since the last visit, unless the round gives
        a higher one.
    """
    rows = unique(earlier, secret)
    known = _Known(round, secret)
    mine: dict[str, list[Past]] = defaultdict(list)
    unclear = 0
    for one in rows:
        found = known.find(one)
        if len(found) == 1:
            mine[found.pop()].append(one)
        unclear += len(found) > 1
    visits = [_visit(round, intern, one) for intern, past in mine.items() for one in past if one.place]
    return Remembered(
        round.model_copy(
            update={
                "interns": tuple(
                    one.model_copy(update={"priority": max(one.priority, _missed(mine[one.id]))})
                    for one in round.interns
                ),
                "history": tuple(dict.fromkeys([*round.history, *visits])),
                "relations": tuple(dict.fromkeys([*round.relations, *relations_of(rows)])),
            }
        ),
        rows=len(rows),
        undated=sum(one.year is None for one in rows),
        people=len([one for one in round.interns if mine[one.id]]),
        unclear=unclear,
    )


class _Known:
    """The interns of a round by what they are known again by."""

    def __init__(self, round: Round, secret: bytes | None) -> None:
        self._secret = secret
        self._by_mark: dict[str, set[str]] = defaultdict(set)
        for one in round.interns:
            marks = identities(one.name, one.email, one.workplace)
            for mark in (*marks, *(tokens_of(marks, secret) if secret is not None else ())):
                self._by_mark[mark].add(one.id)

    def find(self, one: Past) -> set[str]:
        """Return the interns whom a row is about: those of its first mark that anybody has."""
        marks = (marks_of(one, None), marks_of(one, self._secret))
        return set(next((found for mark in (*marks[0], *marks[1]) if (found := self._by_mark.get(mark))), ()))


def relations_of(rows: Iterable[Past]) -> tuple[Relation, ...]:
    """Return each pair of workplaces, or of sectors where a workplace is unknown, at its last year."""
    last: dict[tuple[str | None, ...], Relation] = {}
    for one in sorted(rows, key=lambda one: one.year or 0):
        both = (one.workplace and one.place) or (one.sector and one.host_sector)
        if one.turned_away or not both:
            continue
        words = (key(one.workplace or ""), one.sector, key(one.place or ""), one.host_sector)
        last[words] = Relation.model_validate(
            {
                "workplace": one.workplace,
                "sector": one.sector,
                "host_workplace": one.place,
                "host_sector": one.host_sector,
                "year": one.year,
            }
        )
    return tuple(last.values())


def _visit(round: Round, intern: str, one: Past) -> PastVisit:
    """Return an earlier visit, to the host of this round that has the same name, or to a workplace."""
    same = [host.id for host in round.hosts if one.host and key(host.name or host.id) == key(one.host)]
    return PastVisit(
        intern=intern, host=same[0] if len(same) == 1 else None, workplace=one.place, year=one.year
    )


def _missed(past: Sequence[Past]) -> int:
    """Return in how many rounds somebody was turned away since their last visit."""
    away = Counter(one.year for one in past if one.turned_away)
    last = max((one.year or 0 for one in past if not one.turned_away), default=-1)
    return sum(1 for year in away if (year or 0) > last)
