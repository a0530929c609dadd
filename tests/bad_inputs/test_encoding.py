"""Text files: which characters, which marks between the cells, which lines."""

from __future__ import annotations

import unicodedata

import pytest

from tests.bad_inputs.given import HOSTS, INTERNS, csv_folder, csv_text, with_cell

DANISH = csv_text(with_cell(INTERNS, "B2", "Søren Ågård"))


def folder_name(tmp_path):
    return tmp_path / "mappe"


def read_names(say, folder):
    from innopraktik_match.files import read

    return [intern.name for intern in read(folder).interns]


def test_21_a_byte_order_mark(accepted, say, tmp_path):
    folder = csv_folder(folder_name(tmp_path), DANISH.encode("utf-8-sig"))
    accepted(folder)
    assert read_names(say, folder)[0] == "Søren Ågård"


def test_22_cp1252_is_read_with_a_note(accepted, say, tmp_path):
    folder = csv_folder(folder_name(tmp_path), DANISH.encode("cp1252"))
    accepted(folder, "read_as_cp1252", "praktikanter.csv", severity="info")
    assert read_names(say, folder)[0] == "Søren Ågård"


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
def test_23_an_older_encoding_is_refused_with_its_name(refused, accepted, say, tmp_path, encoding):
    folder = csv_folder(folder_name(tmp_path), csv_text(with_cell(INTERNS, "B2", "Søren")).encode(encoding))
    heard = refused(folder, "encoding_other", "praktikanter.csv")
    assert f"--encoding {encoding}" in heard.told
    (folder / "værter.csv").write_bytes(csv_text(HOSTS).encode(encoding))
    assert say("check", folder, "--encoding", encoding).issues == []


def test_24_utf_16(accepted, say, tmp_path):
    folder = csv_folder(
        folder_name(tmp_path), csv_text(with_cell(INTERNS, "B2", "Søren"), "\t").encode("utf-16")
    )
    accepted(folder)
    assert read_names(say, folder)[0] == "Søren"


def test_25_text_encoded_twice_is_pointed_out(accepted, tmp_path):
    twice = csv_text(with_cell(INTERNS, "B2", "SÃ¸ren"))
    accepted(csv_folder(folder_name(tmp_path), twice), "text_twice_encoded", "praktikanter.csv:2")


@pytest.mark.parametrize("mark", [";", ",", "|", "\t"])
def test_26_a_sep_line_is_honoured(accepted, tmp_path, mark):
    rows = [[one if mark != "," else str(one).replace(",", "") for one in row] for row in INTERNS]
    accepted(csv_folder(folder_name(tmp_path), f"sep={mark}\r\n" + csv_text(rows, mark)))


def test_27_a_decimal_comma_in_a_comma_file(refused, tmp_path):
    rows = with_cell(INTERNS, "F3", "2,5")
    refused(csv_folder(folder_name(tmp_path), csv_text(rows, ",")), "row_ragged", "praktikanter.csv:3")


def test_28_rows_of_other_lengths_never_shift(refused, tmp_path):
    text = csv_text(INTERNS) + "p3;Cleo\r\n" + csv_text([[*INTERNS[1], "for", "meget"]])
    heard = refused(csv_folder(folder_name(tmp_path), text), "row_ragged")
    assert heard.where("row_ragged") == {"praktikanter.csv:4", "praktikanter.csv:5"}


def test_29_a_quote_that_is_never_closed(refused, tmp_path):
    text = csv_text(with_cell(INTERNS, "B3", '"Bo'))
    refused(csv_folder(folder_name(tmp_path), text), "quote_unclosed", "praktikanter.csv:3")


def test_30_line_numbers_stay_right_after_a_line_break_in_a_cell(refused, tmp_path):
    rows = with_cell(with_cell(INTERNS, "B2", '"Anna\r\nMarie"'), "D3", "kommunnal")
    refused(csv_folder(folder_name(tmp_path), csv_text(rows)), "not_one_of", "praktikanter.csv:4")


def test_31_a_null_byte(refused, tmp_path):
    text = csv_text(with_cell(INTERNS, "B3", "B\0o"))
    refused(csv_folder(folder_name(tmp_path), text), "null_byte", "praktikanter.csv:3")


def test_32_a_header_and_nothing_below(refused, tmp_path):
    refused(csv_folder(folder_name(tmp_path), csv_text(INTERNS[:1])), "no_interns", "praktikanter.csv")


def test_33_lines_that_end_as_on_an_old_mac(accepted, say, tmp_path):
    text = csv_text(with_cell(INTERNS, "B2", unicodedata.normalize("NFD", "Åse")), end="\r")
    folder = csv_folder(folder_name(tmp_path), text)
    accepted(folder)
    assert len(read_names(say, folder)) == 2


def test_34_a_cell_of_a_megabyte(refused, tmp_path):
    text = csv_text(with_cell(INTERNS, "B3", "x" * 2**20))
    refused(csv_folder(folder_name(tmp_path), text), "cell_too_large", "praktikanter.csv:3")
