"""What headers say that are questions, not names: phrases, numbers of wishes, and whom they ask."""

from __future__ import annotations

import re
from typing import Literal

from innopraktik_match.texts.vocabulary import plain

Side = Literal["interns", "hosts"]

_BOTH: dict[str, tuple[str, ...]] = {
    "id": (
        *("løbenr", "løbenummer", "respons id", "response id", "respondent id", "no ", "number "),
        *("deltagernr", "deltagernummer", "medarbejdernr", "medarbejdernummer", "employee number"),
        *("vært nr", "værtsnummer", "host no ", "host number", "enhedsnummer"),
    ),
    "email": ("e mail", "mailadresse", "mail address", "email address"),
    "workplace": (
        *("hvor arbejder", "hvilken arbejdsplads", "navnet på din arbejdsplads", "navn på arbejdsplads"),
        *("er du ansat", "ansættelsessted", "arbejdssted", "arbejdsgiver", "organisationsenhed"),
        *("navnet på jeres arbejdsplads", "din organisation", "jeres organisation", "tjenestested"),
        *("organisationens navn", "arbejdspladsens navn", "hvor kommer du fra", "place of work"),
        *("which organisation", "which organization", "where do you work", "your workplace"),
        *("your organisation", "your organization", "employer", "name of organi"),
    ),
    "sector": (
        *("hvilken sektor", "which sector", "din sektor", "arbejdspladstype", "organisationstype"),
        *("type arbejdsplads", "type organisation", "type of workplace", "type of organi"),
        *("type of employer", "kind of workplace", "kind of organi", "kind of employer"),
    ),
    "municipality": (
        *("hvilken kommune", "which municipality", "i kommunen", "kommunenavn", "hvilken by ", "bynavn"),
        *("by ", "arbejdsby", "postdistrikt", "hvor ligger", "beliggenhed", "lokation", "geografi"),
        *("what town", "which town", "what city", "which city", "town ", "city ", "locat"),
    ),
    "region": ("hvilken region", "which region"),
    "days": (
        *("hvor mange dage", "hvor længe", "how many days", "how long", "number of days", "no of days"),
        *("length of stay", "praktikdage", "arbejdsdage", "hvor lang tid", "længde på"),
    ),
    "weeks": (
        *("hvornår", "hvilken uge", "hvilke uger", "hvilke datoer", "når kan", "uger der passer"),
        *("praktikuge", "mulige uger", "ønskede uger", "tidspunkt", "tidsrum", "passer bedst"),
        *("when can", "which week", "which weeks", "are you available", "weeks that suit"),
        "available weeks",
    ),
    "rejects": (
        "ikke vil",
        "vil du ikke",
        "vil i ikke",
        "ønsker du ikke",
        "ikke ønsker",
        "ikke kan besøge",
        "ikke kan tage imod",
        "ikke besøge",
        "ikke hos ",
        "ikke have ",
        "undgå",
        "udeluk",
        "exclude",
        "not want",
        "rather not",
        "not at ",
        "avoid",
    ),
    "visits": (
        *("hvor mange besøg", "how many visits", "hvor mange gange", "antal besøg"),
        *("number of visits", "no of visits"),
    ),
    "note": (
        *("vi skal vide", "ellers vide", "er der andet", "særlige hensyn", "kommentarer", "anything else"),
        "we should know",
    ),
}
PHRASES: dict[str, dict[str, tuple[str, ...]]] = {
    "interns": {
        **_BOTH,
        "name": (
            *("fulde navn", "dit navn", "hvad hedder du", "full name", "your name", "for og efternavn"),
            *("deltagers navn", "deltagerens navn", "praktikantens navn", "medarbejderens navn"),
        ),
        "role": (
            *("din stilling", "stillingsbetegnelse", "job title", "your position", "din rolle"),
            *("hvilken stilling", "hvilken rolle", "leder eller medarbejder", "jobtitel", "jobfunktion"),
            "job function",
        ),
        "themes": (
            *("lære om", "nysgerrig på", "interesseret i", "want to learn", "like to learn", "topics"),
            *("klogere på", "fagområder", "interesserer dig", "læringsmål", "fokusområde", "of interest"),
        ),
        "wishes": (
            "vil du helst",
            "helst hen",
            "helst i praktik",
            "helst besøge",
            "ønsker at besøge",
            "ønsker du at besøge",
            "ønskevært",
            "prioriteret rækkefølge",
            "would you like to visit",
            "would like to visit",
            "preferred host",
            "preferred hosts",
            "hvilken vært",
            "hvilke værter",
            "which host",
            "which hosts",
            "most like to",
        ),
        "max_km": (
            *("hvor langt", "højst rejse", "rejse højst", "langt væk", "rejse op til", "how far"),
            *("travel at most", "maximum distance", "willing to travel", "you will travel"),
        ),
        "group": (
            *("rejse sammen", "følges med", "sammen med ", "følgeskab", "makker", "travel with"),
            *("together with", "companion"),
        ),
        "priority": ("tidligere afvist", "fik ikke plads", "afslag", "turned away"),
    },
    "hosts": {
        **_BOTH,
        "name": (
            *("værtens navn", "navn på vært", "name of host", "name of the host", "host name", "enhedsnavn"),
            *("navn på praktiksted", "hvad hedder jeres", "værtssted"),
        ),
        "contact": ("fulde navn", "dit navn", "kontaktperson", "full name", "your name", "contact person"),
        "themes": (
            *("kan man lære", "lære hos", "vise jer", "viser vi", "vi arbejder med", "can learn", "topics"),
            *("fields of", "field of work"),
        ),
        "min": (
            *("mindste antal praktikanter", "mindst antal praktikanter", "færrest praktikanter"),
            "minimum number of interns",
        ),
        "max": (
            *("hvor mange praktikanter", "hvor mange kan i", "antal praktikanter", "kan i tage imod"),
            *("kan i modtage", "hvor mange personer", "plads til", "ad gangen", "how many interns"),
            *("how many can you", "number of interns", "number of places", "how many places"),
            *("interns at a time", "how many people"),
        ),
        "wishes": (
            *("hvem vil i helst", "hvilke praktikanter vil", "preferred interns", "hvem ønsker i"),
            *("helst vil have", "gerne have", "which interns"),
        ),
        "roles": ("hvilke roller", "ønsket stilling", "which roles"),
    },
}
"""Table -> field -> what a question that asks for it says, as headers are compared.

A phrase may end within a word, so that it is found in the plural too; one that ends with a space may not.
"""
_NEGATED = frozenset(("ikke", "not", "undgå", "avoid", "cannot"))

_DESCRIBES = ("beskriv", "fortæl", "uddyb", "hvorfor", "describe", "tell us", "why", "explain", "elaborate")
_ORDINALS = {
    1: "første 1ste 1te first 1st en primary primær største favorit favourite top",
    2: "andet anden 2det 2den second 2nd secondary sekundær næst næste next",
    3: "tredje 3dje 3die third 3rd tertiary tertiær",
    4: "fjerde 4de fourth 4th",
    5: "femte 5te fifth 5th",
    6: "sjette 6te sixth 6th",
}
_ORDINAL = {word: number for number, words in _ORDINALS.items() for word in words.split()}
_BEGINS_A_WORD = tuple(word for word in _ORDINAL if len(word) > 3 and word.isalpha())
"""Ordinals that compounds begin with: "andenprioritet", "næsthelst"."""
_LETTER = re.compile(
    r"(?:choice|valg|option|preference|præference|pref|prioritet|priority|ønske|wish|vært|host|sted)"
    r" ([a-f])\b"
)
_NUMBER = re.compile(r"\d{1,2}")
_OF_HOW_MANY = re.compile(r" (?:af|of) \d+")
_WISH = re.compile(r"ønske|wish|prioritet|priorit|pref|præf|valg|choice|pick|rank|vært|host|sted")
_SIDES: dict[str, Side] = {
    "praktikant": "interns",
    "praktikanter": "interns",
    "intern": "interns",
    "interns": "interns",
    "deltager": "interns",
    "vært": "hosts",
    "værter": "hosts",
    "host": "hosts",
    "hosts": "hosts",
    "praktikvært": "hosts",
}
_PREFIX = re.compile(r"\s*[\[(]?\s*(\w+)\s*(?:[\])]|:|\s[-–]\s)\s*(?=\S)")


def asked_for(table: str, header: str) -> dict[str, int]:
    """Return the fields that a question's phrases ask for, each with the length of its longest phrase.

    Examples
    --------
    >>> asked_for("interns", "Er der steder, du IKKE vil hen?")
    {'rejects': 8}
    """
    text = f" {plain(header)} "
    found = {
        field: max(lengths)
        for field, phrases in PHRASES.get(table, {}).items()
        if (lengths := [len(phrase) for phrase in phrases if f" {phrase}" in text])
    }
    if "rejects" in found:
        found.pop("wishes", None)
    return found


def wish_number(header: str, *, surely: bool = False) -> int | None:
    """Return which wish a header asks for, counted from 1: "Prioritet 1", "[1. valg]", "Choice A".

    Parameters
    ----------
    header : str
    surely : bool
        Whether the column is known to hold wishes: then any number will do ("Q5_1").

    Examples
    --------
    >>> wish_number("Hvilken vært er dit tredje ønske?"), wish_number("Choice B"), wish_number("Q5_1")
    (3, 2, None)
    """
    text = _OF_HOW_MANY.sub("", plain(header))
    if not surely and not _WISH.search(text):
        return None
    if letter := _LETTER.search(text):
        return ord(letter[1]) - ord("a") + 1
    words = text.split()
    named = [number for word in words if word != "en" and (number := _ordinal(word))]
    if named:
        return named[0]
    numbers = [int(number) for number in _NUMBER.findall(text)]
    return numbers[-1] if numbers and 1 <= numbers[-1] <= 20 else None


def _ordinal(word: str) -> int | None:
    begun = next((ordinal for ordinal in _BEGINS_A_WORD if word.startswith(ordinal)), word)
    return _ORDINAL.get(word) or _ORDINAL.get(begun)


def is_negated(header: str) -> bool:
    """Whether a header asks for what is not wanted: "I hvilke uger kan du IKKE?"."""
    return not _NEGATED.isdisjoint(plain(header).split())


def asks_for_text(header: str) -> bool:
    """Whether a header asks for a description, which is no field: "Beskriv jeres arbejdsplads"."""
    return plain(header).startswith(_DESCRIBES)


def counts_interns(header: str) -> str | None:
    """Return "min" or "max" where a header may ask hosts for a number of interns.

    Examples
    --------
    >>> counts_interns("Interns per visit, at least"), counts_interns("Praktikanter pr. gang")
    ('min', 'max')
    """
    text = plain(header)
    if not re.search(r"\b(?:praktikant|intern)", text):
        return None
    return "min" if re.search(r"\b(?:least|mindst|minimum)", text) else "max"


def side_of(header: str) -> tuple[Side | None, str]:
    """Return whom a header asks, if it begins with that, and the rest of it.

    Examples
    --------
    >>> side_of("VÆRT: Hvor mange dage?"), side_of("[Host] Weeks"), side_of("Navn")
    (('hosts', 'Hvor mange dage?'), ('hosts', 'Weeks'), (None, 'Navn'))
    """
    match = _PREFIX.match(header)
    side = _SIDES.get(match[1].casefold()) if match else None
    return (side, header[match.end() :]) if match and side else (None, header)
