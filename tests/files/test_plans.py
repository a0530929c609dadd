"""Plans from files, ours or made by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.domain.round import Round
from innopraktik_match.files import read_plan, read_with_issues
from innopraktik_match.files.rounds.plans import plan_with_issues
from innopraktik_match.measuring import score
from tests.files.given import found, workbook

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plans")


def _plan_round(**policy: Any) -> Round:
    return Round.model_validate(
        {
            "interns": [{"id": f"p{n}", "name": f"Navn {n}"} for n in range(1, 5)],
            "hosts": [{"id": "v1", "name": "Et", "max": 2, "visits": 2}, {"id": "v2"}],
            "policy": {"preset": "bare", **policy},
        }
    )


def _visits(path: Path, round: Round) -> list[tuple[Any, ...]]:
    return [(visit.host, visit.week, visit.days, visit.interns) for visit in read_plan(path, round).visits]


def test_a_plan_made_by_hand_needs_only_intern_and_host(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Praktikant;Vært\np1;v1\nNavn 2;v1\np3;Et\n")
    round = _plan_round(weeks=["2026-W37"])
    plan = read_plan(path, round)
    assert [(visit.host, visit.week, visit.interns) for visit in plan.visits] == [
        ("v1", "2026-W37", ("p1", "p2", "p3"))
    ]
    assert [one.intern for one in plan.unplaced] == ["p4"]
    assert plan.unused_hosts == ("v2",)
    assert _visits(path, _plan_round()) == [
        ("v1", None, None, ("p1", "p2")),
        ("v1", None, None, ("p3",)),
    ]


def test_a_number_tells_visits_apart(tmp_path: Path) -> None:
    book = {
        "Oversigt": [["Tal", 3]],
        "Plan": [
            ["Besøg", "Vært-id", "Vært", "Praktikant-id", "Praktikant"],
            [1, "v1", "Et", "p1", "Navn 1"],
            [2, "v1", "Et", "p2", "Navn 2"],
            [1, "v1", "Et", "p3", "Navn 3"],
        ],
    }
    path = workbook(tmp_path / "plan.xlsx", book)
    assert _visits(path, _plan_round()) == [
        ("v1", None, None, ("p1", "p3")),
        ("v1", None, None, ("p2",)),
    ]


@pytest.mark.parametrize("word", ["godkendt af leder", "Leder OK", "boss_ok"])
def test_interns_of_one_visit_may_have_different_statuses(tmp_path: Path, word: str) -> None:
    (tmp_path / "plan.csv").write_text(
        f"Praktikant;Vært;Status\np1;v1;{word}\np2;v1;trukket sig\np3;v2;aftalt\n"
    )
    (tmp_path / "plan.json").write_text(
        json.dumps(
            {
                "visits": [
                    {"host": "v1", "interns": ["p1", "p2"], "statuses": {"Navn 1": word, "p2": "frameldt"}},
                    {"host": "v2", "interns": ["p3"], "status": "aftalt"},
                ]
            }
        )
    )
    for file in ("plan.csv", "plan.json"):
        first, second = read_plan(tmp_path / file, _plan_round()).visits
        assert (first.status, first.status_of("p1"), first.status_of("p2")) == (
            "proposed",
            "boss_ok",
            "withdrawn",
        )
        assert (second.status, second.statuses) == ("agreed", {})


def test_an_unknown_status_is_told_at_its_visit(tmp_path: Path) -> None:
    visits = [{"host": "v1", "interns": ["p1", "p2"], "statuses": {"p1": "måske"}}]
    (tmp_path / "plan.json").write_text(json.dumps({"visits": visits}))
    with pytest.raises(RoundError) as error:
        read_plan(tmp_path / "plan.json", _plan_round())
    assert [issue.code for issue in error.value.issues] == ["not_one_of"]


def test_an_earlier_plan_may_name_people_who_have_gone(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("intern,host\np1,v9\np9,v1\n")
    with pytest.raises(RoundError):
        read_plan(tmp_path / "plan.csv", _plan_round())
    plan = read_plan(tmp_path / "plan.csv", _plan_round(weeks=["2026-W37", "2026-W38"]), earlier=True)
    assert {(visit.host, visit.interns) for visit in plan.visits} == {("v9", ("p1",)), ("v1", ("p9",))}


def test_what_names_those_who_have_gone_since_an_earlier_plan_is_a_note(tmp_path: Path) -> None:
    data = {
        "interns": [{"id": "p1", "wishes": ["v9", "v1", "v8"]}],
        "hosts": [{"id": "v1", "rejects": ["p9"]}],
        "locks": [{"intern": "p9", "host": "v1"}],
        "history": [{"intern": "p1", "host": "v9"}],
    }
    (tmp_path / "r.json").write_text(json.dumps(data))
    before = Plan(visits=(Visit(host="v9", interns=("p9",)),), unused_hosts=("v8",))
    round, issues = read_with_issues(tmp_path / "r.json", after=before)
    assert round is not None
    assert (round.interns[0].wishes, round.hosts[0].rejects, round.locks, round.history) == (
        ("v1",),
        (),
        (),
        (),
    )
    notes = [issue.code for issue in issues if issue.severity == "info"]
    assert sorted(notes) == ["pair_withdrawn"] * 2 + ["wish_withdrawn"] * 3
    _, issues = read_with_issues(tmp_path / "r.json")
    codes = {issue.code for issue in issues if issue.severity == "error"}
    assert {"host_unknown", "intern_unknown"} <= codes


def test_a_plan_as_json_reads_back(tmp_path: Path) -> None:
    round = _plan_round()
    (tmp_path / "hand.csv").write_text("intern,host,status\np1,v1,aftalt\n")
    plan = read_plan(tmp_path / "hand.csv", round)
    assert plan.visits[0].status == "agreed"
    (tmp_path / "plan.json").write_text(plan.model_dump_json())
    assert read_plan(tmp_path / "plan.json", round) == plan


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("p.csv", "intern,host\np1,v9\np8,v1\n", {("host_unknown", 2), ("intern_unknown", 3)}),
        ("p.csv", "person,sted\np1,v9\n", {("column_missing", 1)}),
        ("p.csv", "intern,host,days\np1,v1,x\n", {("not_whole", 2)}),
        ("p.json", '{"visits": [{"host": "v1"}]}', {("field_missing", 1)}),
        ("p.json", "[]", {("not_object", None)}),
        ("p.json", "{", {("json_broken", 1)}),
    ],
)
def test_a_plan_that_does_not_fit_says_where(
    tmp_path: Path, name: str, text: str, expected: set[tuple[str, int | None]]
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(RoundError) as refused:
        read_plan(tmp_path / name, _plan_round())
    assert found(list(refused.value.issues)) == expected
    assert len(str(refused.value).splitlines()) == len(refused.value.issues)


def test_a_plan_says_the_week_where_the_round_has_several(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("intern,host\np1,v1\n")
    with pytest.raises(RoundError) as refused:
        read_plan(tmp_path / "p.csv", _plan_round(weeks=["2026-W37", "2026-W38"]))
    assert [issue.code for issue in refused.value.issues] == ["plan_week_missing"]


WEEKS = ("37", 37, "uge 37", "Uge 38", "2026-W37", "2026-W7", "07.09.2026", "2026-W99", "9999-W10", "37-38")
ODD = ("", " ", None, 0, -1, 3.5, 10**9, True, [], {}, "x" * 50, "9" * 5000)
LENGTHS = (3, "3", "3 dage", 10, 11, 2.5)
STATUSES = ("proposed", "aftalt", "ja")


@given(*(st.sampled_from((*words, *ODD)) for words in (WEEKS, LENGTHS, STATUSES)))
def test_any_word_of_a_hand_made_plan_is_read_or_told_with_its_place(folder, week, days, status) -> None:
    """A visit that is read has a week of the calendar and 1 to 10 days."""
    row = {"host": "Et", "interns": ["Navn 2", "p1"], "week": week, "days": days, "status": status}
    round = _plan_round(weeks=["2026-W37", "2026-W38"], year=2026)
    path = folder / "plan.json"
    path.write_text(json.dumps({"visits": [row]}))
    plan, issues = plan_with_issues(path, round)
    assert all(place.file == "plan.json" for issue in issues for place in issue.places)
    if plan is None:
        assert issues
        return
    (visit,) = plan.visits
    assert (visit.host, visit.interns) == ("v1", ("p1", "p2"))
    assert visit.week in ("2026-W37", "2026-W38", "2026-W07")
    assert visit.days is None or 1 <= visit.days <= 10
    assert score(round, plan).points >= 0


@pytest.mark.parametrize("week", ["37", "uge 37", 37, "7/9-2026", "2026-W37"])
def test_a_week_in_a_plan_is_read_as_in_a_sign_up_file(tmp_path: Path, week: object) -> None:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps({"visits": [{"host": "v1", "interns": ["p1"], "week": week}]}))
    plan = read_plan(path, _plan_round(weeks=["2026-W36", "2026-W37"]))
    assert plan.visits[0].week == "2026-W37"
