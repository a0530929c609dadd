"""What a cell means: a value for the round, or a word about why it cannot be read."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key
from innopraktik_match.domain.when import MOST_DAYS
from innopraktik_match.files.raw.cells import ROUNDED, Broken, Unreadable, Verbatim, shown
from innopraktik_match.files.values import numbers
from innopraktik_match.files.values.dates import Order, month_and_day, week, weeks
from innopraktik_match.texts.columns import value_label

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_NUMBER = 10**15
LONGEST_VALUE = 1_000
"""Characters of a number, a date or a list of weeks; patterns take time that grows with their square."""
_LIST = re.compile(r"[|;,\n\r]+")
_NUMBER = r"(\d{1,4})(?:[.,]0+)?"
_UNIT = r"(?:\s*(?:arbejdsdage|dages?|dag|days?|d))?"

SECTORS = {
    "municipality": "municipality kommune kommunal kommunalt kommunen municipal",
    "region": "region regional regionalt regionen",
    "state": "state stat statslig statsligt staten government",
    "private": "private privat erhverv privatsektor",
    "civil": "civil civilsamfund civilsamfundet frivillig forening ngo",
    "other": "other andet anden øvrige øvrig selvejende",
}
STATUSES = {
    "proposed": "proposed foreslået forslag",
    "boss_ok": "boss_ok|leder ok|chef ok|godkendt af leder",
    "host_ok": "host_ok|vært ok|godkendt af vært",
    "agreed": "agreed aftalt låst ja",
    "declined": "declined afslået afvist",
    "withdrawn": "withdrawn|trukket sig|trukket|trukket tilbage|frameldt|afmeldt|aflyst",
}
YES = frozenset(["ja", "j", "x", "yes", "y", "true", "sand"])
NO = frozenset(["nej", "n", "no", "false", "falsk"])


@dataclass(frozen=True)
class Style:
    """How the texts of one column are read.

    Attributes
    ----------
    dates : {"day first", "month first", "doubtful"}
    decimal : {",", "."} or None
        None where the column does not tell.
    """

    dates: Order = "day first"
    decimal: numbers.Decimal | None = None


PLAIN = Style()


def _words(table: dict[str, str]) -> dict[str, str]:
    """Return every word of a table of synonyms, parted by "|" or else by spaces."""
    return {
        key(word): name
        for name, words in table.items()
        for word in (words.split("|") if "|" in words else words.split())
    }


_SECTOR = _words(SECTORS)
_STATUS = _words(STATUSES)


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


def identifier(value: object) -> str:
    """Return an id; a number too long for a workbook to hold exactly is refused."""
    if isinstance(value, (int, float)) and abs(value) >= LONGEST_NUMBER:
        raise Unreadable("id_long_number", read=shown(value))
    rounded = isinstance(value, str) and not isinstance(value, Verbatim) and ROUNDED.fullmatch(value.strip())
    if rounded:
        raise Unreadable("id_long_number", read=shown(value))
    return text(value)


def length(value: object, decimal: numbers.Decimal | None = None) -> int:
    """Return one number of days: 3, "3 dage"."""
    bare = re.sub(rf"{_UNIT}$", "", value.strip(), flags=re.I) if isinstance(value, str) else value
    return numbers.whole(bare, decimal)


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


def days(value: object) -> dict[str, object]:
    """Return a wished length: "2-5", "2 til 3 dage", "højst 3", "ca. 3", "3+", "2½", 3.

    Returns
    -------
    dict
        `min`, `max` and `about`, as in `round.Days`.
    """
    if isinstance(value, dict):
        return value
    if isinstance(value, (datetime, date)):
        raise Unreadable("days_became_date", read=shown(value))
    if isinstance(value, float) and not value.is_integer():
        value = str(value)
    plain = key(text(value)).replace("½", ",5").replace("1⁄2", ",5")
    found = _days(plain)
    if found is None:
        raise Unreadable("days_unreadable", read=shown(value))
    least, most = found
    if not 1 <= least <= most <= MOST_DAYS:
        raise Unreadable("days_out_of_range", read=shown(value), limit=MOST_DAYS)
    about = least == most and not re.search(r"\d\s*[-–]", plain)
    return {"min": least, "max": most, "about": about}


def _days(plain: str) -> tuple[int, int] | None:
    if match := re.fullmatch(rf"{_NUMBER}\s*(?:-|–|til|to|eller|or)\s*{_NUMBER}{_UNIT}", plain):
        return int(match[1]), int(match[2])
    if match := re.fullmatch(rf"(?:højst|maks\.?|max\.?|op til|up to|at most)\s*{_NUMBER}{_UNIT}", plain):
        return 1, int(match[1])
    if match := re.fullmatch(rf"(?:mindst|min\.?|at least)\s*{_NUMBER}{_UNIT}|{_NUMBER}{_UNIT}\s*\+", plain):
        return int(match[1] or match[2]), MOST_DAYS
    if match := re.fullmatch(rf"(?:ca\.?|cirka|about|omkring)?\s*{_NUMBER}{_UNIT}", plain):
        return int(match[1]), int(match[1])
    if match := re.fullmatch(rf"(?:ca\.?|cirka)?\s*(\d)[.,]5{_UNIT}", plain):
        return int(match[1]), int(match[1]) + 1
    return None


def _one_of(known: dict[str, str], value: object) -> str:
    word = key(text(value))
    if word in known:
        return known[word]
    near = difflib.get_close_matches(word, known, n=1)
    found: dict[str, object] = {"suggestion": value_label(known[near[0]], "da")} if near else {}
    raise Unreadable("not_one_of", read=shown(value), expected=tuple(dict.fromkeys(known.values())), **found)


def sector(value: object) -> str:
    """Return a sector by its English or Danish word."""
    return _one_of(_SECTOR, value)


def status(value: object) -> str:
    """Return the status of a visit by its English or Danish word."""
    return _one_of(_STATUS, value)


_TEXTS: dict[str, Callable[[object], object]] = {
    **dict.fromkeys(("id", "intern", "host", "wishes", "rejects"), identifier),
    **dict.fromkeys(("themes", "roles"), words),
    "sector": sector,
    "status": status,
}
_NUMBERS: dict[str, Callable[[object, numbers.Decimal | None], object]] = {
    **dict.fromkeys(("min", "max"), numbers.capacity),
    **dict.fromkeys(("visits", "visit", "points", "year"), numbers.whole),
    **dict.fromkeys(("max_km", "km", "minutes"), numbers.km),
    "priority": priority,
}
DATED = ("weeks", "week")
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
        Year of weeks that do not name one.
    style : Style, optional
        What the column says about its dates and numbers.

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
    if name == "weeks":
        return weeks(value, year, style.dates)
    if name == "week":
        return week(value, year, style.dates)
    if name == "days":
        in_a_plan = table not in ("interns", "hosts")
        return length(value, style.decimal) if in_a_plan else days(value)
    if name in _NUMBERS:
        return _NUMBERS[name](value, style.decimal)
    if isinstance(value, (list, tuple, dict)) and name not in ("themes", "roles"):
        raise Unreadable("not_text", read=shown(value))
    return _TEXTS.get(name, text)(value)


def style_of(field: str, values: list[object]) -> Style:
    """Return how the texts of a column are to be read, by all of them together."""
    if field in DATED:
        return Style(dates=_order(values))
    if field in _NUMBERS:
        marks = {numbers.decimal_of(value) for value in values if isinstance(value, str)} - {None}
        return Style(decimal=marks.pop() if len(marks) == 1 else None)
    return PLAIN


def _order(values: list[object]) -> Order:
    """Return "doubtful" where any date can only have its month first."""
    figures = [pair for value in values if (pair := month_and_day(value))]
    return "doubtful" if any(second > 12 for _, second in figures) else "day first"


def undecided(values: list[object]) -> bool:
    """Whether nothing in a column of dates tells the day from the month."""
    figures = {pair for value in values if (pair := month_and_day(value))}
    return any(a != b for a, b in figures) and all(a <= 12 and b <= 12 for a, b in figures)
