"""Data frames, lists and dicts are read as files are: nothing is dropped in silence."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.texts.columns import COLUMNS, TABLES

PEOPLE = [{"id": "p1"}, {"id": "p2"}]
PLACES = [{"id": "v1"}, {"id": "v2"}]
BAN = [{"intern": "p1", "host": "v1"}]
DATA = tuple(kind for kind in COLUMNS if kind != "visits")
ROWS: dict[str, list[dict[str, Any]]] = {
    "interns": PEOPLE,
    "hosts": PLACES,
    "pairs": [{"intern": "p1", "host": "v1", "points": 3}],
    "bans": BAN,
    "history": [{"intern": "p1", "host": "v1"}],
    "locks": [{"intern": "p1", "host": "v1"}],
    "travel": [{"origin": "Odense", "destination": "Malmö", "km": 200}],
    "before": [{"intern": "p1", "host": "v1", "status": "godkendt af vært"}],
    "relations": [{"workplace": "DMI", "host_workplace": "DTU", "host_sector": "statslig"}],
}


def codes(issues: Any, severity: str = "error") -> list[str]:
    return [issue.code for issue in issues if issue.severity == severity]


def test_data_frames_make_the_same_round() -> None:
    interns = pd.DataFrame(
        {
            "id": ["p1", "p2"],
            "name": ["Åse", None],
            "days": ["2-5", float("nan")],
            "wishes": [["v1"], None],
            "max_km": [50, None],
        }
    )
    hosts = pd.DataFrame({"id": ["v1"], "max": [2]})
    round = im.Round.from_frames(interns, hosts, policy={"preset": "bare"})
    assert round == im.Round.model_validate(
        {
            "interns": [
                {"id": "p1", "name": "Åse", "days": "2-5", "wishes": ["v1"], "max_km": 50},
                {"id": "p2"},
            ],
            "hosts": [{"id": "v1", "max": 2}],
            "policy": {"preset": "bare"},
        }
    )
    with pytest.raises(im.RoundError) as refused:
        im.Round.from_frames(interns.assign(days="x"), hosts)
    issue = refused.value.issues[0]
    assert (issue.code, issue.places[0].table, issue.places[0].row) == ("days_unreadable", "interns", 1)


# -- keywords -------------------------------------------------------------------------------


@pytest.mark.parametrize("keyword", ["ban", "bns", "udelukkt", "banz"])
def test_a_table_under_a_nearly_right_name_is_refused_with_the_right_one(keyword: str) -> None:
    with pytest.raises(im.RoundError) as refused:
        im.Round.from_frames(PEOPLE, PLACES, **{keyword: BAN})
    (issue,) = (one for one in refused.value.issues if one.severity == "error")
    assert (issue.code, issue.places[0].table) == ("table_not_known", keyword)
    assert any(f'Did you mean "{word}"?' in str(refused.value) for word in ("bans", "udelukket"))
    assert f'Read: "{keyword}"' in str(refused.value)


@given(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12))
@example("hosts")
@example("interns")
def test_a_keyword_is_a_table_or_an_error_and_never_nothing(keyword: str) -> None:
    round, issues = im.read_frames(**{"interns": PEOPLE, "hosts": PLACES, keyword: BAN})
    if round is None:
        assert codes(issues)
    else:
        carried = {"hosts": {"intern": "p1"}, "interns": {"host": "v1"}}.get(keyword)
        instead = [one for one in (*round.hosts, *round.interns) if one.extra == carried]
        assert round.bans or round.history or round.locks or round.before or instead


@pytest.mark.parametrize("kind", DATA)
def test_every_table_goes_by_its_danish_names_too(kind: str) -> None:
    for word in (kind, *TABLES[kind]):
        given = {name: rows for name, rows in ROWS.items() if name in ("interns", "hosts") and name != kind}
        round, issues = im.read_frames(**given, **{word: ROWS[kind]})
        assert codes(issues) == []
        assert round is not None
        assert len(getattr(round, kind)) == len(ROWS[kind])


def test_settings_may_be_a_frame_and_a_preset_wins() -> None:
    settings = [{"nøgle": "seed", "værdi": 7}, {"nøgle": "preset", "værdi": "standard"}]
    round, issues = im.read_frames(PEOPLE, PLACES, indstillinger=settings, preset="bare")
    assert codes(issues) == []
    assert round is not None
    assert (round.policy.seed, round.policy.preset) == (7, "bare")


@pytest.mark.parametrize(
    "frame", ["interns.csv", 3, {"id": "p1"}, {"id": [1, 2], "days": [3]}, [1], object()]
)
def test_what_is_no_table_is_refused_by_its_keyword(frame: Any) -> None:
    round, issues = im.read_frames(PEOPLE, PLACES, bans=frame)
    assert round is None
    told = [(issue.code, issue.places[0].table) for issue in issues if issue.severity == "error"]
    assert told == [("not_a_table", "bans")]


@pytest.mark.parametrize("nothing", [None, [], {}, pd.DataFrame()])
def test_a_table_of_nothing_is_none(nothing: Any) -> None:
    round, issues = im.read_frames(PEOPLE, PLACES, bans=nothing)
    assert round is not None
    assert codes(issues) == []
    assert codes(im.read_frames(nothing, PLACES)[1]) == ["no_interns"]


def test_all_that_is_wrong_comes_at_once() -> None:
    _, issues = im.read_frames([{"id": "p1", "days": "x"}], PLACES, ban=BAN, policy={"sed": 1})
    assert set(codes(issues)) == {"days_unreadable", "table_not_known", "key_unknown"}


# -- columns --------------------------------------------------------------------------------


@pytest.mark.parametrize("column", ["hst", "værtt", "hots"])
def test_a_ban_whose_host_stands_under_a_nearly_right_name_is_an_error(column: str) -> None:
    round, issues = im.read_frames(PEOPLE, PLACES, bans=[{"intern": "p1", column: "v1"}])
    assert round is None
    assert "column_missing" in codes(issues)


def test_a_column_that_is_not_known_is_carried_or_not_used_and_told() -> None:
    people = [{"id": "p1", "Yndlingsret": "grød"}]
    round, issues = im.read_frames(people, PLACES, locks=[{"intern": "p1", "host": "v1", "Kantine": "ja"}])
    assert round is not None
    assert round.interns[0].extra == {"Yndlingsret": "grød"}
    assert codes(issues, "info") == ["columns_carried"]
    assert "columns_unused" in codes(issues, "warning")
    told = [issue.text("en") for issue in issues]
    assert any(line.startswith("Note · Interns:") and 'Read: "Yndlingsret"' in line for line in told)
    assert any(line.startswith("Warning · Locks:") and 'Read: "Kantine"' in line for line in told)


def test_warnings_come_back() -> None:
    _, issues = im.read_frames(PEOPLE, PLACES, policy={"preset": "standard"})
    assert "field_blank" in codes(issues, "warning")


def test_the_labels_are_the_header_whatever_stands_below() -> None:
    note = "Vil gerne i uge 37 og 2 dage, tema og fag, sektor og kommune, rolle og gruppe"
    round, _ = im.read_frames([{"id": "p1", "note": note}, {"id": "p2", "note": note}], PLACES)
    assert round is not None
    assert [intern.note for intern in round.interns] == [note, note]


@pytest.mark.parametrize("names", [["id"], ["id", "navn"]])
def test_a_named_index_is_a_column(names: list[str]) -> None:
    frame = pd.DataFrame({"id": ["p1"], "navn": ["Åse"], "dage": [3]}).set_index(names)
    round, _ = im.read_frames(frame, PLACES)
    assert round is not None
    assert (round.interns[0].id, round.interns[0].name, round.interns[0].days.min) == ("p1", "Åse", 3)


def test_a_question_as_a_label_is_read_where_its_cells_agree_and_else_proposed() -> None:
    people = [{"id": "p1", "I hvilken kommune ligger din arbejdsplads?": "Odense"}]
    _, issues = im.read_frames(people, PLACES)
    assert "column_understood" in codes(issues, "info")
    people = [{"id": "p1", "I hvilken kommune ligger din arbejdsplads?": "Odense"}, {"id": "p2"}]
    people[1]["I hvilken kommune ligger din arbejdsplads?"] = "ved havnen"
    _, issues = im.read_frames(people, PLACES)
    assert "column_proposed" in codes(issues, "warning")
