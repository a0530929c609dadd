"""The words of what goes from one round to the next: earlier files, the archive, what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

EARLIER_COLUMNS: dict[str, tuple[str, ...]] = {
    "year": ("År", "Year", "årstal", "runde", "round"),
    "week": ("Uge", "Week"),
    "name": (
        *("Navn", "Name", "praktikantens navn", "intern name", "praktikant", "intern"),
        *("deltager", "medarbejder", "participant"),
    ),
    "email": ("E-mail", "mail", "praktikantens e-mail", "intern e-mail", "email"),
    "tokens": ("Kendetegn", "Token"),
    "workplace": (
        *("Praktikantens arbejdsplads", "Intern workplace", "arbejdsplads", "workplace"),
        *("institution", "organisation", "fra"),
    ),
    "sector": ("Praktikantens sektor", "Intern sector", "sektor", "sector"),
    "host": (
        *("Vært", "Host", "værtens navn", "host name", "praktiksted", "praktikvært"),
        *("besøgte", "visited", "har besøgt", "til"),
    ),
    "host_workplace": ("Værtens arbejdsplads", "Host workplace"),
    "host_sector": ("Værtens sektor", "Host sector"),
    "turned_away": ("Afvist", "Turned away", "ikke placeret", "not placed", "fik ikke plads"),
    "status": ("Status",),
}
"""Columns of earlier rounds; the first two words are the Danish and the English one that we write."""

NO_WORDS = ("nej", "no", "n", "falsk", "false", "0")

ARCHIVE_SHEET = ("Tidligere runder", "Earlier rounds")
README_SHEET = ("Læs mig", "Read me")
YES = ("ja", "yes")

KEPT: dict[Lang, tuple[str, ...]] = {
    "da": (
        "Hvad filen gemmer: ét besøg i hver række, og dem, der ikke fik en plads.",
        "Om personer: {persons}.",
        "Om arbejdspladser: hvem der har besøgt hvem, hvilke sektorer, og hvornår.",
        "Hvor længe: Personer slettes efter {years} år, sidst for runder før {before}; "
        "arbejdspladserne bliver stående.",
        "Det sker, hver gang filen skrives med kommandoen archive. Skriv den derfor mindst én gang om året.",
        "Glem en person: innopraktik-match archive {file} --forget E-MAIL -o {file} --force",
        "I et lille fag kan to arbejdspladser og et år alene pege på en person. Gem filen derefter.",
    ),
    "en": (
        "What the file keeps: one visit in each row, and those who got no place.",
        "About people: {persons}.",
        "About workplaces: who visited whom, which sectors, and when.",
        "How long: people are removed after {years} years, this time for rounds before {before}; "
        "the workplaces stay.",
        "That happens whenever the command archive writes the file. So write it once a year at the least.",
        "Forget a person: innopraktik-match archive {file} --forget E-MAIL -o {file} --force",
        "In a small field two workplaces and a year alone can point to a person. Store the file accordingly.",
    ),
}
PERSONS: dict[Lang, dict[str, str]] = {
    "da": {
        "names": "navn og e-mail",
        "tokens": "ingen navne, kun kendetegn, som ingen kan læse uden jeres nøglefil",
        "both": "kendetegn, og navn og e-mail i de rækker, der ikke kunne få et",
    },
    "en": {
        "names": "name and e-mail",
        "tokens": "no names, only tokens that nobody can read without your key file",
        "both": "tokens, and name and e-mail in the rows that could not get one",
    },
}

ARCHIVED: dict[Lang, str] = {
    "da": "Gemt fra {first}-{last}: besøg {visits}, afviste {turned_away}. "
    "Rækker glemt efter ønske: {forgotten}. Rækker, hvor personen er slettet efter {years} år: {faded}.",
    "en": "Kept from {first}-{last}: visits {visits}, turned away {turned_away}. "
    "Rows forgotten on request: {forgotten}. Rows whose person was removed after {years} years: {faded}.",
}
KEY_MADE: dict[Lang, str] = {
    "da": "Ny nøgle: {path}. Gem den et andet sted end arkivet. Uden den kan ingen kendes igen.",
    "en": "New key: {path}. Store it apart from the archive. Without it nobody can be known again.",
}
REMEMBERED: dict[Lang, dict[str, str]] = {
    "da": {
        "rows": "Rækker fra tidligere runder: {rows}.",
        "known": "Praktikanter, der er kendt igen: {people} af {interns}. Tidligere besøg: {visits}.",
        "links": "Forbindelser mellem arbejdspladser: {links}. Sektorpar: {sectors}.",
        "priority": "Fik ikke plads sidst og kommer først: {first}.",
        "on": "Reglen »{rule}« er slået til: {points} point, tæller i {years} år.",
        "undated": "Rækker uden årstal, som tæller som sidste år: {count}.",
        "unclear": "Rækker, der passer på flere praktikanter og ikke er knyttet til nogen: {count}.",
    },
    "en": {
        "rows": "Rows of earlier rounds: {rows}.",
        "known": "Interns known again: {people} of {interns}. Earlier visits: {visits}.",
        "links": "Links between workplaces: {links}. Pairs of sectors: {sectors}.",
        "priority": "Missed out last time and come first: {first}.",
        "on": 'The rule "{rule}" is switched on: {points} points, counts for {years} years.',
        "undated": "Rows without a year, which count as last year: {count}.",
        "unclear": "Rows that fit several interns and are tied to none: {count}.",
    },
}
