"""People against places, in lines that a coordinator can act on."""

from __future__ import annotations

import pytest

from innopraktik_match.domain.round import Round
from innopraktik_match.report.demand import find_demand
from innopraktik_match.report.demand_lines import demand_lines

ROUND = Round.model_validate(
    {
        "interns": [
            {"id": f"p{n}", "sector": "state", "municipality": town, "days": "1-3"}
            for n, town in enumerate(["Odense", "Odense", "Odense", "Aarhus"])
        ],
        "hosts": [
            {"id": "v1", "sector": "region", "municipality": "Odense", "days": "2-3"},
            {"id": "v2", "sector": "region", "municipality": "Aarhus", "days": "2-3"},
        ],
        "policy": {"preset": "bare"},
    }
)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        (
            "da",
            "  Regioner med færre pladser end praktikanter (pladser pr. praktikant): Region Syddanmark (0,3).",
        ),
        ("en", "  Regions with fewer places than interns (places per intern): Region Syddanmark (0.3)."),
    ],
)
def test_a_shortage_names_the_regions_and_no_length_that_others_can_replace(lang, line):
    demand = find_demand(ROUND)
    assert demand.shortage is not None
    assert demand.by_days["1"].places == 0
    assert line in demand_lines(ROUND, demand, lang)


def two(intern, *hosts):
    """A round of one intern, called Dorte, and hosts in Aarhus."""
    return Round.model_validate(
        {
            "interns": [{"id": "P4", "name": "Dorte Holm", "municipality": "Odense", **intern}],
            "hosts": [{"municipality": "Aarhus", **host} for host in hosts],
        }
    )


def test_who_is_hard_to_place_is_told_by_name_and_why():
    round = two(
        {"max_km": 20, "workplace": "DMI"},
        {"id": "V6", "name": "Roskilde Festival-gruppen"},
        {"id": "V7"},
        {"id": "V8", "name": "DMI", "workplace": "DMI", "municipality": "Odense"},
    )
    demand = find_demand(round)
    danish, english = (demand_lines(round, demand, lang) for lang in ("da", "en"))
    assert "    Dorte Holm (P4): ingen" in danish
    assert "      2 værter er udelukket: for langt væk (praktikanten vil højst rejse 20 km)" in danish
    assert "      DMI (V8) er udelukket: praktikantens egen arbejdsplads" in danish
    assert "      2 hosts ruled out: too far away (the intern travels at most 20 km)" in english


def test_days_that_do_not_fit_are_told_for_both():
    round = two({"days": "1-2"}, {"id": "V6", "name": "Festivalen", "days": "5-6"})
    why = "antallet af dage passer ikke (praktikanten: 1-2 dage, værten: 5-6 dage)"
    assert f"      Festivalen (V6) er udelukket: {why}" in demand_lines(round, find_demand(round), "da")


def test_a_shortage_says_how_many_share_what_and_where_the_rest_are():
    lines = demand_lines(ROUND, find_demand(ROUND), "da")
    assert "  Mindst 2 kan ikke få et besøg: 4 praktikanter skal deles om 2 pladser hos 2 værter." in lines
    assert any(line.endswith("Resten kommer i planens ark »Ikke placeret«.") for line in lines)


def test_one_of_a_kind_is_told_in_the_singular():
    round = Round.model_validate({"interns": [{"id": "p1"}, {"id": "p2"}], "hosts": [{"id": "v1"}]})
    demand = find_demand(round)
    danish, english = (demand_lines(round, demand, lang) for lang in ("da", "en"))
    assert "  Mindst 1 kan ikke få et besøg: 2 praktikanter skal deles om 1 plads hos 1 vært." in danish
    assert "  At least 1 cannot get a visit: 2 interns share 1 place at 1 host." in english
