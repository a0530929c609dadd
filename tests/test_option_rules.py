"""Three witnesses for each option rule: inside, at the limit, one beyond. Numbers worked by hand."""

from __future__ import annotations

import pytest

from innopraktik_match.solving import solve
from tests.witness import measured, tiny

KM = 39  # Aarhus - Randers, seat to seat, from the table of distances


def option(rule, settings, intern=None, host=None, slot=None, **tables):
    """Measure one rule on p1 at v1: (points, whether a hard limit is broken)."""
    score = measured(intern or {}, host or {}, {rule: settings}, slot or {}, tables)
    return score.points_by_rule[rule], any(breach.rule == rule for breach in score.breaches)


@pytest.mark.parametrize(
    ("mine", "mode", "points", "breach"),
    [
        ("B", "hard", 0, False),
        (None, "hard", 0, False),
        ("a  KOMMUNE", "soft", 7, False),
        ("A Kommune", "hard", 7, True),
    ],
)
def test_own_workplace_is_never_visited(mine, mode, points, breach):
    rule = {"mode": mode, "points": 7}
    assert option("own_workplace", rule, {"workplace": mine}, {"workplace": "A Kommune"}) == (points, breach)


def test_banned_pairs_never_meet_whoever_said_so():
    assert option("ban", {}) == (0, False)
    assert option("ban", {}, bans=[{"intern": "p1", "host": "v1"}]) == (0, True)
    assert option("ban", {}, {"rejects": ["v1"]}) == (0, True)
    assert option("ban", {}, None, {"rejects": ["p1"]}) == (0, True)


@pytest.mark.parametrize(
    ("intern", "host", "breach"),
    [(["2026-W37"], ["2026-W37"], False), ([], ["2026-W37"], False), (["2026-W38"], ["2026-W37"], True)],
)
def test_the_week_must_suit_both(intern, host, breach):
    weeks = {"policy": {"weeks": ["2026-W37", "2026-W38"]}}
    slot = {"week": "2026-W37"}
    assert option("dates", {"mode": "hard"}, {"weeks": intern}, {"weeks": host}, slot, **weeks) == (0, breach)


@pytest.mark.parametrize(
    ("intern", "host", "days", "points", "breach"),
    [
        ("2-5", "2-5", 5, 0, False),  # both ranges hold 5
        (3, "2-5", 4, 2, False),  # one day off a single number: within the tolerance, 2 a day
        (3, "2-5", 5, 4, True),  # two days off
        ("2-3", "2-5", 4, 2, True),  # one day outside a range: no tolerance
        (3, 5, 4, 4, False),  # each side one day off, each within its own tolerance
    ],
)
def test_a_single_length_has_a_tolerance_and_a_range_has_none(intern, host, days, points, breach):
    rule = {"mode": "hard", "tolerance": 1, "points_per_day": 2}
    assert option("duration", rule, {"days": intern}, {"days": host}, {"days": days}) == (points, breach)


def test_a_soft_length_only_costs():
    rule = {"mode": "soft", "points_per_day": 2}
    assert option("duration", rule, {"days": "2-3"}, {"days": "2-5"}, {"days": 5}) == (4, False)


@pytest.mark.parametrize(("max_km", "breach"), [(KM + 1, False), (KM, False), (KM - 1, True), (None, False)])
def test_nobody_travels_beyond_their_maximum(max_km, breach):
    rule = {"mode": "hard", "points_per_km": 1.5}  # 39 x 1.5 = 58.5, and half goes to the even 58
    intern = {"municipality": "Aarhus", "max_km": max_km}
    assert option("travel", rule, intern, {"municipality": "Randers Kommune"}) == (58, breach)


@pytest.mark.parametrize(("max_km", "breach"), [(91, False), (90, False), (89, True)])
@pytest.mark.parametrize("way", [("Århus", "Randers"), ("Randers Kommune", "Aarhus")])
@pytest.mark.parametrize("told", [{"km": 90, "minutes": 5}, {"minutes": 90}])
def test_the_travel_table_wins_over_the_map(max_km, breach, way, told):
    rule = {"mode": "hard", "points_per_km": 0.1}  # 90 x 0.1 = 9
    journey = {"origin": way[0], "destination": way[1], **told}
    intern, host = {"municipality": "Aarhus", "max_km": max_km}, {"municipality": "Randers"}
    assert option("travel", rule, intern, host, travel=[journey]) == (9, breach)


def test_the_way_there_is_told_apart_from_the_way_back():
    rule = {"mode": "hard", "points_per_km": 1}
    there = {"origin": "Aarhus", "destination": "Randers", "km": 40}
    back = {"origin": "Randers", "destination": "Aarhus", "km": 50}
    intern, host = {"municipality": "Aarhus"}, {"municipality": "Randers"}
    assert option("travel", rule, intern, host, travel=[back, there]) == (40, False)
    assert option("travel", rule, host, intern, travel=[there, back]) == (50, False)


def test_a_place_abroad_is_known_from_the_travel_table():
    rule = {"mode": "hard", "points_per_km": 1}
    journey = {"origin": "malmö", "destination": "København", "km": 0, "minutes": 35}
    intern, host = {"municipality": "Malmö", "max_km": 0}, {"municipality": "København"}
    assert option("travel", rule, intern, host, travel=[journey]) == (0, False)
    assert option("travel", rule, intern, host, travel=[{**journey, "km": 42}]) == (42, True)
    assert option("travel", rule, intern, {"municipality": "Aarhus"}, travel=[journey]) == (0, False)


def test_an_unknown_town_is_no_distance():
    rule = {"mode": "hard", "points_per_km": 1}
    assert option("travel", rule, {"municipality": "Aarhus", "max_km": 0}, {"municipality": "Nowhere"}) == (
        0,
        False,
    )


@pytest.mark.parametrize(
    ("mine", "mode", "points", "breach"),
    [
        ("state", "hard", 0, False),
        (None, "hard", 0, False),
        ("region", "soft", 5, False),
        ("region", "hard", 5, True),
    ],
)
def test_another_sector_than_ones_own(mine, mode, points, breach):
    rule = {"mode": mode, "points": 5}
    assert option("cross_sector", rule, {"sector": mine}, {"sector": "region"}) == (points, breach)


@pytest.mark.parametrize(
    ("mine", "mode", "points", "breach"),
    [
        (["Børn", "it"], "hard", 0, False),
        ([], "hard", 0, False),
        (["klima"], "soft", 3, False),
        (["klima"], "hard", 3, True),
    ],
)
def test_a_shared_theme(mine, mode, points, breach):
    rule = {"mode": mode, "points": 3}
    assert option("themes", rule, {"themes": mine}, {"themes": ["IT", "skole"]}) == (points, breach)


@pytest.mark.parametrize(
    ("wishes", "unlisted", "points", "breach"),
    [
        (["v1"], 40, 0, False),
        (["x1", "x2", "v1"], 40, 8, False),
        (["x1", "x2", "x3", "v1"], 40, 12, False),  # past the end of [0, 4, 8] the step of 4 goes on
        (["x1"], 40, 40, False),
        (["x1"], "forbid", 0, True),
        ([], "forbid", 0, False),  # who listed nothing is open
    ],
)
def test_wishes_are_priced_by_rank(wishes, unlisted, points, breach):
    rule = {"mode": "soft", "points": [0, 4, 8], "unlisted": unlisted}
    others = [{"id": name} for name in ("x1", "x2", "x3")]
    assert option("intern_wishes", rule, {"wishes": wishes}, more_hosts=others) == (points, breach)
    assert option(
        "host_wishes", rule, None, {"wishes": [w.replace("v1", "p1") for w in wishes]}, more_interns=others
    ) == (
        points,
        breach,
    )


def test_hard_wishes_allow_only_listed_pairs():
    rule = {"mode": "hard", "points": [2]}
    assert option("intern_wishes", rule, {"wishes": ["v1"]}) == (2, False)
    assert option("intern_wishes", rule, {"wishes": ["x1"]}, more_hosts=[{"id": "x1"}]) == (40, True)


@pytest.mark.parametrize(
    ("role", "wanted", "mode", "points", "breach"),
    [
        ("Leder", ["leder"], "hard", 0, False),
        (None, ["leder"], "hard", 0, False),
        ("leder", [], "hard", 0, False),
        ("sagsbehandler", ["leder"], "soft", 6, False),
        ("sagsbehandler", ["leder"], "hard", 6, True),
    ],
)
def test_the_hosts_wanted_roles(role, wanted, mode, points, breach):
    assert option("role", {"mode": mode, "points": 6}, {"role": role}, {"roles": wanted}) == (points, breach)


@pytest.mark.parametrize(
    ("past", "mode", "points", "breach"),
    [
        ({"workplace": "Another"}, "hard", 0, False),
        ({"host": "v1"}, "soft", 9, False),
        ({"workplace": "city  hall"}, "soft", 9, False),
        ({"host": "v1"}, "hard", 9, True),
    ],
)
def test_a_workplace_not_visited_before(past, mode, points, breach):
    history = [{"intern": "p1", "year": 2024, **past}]
    rule = {"mode": mode, "points": 9}
    assert option("new_relations", rule, None, {"workplace": "City Hall"}, history=history) == (
        points,
        breach,
    )


@pytest.mark.parametrize(
    ("given", "unlisted", "mode", "points", "breach"),
    [
        ([11], 3, "soft", 11, False),
        ([], 3, "soft", 3, False),
        ([], "forbid", "soft", 0, True),
        ([0], "forbid", "hard", 0, False),
        ([], 3, "hard", 3, True),
    ],
)
def test_the_coordinators_own_points(given, unlisted, mode, points, breach):
    pairs = [{"intern": "p1", "host": "v1", "points": n} for n in given]
    assert option("pair_points", {"mode": mode, "unlisted": unlisted}, pairs=pairs) == (points, breach)


@pytest.mark.parametrize(
    ("mine", "yours", "points"),
    [
        (["t03"], ["t03"], 0),
        (["t03"], ["t69"], 5),
        (["t69"], ["t03"], 5),
        (["t69"], ["t69"], 0),
        ([], ["t03"], 0),
    ],
)
def test_a_shared_theme_is_found_among_more_than_64(mine, yours, points):
    others = [{"id": "p2", "themes": [f"t{n:02}" for n in range(70)]}, {"id": "p3"}]
    rule = {"mode": "soft", "points": 5}
    tables = {"more_interns": others}
    assert option("themes", rule, {"themes": mine}, {"themes": yours}, **tables) == (points, False)


@pytest.mark.parametrize(("week", "points"), [("2026-W37", 0), ("2026-W38", 4), ("2026-W39", 0), (None, 0)])
def test_some_weeks_cost_points(week, points):
    """Week 38 costs 4 and week 39 nothing; a visit without a week costs nothing."""
    rule = {"mode": "soft", "weeks": [{"week": "2026-W38", "points": 4}, {"week": "2026-W39", "points": 0}]}
    policy = {"policy": {"weeks": ["2026-W37", "2026-W38", "2026-W39"]}} if week else {}
    score = measured({}, {}, {"week_points": rule}, {"week": week}, policy)
    assert score.points_by_rule["week_points"] == points


def test_the_best_plan_begins_in_the_cheaper_week():
    """Both weeks suit, the lottery would take the first: 3 points are not paid."""
    rule = {"mode": "soft", "weeks": [{"week": "2026-W37", "points": 3}]}
    policy = {"weeks": ["2026-W37", "2026-W38"]}
    plan = solve(tiny([{"id": "p1"}], [{"id": "v1"}], {"week_points": rule}, policy=policy))
    assert (plan.status, plan.visits[0].week, plan.aims[1].value) == ("optimal", "2026-W38", 0)


def test_a_week_has_one_price():
    twice = [{"week": "2026-W37", "points": 3}, {"week": "2026-W37", "points": 4}]
    with pytest.raises(ValueError, match="named twice"):
        tiny([], [], {"week_points": {"weeks": twice}})
