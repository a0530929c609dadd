"""Cells of data frames and frames of other libraries are read as cells of files are."""

from __future__ import annotations

import datetime
import warnings
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

import innopraktik_match as im
from innopraktik_match.texts.columns import COLUMNS
from tests.test_frames import PLACES, codes

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
