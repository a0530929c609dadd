"""First come, first served: priorities from a column, as files are read."""

from __future__ import annotations

from datetime import datetime

import pytest

import innopraktik_match as im
from innopraktik_match.domain.policy import Policy, sealed
from innopraktik_match.files.rounds.sign_up import moment_in
from tests.files.given import workbook

TIMES = ["2026-05-02 09:00", "01-05-2026 kl. 23.59", "", "2026-05-02T09:00:00"]


def read(tmp_path, *settings, times=TIMES):
    """Read four people, one host, and some settings."""
    people = [[f"p{n}", when, "v1"] for n, when in enumerate(times)]
    sheets = {
        "Praktikanter": [["Id", "Tilmeldt", "Ønsker"], *people],
        "Værter": [["Id"], ["v1"]],
        "Indstillinger": [["Nøgle", "Værdi"], *settings],
    }
    return im.read_with_issues(workbook(tmp_path / "r.xlsx", sheets))


def test_everybody_has_priority_over_those_who_came_later(tmp_path):
    """p1 is first of four; p0 and p3 came in the same minute, before p2 alone, who did not say when."""
    round, issues = read(tmp_path, ["Først til mølle", "Tilmeldt"])
    assert [one.priority for one in round.interns] == [1, 3, 0, 1]
    assert not [one for one in issues if one.code.startswith("criterion")]
    plan = im.solve(round)
    assert plan.visits[0].interns == ("p1",)
    assert [aim.aim for aim in plan.aims[:3]] == ["placed", "priority", "points"]


def test_a_cell_with_date_and_time_keeps_its_time(tmp_path):
    times = [datetime(2026, 5, 2, 9, 30), datetime(2026, 5, 2, 9, 29, 59), datetime(2026, 5, 2)]
    round, _ = read(tmp_path, ["Først til mølle", "Tilmeldt"], times=times)
    assert [one.priority for one in round.interns] == [0, 1, 2]
    assert [one.extra["Tilmeldt"] for one in round.interns][1:] == ["2026-05-02 09:29:59", "2026-05-02"]


def test_it_can_stand_in_for_the_lottery(tmp_path):
    settings = [["Først til mølle", "tilmeldt"], ["aims", "placed, points, priority"]]
    for seed in range(3):
        round, _ = read(tmp_path, *settings, ["seed", seed])
        assert im.solve(round).visits[0].interns == ("p1",)


def test_what_is_written_is_read_back_the_same(tmp_path):
    round, _ = read(tmp_path, ["Først til mølle", "Tilmeldt"])
    im.write_round(round, tmp_path / "out.xlsx")
    assert im.read(tmp_path / "out.xlsx") == round


def test_a_column_that_nobody_has_is_told(tmp_path):
    round, issues = read(tmp_path, ["Først til mølle", "Tilmeld"])
    assert {one.priority for one in round.interns} == {0}
    told = [one.values.get("suggestion") for one in issues if one.code == "criterion_column_blank"]
    assert told == ["Tilmeldt"]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("1", "2"),
        ("1-5-2026", "2-5-2026"),
        ("2026-05-01 09.59", "2026-05-01 10:00"),
        ("1.5.2026, 8:00:01", "1.5.2026, 8:00:02"),
    ],
)
def test_moments_are_in_order(earlier, later):
    assert moment_in(earlier) < moment_in(later)


@pytest.mark.parametrize("text", ["", "i går", "31-02-2026 10:00"])
def test_what_is_no_moment_is_none(text):
    assert moment_in(text) is None


def test_it_changes_no_seal():
    assert sealed(Policy()) == sealed(Policy(first_come="Tilmeldt"))
