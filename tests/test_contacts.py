"""A host's contact who is an intern too: who that is, and that the two never share a week."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.checker.contacts import contact_pairs
from innopraktik_match.domain.contacts import contacts
from innopraktik_match.domain.plan import Visit
from innopraktik_match.domain.round import Round
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.measures import Places
from innopraktik_match.model.options import build_options
from innopraktik_match.model.rules.host_present import host_present
from innopraktik_match.solving import solve
from tests.random_rounds import random_round
from tests.witness import both, tiny

ANE = {"name": "Ane Holm", "email": "ane@a.example", "workplace": "Aarhus Kommune"}
WORDS = {
    "name": st.sampled_from([None, "Ane", " ane", "Bo"]),
    "email": st.sampled_from([None, "a@a.example", "A@A.example", "b@a.example"]),
    "workplace": st.sampled_from([None, "A", "a ", "B"]),
}
PEOPLE = st.lists(st.fixed_dictionaries(WORDS), max_size=4)


def host_of(card):
    return {"contact": card.get("name"), "email": card.get("email"), "workplace": card.get("workplace")}


def both_writings(interns, hosts):
    round = Round.model_validate(
        {
            "interns": [{"id": f"p{n}", **one} for n, one in enumerate(interns)],
            "hosts": [{"id": f"v{n}", **host_of(one)} for n, one in enumerate(hosts)],
        }
    )
    found = contacts(round)
    assert sorted(contact_pairs(round)) == found
    return found


@pytest.mark.parametrize(
    ("contact", "same"),
    [
        ({"email": "Ane@A.example"}, True),
        ({"email": "ane@a.example", "name": "ane  holm"}, True),
        ({"email": "ane@a.example", "name": "Bo Lund"}, False),  # the office's address
        ({"name": "Ane Holm", "workplace": "aarhus kommune"}, True),
        ({"name": "Ane Holm", "workplace": "Odense Kommune"}, False),  # another of that name
        ({"name": "Ane Holm"}, False),
        ({"workplace": "Aarhus Kommune"}, False),
        ({}, False),
    ],
)
def test_a_contact_is_known_by_the_address_or_by_name_and_workplace(contact, same):
    assert both_writings([ANE], [contact]) == ([("p0", "v0")] if same else [])


def test_a_nameless_intern_is_known_by_the_address():
    assert both_writings([{"email": "ane@a.example"}], [ANE]) == [("p0", "v0")]


def test_what_two_interns_have_in_common_tells_of_neither():
    assert both_writings([ANE, ANE], [ANE, {"email": ANE["email"]}]) == []
    assert both_writings([ANE, {**ANE, "email": None}], [ANE]) == [("p0", "v0")]


def test_one_person_may_be_the_contact_of_several_hosts():
    assert both_writings([ANE], [ANE, {"email": "bo@b.example"}, ANE]) == [("p0", "v0"), ("p0", "v2")]


@given(PEOPLE, PEOPLE)
def test_both_writings_know_the_same_contacts(interns, hosts):
    both_writings(interns, hosts)


WEEKS = ["2026-W37", "2026-W38", "2026-W39"]


@pytest.mark.parametrize(
    ("away", "received", "shared"),
    [
        ([], ["2026-W37"], []),
        (["2026-W38"], [], []),
        ([("2026-W38", 5)], [("2026-W37", 5)], []),  # the one ends as the other begins
        ([("2026-W38", 5)], [("2026-W37", 6)], ["2026-W38"]),
        ([("2026-W37", 6)], [("2026-W37", 6)], ["2026-W37", "2026-W38"]),
        ([("2026-W37", 5)], [("2026-W37", 5), ("2026-W38", 5)], ["2026-W37"]),
    ],
)
def test_a_contact_is_not_away_in_the_week_of_the_hosts_own_visit(away, received, shared):
    interns = [{"id": "p1", **ANE, "days": "5-6"}, {"id": "p2"}, {"id": "p3"}]
    hosts = [{"id": "v1", "contact": ANE["name"], "email": ANE["email"], "visits": 2}, {"id": "v2"}]
    visits = [Visit(host="v2", interns=("p1",), **slot(one)) for one in away]
    visits += [
        Visit(host="v1", interns=(guest,), **slot(one))
        for guest, one in zip(("p2", "p3"), received, strict=False)
    ]
    missed = {("p1", "v1", week): 1 for week in shared}
    for mode, points in (("soft", 7 * len(shared)), ("hard", 0)):
        rules = {"host_present": {"mode": mode, "points": 7}}
        found = both(tiny(interns, hosts, rules, policy={"weeks": WEEKS}), visits)
        assert {one.key: one.amount for one in found.findings if one.rule == "host_present"} == missed
        assert found.points_by_rule["host_present"] == points
        assert found.legal == (mode == "soft" or not shared)


def slot(given):
    week, days = given if isinstance(given, tuple) else (given, 5)
    return {"week": week, "days": days}


def test_without_weeks_nobody_is_known_to_be_away():
    rules = {"host_present": {"mode": "hard"}}
    round = tiny([{"id": "p1", **ANE}, {"id": "p2"}], [{"id": "v1", **host_of(ANE)}, {"id": "v2"}], rules)
    visits = [Visit(host="v1", interns=("p2",)), Visit(host="v2", interns=("p1",))]
    assert both(round, visits).legal


@pytest.mark.parametrize(
    ("mode", "weeks", "placed", "points"),
    [
        ("off", WEEKS[:1], 2, 0),
        ("soft", WEEKS[:1], 2, 30),
        ("hard", WEEKS[:1], 1, 0),
        ("soft", WEEKS[:2], 2, 0),
        ("hard", WEEKS[:2], 2, 0),
    ],
)
def test_the_two_are_given_different_weeks_or_only_one_comes(mode, weeks, placed, points):
    interns = [{"id": "p1", **ANE}, {"id": "p2"}]
    hosts = [{"id": "v1", **host_of(ANE)}, {"id": "v2", "rejects": ["p2"]}]
    rules = {"own_workplace": {"mode": "hard"}, "host_present": {"mode": mode, "points": 30}}
    plan = solve(tiny(interns, hosts, rules, policy={"weeks": weeks}))
    assert plan.status == "optimal"
    assert [aim.value for aim in plan.aims] == [placed, points]


def test_a_round_without_such_a_person_has_no_rows():
    columns = build_columns(random_round(8, 5, 1))
    options = build_options(columns)
    assert len(host_present(columns, options, Places(options.host, options.slot)).lower) == 0
