"""The sheet of rules: one row a rule, what is chosen for it and its points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from innopraktik_match.domain.issues import Issue, nearest
from innopraktik_match.domain.rulebook import RULEBOOK, Rules
from innopraktik_match.files.raw.cells import Unreadable, blank, shown
from innopraktik_match.files.raw.limits import ROWS_ABOVE
from innopraktik_match.files.settings.policies import Layer, value_at
from innopraktik_match.files.settings.sheet import put, setting
from innopraktik_match.texts.rules import RULES_HEADER
from innopraktik_match.texts.vocabulary import plain

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Place
    from innopraktik_match.domain.policy import Policy
    from innopraktik_match.files.raw.cells import Row, Table

COLUMNS = {
    "mode": ("mode",),
    "points": ("points", "points_per_day", "points_per_km"),
    "unlisted": ("unlisted",),
    "limit": ("limit", "tolerance"),
}
"""Column of the sheet -> the settings that stand in it; a rule has at most one of them."""
SOFT_AT_MOST = ("worst_off",)
"""Rules without a limit that could be hard."""
NO_PRICE_WHEN_HARD = ("points",)
"""Settings that count only where a rule may be broken; other prices grade what is within the limit."""


def setting_in(rule: str, column: str) -> str | None:
    """Return the setting of a rule that stands in a column; None where the rule has none.

    Examples
    --------
    >>> setting_in("travel", "points"), setting_in("travel", "limit")
    ('points_per_km', None)
    """
    fields = type(Rules.model_fields[rule].default).model_fields
    return next((name for name in COLUMNS[column] if name in fields), None)


def modes_of(rule: str) -> tuple[str, ...]:
    """Return what can be chosen for a rule.

    Examples
    --------
    >>> modes_of("capacity"), modes_of("dates")
    (('hard',), ('off', 'hard'))
    """
    modes: tuple[str, ...] = get_args(type(Rules.model_fields[rule].default).model_fields["mode"].annotation)
    return tuple(mode for mode in modes if mode != "hard" or rule not in SOFT_AT_MOST)


def read_rules(table: Table) -> tuple[Layer | None, list[Issue]]:
    """Return a sheet of rules as a layer of the policy; None where it is another kind of sheet."""
    header = next((row for row in table.rows[:ROWS_ABOVE] if {"mode", "promise"} <= set(_columns(row))), None)
    if header is None:
        return None, []
    columns = _columns(header)
    data: dict[str, Any] = {}
    places: dict[str, Place] = {}
    issues: list[Issue] = []
    for row in table.rows:
        if row.line > header.line:
            _read_row(table, row, columns, data, places, issues)
    return Layer(data, table.place(), places), issues


def overruled(rules: list[Layer], others: list[Layer]) -> list[Issue]:
    """Return a warning for each cell of a sheet of rules that a later one, or another part, overrules."""
    return [
        Issue("rule_overruled", "warning", (place, other.at(dotted)), {"key": dotted})
        for number, layer in enumerate(rules, 1)
        for dotted, place in layer.places.items()
        for other in rules[number:] + others
        if value_at(other.data, dotted) not in (None, value_at(layer.data, dotted))
    ]


def points_unused(layers: list[Layer], policy: Policy) -> list[Issue]:
    """Return a warning for each price in a sheet of rules that cannot count, as the rule is off or hard."""
    issues = []
    for layer in layers:
        for dotted, place in layer.places.items():
            _, rule, name = dotted.split(".")
            mode = getattr(policy.rules, rule).mode
            if name in COLUMNS["points"] and (
                mode == "off" or (mode == "hard" and name in NO_PRICE_WHEN_HARD and not _graded(rule))
            ):
                issues.append(
                    Issue("rule_points_unused", "warning", (place,), {"mode": (mode,), "key": dotted})
                )
    return issues


def _graded(rule: str) -> bool:
    """Whether a hard rule still charges within its limit: those with a price for each rank do."""
    return setting_in(rule, "unlisted") is not None


def _columns(row: Row) -> dict[str, int]:
    """Return where the columns of the sheet stand, by the words of a header."""
    known = {plain(word): name for name, words in RULES_HEADER.items() for word in words}
    return {known[word]: n for n, cell in enumerate(row.cells) if (word := plain(cell or "")) in known}


def _read_row(
    table: Table,
    row: Row,
    columns: dict[str, int],
    data: dict[str, Any],
    places: dict[str, Place],
    issues: list[Issue],
) -> None:
    def cell(column: str) -> object:
        at = columns.get(column)
        return row.cells[at] if at is not None and at < len(row.cells) else None

    filled = {column: cell(column) for column in COLUMNS if not blank(cell(column))}
    filled = {column: value for column, value in filled.items() if value != "-"}
    if not filled:
        return
    rule = _rule_of(cell("key"), cell("promise"))
    if rule is None:
        promises = [said for entry in RULEBOOK.values() for said in (entry.da, entry.en)]
        read = shown(cell("promise") or "")
        place = table.place(row.line, columns["promise"])
        issues.append(Issue("rule_unknown", "error", (place,), {"read": read, **nearest(read, promises)}))
        return
    for column, value in filled.items():
        name, place = setting_in(rule, column), table.place(row.line, columns[column])
        dotted = f"rules.{rule}.{name}"
        if name is None:
            issues.append(Issue("rule_without_setting", "error", (place,), {"read": shown(value)}))
        elif dotted in places:
            issues.append(Issue("setting_twice", "error", (places[dotted], place), {"key": dotted}))
        else:
            places[dotted] = place
            try:
                put(data, dotted, setting(dotted, value))
            except Unreadable as fault:
                issues.append(Issue(fault.code, "error", (place,), dict(fault.values)))


def _rule_of(key: object, promise: object) -> str | None:
    """Return the rule of a row: by its key, or by its sentence in either language."""
    named = str(key or "").strip().removeprefix("rules.")
    if named in RULEBOOK:
        return named
    said = {plain(words): rule for rule, entry in RULEBOOK.items() for words in (entry.da, entry.en)}
    return said.get(plain(promise or ""))
