"""What headers say that are questions, not names: phrases, numbers of wishes, and whom they ask."""

from __future__ import annotations

import re
from typing import Literal

from innopraktik_match.texts.vocabulary import plain

Side = Literal["interns", "hosts"]

_BOTH: dict[str, tuple[str, ...]] = {
    "email": ("e mail", "mailadresse", "mail address", "email address"),
    "workplace": (
        "hvor arbejder",
        "hvilken arbejdsplads",
        "navnet på din arbejdsplads",
        "navn på arbejdsplads",
        "ansættelsessted",
        "arbejdssted",
        "where do you work",
        "your workplace",
        "employer",
    ),
    "sector": ("hvilken sektor", "which sector", "din sektor"),
    "municipality": ("hvilken kommune", "which municipality", "i kommunen"),
    "region": ("hvilken region", "which region"),
    "days": ("hvor mange dage", "hvor længe", "how many days", "how long", "number of days"),
    "weeks": (
        "hvornår",
        "hvilken uge",
        "hvilke uger",
        "hvilke datoer",
        "når kan",
        "when can",
        "which week",
        "which weeks",
    ),
    "rejects": (
        "ikke vil",
        "vil du ikke",
        "vil i ikke",
        "ønsker du ikke",
        "ikke ønsker",
        "skal undgå",
        "not want",
        "rather not",
        "want to avoid",
    ),
    "visits": ("hvor mange besøg", "how many visits"),
    "note": ("andet vi skal vide", "ellers vide", "anything else", "kommentarer"),
}
PHRASES: dict[str, dict[str, tuple[str, ...]]] = {
    "interns": {
        **_BOTH,
        "name": ("fulde navn", "dit navn", "hvad hedder du", "full name", "your name", "for og efternavn"),
        "role": ("din stilling", "stillingsbetegnelse", "job title", "your position"),
        "themes": ("lære om", "nysgerrig på", "interesseret i", "want to learn", "like to learn", "topics"),
        "wishes": (
            "vil du helst",
            "helst hen",
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
        ),
        "max_km": ("hvor langt", "højst rejse", "rejse højst", "langt væk", "how far", "travel at most"),
        "group": (
            "rejse sammen",
            "følges med",
            "sammen med hvem",
            "følgeskab",
            "travel with",
            "together with",
        ),
        "priority": ("tidligere afvist", "fik ikke plads", "turned away"),
    },
    "hosts": {
        **_BOTH,
        "name": ("værtens navn", "navn på værten", "navn på vært", "name of host", "name of the host"),
        "contact": ("fulde navn", "dit navn", "kontaktperson", "full name", "your name", "contact person"),
        "themes": ("kan man lære", "vise jer", "viser vi", "vi arbejder med", "can learn", "topics"),
        "min": ("mindste antal", "færrest praktikanter", "at least how many", "minimum number"),
        "max": (
            "hvor mange praktikanter",
            "hvor mange kan i",
            "antal praktikanter",
            "kan i tage imod",
            "kan i modtage",
            "how many interns",
            "how many can you",
            "number of interns",
        ),
        "wishes": ("hvem vil i helst", "hvilke praktikanter vil", "preferred interns", "hvem ønsker i"),
        "roles": ("hvilke roller", "ønsket stilling", "which roles"),
    },
}
"""Table -> field -> what a question that asks for it says, as headers are compared."""

_ORDINALS = {
    1: "første førsteønske 1ste 1te first 1st en primary",
    2: "andet anden 2det 2den second 2nd secondary",
    3: "tredje 3dje 3die third 3rd",
    4: "fjerde 4de fourth 4th",
    5: "femte 5te fifth 5th",
    6: "sjette 6te sixth 6th",
}
_ORDINAL = {word: number for number, words in _ORDINALS.items() for word in words.split()}
_LETTER = re.compile(
    r"(?:choice|valg|option|preference|præference|pref|prioritet|priority|ønske|wish) ([a-f])"
)
_NUMBER = re.compile(r"\d{1,2}")
_WISH = re.compile(r"ønske|wish|prioritet|priorit|pref|præf|valg|choice|rank|vært|host|sted")
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
    text = plain(header)
    if not surely and not _WISH.search(text):
        return None
    if letter := _LETTER.search(text):
        return ord(letter[1]) - ord("a") + 1
    words = text.split()
    named = [_ORDINAL[word] for word in words if word in _ORDINAL and word != "en"]
    if named:
        return named[0]
    numbers = [int(number) for number in _NUMBER.findall(text)]
    return numbers[-1] if numbers and 1 <= numbers[-1] <= 20 else None


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
