"""Points that follow what people found useful: a suggestion, with what it would have changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.round import Round
from innopraktik_match.report.figures import find_figures, hosts_of
from innopraktik_match.solving import solve

if TYPE_CHECKING:
    from innopraktik_match.years.outcomes import Outcomes

PRICED = {
    "wish": ("intern_wishes", "unlisted"),
    "sector": ("cross_sector", "points"),
    "distance": ("travel", "points_per_km"),
    "theme": ("themes", "points"),
}
"""Topic -> the rule and the setting that price it."""
MORE, LESS = 2.0, 0.5
"""A step that is seen in a plan, and can be taken back next year."""


@dataclass(frozen=True)
class Effect:
    """What other points would have changed in the last round.

    Attributes
    ----------
    placed, moved : int
        Interns with a visit, and those of them who would have had another host or none.
    first, first_then, across, across_then : int
        First wishes met, and visits to another sector, before and then.
    """

    placed: int
    moved: int
    first: int
    first_then: int
    across: int
    across_then: int


def suggested_rules(round: Round, found: Outcomes, question: str = "used") -> dict[str, Any]:
    """Return the settings of rules that the answers speak for, as policy.toml says them; often none.

    A certain difference in favour of what a rule rewards doubles its price, one against it halves it. Rules
    that are off or hard, and differences that may be chance, change nothing.
    """
    rules: dict[str, Any] = {}
    for one in found.contrasts:
        rule, name = PRICED.get(one.topic, ("", ""))
        if one.question != question or not one.certain or not rule:
            continue
        settings = getattr(round.policy.rules, rule)
        price = getattr(settings, name)
        if not settings.on or not isinstance(price, (int, float)):
            continue
        new = price * (MORE if one.difference.difference > 0 else LESS)
        rules[rule] = {"mode": settings.mode, name: new if isinstance(price, float) else int(new)}
    return rules


def effect_of(round: Round, rules: dict[str, Any], *, time_limit: float | None = None) -> Effect:
    """Return what a policy with these rules would have changed: both are solved anew."""
    policy = round.policy.model_dump()
    for rule, settings in rules.items():
        policy["rules"][rule] |= settings
    changed = Round.model_validate({**round.model_dump(), "policy": policy})
    before, after = (solve(one, time_limit=time_limit) for one in (round, changed))
    now, then = find_figures(round, before), find_figures(changed, after)
    seats, moved = hosts_of(before), hosts_of(after)
    return Effect(
        placed=now.placed,
        moved=sum(moved.get(intern) != hosts for intern, hosts in seats.items()),
        first=now.wishes.by_rank[0],
        first_then=then.wishes.by_rank[0],
        across=now.across,
        across_then=then.across,
    )
