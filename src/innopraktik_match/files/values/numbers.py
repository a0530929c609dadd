"""Numbers as people write them: 1.234,5 and 1,234.5 are one number, 1.234 may be two."""

from __future__ import annotations

import re
from typing import Literal

from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Unreadable, shown

Decimal = Literal[",", "."]

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[ '\u2009\u202f]\d{3})+(?:[.,]\d+)?")
_PLAIN = re.compile(r"[+-]?\d{1,300}")
_WRITTEN = re.compile(r"([+-]?)(\d+(?:[.,]\d+)*)")
_DOUBTFUL = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_RANGE = re.compile(r"\d+\s*(?:-|–|til|to|eller|or)\s*\d+")
IN_WORDS = {
    word: number
    for number, words in enumerate(
        ["nul zero ingen", "en et én ét one", "to two", "tre three", "fire four", "fem five", "seks six"]
    )
    for word in words.split()
}


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
    text = _ungrouped(str(value).strip())
    if _PLAIN.fullmatch(text):
        return int(text)
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
    word = key(str(value))
    if word in IN_WORDS:
        return Unreadable("number_in_words", read=shown(value), suggestion=str(IN_WORDS[word]))
    if _RANGE.fullmatch(word):
        return Unreadable("number_is_range", read=shown(value))
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


def capacity(value: object, decimal: Decimal | None = None) -> int:
    """Return how many a host takes at once: 1 or more."""
    read = whole(value, decimal)
    if read < 1:
        raise Unreadable("number_negative" if read < 0 else "number_is_zero", read=shown(value))
    return read


def km(value: object, decimal: Decimal | None = None) -> int:
    """Return a distance in whole kilometres, or a time in whole minutes: 50, "50 km", "45 min."."""
    unit = r"\s*(?:km|kilometer|min|minutter|minutes)\.?$"
    return whole(re.sub(unit, "", value.strip(), flags=re.I) if isinstance(value, str) else value, decimal)
