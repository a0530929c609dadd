from __future__ import annotations

import runpy
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import innopraktik_match as im

if TYPE_CHECKING:
    from innopraktik_match import Plan, Round

EXAMPLES = Path(__file__).parents[1] / "examples"
DEMO = Path(im.__file__).parent / "data" / "demo" / "runde_2017.xlsx"


@pytest.fixture
def examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the scripts alone."""
    for script in EXAMPLES.glob("*.py"):
        shutil.copy(script, tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def round_2017() -> Round:
    return im.read(EXAMPLES / "runde_2017.xlsx")


@pytest.fixture(scope="module")
def round_2015() -> Round:
    return im.read(EXAMPLES / "runde_2015.xlsx")


@pytest.mark.parametrize("script", ["solve_from_python.py", "data_frames.py"])
def test_the_short_examples_print_a_plan(
    examples: Path, script: str, capsys: pytest.CaptureFixture[str]
) -> None:
    runpy.run_path(str(examples / script), run_name="__main__")
    assert "2026-W37" in capsys.readouterr().out


def test_the_example_of_embedding_watches_a_plan_come_about(
    examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runpy.run_path(str(examples / "embedding.py"), run_name="__main__")
    told = capsys.readouterr().out.splitlines()
    assert told[-1] == "optimal {'placed': 60, 'points': 130} True"
    assert any(line.startswith("Interns with a visit: 60") for line in told)


def test_the_reconstruction_of_2017_writes_the_files_in_the_repository(examples: Path) -> None:
    runpy.run_path(str(examples / "reconstruct_2017.py"), run_name="__main__")
    written = im.read(examples / "runde_2017.xlsx")
    assert written == im.read(EXAMPLES / "runde_2017.xlsx")
    for file in (EXAMPLES / "round_2017").iterdir():
        assert (examples / "round_2017" / file.name).read_bytes() == file.read_bytes()


def test_the_reconstruction_of_2015_writes_the_file_in_the_repository(
    examples: Path, round_2015: Round
) -> None:
    runpy.run_path(str(examples / "shortage_2015.py"), run_name="__main__")
    assert im.read(examples / "runde_2015.xlsx") == round_2015


def test_a_reconstruction_writes_the_same_bytes_twice(examples: Path) -> None:
    script = str(examples / "reconstruct_2017.py")
    runpy.run_path(script, run_name="__main__")
    first = (examples / "runde_2017.xlsx").read_bytes()
    runpy.run_path(script, run_name="__main__")
    assert (examples / "runde_2017.xlsx").read_bytes() == first


def test_the_demo_is_the_example() -> None:
    assert DEMO.read_bytes() == (EXAMPLES / "runde_2017.xlsx").read_bytes()


def test_both_forms_of_2017_read_to_the_same_round(round_2017: Round) -> None:
    assert im.read(EXAMPLES / "round_2017") == round_2017


def test_the_round_of_2017_has_what_a_round_has(round_2017: Round) -> None:
    interns, hosts = round_2017.interns, round_2017.hosts
    assert (len(interns), len(hosts)) == (72, 51)
    assert sum(intern.visits for intern in interns) == 82
    assert round_2017.weeks == ("2017-W37", "2017-W38")
    assert round_2017.lengths == (2, 3, 4, 5)
    assert all(intern.weeks == ("2017-W37",) for intern in interns if intern.visits == 1)
    assert {host.sector for host in hosts} == {
        "municipality",
        "region",
        "state",
        "private",
        "civil",
    }
    assert {intern.workplace for intern in interns} & {host.workplace for host in hosts}
    assert {len(intern.wishes) for intern in interns} == {0, 1, 2, 3, 4, 5}


def visits_made(plan: Plan) -> int:
    return sum(len(visit.interns) for visit in plan.visits)


def test_2017_places_all_72_in_82_visits_and_proves_it(round_2017: Round) -> None:
    plan = im.solve(round_2017)
    assert plan.status == "optimal"
    assert plan.aims[0].value == 72
    assert visits_made(plan) == 82


def test_2015_fills_all_91_places_and_proves_it(round_2015: Round) -> None:
    assert sum(host.max * host.visits for host in round_2015.hosts) == 91
    assert len(round_2015.interns) == 160
    plan = im.solve(round_2015)
    assert plan.status == "optimal"
    assert plan.aims[0].value == visits_made(plan) == 91


def test_2015_places_everybody_who_was_turned_away_before(round_2015: Round) -> None:
    plan = im.solve(round_2015)
    placed = {intern for visit in plan.visits for intern in visit.interns}
    assert {intern.id for intern in round_2015.interns if intern.priority} <= placed


def test_2015_has_29_municipalities_4_regions_and_10_ministries(round_2015: Round) -> None:
    people = [*round_2015.interns, *round_2015.hosts]

    def workplaces(sector: str) -> set[str | None]:
        return {person.workplace for person in people if person.sector == sector}

    assert len(workplaces("municipality")) == 29
    assert len(workplaces("region")) == 4
    ministries = {person.extra.get("Ministerium") for person in people if person.sector == "state"}
    assert len(ministries) == 10
