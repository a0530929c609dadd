"""Who meets whom, when and where: what every hand-out is written from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from innopraktik_match.report.packs.plain_text import file_name
from innopraktik_match.report.packs.working_days import working_days

if TYPE_CHECKING:
    from datetime import date

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.round import Host, Intern, Round

CALLED_OFF = ("declined", "withdrawn")


@dataclass(frozen=True)
class Meeting:
    """A visit with its people.

    Attributes
    ----------
    number : int
        Number of the visit in the plan, from 1.
    visit : Visit
    host : Host
    interns : tuple of Intern
    days : tuple of date
        The working days, proposed until the people agree on others; empty where there is no week.
    """

    number: int
    visit: Visit
    host: Host
    interns: tuple[Intern, ...]
    days: tuple[date, ...]


@dataclass(frozen=True)
class Book:
    """A plan in its round, in one language.

    Attributes
    ----------
    round : Round
    plan : Plan
    lang : {"da", "en"}
    """

    round: Round
    plan: Plan
    lang: Lang

    @cached_property
    def visits(self) -> tuple[Meeting, ...]:
        """Every visit, in the order of the plan."""
        interns = {one.id: one for one in self.round.interns}
        hosts = {one.id: one for one in self.round.hosts}
        return tuple(
            Meeting(
                number,
                visit,
                hosts[visit.host],
                tuple(interns[one] for one in visit.interns),
                working_days(visit.week, visit.days) if visit.week else (),
            )
            for number, visit in enumerate(self.plan.visits, 1)
        )

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """What people are told of: the visits without those who have called off, if anybody is left."""
        coming = (
            replace(one, interns=tuple(person for person in one.interns if _comes(person, one.visit)))
            for one in self.visits
        )
        return tuple(one for one in coming if one.interns)

    @cached_property
    def hosts_left(self) -> frozenset[str]:
        """The hosts whose visits are all called off."""
        return frozenset(one.host.id for one in self.visits) - self._by_host.keys()

    @cached_property
    def interns_left(self) -> frozenset[str]:
        """The interns whose visits are all called off."""
        return frozenset(id for one in self.visits for id in one.visit.interns) - self._by_intern.keys()

    @cached_property
    def _by_host(self) -> dict[str, list[Meeting]]:
        found: dict[str, list[Meeting]] = {}
        for meeting in sorted(self.meetings, key=_when):
            found.setdefault(meeting.host.id, []).append(meeting)
        return found

    @cached_property
    def _by_intern(self) -> dict[str, list[Meeting]]:
        found: dict[str, list[Meeting]] = {}
        for meeting in sorted(self.meetings, key=_when):
            for intern in meeting.interns:
                found.setdefault(intern.id, []).append(meeting)
        return found

    def at(self, host: Host) -> list[Meeting]:
        """Return the meetings at a host, the earliest first."""
        return self._by_host.get(host.id, [])

    def of(self, intern: Intern) -> list[Meeting]:
        """Return the meetings of an intern, the earliest first."""
        return self._by_intern.get(intern.id, [])

    @cached_property
    def host_files(self) -> dict[str, str]:
        """The names of the hosts' files, without ending, by id."""
        return {one.id: file_name(n, one.id, one.name) for n, one in enumerate(self.round.hosts, 1)}

    @cached_property
    def intern_files(self) -> dict[str, str]:
        """The names of the interns' files, without ending, by id."""
        return {one.id: file_name(n, one.id, one.name) for n, one in enumerate(self.round.interns, 1)}


def _comes(intern: Intern, visit: Visit) -> bool:
    return visit.status_of(intern.id) not in CALLED_OFF


def _when(meeting: Meeting) -> tuple[str, int]:
    return meeting.visit.week or "", meeting.number
