"""Numbers as people write them: 1.234,5 and 1,234.5 are one number, 1.234 may be two."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Unreadable, shown

Decimal = Literal[",", "."]

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[ '\u2009\u202f]\d{3})+(?:[.,]\d+)?")
_PLAIN = re.compile(r"[+-]?\d{1,300}")
_WRITTEN = re.compile(r"([+-]?)(\d+(?:[.,]\d+)*)")
_DOUBTFUL = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_RANGE = re.compile(r"(\d+)\s*(?:-|–|til|to|eller|or)\s*(\d+)")
_ONE_TO_TEN = [
    "en et én ét one",
    "to two",
    "tre three",
    "fire four",
    "fem five",
    "seks six",
    "syv seven",
    "otte eight",
    "ni nine",
    "ti ten",
]
_FIGURES = {word: number for number, words in enumerate(_ONE_TO_TEN, 1) for word in words.split()}
_WORD = re.compile(rf"\b(?:{'|'.join(word for word in _FIGURES if word != 'to')})\b")
_TWO = re.compile(r"(?<!\d )(?<!up )\bto\b")
"""Danish two; between two numbers, and in "up to", it is English."""
_OTHER_WORDS = {
    word: number
    for number, words in [
        (0, "nul zero ingen intet nej none no"),
        (11, "elleve eleven"),
        (12, "tolv twelve"),
        (15, "femten fifteen"),
        (20, "tyve twenty"),
    ]
    for word in words.split()
}
_MOST = re.compile(r"^(?:højst|under|maks(?:imalt|imum)?\.?|max(?:imum)?\.?|op til|up to|at most)\s*(?=\d)")
_LEAST = re.compile(r"^(?:mindst|min(?:imum)?\.?|at least)\s*(?=\d)")
_ABOUT = re.compile(r"^(?:ca\.?|cirka|omkring|about|circa)\s*(\d+)$")
_PEOPLE = re.compile(
    r"(?<=\d)\s*(?:praktikant(?:er)?|plads(?:er)?|person(?:er)?|gæst(?:er)?|stk\.?|interns?|places?|people"
    r"|persons?|guests?)?(?:\s+(?:ad gangen|på en gang|at a time|at once))?$"
)
_KM = re.compile(r"\s*(?:km|kilometer|min|minut|minutter|minutes?)\.?$")
_HOURS = re.compile(r"\b(?:timer?s?|hours?)\b|\d\s*[th]\.?$")


def in_figures(text: str) -> str:
    """Return a text with the words of one to ten as figures.

    Examples
    --------
    >>> in_figures("to til tre dage"), in_figures("two to three days")
    ('2 til 3 dage', '2 to 3 days')
    """
    return _TWO.sub("2", _WORD.sub(lambda match: str(_FIGURES[match[0]]), text))


def became_date(code: str, value: date) -> Unreadable:
    """Return the fault of two numbers that a spreadsheet took for day and month, with what was meant."""
    least, most = sorted((value.day, value.month))
    return Unreadable(code, read=shown(value), suggestion=f"{least}-{most}")


def decimal_of(text: str) -> Decimal | None:
    """Return the decimal mark that a number shows beyond doubt, or None.

    Examples
    --------
    >>> decimal_of("1.234,5"), decimal_of("2.5"), decimal_of("1.234")
    (',', '.', None)
    """
    text = _ungrouped(text.strip())
    if not _WRITTEN.fullmatch(text) or _DOUBTFUL.fullmatch(text):
        return None
    marks = [mark for mark in text if mark in ".,"]
    if not marks:
        return None
    if len(set(marks)) == 1 and len(marks) > 1:
        return "," if marks[0] == "." else "."  # 1.234.567 has no decimals, so the other is the mark
    return "," if marks[-1] == "," else "."


def number(value: object, decimal: Decimal | None = None) -> int | float:
    """Return a number.

    Parameters
    ----------
    value : object
        The cell.
    decimal : {",", "."}, optional
        The decimal mark of its column, where known.

    Raises
    ------
    Unreadable
        Where it is no number, or where it can be two.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value != value or value in (float("inf"), float("-inf")):
            raise Unreadable("not_number", read=shown(value))
        return value
    if isinstance(value, bool):
        raise Unreadable("number_is_yes_no", read=shown(value))
    if isinstance(value, date):
        raise became_date("number_became_date", value)
    text = _ungrouped(str(value).strip())
    if _PLAIN.fullmatch(text):
        return int(text)
    if key(text) in _FIGURES:
        return _FIGURES[key(text)]
    if not _WRITTEN.fullmatch(text) or len(text) > 30:
        raise _no_number(value)
    mark = decimal_of(text) or decimal
    if mark is None:
        raise Unreadable("number_ambiguous", read=shown(value))
    thousands = "." if mark == "," else ","
    whole, _, part = text.partition(mark)
    if mark in part or thousands in part:
        raise _no_number(value)
    first, *groups = whole.lstrip("+-").split(thousands)
    if groups and (not 1 <= len(first) <= 3 or any(len(group) != 3 for group in groups)):
        raise _no_number(value)
    read = float(f"{whole.replace(thousands, '')}.{part or 0}")
    return int(read) if read.is_integer() else read


def _ungrouped(text: str) -> str:
    return re.sub(r"[ '\u2009\u202f]", "", text) if _GROUPED.fullmatch(text.replace("\xa0", " ")) else text


def _no_number(value: object) -> Unreadable:
    word = in_figures(key(str(value)))
    if word in _OTHER_WORDS:
        return Unreadable("number_in_words", read=shown(value), suggestion=str(_OTHER_WORDS[word]))
    if _RANGE.fullmatch(word):
        return Unreadable("number_is_range", read=shown(value))
    if match := _ABOUT.match(word):
        return Unreadable("number_about", read=shown(value), suggestion=match[1])
    return Unreadable("not_number", read=shown(value))


def whole(value: object, decimal: Decimal | None = None) -> int:
    """Return a whole number; see `number`."""
    try:
        read = number(value, decimal)
    except Unreadable as fault:
        raise Unreadable("not_whole", **fault.values) if fault.code == "not_number" else fault from None
    if isinstance(read, float) and not read.is_integer():
        raise Unreadable("not_whole", read=shown(value))
    return int(read)


def at_least(value: object, decimal: Decimal | None = None) -> int:
    """Return the fewest that a host takes at once: 2, "mindst 2", "to praktikanter"."""
    return _people(_LEAST.sub("", _counted(value)) if isinstance(value, str) else value, value, decimal)


def at_most(value: object, decimal: Decimal | None = None) -> int:
    """Return the most that a host takes at once: 2, "højst 2", "to praktikanter"."""
    return _people(_MOST.sub("", _counted(value)) if isinstance(value, str) else value, value, decimal)


def from_to(value: object) -> tuple[int, int] | None:
    """Return the fewest and the most that a host takes at once, or None where a cell does not say both.

    Examples
    --------
    >>> from_to("1-2 praktikanter"), from_to("2")
    ((1, 2), None)
    """
    match = _RANGE.fullmatch(_counted(value)) if isinstance(value, str) and len(value) < 100 else None
    return (int(match[1]), int(match[2])) if match and 1 <= int(match[1]) <= int(match[2]) else None


def _counted(value: str) -> str:
    """Return a number of people without the word for them."""
    return _PEOPLE.sub("", in_figures(key(value)))


def _people(bare: object, value: object, decimal: Decimal | None) -> int:
    if isinstance(bare, str) and _OTHER_WORDS.get(bare) == 0:
        raise Unreadable("number_is_zero", read=shown(value))
    try:
        read = whole(bare, decimal)
    except Unreadable as fault:
        raise Unreadable(fault.code, **{**fault.values, "read": shown(value)}) from None
    if read < 1:
        raise Unreadable("number_negative" if read < 0 else "number_is_zero", read=shown(value))
    return read


def km(value: object, decimal: Decimal | None = None) -> int:
    """Return a distance in whole kilometres, or a time in whole minutes: 50, "ca. 50 km", "45 min."."""
    if not isinstance(value, str):
        return whole(value, decimal)
    plain = key(value)
    if _HOURS.search(plain):
        raise Unreadable("distance_in_hours", read=shown(value))
    plain = _KM.sub("", plain)
    about = _ABOUT.match(plain)
    return whole(about[1] if about else _MOST.sub("", plain), decimal)
