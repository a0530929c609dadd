"""Reserves as a table of the workbook, and the chances of those who wait in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from innopraktik_match.report.grids import Cell, Grid
from innopraktik_match.report.rows import dates
from innopraktik_match.texts.names import named
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.report import ids_line
from innopraktik_match.texts.standby import HEADERS, WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.explaining.standby import Standby, Waiting

MOST_RESERVES = 3
MOST_PLACES = 3
"""Places in a line that are told: who is farther back has little to hope for."""


def reserves_grid(round: Round, plan: Plan, standby: Standby, lang: Lang) -> Grid:
    """Return one row for each party in each visit that somebody can step in for."""
    interns, hosts = named(round.interns), named(round.hosts)

    def called(party: tuple[str, ...]) -> str:
        return ", ".join(interns.get(one, one) for one in party)

    rows: list[tuple[Cell, ...]] = []
    for one in standby.reserves:
        if one.parties:
            visit = plan.visits[one.visit]
            host, when = hosts.get(visit.host, visit.host), dates(visit.week, visit.days)
            first = [called(party) for party in one.parties[:MOST_RESERVES]]
            blank = [None] * (MOST_RESERVES - len(first))
            rows.append((one.visit + 1, host, when, visit.days, called(one.interns), *first, *blank))
    return Grid(HEADERS[lang], tuple(rows))


def chances_of(standby: Standby, round: Round, lang: Lang) -> dict[str, str]:
    """Return the chances of each intern who waits, in words."""
    hosts = named(round.hosts)
    return {
        intern: "\n".join(chance_lines(one, hosts, lang)) for one in standby.waiting for intern in one.interns
    }


def chance_lines(waiting: Waiting, hosts: Mapping[str, str], lang: Lang) -> list[str]:
    """Return where somebody is first in line, and where second or third."""
    words, lines = WORDS[lang], []
    for place, chances in groupby(waiting.chances, key=lambda chance: chance[1]):
        if place <= MOST_PLACES:
            there = ids_line(tuple(hosts.get(host, host) for host, _ in chances), lang)
            word = words["first" if place == 1 else "later"]
            lines.append(word.format(hosts=there, place=number(place, lang)))
    return lines or [words["no_chance"]]
