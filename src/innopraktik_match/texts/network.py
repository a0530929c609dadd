"""The words of the network of workplaces: figures, tables and the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

NETWORK: dict[Lang, dict[str, str]] = {
    "da": {
        "title": "Arbejdspladser, der har haft besøg af hinanden, {first}-{last}",
        "described": "{workplaces} arbejdspladser og {links} forbindelser. En streg er en forbindelse; "
        "jo tykkere, jo flere besøg.",
        "head": "{workplaces} arbejdspladser, {links} forbindelser, {visits} besøg.",
        "across": "Forbindelser mellem to sektorer: {across} af {known}.",
        "groups": "Sammenhængende grupper: {groups}. Den største har {largest} arbejdspladser.",
        "isolated": "Uden nogen forbindelse ({count}): {names}.",
        "left_out": "Rækker uden begge arbejdspladser, som ikke er med: {count}.",
        "year": "{year}: besøg {visits}, nye forbindelser {new}, gentagelser {repeats}, "
        "nye arbejdspladser {joined}.",
        "undated": "uden år",
        "years_sheet": "Pr. år",
        "links_sheet": "Forbindelser",
        "sectors_sheet": "Sektorer",
        "isolated_sheet": "Uden forbindelse",
        "unknown": "ukendt",
        "more": "og {count} til",
    },
    "en": {
        "title": "Workplaces that have visited each other, {first}-{last}",
        "described": "{workplaces} workplaces and {links} links. A line is a link; "
        "the thicker, the more visits.",
        "head": "{workplaces} workplaces, {links} links, {visits} visits.",
        "across": "Links between two sectors: {across} of {known}.",
        "groups": "Connected groups: {groups}. The largest has {largest} workplaces.",
        "isolated": "Without any link ({count}): {names}.",
        "left_out": "Rows without both workplaces, which are not in it: {count}.",
        "year": "{year}: visits {visits}, new links {new}, repeats {repeats}, new workplaces {joined}.",
        "undated": "no year",
        "years_sheet": "By year",
        "links_sheet": "Links",
        "sectors_sheet": "Sectors",
        "isolated_sheet": "Without a link",
        "unknown": "unknown",
        "more": "and {count} more",
    },
}
HEADERS: dict[Lang, dict[str, tuple[str, ...]]] = {
    "da": {
        "years": ("År", "Besøg", "Nye forbindelser", "Gentagelser", "Nye arbejdspladser"),
        "links": ("Arbejdsplads", "Sektor", "Arbejdsplads 2", "Sektor 2", "Første år", "Seneste år", "Besøg"),
        "isolated": ("Arbejdsplads", "Sektor"),
        "sectors": ("Fra", "Til", "Besøg"),
    },
    "en": {
        "years": ("Year", "Visits", "New links", "Repeats", "New workplaces"),
        "links": ("Workplace", "Sector", "Workplace 2", "Sector 2", "First year", "Last year", "Visits"),
        "isolated": ("Workplace", "Sector"),
        "sectors": ("From", "To", "Visits"),
    },
}
SECTOR_NAMES: dict[Lang, dict[str, str]] = {
    "da": {
        "municipality": "Kommuner",
        "region": "Regioner",
        "state": "Staten",
        "private": "Private",
        "civil": "Civilsamfund",
        "other": "Andre",
        "": "Sektor ukendt",
    },
    "en": {
        "municipality": "Municipalities",
        "region": "Regions",
        "state": "The state",
        "private": "Private",
        "civil": "Civil society",
        "other": "Others",
        "": "Sector unknown",
    },
}
