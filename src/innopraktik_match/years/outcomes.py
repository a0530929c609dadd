"""What came of a round: shares of those who had use of it, and what they follow."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.checker.facts import Facts
from innopraktik_match.domain.names import key
from innopraktik_match.years.proportions import Difference, Share, newcombe, wilson
from innopraktik_match.years.survey import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.round import Intern, Round
    from innopraktik_match.years.survey import Answer, Survey

FEW = 10
"""Answers below which a share says next to nothing: 5 of 10 may be anything from 24 to 76 per cent."""
LONGEST_SHORT = 3
FARTHEST_NEAR = 50
OUT = ("declined", "withdrawn")
CONTRASTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "wish": (("first",), ("second", "third", "later", "unlisted")),
    "sector": (("across",), ("within",)),
    "days": (("short",), ("long",)),
    "distance": (("near",), ("far",)),
    "theme": (("shared",), ("apart",)),
}
"""Topic -> the groups that are compared: those that the points favour, and the others."""


@dataclass(frozen=True)
class Group:
    """The answers to one question of those who are alike in one thing that the plan could see."""

    topic: str
    group: str
    question: str
    share: Share

    @property
    def few(self) -> bool:
        """Whether there are too few answers to say anything."""
        return self.share.answers < FEW


@dataclass(frozen=True)
class Contrast:
    """Two groups against each other in one question."""

    topic: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    question: str
    difference: Difference
    few: bool

    @property
    def certain(self) -> bool:
        """Whether there are answers enough, and the interval of the difference does not hold 0."""
        return not self.few and self.difference.certain


@dataclass(frozen=True)
class Outcomes:
    """What came of a round.

    Attributes
    ----------
    people : dict
        Side -> how many took part in visits that were not declined or withdrawn.
    answered : dict
        Side -> how many of them answered.
    unknown, unclear, several : int
        Answers of nobody we know; cells that are neither yes nor no; answers of interns with several visits
        that do not say which.
    shares : dict
        (side, question) -> share; the side "all" holds unknown people too.
    groups : tuple of Group
    contrasts : tuple of Contrast
    """

    people: dict[str, int]
    answered: dict[str, int]
    unknown: int
    unclear: int
    several: int
    shares: dict[tuple[str, str], Share]
    groups: tuple[Group, ...]
    contrasts: tuple[Contrast, ...]


def find_outcomes(round: Round, plan: Plan, survey: Survey) -> Outcomes:
    """Join the answers of a survey to the visits that they are about.

    Parameters
    ----------
    round : Round
    plan : Plan
        The plan as it was carried out: with the statuses that people gave it.
    survey : Survey

    Returns
    -------
    Outcomes
    """
    seats = {
        (intern, visit.host): visit
        for visit in plan.visits
        for intern in visit.interns
        if visit.status_of(intern) not in OUT
    }
    people = {"interns": {intern for intern, _ in seats}, "hosts": {host for _, host in seats}}
    answered = {
        side: {one.person for one in survey.answers if one.side == side and one.person in there}
        for side, there in people.items()
    }
    told = [(one, seat) for one in survey.answers if one.side == "interns" and (seat := _seat(one, seats))]
    alone = sum(one.side == "interns" and one.person in people["interns"] for one in survey.answers)
    groups = _groups(round, told)
    return Outcomes(
        people={side: len(there) for side, there in people.items()},
        answered={side: len(there) for side, there in answered.items()},
        unknown=sum(one.person is None for one in survey.answers),
        unclear=survey.unclear,
        several=alone - len(told),
        shares={
            (side, question): _share(one for one in _yes(survey.answers, side, question))
            for side in ("all", "interns", "hosts")
            for question in QUESTIONS
        },
        groups=groups,
        contrasts=tuple(_contrasts(groups)),
    )


def _yes(answers: Iterable[Answer], side: str, question: str) -> Iterable[bool]:
    """Yield the answers of one side to a question."""
    given = (getattr(one, question) for one in answers if side in ("all", one.side))
    return (one for one in given if one is not None)


def _share(answers: Iterable[bool]) -> Share:
    given = list(answers)
    return wilson(sum(given), len(given))


def _seat(one: Answer, seats: dict[tuple[str, str], Visit]) -> Visit | None:
    """Return the visit that an intern's answer is about: the one it names, or the only one."""
    mine = [visit for (intern, _), visit in seats.items() if intern == one.person]
    if one.host is not None:
        return next((visit for visit in mine if visit.host == one.host), None)
    return mine[0] if len(mine) == 1 else None


def _groups(round: Round, told: list[tuple[Answer, Visit]]) -> tuple[Group, ...]:
    facts = Facts(round)
    given: dict[tuple[str, str, str], list[bool]] = defaultdict(list)
    for one, visit in told:
        for topic, group in seen(facts, facts.interns[one.person or ""], visit).items():
            for question in QUESTIONS:
                if (answer := getattr(one, question)) is not None:
                    given[question, topic, group].append(answer)
    order = {name: n for n, name in enumerate(_ORDER)}
    keys = sorted(given, key=lambda one: (QUESTIONS.index(one[0]), order[one[1]], order[one[2]]))
    return tuple(
        Group(topic, group, question, _share(given[question, topic, group]))
        for question, topic, group in keys
    )


_ORDER = (
    *("wish", "sector", "days", "distance", "theme"),
    *("first", "second", "third", "later", "unlisted", "none", "across", "within"),
    *("short", "long", "near", "far", "shared", "apart", "unknown"),
)


def seen(facts: Facts, intern: Intern, visit: Visit) -> dict[str, str]:
    """Return what the plan could see of an intern's visit: topic -> group."""
    host = facts.hosts[visit.host]
    rank = intern.wishes.index(host.id) + 1 if host.id in intern.wishes else 0
    ranks = {1: "first", 2: "second", 3: "third"}
    wish = "none" if not intern.wishes else ranks.get(rank, "later") if rank else "unlisted"
    mine, yours = {key(one) for one in intern.themes}, {key(one) for one in host.themes}
    return {
        "wish": wish,
        "sector": _two(intern.sector and host.sector, intern.sector != host.sector, "across", "within"),
        "days": _two(visit.days, (visit.days or 0) <= LONGEST_SHORT, "short", "long"),
        "distance": _two(
            intern.municipality and host.municipality,
            facts.km(intern.municipality, host.municipality) <= FARTHEST_NEAR,
            "near",
            "far",
        ),
        "theme": _two(mine and yours, bool(mine & yours), "shared", "apart"),
    }


def _two(known: object, first: bool, one: str, other: str) -> str:
    return "unknown" if not known else one if first else other


def _contrasts(groups: tuple[Group, ...]) -> Iterable[Contrast]:
    for question in QUESTIONS:
        for topic, (one, other) in CONTRASTS.items():
            mine = [group for group in groups if (group.topic, group.question) == (topic, question)]
            a, b = (_sum(group.share for group in mine if group.group in names) for names in (one, other))
            if a.answers and b.answers:
                few = min(a.answers, b.answers) < FEW
                yield Contrast(topic, one, other, question, newcombe(a, b), few)


def _sum(shares: Iterable[Share]) -> Share:
    both = list(shares)
    return wilson(sum(one.yes for one in both), sum(one.answers for one in both))
