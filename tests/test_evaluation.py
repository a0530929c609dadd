"""What came of a round: every figure of a small survey worked by hand."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

import innopraktik_match as im
from innopraktik_match.years.outcome_lines import outcome_lines, outcome_workbook, plain_outcomes
from innopraktik_match.years.outcomes import find_outcomes
from innopraktik_match.years.proportions import newcombe, wilson
from innopraktik_match.years.suggestion import effect_of, suggested_rules
from innopraktik_match.years.survey import read_survey

if TYPE_CHECKING:
    from pathlib import Path

ROUND = im.Round.model_validate(
    {
        "interns": [
            {"id": "p1", "name": "Anna Ask", "email": "anna@x.dk", "sector": "state", "wishes": ["v1"]},
            {"id": "p2", "name": "Bo Bech", "sector": "region", "wishes": ["v2", "v1"], "themes": ["data"]},
            {"id": "p3", "name": "Cleo Dam", "sector": "state", "wishes": ["v1"], "municipality": "Aarhus"},
            {"id": "p4", "name": "Dan Elm", "municipality": "Aarhus"},
            {"id": "p5", "name": "Eva Fog", "sector": "state", "wishes": ["v1"]},
        ],
        "hosts": [
            {"id": "v1", "name": "DMI", "sector": "state", "max": 3, "themes": ["Data"], "email": "dmi@x.dk"},
            {"id": "v2", "name": "Randers Bibliotek", "sector": "municipality", "municipality": "Randers"},
            {"id": "v3", "name": "Skagen Museum", "municipality": "Frederikshavn"},
        ],
        "policy": {"year": 2026, "weeks": ["2026-W37"]},
    }
)
PLAN = im.Plan.model_validate(
    {
        "visits": [
            {"host": "v1", "week": "2026-W37", "days": 3, "interns": ["p1", "p2"]},
            {"host": "v2", "week": "2026-W37", "days": 4, "interns": ["p3"]},
            {"host": "v3", "week": "2026-W37", "days": 5, "interns": ["p4"]},
            {"host": "v1", "week": "2026-W37", "days": 3, "interns": ["p5"], "status": "declined"},
        ]
    }
)
SURVEY = """\
Evaluering;;;;
Din e-mail;Navn;Har I brugt noget konkret?;Hvordan?;Vil I anbefale det?;Er I stadig i kontakt?
anna@x.dk;;Ja;Nyt skema;Ja;Nej
;bo bech;Nej;;ja;nej
;p3;I høj grad;;Ja.;ved ikke
;Dan Elm;Slet ikke;;måske;Ja
dmi@x.dk;;ja;;ja;
;;Ja;;Ja;
;Bo Bech;Ja;;ja;ja
;;;;;
"""


@pytest.fixture
def found(tmp_path: Path):
    path = tmp_path / "svar.csv"
    path.write_text(SURVEY.replace("Evaluering;;;;", "Evaluering;;;;;"), "utf-8")
    return find_outcomes(ROUND, PLAN, read_survey(path, ROUND))


def test_who_answered_is_counted_once(found):
    """Bo answered twice: the last one counts. One answer is nobody's. Eva's visit was declined."""
    assert found.people == {"interns": 4, "hosts": 3}
    assert found.answered == {"interns": 4, "hosts": 1}
    assert (found.unknown, found.unclear, found.several) == (1, 1, 0)


@pytest.mark.parametrize(
    ("side", "question", "yes", "answers"),
    [
        ("interns", "used", 3, 4),  # Anna, Bo (the second time) and p3; not Dan
        ("interns", "recommend", 3, 3),  # Dan's "måske" is neither
        ("interns", "contact", 2, 3),  # Bo and Dan; p3 does not know
        ("hosts", "used", 1, 1),
        ("all", "used", 5, 6),
        ("all", "contact", 2, 3),
    ],
)
def test_shares_are_of_those_who_answered(found, side, question, yes, answers):
    assert found.shares[side, question][:2] == (yes, answers)


def test_the_interval_of_three_in_four_by_hand():
    """Middle (0.75 + 3.8415/8) / 1.96037 = 0.62753, half 1.95996 x sqrt(0.10690) / 1.96037 = 0.32689."""
    share = wilson(3, 4)
    assert (share.share, round(share.low, 4), round(share.high, 4)) == (0.75, 0.3006, 0.9544)


def test_nobody_answering_says_nothing():
    assert wilson(0, 0) == (0, 0, 0.0, 1.0)
    assert newcombe(wilson(0, 0), wilson(3, 4))[1:] == (-1.0, 1.0)


@given(st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share_and_mirrors(given_):
    yes, answers = given_
    one, other = wilson(yes, answers), wilson(answers - yes, answers)
    assert 0 <= one.low <= one.share + 1e-12
    assert one.share - 1e-12 <= one.high <= 1
    assert abs(one.low + other.high - 1) < 1e-9


def test_the_difference_of_newcombes_own_example():
    """Table II of the paper, 56/70 against 48/80: 0.2, from 0.0524 to 0.3339."""
    difference = newcombe(wilson(56, 70), wilson(48, 80))
    assert [round(one, 4) for one in difference] == [0.2, 0.0524, 0.3339]
    assert difference.certain


def test_answers_are_broken_down_by_what_the_plan_could_see(found):
    """Aarhus - Randers is 39 km, Aarhus - Frederikshavn is far; p2 shares "data" with DMI."""
    used = {(one.topic, one.group): one.share[:2] for one in found.groups if one.question == "used"}
    assert used == {
        ("wish", "first"): (1, 1),
        ("wish", "second"): (1, 1),
        ("wish", "unlisted"): (1, 1),
        ("wish", "none"): (0, 1),
        ("sector", "across"): (2, 2),
        ("sector", "within"): (1, 1),
        ("sector", "unknown"): (0, 1),
        ("days", "short"): (2, 2),
        ("days", "long"): (1, 2),
        ("distance", "near"): (1, 1),
        ("distance", "far"): (0, 1),
        ("distance", "unknown"): (2, 2),
        ("theme", "shared"): (1, 1),
        ("theme", "unknown"): (2, 3),
    }
    assert all(one.few for one in found.groups)
    assert not any(one.certain for one in found.contrasts)
    assert suggested_rules(ROUND, found) == {}


@pytest.mark.parametrize("lang", ["da", "en"])
def test_figures_are_told_beside_the_schemes_own_and_without_words_of_people(found, lang):
    told = "\n".join(outcome_lines(found, lang))
    assert ("5 af 6 = 83 %" if lang == "da" else "5 of 6 = 83 %") in told
    assert ("3 af 4." if lang == "da" else "3 of 4.") in told
    assert ("for få svar" if lang == "da" else "too few answers") in told
    assert "Nyt skema" not in told
    assert "Anna" not in told
    assert "Nyt skema" not in str(plain_outcomes(found))
    rows = load_workbook(BytesIO(outcome_workbook(found, lang))).active
    assert [cell.value for cell in rows[2]][3:7] == [5, 6, 0.833, 0.436]


def test_an_answer_of_somebody_with_two_visits_needs_the_host(tmp_path: Path):
    both = {"visits": [{"host": host, "week": "2026-W37", "interns": ["p1"]} for host in ("v1", "v2")]}
    path = tmp_path / "svar.csv"
    path.write_text("Id;Vært;Konkret brugt\np1;;ja\np1;DMI;nej\n", "utf-8")
    found = find_outcomes(ROUND, im.Plan.model_validate(both), read_survey(path, ROUND))
    assert found.several == 1
    assert [one.share[:2] for one in found.groups if one.topic == "wish"] == [(0, 1)]


@pytest.mark.parametrize(
    ("text", "code"), [("Farve;Form\nrød;rund\n", "survey_not_understood"), ("", "file_empty")]
)
def test_what_is_no_survey_is_refused(tmp_path: Path, text, code):
    path = tmp_path / "svar.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(im.RoundError) as refused:
        read_survey(path, ROUND)
    assert [issue.code for issue in refused.value.issues] == [code]


def test_a_certain_difference_suggests_twice_the_points_and_shows_what_they_do(tmp_path: Path):
    """15 of 15 who shared a theme had use of it, 0 of 10 others: the interval is 0.66 to 1."""
    interns = [{"id": f"p{n}", "wishes": ["v1"], "themes": ["x" if n < 15 else "y"]} for n in range(25)]
    hosts = [{"id": "v1", "themes": ["x"], "visits": 25}]
    round = im.Round.model_validate({"interns": interns, "hosts": hosts})
    plan = im.Plan.model_validate({"visits": [{"host": "v1", "interns": [f"p{n}"]} for n in range(25)]})
    path = tmp_path / "svar.csv"
    path.write_text("Id;Konkret brugt\n" + "".join(f"p{n};{'ja' if n < 15 else 'nej'}\n" for n in range(25)))
    found = find_outcomes(round, plan, read_survey(path, round))
    rules = suggested_rules(round, found)
    assert rules == {"themes": {"mode": "soft", "points": 20}}
    effect = effect_of(round, rules)
    assert (effect.placed, effect.moved, effect.first, effect.first_then) == (25, 0, 25, 25)
