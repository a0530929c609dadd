"""Why, why not, and what must give: findings with numbers worked by hand, in two languages."""

from __future__ import annotations

import pytest

import innopraktik_match as im

FAR = [{"origin": "Aarhus", "destination": "Odense", "km": 142}]


def round_of(interns, hosts, rules=(), **more):
    policy = {"preset": "bare", "rules": dict(rules)}
    return im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy, **more})


def explained(round, plan=None, **asked):
    return im.explain(round, im.solve(round) if plan is None else plan, **asked)


def rules_of(finding):
    return [(rule.rule, rule.amount, rule.limit, rule.points, rule.breaks) for rule in finding.rules]


def changes_of(finding):
    return [one.model_dump(mode="json", exclude_defaults=True) for one in finding.changes]


def far_apart(**intern):
    return round_of(
        [{"id": "p1", "name": "Ida", "municipality": "Aarhus", "max_km": 100, **intern}],
        [{"id": "v1", "name": "Vejmuseet", "municipality": "Odense"}],
        {"travel": {"mode": "hard", "points_per_km": 0.1}},
        travel=FAR,
    )


def wishing(*wishes, **more):
    interns = [{"id": f"p{n}", "wishes": list(one)} for n, one in enumerate(wishes, 1)]
    rules = {"intern_wishes": {"mode": "soft", "points": [0, 4, 8], "unlisted": 40}}
    return round_of(interns, [{"id": "v1"}, {"id": "v2"}], rules, **more)


# -- a pair ---------------------------------------------------------------------------------------------


def test_a_pair_that_a_rule_forbids_is_told_with_amount_and_limit():
    (danish,) = explained(far_apart(), pair=("p1", "v1"))
    (english,) = explained(far_apart(), pair=("Ida", "vejmuseet"), lang="en")
    assert (danish.kind, danish.allowed, danish.intern, danish.host) == ("not_this_host", False, "p1", "v1")
    assert rules_of(danish) == [("travel", 142, 100, 14, True)]
    assert danish.rules[0].unit == "km"
    assert danish.text == (
        "Ida (p1) kan ikke besøge Vejmuseet (v1): der er 142 km, og praktikanten vil højst rejse 100 km."
    )
    assert english.text == (
        "Ida (p1) cannot visit Vejmuseet (v1): it is 142 km away, and the intern travels at most 100 km."
    )


def test_a_pair_together_has_now_as_then_and_tells_its_points():
    (found,) = explained(far_apart(max_km=142), pair=("p1", "v1"), lang="en")
    assert (found.kind, found.allowed) == ("visit", True)
    assert [(aim.aim, aim.now, aim.then, aim.proven) for aim in found.aims] == [
        ("placed", 1, 1, True),
        ("points", 14, 14, True),
    ]
    assert rules_of(found) == [("travel", 142, 142, 14, False)]
    assert found.text == "Ida (p1) is at Vejmuseet (v1): it is 142 km away (14 points)."


def test_a_pair_that_is_possible_is_told_with_its_cost_and_who_moves():
    round = wishing(["v1", "v2"], ["v2"])
    (danish,), (english,) = (explained(round, pair=("p1", "v2"), lang=lang) for lang in ("da", "en"))
    assert danish.allowed is True
    assert [(aim.aim, aim.now, aim.then, aim.bound) for aim in danish.aims] == [
        ("placed", 2, 2, 2),
        ("points", 0, 44, 44),
    ]
    assert rules_of(danish) == [("intern_wishes", 2, None, 4, False)]
    assert danish.text == (
        "p1 kan besøge v2 i en anden plan: det koster 44 point (i alt 44 i stedet for 0). Følgen er: p1 flytter "
        "fra v1 til v2; p2 flytter fra v2 til v1. For p1 hos v2 tæller: praktikantens ønske nr. 2 (4 point)."
    )
    assert english.text == (
        "p1 can visit v2 in another plan: it costs 44 points (44 in all instead of 0). As a result: p1 moves from "
        "v1 to v2; p2 moves from v2 to v1. For p1 at v2 these count: the intern's wish no. 2 (4 points)."
    )


def test_a_pair_that_costs_nothing_is_told_so():
    round = round_of([{"id": "p1"}], [{"id": "v1"}, {"id": "v2"}])
    plan = im.solve(round)
    (other,) = {"v1", "v2"} - {plan.visits[0].host}
    (found,) = explained(round, plan, pair=("p1", other), lang="en")
    assert all(aim.now == aim.then for aim in found.aims)
    assert found.text.startswith(
        f"p1 can visit {other} in another plan that is just as good. As a result: p1 moves from"
    )


def test_a_pair_against_an_agreement_is_not_allowed():
    round = wishing([], [], locks=[{"intern": "p2", "host": "v1"}])
    (found,) = explained(round, pair=("p1", "v1"), lang="en")
    assert (found.allowed, found.aims) == (False, ())
    assert rules_of(found) == [("capacity", 2, 1, 0, True)]


def test_a_pair_whose_host_lacks_company_is_not_allowed_by_the_rows_that_conflict():
    round = round_of([{"id": "p1"}], [{"id": "v1", "min": 2, "max": 2}])
    danish, english = (explained(round, pair=("p1", "v1"), lang=lang)[0] for lang in ("da", "en"))
    assert (danish.allowed, danish.aims) == (False, ())
    assert "lock" in [rule.rule for rule in danish.rules]
    assert danish.text.startswith("p1 kan ikke besøge v1, uden at en fast regel brydes:")
    assert english.text.startswith("p1 cannot visit v1 unless a hard rule is broken:")


def test_a_member_of_a_group_is_forbidden_what_the_group_is():
    interns = [{"id": "p1", "group": "g"}, {"id": "p2", "group": "g"}]
    hosts = [{"id": "v1", "max": 2}, {"id": "v2", "max": 1}]
    round = round_of(interns, hosts, bans=[{"intern": "p2", "host": "v1"}])
    assert rules_of(explained(round, pair=("p1", "v1"))[0]) == [("ban", 1, 0, 0, True)]
    assert rules_of(explained(round, pair=("p1", "v2"))[0]) == [("capacity", 2, 1, 0, True)]


def test_week_and_length_that_never_fit_together_are_both_told():
    interns = [{"id": "p1", "weeks": ["2026-W37"], "days": "2-3"}]
    hosts = [{"id": "v1", "weeks": ["2026-W38"], "days": "4-5"}]
    (found,) = explained(round_of(interns, hosts), pair=("p1", "v1"))
    assert rules_of(found) == [("dates", 1, 0, 0, True), ("duration", 1, 0, 0, True)]


def test_a_pair_made_by_hand_against_a_rule_is_told_to_break_it():
    by_hand = im.Plan(visits=(im.Visit(host="v1", interns=("p1",)),))
    (found,) = explained(far_apart(), by_hand, pair=("p1", "v1"), lang="en")
    assert (found.kind, found.allowed) == ("visit", False)
    assert [(aim.now, aim.then, aim.proven) for aim in found.aims] == [(1, 1, False), (14, 14, False)]
    assert found.text.endswith("the intern travels at most 100 km (breaks the rule).")


def test_unknown_people_are_told_with_the_nearest():
    with pytest.raises(im.RoundError) as told:
        explained(far_apart(), pair=("p1", "Vejmusset"))
    assert [(one.code, one.values["suggestion"]) for one in told.value.issues] == [("host_unknown", "v1")]
    with pytest.raises(im.RoundError) as told:
        explained(far_apart(), intern="p2")
    assert [one.code for one in told.value.issues] == ["intern_unknown"]


# -- an intern, a host, those without a visit -----------------------------------------------------------


def test_an_intern_is_told_the_visit_and_each_wish_that_was_not_met():
    found = explained(
        wishing(["v1", "v2"], ["v1", "v2"], locks=[{"intern": "p2", "host": "v1"}]), intern="p1"
    )
    assert [(one.kind, one.host, one.allowed) for one in found] == [
        ("visit", "v2", True),
        ("not_this_host", "v1", False),
    ]


def test_an_intern_is_told_the_other_hosts_with_the_fewest_points():
    pairs = [{"intern": "p1", "host": f"v{n}", "points": n} for n in range(6)]
    hosts = [{"id": f"v{n}"} for n in range(6)]
    round = round_of(
        [{"id": "p1"}],
        hosts,
        {"pair_points": {"mode": "soft"}},
        pairs=pairs,
        bans=[{"intern": "p1", "host": "v2"}],
    )
    visit, *others = explained(round, intern="p1", lang="en")
    assert (visit.kind, visit.host) == ("visit", "v0")
    assert [(one.kind, one.host, one.aims[1].then) for one in others] == [
        ("alternative", "v1", 1),
        ("alternative", "v3", 3),
        ("alternative", "v4", 4),
    ]
    assert others[0].text.startswith(
        "p1 can visit v1 in another plan: it costs 1 point (1 in all instead of 0). "
        "As a result: p1 moves from v0 to v1."
    )


def test_an_intern_is_told_the_other_hosts_that_cost_the_round_least():
    """Two have 0 points at v1 and 9 elsewhere, so that v1 would cost 1 + 9; v2 to v4 cost 2 to 4."""
    own = [{"intern": "p1", "host": f"v{n}", "points": n} for n in range(6)]
    others = [
        {"intern": intern, "host": f"v{n}", "points": 0 if n == 1 else 9}
        for intern in ("p2", "p3")
        for n in range(6)
    ]
    round = round_of(
        [{"id": f"p{n}"} for n in (1, 2, 3)],
        [{"id": f"v{n}"} for n in range(6)],
        {"pair_points": {"mode": "soft"}},
        pairs=[*own, *others],
    )
    _, *told = explained(round, intern="p1", lang="en")
    assert [(one.host, one.aims[1].then) for one in told] == [("v2", 11), ("v3", 12), ("v4", 13)]


def test_a_host_is_told_its_visitors_those_it_wished_and_what_one_more_place_would_give():
    round = round_of([{"id": "p1"}, {"id": "p2"}], [{"id": "v1", "wishes": ["p1", "p2"]}])
    found = explained(round, host="v1", lang="en")
    first, second, *binds = found
    assert (first.kind, second.kind) == ("visit", "not_this_host")
    assert [(one.kind, changes_of(one)) for one in binds] == [
        ("binds", [{"change": "one_more_place", "host": "v1", "by": 1}]),
        ("binds", [{"change": "one_more_visit", "host": "v1", "by": 1}]),
    ]
    assert next((aim.aim, aim.now, aim.then) for aim in binds[0].aims) == ("placed", 1, 2)
    assert binds[0].text.startswith(
        "One more intern at a time at v1: the plan becomes better – Interns with a visit from 1 to 2."
    )
