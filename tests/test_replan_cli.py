"""The plan lives on by the command line: people withdraw, say no and come late, and what is agreed stays."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from openpyxl import load_workbook

from innopraktik_match.domain.round import Status
from innopraktik_match.files.values.fixed_words import status
from innopraktik_match.texts.columns import value_label

ROUND = Path(__file__).parents[1] / "examples" / "round_2017"
WITHDRAWN = ("p16", "p48", "p30")
DECLINED = (("p20", "v02"), ("p62", "v01"))
HOST_OUT = "v45"
LATE = ("q1", "q2", "q3", "q4")


def run(*words, code=0):
    done = subprocess.run(
        [sys.executable, "-m", "innopraktik_match", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The plan of 2017, and the round some weeks later: v45 has gone, four are late."""
    folder = tmp_path_factory.mktemp("replan")
    run("solve", ROUND, "-o", folder / "plan.xlsx", "--lang", "en")
    run("solve", ROUND, "-o", folder / "plan.json")
    shutil.copytree(ROUND, folder / "now")
    hosts = (ROUND / "hosts.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in hosts if not line.startswith(HOST_OUT)]
    (folder / "now" / "hosts.csv").write_text("".join(kept), encoding="utf-8")
    with (folder / "now" / "interns.csv").open("a", encoding="utf-8") as file:
        file.writelines(
            f"{late},{late},,Odense Kommune,kommune,Odense,leder,,2-5,,,,,1,,0,\n" for late in LATE
        )
    return folder


def status_of(intern, host):
    if intern in WITHDRAWN:
        return "withdrawn"
    if (intern, host) in DECLINED:
        return "declined"
    return ("proposed", "boss_ok", "proposed", "agreed")[int(host[1:]) % 4]


def with_statuses(folder):
    """Write the statuses in the workbook, as a coordinator would."""
    book = load_workbook(folder / "plan.xlsx")
    sheet = book["Plan"]
    header = {cell.value: cell.column for cell in sheet[4]}
    agreed = set()
    for line in range(5, sheet.max_row + 1):
        intern, host, week, days = (
            sheet.cell(line, header[name]).value for name in ("Intern id", "Host id", "Week", "Days")
        )
        answer = status_of(intern, host)
        words = {"withdrawn": "trukket sig", "declined": "Declined", "boss_ok": "godkendt af leder"}
        sheet.cell(line, header["Status"]).value = words.get(answer, answer)
        if answer == "agreed":
            agreed.add((intern, host, f"2017-W{week}", days))
    book.save(folder / "statuses.xlsx")
    return agreed


def seats(plan):
    return {(i, v["host"], v["week"], v["days"]) for v in plan["visits"] for i in v["interns"]}


@cache
def replanned(folder):
    agreed = with_statuses(folder)
    done = run("replan", folder / "statuses.xlsx", folder / "now", "-o", folder / "new.json", "--lang", "en")
    return agreed, json.loads((folder / "new.json").read_text("utf-8")), done


def test_agreed_visits_stay_and_the_plan_is_proven(folder):
    agreed, plan, _ = replanned(folder)
    assert len(agreed) >= 10
    assert agreed <= seats(plan)
    assert plan["status"] == "optimal"
    assert [aim["aim"] for aim in plan["aims"]][:2] == ["placed", "changes"]
    run("verify", folder / "new.json", folder / "now")
    run("score", folder / "new.json", folder / "now")


def test_every_change_is_told_with_its_reason_and_nothing_else_has_changed(folder):
    _, plan, done = replanned(folder)
    before, now = (seats(one) for one in (json.loads((folder / "plan.json").read_text("utf-8")), plan))

    def spot(change, side):
        return change[side] and (change["intern"], *change[side].values())

    assert {spot(one, "from") for one in plan["changes"]} - {None} == before - now
    assert {spot(one, "to") for one in plan["changes"]} - {None} == now - before
    why = {(one["intern"], one["why"]) for one in plan["changes"]}
    assert {(one, "withdrawn") for one in WITHDRAWN} <= why
    assert {(one, "declined") for one, _ in DECLINED} <= why
    gone = {one for one, host, *_ in before if host == HOST_OUT} - set(WITHDRAWN)
    assert {(one, "host_withdrawn") for one in gone} <= why
    assert {one for one, reason in why if reason == "new"} <= {
        *LATE,
        *(one["intern"] for one in plan["changes"]),
    }
    assert not {(intern, host) for intern, host, *_ in now} & set(DECLINED)
    assert not {intern for intern, *_ in now} & set(WITHDRAWN)
    ancestor = json.loads(run("replan", folder / "plan.json", ROUND, "--json").stdout)
    assert ancestor["ancestor"] == json.loads((folder / "plan.json").read_text("utf-8"))["sha256"]
    assert f"Changes: {len(plan['changes'])}" in done.stderr
    assert all(one["intern"] in done.stderr for one in plan["changes"])


def test_a_wish_for_a_host_that_has_gone_is_a_note_and_no_stop(folder):
    _, _, done = replanned(folder)
    assert run("solve", folder / "now", code=3).stderr
    assert "error" not in done.stderr.lower()


def test_the_workbook_has_a_sheet_of_changes_and_is_verified(folder):
    _, plan, _ = replanned(folder)
    run("replan", folder / "statuses.xlsx", folder / "now", "-o", folder / "new.xlsx")
    sheet = load_workbook(folder / "new.xlsx")["Ændringer"]
    assert sheet.max_row == 4 + len(plan["changes"])
    run("verify", folder / "new.xlsx", folder / "now")
    again = json.loads(run("replan", folder / "new.xlsx", folder / "now", "--json").stdout)
    assert again["changes"] == []
    assert {(ban["intern"], ban["host"]) for ban in again["replanned"]["bans"]} == set(DECLINED)
    run("replan", folder / "statuses.xlsx", folder / "now", "-o", folder / "new.csv", "--lang", "en")
    with (folder / "new.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert {(row["Intern id"], row["Host id"]) for row in rows} == {one[:2] for one in seats(plan)}


def test_the_statuses_are_chosen_from_a_list(folder):
    (rule,) = load_workbook(folder / "plan.xlsx")["Plan"].data_validations.dataValidation
    words = rule.formula1.strip('"').split(",")
    assert words == [value_label(status, "en") for status in get_args(Status)]
    assert [status(word) for word in words] == list(get_args(Status))


def test_frozen_only_those_who_must_have_another_visit(folder):
    with_statuses(folder)
    plan = json.loads(run("replan", folder / "statuses.xlsx", folder / "now", "--freeze", "--json").stdout)
    assert {one["why"] for one in plan["changes"]} <= {"withdrawn", "declined", "host_withdrawn", "new"}


def test_at_most_so_many_others_move(folder):
    with_statuses(folder)
    words = ("replan", folder / "statuses.xlsx", folder / "now", "--changes", "0", "--json")
    plan = json.loads(run(*words).stdout)
    assert not {"moved_for", "better"} & {one["why"] for one in plan["changes"]}
    run(*words[:4], "-1", code=2)


@pytest.mark.parametrize("command", [("explain", "--intern", "a"), ("report", "-o", "out")])
def test_a_plan_made_anew_is_explained_and_handed_out_though_its_wishes_name_who_has_gone(tmp_path, command):
    """Host x is gone, and both have wished it: `verify` took that as a note, and these two as a fault."""
    interns = [{"id": "a", "wishes": ["x", "y"]}, {"id": "b", "wishes": ["x"]}]
    hosts = [{"id": "x"}, {"id": "y"}, {"id": "z"}]
    before, after, plan, new = (tmp_path / f"{name}.json" for name in ("before", "after", "plan", "new"))
    for path, there in ((before, hosts), (after, hosts[1:])):
        path.write_text(json.dumps({"interns": interns, "hosts": there}), encoding="utf-8")
    run("solve", before, "-o", plan)
    run("replan", plan, after, "-o", new)
    name, option, value = command
    run(name, new, after, option, tmp_path / value if option == "-o" else value)


def test_the_sheet_of_changes_says_whom_to_ring_and_how(tmp_path):
    """p1 had a yes from the boss; the host v1 has gone. Telephone numbers are in columns of their own."""
    before = {"visits": [{"host": "v1", "interns": ["p1"], "status": "boss_ok"}], "unused_hosts": ["v2"]}
    (tmp_path / "before.json").write_text(json.dumps(before), encoding="utf-8")
    (tmp_path / "interns.csv").write_text("id;navn;e-mail;Mobil\np1;Ane;ane@x.dk;20 30\n", encoding="utf-8")
    (tmp_path / "hosts.csv").write_text("id;kontakt;e-mail;Telefon\nv2;Bo;bo@x.dk;40 50\n", encoding="utf-8")
    inputs = (tmp_path / "interns.csv", tmp_path / "hosts.csv")
    run("replan", tmp_path / "before.json", *inputs, "-o", tmp_path / "new.xlsx")
    rows = load_workbook(tmp_path / "new.xlsx")["Ændringer"].iter_rows(min_row=4, values_only=True)
    header, row = rows
    assert dict(zip(header, row, strict=True)) == {
        "Praktikant": "Ane (p1)",
        "Praktikanten træffes på": "ane@x.dk\n20 30",
        "Hvorfor": "værten er faldet fra",
        "Havde svaret": "godkendt af leder",
        "Vært før": "v1",
        "Vært nu": "v2",
        "Vært nu træffes på": "Bo\nbo@x.dk\n40 50",
    }


def test_a_round_in_which_somebody_has_no_id_is_refused_in_words(tmp_path):
    plan, round = tmp_path / "plan.json", tmp_path / "round.json"
    plan.write_text(json.dumps({"visits": [{"host": "x", "interns": ["a"]}]}), encoding="utf-8")
    round.write_text(json.dumps({"interns": [{"name": "A"}], "hosts": [{"id": "x"}]}), encoding="utf-8")
    run("replan", plan, round, code=3)


def test_a_list_by_hand_may_leave_the_year_of_its_weeks_to_the_round(tmp_path):
    """Columns moved into a sheet of one's own, weeks by number: the round knows of which year they are."""
    interns = [{"id": "p1", "weeks": ["2017-W37"]}, {"id": "p2", "weeks": ["2017-W38"]}]
    hosts = [{"id": "v1", "visits": 2}, {"id": "v2"}]
    round = {"interns": interns, "hosts": hosts, "policy": {"weeks": ["2017-W37", "2017-W38"]}}
    (tmp_path / "runde.json").write_text(json.dumps(round), encoding="utf-8")
    plan = "Status;Uge;Vært;Praktikant\naftalt;37;v1;p1\nnej tak;uge 38;v2;p2\n"
    (tmp_path / "liste.csv").write_text(plan, encoding="utf-8")
    files = (tmp_path / "liste.csv", tmp_path / "runde.json")
    after = json.loads(run("replan", *files, "--json").stdout)
    assert [(one["week"], one["host"], one["interns"]) for one in after["visits"]] == [
        ("2017-W37", "v1", ["p1"]),
        ("2017-W38", "v1", ["p2"]),
    ]
    run("compare", files[0], *files)
    (tmp_path / "liste.csv").write_text(plan.replace("uge 38", "uge 60"), encoding="utf-8")
    assert "uge 60" in run("replan", *files, code=3).stderr
