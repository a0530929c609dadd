"""Every legal round reads back as it was written, whatever its texts say."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.files.raw.cells import Row, Table, Verbatim
from innopraktik_match.files.raw.guards import guarded, needs_guard, unguarded
from innopraktik_match.validation.faults import find_faults
from tests.odd_rounds import WORDS, odd_rounds, shows_no_civil_number, texts
from tests.wide_rounds import wide_rounds

EXAMPLES = max(60, settings().max_examples // 10)  # 60 by day, 1,000 at night
FILES = ("round.xlsx", "round.json", "folder")


def back(round: im.Round, name: str, lang: Any = "da") -> im.Round:
    with tempfile.TemporaryDirectory() as folder:
        im.write_round(round, Path(folder) / name, lang)
        return im.read(Path(folder) / name)


@settings(max_examples=EXAMPLES)
@given(odd_rounds(), st.sampled_from(["da", "en"]))
def test_a_round_with_odd_texts_reads_back(round: im.Round, lang: str) -> None:
    for name in FILES:
        assert back(round, name, lang) == round, name


@settings(max_examples=EXAMPLES)
@given(wide_rounds())
def test_a_round_under_any_policy_reads_back(round: im.Round) -> None:
    assume(shows_no_civil_number(round))
    bare = im.Round(interns=(im.Intern(id="p1"),), hosts=(im.Host(id="v1", max=1),), policy=round.policy)
    assume(not any(fault.severity == "error" for fault in find_faults(bare)))
    for name in FILES:
        assert back(bare, name).policy == round.policy, name


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("name", ["round.xlsx", "folder"])
def test_a_word_reads_back_wherever_it_stands(word: str, name: str) -> None:
    word = word.strip() or "x"
    interns = [
        {
            "id": word,
            "name": word,
            "role": word,
            "note": word,
            "themes": [word, "b"],
            "wishes": [word],
            "group": word,
        },
        {"id": "p2", "extra": {word: word, "Yndlingsret": ""}, "themes": [word], "name": ""},
    ]
    hosts = [{"id": word, "roles": [word], "wishes": [word, "p2"]}, {"id": "v2", "name": word}]
    pair = {"intern": word, "host": word}
    data = {
        "interns": interns,
        "hosts": hosts,
        "bans": [{**pair, "reason": word}],
        "pairs": [{**pair, "points": 1}],
    }
    round = im.Round.model_validate(data)
    assert back(round, name) == round


@given(texts(40) | st.text())
@example('\'"a"')
@example('\'["a"]')
@example("x005F_")
@example("")
def test_every_text_has_one_form_and_every_form_one_text(text: str) -> None:
    written = guarded(text) if needs_guard(text) else text
    (row,) = unguarded(Table("t", (Row(1, (written,)),))).rows
    assert row.cells == (text,)
    assert isinstance(row.cells[0], Verbatim) == needs_guard(text)


@given(st.lists(texts(), max_size=4))
def test_a_guarded_list_keeps_its_words(words: list[str]) -> None:
    (row,) = unguarded(Table("t", (Row(1, (guarded(tuple(words)),)),))).rows
    assert row.cells == (tuple(words),)


def test_a_name_that_begins_with_an_apostrophe_stays_as_it_is() -> None:
    cells = ("'s-Hertogenbosch", "'", "'\"half", "'[1, 2]", "O'Neill")
    assert unguarded(Table("t", (Row(1, cells),))).rows[0].cells == cells


def test_ordinary_text_is_not_guarded(tmp_path: Path) -> None:
    people = {
        "id": "p1",
        "name": "Åse",
        "workplace": "Region Syd, HR",
        "role": "medarbejder",
        "themes": ["data", "jura"],
    }
    round = im.Round.model_validate({"interns": [people], "hosts": [{"id": "v1"}]})
    im.write_round(round, tmp_path / "folder")
    text = (tmp_path / "folder" / "praktikanter.csv").read_text("utf-8-sig")
    assert text.splitlines()[1] == "p1;Åse;Region Syd, HR;medarbejder;data|jura;1;0"


def test_what_no_cell_can_hold_is_told_before_anything_is_written(tmp_path: Path) -> None:
    rows = [{"id": "p1"}, {"id": "p2", "note": "x" * 32_768, "extra": {"Mad": "y" * 40_000}}]
    round = im.Round.model_validate({"interns": rows, "hosts": [{"id": "v1"}]})
    with pytest.raises(im.RoundError) as refused:
        im.write_round(round, tmp_path / "r.xlsx")
    told = [
        (one.code, one.places[0].table, one.places[0].row, one.values["column"])
        for one in refused.value.issues
    ]
    assert told == [("cell_too_small", "interns", 2, "Bemærkning"), ("cell_too_small", "interns", 2, "Mad")]
    assert "32,767 characters" in str(refused.value)
    assert list(tmp_path.iterdir()) == []
    for name in ("r.json", "folder"):
        assert back(round, name) == round
    long = im.Round.model_validate(
        {"interns": [{"id": "p1", "note": "x" * 100_001}], "hosts": [{"id": "v1"}]}
    )
    with pytest.raises(im.RoundError):
        im.write_round(long, tmp_path / "folder")
    assert list(tmp_path.iterdir()) == []


def test_more_columns_than_a_sheet_has_are_told(tmp_path: Path) -> None:
    extra = {f"c{number}": "x" for number in range(16_384)}
    round = im.Round.model_validate({"interns": [{"id": "p1", "extra": extra}], "hosts": [{"id": "v1"}]})
    with pytest.raises(im.RoundError) as refused:
        im.write_round(round, tmp_path / "r.xlsx")
    assert [issue.code for issue in refused.value.issues] == ["sheet_too_small"]


@pytest.mark.parametrize("name", FILES)
def test_the_usual_aims_may_be_said_over_those_of_a_preset(name: str) -> None:
    policy = im.Policy.model_validate({"preset": "bare", "aims": None})
    assert policy.aims is None
    round = im.Round(interns=(im.Intern(id="p1"),), hosts=(im.Host(id="v1"),), policy=policy)
    assert back(round, name).policy.aims is None
    assert im.Policy.model_validate({"preset": "bare", "aims": "usual"}) == policy


@pytest.mark.parametrize(
    "mark", ['"', "\\", "\n", "\t", "\x01", "\x7f", "\x85", "\u2028", "'", '"' * 3, "æ = [x] # 🙂"]
)
@pytest.mark.parametrize("name", FILES)
def test_a_quota_on_any_text_reads_back(mark: str, name: str) -> None:
    limit = {"field": "workplace", "value": f"a{mark}b", "max": 1}
    people = {"interns": [{"id": "p1", "workplace": limit["value"]}], "hosts": [{"id": "v1"}]}
    round = im.Round.model_validate({**people, "policy": {"rules": {"quota": {"limits": [limit]}}}})
    assert back(round, name) == round


def test_numbers_that_a_workbook_would_round_are_exact() -> None:
    policy = {"seed": 2**80, "rules": {"travel": {"points_per_km": 0.1 + 0.2}}}
    past = [{"intern": "p1", "host": "v1", "year": 2**70 + 1}]
    data = {"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}], "history": past, "policy": policy}
    round = im.Round.model_validate(data)
    for name in FILES:
        assert back(round, name) == round, name


def test_json_files_are_what_they_were(tmp_path: Path) -> None:
    round = im.Round.model_validate({"interns": [{"id": "I alt"}], "hosts": [{"id": "v1"}]})
    im.write_round(round, tmp_path / "r.json")
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["interns"] == [{"id": "I alt"}]
