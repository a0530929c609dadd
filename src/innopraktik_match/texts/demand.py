"""The words of demand: people against places, before anybody is placed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "da": {
        "title": "Behov og pladser",
        "people_places": "Praktikanter: {interns}. Ønskede besøg: {wished}. "
        "Værter: {hosts}. Pladser: {places}.",
        "enough": "Set regel for regel er der plads til alle. Om det også går op samlet, viser »solve«.",
        "shortage": "Mindst {unplaced} kan ikke få et besøg: {group} skal deles om {places} hos {hosts}.",
        "who": "Det gælder {interns}.",
        "where": "Værterne er {hosts}.",
        "nowhere": "Mindst {unplaced} kan ikke få et besøg: Ingen vært passer til dem.",
        "meaning": "Hvem der får et besøg, afgøres af målene i rækkefølge: {aims}. Står flere lige, "
        "trækkes der lod. Resten kommer i planens ark »{sheet}«.",
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
        "taken": "{hosts} er udelukket: {why}",
        "at_most_km": "{away} (praktikanten vil højst rejse {km} km)",
        "days_of_intern": "{away} (praktikanten: {intern})",
        "days_of_both": "{away} (praktikanten: {intern}, værten: {host})",
        "combined": "uge og antal dage passer ikke på samme tid",
        "idle": "Værter, som ingen kan besøge ({count}): {hosts}.",
        "and_more": "… og {count} til",
    },
    "en": {
        "title": "Demand and places",
        "people_places": "Interns: {interns}. Wished visits: {wished}. Hosts: {hosts}. Places: {places}.",
        "enough": "Rule by rule there is room for everybody; the full check comes with 'solve'.",
        "shortage": "At least {unplaced} cannot get a visit: {group} share {places} at {hosts}.",
        "who": "This concerns {interns}.",
        "where": "The hosts are {hosts}.",
        "nowhere": "At least {unplaced} cannot get a visit: no host suits them.",
        "meaning": "Who gets a visit is decided by the aims in order: {aims}. Ties are drawn by lot. "
        'The rest are in the sheet "{sheet}" of the plan.',
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
        "taken": "{hosts} ruled out: {why}",
        "at_most_km": "{away} (the intern travels at most {km} km)",
        "days_of_intern": "{away} (the intern: {intern})",
        "days_of_both": "{away} (the intern: {intern}, the host: {host})",
        "combined": "week and number of days do not fit at the same time",
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
