"""Headers and the shape of tables: found, recognised, or told; never guessed in silence."""

from __future__ import annotations

import pytest

from tests.bad_inputs.given import HEADER, HOSTS, INTERNS, SETTINGS, book, with_cell


@pytest.mark.parametrize("header", ["Sektor", "SEKTOR", "Sektor\u00a0", "sector"])
def test_35_two_columns_for_one_field(refused, tmp_path, header):
    interns = with_cell(with_cell(INTERNS, "I1", header), "I2", "privat")
    refused(book(tmp_path / "r.xlsx", interns), "column_twice", "Praktikanter!D1", "Praktikanter!I1")


def test_35_two_unknown_columns_of_one_name(refused, tmp_path):
    interns = [[*row, "x", "y"] for row in INTERNS]
    interns[0][-2:] = ["Farve", "farve\u00a0"]
    refused(book(tmp_path / "r.xlsx", interns), "column_twice", "Praktikanter!I1", "Praktikanter!J1")


def test_36_a_required_column_is_missing_and_the_nearest_named(refused, tmp_path):
    bans = [["Praktikant", "Navn på værten"], ["p1", "v2"]]
    heard = refused(book(tmp_path / "r.xlsx", Udelukket=bans), "column_missing", "Udelukket!A1")
    assert heard.only("column_missing")["values"]["suggestion"] == "Navn på værten"


def test_37_a_misspelt_header_is_proposed_and_never_accepted(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, "C1", "Arbejdspalds"))
    heard = refused(path, "column_misspelt", "Praktikanter!C1")
    assert heard.only("column_misspelt")["values"]["suggestion"] == "arbejdsplads"
    assert '[columns.praktikanter]: "Arbejdspalds" = "Arbejdsplads"' in heard.told


def test_38_title_rows_above_the_header(accepted, refused, tmp_path):
    titles = [["Tilmeldinger 2026"], [None], ["Udskrevet 1. juni"]]
    accepted(book(tmp_path / "r.xlsx", titles + INTERNS))
    refused(book(tmp_path / "far.xlsx", [[f"linje {n}"] for n in range(60)] + INTERNS), "column_missing")


def test_39_two_tables_on_one_sheet(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", [*INTERNS, [None], *HOSTS])
    refused(path, "table_second_header", "Praktikanter!A5")


def test_40_a_column_without_a_header_is_carried(accepted, tmp_path):
    from innopraktik_match.files import read

    interns = with_cell(with_cell(INTERNS, "I1", None), "I2", "vegetar")
    path = book(tmp_path / "r.xlsx", interns)
    accepted(path, "column_without_header", "Praktikanter!I1")
    assert list(read(path).interns[0].extra.values()) == ["vegetar"]


@pytest.mark.parametrize("total", ["I alt", "I ALT:", "Total", "I alt 2", "Sum"])
@pytest.mark.parametrize("column", ["A", "C"])
def test_41_a_total_is_nobody(accepted, say, tmp_path, total, column):
    path = book(tmp_path / "r.xlsx", with_cell([*INTERNS, []], f"{column}4", total))
    heard = accepted(path, "total_row_skipped", "Praktikanter!A4")
    assert heard.data["demand"]["total"]["interns"] == 2


def test_42_merged_cells_with_their_range(refused, accepted, tmp_path):
    path = book(tmp_path / "r.xlsx", change=lambda made: made["Værter"].merge_cells("C2:C3"))
    refused(path, "cells_merged", "Værter!C2:C3")
    titled = [["Tilmeldinger"], *INTERNS]
    accepted(book(tmp_path / "t.xlsx", titled, change=lambda made: made["Praktikanter"].merge_cells("A1:H1")))


def test_43_hidden_rows_columns_and_sheets_are_used_and_listed(accepted, tmp_path):
    def hide(made):
        made["Praktikanter"].row_dimensions[3].hidden = True
        made["Praktikanter"].column_dimensions["D"].hidden = True
        made["Værter"].sheet_state = "veryHidden"

    heard = accepted(book(tmp_path / "r.xlsx", change=hide), "rows_hidden", "Praktikanter!A3")
    assert heard.where("columns_hidden", "warning") == {"Praktikanter!D1"}
    assert heard.where("sheet_hidden", "warning") == {"Værter"}
    assert heard.data["demand"]["total"] == {"interns": 2, "hosts": 2, "places": 3}


def test_44_rows_that_a_filter_hides_are_used(accepted, tmp_path):
    def filter_rows(made):
        sheet = made["Praktikanter"]
        sheet.auto_filter.ref = "A1:H3"
        sheet.auto_filter.add_filter_column(3, ["regional"])
        sheet.row_dimensions[2].hidden = True

    heard = accepted(book(tmp_path / "r.xlsx", change=filter_rows), "rows_filtered", "Praktikanter!A2")
    assert heard.data["demand"]["total"]["interns"] == 2


def test_45_interns_and_hosts_in_each_others_sheets(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", HOSTS, [[*HEADER, "Ønsker", "Højst km", "Gruppe"], *INTERNS[1:]])
    refused(path, "tables_swapped", "Praktikanter", "Værter")


def test_46_empty_and_extra_sheets_are_told(accepted, tmp_path):
    path = book(tmp_path / "r.xlsx", Ark2=[], Kantine=[["Ret"], ["Suppe"]])
    heard = accepted(path, "sheet_empty", "Ark2", severity="info")
    assert heard.where("table_unknown", "info") == {"Kantine"}
    assert SETTINGS[0][0] == "year"
