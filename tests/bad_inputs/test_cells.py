"""Cells: each value is read, or refused with a text of its own."""

from __future__ import annotations

import unicodedata
from datetime import datetime

import openpyxl
import pytest

from innopraktik_match.files import read
from tests.bad_inputs.given import (
    HOSTS,
    INTERNS,
    SETTINGS,
    book,
    csv_folder,
    csv_text,
    edit,
    replace,
    with_cell,
)


@pytest.mark.parametrize("value", ["#REF!", "#N/A", "#VÆRDI!", "#DIV/0!"])
@pytest.mark.parametrize("cell", ["C2", "F2", "H2"])
def test_47_an_error_value_in_a_used_column_is_never_blank(refused, tmp_path, value, cell):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, cell, value))
    refused(path, "error_value", f"Praktikanter!{cell}")


def test_47_an_error_value_in_a_column_nobody_uses_is_carried(accepted, tmp_path):
    path = book(tmp_path / "r.xlsx", with_cell(with_cell(INTERNS, "I1", "Farve"), "I2", "#REF!"))
    accepted(path)
    assert read(path).interns[0].extra == {"Farve": "#REF!"}


def test_48_a_formula_nobody_calculated(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, "F3", "=1+2"))
    assert "gem den igen" in refused(path, "formula_without_value", "Praktikanter!F3").told


def test_49_007_and_7_are_two(tmp_path):
    path = book(tmp_path / "r.xlsx", with_cell(with_cell(INTERNS, "A2", "007"), "A3", 7))
    assert [intern.id for intern in read(path).interns] == ["007", "7"]


def test_50_an_id_that_excel_has_rounded(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, "A2", 123456789012345678))
    refused(path, "id_long_number", "Praktikanter!A2")
    rounded = csv_text(with_cell(INTERNS, "A2", "1,23457E+17"))
    refused(csv_folder(tmp_path / "f", rounded), "id_long_number", "praktikanter.csv:2")


@pytest.mark.parametrize("same", ["å1", "Å1", "a\u030a1", "å1\u00a0", "å\u200b1", " å1 "])
def test_51_one_id_for_two_however_it_is_written(refused, tmp_path, same):
    path = book(tmp_path / "r.xlsx", with_cell(with_cell(INTERNS, "A2", "å1"), "A3", same))
    refused(path, "id_twice", "Praktikanter!A2", "Praktikanter!A3")
    assert unicodedata.normalize("NFC", "a\u030a") == "å"


def test_52_each_wrong_capacity_has_a_text_of_its_own(refused, tmp_path):
    told = set()
    for number, (value, code) in enumerate(
        [
            (0, "number_is_zero"),
            (-1, "number_negative"),
            (2.5, "not_whole"),
            (4, "max_above_limit"),
            ("2-3", "number_is_range"),
            (True, "number_is_yes_no"),
            ("to", "number_in_words"),
        ]
    ):
        path = book(
            tmp_path / f"{number}.xlsx", with_cell(INTERNS, "A1", "Id"), with_cell(HOSTS, "I3", value)
        )
        heard = refused(path, code, "Værter!I3")
        told.add(heard.told.split("Værter", 1)[1])
    assert len(told) == 7


def test_52_a_blank_capacity_is_the_minimum(accepted, tmp_path):
    path = book(tmp_path / "r.xlsx", hosts=with_cell(HOSTS, "I2", None))
    accepted(path)
    assert read(path).hosts[0].max == 1


@pytest.mark.parametrize("value", ["3-6 mdr", "et halvt år", 0, 99, "5-2"])
def test_53_lengths_that_make_no_sense(refused, tmp_path, value):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, "F2", value))
    code = "days_unreadable" if isinstance(value, str) and value != "5-2" else "days_out_of_range"
    refused(path, code, "Praktikanter!F2")


@pytest.mark.parametrize(
    ("value", "least", "most"), [("2-5", 2, 5), ("2 til 3 dage", 2, 3), ("max 3", 1, 3), ("2½", 2, 3)]
)
def test_53_lengths_as_people_write_them(accepted, tmp_path, value, least, most):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, "F2", value))
    accepted(path)
    days = read(path).interns[0].days
    assert (days.min, days.max) == (least, most)


def test_54_the_least_above_the_most(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", hosts=with_cell(HOSTS, "H2", 3))
    refused(path, "min_above_max", "Værter!H2")


def weeks_of(path):
    return read(path).interns[0].weeks


def dated(path, value, *more):
    interns = with_cell(INTERNS, "G2", value)
    for cell, other in more:
        interns = with_cell(interns, cell, other)
    return book(path, interns, Indstillinger=[["year", 2026], ["weeks", "1-53"]])


def test_55_the_day_comes_before_the_month(accepted, tmp_path):
    path = dated(tmp_path / "r.xlsx", "01-02-2026")
    accepted(path, "dates_day_first", "Praktikanter!G1", severity="info")
    assert weeks_of(path) == ("2026-W05",)


@pytest.mark.parametrize(
    "written",
    [
        "12-09-2026",
        "12.09.2026",
        "12/9/2026",
        "12. september 2026",
        "2026-09-12",
        "lørdag den 12. september 2026",
    ],
)
def test_55_dates_as_people_write_them(accepted, tmp_path, written):
    path = dated(tmp_path / "r.xlsx", written)
    assert weeks_of(path) == ("2026-W37",)


def test_56_a_month_before_the_day_is_not_guessed(refused, tmp_path):
    refused(dated(tmp_path / "r.xlsx", "02/13/2026"), "date_month_first", "Praktikanter!G2")


def test_56_one_of_them_makes_the_whole_column_doubtful(refused, accepted, tmp_path):
    path = dated(tmp_path / "r.xlsx", "02/13/2026", ("G3", "09/07/2026"))
    refused(path, "date_month_first", "Praktikanter!G2", "Praktikanter!G3")
    (tmp_path / "columns.toml").write_text('dates = "month first"\n')
    accepted([path, tmp_path / "columns.toml"])
    assert [intern.weeks for intern in read(path, tmp_path / "columns.toml").interns] == [
        ("2026-W07",),
        ("2026-W37",),
    ]


@pytest.mark.parametrize("value", [datetime(1900, 1, 5), datetime(1970, 1, 1), "01-01-1970"])
def test_57_dates_that_are_no_dates_of_ours(refused, tmp_path, value):
    refused(dated(tmp_path / "r.xlsx", value), "date_unlikely", "Praktikanter!G2")


def test_58_a_workbook_that_counts_from_1904(accepted, tmp_path):
    def old(made):
        made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        made["Praktikanter"]["G2"] = datetime(2026, 9, 7)

    path = book(tmp_path / "r.xlsx", change=old)
    accepted(path)
    assert weeks_of(path) == ("2026-W37",)


def test_59_a_date_with_a_time_is_the_date(accepted, tmp_path):
    path = dated(tmp_path / "r.xlsx", datetime(2026, 9, 7, 13, 30))
    accepted(path, "date_with_time", "Praktikanter!G2")
    assert weeks_of(path) == ("2026-W37",)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("uge 39-37", "weeks_reversed"),
        ("11-09-2026 til 07-09-2026", "weeks_reversed"),
        ("2025-W53", "week_does_not_exist"),
        ("31-04-2026", "date_does_not_exist"),
        ("31. april 2026", "date_does_not_exist"),
        ("12/9-26", "year_two_digits"),
    ],
)
def test_60_dates_that_do_not_exist(refused, tmp_path, value, code):
    refused(dated(tmp_path / "r.xlsx", value), code, "Praktikanter!G2")


PAIRS = [["Praktikant", "Vært", "Point"], ["p1", "v1", "1.234"], ["p2", "v2", "7"]]


@pytest.mark.parametrize(
    ("first", "second", "points"),
    [
        ("1.234", "1 234,0", 1234),
        ("1.234", "12.345,0", 1234),
        ("1,234", "2,000.0", 1234),
        ("1 234,0", "7", 1234),
        ("1.234.567", "7", 1234567),
    ],
)
def test_61_numbers_are_decided_by_their_column(accepted, tmp_path, first, second, points):
    pairs = with_cell(with_cell(PAIRS, "C2", first), "C3", second)
    path = book(tmp_path / "r.xlsx", Par=pairs)
    accepted(path)
    assert read(path).pairs[0].points == points


@pytest.mark.parametrize("value", ["1.234", "1,234"])
def test_61_a_number_that_can_be_two_numbers_is_asked_about(refused, tmp_path, value):
    refused(book(tmp_path / "r.xlsx", Par=with_cell(PAIRS, "C2", value)), "number_ambiguous", "Par!C2")


@pytest.mark.parametrize("value", ["NaN", "inf", "-inf", "1e400", "uendelig"])
def test_62_points_that_are_no_numbers(refused, tmp_path, value):
    refused(book(tmp_path / "r.xlsx", Par=with_cell(PAIRS, "C2", value)), "not_whole", "Par!C2")


def test_62_infinite_points_as_numbers(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", Par=with_cell(PAIRS, "C2", 55))
    edit(path, replace("xl/worksheets/sheet4.xml", b"<v>55</v>", b"<v>1e400</v>"))
    refused(path, "not_whole", "Par!C2")
    (tmp_path / "r.json").write_text(
        '{"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}],'
        ' "pairs": [{"intern": "p1", "host": "v1", "points": NaN}]}'
    )
    refused(tmp_path / "r.json", "not_whole")


def test_63_strange_characters_are_shown_and_cleaned_in_keys(say, tmp_path):
    interns = with_cell(INTERNS, "A2", "p\u202e1\u200b")
    interns = with_cell(with_cell(interns, "B2", "🙂" + "x" * 40_000), "C3", "Syge\u200bhuset")
    path = csv_folder(tmp_path / "f", csv_text(with_cell(interns, "H3", "V\u200b2")))
    heard = say("check", path)
    assert heard.code == 0
    assert heard.where("text_will_be_cut", "warning") == {"praktikanter.csv:2"}
    assert read(path).interns[1].wishes == ("v2",)
    solved = say("solve", path, "-o", tmp_path / "plan.xlsx")
    assert solved.code == 0
    sheet = openpyxl.load_workbook(tmp_path / "plan.xlsx").worksheets
    texts = [str(cell.value) for one in sheet for row in one.iter_rows() for cell in row]
    assert any("🙂" in text for text in texts)
    assert max(map(len, texts)) <= 32_767


DANGEROUS = ['=HYPERLINK("http://x")', "+45 12 34 56 78", "@x", "\t=1", "-2+3"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_64_what_a_spreadsheet_would_calculate_is_inert(say, tmp_path, text):
    quoted = '"' + text.replace('"', '""') + '"'
    interns = with_cell(with_cell(with_cell(INTERNS, "I1", "Telefon"), "I2", quoted), "I3", "")
    path = csv_folder(tmp_path / "f", csv_text(interns))
    for name in ("plan.xlsx", "plan.csv", "mærket.xlsx"):
        words = ["solve", path, "-o"] if name.startswith("plan") else ["check", path, "--marked"]
        assert say(*words, tmp_path / name).code == 0
    for name in ("plan.xlsx", "mærket.xlsx"):
        cells = [
            cell
            for sheet in openpyxl.load_workbook(tmp_path / name).worksheets
            for row in sheet.iter_rows()
            for cell in row
        ]
        assert any(text.strip() in str(cell.value) for cell in cells)
        assert all(cell.data_type != "f" for cell in cells if str(cell.value) != "")
    listed = (tmp_path / "plan.csv").read_text(encoding="utf-8-sig")
    assert text.strip().replace('"', '""') in listed
    assert not any(
        part.lstrip('"')[:1] in ("=", "+", "@", "\t") for part in listed.replace("\n", ";").split(";")
    )


def test_65_markup_in_a_name_stays_text(say, tmp_path):
    import zipfile

    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, "B2", "<script>alert(1)</script>"))
    assert say("solve", path, "-o", tmp_path / "plan.xlsx").code == 0
    assert say("check", path, "--marked", tmp_path / "m.xlsx").code == 0
    for name in ("plan.xlsx", "m.xlsx"):
        with zipfile.ZipFile(tmp_path / name) as archive:
            parts = [archive.read(one) for one in archive.namelist()]
        assert not any(b"<script>" in part for part in parts)
        assert any(b"&lt;script&gt;" in part for part in parts)


CPR = "010190-1234"


@pytest.mark.parametrize("cell", ["A2", "B2", "C2", "H2", "I2"])
@pytest.mark.parametrize("written", [CPR, "0101901234", "cpr 010190 1234"])
def test_66_a_civil_registration_number_is_masked_everywhere(say, tmp_path, cell, written):
    interns = with_cell(with_cell(INTERNS, "I1", "Bemærkning"), cell, written)
    path = book(tmp_path / "r.xlsx", interns)
    heard = say("check", path, "--marked", tmp_path / "m.xlsx")
    assert heard.where("looks_like_cpr", "warning") == {f"Praktikanter!{cell}"}
    outputs = [heard.told, str(heard.data)]
    if heard.code == 0:
        for name in ("plan.json", "plan.csv", "plan.xlsx"):
            solved = say("solve", path, "-o", tmp_path / name)
            outputs += [solved.told, str(solved.data)]
        outputs += [(tmp_path / name).read_text(encoding="utf-8-sig") for name in ("plan.json", "plan.csv")]
    for name in ("m.xlsx", "plan.xlsx"):
        if (tmp_path / name).exists():
            made = openpyxl.load_workbook(tmp_path / name)
            outputs += [str(cell.value) for one in made.worksheets for row in one.iter_rows() for cell in row]
    assert not any("1234" in text and "0101" in text for text in outputs)


def test_66_masked_ids_stay_apart_and_still_find_each_other(accepted, tmp_path):
    interns = with_cell(with_cell(INTERNS, "A2", CPR), "A3", "020290-2345")
    path = book(tmp_path / "r.xlsx", interns, Par=[["Praktikant", "Vært", "Point"], ["0202902345", "v1", 3]])
    accepted(path, "looks_like_cpr")
    round = read(path)
    assert len({intern.id for intern in round.interns}) == 2
    assert round.pairs[0].intern == round.interns[1].id


@pytest.mark.parametrize("number", ["9901901234", "12345678901234", "4512345678"])
def test_66_other_numbers_are_left_alone(accepted, tmp_path, number):
    interns = with_cell(with_cell(INTERNS, "I1", "Bemærkning"), "I2", number)
    accepted(book(tmp_path / "r.xlsx", interns))


@pytest.mark.parametrize(
    ("cell", "value", "code", "suggestion"),
    [
        ("D2", "kommunnal", "not_one_of", "kommunal"),
        ("E2", "Odnse", "municipality_unknown", "Odense"),
        ("I2", "Region Sydanmark", "region_unknown", "Region Syddanmark"),
    ],
)
def test_67_an_unknown_place_or_sector_with_what_was_meant(refused, tmp_path, cell, value, code, suggestion):
    interns = with_cell(with_cell(INTERNS, "I1", "Region"), cell, value)
    heard = refused(book(tmp_path / "r.xlsx", interns), code, f"Praktikanter!{cell}")
    assert heard.only(code)["values"]["suggestion"] == suggestion


@pytest.mark.parametrize("value", ["Århus", "Hinnerup", "0751", "Fakse", "Ølstykke Kommune", "Farum"])
def test_67_old_names_are_known(accepted, tmp_path, value):
    accepted(book(tmp_path / "r.xlsx", with_cell(INTERNS, "E2", value)))


@pytest.mark.parametrize(("year", "region"), [(2026, "Region Sjælland"), (2027, "Region Østdanmark")])
def test_67_the_regions_of_2027(say, tmp_path, year, region):
    interns = with_cell(with_cell(INTERNS, "I1", "Region"), "I2", "Sjælland")
    path = book(tmp_path / "r.xlsx", interns, Indstillinger=[["year", year], *SETTINGS[1:]])
    heard = say("check", path)
    assert heard.code == 0
    assert read(path).interns[0].region == region
    assert ("region_renamed" in heard.codes("info")) == (year == 2027)
