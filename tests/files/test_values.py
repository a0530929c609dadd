"""Days, weeks and other values as people write them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.files.raw.cells import Unreadable
from innopraktik_match.files.values.cell_values import days, read_value
from innopraktik_match.files.values.dates import weeks

DANISH = ["en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"]
ENGLISH = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (3, (3, 3, True)),
        ("3 dage", (3, 3, True)),
        ("ca. 3", (3, 3, True)),
        ("2-5", (2, 5, False)),
        ("3-3", (3, 3, False)),
        ("2 til 3 dage", (2, 3, False)),
        ("2–3 days", (2, 3, False)),
        ("max 3", (1, 3, False)),
        ("højst 4 dage", (1, 4, False)),
        ("3+", (3, 5, False)),
        ("2 hele dage", (2, 2, True)),
        ("3-4 dg.", (3, 4, False)),
        ("halvanden dag", (1, 2, False)),
        ("mindst 2 og højst 4", (2, 4, False)),
        ("a week", (5, 5, True)),
        ("up to a week", (1, 5, False)),
        ("mindst 2", (2, 5, False)),
        ("mindst 7", (7, 10, False)),
        ("2, 3 eller 4", (2, 4, False)),
        ("2,3 eller 4", (2, 4, False)),
        ("2 dage;3 dage", (2, 3, False)),
        ("mellem 2 og 4", (2, 4, False)),
        ("op til 2", (1, 2, False)),
        ("en hel uge", (5, 5, True)),
        ("hele ugen", (5, 5, True)),
        ("1-2 uger", (5, 10, False)),
        ("op til en uge", (1, 5, False)),
        ("et par dage", (2, 2, True)),
        ("tre dage", (3, 3, True)),
        ("3 til 4 hverdage", (3, 4, False)),
        ("to til tre dage", (2, 3, False)),
        ("two to three days", (2, 3, False)),
        ("2½", (2, 3, False)),
        ("2,5 dage", (2, 3, False)),
        (2.5, (2, 3, False)),
    ],
)
def test_days_are_read_as_people_write_them(read: object, expected: tuple[Any, ...]) -> None:
    length = days(read)
    assert length is not None
    assert tuple(length.values()) == expected


@pytest.mark.parametrize("read", ["fleksibel", "Ligegyldigt", "any length"])
def test_any_length_is_no_wish(read: str) -> None:
    assert days(read) is None


@pytest.mark.parametrize("read", ["3-6 mdr", "et halvt år", "5-2", 0, 99, "2-11", True, "2,3", "uge 37"])
def test_days_that_make_no_sense_are_refused(read: object) -> None:
    with pytest.raises(Unreadable):
        days(read)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (37, ["2026-W37"]),
        ("uge 37", ["2026-W37"]),
        ("u37", ["2026-W37"]),
        ("37-39", ["2026-W37", "2026-W38", "2026-W39"]),
        ("uge 36 til 37", ["2026-W36", "2026-W37"]),
        ("2027-W01", ["2027-W01"]),
        ("uge 2/2027", ["2027-W02"]),
        ("2026-W53, 2027-W01", ["2026-W53", "2027-W01"]),
        ("2027-W01 - 2027-W02", ["2027-W01", "2027-W02"]),
        ("37 og 38", ["2026-W37", "2026-W38"]),
        ("2026-09-11", ["2026-W37"]),
        (datetime(2026, 9, 7), ["2026-W37"]),
        ("8. september", ["2026-W37"]),
        ("tirsdag den 8. sept.", ["2026-W37"]),
        ("8/9", ["2026-W37"]),
        ("7/9-18/9", ["2026-W37", "2026-W38"]),
        ("7.-11. september", ["2026-W37"]),
        ("fra den 7. til den 18. september", ["2026-W37", "2026-W38"]),
        ("uge 37 eller 38", ["2026-W37", "2026-W38"]),
        ("i uge 37/38", ["2026-W37", "2026-W38"]),
        ("Uge 37 uge 38", ["2026-W37", "2026-W38"]),
        ("hele uge 37", ["2026-W37"]),
        ("uge 37 i 2027", ["2027-W37"]),
        ("fra uge 37 til 39", ["2026-W37", "2026-W38", "2026-W39"]),
        ("mellem uge 37 og 39", ["2026-W37", "2026-W38", "2026-W39"]),
        ("uge 37, 38 og 40", ["2026-W37", "2026-W38", "2026-W40"]),
        ("alle uger i september", ["2026-W36", "2026-W37", "2026-W38", "2026-W39"]),
        ("november-december", [f"2026-W{number}" for number in range(45, 54)]),
        ("når som helst", []),
        ("Alle", []),
        ("hele perioden", []),
    ],
)
def test_weeks_are_read_as_people_write_them(read: object, expected: list[str]) -> None:
    assert list(weeks(read, 2026)) == expected


@pytest.mark.parametrize(
    ("read", "year", "code"),
    [
        ("uge 37", None, "week_without_year"),
        ("uge 53", 2025, "week_does_not_exist"),
        ("39-37", 2026, "weeks_reversed"),
        ("efterår", 2026, "weeks_unreadable"),
        ("fra uge 37", 2026, "weeks_unreadable"),
        ("from week 37 and 40", 2026, "weeks_unreadable"),
        ("fra og med 7. september", 2026, "weeks_unreadable"),
        ("2026-02-30", 2026, "date_does_not_exist"),
        ("29. februar", 2026, "date_does_not_exist"),
        ("uge 37/26", 2026, "year_two_digits"),
    ],
)
def test_weeks_that_make_no_sense_are_refused(read: str, year: int | None, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        weeks(read, year)
    assert refused.value.code == code


def test_two_to_five_that_became_a_date_is_not_guessed() -> None:
    with pytest.raises(Unreadable) as refused:
        days(datetime(2026, 5, 2))
    assert (refused.value.code, refused.value.values["suggestion"]) == ("days_became_date", "2-5")


def test_priority_may_be_yes_or_no() -> None:
    assert [read_value("interns", "priority", one, None) for one in ("ja", "Nej", True, 3)] == [*(1, 0, 1, 3)]


@pytest.mark.parametrize(
    ("field", "read", "expected"),
    [
        ("max", "2 praktikanter", 2),
        ("max", "to", 2),
        ("max", "højst 2", 2),
        ("max", "op til tre pladser", 3),
        ("max", "to ad gangen", 2),
        ("max", "up to 2 guests", 2),
        ("max_km", "under 100 km", 100),
        ("sector", "Styrelse", "state"),
        ("max", "max. 2 praktikanter ad gangen", 2),
        ("min", "mindst 2", 2),
        ("visits", "ti", 10),
        ("visits", "four", 4),
        ("max_km", "100 km", 100),
        ("max_km", "ca. 100", 100),
        ("max_km", "højst 100 km", 100),
        ("max_km", "ingen grænse", None),
        ("max_km", "Hele landet", None),
        ("max_km", "hvor som helst", None),
    ],
)
def test_numbers_are_read_as_people_write_them(field: str, read: str, expected: int | None) -> None:
    assert read_value("hosts", field, read, None) == expected


@pytest.mark.parametrize(
    ("field", "read", "code", "suggestion"),
    [
        ("max", "ca. 2", "number_about", "2"),
        ("max", "ca. to praktikanter", "number_about", "2"),
        ("visits", "omkring 3", "number_about", "3"),
        ("max", datetime(2026, 3, 1), "number_became_date", "1-3"),
        ("min", datetime(2026, 2, 1), "number_became_date", "1-2"),
        ("max_km", datetime(2026, 3, 2), "number_became_date", "2-3"),
        ("max", "tolv", "number_in_words", "12"),
        ("max", "ingen", "number_is_zero", None),
        ("max", "nej", "number_is_zero", None),
        ("max", "nul", "number_is_zero", None),
        ("max", "mindst 2", "not_whole", None),
        ("max_km", "1,5 time", "distance_in_hours", None),
        ("max_km", "en halv time", "distance_in_hours", None),
        ("minutes", "2 t", "distance_in_hours", None),
    ],
)
def test_numbers_that_may_mean_something_else_are_asked_about(
    field: str, read: object, code: str, suggestion: str | None
) -> None:
    with pytest.raises(Unreadable) as refused:
        read_value("hosts", field, read, None)
    assert (refused.value.code, refused.value.values.get("suggestion")) == (code, suggestion)


@given(st.integers(1, 10), st.sampled_from(["{} praktikanter", "højst {}", "{}", "max. {} pladser"]))
def test_a_word_counts_as_its_figure(number: int, sentence: str) -> None:
    for words in (DANISH, ENGLISH):
        written = sentence.format(words[number - 1])
        assert read_value("hosts", "max", written, None) == number
        assert days(f"{words[number - 1]} dage") == days(number)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("Privat virksomhed", "private"),
        ("Kommunal", "municipality"),
        ("Kommune (KL)", "municipality"),
        ("Statslig institution", "state"),
        ("Region Midtjylland", "region"),
        ("region", "region"),
        ("NGO/forening", "civil"),
        ("selvejende institution", "other"),
    ],
)
def test_sectors_are_read_with_the_words_beside_them(read: str, expected: str) -> None:
    assert read_value("interns", "sector", read, None) == expected


@pytest.mark.parametrize(
    "read", ["Folketinget", "ikke kommunal", "privat/kommune", "Odense Kommune", "institution"]
)
def test_a_sector_is_not_guessed(read: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_value("interns", "sector", read, None)
    assert refused.value.code == "not_one_of"
