"""A local supplement, and a year on request: small cases worked by hand, and the examples as handed out."""

from __future__ import annotations

import json
import runpy
import shutil

import pytest

import innopraktik_match as im
from innopraktik_match.programme.on_request import arrivals, year_of
from innopraktik_match.programme.supplement import find_area, find_outcomes, not_at_home
from tests.test_years_cli import EXAMPLES, run

POOL = EXAMPLES / "paa_forespoergsel.xlsx"
ROUND_2017 = EXAMPLES / "runde_2017.xlsx"
TWO = im.Round.model_validate(
    {
        "interns": [
            {"id": "p1", "municipality": "Odense", "wishes": ["v1"]},
            {"id": "p2", "municipality": "Aarhus", "wishes": ["v1"], "rejects": ["v2"]},
        ],
        "hosts": [{"id": "v1", "municipality": "Odense"}, {"id": "v2", "municipality": "Aarhus"}],
        "policy": {
            "preset": "bare",
            "rules": {"intern_wishes": {"mode": "soft", "points": [0], "unlisted": 5}},
        },
    }
)


# -- the local supplement -------------------------------------------------------------------


def test_the_order_of_two_rounds_has_a_cost():
    """Only p2 at v1 and p1 at v2 places both (5 points). The local round alone puts p1 at v1, and p2 nowhere.

    The national one alone has p2 and v2, which refuse each other; so nothing is fixed and both are placed.
    """
    area = find_area(TWO, ["Odense"])
    assert (area.interns, area.hosts) == ({"p1"}, {"v1"})
    found = {one.way: one for one in find_outcomes(TWO, area)}
    assert {way: (one.placed, one.local_at_home, one.points) for way, one in found.items()} == {
        "together": (2, 0, 5),
        "local_first": (1, 1, 0),
        "national_first": (2, 0, 5),
    }
    assert {way: one.moved for way, one in found.items()} == {
        "together": 0,
        "local_first": 2,  # p1 has another host, p2 none
        "national_first": 0,
    }
    assert all(im.check(TWO, one.plan).proven for one in found.values())


def test_an_area_takes_hosts_around_it():
    """Odense - Aarhus is between 100 and 200 km by road."""
    assert find_area(TWO, ["Odense"], 100).hosts == {"v1"}
    assert find_area(TWO, ["Odense"], 200).hosts == {"v1", "v2"}
    assert find_area(TWO, ["Region Syddanmark", "Aarhus"]).interns == {"p1", "p2"}


def test_nobody_visits_their_own_municipality_where_that_is_asked():
    area = find_area(TWO, ["Odense"])
    bans = not_at_home(TWO, area)
    assert [(one.intern, one.host) for one in bans] == [("p1", "v1")]
    local = find_outcomes(TWO, area, bans)[1]
    assert (local.placed, local.local_at_home) == (2, 0)
    assert im.check(TWO, local.plan).proven


@pytest.mark.parametrize(
    ("place", "code"), [("Mars", "area_unknown"), ("Skagen", "area_empty"), ("Vejle", "area_empty")]
)
def test_an_area_without_people_is_told(place, code):
    with pytest.raises(im.RoundError) as refused:
        find_area(TWO, [place])
    assert [issue.code for issue in refused.value.issues] == [code]


def test_the_supplement_of_2017_is_a_plan_like_any_other(tmp_path):
    plan = tmp_path / "plan.xlsx"
    words = ("--area", "Region Syddanmark", "--within", "40", "--not-home", "--way", "local_first")
    told = json.loads(run("supplement", ROUND_2017, *words, "-o", plan, "--json").stdout)
    assert told["area"] == {"interns": 18, "all_interns": 72, "hosts": 14, "all_hosts": 51}
    ways = {one["way"]: one for one in told["ways"]}
    assert {one["placed"] for one in ways.values()} == {72}
    assert ways["together"]["points"] <= min(one["points"] for one in ways.values())
    assert "Beviset holder" in run("verify", plan, ROUND_2017).stderr
    assert "Region" in run("supplement", ROUND_2017, "--area", "Mars", code=3).stderr


# -- a year on request ----------------------------------------------------------------------


def pool(requests, hosts, weeks):
    """Return a year in which each request is dated."""
    interns = [{"id": one, "extra": {"Tilmeldt": f"2026-W{week:02d}"}} for one, week in requests.items()]
    policy = {"preset": "bare", "year": 2026, "weeks": [f"2026-W{week:02d}" for week in weeks]}
    return im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy})


@pytest.mark.parametrize(("every", "median", "longest"), [(1, 0, 0), (2, 0.5, 1)])
def test_waiting_is_counted_from_the_request_to_its_batch(every, median, longest):
    """Two visits for three: p1 of week 8 at once; of week 9 one, at once or in the batch of week 10."""
    hosts = [{"id": "v1", "visits": 2}]
    found = year_of(pool({"p1": 8, "p2": 9, "p3": 9}, hosts, range(8, 16)), every)
    assert (found.requests, found.placed, found.open) == (3, 2, 1)
    assert (found.median_wait, found.longest_wait, found.visits, found.seats) == (median, longest, 2, 2)


def test_whoever_has_waited_longest_comes_first():
    """The host receives in week 20, which is first offered in week 11: then p1 has waited 3 weeks, p2 none."""
    hosts = [{"id": "v1", "weeks": ["2026-W20"]}]
    for first, second in (("p1", "p2"), ("p2", "p1")):
        found = year_of(pool({first: 8, second: 11}, hosts, range(8, 21)), 1)
        assert (found.placed, found.longest_wait) == (1, 3)


def test_what_is_agreed_stays_and_no_week_is_used_twice():
    """One week, two requests a week apart: the first has it, and nobody else gets it."""
    hosts = [{"id": "v1", "visits": 9, "weeks": ["2026-W12"]}]
    assert year_of(pool({"p1": 8, "p2": 9}, hosts, range(8, 14)), 1).placed == 1


def test_requests_without_a_date_are_drawn_from_the_seed():
    round = im.Round.model_validate(
        {"interns": [{"id": f"p{n}"} for n in range(30)], "hosts": [{"id": "v1"}]}
    )
    weeks = [f"2026-W{week:02d}" for week in range(1, 53)]
    one, same, other = (arrivals(round, weeks, seed) for seed in (1, 1, 2))
    assert one == same != other
    assert all(0 <= week < 50 for week in one.values())


def test_a_year_from_its_workbook(tmp_path, monkeypatch):
    for script in ("on_request.py", "five_years.py", "reconstruction.py"):
        shutil.copy(EXAMPLES / script, tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    runpy.run_path(str(tmp_path / "on_request.py"), run_name="__main__")
    assert im.read(tmp_path / POOL.name) == im.read(POOL)
    found = json.loads(run("requests", POOL, "--every", "2", "--every", "4", "--json").stdout)["years"]
    assert [(one["every"], one["requests"], one["placed"] + one["open"]) for one in found] == [
        (2, 90, 90),
        (4, 90, 90),
    ]
    assert found[0]["median_wait"] <= found[1]["median_wait"]


def test_a_round_of_one_week_is_no_year_on_request():
    assert "for få uger" in run("requests", EXAMPLES / "private_2019.xlsx", code=3).stderr
