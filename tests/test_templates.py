"""People's own templates of letters: used where they are there, and looked through before anything is written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import innopraktik_match as im
from innopraktik_match.report.packs.templates import EDITABLE, originals
from tests.test_packs import MARKED, MARKED_PLAN, pack


def faults(templates: dict[str, str]) -> tuple[im.Issue, ...]:
    with pytest.raises(im.RoundError) as raised:
        pack(templates=templates)
    return raised.value.issues


def test_the_originals_give_what_we_write_ourselves():
    for lang in ("da", "en"):
        own = {name: data.decode() for name, data in originals(lang).items()}
        assert set(own) == set(EDITABLE)
        plain, edited = pack(lang=lang), pack(lang=lang, templates=own)
        for name in plain:
            if name.startswith(("letters/", "hosts/", "drafts/")) or name == "boss.html":
                assert plain[name] == edited[name], name


def test_an_edited_letter_is_the_mail_and_the_page_too():
    own = {"letter.txt": "Hej {{ letter.name }}\n\nKom <her>.\n"}
    files = pack(templates=own)
    name = next(name for name in files if name.startswith("letters/interns/001") and name.endswith(".txt"))
    assert files[name].decode() == "Hej ZqP0nameqZ\n\nKom <her>.\n"
    assert "<p>Kom &lt;her&gt;.</p>" in files[name.replace(".txt", ".html")].decode()


def test_a_template_of_the_language_wins():
    own = {"letter.txt": "begge", "letter.en.txt": "English"}
    assert pack(lang="en", templates=own)["mail.csv"].count(b"English") == 7
    assert b"English" not in pack(lang="da", templates=own)["mail.csv"]


@pytest.mark.parametrize(
    ("name", "text", "code", "line"),
    [
        ("letter.txt", "Hej\n{% for x in %}", "template_broken", 2),
        ("letter.txt", "Hej\n\n{{ letter.navn }}", "template_broken", 3),
        ("letter.txt", "{{ 1 / 0 }}", "template_broken", 1),
        ("letter.txt", "{{ ''.__class__.__mro__ }}", "template_broken", 1),
        ("boss.en.html", "{% endif %}", "template_broken", 1),
        ("brev.txt", "Hej", "template_unknown", None),
    ],
)
def test_a_fault_is_told_with_its_line(name, text, code, line):
    (fault,) = faults({name: text})
    assert (fault.code, fault.places[0].file, fault.places[0].line) == (code, name, line)
    assert name in fault.text("da")


def test_the_command_writes_the_originals_once_and_nothing_where_one_is_broken(tmp_path: Path):
    (tmp_path / "round.json").write_text(MARKED.model_dump_json(exclude_defaults=True), encoding="utf-8")
    im.write(MARKED_PLAN, tmp_path / "plan.json", MARKED)
    words = ["report", tmp_path / "plan.json", tmp_path / "round.json", "-o", tmp_path / "ud"]
    words += ["--templates", tmp_path / "egne", "--only", "letters"]

    def run() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "innopraktik_match", *map(str, words)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    first = run()
    assert (first.returncode, (tmp_path / "ud").exists()) == (0, False)
    assert {one.name for one in (tmp_path / "egne").iterdir()} == set(EDITABLE)
    (tmp_path / "egne" / "letter.txt").write_text("{{ letter.x }}", encoding="utf-8")
    broken = run()
    assert (broken.returncode, (tmp_path / "ud").exists()) == (3, False)
    assert "letter.txt" in broken.stderr
    (tmp_path / "egne" / "letter.txt").write_text("Hej {{ letter.name }}", encoding="utf-8")
    assert run().returncode == 0
    assert (tmp_path / "ud" / "letters").is_dir()
