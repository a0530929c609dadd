"""The sheets of settings, rules and answers among the tables: the policy, and how the rest is to be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from innopraktik_match.files.settings.answers import read_answers
from innopraktik_match.files.settings.criteria_sheet import read_criteria
from innopraktik_match.files.settings.dialect import read_dialect
from innopraktik_match.files.settings.policies import find_policy
from innopraktik_match.files.settings.rules_sheet import overruled, points_unused, read_rules
from innopraktik_match.files.settings.sheet import read_settings
from innopraktik_match.files.tables.headers import is_aside, table_of

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.policy import Policy
    from innopraktik_match.files.raw.cells import Table
    from innopraktik_match.files.settings.dialect import Dialect
    from innopraktik_match.files.settings.policies import Layer


def read_settings_of(
    tables: list[Table], dialect: Dialect, layers: list[Layer], preset: str | None, issues: list[Issue]
) -> tuple[Dialect, Policy]:
    """Return how the tables are to be read, and the policy of all layers.

    Parameters
    ----------
    tables : list of Table
    dialect : Dialect
        What is known before the sheets are read.
    layers : list of Layer
        Policies beside the sheets; they go before the settings, and those before the sheet of rules.
    preset : str, optional
        Wins over every layer.
    issues : list of Issue
        Takes what was found.
    """
    rules, settings = [], []
    for table in tables:
        kind = table_of(table, dialect.columns) if table.rows and not is_aside(table) else None
        if kind == "rules":
            chosen, faults = read_rules(table)
            rules += [chosen] if chosen else []
        elif kind == "criteria":
            chosen, faults = read_criteria(table)
            settings += [chosen] if chosen else []
        elif kind == "settings":
            layer, faults = read_settings(table)
            settings.append(layer)
        elif kind == "questions":
            layer, answers, faults = read_answers(table)
            dialect = replace(dialect, answers=(*dialect.answers, *answers))
        else:
            continue
        issues += faults
        if kind not in ("rules", "criteria"):
            dialect, faults = read_dialect(layer.dialect, table.place(), dialect)
            issues += faults
    policy, faults = find_policy(rules + settings + layers, preset)
    issues += [*faults, *overruled(rules, settings + layers), *points_unused(rules, policy)]
    return dialect, policy
