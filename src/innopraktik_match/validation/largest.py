"""How large the points of a round can become, before anything is solved."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from innopraktik_match.domain.when import MOST_DAYS

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Round

MOST_POINTS = 2**53
"""Up to here every whole number is exact as a floating-point number too."""

FARTHEST_KM = 1000


def most_points(round: Round) -> int:
    """Return a number that no plan's points can pass: every rule at its worst for every visit."""
    rules = round.policy.rules

    def price(*names: str) -> int:
        return sum(getattr(rules, name).points for name in names if getattr(rules, name).on)

    each = price("own_workplace", "cross_sector", "themes", "role", "new_relations")
    each += price("mixed_workplaces", "mixed_sectors", "visits")
    each += rules.duration.points_per_day * 2 * MOST_DAYS * rules.duration.on
    each += ceil(rules.travel.points_per_km * FARTHEST_KM) * rules.travel.on
    for wishes, people in ((rules.intern_wishes, round.interns), (rules.host_wishes, round.hosts)):
        ranks = max((len(person.wishes) for person in people), default=0)
        dearest = max(wishes.price(rank) for rank in range(1, max(ranks, len(wishes.points)) + 1))
        each += max(dearest, _known(wishes.unlisted)) * wishes.on
    unlisted = _known(rules.pair_points.unlisted)
    dearest_pair = dict.fromkeys((intern.id for intern in round.interns), unlisted)
    for pair in round.pairs:
        dearest_pair[pair.intern] = max(dearest_pair.get(pair.intern, 0), pair.points)
    given = rules.pair_points.on
    visits = sum(intern.visits for intern in round.interns)
    total = sum(intern.visits * (each + dearest_pair[intern.id] * given) for intern in round.interns)
    total += len(round.interns) * price("placed") + len(round.hosts) * price("empty_hosts")
    total += sum(intern.priority for intern in round.interns) * price("priority")
    total += (each + max(dearest_pair.values(), default=0) * given) * price("worst_off")
    return total + sum(max(limit.min or 0, visits) * price("quota") for limit in rules.quota.limits)


def _known(unlisted: int | str) -> int:
    return unlisted if isinstance(unlisted, int) else 0
