"""The list `criteria` of a policy: each goes to the settings of the rule that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.names import key
from innopraktik_match.domain.rulebook.settings import Match, MixedColumn, QuotaLimit

if TYPE_CHECKING:
    from innopraktik_match.domain.rulebook import Rules

LEVELS = {"match": "option", "mix": "visit", "quota": "round"}
"""Kind of criterion -> the level at which it speaks."""

CRITERIA_SCHEMA: dict[str, Any] = {
    "description": "Criteria about any column, for rules.match, rules.mixed_column (mix) and rules.quota.",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["kind"],
        "properties": {
            "level": {"enum": sorted(set(LEVELS.values()))},
            "kind": {"enum": list(LEVELS)},
            **{
                name: {"type": ["string", "number"]}
                for kind in (Match, MixedColumn, QuotaLimit)
                for name in kind.model_fields
            },
        },
        "additionalProperties": False,
    },
}


def with_criteria(data: dict[str, Any]) -> dict[str, Any]:
    """Return what a policy is read from, its criteria in the settings of their rules.

    Raises
    ------
    ValueError
        Where a criterion is of no known kind, or says a level at which its kind does not speak.
    """
    given = data.pop("criteria", None)
    if not given:
        return data
    if not isinstance(given, (list, tuple)) or not all(isinstance(one, dict) for one in given):
        raise ValueError("criteria is a list of tables")
    sorted_: dict[str, list[dict[str, Any]]] = {kind: [] for kind in LEVELS}
    for number, one in enumerate(given, 1):
        kind = one.get("kind", "match")
        if kind not in LEVELS:
            raise ValueError(f"criterion {number}: kind is one of {', '.join(LEVELS)}")
        if one.get("level", LEVELS[kind]) != LEVELS[kind]:
            raise ValueError(f"criterion {number}: {kind} speaks at level {LEVELS[kind]}")
        rest = {name: value for name, value in one.items() if name not in ("kind", "level")}
        sorted_[kind].append(rest)
    rules = dict(data.get("rules") or {})
    if sorted_["match"]:
        mine = dict(rules.get("match") or {})
        rules["match"] = {"mode": "soft", **mine, "criteria": [*mine.get("criteria", ()), *sorted_["match"]]}
    if len(sorted_["mix"]) > 1:
        raise ValueError("criteria of kind mix: one column can be mixed")
    for one in sorted_["mix"]:
        rest = {"column" if name == "intern" else name: value for name, value in one.items()}
        rules["mixed_column"] = {"mode": "soft", **dict(rules.get("mixed_column") or {}), **rest}
    if sorted_["quota"]:
        mine = dict(rules.get("quota") or {})
        rules["quota"] = {**mine, "limits": [*mine.get("limits", ()), *sorted_["quota"]]}
    return {**data, "rules": rules}


def columns_read(rules: Rules, table: str) -> frozenset[str]:
    """Return the columns of "interns" or "hosts" that criteria and quotas read, as names are compared."""
    side = "intern" if table == "interns" else "host"
    criteria = [getattr(one, side) for one in rules.match.criteria if rules.match.on and one.on]
    mixed = [rules.mixed_column.column or ""] if rules.mixed_column.on and table == "interns" else []
    quotas = [one.field for one in rules.quota.limits if rules.quota.on and one.of == table]
    return frozenset(map(key, [*criteria, *mixed, *quotas])) - {""}
