"""Every issue has its words, in both languages, and no words are left over."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import innopraktik_match
from innopraktik_match.domain.issues import Issue, Place, alike_together
from innopraktik_match.domain.language import Lang
from innopraktik_match.domain.names import key
from innopraktik_match.domain.round import Round
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.files.raw.cells import Unreadable
from innopraktik_match.files.settings.sheet import _DATES, _WORDS
from innopraktik_match.files.values.codes import CODES
from innopraktik_match.files.values.fixed_words import SECTORS, STATUSES, sector, status
from innopraktik_match.texts.columns import VALUES
from innopraktik_match.texts.issues import ISSUES, issue_lines
from innopraktik_match.texts.report import promise
from innopraktik_match.validation.faults import find_faults

SOURCE = Path(innopraktik_match.__file__).parent
CALL = re.compile(r'(?:Issue|issue_at|warning_at|_fault|Unreadable|Broken)\(\s*"([a-z0-9_]+)"')


def _source() -> str:
    files = [path for path in SOURCE.rglob("*.py") if "texts" not in path.parts]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_issue_has_words() -> None:
    assert set(CALL.findall(_source())) | set(CODES.values()) <= ISSUES.keys()


def test_no_words_are_left_over() -> None:
    source = _source()
    assert [code for code in ISSUES if f'"{code}"' not in source] == []


@pytest.mark.parametrize("code", ISSUES)
def test_both_languages_say_the_same(code: str) -> None:
    fields = {
        lang: {name for _, name, _, _ in string.Formatter().parse("".join(texts)) if name}
        for lang, texts in ISSUES[code].items()
    }
    assert fields["da"] == fields["en"]
    assert all(text.endswith((".", "}")) for texts in ISSUES[code].values() for text in texts)


def test_a_line_names_place_value_mending_and_suggestion() -> None:
    place = Place(file="runde.xlsx", sheet="Praktikanter", cell="E2")
    values: dict[str, object] = {
        "read": "kommunnal",
        "expected": ("municipality", "state"),
        "suggestion": "kommunal",
    }
    issue = Issue("not_one_of", places=(place,), values=values)
    assert issue_lines([issue], "da") == [
        "Fejl · runde.xlsx, arket Praktikanter, celle E2: Værdien kendes ikke. "
        "Læst: »kommunnal«. Brug en af disse: kommunal, statslig. Mener du »kommunal«?"
    ]
    assert issue_lines([issue], "en")[0].endswith(
        'Use one of these: municipality, state. Did you mean "municipality"?'
    )


def test_many_places_of_one_column_are_told_together() -> None:
    places = tuple(Place(file="v.csv", line=line) for line in range(2, 10))
    values: dict[str, object] = {
        "table": "hosts",
        "field": "sector",
        "fields": ("sector",) * 8,
        "count": 8,
        "rules": ("cross_sector",),
    }
    line = issue_lines([Issue("field_blank", "warning", places, values)], "da")[0]
    assert line.startswith("Advarsel · v.csv, kolonnen Sektor, linje 2, 3, 4, 5, 6; og 3 til: ")


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("code", ISSUES)
def test_rules_are_named_by_their_promise_and_never_by_their_id(code: str, lang: Lang) -> None:
    fields = {name for _, name, _, _ in string.Formatter().parse("".join(ISSUES[code][lang])) if name}
    values: dict[str, object] = {**dict.fromkeys(fields, "1"), "rules": tuple(RULEBOOK)}
    line = issue_lines([Issue(code, values=values)], lang)[0]
    ids = "|".join(rule for rule in RULEBOOK if "_" in rule)
    assert re.findall(rf"(?<!rules\.)\b(?:{ids})\b", line) == []
    for rule in RULEBOOK if "rules" in fields else ():
        alone = issue_lines([Issue(code, values={**values, "rules": (rule,)})], lang)[0]
        assert promise(rule, lang).rstrip(".") in alone


def test_a_host_that_was_probably_meant_is_shown_with_its_name() -> None:
    round = Round.model_validate(
        {"interns": [{"id": "p1", "wishes": ["Musæet"]}], "hosts": [{"id": "v2", "name": "Museet"}]}
    )
    unknown = next(issue for issue in find_faults(round) if issue.code == "host_unknown")
    assert unknown.values["suggestion"] == "v2"
    assert issue_lines([unknown], "da")[0].endswith("Mener du »v2 (Museet)«?")


@pytest.mark.parametrize("code", ISSUES)
def test_every_sentence_is_danish_or_english(code: str) -> None:
    danish, english = (re.sub(r"--\w+", "", " ".join(ISSUES[code][lang])) for lang in ("da", "en"))
    english_words = r"\b(?:the|is|are|and|mend|replan|month first|soft|hard|aims|year|placed)\b"
    assert re.findall(english_words, danish) == []
    assert re.findall(r"\b(?:mend|stands?|replan|eller|ikke)\b|[»«]", english) == []


def test_rows_are_counted_in_words() -> None:
    values: dict[str, object] = {"table": "hosts", "field": "sector", "rules": ("cross_sector",)}
    one, many = (Issue("field_blank", "warning", values={**values, "count": n}) for n in (1, 16000))
    assert "»Sektor« er ikke udfyldt i 1 række. For dem" in one.text("da")
    assert "»Sektor« er ikke udfyldt i 16.000 rækker. For dem" in many.text("da")
    assert '"sector" is blank in 16,000 rows.' in many.text("en")


@pytest.mark.parametrize(
    ("file", "words"), [("r.xlsx", "fra, blød, fast"), ("policy.toml", "off, soft, hard")]
)
def test_the_words_to_choose_among_are_those_that_the_file_takes(file: str, words: str) -> None:
    issue = Issue("not_one_of", places=(Place(file=file),), values={"expected": ("off", "soft", "hard")})
    assert f"Brug en af disse: {words}." in issue.text("da")


def test_only_words_of_the_list_are_proposed() -> None:
    with pytest.raises(Unreadable) as unread:
        sector("Foreningsliv")
    issue = Issue(unread.value.code, values=unread.value.values)
    assert "civilsamfund, anden. Mener du »civilsamfund«?" in issue.text("da")
    assert 'civil, other. Did you mean "civil"?' in issue.text("en")


def test_every_word_that_we_print_for_a_sector_a_status_or_a_setting_is_read() -> None:
    settings = {code: VALUES[code] for code in VALUES if code not in {**SECTORS, **STATUSES}}
    assert {code: (_WORDS | _DATES)[key(label)] for code, label in settings.items()} == {
        code: code for code in settings
    }
    assert {code: sector(VALUES[code]) for code in SECTORS} == {code: code for code in SECTORS}
    assert {code: status(VALUES[code]) for code in STATUSES} == {code: code for code in STATUSES}


def test_issues_that_say_the_same_are_one_with_every_place_once():
    """Two contacts told alike are one line; a count of its own keeps an issue apart."""
    cells = [Place(file="r.xlsx", sheet="Svar", cell=cell) for cell in ("A3", "A7")]
    same = [Issue("host_present", "warning", (cell, cell)) for cell in cells]
    other = Issue("row_withdrawn", "warning", (cells[0],), {"count": 1, "table": "interns"})
    found = alike_together([*same, other, other])
    assert [(one.code, one.places) for one in found] == [
        ("host_present", tuple(cells)),
        ("row_withdrawn", (cells[0],)),
        ("row_withdrawn", (cells[0],)),
    ]
