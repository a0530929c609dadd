"""Which table or column a header names, by its words alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from innopraktik_match.domain.names import key
from innopraktik_match.texts.columns import COLUMNS, TABLES

LONG_ENOUGH = 4
LONGEST_HEADER = 500
_WISH = re.compile(
    r"(?:ønske|ønsket vært|wish|prioritet|priority|valg|choice)(?: nr)? (\d{1,2})"
    r"|(\d{1,2}) (?:ønske|prioritet|wish|valg|choice)"
)
_LETTERED = re.compile(r"(?:ønske|wish|valg|choice|prioritet|priority) ([a-f])")
_LENGTH = "(?:antal )?(?:arbejdsdage|praktikdage|dage|days|varighed|duration|length|længde|ophold)"
_SHORTEST = re.compile(
    rf"(?:min|minimum|mindst|mindste|færrest|korteste|least|fewest|shortest) {_LENGTH}"
    rf"|{_LENGTH} (?:min|minimum|mindst|fra|least|from)"
)
_LONGEST = re.compile(
    rf"(?:max|maks|maksimum|maksimalt|maximum|højst|højeste|flest|længste|most|longest) {_LENGTH}"
    rf"|{_LENGTH} (?:max|maks|maksimum|maximum|højst|til|most|to)"
)
_NUMBERED_NOTE = re.compile(r"\((?:nr\.?|no\.?|#)?\s*(\d{1,2})(?:\s+(?:af|of)\s+\d+)?\)")
_OTHER_UNIT = re.compile(r"\([^()]*\b(?:sek\w*|sec\w*|min\w*|timer|hours?)\b[^()]*\)", re.IGNORECASE)
"""A note such as "(in seconds)": what is measured is no length of a visit."""
_NUMBERED_FIELD = re.compile(r"wishes\[1?\d\]")
_PARTS_OF_A_NAME = (
    frozenset(("fornavn", "fornavne", "first name", "firstname", "given name", "forename")),
    frozenset(("efternavn", "efternavne", "last name", "lastname", "surname", "family name")),
)
_OWN = re.compile(r"^(?:din|dit|dine|jeres|vores|min|your|our|my) (?=.)")
"""Whose it is changes nothing: "Din arbejdsplads"."""
_ABBREVIATED = re.compile(r"\b([^\W\d_]{3,})\.")
_UNITS = {
    "days": re.compile(r" (?:i )?(?:antal )?(?:arbejdsdage|dage|days)$"),
    "max_km": re.compile(r" (?:i )?(?:antal )?(?:km|kilometer)$"),
}


def plain(text: object) -> str:
    """Return a header as it is compared: case, punctuation and spacing do not count.

    Examples
    --------
    >>> plain(" Max_km: ")
    'max km'
    """
    return re.sub(r"[\W_]+", " ", key(str(text))).strip()


@cache
def known_fields(table: str) -> dict[str, str]:
    """Return every word for a field of a table, as it is compared."""
    known = {plain(word): name for name, words in COLUMNS[table].items() for word in words}
    return known | {plain(name): name for name in COLUMNS[table]}


@cache
def every_word() -> frozenset[str]:
    """Return every word for a field of any table, as it is compared."""
    return frozenset(word for table in COLUMNS for word in known_fields(table))


@lru_cache(maxsize=2**14, typed=True)
def field_of(table: str, header: str) -> str | None:
    """Return the field that a header names, or None; a unit after it does not count.

    Examples
    --------
    >>> field_of("hosts", "Antal praktikanter"), field_of("interns", "2. ønske")
    ('max', 'wishes[1]')
    >>> field_of("interns", "Varighed (antal dage)"), field_of("interns", "Efternavn")
    ('days', 'name[1]')
    >>> field_of("interns", "Din arbejdsplads")
    'workplace'
    >>> field_of("hosts", "Min. dage"), field_of("interns", "Dage (højst)"), field_of("interns", "Ønske B")
    ('days[0]', 'days[1]', 'wishes[1]')
    >>> field_of("interns", "Ønsker (2 af 3)"), field_of("interns", "Duration (in seconds)")
    ('wishes[1]', None)
    """
    if _NUMBERED_FIELD.fullmatch(header):
        return header
    words = header[:LONGEST_HEADER]
    whole = _OWN.sub("", plain(words))
    note, without_note = _noted(words) if "(" in words else ("", whole)
    if table in ("interns", "hosts"):
        if known_fields(table).get(note) == "email":
            return "email"  # "Kontaktperson (e-mail)"
        for end, pattern in enumerate((_SHORTEST, _LONGEST)):
            if pattern.fullmatch(plain(words)):
                return f"days[{end}]"
        if letter := _LETTERED.fullmatch(whole):
            return f"wishes[{ord(letter[1]) - ord('a')}]"
        noted = _NUMBERED_NOTE.search(words)
        if noted and int(noted[1]) and known_fields(table).get(without_note) == "wishes":
            return f"wishes[{int(noted[1]) - 1}]"
    for text in (whole, without_note):
        if text in known_fields(table):
            return known_fields(table)[text]
        for name, unit in _UNITS.items():
            if known_fields(table).get(unit.sub("", text)) == name:
                return name
    for part, said in enumerate(_PARTS_OF_A_NAME):
        if whole in said and table in ("interns", "hosts"):
            return f"{'name' if table == 'interns' else 'contact'}[{part}]"
    wish = _WISH.fullmatch(whole)
    if wish and table in ("interns", "hosts"):
        number = int(wish[1] or wish[2])
        return f"wishes[{number - 1}]" if number else None
    return None


def _noted(words: str) -> tuple[str, str]:
    """Return the note in parentheses of a header, and the header without it; a note of another unit stays."""
    note = "".join(re.findall(r"\(([^)]*)\)", words))
    return plain(note), plain(words if _OTHER_UNIT.search(words) else re.sub(r"\([^)]*\)", " ", words))


@lru_cache(maxsize=2**14)
def mentioned(table: str, header: str) -> tuple[tuple[bool, int, str], ...]:
    """Return the fields whose words a question holds.

    Returns
    -------
    tuple of (bool, int, str)
        For each: whether it is that very word and not only a part of one, its length, the field. Parts are
        the beginning of a word, its end as in "praktikdage", and an abbreviation as in "arb.plads".

    Examples
    --------
    >>> mentioned("interns", "Hvilke temaer?")
    ((True, 6, 'themes'), (False, 4, 'themes'))
    >>> mentioned("interns", "Praktikdage"), mentioned("interns", "Inst.")
    (((False, 4, 'days'),), ((False, 4, 'workplace'),))
    """
    text = f" {plain(header)} "
    short = abbreviations(header)
    found = []
    for word, name in known_fields(table).items():
        exact = f" {word} " in text
        part = len(word) >= LONG_ENOUGH and (f" {word}" in text or f"{word} " in text)
        if exact or part:
            found.append((exact, len(word), name))
        else:
            found += [(False, len(one), name) for one in short if word.startswith(one)]
    return tuple(found)


def abbreviations(header: str) -> list[str]:
    """Return the words of a header that are cut short by a full stop.

    Examples
    --------
    >>> abbreviations("Arb.plads"), abbreviations("Uge nr.")
    (['arb'], [])
    """
    return [plain(word) for word in _ABBREVIATED.findall(header[:LONGEST_HEADER])]


def table_named(word: object) -> str | None:
    """Return which table a word names exactly, or None."""
    text = plain(word)
    for kind, words in TABLES.items():
        if text == kind or text in {plain(one) for one in words}:
            return kind
    return None


def table_mentioned(title: str) -> str | None:
    """Return the table that a title of several words mentions."""
    parts = set(plain(title).split())
    for kind, words in TABLES.items():
        if kind in ("questions", "rules", "criteria"):
            continue  # many a survey, and many a sheet of notes, is called so
        if kind in parts or parts & {plain(word) for word in words}:
            return kind
    return None
