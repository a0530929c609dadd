"""Criteria of every kind, drawn."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from innopraktik_match.domain.rulebook.criterion_settings import (
    OwnLimits,
    OwnOptions,
    OwnVisits,
    VisitMatch,
    VisitMatches,
)
from innopraktik_match.domain.rulebook.settings import Match
from tests.own_rules import register

register()


def criterion_of(rule: type, modes: tuple[str, ...], points: st.SearchStrategy[int]) -> Any:
    """Draw a criterion of the list that a rule reads."""
    priced = {"mode": st.sampled_from(modes), "points": points}
    limit = st.sampled_from([0, 1, 1.5])
    if rule is OwnLimits:
        return st.fixed_dictionaries({"rule": st.just("t_link"), "limit": st.integers(0, 2)})
    if rule in (OwnOptions, OwnVisits):
        own = "t_same" if rule is OwnOptions else "t_odd"
        return st.fixed_dictionaries({"rule": st.just(own), **priced})
    if rule is VisitMatches:
        return st.fixed_dictionaries(
            {
                "kind": st.sampled_from(get_args(VisitMatch.model_fields["kind"].annotation)),
                "column": st.sampled_from(["sector", "themes", "X", "y"]),
                "how": st.sampled_from(get_args(VisitMatch.model_fields["how"].annotation)),
                "limit": limit,
                "value": st.sampled_from([None, None, "b", "state", "1", "2.5"]),
                **priced,
            }
        ).map(lambda one: one if one["kind"] != "average" else {**one, "value": _number(one["value"])})
    return st.fixed_dictionaries(
        {
            "intern": st.sampled_from(["sector", "themes", "X"]),
            "host": st.sampled_from(["sector", "themes", "x", "y"]),
            "how": st.sampled_from(get_args(Match.model_fields["how"].annotation)),
            "limit": limit,
            **priced,
        }
    )


def _number(value: str | None) -> str:
    """Return a value that an average can be near."""
    return value if value in ("1", "2.5") else "3"


def week_prices(weeks: tuple[str, ...], points: st.SearchStrategy[int]) -> st.SearchStrategy[list[Any]]:
    """Draw what some weeks cost, one of them of no round."""
    week = st.sampled_from([*weeks, "2031-W01"])
    price = st.fixed_dictionaries({"week": week, "points": points})
    return st.lists(price, max_size=3, unique_by=lambda one: one["week"])
