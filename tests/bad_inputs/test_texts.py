"""Texts: shown, cleaned, inert and masked; places and sectors by any name."""

from __future__ import annotations

import openpyxl
import pytest

from innopraktik_match.files import read
from tests.bad_inputs.given import (
    INTERNS,
    SETTINGS,
    book,
    csv_folder,
    csv_text,
    with_cell,
)


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
