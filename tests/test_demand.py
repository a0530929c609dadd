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
