"""The list `criteria` of a policy: each goes to the settings of the rule that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.names import key
from innopraktik_match.domain.own_rules import registered
from innopraktik_match.domain.rulebook.criterion_settings import Even, OwnLimit, OwnVisit, VisitMatch
from innopraktik_match.domain.rulebook.settings import Match, MixedColumn, QuotaLimit

if TYPE_CHECKING:
    from innopraktik_match.domain.policy import Policy

LEVELS: dict[str, str | None] = {
    "match": "option",
    "mix": "visit",
    "alike": "visit",
    "not_alone": "visit",
    "spread": "visit",
    "average": "visit",
    "even": "round",
    "quota": "round",
    "own": None,
}
"""Kind of criterion -> the level at which it speaks; that of a developer's own rule is told by the rule."""
IN_COMPANY = ("alike", "not_alone", "spread", "average")
"""Kinds that `rules.visit_match` reads."""

CRITERIA_SCHEMA: dict[str, Any] = {
    "description": "Criteria about any column: of rules.match, mixed_column, visit_match, even and quota.",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["kind"],
        "properties": {
            "level": {"enum": ["option", "round", "visit"]},
            "kind": {"enum": list(LEVELS)},
            **{
                name: {"type": ["string", "number"]}
                for kind in (Match, MixedColumn, VisitMatch, Even, QuotaLimit, OwnVisit, OwnLimit)
                for name in kind.model_fields
                if name != "kind"
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
        level = level_of(one)
        if level is None:
            raise ValueError(f"criterion {number}: no rule is registered as {one.get('rule')!r}")
        if one.get("level", level) != level:
            raise ValueError(f"criterion {number}: {kind} speaks at level {level}")
        sorted_[kind].append(settings_of(kind, one))
    rules = dict(data.get("rules") or {})
    if sorted_["match"]:
        rules["match"] = _with_more(rules.get("match"), sorted_["match"])
    for one in sorted_["mix"][:1]:
        rules["mixed_column"] = {"mode": "soft", **dict(rules.get("mixed_column") or {}), **one}
    company = [{"kind": "mix", **one} for one in sorted_["mix"][1:]]
    company += [{"kind": kind, **one} for kind in IN_COMPANY for one in sorted_[kind]]
    if company:
        rules["visit_match"] = _with_more(rules.get("visit_match"), company)
    if len(sorted_["even"]) > 1:
        raise ValueError("criteria of kind even: one column can be even")
    for one in sorted_["even"]:
        rules["even"] = {"mode": "soft", **dict(rules.get("even") or {}), **one}
    for one in sorted_["own"]:
        level = level_of({"kind": "own", **one})
        if level == "round":
            settings = {name: one.pop(name) for name in ("mode", "points") if name in one}
            rules["own_round"] = {**_with_more(rules.get("own_round"), [one]), **settings}
        else:
            rules[f"own_{level}"] = _with_more(rules.get(f"own_{level}"), [one])
    if sorted_["quota"]:
        mine = dict(rules.get("quota") or {})
        rules["quota"] = {**mine, "limits": [*mine.get("limits", ()), *sorted_["quota"]]}
    return {**data, "rules": rules}


def level_of(one: dict[str, Any]) -> str | None:
    """Return the level of a criterion; None where it is about a rule that nobody has registered."""
    if one.get("kind", "match") != "own":
        return LEVELS[one.get("kind", "match")]
    found = registered(str(one.get("rule")))
    return found.level if found else None


def settings_of(kind: str, one: dict[str, Any]) -> dict[str, Any]:
    """Return a criterion as the settings of its rule say it: what looks at one side has one column."""
    own = {name: value for name, value in one.items() if name not in ("kind", "level")}
    side = "intern" if LEVELS[kind] == "visit" else "host" if kind == "even" else None
    return {"column" if name == side else name: value for name, value in own.items()}


def _with_more(rule: Any, criteria: list[dict[str, Any]]) -> dict[str, Any]:
    mine = dict(rule or {})
    return {"mode": "soft", **mine, "criteria": [*mine.get("criteria", ()), *criteria]}


def columns_read(policy: Policy, table: str) -> frozenset[str]:
    """Return the columns of "interns" or "hosts" that the policy reads by name, as names are compared."""
    rules = policy.rules
    side = "intern" if table == "interns" else "host"
    criteria = [getattr(one, side) for one in rules.match.criteria if rules.match.on and one.on]
    mixed = [rules.mixed_column.column or ""] if rules.mixed_column.on and table == "interns" else []
    if policy.first_come and table == "interns":
        mixed.append(policy.first_come)
    if rules.visit_match.on and table == "interns":
        mixed += [one.column for one in rules.visit_match.criteria if one.on]
    if rules.even.on and table == "hosts":
        mixed.append(rules.even.column or "")
    quotas = [one.field for one in rules.quota.limits if rules.quota.on and one.side == table]
    return frozenset(map(key, [*criteria, *mixed, *quotas])) - {""}
