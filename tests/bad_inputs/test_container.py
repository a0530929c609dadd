"""The file itself: what it holds, whatever it is called, and whatever was done to it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.bad_inputs.given import HOSTS, INTERNS, book, csv_folder, csv_text, edit, replace, with_cell

SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MEASURED = """
import sys
from innopraktik_match.cli import main
try:
    main(["check", sys.argv[1], "-q"])
except SystemExit as left:
    peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(int(left.code), int(peak.split()[1]) // 1024)
"""
needs_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")


def measured(path: Path) -> tuple[int, int]:
    """Return the exit code of `check` and the most megabytes it held."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True
    )
    code, mb = done.stdout.split()
    return int(code), int(mb)


def test_01_an_empty_file(refused, tmp_path):
    (tmp_path / "praktikanter.csv").write_bytes(b"")
    refused(tmp_path / "praktikanter.csv", "file_empty", "praktikanter.csv")


def test_02_a_workbook_of_no_bytes(refused, tmp_path):
    (tmp_path / "runde.xlsx").write_bytes(b"")
    refused(tmp_path / "runde.xlsx", "file_empty", "runde.xlsx")


def test_03_a_workbook_cut_off_in_the_middle(refused, tmp_path):
    path = book(tmp_path / "runde.xlsx")
    path.write_bytes(path.read_bytes()[:-900])
    refused(path, "workbook_damaged", "runde.xlsx")


def test_04_text_that_is_called_a_workbook_is_read(accepted, tmp_path):
    folder = csv_folder(tmp_path / "f")
    (folder / "praktikanter.csv").rename(folder / "praktikanter.xlsx")
    accepted(folder, "file_is_text", "praktikanter.xlsx")


def test_05_a_workbook_that_is_called_text_is_read(accepted, tmp_path):
    path = book(tmp_path / "runde.xlsx").rename(tmp_path / "runde.csv")
    accepted(path, "file_is_workbook", "runde.csv")


def test_06_a_web_page_that_is_called_a_workbook(refused, tmp_path):
    (tmp_path / "runde.xls").write_text("<html><body><table><tr><td>id</td></tr></table>")
    assert "webside" in refused(tmp_path / "runde.xls", "file_is_html", "runde.xls").told


def test_07_a_workbook_with_a_password(refused, tmp_path):
    (tmp_path / "runde.xlsx").write_bytes(OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512))
    assert "Fjern adgangskoden" in refused(tmp_path / "runde.xlsx", "workbook_locked", "runde.xlsx").told


def test_08_an_old_workbook_with_advice(refused, tmp_path):
    (tmp_path / "runde.xls").write_bytes(OLE + "Workbook".encode("utf-16-le") + bytes(512))
    assert ".xlsx" in refused(tmp_path / "runde.xls", "workbook_old", "runde.xls").told


def test_09_macros_are_left_alone(accepted, tmp_path):
    def macros(parts):
        parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
        kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        assert kind in parts["[Content_Types].xml"]
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            kind, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
        )

    path = edit(book(tmp_path / "runde.xlsx"), macros).rename(tmp_path / "runde.xlsm")
    accepted(path, "macros_ignored", "runde.xlsm")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/media/image1.png"])
def test_10_a_zip_bomb_is_refused_before_it_is_inflated(refused, tmp_path, part):
    path = book(tmp_path / "runde.xlsx")
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("bomb/" + part, "w") as bomb,
    ):
        for _ in range(210):
            bomb.write(bytes(2**20))
    assert path.stat().st_size < 400_000
    assert "MB" in refused(path, "file_too_large", "runde.xlsx").told


@needs_proc
@pytest.mark.parametrize("part", ["xl/worksheets/sheet9.xml", "xl/sharedStrings.xml"])
def test_10_little_memory_is_held_whatever_the_file(tmp_path, part):
    path = book(tmp_path / "runde.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(part, "w") as bomb:
        for _ in range(210):
            bomb.write(bytes(2**20))
    code, mb = measured(path)
    assert code == 3
    assert mb < 150


def test_10_a_workbook_that_lies_about_its_size_is_damaged(refused, tmp_path):
    path = edit(book(tmp_path / "runde.xlsx"), lambda parts: parts.update({SHEET: bytes(2**21)}))
    data = path.read_bytes()
    path.write_bytes(data.replace((2**21).to_bytes(4, "little"), (100).to_bytes(4, "little")))
    refused(path, "workbook_damaged", "runde.xlsx")


def test_11_a_cell_in_the_last_corner(refused, accepted, tmp_path):
    def corner(value):
        return lambda made: made["Praktikanter"].__setitem__("XFD1048576", value)

    path = book(tmp_path / "runde.xlsx", change=corner("her"))
    refused(path, "cell_far_away", "Praktikanter!XFD1048576")
    blank = edit(
        book(tmp_path / "blank.xlsx", change=corner(1)),
        replace(SHEET, b'<c r="XFD1048576" t="n"><v>1</v></c>', b'<c r="XFD1048576" s="0"/>'),
    )
    accepted(blank)


def test_12_200_000_formatted_blank_rows(accepted, tmp_path):
    rows = b"".join(
        b'<row r="%d"><c r="A%d" s="0"/><c r="B%d" s="0"/></row>' % (n, n, n) for n in range(4, 200_004)
    )
    path = edit(book(tmp_path / "runde.xlsx"), replace(SHEET, b"</sheetData>", rows + b"</sheetData>"))
    accepted(path)


@needs_proc
def test_12_blank_rows_need_no_memory(tmp_path):
    rows = b"".join(
        b'<row r="%d"><c r="A%d" s="0"/><c r="B%d" s="0"/></row>' % (n, n, n) for n in range(4, 200_004)
    )
    path = edit(book(tmp_path / "runde.xlsx"), replace(SHEET, b"</sheetData>", rows + b"</sheetData>"))
    code, mb = measured(path)
    assert code == 0
    assert mb < 150


def test_13_a_wrong_dimension_hides_no_row(say, tmp_path):
    path = book(tmp_path / "runde.xlsx")
    edit(path, replace(SHEET, b'<dimension ref="A1:H3" />', b'<dimension ref="A1:B2" />'))
    heard = say("check", path)
    assert heard.code == 0
    assert heard.data["demand"]["total"]["interns"] == 2
    assert heard.data["demand"]["wanted"][0][0] == "v1"


@pytest.mark.parametrize(
    "entity",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_14_entities_are_refused_and_nothing_is_fetched(refused, tmp_path, entity, part):
    def declare(parts):
        head, mark, rest = parts[part].partition(b"?>")
        parts[part] = head + mark + entity + rest if mark else entity + parts[part]

    refused(edit(book(tmp_path / "runde.xlsx"), declare), "workbook_unsafe", "runde.xlsx")


def test_15_an_entry_that_points_outside_writes_nothing(accepted, tmp_path):
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    path = edit(book(inner / "runde.xlsx"), lambda parts: parts.update({"../../x": b"x"}))
    before = {one for one in tmp_path.rglob("*")}
    accepted(path)
    assert {one for one in tmp_path.rglob("*")} == before


def test_16_a_link_to_another_workbook_gives_the_value_it_had(say, tmp_path):
    def link(parts):
        parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"
        old = b'<c r="I2" t="n"><v>2</v></c>'
        assert old in parts["xl/worksheets/sheet2.xml"]
        new = b'<c r="I2"><f>[1]Ark1!$A$1</f><v>2</v></c>'
        parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"].replace(old, new)

    heard = say("check", edit(book(tmp_path / "runde.xlsx"), link))
    assert heard.code == 0
    assert heard.where("links_to_workbooks", "warning") == {"runde.xlsx"}
    assert heard.data["demand"]["total"]["places"] == 3


def test_17_a_workbook_without_sheets(refused, tmp_path):
    import re

    path = book(tmp_path / "runde.xlsx")
    edit(
        path,
        lambda parts: parts.update(
            {"xl/workbook.xml": re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", parts["xl/workbook.xml"])}
        ),
    )
    refused(path, "workbook_without_sheets", "runde.xlsx")


def test_18_folders_devices_missing_paths_and_closed_doors(refused, tmp_path, monkeypatch):
    (tmp_path / "tom").mkdir()
    refused(tmp_path / "tom", "folder_empty", "tom")
    refused(tmp_path / "nowhere.xlsx", "file_missing", "nowhere.xlsx")
    refused(Path(os.devnull), "file_not_a_file")
    path = book(tmp_path / "runde.xlsx")
    path.chmod(0)
    if os.access(path, os.R_OK):  # the administrator may read everything

        def closed(self: Path) -> bytes:
            raise PermissionError(13, "closed")

        monkeypatch.setattr(Path, "read_bytes", closed)
    refused(path, "file_unreadable", "runde.xlsx")


def test_19_an_output_that_cannot_be_written_offers_another_name(say, tmp_path):
    (tmp_path / "fil").write_text("")
    heard = say("solve", book(tmp_path / "runde.xlsx"), "-o", tmp_path / "fil" / "plan.xlsx")
    assert heard.code == 6
    assert "plan-2.xlsx" in heard.told
    assert not (tmp_path / "plan-2.xlsx").exists()


def test_20_the_output_may_not_be_the_input(say, tmp_path):
    path = book(tmp_path / "runde.xlsx")
    before = path.read_bytes()
    for words in (["solve", path, "-o", path], ["check", path, "--marked", path]):
        heard = say(*words, "--force")
        assert heard.code == 6
        assert "filer, der læses" in heard.told
    assert path.read_bytes() == before


def test_a_sound_round_is_sound(accepted, tmp_path):
    accepted(book(tmp_path / "runde.xlsx"))
    accepted(csv_folder(tmp_path / "mappe"))
    accepted(book(tmp_path / "b.xlsx", INTERNS, with_cell(HOSTS, "I2", 3)))
    assert csv_text([["a", None]]) == "a;\r\n"
