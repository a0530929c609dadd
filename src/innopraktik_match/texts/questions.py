"""What headers say that are questions, not names: phrases, numbers of wishes, and whom they ask."""

from __future__ import annotations

import re
from typing import Literal

from innopraktik_match.texts.phrases import PHRASES
from innopraktik_match.texts.vocabulary import plain

Side = Literal["interns", "hosts"]

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
_RANK = re.compile(r"prioritet|priorit|rank|rang|nummer|nr|no")
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
    return "min" if says_least(header) else "max"


def numbers_answers(header: str) -> bool:
    """Whether a column says which of one person's answers a row is."""
    return _RANK.search(plain(header)) is not None


def says_least(header: str) -> bool:
    """Whether a header asks for the smallest number of something."""
    return (
        re.search(r"\b(?:least|mindst|minimum|min|færrest|smallest|fewest)\b|\bmindste", plain(header))
        is not None
    )


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
