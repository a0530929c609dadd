"""How the files of one coordinator are to be read: saved once, used again next year.

The keys stand in any .toml of the input (`columns.toml`, `policy.toml`) or in the settings sheet:

    dates = "month first"
    decimal = ","
    rows = "as they stand"
    [columns.interns]
    "Hvor arbejder du?" = "workplace"
    "Må vi ringe?" = ""
    [limits]
    cells = 3000000
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Literal

from innopraktik_match.domain.issues import Issue, Place, nearest
from innopraktik_match.files.raw.cells import shown
from innopraktik_match.files.raw.limits import STANDARD, Limits
from innopraktik_match.files.values.years import half_a_year_before
from innopraktik_match.texts.columns import COLUMNS
from innopraktik_match.texts.vocabulary import field_of, known_fields, plain, table_named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.files.settings.answers import Answer
    from innopraktik_match.files.values.numbers import Decimal
    from innopraktik_match.files.values.points import Order

DATES = ("day first", "month first")
DECIMALS = (",", ".")
ROWS = ("as they stand",)


@dataclass(frozen=True)
class Dialect:
    """How files are to be read.

    Attributes
    ----------
    columns : dict
        Table -> header, as it is compared -> field; "" carries a column along unread.
    dates : str or None
        "day first" or "month first", for dates in text; None decides by the column.
    decimal : str or None
        "," or ".", for numbers in text; None decides by the column.
    rows : str or None
        "as they stand" keeps every row as a person of its own; None looks for people twice, answers in
        several rows, those who have withdrawn, and companions by name.
    limits : Limits
    answers : tuple of Answer
        What was answered to questions about rows and values.
    since : date or None
        Weeks without a year are the first from this day on, where no year is known; from today where None.
        A plan says so of its round: its weeks stay what they were when they have passed.
    """

    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dates: Order | None = None
    decimal: Decimal | None = None
    rows: Literal["as they stand"] | None = None
    limits: Limits = STANDARD
    answers: tuple[Answer, ...] = ()
    since: date | None = None


def beside(plan: Plan, dialect: Dialect | None = None) -> Dialect:
    """Return how a round is read beside a plan of it: weeks without a year are those around the plan's."""
    since = half_a_year_before(visit.week for visit in plan.visits)
    return replace(dialect or Dialect(), since=since)


def read_dialect(data: Mapping[str, Any], place: Place, below: Dialect) -> tuple[Dialect, list[Issue]]:
    """Return a dialect with what some settings say, over the one below it.

    Parameters
    ----------
    data : mapping
        The keys of a dialect, as in a .toml; others are left alone.
    place : Place
        Where they stand.
    below : Dialect

    Returns
    -------
    Dialect, list of Issue
    """
    issues: list[Issue] = []
    dates: Order | None = _one_of(data, "dates", DATES, place, issues)
    decimal: Decimal | None = _one_of(data, "decimal", DECIMALS, place, issues)
    columns = _columns(_section(data, "columns", place, issues), place, issues)
    merged = {kind: {**below.columns.get(kind, {}), **columns.get(kind, {})} for kind in COLUMNS}
    return (
        replace(
            below,
            columns=merged,
            dates=dates or below.dates,
            decimal=decimal or below.decimal,
            rows=_one_of(data, "rows", ROWS, place, issues) or below.rows,
            limits=_limits(_section(data, "limits", place, issues), place, below.limits, issues),
        ),
        issues,
    )


def _fault(code: str, key: str, place: Place, **values: object) -> Issue:
    return Issue(code, places=(place,), values={"key": key, **values})


def _one_of(
    data: Mapping[str, Any], key: str, allowed: tuple[str, ...], place: Place, issues: list[Issue]
) -> Any:
    given = data.get(key)
    if given is None or given in allowed:
        return given
    issues.append(_fault("not_one_of", key, place, read=shown(given), expected=allowed))
    return None


def _section(data: Mapping[str, Any], key: str, place: Place, issues: list[Issue]) -> dict[str, Any]:
    section = data.get(key, {})
    if isinstance(section, dict):
        return section
    issues.append(_fault("not_object", key, place))
    return {}


def _columns(section: dict[str, Any], place: Place, issues: list[Issue]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, headers in section.items():
        kind = table_named(name)
        if kind not in COLUMNS or not isinstance(headers, dict):
            suggestion = nearest(plain(name), COLUMNS)
            issues.append(_fault("key_unknown", f"columns.{name}", place, read=shown(name), **suggestion))
            continue
        for header, given in headers.items():
            word = given if isinstance(given, str) else None
            fitting = field_of(kind, word) if word else word
            if fitting is not None:
                found.setdefault(kind, {})[plain(header)] = fitting
            else:
                values = {"read": shown(given), **nearest(plain(str(given)), known_fields(kind))}
                issues.append(_fault("key_unknown", f"columns.{name}.{shown(header)}", place, **values))
    return found


def _limits(section: dict[str, Any], place: Place, below: Limits, issues: list[Issue]) -> Limits:
    known = [one.name for one in fields(Limits)]
    found: dict[str, int] = {}
    for name, value in section.items():
        if name not in known:
            suggestion = nearest(str(name), known)
            issues.append(_fault("key_unknown", f"limits.{name}", place, read=shown(name), **suggestion))
        elif isinstance(value, bool) or not isinstance(value, int) or value < 1:
            issues.append(_fault("not_whole", f"limits.{name}", place, read=shown(value)))
        else:
            found[name] = value
    return replace(below, **found)
