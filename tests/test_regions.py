"""The region of a person in a round: one definition, whatever the file, the engine or the checker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from benchmarks.textbook import textbook
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.checker import recount
from innopraktik_match.domain.municipalities import region_named, region_of, regions
from innopraktik_match.domain.round import Round
from innopraktik_match.files import read, read_with_issues, write_round
from innopraktik_match.measuring import score
from innopraktik_match.report.demand import find_demand
from innopraktik_match.texts.issues import issue_lines
from innopraktik_match.validation.faults import find_faults
from tests.strategies import plans, rounds

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = (
    "Region Hovedstaden",
    "Region Sjælland",
    "Region Syddanmark",
    "Region Midtjylland",
    "Region Nordjylland",
)
NAMES = (*BEFORE, "Region Østdanmark", "Østdanmark", "region sjælland", "REGION HOVEDSTADEN", "Midtjylland")
PEOPLE = [
    {"id": "p1", "municipality": "København"},
    {"id": "p2", "municipality": "Roskilde"},
    {"id": "p3", "region": "Region Sjælland"},
    {"id": "p4", "region": "Region Hovedstaden", "municipality": "Odense"},
    {"id": "p5", "municipality": "Aarhus"},
    {"id": "p6"},
]
# how many of them each name counts: p1 and p4 in Hovedstaden, p2 and p3 in Sjælland, p5 in Midtjylland
COUNTED_BEFORE = (2, 2, 0, 1, 0, 0, 0, 2, 2, 1)
COUNTED_SINCE = (4, 4, 0, 1, 0, 4, 4, 4, 4, 1)


def dated(year: int | None, told_by: str) -> dict[str, Any]:
    """Return a round whose year is told in one of three ways, with a quota of nobody on every name."""
    week = [f"{year}-W10"] if year else []
    limits = [{"field": "region", "value": name, "max": 0} for name in NAMES]
    policy: dict[str, Any] = {"rules": {"quota": {"mode": "soft", "points": 1, "limits": limits}}}
    if told_by == "policy.year":
        policy["year"] = year
    if told_by == "policy.weeks":
        policy["weeks"] = week
    people = [{**one, "weeks": week} for one in PEOPLE] if told_by == "people" else PEOPLE
    hosts = [{"id": "v1", "municipality": "Odense", "max": 3, "visits": 1}, {"id": "v2", "max": 3}]
    return {"interns": people, "hosts": hosts, "policy": policy}


YEARS = [
    *((year, way) for year in (2025, 2026, 2027, 2028) for way in ("policy.year", "policy.weeks", "people")),
    (None, ""),
]


def in_every_form(given: dict[str, Any], folder: Path) -> dict[str, Round]:
    """Return the same round as an object, and read from JSON, a workbook, CSV files and data frames."""
    import pandas as pd

    round = Round.model_validate(given)
    for name in ("r.json", "r.xlsx", "files"):
        write_round(round, folder / name)
    interns, hosts = (
        pd.DataFrame([one.model_dump(mode="json") for one in side]).drop(columns="extra")
        for side in (round.interns, round.hosts)
    )
    return {
        "object": round,
        "json": read(folder / "r.json"),
        "xlsx": read(folder / "r.xlsx"),
        "csv": read(folder / "files"),
        "frames": Round.from_frames(interns, hosts, policy=given["policy"]),
    }


@pytest.mark.parametrize(("year", "told_by"), YEARS)
def test_a_round_has_one_answer_in_every_form_and_every_year(tmp_path, year, told_by):
    answers = {}
    for form, round in in_every_form(dated(year, told_by), tmp_path).items():
        assert round.year == year
        plan = im.solve(round)
        assert len(plan.unplaced) == 0
        found = im.score(round, plan)
        over = {one.key: one.amount for one in found.findings if one.rule == "quota"}
        counted = tuple(over.get((str(number),), 0) for number in range(len(NAMES)))
        assert counted == (COUNTED_SINCE if year and year >= 2027 else COUNTED_BEFORE)
        assert textbook(round)[1] == {aim.aim: aim.value for aim in plan.aims}
        answers[form] = (plan.status, plan.aims, plan.visits, find_demand(round).by_region)
    assert all(answer == answers["object"] for answer in answers.values())


@pytest.mark.parametrize(
    ("year", "name", "placed"),
    [
        (2026, "Region Østdanmark", 6),  # there is none in 2026
        (2027, "Region Østdanmark", 2),  # p5 and p6
        (2026, "Region Sjælland", 4),
        (2027, "Region Sjælland", 2),
        (2027, "Region Midtjylland", 5),
    ],
)
def test_a_hard_quota_leaves_out_as_many_from_every_kind_of_file(tmp_path, year, name, placed):
    given = dated(year, "policy.year")
    limits = [{"field": "region", "value": name, "max": 0}]
    given["policy"]["rules"]["quota"] = {"mode": "hard", "limits": limits}
    found = {form: im.solve(round).aims[0].value for form, round in in_every_form(given, tmp_path).items()}
    assert found == dict.fromkeys(found, placed)


@pytest.mark.parametrize(
    ("policy", "weeks", "year"),
    [
        ({}, [], None),
        ({"year": 2027}, [], 2027),
        ({"year": 2026}, ["2027-W02"], 2026),  # the policy's own word wins
        ({"weeks": ["2027-W01", "2026-W53"]}, [], 2026),  # 28 December 2026 comes first
        ({"weeks": ["2027-W01"]}, ["2026-W50"], 2027),  # week 50 is no week of this round
        ({}, ["2027-W02", "2026-W53"], 2026),
        ({}, ["2027-W01"], 2027),  # 4 January 2027
    ],
)
def test_the_year_is_the_policys_or_that_of_the_first_week(policy, weeks, year):
    round = Round.model_validate({"interns": [{"id": "p1", "weeks": weeks}], "policy": policy})
    assert round.year == year


@pytest.mark.parametrize(
    ("given", "town", "year", "region"),
    [
        (None, "København", 2026, "Region Hovedstaden"),
        (None, "København", 2027, "Region Østdanmark"),
        (None, "København", None, "Region Hovedstaden"),
        (None, "Roskilde Kommune", 2028, "Region Østdanmark"),
        (None, "Aarhus", 2027, "Region Midtjylland"),
        ("Region Sjælland", "Aarhus", 2026, "Region Sjælland"),  # what is given goes before the municipality
        ("Region Sjælland", "Aarhus", 2027, "Region Østdanmark"),
        ("sjaelland", None, 2027, "Region Østdanmark"),
        ("region østdanmark", None, 2027, "Region Østdanmark"),
        (" ", "Odense", 2027, "Region Syddanmark"),
        ("Skåne", "Odense", 2027, "Skåne"),
        (None, "Malmö", 2027, ""),
        (None, None, 2027, ""),
    ],
)
def test_the_region_of_a_person(given, town, year, region):
    person = im.Intern(id="p1", region=given, municipality=town)
    assert region_of(person, year) == region


def faults(
    year: int | None, region: str | None = None, quota: str | None = None
) -> list[tuple[str, str, Any]]:
    policy: dict[str, Any] = {"year": year}
    if quota:
        policy["rules"] = {"quota": {"limits": [{"field": "region", "value": quota, "max": 1}]}}
    towns = ("København", "Aarhus")
    interns = [
        {"id": town, "municipality": town, "region": region, "sector": "state", "workplace": town}
        for town in towns
    ]
    round = Round.model_validate(
        {
            "interns": interns[: 1 if region else 2],
            "hosts": [{"id": "v1", "municipality": "Odense", "sector": "region", "workplace": "B"}],
            "policy": policy,
        }
    )
    found = find_faults(round)
    assert all(issue_lines([one], lang) for one in found for lang in ("da", "en"))
    return [(one.code, one.severity, one.values.get("expected")) for one in found]  # noqa: PD011


@pytest.mark.parametrize(
    ("year", "name", "expected"),
    [
        (2026, "Region Sjælland", []),
        (2026, "østdanmark", [("region_not_yet", "error", BEFORE)]),
        (None, "Region Østdanmark", [("region_not_yet", "error", BEFORE)]),
        (2027, "Østdanmark", []),
        (2027, "Sjælland", [("region_renamed", "info", ("Region Østdanmark",))]),
        (2026, "Skåne", [("region_unknown", "error", BEFORE)]),
        (2027, "Skåne", [("region_unknown", "error", regions(2027))]),
    ],
)
def test_a_given_region_of_other_years_is_told(year, name, expected):
    assert faults(year, region=name) == expected


@pytest.mark.parametrize(
    ("year", "name", "expected"),
    [
        (2026, "hovedstaden", []),
        (2026, "Region Sjælland", [("quota_value_unknown", "warning", None)]),  # nobody is from there
        (2026, "Region Østdanmark", [("region_not_yet", "warning", BEFORE)]),
        (None, "Region Østdanmark", [("region_not_yet", "warning", BEFORE)]),
        (2027, "Østdanmark", []),
        (2027, "Region Sjælland", [("region_renamed", "warning", ("Region Østdanmark",))]),
        (2027, "Skåne", [("quota_value_unknown", "warning", None)]),
    ],
)
def test_a_quota_on_a_region_of_other_years_is_told(year, name, expected):
    assert faults(year, quota=name) == expected


def test_an_old_name_in_a_quota_is_told_with_the_region_that_took_its_place(tmp_path):
    write_round(Round.model_validate(dated(2027, "policy.year")), tmp_path / "files")
    told = [issue_lines([one], "da")[0] for one in read_with_issues(tmp_path / "files")[1]]
    assert any(
        "rules.quota.limits.1«" in line and "Region Hovedstaden" in line and "Region Østdanmark" in line
        for line in told
    )


@st.composite
def rounds_of_regions(draw: st.DrawFn, any_name: bool) -> Round:
    """Draw a round with given regions, quotas on regions, and a year told in any way."""
    given = draw(rounds(most_interns=5, most_hosts=3, aims=False)).model_dump(mode="json")
    year = draw(st.sampled_from([None, 2026, 2027]))
    given["policy"]["year"] = year
    given["locks"] = []
    names = st.sampled_from([name for name in NAMES if any_name or region_named(name, year)])
    for person in given["interns"] + given["hosts"]:
        person["region"] = draw(st.none() | names)
    limit = st.fixed_dictionaries(
        {
            "of": st.sampled_from(["interns", "hosts"]),
            "field": st.just("region"),
            "value": st.sampled_from(NAMES),
            "min": st.sampled_from([None, 0, 1]),
            "max": st.integers(1, 2),
        }
    )
    mode = draw(st.sampled_from(["soft", "hard"]))
    given["policy"]["rules"]["quota"] = {
        "mode": mode,
        "points": 3,
        "limits": draw(st.lists(limit, max_size=3)),
    }
    return Round.model_validate(given)


@given(st.data())
def test_rules_and_checker_count_the_same_regions(data):
    round = data.draw(rounds_of_regions(any_name=True))
    visits = data.draw(plans(round))
    assert score(round, visits) == recount(round, visits)


@profile(max_examples=max(60, profile().max_examples // 20))
@given(rounds_of_regions(any_name=False))
def test_engine_and_textbook_count_the_same_regions(round):
    plan = im.solve(round)
    status, aims, _ = textbook(round)
    assert (status, aims) == (plan.status, {aim.aim: aim.value for aim in plan.aims})
