"""Criteria about columns of your own: the sheet that lists them, and what cannot be used of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from innopraktik_match.domain.issues import Issue, Place, nearest
from innopraktik_match.domain.own_criteria import IN_COMPANY, LEVELS, level_of, settings_of
from innopraktik_match.domain.rulebook.criterion_settings import (
    Even,
    OwnLimit,
    OwnOption,
    OwnVisit,
    VisitMatch,
)
from innopraktik_match.domain.rulebook.settings import Match, MixedColumn, QuotaLimit
from innopraktik_match.files.raw.cells import Unreadable, blank, shown
from innopraktik_match.files.raw.limits import ROWS_ABOVE
from innopraktik_match.files.settings.policies import Layer
from innopraktik_match.files.settings.sheet import setting
from innopraktik_match.files.values.cell_values import text
from innopraktik_match.texts.criteria import CRITERIA_HEADER, CRITERIA_WORDS
from innopraktik_match.texts.vocabulary import plain

if TYPE_CHECKING:
    from innopraktik_match.domain.record import Record
    from innopraktik_match.files.raw.cells import Row, Table

MODELS: dict[str, type[Record]] = {
    "match": Match,
    "mix": MixedColumn,
    **dict.fromkeys(IN_COMPANY, VisitMatch),
    "even": Even,
    "quota": QuotaLimit,
}
OWN: dict[str, type[Record]] = {"option": OwnOption, "visit": OwnVisit, "round": OwnLimit}
_FIELD_OF = {plain(word): name for name, words in CRITERIA_HEADER.items() for word in words}
_CODE_OF = {plain(word): code for code, words in CRITERIA_WORDS.items() for word in (code, *words)}
_NUMBERS = ("points", "limit")


def read_criteria(table: Table) -> tuple[Layer | None, list[Issue]]:
    """Return a sheet of criteria as a layer of the policy; None where it is another kind of sheet."""
    header = next((row for row in table.rows[:ROWS_ABOVE] if "intern" in _columns(row)), None)
    if header is None:
        return None, []
    columns = _columns(header)
    found: list[dict[str, Any]] = []
    issues: list[Issue] = []
    for row in table.rows:
        if row.line > header.line:
            one = _criterion(table, row, columns, issues)
            place = table.place(row.line, columns["intern"])
            faults = [_fault(one, place, len(found) + 1)] if one else []
            issues += [fault for fault in faults if fault]
            found += [one] if one and not any(faults) else []
    return Layer({"criteria": found} if found else {}, table.place()), issues


def without_unsound(data: dict[str, Any], place: Place) -> tuple[dict[str, Any], list[Issue]]:
    """Return a policy without the criteria that cannot be used, and an issue for each of these."""
    given = data.get("criteria")
    if given is None:
        return data, []
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        rest = {name: value for name, value in data.items() if name != "criteria"}
        return rest, [
            Issue("criterion_unreadable", places=(place,), values={"number": 1, "name": "criteria"})
        ]
    faults = [_fault(one, place, number) for number, one in enumerate(given, 1)]
    kept = [one for one, fault in zip(given, faults, strict=True) if fault is None]
    even = [one for one in kept if one.get("kind") == "even"]
    if len(even) > 1:
        faults.append(Issue("criterion_even_twice", places=(place,)))
        kept = [one for one in kept if one not in even[1:]]
    return {**data, "criteria": kept}, [fault for fault in faults if fault is not None]


def _fault(one: dict[str, Any], place: Place, number: int) -> Issue | None:
    """Return what is wrong with a criterion, the first of it."""
    kind = one.get("kind", "match")

    def issue(name: str, **values: object) -> Issue:
        return Issue(
            "criterion_unreadable", places=(place,), values={"number": number, "name": name, **values}
        )

    if kind not in LEVELS:
        return issue("kind", read=shown(kind), expected=tuple(LEVELS))
    level = level_of(one)
    if level is None:
        return issue("rule", read=shown(one.get("rule")))
    if one.get("level", level) != level:
        return issue("level", read=shown(one["level"]), expected=(level,))
    model = OWN[level] if kind == "own" else MODELS[kind]
    rest = settings_of(kind, one)
    if (LEVELS[kind] == "visit" or kind == "even") and "column" not in rest:
        return issue("host" if kind == "even" else "intern")
    if kind in IN_COMPANY:
        rest["kind"] = kind
    if (kind, level) == ("own", "round"):  # mode and points are those of all such limits
        rest = {name: value for name, value in rest.items() if name not in ("mode", "points")}
    try:
        model.model_validate(rest)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        name = str(fault["loc"][0]) if fault["loc"] else "min, max"
        words = str(fault.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
        expected: dict[str, object] = {"expected": tuple(words.split(", "))} if words else {}
        if fault["type"] == "extra_forbidden":
            expected = nearest(name, model.model_fields)
        return issue(name, **expected)
    return None


def _columns(row: Row) -> dict[str, int]:
    """Return where the columns of the sheet stand, by the words of a header."""
    found = {n: _FIELD_OF.get(plain(cell or "")) for n, cell in enumerate(row.cells)}
    return {name: n for n, name in found.items() if name}


def _criterion(table: Table, row: Row, columns: dict[str, int], issues: list[Issue]) -> dict[str, Any] | None:
    """Return what a row says; cells that are no number where one is needed are told."""
    one: dict[str, Any] = {}
    for name, column in columns.items():
        cell = row.cells[column] if column < len(row.cells) else None
        if blank(cell):
            continue
        word = text(cell)
        if name in _NUMBERS:
            try:
                one[name] = setting(
                    "rules.match.points" if name == "points" else "rules.travel.points_per_km", cell
                )
            except Unreadable as fault:
                issues.append(Issue(fault.code, places=(table.place(row.line, column),), values=fault.values))
        else:
            one[name] = _CODE_OF.get(plain(word), word) if name in ("kind", "how", "mode") else word
    return one if one.keys() & {"intern", "host"} else None
