"""Criteria about columns of your own: witnesses worked by hand, and how they are written."""

from __future__ import annotations

import numpy as np
import pytest

import innopraktik_match as im
from innopraktik_match.domain.criteria import number_in, value_of
from innopraktik_match.domain.policy import Policy
from innopraktik_match.domain.round import Host, Intern
from innopraktik_match.model.matches import apart, word_bits
from tests.test_option_rules import option
from tests.witness import both, tiny


def match(how, mine, theirs, mode="soft", **more):
    """Measure one criterion of 7 points on p1 at v1: (points, whether a hard one is broken)."""
    one = {"intern": "Sprog", "host": "sprog ", "how": how, "mode": mode, "points": 7, **more}
    rule = {"mode": "soft", "criteria": [one]}
    intern, host = ({"extra": {} if text is None else {"SPROG": text}} for text in (mine, theirs))
    return option("match", rule, intern, host)


@pytest.mark.parametrize(
    ("how", "mine", "theirs", "points"),
    [
        ("equal", "Dansk", "dansk ", 0),
        ("equal", "Dansk", "engelsk", 7),
        ("equal", None, "engelsk", 0),  # a blank says nothing
        ("differ", "Dansk", "engelsk", 0),
        ("differ", "Dansk", "DANSK", 7),
        ("differ", "", "", 0),
        ("share", "dansk; tysk", "Tysk, engelsk", 0),
        ("share", "dansk", "engelsk", 7),
        ("share", ";", "engelsk", 0),  # no word at all
        ("at_least", "3", "3", 0),
        ("at_least", "2,5", "3", 7),
        ("at_least", "meget", "3", 0),  # no number
        ("at_most", "3", "3", 0),
        ("at_most", "3,000001", "3", 7),  # a millionth more
    ],
)
def test_two_columns_fit_or_cost_their_points(how, mine, theirs, points):
    assert match(how, mine, theirs) == (points, False)


@pytest.mark.parametrize(
    ("mine", "theirs", "limit", "points"),
    [
        ("10", "12,5", 2.5, 0),  # at the limit
        ("10", "12.6", 2.5, 7),  # one tenth beyond
        ("12,6", "10", 2.5, 7),  # the other way too
        ("2026-09-07", "09-09-2026", 2, 0),  # two days
        ("7.9.2026", "10/9/2026", 2, 7),  # three
        ("7.9.2026 kl. 08.00", "2026-09-09T23:59:59", 2, 0),  # the time of day does not count
        ("31-02-2026", "1", 0, 0),  # no such day
    ],
)
def test_numbers_and_dates_lie_within_a_limit(mine, theirs, limit, points):
    assert match("within", mine, theirs, limit=limit) == (points, False)


def test_a_hard_criterion_forbids_and_one_that_is_off_says_nothing():
    assert match("equal", "a", "b", "hard") == (7, True)
    assert match("equal", "a", "a", "hard") == (0, False)
    assert match("equal", "a", "b", "off") == (0, False)


def test_a_soft_misfit_beside_a_hard_one_that_fits_breaks_nothing():
    soft = {"intern": "a", "host": "a", "points": 2}
    hard = {"intern": "b", "host": "b", "points": 5, "mode": "hard"}
    rule = {"mode": "soft", "criteria": [soft, hard]}
    here = {"extra": {"a": "1", "b": "x"}}
    assert option("match", rule, here, {"extra": {"a": "2", "b": "x"}}) == (2, False)
    assert option("match", rule, here, {"extra": {"a": "2", "b": "y"}}) == (7, True)
    assert option("match", rule, here, {"extra": {"a": "1", "b": "y"}}) == (5, True)


def test_a_column_is_a_field_or_one_of_your_own():
    intern = Intern(id="p1", sector="state", themes=("data", "klima"), max_km=30, extra={"Niveau": "3"})
    assert [value_of(intern, one) for one in ("Sector", "themes", "max_km", "niveau", "region")] == [
        "state",
        "data|klima",
        "30",
        "3",
        "",
    ]
    assert value_of(Host(id="v1", extra={"extra": "x"}), "extra") == "x"


@pytest.mark.parametrize("text", ["", "1e9", "1.2.3", "١٢", "9999999999999", "--3"])
def test_what_is_no_number_is_none(text):
    assert number_in(text) is None


def test_criteria_of_a_policy_are_settings_of_their_rules():
    """The list of criteria is another way to write rules.match and rules.quota."""
    policy = Policy.model_validate(
        {
            "criteria": [
                {"level": "option", "kind": "match", "intern": "a", "host": "b", "mode": "hard"},
                {"level": "round", "kind": "quota", "of": "hosts", "field": "Ejer", "value": "KL", "max": 3},
            ]
        }
    )
    assert policy.rules.match.mode == "soft"
    assert [(one.intern, one.host, one.how, one.mode) for one in policy.rules.match.criteria] == [
        ("a", "b", "equal", "hard")
    ]
    assert policy.rules.quota.limits[0].field == "Ejer"
    assert Policy.model_validate(policy.model_dump()) == policy


@pytest.mark.parametrize(
    "one", [{"kind": "magic"}, {"kind": "match", "level": "visit", "intern": "a", "host": "b"}, "x"]
)
def test_a_criterion_of_no_kind_is_refused(one):
    with pytest.raises(ValueError, match="criteri"):
        Policy.model_validate({"criteria": [one]})


def test_a_quota_counts_any_column():
    """At most one place for beginners: the second of two is left out."""
    people = [{"id": f"p{n}", "extra": {"Niveau": "Ny"}} for n in (1, 2)]
    limit = {"of": "interns", "field": "niveau", "value": "ny", "max": 1}
    round = tiny(people, [{"id": "v1"}, {"id": "v2"}], {"quota": {"mode": "hard", "limits": [limit]}})
    assert im.solve(round).aims[0].value == 1


def test_the_best_plan_follows_the_criteria_and_is_proven():
    """Everybody speaks one language and so does each host: a perfect fit is 0 points."""
    words = ["dansk", "tysk", "polsk"]
    interns = [{"id": f"p{n}", "extra": {"Sprog": words[n]}} for n in range(3)]
    hosts = [{"id": f"v{n}", "extra": {"Sprog": words[2 - n]}} for n in range(3)]
    one = {"kind": "match", "intern": "Sprog", "host": "Sprog", "points": 4}
    round = im.Round.model_validate(
        {"interns": interns, "hosts": hosts, "policy": {"preset": "bare", "criteria": [one]}}
    )
    plan = im.solve(round)
    assert {visit.interns[0]: visit.host for visit in plan.visits} == {"p0": "v2", "p1": "v1", "p2": "v0"}
    assert (plan.status, plan.aims[1].value) == ("optimal", 0)


@pytest.mark.parametrize(
    ("words", "mode", "points", "breach"),
    [
        (["a", "b", "c"], "hard", 0, False),
        (["a", "A ", "b"], "soft", 6, False),  # one repeats
        (["a", "a", "a"], "soft", 12, False),  # two repeat
        (["", "", "a"], "hard", 0, False),  # blanks are not alike
        (["a", "a", "b"], "hard", 6, True),
    ],
)
def test_those_who_come_together_differ_in_a_column(words, mode, points, breach):
    interns = [{"id": f"p{n}", "extra": {"Sprog": word}} for n, word in enumerate(words)]
    one = {"level": "visit", "kind": "mix", "intern": "sprog", "mode": mode, "points": 6}
    policy = {"preset": "bare", "criteria": [one]}
    round = im.Round.model_validate({"interns": interns, "hosts": [{"id": "v1", "max": 3}], "policy": policy})
    score = both(round, [im.Visit(host="v1", interns=("p0", "p1", "p2"))])
    assert (score.points_by_rule["mixed_column"], bool(score.breaches)) == (points, breach)


def test_two_of_a_kind_are_parted_where_they_can_be():
    """Two hosts of two, languages a, a, b, b: mixed pairs cost nothing."""
    interns = [{"id": f"p{n}", "extra": {"Sprog": word}} for n, word in enumerate("aabb")]
    hosts = [{"id": one, "min": 2, "max": 2} for one in ("v1", "v2")]
    policy = {"preset": "bare", "criteria": [{"kind": "mix", "intern": "Sprog", "points": 6}]}
    plan = im.solve(im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy}))
    assert (plan.status, plan.aims[1].value) == ("optimal", 0)
    assert all({one < "p2" for one in visit.interns} == {True, False} for visit in plan.visits)


def test_places_are_even_by_one_column():
    one = {"level": "round", "kind": "even", "host": "Ejer", "limit": 2}
    even = Policy.model_validate({"criteria": [one]}).rules.even
    assert (even.mode, even.column, even.limit) == ("soft", "Ejer", 2)
    with pytest.raises(ValueError, match="one column"):
        Policy.model_validate({"criteria": [one, one]})


def test_words_that_one_side_has_alone_take_no_room():
    """A theme written by each in words of their own: one bit, and nobody shares it."""
    mine, theirs = word_bits([{f"a{n}"} for n in range(300)] + [{"b", "c"}, set()], [{"b"}, {"d"}, set()])
    assert (mine.shape, theirs.shape) == ((302, 1), (3, 1))
    intern, host = np.meshgrid(np.arange(302), np.arange(3), indexing="ij")
    off = apart(mine, theirs, intern.ravel(), host.ravel()).reshape(302, 3)
    assert off[:300].tolist() == [[True, True, False]] * 300
    assert off[300:].tolist() == [[False, True, False], [False] * 3]
    full, _ = word_bits([{f"a{n:02}" for n in range(63)}], [{f"a{n:02}" for n in range(63)}])
    assert full.shape == (1, 2)  # 63 words shared, and a bit for each side
