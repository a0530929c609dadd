"""Checked records from plain data; what pydantic says becomes issues of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from innopraktik_match.domain.issues import Issue, Place, nearest
from innopraktik_match.files.raw.cells import shown
from innopraktik_match.files.values.codes import CODES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic_core import ErrorDetails

PERSONAL = frozenset(("name", "email", "contact", "workplace", "host_workplace", "note", "reason", "extra"))
"""Fields whose values are never repeated in a message."""

_OWN = {"days": "days_unreadable", "weeks": "weeks_unreadable", "week": "weeks_unreadable"}
_ROWS = {
    "hosts": "min_above_max",
    "history": "past_visit_nowhere",
    "limits": "quota_unbounded",
    "travel": "journey_without_distance",
    "relations": "relation_without_two",
}

R = TypeVar("R", bound=BaseModel)


def build(
    model: type[R],
    data: Mapping[str, Any],
    table: str,
    at: Callable[[str], Place],
    issues: list[Issue],
) -> R | None:
    """Return the record; faulty fields are reported, left out, and the rest is read.

    Parameters
    ----------
    model : type
        Class of the record.
    data : mapping
        Its fields.
    table : str
        Name of its table.
    at : callable
        The place of a field.
    issues : list of Issue
        Takes what was found.

    Returns
    -------
    BaseModel or None
        None where too little is left.
    """
    given = dict(data)
    dropped: set[str] = set()
    while True:
        try:
            return model.model_validate(given)
        except ValidationError as error:
            faults = error.errors(include_url=False)
        faults = [one for one in faults if not (one["type"] == "missing" and one["loc"][0] in dropped)]
        issues.extend(_issues(faults, given, table, model, at))
        faulty = {str(fault["loc"][0]) for fault in faults if fault["loc"]}
        if not faulty and table == "hosts":
            faulty = {"min", "max"}
        if not faulty & given.keys():
            return None
        dropped |= faulty
        given = {name: value for name, value in given.items() if name not in faulty}


def _issues(
    faults: list[ErrorDetails],
    given: Mapping[str, Any],
    table: str,
    model: type[BaseModel],
    at: Callable[[str], Place],
) -> list[Issue]:
    found: dict[str, Issue] = {}
    for fault in faults:
        field = _field(fault["loc"]) or {
            "hosts": "min",
            "history": "host",
            "travel": "km",
            "relations": "workplace",
        }.get(table, "")
        name = field.partition("[")[0]
        if name == "max" and given.get("max") is None:
            continue  # the blank maximum followed a minimum that is reported itself
        values = _values(fault, name, model)
        values.update(field=field, fields=(field,), table=table)
        code = _code(fault, name, table)
        found.setdefault(name, Issue(code, places=(at(field),), values=values))
    return list(found.values())


def _field(loc: tuple[int | str, ...]) -> str:
    """Return ("wishes", 1) as "wishes[1]"; what lies deeper is left out."""
    if not loc:
        return ""
    number = loc[1] if len(loc) > 1 else None
    return f"{loc[0]}[{number}]" if isinstance(number, int) else str(loc[0])


def _code(fault: ErrorDetails, name: str, table: str) -> str:
    kind = fault["type"]
    if name == "days" and table in ("interns", "hosts") and kind != "extra_forbidden":
        return "days_unreadable"
    if name in ("week", "weeks") and isinstance(fault["input"], int):
        return "week_without_year"
    if kind == "value_error":
        return _OWN.get(name) or _ROWS.get(table, "value_unreadable")
    return CODES.get(kind, "value_unreadable")


def _values(fault: ErrorDetails, name: str, model: type[BaseModel]) -> dict[str, object]:
    values: dict[str, object] = {}
    read = fault["input"]
    if name not in PERSONAL and isinstance(read, (str, int, float)):
        values["read"] = shown(read)
    context = fault.get("ctx", {})
    if fault["type"] == "extra_forbidden":
        values["read"] = shown(name)
        values |= nearest(name, model.model_fields)
    for limit in ("ge", "le", "max_length"):
        if limit in context:
            values["limit"] = context[limit]
    if fault["type"] == "literal_error":
        words = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        values["expected"] = tuple(words.split(", "))
    return values
