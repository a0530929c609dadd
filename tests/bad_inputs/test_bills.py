"""Small files that would cost much: refused in words, within 150 MB and some seconds of the processor."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable

import openpyxl
import pytest

import innopraktik_match as im
from tests.bad_inputs.given import book, csv_folder, csv_text, edit

MOST_MB, MOST_CPU_SECONDS = 150, 12
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of a process as on Linux")

LIMITED = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({MOST_CPU_SECONDS}, {MOST_CPU_SECONDS}))
from innopraktik_match.cli import main
try:
    main(sys.argv[1:])
finally:
    print(*(line for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def costs(*words: object) -> tuple[int, str, float]:
    """Return the exit code of a command, what it said, and the most memory that it had in MB.

    It is killed where it takes too much time of the processor.
    """
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert "Traceback" not in done.stderr
    used = re.search(r"VmHWM:\s+(\d+) kB", done.stdout)
    return done.returncode, done.stderr, int(used[1]) / 1024 if used else 0.0


def sheet(rows: str, more: str = "") -> Callable[[dict[str, bytes]], None]:
    head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

    def put(parts: dict[str, bytes]) -> None:
        data = f"{head}<sheetData>{rows}</sheetData>{more}</worksheet>"
        parts["xl/worksheets/sheet1.xml"] = data.encode()

    return put


def strings(parts: dict[str, bytes]) -> None:
    runs = "<r><t>a</t></r>" * 1_000_000
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    parts["xl/sharedStrings.xml"] = f"<sst {main}><si>{runs}</si></sst>".encode()


def styles(parts: dict[str, bytes]) -> None:
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    xfs = "<xf/>" * 1_000_000
    parts["xl/styles.xml"] = f"<styleSheet {main}><cellXfs>{xfs}</cellXfs></styleSheet>".encode()


def nested(parts: dict[str, bytes]) -> None:
    parts["xl/worksheets/sheet1.xml"] = b"<a>" * 1_000_000 + b"</a>" * 1_000_000


def late_document_type(parts: dict[str, bytes]) -> None:
    data = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = (
        b"<!--" + b" " * 10**6 + b"-->" + b'<!DOCTYPE a [<!ENTITY b "c">]>' + data
    )


def many_sheets(parts: dict[str, bytes]) -> None:
    names = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 401))
    text = parts["xl/workbook.xml"].decode()
    before, rest = text.split("<sheets>")
    parts["xl/workbook.xml"] = f"{before}<sheets>{names}</sheets>{rest.split('</sheets>')[1]}".encode()


BOMBS = {
    "one row of 8 million cells at one address": sheet('<row r="1">' + '<c r="A1"><v>1</v></c>' * 4_000_000 + "</row>"),
    "half a million such cells": sheet('<row r="1">' + '<c r="A1"><v>1</v></c>' * 200_000 + "</row>"),
    "a million empty cells": sheet('<row r="1">' + "<c/>" * 1_000_000 + "</row>"),
    "a million empty rows": sheet("<row/>" * 1_000_000),
    "merged areas": sheet("", '<mergeCells>' + '<mergeCell ref="A1:XFD1048576"/>' * 300_000 + "</mergeCells>"),
    "runs of rich text": strings,
    "styles": styles,
    "nested elements": nested,
    "a document type behind a million blanks": late_document_type,
    "400 sheets on one part": many_sheets,
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_workbook_that_swells_is_refused_in_words(tmp_path, bomb):
    path = edit(book(tmp_path / "r.xlsx"), BOMBS[bomb])
    code, told, memory = costs("check", path)
    assert code == 3, told
    assert "r.xlsx" in told
    assert memory < MOST_MB


@pytest.mark.parametrize("command", ["verify", "score"])
def test_a_proof_that_swells_to_gigabytes_is_not_unpacked(tmp_path, command):
    round = im.Round.model_validate({"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]})
    im.write(im.solve(round), tmp_path / "plan.xlsx", round)
    im.write_round(round, tmp_path / "round.json")
    stream = zlib.compressobj(9)
    packed = b"".join(stream.compress(b" " * 2**20) for _ in range(2_000)) + stream.flush()
    text = base64.b64encode(packed).decode()
    made = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    for row, at in enumerate(range(0, len(text), 30_000), 4):
        made.worksheets[-1].cell(row, 1, text[at : at + 30_000])
    made.save(tmp_path / "plan.xlsx")
    assert (tmp_path / "plan.xlsx").stat().st_size < 100_000
    code, _, memory = costs(command, tmp_path / "plan.xlsx", tmp_path / "round.json")
    assert code in (0, 7)
    assert memory < MOST_MB


JSON = {
    "48 MB of lists": b"[" + b"[]," * 16_000_000 + b"[]]",
    "900 lists in each other": b'{"interns": ' + b"[" * 900 + b"]" * 900 + b"}",
    "20,000 objects in each other": b'{"interns": [' + b'{"id":' * 20_000 + b"1" + b"}" * 20_000 + b"]}",
    "a number of 5,000 digits": b'{"interns": [{"id": "p1",\n"priority": ' + b"9" * 5_000 + b"}]}",
}


@pytest.mark.parametrize("case", JSON)
@pytest.mark.parametrize("command", ["check", "verify", "score"])
def test_json_that_swells_is_refused_with_its_place(tmp_path, case, command):
    (tmp_path / "big.json").write_bytes(JSON[case])
    (tmp_path / "round.json").write_text('{"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]}')
    words = ["check", "big.json"] if command == "check" else [command, "big.json", "round.json"]
    code, told, memory = costs(words[0], *(tmp_path / name for name in words[1:]))
    assert code == 3, told
    assert "big.json" in told
    assert memory < MOST_MB


TOML = {
    "a key of 20,000 dots": "a" + ".a" * 20_000 + " = 1\n",
    "a table of 20,000 dots": "[a" + ".a" * 20_000 + "]\n",
    "lists in each other": "weeks = " + "[" * 5_000 + "]" * 5_000 + "\n",
    "tables in each other": "rules = " + "{a = " * 2_000 + "1" + "}" * 2_000 + "\n",
    "dots in a table in a line": "rules = {a" + ".a" * 20_000 + " = 1}\n",
    "a number of 5,000 digits": "year = 2026\nseed = " + "9" * 5_000 + "\n",
}


@pytest.mark.parametrize("case", TOML)
def test_settings_that_swell_are_refused_with_their_place(tmp_path, case):
    folder = csv_folder(tmp_path / "f")
    (folder / "policy.toml").write_text(TOML[case])
    code, told, memory = costs("check", folder)
    assert code == 3, told
    assert "policy.toml" in told
    assert memory < MOST_MB


FIELDS = [
    "id",
    "navn",
    "arbejdsplads",
    "sektor",
    "kommune",
    "dage",
    "uger",
    "ønsker",
    "højst km",
    "forrang",
    "besøg",
]
MARKS = ["(", "9", " ", "\u00a0", "-", ".", ",", ";", "|", "a(", "½", "'", '"', "/", "\u200b", "t ", "１"]


def test_no_cell_of_32_000_marks_takes_long_or_fails(tmp_path):
    """A row for each mark, the same in every column."""
    rows = [FIELDS] + [[f"p{n}"] + [f"1{mark * 32_000}"[:32_000]] * 10 for n, mark in enumerate(MARKS)]
    made = openpyxl.Workbook()
    made.active.title = "Praktikanter"
    for row in rows:
        made.active.append(row)
    made.create_sheet("Værter").append(["id"])
    made.save(tmp_path / "r.xlsx")
    code, told, memory = costs("check", tmp_path / "r.xlsx")
    assert code == 3, told
    assert memory < MOST_MB
    folder = csv_folder(tmp_path / "f", csv_text([[FIELDS[0], "(" * 32_000], ["p1", "x"]]))
    assert costs("check", folder)[0] in (0, 3)


def test_a_hundred_thousand_faulty_rows_are_told_by_the_first_and_their_number(tmp_path):
    rows = "Id;Navn;Dage;Uger\n" + "".join(f"p{n};Navn;x;y\n" for n in range(99_000))
    code, told, memory = costs("check", csv_folder(tmp_path / "f", rows))
    assert code == 3, told
    assert "98.500 rækker" in told
    assert memory < MOST_MB


def test_more_rows_than_are_read_are_refused_before_they_are_looked_at(tmp_path):
    rows = "Id;Navn\n" + "".join(f"p{n};Navn {n}\n" for n in range(390_000))
    code, told, memory = costs("check", csv_folder(tmp_path / "f", rows))
    assert code == 3
    assert "limits.rows" in told
    assert memory < MOST_MB


def test_the_limit_can_be_raised_in_the_settings(tmp_path):
    folder = csv_folder(tmp_path / "f")
    (folder / "columns.toml").write_text("[limits]\nrows = 1\n")
    assert costs("check", folder)[0] == 3
    (folder / "columns.toml").write_text("[limits]\nrows = 2\n")
    assert costs("check", folder)[0] == 0


def test_a_zip_whose_sizes_lie_is_told(tmp_path):
    path = book(tmp_path / "r.xlsx")
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    data = path.read_bytes().replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(data)
    assert costs("check", path)[0] == 3
