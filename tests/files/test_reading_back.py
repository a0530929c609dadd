"""What was written reads back as it was, whatever the file and the language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innopraktik_match.domain.issues import WriteError
from innopraktik_match.domain.round import Round
from innopraktik_match.files import (
    read,
    read_with_issues,
    write_round,
)
from tests.files.given import ROUND, workbook

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("name", ["runde.xlsx", "runde.json", "mappe med æøå"])
def test_a_round_reads_back_as_it_was_written(tmp_path: Path, name: str, lang: Any) -> None:
    round = Round.model_validate(ROUND)
    write_round(round, tmp_path / name, lang)
    back, issues = read_with_issues(tmp_path / name)
    assert issues == []
    assert back == round


@pytest.mark.parametrize("name", ["r.xlsx", "r.json", "folder"])
def test_a_preset_and_what_it_switches_off_survive(tmp_path: Path, name: str) -> None:
    rules = {"intern_wishes": {"points": [1, 2], "unlisted": "forbid"}, "travel": {"mode": "soft"}}
    round = Round.model_validate({**ROUND, "policy": {"preset": "bare", "rules": rules}})
    write_round(round, tmp_path / name)
    assert read(tmp_path / name).policy == round.policy


word = st.text(st.sampled_from("abcæøåÆ 12.,'\"=+-@"), min_size=1, max_size=12).map(
    lambda text: text.strip(" '") or "x"
)


plain = st.text(st.sampled_from("abcæøå 12"), min_size=1, max_size=8).map(lambda text: text.strip() or "x")


person = st.fixed_dictionaries(
    {},
    optional={
        "name": word,
        "workplace": word,
        "note": word,
        "sector": st.sampled_from(["municipality", "region", "state", "private", "civil", "other"]),
        "themes": st.lists(plain, max_size=3),
        "days": st.one_of(
            st.integers(1, 10),
            st.sampled_from(["2-5", {"min": 3, "max": 3}, {"min": 1, "max": 10}]),
        ),
        "weeks": st.lists(st.sampled_from(["2026-W37", "2026-W53", "2027-W01"]), unique=True),
        "visits": st.integers(1, 1000),
        "extra": st.dictionaries(st.sampled_from(["Farve", "=Sum"]), word),
    },
)


@given(st.lists(person, min_size=1, max_size=3), st.lists(person, min_size=1, max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_round_reads_back(tmp_path: Path, interns: list[Any], hosts: list[Any]) -> None:
    data = {
        "interns": [{"id": f"p{n}", **row, "wishes": ["v0"]} for n, row in enumerate(interns)],
        "hosts": [{"id": f"v{n}", **row} for n, row in enumerate(hosts)],
    }
    round = Round.model_validate(data)
    for name in ("r.xlsx", "r.json", "folder"):
        write_round(round, tmp_path / name)
        assert read(tmp_path / name) == round, name


def test_a_danish_workbook_and_english_csv_files_are_the_same_round(tmp_path: Path) -> None:
    book = workbook(
        tmp_path / "runde.xlsx",
        {
            "Forklaring": [["Sådan gør du"]],
            "Værter": [
                ["Navn", "Id", "Antal praktikanter", "Sektor", "Kommune", "Arbejdsplads", "Temaer"],
                ["Styrelsen", "v1", 2, "Statslig", "Aarhus", "S", "data|jura"],
                ["Hospitalet", "v2", None, "REGIONAL", "Odense", "H", None],
            ],
            "Praktikanter": [
                ["Tilmeldinger 2026"],
                [],
                [
                    "Praktikant",
                    "Nr",
                    "Ønske 2",
                    "Ønske 1",
                    "Antal dage",
                    "Uger",
                    "Sektor",
                    "Kommune",
                    "Arbejdsplads",
                    "Højst km",
                    "Bemærkning",
                    "Yndlingsret",
                ],
                [
                    "Åse",
                    "1",
                    "Hospitalet",
                    "styrelsen",
                    "2 til 3 dage",
                    "uge 37-38",
                    "kommunal",
                    "Aarhus",
                    "A",
                    "50 km",
                    "",
                    "rødgrød",
                ],
                [None] * 12,
                ["Bo", 2, None, None, 3, 38, "privat", "Odense", "B", None, "kommer sent", None],
                ["I alt", 2],
            ],
            "Indstillinger": [["År", 2026], ["rules.travel.points_per_km", "0,2"]],
        },
    )
    folder = tmp_path / "round"
    folder.mkdir()
    (folder / "interns.csv").write_text(
        "id,name,workplace,sector,municipality,days,weeks,wishes,max_km,note,Yndlingsret\n"
        '1,Åse,A,municipality,Aarhus,2-3,2026-W37|2026-W38,"v1,v2",50,,rødgrød\n'
        "2,Bo,B,private,Odense,3,2026-W38,,,kommer sent,\n"
    )
    (folder / "hosts.csv").write_text(
        "id\tname\tmax\tsector\tmunicipality\tworkplace\tthemes\n"
        "v1\tStyrelsen\t2\tstate\tAarhus\tS\tdata;jura\nv2\tHospitalet\t\tregion\tOdense\tH\t\n"
    )
    (folder / "policy.toml").write_text("year = 2026\n[rules.travel]\npoints_per_km = 0.2\n")
    danish, issues = read_with_issues(book)
    assert [(issue.code, issue.severity) for issue in issues] == [("total_row_skipped", "warning")]
    assert danish == read(folder)
    assert danish == read(*folder.iterdir())


def test_what_cannot_be_written_is_said_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "r.json").mkdir()
    with pytest.raises(WriteError):
        write_round(Round.model_validate(ROUND), tmp_path / "r.json")
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]
