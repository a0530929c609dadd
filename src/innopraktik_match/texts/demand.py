"""The words of demand: people against places, before anybody is placed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WORDS: dict[str, dict[str, str]] = {
    "da": {
        "title": "Behov og pladser",
        "people_places": "Praktikanter: {interns}. Ønskede besøg: {wished}. "
        "Værter: {hosts}. Pladser: {places}.",
        "enough": "Der er en mulig plads til alle, når man ser på én regel ad gangen.",
        "shortage": "Uanset planen får mindst {unplaced} ingen besøg. De berørte praktikanter: {group}. "
        "Deres mulige værter: {hosts}. Pladser hos dem: {places}.",
        "who": "Praktikanterne: {interns}.",
        "where": "Værterne: {hosts}.",
        "nowhere": "Uanset planen får mindst {unplaced} ingen besøg: ingen vært er mulig for dem.",
        "meaning": "Det betyder: de, der tidligere er blevet afvist, kommer først; derefter afgør point, "
        "hvem der får plads, og til sidst lodtrækning. Resten kommer på venteliste.",
        "more": "Regioner med færre pladser end praktikanter (pladser pr. praktikant): {groups}.",
        "sector": "Sektor",
        "region": "Region",
        "week": "Uge",
        "days": "Dage",
        "interns": "Praktikanter",
        "hosts": "Værter",
        "places": "Pladser",
        "balance": "Pladser pr. praktikant",
        "unknown": "ukendt",
        "wanted": "Mest ønskede værter",
        "wanted_by": "Ønsket af",
        "few": "Praktikanter med højst {limit} mulige værter ({count}):",
        "few_none": "{intern}: ingen",
        "few_some": "{intern}: {hosts}",
        "taken": "{count} værter falder væk: {promise}",
        "taken_one": "{hosts} falder væk: {promise}",
        "combined": "Uge og længde passer ikke på samme tid.",
        "idle": "Værter, som ingen kan besøge ({count}): {hosts}.",
        "and_more": "… og {count} mere",
    },
    "en": {
        "title": "Demand and places",
        "people_places": "Interns: {interns}. Wished visits: {wished}. Hosts: {hosts}. Places: {places}.",
        "enough": "There is a possible place for everybody, as far as the rules go one at a time.",
        "shortage": "Whatever the plan, at least {unplaced} get no visit. Interns concerned: {group}. "
        "Their possible hosts: {hosts}. Places there: {places}.",
        "who": "The interns: {interns}.",
        "where": "The hosts: {hosts}.",
        "nowhere": "Whatever the plan, at least {unplaced} get no visit: no host is possible for them.",
        "meaning": "This means: those who were turned away before come first; then points decide who "
        "gets a place, and last of all a lottery. The others go on the waiting list.",
        "more": "Regions with fewer places than interns (places per intern): {groups}.",
        "sector": "Sector",
        "region": "Region",
        "week": "Week",
        "days": "Days",
        "interns": "Interns",
        "hosts": "Hosts",
        "places": "Places",
        "balance": "Places per intern",
        "unknown": "unknown",
        "wanted": "Most wanted hosts",
        "wanted_by": "Wished by",
        "few": "Interns with at most {limit} possible hosts ({count}):",
        "few_none": "{intern}: none",
        "few_some": "{intern}: {hosts}",
        "taken": "{count} hosts fall away: {promise}",
        "taken_one": "{hosts} falls away: {promise}",
        "combined": "Week and length do not fit at the same time.",
        "idle": "Hosts that nobody can visit ({count}): {hosts}.",
        "and_more": "... and {count} more",
    },
}

MONTHS = {
    "da": [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def week_label(week: str, lang: Lang) -> str:
    """Return an ISO week with its dates, Monday to Friday.

    Examples
    --------
    >>> week_label("2026-W37", "da")
    'uge 37 (7.-11. september 2026)'
    >>> week_label("2026-W40", "en")
    'week 40 (28 September - 2 October 2026)'
    """
    year, number = int(week[:4]), int(week[6:])
    first = date.fromisocalendar(year, number, 1)
    last = first + timedelta(days=4)
    months, dot = MONTHS[lang], "." if lang == "da" else ""
    if first.month == last.month:
        span = f"{first.day}{dot}-{last.day}{dot} {months[last.month - 1]}"
    else:
        span = f"{first.day}{dot} {months[first.month - 1]} - {last.day}{dot} {months[last.month - 1]}"
    return f"{'uge' if lang == 'da' else 'week'} {number} ({span} {last.year})"
