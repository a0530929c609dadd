"""Criteria about those who come together: witnesses worked by hand, and how they are written."""

from __future__ import annotations

import pytest

import innopraktik_match as im
from innopraktik_match.domain.policy import Policy
from innopraktik_match.domain.rulebook.criterion_settings import VisitMatch, VisitMatches
from innopraktik_match.domain.rulebook.worst_cases import each_in_company
from innopraktik_match.model.rules.visit_match import dearest_company
from innopraktik_match.texts.criteria import criterion_words
from tests.test_criteria_files import sheet
from tests.witness import both


def together(cells, kind, mode="soft", groups=None, **more):
    """Measure one criterion of 6 points on a visit: (points, whether it is broken)."""
    groups = groups or [None] * len(cells)
    interns = [
        {"id": f"p{n}", "extra": {"X": cell}, "group": group}
        for n, (cell, group) in enumerate(zip(cells, groups, strict=True))
    ]
    one = {"level": "visit", "kind": kind, "intern": "x", "mode": mode, "points": 6, **more}
    rules = {"capacity": {"limit": 4}, "together": {"mode": "hard"}}
    policy = {"preset": "bare", "rules": rules, "criteria": [one]}
    round = im.Round.model_validate({"interns": interns, "hosts": [{"id": "v1", "max": 4}], "policy": policy})
    score = both(round, [im.Visit(host="v1", interns=tuple(f"p{n}" for n in range(len(cells))))])
    return score.points_by_rule["visit_match"], bool(score.breaches)


@pytest.mark.parametrize(
    ("cells", "more", "points"),
    [
        (["a", "A ", "a"], {}, 0),
        (["a", "a", "b"], {}, 12),  # two pairs of three differ
        (["a", "b", "c"], {}, 18),  # all three
        (["a", "", "b"], {}, 6),  # a blank says nothing
        (["a; b", "b; c"], {"how": "share"}, 0),
        (["a; b", "b; c", "c"], {"how": "share"}, 6),  # the first and the last
        (["3", "5"], {"how": "within", "limit": 2}, 0),  # at the limit
        (["3", "5,1"], {"how": "within", "limit": 2}, 6),  # a tenth beyond
        (["3", "mange"], {"how": "within"}, 0),  # no number
    ],
)
def test_those_who_come_together_agree(cells, more, points):
    assert together(cells, "alike", **more) == (points, False)
    assert together(cells, "alike", "hard", **more) == (points, points > 0)


@pytest.mark.parametrize(
    ("cells", "more", "points"),
    [
        (["a"], {}, 0),  # whoever comes alone has nobody to be alone among
        (["a", "a", "b", "b"], {}, 0),
        (["a", "a", "b"], {}, 6),
        (["a", "b"], {}, 12),  # both
        (["a", "", ""], {}, 6),
        (["a", "a", "b"], {"value": "A"}, 0),
        (["a", "b", "b"], {"value": "A"}, 6),
    ],
)
def test_nobody_is_the_only_one_of_a_kind(cells, more, points):
    assert together(cells, "not_alone", **more) == (points, False)
    assert together(cells, "not_alone", "hard", **more) == (points, points > 0)


@pytest.mark.parametrize(
    ("cells", "points"),
    [
        (["1", "6"], 0),  # five apart: at the limit
        (["1", "5,9"], 6),  # a tenth less
        (["1", "3", "6"], 0),  # the lowest and the highest count
        (["1"], 0),
        (["1", "ny"], 0),  # one number is not compared
    ],
)
def test_numbers_lie_far_apart(cells, points):
    assert together(cells, "spread", limit=5) == (points, False)
    assert together(cells, "spread", "hard", limit=5) == (points, points > 0)


@pytest.mark.parametrize(
    ("cells", "points"),
    [
        (["1", "6"], 0),  # 3.5: at the limit
        (["1", "6,1"], 6),  # a twentieth beyond
        (["6", "1", "1,5"], 0),  # 2.8
        (["0", "0,9"], 6),  # 0.45: below by more than 1
        (["9"], 0),  # nobody to make up for it
        (["9", "ny"], 0),  # one number is no average
        (["1", "6", "ny"], 0),  # text does not count
    ],
)
def test_the_average_is_near_the_value(cells, points):
    assert together(cells, "average", limit=1, value="2,5") == (points, False)
    assert together(cells, "average", "hard", limit=1, value=2.5) == (points, points > 0)


def test_the_average_of_the_farthest_numbers_is_exact():
    """The two highest make up for the two lowest; a millionth less is a quarter of one on average."""
    most = "1000000000000"
    assert together([f"-{most}", f"-{most}", most, most], "average", value=0) == (0, False)
    assert together([f"-{most}", f"-{most}", most, "999999999999,999999"], "average", value=0) == (6, False)
    assert together([most] * 4, "average", value=-(10**9), limit=10**9) == (6, False)


@pytest.mark.parametrize("value", [None, "mange", 10**9 + 1, True])
def test_an_average_needs_a_number_to_be_near(value):
    with pytest.raises(ValueError, match="value"):
        VisitMatch.model_validate({"kind": "average", "column": "Alder", "value": value})


def test_the_teams_of_the_best_plan_have_the_same_average():
    """Levels 1, 2, 4, 5 and two hosts of two: 1 with 5 and 2 with 4, both 3 on average."""
    interns = [{"id": f"p{level}", "extra": {"Niveau": level}} for level in "1245"]
    hosts = [{"id": one, "min": 2, "max": 2} for one in ("v1", "v2")]
    one = {"kind": "average", "intern": "Niveau", "value": 3, "mode": "hard"}
    policy = {"preset": "bare", "criteria": [one]}
    plan = im.solve(im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy}))
    assert (plan.status, plan.aims[0].value) == ("optimal", 4)
    assert {visit.interns for visit in plan.visits} == {("p1", "p5"), ("p2", "p4")}


@pytest.mark.parametrize(
    ("kind", "cells", "points"),
    [
        ("alike", ["a", "b"], 0),  # a group of two is one unit
        ("alike", ["a", "b", "a"], 6),  # the third differs from the second
        ("not_alone", ["a", "b"], 0),
        ("not_alone", ["a", "b", "a"], 6),  # b is alone now
        ("spread", ["1", "1"], 0),
        ("spread", ["1", "1", "2"], 6),  # less than five apart
        ("average", ["9", "9"], 0),
        ("average", ["9", "9", "9"], 6),  # six from the 3
    ],
)
def test_those_who_signed_up_together_are_not_compared(kind, cells, points):
    groups = ["g", "g", None][: len(cells)]
    more = {"limit": 5} | ({"value": 3} if kind == "average" else {})
    assert together(cells, kind, groups=groups, **more) == (points, False)


def test_several_columns_can_be_mixed_and_the_first_is_the_rule_of_old():
    one = {"kind": "mix", "intern": "a"}
    rules = Policy.model_validate({"criteria": [one, {**one, "intern": "b", "points": 3}]}).rules
    assert (rules.mixed_column.column, rules.mixed_column.points) == ("a", 10)
    assert rules.visit_match.criteria == (VisitMatch(kind="mix", column="b", points=3),)


def test_a_second_mixed_column_counts_as_the_first():
    """Cells a, a, a: two repeat, 12 points, in whatever rule."""
    interns = [{"id": f"p{n}", "extra": {"X": "a"}} for n in range(3)]
    one = {"kind": "mix", "intern": "x", "points": 6}
    policy = {"preset": "bare", "criteria": [one, one]}
    round = im.Round.model_validate({"interns": interns, "hosts": [{"id": "v1", "max": 3}], "policy": policy})
    score = both(round, [im.Visit(host="v1", interns=("p0", "p1", "p2"))])
    assert score.points_by_rule["mixed_column"] == score.points_by_rule["visit_match"] == 12


def test_the_best_plan_leaves_nobody_alone_and_is_proven():
    """Two women, two men, two hosts of two: each kind to a host of its own."""
    interns = [{"id": f"p{n}", "extra": {"Køn": word}} for n, word in enumerate("kkmm")]
    hosts = [{"id": one, "min": 2, "max": 2} for one in ("v1", "v2")]
    policy = {"preset": "bare", "criteria": [{"kind": "not_alone", "intern": "Køn", "mode": "hard"}]}
    plan = im.solve(im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy}))
    assert (plan.status, plan.aims[0].value) == ("optimal", 4)
    assert {visit.interns for visit in plan.visits} == {("p0", "p1"), ("p2", "p3")}


def test_what_two_break_a_third_and_a_fourth_may_mend():
    """Of two or three some are alone, which is forbidden; of all four nobody is."""
    interns = [{"id": f"p{n}", "extra": {"Køn": word}} for n, word in enumerate("kmkm")]
    one = {"kind": "not_alone", "intern": "Køn", "mode": "hard"}
    policy = {"preset": "bare", "rules": {"capacity": {"limit": 4}}, "criteria": [one]}
    hosts = [{"id": "v1", "min": 2, "max": 4}]
    plan = im.solve(im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy}))
    assert (plan.status, plan.aims[0].value) == ("optimal", 4)


def test_the_sheet_of_criteria_names_the_kinds_in_danish(tmp_path):
    rules, told = sheet(
        tmp_path,
        ["ikke alene", "Sprog", None, None, "fast", None, None],
        ["spredt", "Alder", None, None, None, 4, 5],
        ["ens i besøget", "Sprog", "fælles ord", None, "blød", 3, None],
    )
    assert told == []
    assert rules.visit_match.criteria == (
        VisitMatch(kind="alike", column="Sprog", how="share", points=3),
        VisitMatch(kind="not_alone", column="Sprog", mode="hard"),
        VisitMatch(kind="spread", column="Alder", points=4, limit=5),
    )


def test_the_sheet_of_criteria_has_a_column_for_the_value_to_be_near(tmp_path):
    rows = [["gennemsnit", "Alder", None, None, None, None, 2, value] for value in (40.5, "40,5", "mange")]
    assert sheet(tmp_path, *rows, more=["Værdi"]) == (None, [("criterion_unreadable", "B4")])
    rules, told = sheet(tmp_path, *rows[:2], more=["Værdi"])
    assert told == []
    near = [VisitMatch(kind="average", column="Alder", limit=2, value=one) for one in ("40.5", "40,5")]
    assert rules.visit_match.criteria == tuple(near)


@pytest.mark.parametrize(
    ("one", "da"),
    [
        ({"kind": "alike", "column": "X"}, "i et besøg har alle det samme i »X« (10 point)"),
        (
            {"kind": "not_alone", "column": "Køn", "value": "kvinde", "mode": "hard"},
            "i et besøg er ingen alene om »kvinde« i »Køn« (fast)",
        ),
        (
            {"kind": "spread", "column": "År", "limit": 2.5},
            "i et besøg er der mindst 2,5 fra den laveste til den højeste i »År« (10 point)",
        ),
        (
            {"kind": "average", "column": "År", "limit": 1.5, "value": 4},
            "i et besøg er gennemsnittet af »År« højst 1,5 fra 4 (10 point)",
        ),
    ],
)
def test_a_criterion_is_spelt_out(one, da):
    assert criterion_words(VisitMatch.model_validate(one).model_dump(), "da") == da


@pytest.mark.parametrize("one", [{"kind": "alike"}, {"kind": "spread", "intern": "a", "host": "b"}])
def test_a_faulty_criterion_about_a_visit_is_told(tmp_path, one):
    words = "\n".join(f'{name} = "{word}"' for name, word in one.items())
    (tmp_path / "policy.toml").write_text(f"[[criteria]]\n{words}\n", "utf-8")
    (tmp_path / "interns.csv").write_text("Id\np1\n", "utf-8")
    (tmp_path / "hosts.csv").write_text("Id\nv1\n", "utf-8")
    round, issues = im.read_with_issues(tmp_path)
    assert round is None
    assert [issue.code for issue in issues if issue.severity == "error"] == ["criterion_unreadable"]


@pytest.mark.parametrize(
    ("kind", "points"), [("alike", 15), ("mix", 6), ("not_alone", 6), ("spread", 1), ("average", 1)]
)  # 15 pairs of six
def test_the_most_that_six_can_cost_is_counted_by_kind(kind, points):
    one = {"kind": kind, "column": "Sprog", "mode": "soft", "points": 7, "value": "1"}
    off = {**one, "kind": "alike", "mode": "off"}
    rule = VisitMatches.model_validate({"mode": "soft", "criteria": [one, off]})
    assert dearest_company(rule, 6) == 7 * points


@pytest.mark.parametrize(("kind", "points"), [("alike", 3), ("mix", 1), ("not_alone", 1), ("spread", 1)])
def test_the_most_that_each_of_six_can_share_is_counted_by_kind(kind, points):
    """15 pairs shared by six are three each, rounded up; of the others each is one at most."""
    one = {"kind": kind, "column": "Sprog", "mode": "soft", "points": 7}
    rule = VisitMatches.model_validate({"mode": "soft", "criteria": [one, {**one, "mode": "off"}]})
    round = im.Round.model_validate({"interns": [{"id": "p1"}, {"id": "p2"}]})
    assert each_in_company(rule, round) == [7 * points] * 2
