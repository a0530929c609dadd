"""All rules on one page, in the order in which people read them.

`option` rules speak about an intern at a host in a slot: `of` the pair alone, or of its week or its
length too. `visit` rules speak about those who come together, and never have negative points.
`round` rules bound sums over all visits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from innopraktik_match.model.rules.ban import ban
from innopraktik_match.model.rules.capacity import capacity
from innopraktik_match.model.rules.changes import changes, changes_limit
from innopraktik_match.model.rules.dates import dates
from innopraktik_match.model.rules.duration import duration
from innopraktik_match.model.rules.empty_hosts import empty_hosts
from innopraktik_match.model.rules.even import even
from innopraktik_match.model.rules.host_present import host_present
from innopraktik_match.model.rules.lock import excused, lock
from innopraktik_match.model.rules.match import cross_sector, match, own_workplace, role, themes
from innopraktik_match.model.rules.mixed import mixed_column, mixed_sectors, mixed_workplaces
from innopraktik_match.model.rules.new_relations import new_relations, new_sectors, new_workplaces
from innopraktik_match.model.rules.own import (
    dearest_own,
    own_option,
    own_round,
    own_visit,
    own_visit_floor,
)
from innopraktik_match.model.rules.pair_points import given_pairs, pair_points
from innopraktik_match.model.rules.quota import quota
from innopraktik_match.model.rules.same_workplace_limit import same_workplace_limit
from innopraktik_match.model.rules.served import placed, priority, visits
from innopraktik_match.model.rules.together import together
from innopraktik_match.model.rules.travel import travel
from innopraktik_match.model.rules.visit_counts import host_visits, intern_visits
from innopraktik_match.model.rules.visit_match import dearest_company, visit_match, visit_match_floor
from innopraktik_match.model.rules.week_points import week_points
from innopraktik_match.model.rules.wishes import (
    host_wishes,
    intern_wishes,
    pairs_hosts_wish,
    pairs_interns_wish,
)
from innopraktik_match.model.rules.worst_off import worst_off

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.measures import Bounds, Index, Options, Places, Verdict, Visits

    Pairs = tuple[Index, Index]


@dataclass(frozen=True)
class OptionRule:
    """A rule about an intern at a host in a slot.

    Attributes
    ----------
    id : str
    measure : callable
    of : {"pair", "week", "length"}
        What it depends on besides the pair.
    listed : callable or None
        Every pair that it leaves (interns, hosts), where those are listed; None where it forbids nothing.
    """

    id: str
    measure: Callable[[Columns, Options], Verdict]
    of: Literal["pair", "week", "length"] = "pair"
    listed: Callable[[Columns], Pairs | None] | None = None


@dataclass(frozen=True)
class VisitRule:
    """A rule about those who come together.

    Its points are never negative, and more members never lower its amount or points: the search for groups
    relies on it. The exceptions are rules `by_construction`, which no group the engine makes can break, and
    those with a `floor`.

    Attributes
    ----------
    id : str
    measure : callable
    by_construction : bool
    differ : callable or None
        The code of each intern [I] that repeats in a visit; -1 is unknown. None where the rule looks at
        anything else.
    kind : callable or None
        A code of each intern [I], equal for those whom the rule cannot tell apart; None where `differ` is.
    floor : callable or None
        What the rule measures at least, whoever comes along, where more members may lower its amount.
    most : callable
        Settings and a number of members -> the most points of such a visit; by default all but one repeat.
    """

    id: str
    measure: Callable[[Columns, Visits], Verdict]
    by_construction: bool = False
    differ: Callable[[Columns], Index] | None = None
    kind: Callable[[Columns], Index] | None = None
    floor: Callable[[Columns, Visits], Verdict] | None = None
    most: Callable[[Any, int], int] = lambda rule, members: rule.points * (members - 1)


@dataclass(frozen=True)
class RoundRule:
    """A rule about all visits."""

    id: str
    bounds: Callable[[Columns, Options, Places], Bounds]


OPTION_RULES = (
    OptionRule("own_workplace", excused(own_workplace)),
    OptionRule("ban", excused(ban)),
    OptionRule("dates", excused(dates, "week"), of="week"),
    OptionRule("duration", excused(duration, "length"), of="length"),
    OptionRule("travel", excused(travel)),
    OptionRule("cross_sector", excused(cross_sector)),
    OptionRule("themes", excused(themes)),
    OptionRule("intern_wishes", excused(intern_wishes), listed=pairs_interns_wish),
    OptionRule("host_wishes", excused(host_wishes), listed=pairs_hosts_wish),
    OptionRule("role", excused(role)),
    OptionRule("new_relations", excused(new_relations)),
    OptionRule("new_workplaces", excused(new_workplaces)),
    OptionRule("new_sectors", excused(new_sectors)),
    OptionRule("match", excused(match)),
    OptionRule("week_points", week_points, of="week"),
    OptionRule("own_option", excused(own_option)),
    OptionRule("pair_points", excused(pair_points), listed=given_pairs),
)
VISIT_RULES = (
    VisitRule("capacity", capacity, by_construction=True),
    VisitRule("mixed_workplaces", mixed_workplaces, differ=lambda c: c.intern_workplace),
    VisitRule("mixed_sectors", mixed_sectors, differ=lambda c: c.intern_sector),
    VisitRule("mixed_column", mixed_column, differ=lambda c: c.intern_mixed),
    VisitRule(
        "visit_match",
        visit_match,
        kind=lambda c: c.intern_kind,
        floor=visit_match_floor,
        most=dearest_company,
    ),
    VisitRule("own_visit", own_visit, floor=own_visit_floor, most=dearest_own),
    VisitRule("together", together, by_construction=True),
)
ROUND_RULES = (
    RoundRule("intern_visits", intern_visits),
    RoundRule("host_visits", host_visits),
    RoundRule("lock", lock),
    RoundRule("placed", placed),
    RoundRule("visits", visits),
    RoundRule("priority", priority),
    RoundRule("empty_hosts", empty_hosts),
    RoundRule("worst_off", worst_off),
    RoundRule("quota", quota),
    RoundRule("even", even),
    RoundRule("own_round", own_round),
    RoundRule("same_workplace_limit", same_workplace_limit),
    RoundRule("host_present", host_present),
    RoundRule("changes", changes),
    RoundRule("changes_limit", changes_limit),
)


def rules_on(columns: Columns, rules: tuple[OptionRule, ...]) -> tuple[OptionRule, ...]:
    """Return the option rules that the policy has not switched off."""
    return tuple(rule for rule in rules if getattr(columns.rules, rule.id).on)
