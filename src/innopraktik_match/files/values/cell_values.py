"""What a cell means: a value for the round, or a word about why it cannot be read."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import ROUNDED, Broken, Unreadable, Verbatim, shown
from innopraktik_match.files.values import numbers
from innopraktik_match.files.values.dates import week, weeks
from innopraktik_match.files.values.fixed_words import sector, status
from innopraktik_match.files.values.lengths import days, length
from innopraktik_match.files.values.open_answers import ANY_DISTANCE
from innopraktik_match.files.values.styles import DATED, LONGEST_VALUE, PLAIN, Style

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_NUMBER = 10**15
_LIST = re.compile(r"[|;,\n\r]+")
YES = frozenset(["ja", "j", "x", "yes", "y", "true", "sand"])
NO = frozenset(["nej", "n", "no", "false", "falsk"])


def text(value: object) -> str:
    """Return the text of a cell; whole numbers without decimals, dates as 2026-09-07, lists as a|b."""
    if isinstance(value, Verbatim):
        return value
    if isinstance(value, (list, tuple)):
        return "|".join(map(text, value))
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (datetime, date)):
        return value.isoformat()[:10]
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value.read if isinstance(value, Broken) else value).strip()


def whole_text(value: object) -> str:
    """Return the text of a cell of an unknown column: a date keeps its time of day."""
    if isinstance(value, datetime) and value.time() != time():
        return value.replace(tzinfo=None).isoformat(" ", "seconds")
    return text(value)


def identifier(value: object) -> str:
    """Return an id; a number too long for a workbook to hold exactly is refused."""
    if isinstance(value, (int, float)) and abs(value) >= LONGEST_NUMBER:
        raise Unreadable("id_long_number", read=shown(value))
    rounded = isinstance(value, str) and not isinstance(value, Verbatim) and ROUNDED.fullmatch(value.strip())
    if rounded:
        raise Unreadable("id_long_number", read=shown(value))
    return text(value)


def priority(value: object, decimal: numbers.Decimal | None = None) -> int:
    """Return a priority: a number, or yes (1) and no (0)."""
    word = key(text(value))
    if isinstance(value, bool) or word in YES or word in NO:
        return int(value is True or word in YES)
    return numbers.whole(value, decimal)


def words(value: object) -> tuple[str, ...]:
    """Return a list of words parted by | ; , or line breaks."""
    if isinstance(value, (list, tuple)):
        return tuple(text(word) for word in value)
    return tuple(word for part in _LIST.split(text(value)) if (word := part.strip()))


_TEXTS: dict[str, Callable[[object], object]] = {
    **dict.fromkeys(("id", "intern", "host", "wishes", "rejects"), identifier),
    **dict.fromkeys(("themes", "roles"), words),
    "sector": lambda value: sector(text(value)),
    "host_sector": lambda value: sector(text(value)),
    "status": lambda value: status(text(value)),
}
_NUMBERS: dict[str, Callable[[object, numbers.Decimal | None], object]] = {
    "min": numbers.at_least,
    "max": numbers.at_most,
    **dict.fromkeys(("visits", "visit", "points", "year"), numbers.whole),
    **dict.fromkeys(("max_km", "km", "minutes"), numbers.km),
    "priority": priority,
}
_SHORT = {
    "days": "days_unreadable",
    **dict.fromkeys(DATED, "weeks_unreadable"),
    **dict.fromkeys(_NUMBERS, "not_whole"),
}


def read_value(table: str, field: str, value: object, year: int | None, style: Style = PLAIN) -> object:
    """Return what a cell that is not blank says about a field.

    Parameters
    ----------
    table, field : str
        Where it stands; "wishes[1]" is a numbered wish.
    value : object
        The cell. References stay as they are written: they are resolved when all ids are known.
    year : int or None
        Year of weeks that do not name one, where `style` does not say.
    style : Style, optional
        What the column says about its dates and numbers.

    Returns
    -------
    object
        None where every value is fine; `min` and `max` of a capacity that says both.

    Raises
    ------
    Unreadable
        Where it cannot be read.
    """
    name = field.partition("[")[0]
    if isinstance(value, Broken):
        raise Unreadable(value.code, read=value.read)
    if name in _SHORT and isinstance(value, str):
        value = " ".join(value.split())
        if len(value) > LONGEST_VALUE:
            raise Unreadable(_SHORT[name], read=shown(value))
    if field in ("wishes", "rejects") and isinstance(value, (list, tuple)):
        return tuple(identifier(word) for word in value)
    if name in DATED:
        return (weeks if name == "weeks" else week)(value, style.years or year, style.dates)
    if name == "days":
        in_a_plan = table not in ("interns", "hosts")
        return length(value, style.decimal) if in_a_plan else days(value)
    if name == "max_km" and isinstance(value, str) and key(value) in ANY_DISTANCE:
        return None
    if name == "max" and style.ranges and (both := numbers.from_to(value)):
        return dict(zip(("min", "max"), both, strict=True))
    if name in _NUMBERS:
        return _NUMBERS[name](value, style.decimal)
    if isinstance(value, (list, tuple, dict)) and name not in ("themes", "roles"):
        raise Unreadable("not_text", read=shown(value))
    return _TEXTS.get(name, text)(value)
