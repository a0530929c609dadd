"""Data frames, lists and dicts are read as files are: nothing is dropped in silence."""

from __future__ import annotations

import datetime
import warnings
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
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


# -- cells ----------------------------------------------------------------------------------


LISTS = [
    ["v2", "v1"],
    ("v2", "v1"),
    np.array(["v2", "v1"]),
    np.array(["v2", "v1"], dtype=object),
    pd.Series(["v2", "v1"]),
    pd.Index(["v2", "v1"]),
    pl.Series(["v2", "v1"]),
    ["v2", None, "v1", float("nan"), pd.NA],
    "v2|v1",
]


@pytest.mark.parametrize("wishes", LISTS, ids=lambda one: type(one).__name__)
def test_a_list_in_a_cell_may_be_of_any_kind(wishes: Any) -> None:
    for frame in (
        [{"id": "p1", "wishes": wishes, "themes": wishes}],
        {"id": ["p1"], "wishes": [wishes], "themes": [wishes]},
        pd.DataFrame({"id": ["p1"], "wishes": [wishes], "themes": [wishes]}),
    ):
        round, issues = im.read_frames(frame, PLACES)
        assert codes(issues) == []
        assert round is not None
        assert (round.interns[0].wishes, round.interns[0].themes) == (("v2", "v1"), ("v2", "v1"))


def test_a_set_is_read_and_wishes_without_an_order_are_told() -> None:
    people = [{"id": "p1", "rejects": {"v1"}, "themes": {"b", "a"}, "wishes": frozenset(["v2", "v1"])}]
    round, issues = im.read_frames(people, PLACES)
    assert round is not None
    assert (round.interns[0].rejects, round.interns[0].themes) == (("v1",), ("a", "b"))
    assert "wishes_without_order" in codes(issues, "warning")
    assert "wishes_without_order" not in codes(
        im.read_frames([{"id": "p1", "wishes": {"v1"}}], PLACES)[1], "warning"
    )


@pytest.mark.parametrize(
    "nothing", [None, float("nan"), np.nan, pd.NA, pd.NaT, np.datetime64("NaT", "s"), "", []]
)
def test_what_is_missing_is_blank_in_every_field(nothing: Any) -> None:
    fields = [name for name in COLUMNS["interns"] if name != "id"]
    blank = {"id": "p1", **dict.fromkeys(fields, nothing)}
    for frame in ([blank], {name: [value] for name, value in blank.items()}):
        round, issues = im.read_frames(frame, PLACES)
        assert codes(issues) == []
        assert round is not None
        assert round.interns[0] == im.Intern(id="p1")


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (np.int64(3), 3),
        (np.float32(3), 3),
        (3.0, 3),
        (np.str_("3"), 3),
        (np.bytes_(b"3"), 3),
        ({"min": np.int64(3), "max": 3, "about": True}, 3),
    ],
)
def test_a_number_may_be_of_any_kind(given: Any, read: int) -> None:
    round, issues = im.read_frames([{"id": "p1", "days": given}], PLACES)
    assert codes(issues) == []
    assert round is not None
    assert round.interns[0].days == im.Days(min=read, max=read, about=True)


@pytest.mark.parametrize(
    "day",
    [
        datetime.date(2026, 9, 9),
        np.datetime64("2026-09-09"),
        np.datetime64("2026-09-09", "ns"),
        pd.Timestamp("2026-09-09"),
    ],
)
def test_a_date_of_any_kind_is_its_week(day: Any) -> None:
    round, issues = im.read_frames([{"id": "p1", "weeks": day}], PLACES)
    assert codes(issues) == []
    assert round is not None
    assert round.interns[0].weeks == ("2026-W37",)


@pytest.mark.parametrize(
    "field", ["id", "name", "sector", "municipality", "group", "days", "max_km", "visits"]
)
def test_a_list_where_one_value_belongs_is_refused(field: str) -> None:
    round, issues = im.read_frames([{"id": "p1", field: ["a", "b"]}], PLACES)
    assert round is None
    assert codes(issues)


# -- other libraries ------------------------------------------------------------------------


class Interchanged:
    """A frame of a library that offers nothing but the interchange protocol."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame

    def __dataframe__(self, nan_as_null: bool = False, allow_copy: bool = True) -> Any:
        with warnings.catch_warnings(action="ignore"):
            return self.frame.__dataframe__()


def test_frames_of_other_libraries_are_the_same_round() -> None:
    people = [
        {"id": "p1", "wishes": ["v2", "v1"], "max_km": 50},
        {"id": "p2", "wishes": None, "max_km": None},
    ]
    flat = [{**row, "wishes": row["wishes"] and "|".join(row["wishes"])} for row in people]
    expected, _ = im.read_frames(people, PLACES)
    assert expected is not None
    for frame in (
        pd.DataFrame(people),
        pl.DataFrame(people),
        pl.DataFrame(flat),
        Interchanged(pd.DataFrame(flat)),
    ):
        round, issues = im.read_frames(frame, pl.DataFrame(PLACES))
        assert codes(issues) == []
        assert round == expected


def test_rows_may_hold_different_fields() -> None:
    round, _ = im.read_frames([{"id": "p1"}, {"id": "p2", "days": 3}], PLACES)
    assert round is not None
    assert [intern.days is None for intern in round.interns] == [True, False]
