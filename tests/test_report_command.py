"""The command `report`: a folder, whole or not at all, and never over anything else."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from innopraktik_match.domain.issues import WriteError
from innopraktik_match.files.out import folders
from innopraktik_match.report.packs import PARTS
from tests.test_cli import run
from tests.test_packs_hostile import Page


@pytest.fixture(scope="module")
def solved(tmp_path_factory):
    folder = tmp_path_factory.mktemp("solved")
    round, plan = folder / "round.json", folder / "plan.json"
    content = {
        "interns": [
            {
                "id": "p1",
                "name": "Anna",
                "email": "anna@example.org",
                "weeks": ["2026-W37"],
                "wishes": ["v1"],
            },
            {"id": "p2", "name": "Bo", "wishes": ["v1"]},
        ],
        "hosts": [{"id": "v1", "name": "DMI", "email": "dmi@example.org", "max": 1}],
    }
    round.write_text(json.dumps(content), encoding="utf-8")
    assert run("solve", round, "-o", plan).returncode == 0
    return round, plan


@pytest.mark.parametrize(
    ("lang", "proven", "outbid"),
    [
        ("da", "Det er bevist, at ingen anden plan", "Fyldt op: DMI (v1)."),
        ("en", "Proven optimal", "Full: DMI (v1)."),
    ],
)
def test_the_command_writes_the_folder_in_both_languages(tmp_path, solved, lang, proven, outbid):
    round, plan = solved
    done = run("report", plan, round, "-o", tmp_path / "ud", "--lang", lang, "--json")
    assert done.returncode == 0
    assert {one.name for one in (tmp_path / "ud").iterdir()} == set(PARTS.values())
    told = json.loads(done.stdout)
    assert sorted(told["files"]) == sorted(
        one.relative_to(tmp_path / "ud").as_posix() for one in (tmp_path / "ud").rglob("*") if one.is_file()
    )
    index = Page((tmp_path / "ud" / "index.html").read_text(encoding="utf-8"))
    assert index.text.count(proven) == 2  # in the result, and in how the plan was made
    assert outbid in index.text
    assert ("Without one valid" if lang == "en" else "Uden én gyldig") in done.stderr
    sheets = openpyxl.load_workbook(tmp_path / "ud" / "plan.xlsx").sheetnames
    assert run("verify", tmp_path / "ud" / "plan.xlsx", round).returncode == 0
    assert ("Not placed" if lang == "en" else "Ikke placeret") in sheets


def test_only_some_parts(tmp_path, solved):
    round, plan = solved
    done = run("report", plan, round, "-o", tmp_path / "ud", "--only", "letters, mail")
    assert done.returncode == 0
    assert {one.name for one in (tmp_path / "ud").iterdir()} == {"letters", "mail.csv"}
    wrong = run("report", plan, round, "-o", tmp_path / "ud", "--only", "brev")
    assert wrong.returncode == 2
    assert "--only skal være en eller flere af index" in wrong.stderr


def test_force_replaces_an_earlier_folder_whole_and_nothing_else(tmp_path, solved):
    round, plan = solved
    out = tmp_path / "ud"
    assert run("report", plan, round, "-o", out).returncode == 0
    again = run("report", plan, round, "-o", out)
    assert (again.returncode, "--force" in again.stderr) == (6, True)
    assert run("report", plan, round, "-o", out, "--only", "figures", "--force").returncode == 0
    assert [one.name for one in out.iterdir()] == ["figures.csv"]
    (out / "mine.txt").write_text("keep")
    refused = run("report", plan, round, "-o", out, "--force")
    assert (refused.returncode, "mine.txt" in refused.stderr) == (6, True)
    assert (out / "mine.txt").read_text() == "keep"
    (out / "mine.txt").rename(out / ".DS_Store")
    assert run("report", plan, round, "-o", out, "--force", "--only", "letters").returncode == 0
    (out / "letters" / "brev.docx").write_text("keep")
    refused = run("report", plan, round, "-o", out, "--force")
    assert (refused.returncode, "brev.docx" in refused.stderr) == (6, True)
    assert [one.name for one in tmp_path.iterdir()] == ["ud"]


def test_the_input_is_never_written_over(tmp_path, solved):
    mine = tmp_path / "mine"
    mine.mkdir()
    for path in solved:
        (mine / path.name).write_bytes(path.read_bytes())
    done = run("report", mine / "plan.json", mine / "round.json", "-o", mine, "--force")
    assert (done.returncode, "plan.json" in done.stderr) == (6, True)
    assert sorted(one.name for one in mine.iterdir()) == ["plan.json", "round.json"]
    done = run("report", mine / "plan.json", mine / "round.json", "-o", mine / "plan.json", "--force")
    assert (done.returncode, "er en fil" in done.stderr) == (6, True)


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_done(tmp_path, solved):
    round, plan = solved
    (tmp_path / "file").write_text("")
    done = run("report", plan, round, "-o", tmp_path / "file" / "ud")
    assert done.returncode == 6
    assert "kunne ikke skrives" in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_folder_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    out = tmp_path / "ud"
    folders.save_folder(out, {"a/b.txt": b"old"})
    write_bytes = Path.write_bytes

    def full(path, data):
        if path.name == "d.txt":
            raise OSError(errno.ENOSPC, "full", str(path))
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(WriteError):
        folders.save_folder(out, {"c.txt": b"new", "d.txt": b"new"})
    assert [one.relative_to(out).as_posix() for one in out.rglob("*.txt")] == ["a/b.txt"]
    assert [one.name for one in tmp_path.iterdir()] == ["ud"]


def test_the_old_folder_comes_back_where_the_new_one_cannot_be_moved(tmp_path, monkeypatch):
    out = tmp_path / "ud"
    folders.save_folder(out, {"a.txt": b"old"})
    rename = Path.rename

    def stuck(path, target):
        if path.suffix == ".part":
            raise OSError(errno.EACCES, "in use", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stuck)
    with pytest.raises(WriteError):
        folders.save_folder(out, {"b.txt": b"new"})
    assert [one.name for one in out.iterdir()] == ["a.txt"]
    assert [one.name for one in tmp_path.iterdir()] == ["ud"]


def test_a_changed_plan_is_not_called_proven(tmp_path, solved):
    round, plan = solved
    changed = json.loads(plan.read_text(encoding="utf-8"))
    changed["aims"][1]["value"] += 1
    (tmp_path / "plan.json").write_text(json.dumps(changed), encoding="utf-8")
    done = run("report", tmp_path / "plan.json", round, "-o", tmp_path / "ud", "--lang", "en")
    assert done.returncode == 0
    assert "not called proven" in done.stderr
    text = (tmp_path / "ud" / "index.html").read_text(encoding="utf-8")
    assert "It is not proven to be the best." in text
    assert "Proven optimal" not in text


def test_what_people_moved_in_the_workbook_is_what_is_handed_out(tmp_path, solved):
    round, plan = solved
    run("report", plan, round, "-o", tmp_path / "ud", "--only", "plan")
    book = openpyxl.load_workbook(tmp_path / "ud" / "plan.xlsx")
    other = {"p1": "p2", "Anna": "Bo"}
    for cell in (cell for row in book["Plan"].iter_rows() for cell in row if cell.value in other):
        cell.value = other[cell.value]
    book.save(tmp_path / "moved.xlsx")
    done = run("report", tmp_path / "moved.xlsx", round, "-o", tmp_path / "moved")
    assert done.returncode == 0
    assert "ikke, som den blev lavet" in done.stderr
    letter = (tmp_path / "moved" / "letters" / "interns" / "002-p2-bo.txt").read_text(encoding="utf-8")
    assert "Hvor: DMI" in letter


def test_a_plan_by_hand_is_handed_out_and_one_that_breaks_a_hard_rule_is_not(tmp_path, solved):
    round, _ = solved
    hand = tmp_path / "plan.csv"
    hand.write_text("praktikant;vært\nBo;DMI\n", encoding="utf-8")
    assert run("report", hand, round, "-o", tmp_path / "ud").returncode == 0
    text = (tmp_path / "ud" / "index.html").read_text(encoding="utf-8")
    assert "Bo (p2)" in text
    assert "så grundene er ikke fundet" in text
    hand.write_text("praktikant;vært\nBo;DMI\nAnna;DMI\n", encoding="utf-8")
    done = run("report", hand, round, "-o", tmp_path / "broken")
    assert done.returncode == 7
    assert "bryder 1 fast regel" in done.stderr
    assert not (tmp_path / "broken").exists()


def test_without_the_extra_it_says_what_to_install(tmp_path, solved):
    round, plan = solved
    code = (
        "import importlib.util, sys\n"
        "find = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *more: None if name == 'icalendar' else find(name, *more)\n"
        "from innopraktik_match.cli import main\n"
        "main(sys.argv[1:])"
    )
    words = ["report", plan, round, "-o", tmp_path / "ud"]
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "pip install 'innopraktik-match[report]'" in done.stderr
    assert not (tmp_path / "ud").exists()
