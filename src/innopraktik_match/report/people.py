"""Who the people of a plan are: the cells that a row holds about each of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from innopraktik_match.report.carried import carried, notes_carried
from innopraktik_match.report.packs.working_days import working_days
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.names import labels
from innopraktik_match.texts.report import COLUMNS, EXTRA_OF_HOST, NOT_WISHED, said

if TYPE_CHECKING:
    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.report.grids import Cell, Record

LONGEST_HEADER = 120


class People:
    """The people of a plan as cells; without a round only ids are known.

    Parameters
    ----------
    plan : Plan
    round : Round or None
    lang : {"da", "en"}
    short : bool
        Whether weeks are told as numbers, where the round lies in one year.
    """

    def __init__(self, plan: Plan, round: Round | None, lang: Lang, *, short: bool = False) -> None:
        self._plan, self._round, self._lang = plan, round, lang
        self._interns = {one.id: one for one in round.interns} if round else {}
        self._hosts = {one.id: one for one in round.hosts} if round else {}
        self._labels = {"intern": labels(self._interns.values()), "host": labels(self._hosts.values())}
        self._short = short and round is not None and len({week[:4] for week in round.weeks}) == 1

    def of_intern(self, identity: str) -> Record:
        """Return what is told of an intern."""
        intern = self._interns.get(identity)
        if intern is None:
            return {"intern_name": identity, "intern": identity}
        return {
            "intern_name": self._labels["intern"][identity],
            "intern_workplace": intern.workplace,
            "intern": identity,
            "intern_email": intern.email,
            "intern_sector": intern.sector and value_label(intern.sector, self._lang),
            "intern_municipality": intern.municipality,
            "role": intern.role and value_label(intern.role, self._lang),
        }

    def of_host(self, identity: str) -> Record:
        """Return what is told of a host."""
        host = self._hosts.get(identity)
        if host is None:
            return {"host_name": identity, "host": identity}
        return {
            "host_name": self._labels["host"][identity],
            "host": identity,
            "host_workplace": None if host.workplace == host.name else host.workplace,
            "host_sector": host.sector and value_label(host.sector, self._lang),
            "host_municipality": host.municipality,
            "contact": host.contact,
            "host_email": host.email,
        }

    def when(self, visit: Visit) -> Record:
        """Return the week of a visit, its first and last day, and its length."""
        days = working_days(visit.week, visit.days) if visit.week else ()
        first, last = (days[0], days[-1]) if days else (None, None)
        return {"week": self.week(visit.week), "first_day": first, "last_day": last, "days": visit.days}

    def week(self, week: str | None) -> Cell:
        """Return a week, as its number where it can only be that of one year."""
        return int(week[6:]) if week and self._short else week

    def rank(self, identity: str, host: str) -> Cell:
        """Return which wish of an intern a host is; a word where it is none of them."""
        intern = self._interns.get(identity)
        if intern is None or not intern.wishes:
            return None
        return intern.wishes.index(host) + 1 if host in intern.wishes else said(NOT_WISHED, self._lang)

    def km(self, identity: str, host: str) -> int | None:
        """Return how far it is, where both places are known."""
        here, there = self._interns.get(identity), self._hosts.get(host)
        if here is None or there is None or not here.municipality or not there.municipality:
            return None
        return self._facts.km(here.municipality, there.municipality)

    @cached_property
    def _facts(self) -> Facts:
        from innopraktik_match.checker.facts import Facts

        assert self._round is not None
        return Facts(self._round)

    @cached_property
    def points(self) -> dict[tuple[str, str], int]:
        """The points of each intern's own match: what the option rules charge."""
        if self._round is None:
            return {}
        import innopraktik_match as im
        from innopraktik_match.domain.rulebook import RULEBOOK

        found = {(one, visit.host): 0 for visit in self._plan.visits for one in visit.interns}
        for finding in im.score(self._round, self._plan).findings:
            if RULEBOOK[finding.rule].level == "option" and finding.interns:
                found[finding.interns[0], finding.host] += finding.points
        return found

    def carried(self, identity: str, host_id: str) -> Record:
        """Return the columns that the tool does not know and that come along, under names of their own."""
        intern, host, lang = self._interns.get(identity), self._hosts.get(host_id), self._lang
        told: Record = {}
        if intern is not None:
            told |= {"intern_note": intern.note} if self._notes else {}
            told |= {
                self._header(name): text for name, text in intern.extra.items() if name in self._carried[0]
            }
        if host is not None:
            told |= {"host_note": host.note} if self._notes else {}
            of_host = said(EXTRA_OF_HOST, lang)
            told |= {
                _fitted(of_host.format(name)): text
                for name, text in host.extra.items()
                if name in self._carried[1]
            }
        return told

    @cached_property
    def _carried(self) -> tuple[frozenset[str], frozenset[str]]:
        return carried(self._round) if self._round else (frozenset(), frozenset())

    @cached_property
    def _notes(self) -> bool:
        return self._round is not None and notes_carried(self._round)

    @cached_property
    def _taken(self) -> set[str]:
        """Headers of ours, and the words that stand for them: an own column is called otherwise."""
        return {said(words, self._lang).casefold() for words in COLUMNS.values()} | COLUMNS.keys()

    def _header(self, name: str) -> str:
        taken = name.casefold() in self._taken
        return _fitted(f"{said(COLUMNS['intern_name'], self._lang)}: {name}" if taken else name)


def _fitted(header: str) -> str:
    """Return a header on one line, no longer than people read."""
    line = " ".join(header.split())
    return line if len(line) <= LONGEST_HEADER else line[: LONGEST_HEADER - 1] + "…"
