"""Whether a plan treats groups alike: who has a visit and who got the first wish, group by group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.domain.municipalities import region_of
from innopraktik_match.domain.names import natural_order
from innopraktik_match.report.figures import hosts_of
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.page import PAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Intern, Round

MOST_GROUPS = 15
"""A column with more words than this does not divide people into groups."""


@dataclass(frozen=True)
class Group:
    """How one group of interns fares.

    Attributes
    ----------
    kind, label : str
        What the group is of, and what it is called.
    people, placed : int
        Interns, and those of them with a visit.
    wished, first : int
        Interns with wishes, and those of them who got their first.
    """

    kind: str
    label: str
    people: int
    placed: int
    wished: int
    first: int


def find_groups(plan: Plan, round: Round, lang: Lang) -> list[Group]:
    """Return the groups by sector, by region and by role; a division into one group only is left out."""
    visited = hosts_of(plan)
    found: list[Group] = []
    for kind, word in _divisions(round, lang).items():
        members: dict[str, list[Intern]] = {}
        for intern in round.interns:
            members.setdefault(word(intern) or PAGE[lang]["unknown"], []).append(intern)
        if 1 < len(members) <= MOST_GROUPS:
            found += [
                _group(PAGE[lang][kind], label, members[label], visited)
                for label in sorted(members, key=natural_order)
            ]
    return found


def _divisions(round: Round, lang: Lang) -> dict[str, Callable[[Intern], str | None]]:
    return {
        "sector": lambda one: value_label(one.sector, lang) if one.sector else None,
        "region": lambda one: region_of(one, round.year),
        "role": lambda one: value_label(one.role, lang) if one.role else None,
    }


def _group(kind: str, label: str, members: list[Intern], visited: dict[str, frozenset[str]]) -> Group:
    wishing = [one for one in members if one.wishes]
    return Group(
        kind,
        label,
        people=len(members),
        placed=sum(one.id in visited for one in members),
        wished=len(wishing),
        first=sum(one.wishes[0] in visited.get(one.id, ()) for one in wishing),
    )
