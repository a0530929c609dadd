"""How large the points of a round can become, before anything is solved."""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

from innopraktik_match.domain.rulebook import RULEBOOK

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Round

MOST_POINTS = 2**53
"""Up to here every whole number is exact as a floating-point number too."""


def most_points(round: Round) -> int:
    """Return a number that no plan's points can pass: every rule at its worst for every visit."""
    return sum(most_points_by_rule(round).values())


def most_points_by_rule(round: Round) -> dict[str, int]:
    """Return the worst case of each rule that is on."""
    rules, interns = round.policy.rules, round.interns
    on = {rule: entry for rule, entry in RULEBOOK.items() if getattr(rules, rule).on}
    most, options = dict.fromkeys(on, 0), [0] * len(interns)
    for rule, entry in on.items():
        if entry.per_visit:
            each = entry.per_visit(getattr(rules, rule), round)
            most[rule] = sum(intern.visits * points for intern, points in zip(interns, each, strict=True))
            if entry.level == "option":
                options = list(map(add, options, each))
    for rule, entry in on.items():
        if entry.in_all:
            most[rule] = entry.in_all(getattr(rules, rule), round, max(options, default=0))
    return most
