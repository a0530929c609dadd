"""The round itself: pairs that cannot be, places that are too few, time that is too short."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bad_inputs.given import HOSTS, INTERNS, SETTINGS, book, csv_folder, csv_text, with_cell

PAIR = ["Praktikant", "Vært"]


def test_68_a_wish_for_an_unknown_host(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, "H3", "v1|Musæet"))
    heard = refused(path, "host_unknown", "Praktikanter!H3")
    assert heard.only("host_unknown")["values"]["suggestion"] == "v2"


def test_68_a_lock_of_somebody_unknown(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", Låst=[PAIR, ["p9", "v8"]])
    heard = refused(path, "host_unknown", "Låst!B2")
    assert heard.where("intern_unknown") == {"Låst!A2"}


def test_68_a_lock_of_a_pair_that_cannot_meet(refused, tmp_path):
    interns = with_cell(INTERNS, "G2", "36")
    path = book(tmp_path / "r.xlsx", interns, Låst=[PAIR, ["p1", "v1"]])
    refused(path, "lock_impossible", "Låst!A2", "Låst!B2")


def test_68_more_locks_than_places(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", Låst=[PAIR, ["p1", "v2"], ["p2", "v2"]])
    refused(path, "locks_over_capacity", "Låst!B2", "Låst!B3")


def test_68_a_pair_both_locked_and_banned(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", Låst=[PAIR, ["p1", "v2"]], Udelukket=[PAIR, ["p1", "v2"]])
    refused(path, "lock_banned", "Låst!B2", "Udelukket!B2")


def test_68_a_journey_that_is_told_twice_or_not_at_all(refused, tmp_path):
    journeys = [
        ["Fra", "Til", "Km", "Minutter"],
        ["Odense", "Århus", 145, None],
        ["Odense", "Aarhus", 1, None],
    ]
    path = book(tmp_path / "r.xlsx", Rejser=[*journeys, ["Odense", "Vejle", None, None]])
    heard = refused(path, "journey_twice", "Rejser!B2", "Rejser!B3")
    assert heard.where("journey_without_distance") == {"Rejser!A4"}


def test_a_travel_table_is_read_from_any_sheet_or_file(tmp_path):
    from innopraktik_match.files import read

    journeys = [["Til", "Fra", "Rejsetid"], ["Aarhus", "Malmö", "190 min"]]
    abroad = with_cell(INTERNS, "E2", "Malmö")
    one = read(book(tmp_path / "r.xlsx", abroad, Rejsetider=journeys))
    assert [(journey.origin, journey.destination, journey.distance) for journey in one.travel] == [
        ("Malmö", "Aarhus", 190)
    ]
    folder = csv_folder(tmp_path / "f", csv_text(abroad))
    (folder / "travel.csv").write_text("from,to,minutes\nMalmö,Aarhus,190\n", encoding="utf-8")
    assert read(folder).travel == one.travel


def test_69_an_intern_without_an_option_is_reported_with_the_rules(say, tmp_path):
    interns = with_cell(with_cell(INTERNS, "C2", "Styrelsen"), "I1", "Fravalg")
    path = book(tmp_path / "r.xlsx", with_cell(interns, "I2", "v2"))
    heard = say("check", path)
    assert heard.code == 0
    (few,) = [one for one in heard.data["demand"]["few_options"] if one["intern"] == "p1"]
    assert few["hosts"] == []
    assert few["taken"] == {"ban": ["v2"], "own_workplace": ["v1"]}
    assert "p1" in heard.told
    assert say("solve", path).code == 0


def test_70_everybody_must_be_placed_and_there_is_no_room(say, tmp_path):
    interns = [*INTERNS, *([f"p{n}", f"Anna {n}", *INTERNS[1][2:]] for n in range(3, 6))]
    settings = [*SETTINGS, ["rules.placed.mode", "hard"], ["rules.mixed_workplaces.mode", "off"]]
    out = tmp_path / "plan.json"
    heard = say("solve", book(tmp_path / "r.xlsx", interns, Indstillinger=settings), "-o", out)
    assert heard.code == 4
    assert not out.exists()
    assert all(word in heard.told for word in ("p3", "v1", "v2"))


@pytest.mark.parametrize(("interns", "hosts", "code"), [(1, 3, "no_interns"), (3, 1, "no_hosts")])
def test_71_nobody_on_one_side(refused, tmp_path, interns, hosts, code):
    sheet = "Praktikanter" if code == "no_interns" else "Værter"
    refused(book(tmp_path / "r.xlsx", INTERNS[:interns], HOSTS[:hosts]), code, sheet)


def test_72_among_equals_the_lottery_decides_the_same_for_any_order(say, tmp_path):
    people = [f"p{n}" for n in range(5)]
    plans = set()
    for number in range(3):
        random.Random(number).shuffle(people)
        interns = [["Id"], *([one] for one in people)]
        hosts = [["Højst", "Id"], *([1, f"v{one[1]}"] for one in reversed(people))]
        path = book(tmp_path / f"{number}.xlsx", interns, hosts, Indstillinger=[["preset", "bare"]])
        heard = say("solve", path)
        assert heard.code == 0
        plans.add(tuple(sorted((visit["host"], *visit["interns"]) for visit in heard.data["visits"])))
    assert len(plans) == 1


def test_73_points_that_no_sum_can_hold(refused, tmp_path):
    ids = [f"p{n}" for n in range(10)]
    interns = [["Id", "Besøg"], *([one, 1000] for one in ids)]
    pairs = [[*PAIR, "Point"], *([one, "v1", 10**12] for one in ids)]
    heard = refused(book(tmp_path / "r.xlsx", interns, Par=pairs), "points_too_large")
    assert "9.007.199.254.740.992" in heard.told  # 2**53


@pytest.mark.parametrize("seconds", ["0", "0.001"])
def test_74_no_time_gives_a_legal_plan(say, tmp_path, seconds):
    given = Path(__file__).parents[2] / "examples" / "runde_2015.xlsx"
    out = tmp_path / "plan.json"
    assert say("solve", given, "-o", out, "--time-limit", seconds).code == 1
    assert say("score", out, given).code == 0


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("seconds", [0.1, 0.8])
@pytest.mark.parametrize("name", ["plan.json", "plan.xlsx"])
def test_75_ctrl_c_leaves_a_whole_file_or_none(say, tmp_path, seconds, name):
    given = Path(__file__).parents[2] / "examples" / "runde_2015.xlsx"
    out = tmp_path / name
    words = [sys.executable, "-m", "innopraktik_match", "solve", given, "-o", out, "-q"]
    child = subprocess.Popen(words, stderr=subprocess.PIPE, encoding="utf-8")
    time.sleep(seconds)
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=60)
    assert child.returncode in {0, 1, 5, 130, -signal.SIGINT}  # the last two: before any command ran
    assert "Traceback" not in told or "innopraktik_match" not in told, (
        "but for Python's own, before ours is loaded"
    )
    assert [one.name for one in tmp_path.iterdir()] in ([], [name])
    if out.exists():
        assert say("score", out, given).code == 0


@pytest.mark.parametrize(
    "world",
    [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "Pacific/Auckland"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "da_DK.UTF-8", "PYTHONIOENCODING": "cp437"},
        {"PYTHONHASHSEED": "random", "PYTHONIOENCODING": "cp1252", "PYTHONOPTIMIZE": "1"},
    ],
)
def test_the_same_plan_in_any_surroundings_and_from_any_folder(tmp_path, world):
    folder = csv_folder(tmp_path / "rundens filer æøå 100%")
    plans = []
    for env in ({}, world):
        done = subprocess.run(
            [sys.executable, "-m", "innopraktik_match", "solve", str(folder), "--json"],
            capture_output=True,
            env={**os.environ, **env},
            check=True,
        )
        plans.append(json.loads(done.stdout)["visits"])
    assert plans[0] == plans[1]


def test_rows_columns_and_sheets_in_any_order_are_one_round(tmp_path):
    from innopraktik_match.files import read

    def turned(rows):
        return [row[::-1] for row in [rows[0], *rows[:0:-1]]]

    one = read(book(tmp_path / "a.xlsx"))
    other = book(tmp_path / "b.xlsx", turned(INTERNS), turned(HOSTS), lambda made: made._sheets.reverse())
    assert read(other).sha256() == one.sha256()


def test_a_folder_that_may_only_be_read(say, tmp_path):
    folder = csv_folder(tmp_path / "f")
    folder.chmod(0o500)
    assert say("check", folder).code == 0
    folder.chmod(0o700)
