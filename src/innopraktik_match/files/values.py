"""What a cell means: a value for the round, or a word about why it cannot be read."""

from __future__ import annotations

import difflib
import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from innopraktik_match.files.cells import Broken, shown
from innopraktik_match.names import key
from innopraktik_match.when import MOST_DAYS

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_NUMBER = 10**15
_LIST = re.compile(r"[|;,\n\r]+")
_NUMBER = r"(\d+)(?:[.,]0+)?"
_UNIT = r"(?:\s*(?:arbejdsdage|dages?|dag|days?|d))?"
_AND = re.compile(r"[|;,\n\r&]+|\s+(?:og|and)\s+")
_ONE_WEEK = r"(?:(?:(\d{4})-?\s*)?(?:uge|week|u|w)?\s*\.?\s*(\d{1,2})(?:\s*/\s*(\d{4}))?)"
_WEEK = re.compile(_ONE_WEEK)
_WEEKS = re.compile(_ONE_WEEK + r"\s*(?:-|–|til|to)\s*" + _ONE_WEEK)

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
    "boss_ok": "boss_ok|leder ok|chef ok",
    "host_ok": "host_ok|vært ok",
    "agreed": "agreed aftalt låst ja",
    "declined": "declined afslået afvist",
    "withdrawn": "withdrawn trukket|trukket tilbage|frameldt",
}
YES = frozenset(["ja", "j", "x", "yes", "y", "true", "sand"])
NO = frozenset(["nej", "n", "no", "false", "falsk"])


class Unreadable(ValueError):
    """A cell that cannot be read.

    Attributes
    ----------
    code : str
        Code of the issue.
    values : dict
        What its sentence needs.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


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
    """Return the text of a cell; whole numbers without decimals, dates as 2026-09-07."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (datetime, date)):
        return value.isoformat()[:10]
    return str(value).strip()


def identifier(value: object) -> str:
    """Return an id; a number too long for a workbook to hold exactly is refused."""
    if isinstance(value, (int, float)) and abs(value) >= LONGEST_NUMBER:
        raise Unreadable("id_long_number", read=shown(value))
    return text(value)


def whole(value: object) -> int:
    """Return a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and re.fullmatch(r"[+-]?\d{1,18}(?:[.,]0)?", value.strip()):
        return int(re.split(r"[.,]", value.strip())[0])
    raise Unreadable("not_whole", read=shown(value))


def km(value: object) -> int:
    """Return a distance in whole kilometres: 50, "50 km"."""
    return whole(re.sub(r"\s*km\.?$", "", value.strip(), flags=re.I) if isinstance(value, str) else value)


def length(value: object) -> int:
    """Return one number of days: 3, "3 dage"."""
    return whole(re.sub(rf"{_UNIT}$", "", value.strip(), flags=re.I) if isinstance(value, str) else value)


def priority(value: object) -> int:
    """Return a priority: a number, or yes (1) and no (0)."""
    word = key(text(value))
    if isinstance(value, bool) or word in YES or word in NO:
        return int(value is True or word in YES)
    return whole(value)


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


def weeks(value: object, year: int | None) -> tuple[str, ...]:
    """Return ISO weeks: "uge 37", "37-39", "2026-W37", "uge 37/2026", a date, or a list of them.

    Parameters
    ----------
    value : object
        The cell.
    year : int or None
        Year of weeks that do not name one.
    """
    if isinstance(value, (datetime, date)):
        return (_iso(*value.isocalendar()[:2], value),)
    if isinstance(value, (list, tuple)):
        return tuple(week for part in value for week in weeks(part, year))
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise Unreadable("weeks_unreadable", read=shown(value))
    plain = re.sub(r"\b(?:uger|weeks)\b", "uge", key(text(value)))
    found: list[str] = []
    for part in filter(None, (part.strip() for part in _AND.split(plain))):
        found += _weeks(part, year, value)
    return tuple(dict.fromkeys(found))


def _weeks(part: str, year: int | None, value: object) -> list[str]:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", part):
        try:
            return [_iso(*date.fromisoformat(part).isocalendar()[:2], value)]
        except ValueError:
            raise Unreadable("weeks_unreadable", read=shown(value)) from None
    if match := _WEEK.fullmatch(part):
        return [_iso(_year(match[1] or match[3], year, value), int(match[2]), value)]
    match = _WEEKS.fullmatch(part)
    if not match:
        raise Unreadable("weeks_unreadable", read=shown(value))
    named = match[1] or match[3] or match[4] or match[6]
    first_year = _year(match[1] or match[3] or named, year, value)
    last_year = _year(match[4] or match[6] or named, year, value)
    first, last = int(match[2]), int(match[5])
    if first_year != last_year or first > last:
        raise Unreadable("weeks_unreadable", read=shown(value))
    return [_iso(first_year, week, value) for week in range(first, last + 1)]


def _year(named: str | None, year: int | None, value: object) -> int:
    if named is None and year is None:
        raise Unreadable("week_without_year", read=shown(value))
    return int(named) if named else year or 0


def _iso(year: int, week: int, value: object) -> str:
    try:
        date.fromisocalendar(year, week, 1)
    except ValueError:
        raise Unreadable("week_does_not_exist", read=shown(value)) from None
    return f"{year}-W{week:02d}"


def week(value: object, year: int | None) -> str:
    """Return the one ISO week of a cell."""
    found = weeks(value, year)
    if len(found) != 1:
        raise Unreadable("weeks_unreadable", read=shown(value))
    return found[0]


def _one_of(known: dict[str, str], value: object) -> str:
    word = key(text(value))
    if word in known:
        return known[word]
    near = difflib.get_close_matches(word, known, n=1)
    found: dict[str, object] = {"suggestion": near[0]} if near else {}
    raise Unreadable("not_one_of", read=shown(value), expected=tuple(dict.fromkeys(known.values())), **found)


def sector(value: object) -> str:
    """Return a sector by its English or Danish word."""
    return _one_of(_SECTOR, value)


def status(value: object) -> str:
    """Return the status of a visit by its English or Danish word."""
    return _one_of(_STATUS, value)


_READERS: dict[str, Callable[[object], object]] = {
    **dict.fromkeys(("id", "intern", "host", "wishes", "rejects"), identifier),
    **dict.fromkeys(("min", "max", "visits", "visit", "points", "year"), whole),
    **dict.fromkeys(("themes", "roles"), words),
    "max_km": km,
    "priority": priority,
    "sector": sector,
    "status": status,
}


def read_value(table: str, field: str, value: object, year: int | None) -> object:
    """Return what a cell that is not blank says about a field.

    Parameters
    ----------
    table, field : str
        Where it stands; "wishes[1]" is a numbered wish.
    value : object
        The cell. References stay as they are written: they are resolved when all ids are known.
    year : int or None
        Year of weeks that do not name one.

    Raises
    ------
    Unreadable
        Where it cannot be read.
    """
    name = field.partition("[")[0]
    if isinstance(value, Broken):
        raise Unreadable(value.code, read=value.read)
    if name in ("wishes", "rejects") and isinstance(value, (list, tuple)):
        return tuple(identifier(word) for word in value)
    if name == "weeks":
        return weeks(value, year)
    if name == "week":
        return week(value, year)
    if name == "days":
        return days(value) if table in ("interns", "hosts") else length(value)
    return _READERS.get(name, text)(value)
