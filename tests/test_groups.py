"""The checker's search for groups finds what counting them all finds."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.checker.company import Company
from innopraktik_match.checker.facts import Facts
from innopraktik_match.checker.groups import Groups
from innopraktik_match.checker.visit_rules import Repeats, measure_visit
from innopraktik_match.domain.plan import Cut
from innopraktik_match.domain.round import Host, Round
from innopraktik_match.domain.rulebook.criterion_settings import OwnVisits, VisitMatches
from tests.strategies import EXTRAS, Reach, settings_of


@st.composite
def places(draw):
    """One host, the units that can come to it with their costs, and what a point is worth."""
    people = st.fixed_dictionaries(
        {
            "workplace": st.sampled_from(["w1", "w2", "w3", None]),
            "sector": st.sampled_from(["state", "region", None]),
            "group": st.sampled_from([None, None, "a"]),
            "extra": st.sampled_from(EXTRAS),
        }
    )
    interns = [{"id": f"p{n}", **person} for n, person in enumerate(draw(st.lists(people, max_size=7)))]
    modes = st.sampled_from(["off", "soft", "hard"])
    rules = {
        name: {"mode": draw(modes), "points": draw(st.integers(0, 5))}
        for name in ("mixed_workplaces", "mixed_sectors")
    }
    rules["visit_match"] = draw(settings_of(Reach(), "visit_match", VisitMatches))
    rules["own_visit"] = draw(settings_of(Reach(), "own_visit", OwnVisits))
    most = draw(st.integers(1, 4))
    host = {"id": "v1", "min": draw(st.integers(1, most)), "max": most}
    policy = {"preset": "bare", "rules": {**rules, "together": {"mode": "hard"}, "capacity": {"limit": 4}}}
    f = Facts(Round.model_validate({"interns": interns, "hosts": [host], "policy": policy}))
    costs = {unit: draw(st.integers(-9, 9)) for unit in sorted(set(f.units.values()))}
    return f, costs, draw(st.integers(0, 2)), draw(st.integers(-9, 9)), draw(st.lists(cuts(f), max_size=3))


@st.composite
def cuts(draw, f):
    """A cut of some people, and perhaps of the host."""
    those = draw(st.sets(st.sampled_from(sorted(f.interns)))) if f.interns else ()
    hosts = draw(st.sampled_from([(), ("v1",)]))
    return Cut(interns=tuple(sorted(those)), hosts=hosts, price=-draw(st.integers(1, 9)))


def searched(f, costs, per_point, base, cuts, limit):
    repeats = Repeats(f, per_point)
    company = Company(f, per_point, cuts)
    host = f.round.hosts[0]
    items = [
        (cost, len(unit), 0, repeats.words(unit, host), company.kind(unit)) for unit, cost in costs.items()
    ]
    in_order = sorted(items, key=lambda item: item[0])
    return Groups(host, base, in_order, repeats.added, company, limit)


def counted(f, costs, per_point, base, cuts):
    """The cost of every group, measured by the visit rules and the cuts themselves."""
    host = f.round.hosts[0]
    for size in range(1, host.max + 1):
        for units in combinations(costs, size):
            words = measure_visit(f, host, tuple(intern for unit in units for intern in unit)).values()
            if not any(word.breach for word in words):
                points = sum(word.points for word in words)
                present = {intern for unit in units for intern in unit}
                parts = [len(present & {*cut.interns}) + len(cut.hosts) for cut in cuts]
                halves = sum(-cut.price * (n // 2) for cut, n in zip(cuts, parts, strict=True))
                yield base + sum(costs[unit] for unit in units) + per_point * points + halves


@given(places(), st.integers(-20, 20))
def test_every_group_within_a_limit_is_found_once(place, limit):
    expected = sorted(cost for cost in counted(*place) if cost <= limit)
    assert sorted(searched(*place, limit)) == expected


@given(places())
def test_a_limit_lowered_on_the_way_leaves_the_least_group(place):
    groups, last = searched(*place, 10**6), None
    for cost in groups:
        last, groups.limit = cost, cost - 1
    assert last == min(counted(*place), default=None)


def test_three_who_save_one_each_reach_a_limit_of_three_together():
    host = Host(id="v1", min=1, max=3)
    items, alone = [(-1, 1, 0, frozenset(), 0)] * 3, Company(Facts(Round()), 1)
    assert list(Groups(host, 0, items, lambda words: 0, alone, -3)) == [-3]
    assert sorted(Groups(host, 0, items, lambda words: 0, alone, -2)) == [-3, -2, -2, -2]
    assert list(Groups(host, 0, items, lambda words: 0, alone, -4)) == []
