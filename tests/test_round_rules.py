"""Three witnesses for each round rule: inside, at the limit, one beyond. Numbers worked by hand."""

from __future__ import annotations

import pytest

from innopraktik_match.domain.plan import Visit
from innopraktik_match.solving import solve
from tests.witness import both, tiny

WEEKS = {"policy": {"weeks": ["2026-W37", "2026-W38", "2026-W39"]}}


def plan(rule, settings, meetings, interns=None, hosts=None, **tables):
    """Measure one rule on meetings (intern, host, week, days): (points, how much each row is missed by)."""
    interns = interns or [{"id": "p1"}, {"id": "p2"}]
    hosts = hosts or [{"id": "v1"}, {"id": "v2"}]
    round = tiny(interns, hosts, {rule: settings} if settings is not None else {}, **tables)
    visits = [Visit(host=h, week=w, days=d, interns=(i,)) for i, h, w, d in meetings]
    score = both(round, visits)
    missed = {finding.key: finding.amount for finding in score.findings if finding.rule == rule}
    return score.points_by_rule[rule], missed


def at(intern, host, week=None, days=None):
    return (intern, host, week, days)


@pytest.mark.parametrize(("count", "missed"), [(1, {}), (2, {}), (3, {("p1",): 1})])
def test_an_intern_makes_at_most_the_wished_visits(count, missed):
    hosts = [{"id": f"v{n}"} for n in range(3)]
    meetings = [at("p1", f"v{n}") for n in range(count)]
    assert plan("intern_visits", None, meetings, [{"id": "p1", "visits": 2}], hosts) == (0, missed)


@pytest.mark.parametrize(
    ("first", "second", "missed"),
    [
        (("2026-W37", 5), ("2026-W38", 5), {}),
        (("2026-W37", 6), ("2026-W39", 5), {}),  # six days run into week 38, and end there
        (("2026-W37", 6), ("2026-W38", 5), {("p1", "week", "2026-W38"): 1}),
        (("2026-W37", 5), ("2026-W37", 5), {("p1", "week", "2026-W37"): 1}),
    ],
)
def test_an_interns_visits_never_overlap(first, second, missed):
    interns = [{"id": "p1", "visits": 2, "days": "1-10"}]
    meetings = [at("p1", "v1", *first), at("p1", "v2", *second)]
    assert plan("intern_visits", None, meetings, interns, **WEEKS) == (0, missed)


def test_nobody_comes_twice_to_one_host():
    interns, hosts = [{"id": "p1", "visits": 2}], [{"id": "v1", "visits": 2}]
    twice = [at("p1", "v1"), at("p1", "v1")]
    assert plan("intern_visits", None, twice, interns, hosts) == (0, {("p1", "host", "v1"): 1})


@pytest.mark.parametrize(("count", "missed"), [(1, {}), (2, {}), (3, {("v1",): 1})])
def test_a_host_receives_at_most_the_visits_it_offers(count, missed):
    interns = [{"id": f"p{n}"} for n in range(3)]
    meetings = [at(f"p{n}", "v1") for n in range(count)]
    assert plan("host_visits", None, meetings, interns, [{"id": "v1", "visits": 2}]) == (0, missed)


def test_a_hosts_visits_are_in_different_weeks():
    same = [at("p1", "v1", "2026-W37"), at("p2", "v1", "2026-W37")]
    hosts = [{"id": "v1", "visits": 2}]
    assert plan("host_visits", None, same, None, hosts, **WEEKS) == (0, {("v1", "week", "2026-W37"): 1})
    apart = [at("p1", "v1", "2026-W37"), at("p2", "v1", "2026-W38")]
    assert plan("host_visits", None, apart, None, hosts, **WEEKS) == (0, {})


@pytest.mark.parametrize(
    ("lock", "kept"),
    [
        ({}, True),
        ({"week": "2026-W37"}, True),
        ({"week": "2026-W38"}, False),
        ({"days": 3}, True),
        ({"days": 2}, False),
    ],
)
def test_agreed_visits_stay_in_their_week_and_length(lock, kept):
    interns = [{"id": "p1", "days": "2-3"}]
    locks = [{"intern": "p1", "host": "v1", **lock}]
    key = ("p1", "v1", lock.get("week", ""), str(lock.get("days", "")))
    found = plan("lock", None, [at("p1", "v1", "2026-W37", 3)], interns, locks=locks, **WEEKS)
    assert found == (0, {} if kept else {key: 1})


def test_who_is_left_out_costs_or_is_a_breach():
    assert plan("placed", {"mode": "soft", "points": 50}, [at("p1", "v1"), at("p2", "v2")]) == (0, {})
    assert plan("placed", {"mode": "soft", "points": 50}, [at("p1", "v1")]) == (50, {("p2",): 1})
    assert plan("placed", {"mode": "hard"}, [at("p1", "v1")]) == (0, {("p2",): 1})


def test_those_who_wish_several_get_several():
    interns = [{"id": "p1", "visits": 3}, {"id": "p2"}]
    assert plan("visits", {"points": 7}, [at("p1", "v1")], interns) == (14, {("p1",): 2})  # 3 wished, 1 made
    assert plan("visits", {"points": 7}, [at("p1", f"v{n}") for n in (1, 2)], interns) == (7, {("p1",): 1})


def test_those_turned_away_before_come_first():
    interns = [{"id": "p1", "priority": 3}, {"id": "p2"}]
    assert plan("priority", {"points": 2}, [at("p2", "v1")], interns) == (6, {("p1",): 3})  # 3 x 2
    assert plan("priority", {"points": 2}, [at("p1", "v1")], interns) == (0, {})


def test_every_host_gets_a_visit():
    assert plan("empty_hosts", {"points": 4}, [at("p1", "v1")]) == (4, {("v2",): 1})
    assert plan("empty_hosts", {"mode": "hard"}, [at("p1", "v1")]) == (0, {("v2",): 1})
    assert plan("empty_hosts", {"mode": "hard"}, [at("p1", "v1"), at("p2", "v2")]) == (0, {})


def test_the_worst_served_intern_counts_once():
    pairs = [{"intern": "p1", "host": "v1", "points": 9}, {"intern": "p2", "host": "v2", "points": 4}]
    round = tiny(
        [{"id": "p1"}, {"id": "p2"}],
        [{"id": "v1"}, {"id": "v2"}],
        {"worst_off": {"mode": "soft", "points": 2}, "pair_points": {"mode": "soft"}},
        pairs=pairs,
    )
    score = both(round, [Visit(host="v1", interns=("p1",)), Visit(host="v2", interns=("p2",))])
    assert score.points_by_rule["worst_off"] == 18  # the dearest visit, 9, at 2 a point
    assert score.points == 9 + 4 + 18


@pytest.mark.parametrize("mode", ["soft", "hard"])
def test_visits_are_counted_once_whoever_comes(mode):
    """Two of three visits are to hosts of A, and three of four interns come to them."""
    interns = [{"id": f"p{n}"} for n in range(4)]
    hosts = [{"id": "v1", "workplace": "A", "max": 2}, {"id": "v2", "workplace": "a"}, {"id": "v3"}]
    come = [("v1", ("p0", "p1")), ("v2", ("p2",)), ("v3", ("p3",))]
    visits = [Visit(host=host, interns=some) for host, some in come]

    def missed(**limit):
        limit = {"of": "visits", "field": "workplace", "value": "A", **limit}
        rules = {"quota": {"mode": mode, "points": 5, "limits": [limit]}}
        score = both(tiny(interns, hosts, rules), visits)
        return [finding.amount for finding in score.findings if finding.rule == "quota"]

    assert [missed(max=2), missed(min=2)] == [[], []]
    assert [missed(max=1), missed(min=3), missed(max=0)] == [[1], [1], [2]]


def test_only_so_many_hosts_of_an_organisation_take_a_visit():
    """Two of A and one of B for three interns; one visit at most is at A, and there two come."""
    interns = [{"id": f"p{n}"} for n in range(3)]
    hosts = [{"id": "v1", "max": 2, "workplace": "A"}, {"id": "v2", "max": 2, "workplace": "A"}, {"id": "v3"}]
    limit = {"of": "visits", "field": "workplace", "value": "A", "max": 1}
    found = solve(tiny(interns, hosts, {"quota": {"mode": "hard", "limits": [limit]}}))
    assert (found.status, found.aims[0].value) == ("optimal", 3)
    assert sorted(len(visit.interns) for visit in found.visits) == [1, 2]


MANY = [{"field": "workplace", "value": "A", "of": "visits", "max": 0}]


@pytest.mark.parametrize(
    ("locks", "visits", "legal"),
    [
        ([("p0", "v1", None), ("p1", "v1", None)], [("v1", None, ("p0", "p1"))], True),  # they share one
        ([("p0", "v1", None), ("p1", "v1", None)], [("v1", None, ("p0",)), ("v2", None, ("p1",))], False),
        ([("p0", "v1", None)], [("v1", None, ("p0",)), ("v2", None, ("p1",))], False),
        (
            [("p0", "v1", "2026-W37"), ("p1", "v1", "2026-W38")],
            [("v1", "2026-W37", ("p0",)), ("v1", "2026-W38", ("p1",))],
            True,  # two weeks are two visits
        ),
    ],
)
def test_a_quota_of_visits_gives_way_to_as_many_as_decisions_need(locks, visits, legal):
    weeks = ["2026-W37", "2026-W38"] if visits[0][1] else []
    hosts = [{"id": name, "workplace": "A", "max": 2, "visits": 2} for name in ("v1", "v2")]
    agreed = [{"intern": i, "host": h, "week": w, "status": "agreed"} for i, h, w in locks]
    rules = {"quota": {"mode": "hard", "limits": MANY}, "lock": {"breaking": "accept"}}
    round = tiny([{"id": "p0"}, {"id": "p1"}], hosts, rules, locks=agreed, policy={"weeks": weeks})
    score = both(round, [Visit(host=h, week=w, interns=some) for h, w, some in visits])
    assert ("quota" not in {one.rule for one in score.breaches}) == legal


@pytest.mark.parametrize(
    ("limit", "amount"),
    [
        ({"field": "sector", "value": "state", "max": 2}, 0),
        ({"field": "sector", "value": "state", "max": 1}, 1),
        ({"field": "sector", "value": "state", "min": 3}, 1),
        ({"field": "region", "value": "region midtjylland", "max": 1}, 0),  # p1, by its municipality
        ({"field": "municipality", "value": "Aarhus", "max": 0}, 1),
        ({"field": "workplace", "value": "a", "of": "hosts", "max": 1}, 1),
    ],
)
def test_named_groups_get_at_least_or_at_most_so_many_places(limit, amount):
    interns = [{"id": "p1", "sector": "state", "municipality": "Aarhus"}, {"id": "p2", "sector": "state"}]
    hosts = [{"id": "v1", "workplace": "A"}, {"id": "v2", "workplace": "A"}]
    meetings = [at("p1", "v1"), at("p2", "v2")]
    missed = {("0",): amount} if amount else {}
    soft = {"mode": "soft", "points": 5, "limits": [limit]}
    assert plan("quota", soft, meetings, interns, hosts) == (5 * amount, missed)
    assert plan("quota", {"mode": "hard", "limits": [limit]}, meetings, interns, hosts) == (0, missed)


@pytest.mark.parametrize(("came", "too_many"), [("p1", 0), ("p1 p2", 0), ("p1 p2 p3", 1), ("p1 p2 p4 p5", 0)])
def test_a_host_receives_only_so_many_from_one_workplace(came, too_many):
    places = {"p1": "A", "p2": " a", "p3": "A", "p4": None, "p5": "B"}
    interns = [{"id": who, "workplace": place} for who, place in places.items()]
    hosts = [{"id": "v1", "visits": 4, "workplace": "A"}, {"id": "v2"}]
    meetings = [at(who, "v1") for who in came.split()] + [at("p3", "v2")] * (too_many == 0)
    missed = {("v1", "a"): too_many} if too_many else {}
    soft = {"mode": "soft", "points": 7, "limit": 2}
    assert plan("same_workplace_limit", soft, meetings, interns, hosts) == (7 * too_many, missed)
    assert plan("same_workplace_limit", {**soft, "mode": "hard"}, meetings, interns, hosts) == (0, missed)


# -- even shares ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("come", "mode", "points", "broken"),
    [
        (2, "soft", 0, False),  # two hosts with 1 free each: at the limit
        (3, "soft", 4, False),  # one above 2
        (5, "soft", 4 * 3 + 4, False),  # three above 2, one above 4
        (2, "hard", 0, False),
        (3, "hard", 0, True),
    ],
)
def test_places_are_spread_evenly_over_groups_of_hosts(come, mode, points, broken):
    interns = [{"id": f"p{n}"} for n in range(come)]
    hosts = [
        {"id": f"v{n}", "max": 3, "extra": {"Ejer": owner}} for n, owner in enumerate(["KL", "kl ", "", "x"])
    ]
    rule = {"mode": mode, "column": "ejer", "limit": 1, "points": 4}
    round = tiny(interns, hosts, {"even": rule})
    first, rest = interns[:3], interns[3:]
    visits = [
        Visit(host=host, interns=tuple(one["id"] for one in some))
        for host, some in (("v0", first), ("v1", rest))
        if some
    ]
    score = both(round, visits)
    assert (score.points_by_rule["even"], not score.legal) == (points, broken)


def test_the_best_plan_gives_each_region_the_same():
    """Four interns, two regions with a host for four each: two and two cost nothing, so that is the plan."""
    hosts = [
        {"id": "v1", "max": 4, "municipality": "Aarhus"},
        {"id": "v2", "max": 4, "municipality": "Odense"},
    ]
    rules = {"capacity": {"limit": 4}, "even": {"mode": "soft", "column": "Region", "limit": 2, "points": 1}}
    best = solve(tiny([{"id": f"p{n}"} for n in range(4)], hosts, rules))
    assert (best.status, best.aims[1].value) == ("optimal", 0)
    assert [len(visit.interns) for visit in best.visits] == [2, 2]
