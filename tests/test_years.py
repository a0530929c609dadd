"""What goes from one round to the next: who is known again, what is linked, who was turned away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import innopraktik_match as im
from innopraktik_match.years.archive import archive_of, archive_workbook, kept_lines, make_key, read_key
from innopraktik_match.years.earlier_files import from_plan, read_earlier
from innopraktik_match.years.past import Past
from innopraktik_match.years.remembering import remember

if TYPE_CHECKING:
    from pathlib import Path

KEY = b"0123456789abcdef"
ANNA = Past(2024, "Anna Ask", "anna@example.org", (), "Odense Kommune", "municipality", "DMI", None, "state")
BO = Past(2025, "Bo Bech", None, (), "DMI", "state", turned_away=True)
ROUND = {
    "interns": [
        {"id": "p1", "name": "Anna Ask-Holm", "email": "ANNA@example.org", "workplace": "Vejle Kommune"},
        {"id": "p2", "name": "bo  bech", "email": "new@example.org", "workplace": "dmi"},
        {"id": "p3", "name": "Cleo Dam", "workplace": "DMI"},
    ],
    "hosts": [{"id": "v1", "name": "dmi"}, {"id": "v2", "workplace": "DTU"}],
    "policy": {"year": 2026},
}


def round_of(**changes):
    return im.Round.model_validate({**ROUND, **changes})


def test_somebody_is_known_by_the_address_or_by_the_name_at_a_workplace():
    found = remember(round_of(), [ANNA, BO])
    assert [(past.intern, past.host, past.workplace, past.year) for past in found.round.history] == [
        ("p1", "v1", "DMI", 2024)
    ]
    assert [one.priority for one in found.round.interns] == [0, 1, 0]
    assert (found.rows, found.people, found.undated, found.unclear) == (2, 2, 0, 0)


def test_the_same_name_at_another_workplace_is_nobody_we_know():
    found = remember(round_of(), [replace(BO, workplace="DTU")])
    assert found.people == 0


def test_a_name_that_two_at_a_workplace_have_is_tied_to_neither():
    twins = [{"id": one, "name": "Bo Bech", "workplace": "DMI"} for one in ("p1", "p2")]
    found = remember(round_of(interns=twins), [BO])
    assert (found.unclear, [one.priority for one in found.round.interns]) == (1, [0, 0])


def test_priority_counts_the_rounds_turned_away_since_the_last_visit():
    away = [replace(BO, year=year) for year in (2021, 2023, 2024)]
    visit = replace(BO, year=2022, host="DTU", turned_away=False)
    assert remember(round_of(), [*away, visit]).round.interns[1].priority == 2  # 2023 and 2024
    mine = [{**ROUND["interns"][1], "priority": 7}]
    assert remember(round_of(interns=mine), away).round.interns[0].priority == 7


def test_workplaces_are_linked_once_at_their_last_year_whoever_went():
    rows = [ANNA, replace(ANNA, name="Eva", email=None, year=2022), replace(ANNA, year=None, host="DTU")]
    assert [
        (one.workplace, one.sector, one.host_workplace, one.host_sector, one.year)
        for one in remember(round_of(), rows).round.relations
    ] == [
        ("Odense Kommune", "municipality", "DTU", "state", None),
        ("Odense Kommune", "municipality", "DMI", "state", 2024),
    ]


def test_tokens_name_nobody_and_are_known_again_with_the_key_alone():
    kept = archive_of([ANNA, BO], secret=KEY).rows
    assert all(one.name is one.email is None and one.tokens for one in kept)
    assert remember(round_of(), kept, KEY).people == 2
    assert remember(round_of(), kept, KEY + b"x").people == 0
    assert remember(round_of(), kept).people == 0
    assert archive_of([*kept, ANNA, BO], secret=KEY).rows == kept  # the same rows in the clear are no news


@pytest.mark.parametrize("secret", [None, KEY])
@pytest.mark.parametrize("word", ["Anna@Example.org", "anna ask, odense kommune"])
def test_whoever_is_forgotten_leaves_the_workplaces(word, secret):
    kept = archive_of([ANNA, BO], secret=secret, forget=[word])
    assert kept.forgotten == 1
    assert [(one.named, one.workplace, one.place) for one in kept.rows] == [
        (False, "Odense Kommune", "DMI"),
        (True, "DMI", None),
    ]


def test_nobody_of_that_name_can_be_forgotten():
    with pytest.raises(im.RoundError) as refused:
        archive_of([ANNA], forget=["eva@example.org"])
    assert [issue.code for issue in refused.value.issues] == ["forget_unknown"]


@pytest.mark.parametrize(("years", "named"), [(2, [True, True]), (1, [False, True])])
def test_people_are_removed_after_some_years(years, named):
    """The last round is 2025: 2 years are 2025 and 2024, one year is 2025."""
    kept = archive_of([ANNA, BO], years=years)
    assert [one.named for one in kept.rows] == named
    assert kept.faded == named.count(False)


def test_a_forgotten_one_who_was_turned_away_leaves_nothing():
    assert archive_of([ANNA, BO], forget=["Bo Bech, DMI"]).rows == (ANNA,)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("secret", [None, KEY])
def test_an_archive_reads_back(tmp_path: Path, lang, secret):
    kept = archive_of([ANNA, BO], secret=secret)
    path = tmp_path / "arkiv.xlsx"
    path.write_bytes(archive_workbook(kept, path.name, 5, lang))
    assert tuple(read_earlier([path])[0]) == kept.rows
    told = " ".join(kept_lines(kept, path.name, 5, lang))
    assert ("--forget" in told, "2021" in told, "5" in told) == (True, True, True)


def test_a_list_kept_by_hand_is_read_as_it_is(tmp_path: Path):
    path = tmp_path / "praktik 2023.csv"
    lines = [
        "Vores liste;;;;",
        "Deltager;Institution;Har besøgt;Sektor;Afvist",
        "Anna Ask;Odense Kommune;DMI;kommunal;",
        "Bo Bech;DMI;;;ja",
        "Eva Elm;DTU;;;nej",
    ]
    path.write_text("\n".join(lines), "utf-8")
    rows, issues = read_earlier([path])
    assert rows == [
        Past(2023, "Anna Ask", None, (), "Odense Kommune", "municipality", "DMI"),
        Past(2023, "Bo Bech", None, (), "DMI", turned_away=True),
    ]
    assert [(issue.code, issue.places[0].line) for issue in issues] == [("earlier_row_nowhere", 5)]


@pytest.mark.parametrize("as_folder", [True, False])
def test_our_own_plans_are_read_as_they_are(tmp_path: Path, as_folder):
    """p1 goes to DMI; p2's visit was declined; p3 is left over."""
    people = [{"id": f"p{n}", "name": f"N{n}", "workplace": "DTU", "sector": "state"} for n in (1, 2, 3)]
    hosts = [{"id": "v1", "name": "DMI", "sector": "state"}, {"id": "v2", "name": "Skat"}]
    policy = {"year": 2025, "weeks": ["2025-W37"]}
    round = im.Round.model_validate({"interns": people, "hosts": hosts, "policy": policy})
    visits = [
        {"host": "v1", "week": "2025-W37", "interns": ["p1"]},
        {"host": "v2", "week": "2025-W37", "interns": ["p2"], "status": "declined"},
    ]
    plan = im.Plan.model_validate({"visits": visits, "unplaced": [{"intern": "p3"}]})
    expected = [
        Past(2025, "N1", None, (), "DTU", "state", "DMI", None, "state"),
        Past(2025, "N3", None, (), "DTU", "state", turned_away=True),
    ]
    assert list(from_plan(plan, round)) == expected
    given = tmp_path / "2025" if as_folder else tmp_path / "plan-2025.xlsx"
    if as_folder:
        given.mkdir()
        im.write_round(round, given / "runde.json")
        im.write(plan, given / "plan.json", round)
    else:
        im.write(plan, given, round)
    assert read_earlier([given])[0] == expected


def test_weeks_by_number_in_a_plan_that_is_carried_are_of_its_year(tmp_path: Path):
    policy = {"weeks": ["2024-W37", "2024-W38"]}
    people = {"interns": [{"id": "p1", "name": "N1"}], "hosts": [{"id": "v1", "name": "DMI"}]}
    round = im.Round.model_validate({**people, "policy": policy})
    im.write(im.solve(round), tmp_path / "plan.xlsx", round)
    past, issues = read_earlier([tmp_path / "plan.xlsx"])
    assert [(one.year, one.name, one.host) for one in past] == [(2024, "N1", "DMI")]
    assert issues == []


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("plan.json", '{"visits": []}', "earlier_plan_alone"),
        ("liste.csv", "Farve;Form\nrød;rund", "earlier_not_understood"),
        ("none.csv", None, "file_missing"),
    ],
)
def test_what_tells_nothing_of_earlier_rounds_is_refused(tmp_path: Path, name, text, code):
    if text is not None:
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(im.RoundError) as refused:
        read_earlier([tmp_path / name])
    assert code in [issue.code for issue in refused.value.issues]


def test_sign_ups_are_no_earlier_round(tmp_path: Path):
    """The hosts' sheet has a place and a workplace in each row: nobody went there for that."""
    im.write_round(round_of(), tmp_path / "runde.xlsx")
    with pytest.raises(im.RoundError) as refused:
        read_earlier([tmp_path / "runde.xlsx"])
    assert [issue.code for issue in refused.value.issues] == ["earlier_is_sign_ups"]


def test_a_key_is_long_and_its_owners_alone(tmp_path: Path):
    path = tmp_path / "key.txt"
    assert make_key(path) == read_key(path)
    assert path.stat().st_mode & 0o077 == 0
    path.write_text("short")
    with pytest.raises(im.RoundError) as refused:
        read_key(path)
    assert [issue.code for issue in refused.value.issues] == ["token_key_too_short"]
