"""Hand-outs: everybody gets their own and nobody else's; nothing in them acts."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar

import innopraktik_match as im
from innopraktik_match.domain.issues import WriteError
from innopraktik_match.files.out import folders
from innopraktik_match.report.packs import PARTS, build_pack
from innopraktik_match.report.packs.claims import without_claims
from innopraktik_match.report.packs.plain_text import file_name, one_address
from innopraktik_match.report.packs.working_days import easter_sunday, holidays, runs, working_days
from innopraktik_match.texts.packs import CALENDAR, LETTER, PAGE

MADE = datetime(2026, 8, 1, tzinfo=UTC)
HOSTILE = [
    "../x",
    "CON",
    "a" * 190,
    "💥",
    "\u202egnp.exe",
    "<script>alert(1)</script>",
    '=HYPERLINK("http://evil.example","x")',
    "Bo\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
    '"><img src=http://evil.example/x onerror=alert(1)>',
    "{{ 7 * 7 }}",
    "bo@x.dk\nBcc: all@x.dk",
]


def person(side: str, n: int) -> dict:
    """Give somebody words that are nowhere else, in every field that takes any."""
    fields = ("id", "name", "email", "workplace", "note")
    told = {field: f"Zq{side}{n}{field}qZ" for field in fields}
    return {**told, "email": f"Zq{side}{n}mailqZ@example.org", "extra": {"Extra": f"Zq{side}{n}extraqZ"}}


def plan_of(*visits: tuple, round: im.Round) -> im.Plan:
    """Return a plan with the visits given: host, week, days, interns, status."""
    names = ("host", "week", "days", "interns", "status")
    plan = im.Plan(visits=[dict(zip(names, visit, strict=False)) for visit in visits], status="feasible")
    return without_claims(round, plan, im.score(round, plan))


MARKED = im.Round(
    interns=[{**person("P", n), "role": f"ZqP{n}roleqZ", "weeks": ["2026-W37"], "days": 3} for n in range(6)],
    hosts=[
        {**person("V", n), "contact": f"ZqV{n}contactqZ", "max": 2, "visits": 2, "weeks": ["2026-W37"]}
        for n in range(3)
    ],
    policy={"preset": "bare"},
)
MARKED_PLAN = plan_of(
    ("ZqV0idqZ", "2026-W37", 3, ("ZqP0idqZ", "ZqP1idqZ"), "agreed"),
    ("ZqV1idqZ", "2026-W37", 3, ("ZqP2idqZ", "ZqP3idqZ")),
    ("ZqV2idqZ", "2026-W37", 3, ("ZqP4idqZ",), "declined"),
    round=MARKED,
)
"""P5 has no visit, and P4's is called off."""


def pack(round=MARKED, plan=MARKED_PLAN, lang="da", only=tuple(PARTS)):
    return build_pack(round, plan, lang, only, made=MADE, salt=b"salt")


def unpacked(data: bytes) -> str:
    """Return all that a file holds, with lines of a calendar unfolded."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return data.decode("utf-8-sig").replace("\r\n ", "")


def people_in(text: str) -> set[str]:
    return set(re.findall(r"Zq([PV]\d)", text))


def test_nobody_is_in_the_files_of_others():
    with_whom = {
        "V0": {"V0", "P0", "P1"},
        "V1": {"V1", "P2", "P3"},
        "V2": {"V2"},
        "P0": {"V0", "P0", "P1"},
        "P1": {"V0", "P0", "P1"},
        "P2": {"V1", "P2", "P3"},
        "P3": {"V1", "P2", "P3"},
        "P4": {"P4"},
        "P5": {"P5"},
    }
    seen = set()
    for name, data in pack().items():
        if "/" not in name:
            continue
        owner = re.search(r"zq([pv]\d)idqz", name)[1].upper()
        assert people_in(unpacked(data) + name.upper().replace("ZQ", "Zq")) <= with_whom[owner], name
        seen.add((name.partition("/")[0], owner))
    assert {owner for part, owner in seen if part == "letters"} == with_whom.keys() - {"P4", "V2"}
    assert {owner for part, owner in seen if part == "hosts"} == {"V0", "V1", "V2"}
    assert {owner for part, owner in seen if part == "calendar"} == {"V0", "V1"}


@pytest.mark.parametrize("name", ["figures.csv", "shared.csv"])
def test_what_is_shared_names_nobody(name):
    assert people_in(unpacked(pack()[name])) == set()


def test_notes_and_unknown_columns_stay_with_the_coordinator():
    handed = "".join(unpacked(data) for name, data in pack().items() if name != "plan.xlsx")
    assert not re.search(r"Zq[PV]\d(?:note|extra)", handed)


def test_a_row_of_the_mail_merge_is_one_persons():
    rows = rows_of(pack()["mail.csv"])
    assert len(rows) == 7  # nobody hears from a form letter that a visit was called off
    assert [row["email"] for row in rows[:2]] == ["ZqP0mailqZ@example.org", "ZqP1mailqZ@example.org"]
    assert all(row["email"].count("@") == 1 for row in rows)
    letter = next(data for name, data in pack().items() if name.startswith("letters/interns/001"))
    assert rows[0]["text"] == letter.decode()
    assert people_in(rows[0]["text"]) == {"P0", "P1", "V0"}
    assert rows[6]["name"] == "ZqV1contactqZ"


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize(
    ("given", "one"),
    [
        ("bo@x.dk", "bo@x.dk"),
        (" bo@x.dk ", "bo@x.dk"),
        ("bo@x.dk, eva@x.dk", ""),
        ("bo@x.dk;eva@x.dk", ""),
        ("bo@x.dk\nBcc: eva@x.dk", ""),
        ("Bo <bo@x.dk>", ""),
        ("bo", ""),
        (None, ""),
    ],
)
def test_an_address_is_one_or_none(given, one):
    assert one_address(given) == one


class Page(HTMLParser):
    """The tags of a page, with what a reader relies on."""

    VOID = {"meta", "br"}

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.headings: list[int] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@pytest.fixture(scope="module")
def hostile():
    round = im.Round(
        interns=[
            {"id": f"p{n}", "name": word, "email": word, "role": word, "themes": [word], "workplace": word}
            for n, word in enumerate(HOSTILE)
        ]
        + [{"id": word} for word in HOSTILE],
        hosts=[{"id": word, "name": word, "contact": word, "workplace": word, "max": 2} for word in HOSTILE],
        policy={"preset": "bare", "weeks": ["2026-W37"]},
    )
    return pack(round, im.solve(round))


def test_every_page_is_whole_and_inert(hostile):
    pages = {name: Page(data.decode()) for name, data in hostile.items() if name.endswith(".html")}
    assert len(pages) == 1 + 11 + 33
    for page in pages.values():
        tags = [tag for tag, _ in page.tags]
        assert not {"script", "img", "link", "iframe", "a", "form", "object", "base"} & set(tags)
        attributes = [pair for _, given in page.tags for pair in given.items()]
        assert not [
            name for name, _ in attributes if name.startswith("on") or name in ("src", "href", "style")
        ]
        assert next(given["lang"] for tag, given in page.tags if tag == "html") == "da"
        assert page.headings[0] == 1
        assert page.headings.count(1) == 1
        assert all(
            after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False)
        )
        assert tags.count("table") == tags.count("caption")
        assert all(given.get("scope") in ("col", "row") for tag, given in page.tags if tag == "th")
        policy = next(given["content"] for _, given in page.tags if "http-equiv" in given)
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert all(word in pages["index.html"].text for word in HOSTILE if word.isprintable())


def test_figures_say_in_words_what_they_show():
    round = im.Round(
        interns=[{"id": "p1", "wishes": ["v1"]}, {"id": "p2", "wishes": ["v1", "v2"]}],
        hosts=[{"id": "v1"}, {"id": "v2"}],
    )
    text = pack(round, im.solve(round), "en")["index.html"].decode()
    desc = re.search(r"<desc.*?>(.*?)</desc>", text)[1]
    assert desc.startswith("Got their first wish: 1. Got their second wish: 1. Got their third wish: 0.")
    assert re.findall(r'<rect x="0" y="\d+" width="(\d+)"', text)[:3] == ["160", "160", "0"]
    assert "<td>50 % of 2</td>" in text
    assert "Proven optimal" in text


def test_marks_that_act_show_themselves_and_lists_calculate_nothing(hostile):
    for name, data in hostile.items():
        if name.endswith((".html", ".txt", ".ics", ".csv")):
            assert "\u202e" not in unpacked(data), name
        if name.endswith(".csv"):
            rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
            assert not [cell for row in rows for cell in row if re.match(r"[=+@\-\t]", cell)]
    assert "&lt;U+202E&gt;gnp.exe" in hostile["index.html"].decode()


def test_names_of_files_are_safe_alone_and_still_legible(hostile):
    parts = [part for name in hostile for part in name.split("/")]
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,67}", part) for part in parts)
    assert len({name.casefold() for name in hostile}) == len(hostile)
    assert "hosts/002-con.html" in hostile
    assert file_name(3, "v3", "Region Sjælland, Køge") == "003-v3-region-sjaelland-koege"
    assert file_name(4, "p4", "Bo 120345-6789") == "004-p4-bo"


def test_calendars_read_back_with_the_days_of_the_visit(hostile):
    names = [name for name in hostile if name.endswith(".ics")]
    assert len(names) == 2 * len(HOSTILE)
    for name in names:
        events = Calendar.from_ical(hostile[name]).walk("VEVENT")
        assert len(events) == 1
        assert "forged" not in str(events[0]["uid"])
        assert not {"ATTENDEE", "ORGANIZER", "URL", "ATTACH"} & events[0].keys()


def test_a_visit_of_seven_days_is_two_events_around_the_weekend():
    round = im.Round(
        interns=[{"id": "p1", "days": "7-7", "weeks": ["2026-W36"]}], hosts=[{"id": "v1", "name": "DMI"}]
    )
    plan = plan_of(("v1", "2026-W36", 7, ("p1",), "agreed"), round=round)
    files = pack(round, plan, only=["calendar"])
    assert sorted(files) == ["calendar/hosts/001-v1-dmi.ics", "calendar/visits/001-001-v1-dmi.ics"]
    calendars = [Calendar.from_ical(data).walk("VEVENT") for data in files.values()]
    for events in calendars:
        spans = [(event.decoded("dtstart"), event.decoded("dtend")) for event in events]
        assert spans == [(date(2026, 8, 31), date(2026, 9, 5)), (date(2026, 9, 7), date(2026, 9, 9))]
        assert {str(event["status"]) for event in events} == {"CONFIRMED"}
        assert str(events[0]["summary"]) == "Innovationspraktik: DMI"
    assert [[str(event["uid"]) for event in events] for events in calendars] == [
        [str(event["uid"]) for event in calendars[0]]
    ] * 2


@pytest.mark.parametrize(
    ("week", "days", "first", "last", "count"),
    [
        ("2026-W37", 3, date(2026, 9, 7), date(2026, 9, 9), 3),
        ("2026-W37", None, date(2026, 9, 7), date(2026, 9, 11), 5),
        ("2026-W15", 5, date(2026, 4, 7), date(2026, 4, 10), 4),  # Easter Monday
        ("2026-W20", 5, date(2026, 5, 11), date(2026, 5, 15), 4),  # Ascension Day
        ("2026-W52", 10, date(2026, 12, 21), date(2026, 12, 31), 8),  # Christmas and New Year
        ("2023-W18", 5, date(2023, 5, 1), date(2023, 5, 4), 4),  # the last General Prayer Day
        ("2024-W17", 5, date(2024, 4, 22), date(2024, 4, 26), 5),
    ],
)
def test_working_days_leave_out_weekends_and_public_holidays(week, days, first, last, count):
    found = working_days(week, days)
    assert (found[0], found[-1], len(found)) == (first, last, count)


def test_easter_is_that_of_the_almanac():
    almanac = {2000: (4, 23), 2008: (3, 23), 2011: (4, 24), 2024: (3, 31), 2026: (4, 5), 2038: (4, 25)}
    assert {year: (easter_sunday(year).month, easter_sunday(year).day) for year in almanac} == almanac
    assert all(easter_sunday(year).weekday() == 6 for year in range(2000, 2101))
    assert date(2026, 5, 25) in holidays(2026)


def test_runs_part_where_a_day_is_missing():
    days = [date(2026, 9, 7) + timedelta(days=n) for n in (0, 1, 3, 7)]
    assert runs(days) == [(days[0], days[1]), (days[2], days[2]), (days[3], days[3])]
    assert runs([]) == []


def test_pseudonyms_hold_within_a_file_and_tell_nothing_without_the_salt():
    round = im.Round(
        interns=[
            {"id": "p1", "visits": 2, "sector": "state", "municipality": "Odense", "region": "Anna Holm"},
            {"id": "p2"},
        ],
        hosts=[{"id": "p1", "sector": "region", "municipality": "Viborg"}, {"id": "v2"}],
        policy={"preset": "bare"},
    )
    plan = plan_of(("p1", None, None, ("p1",)), ("v2", None, None, ("p1",)), round=round)
    same, again, other = (
        rows_of(build_pack(round, plan, "en", ["shared"], salt=salt)["shared.csv"])
        for salt in (b"a", b"a", b"b")
    )
    assert same == again
    mine = [row for row in same if row["Host"]]
    assert len(mine) == 2
    assert len({row["Intern"] for row in mine}) == 1
    assert mine[0]["Intern"] not in {row["Host"] for row in mine}  # an intern and a host with one id
    assert [row["Intern"] for row in same] == sorted(row["Intern"] for row in same)
    assert not {row["Intern"] for row in same} & {row["Intern"] for row in other}
    row = next(row for row in mine if row["Host sector"])
    assert (row["Intern sector"], row["Intern region"]) == ("state", "")  # a region that does not exist
    assert (row["Host sector"], row["Host region"]) == ("region", "Region Midtjylland")
    unsalted = [build_pack(round, plan, "en", ["shared"])["shared.csv"] for _ in range(2)]
    assert unsalted[0] != unsalted[1]


def test_letters_say_what_is_agreed_and_what_is_proposed():
    files = {name: data.decode() for name, data in pack(only=["letters"]).items()}
    agreed, proposed, none = (
        files[f"letters/interns/00{n}-zqp{n - 1}idqz-zqp{n - 1}nameqz.txt"] for n in (1, 3, 6)
    )
    assert agreed.startswith("Kære ZqP0nameqZ\n\nHer står")
    assert "\nHvornår: uge 37 (7.-11. september 2026), 3 dage\n" in agreed
    assert "\nDage: mandag 7. september, tirsdag 8. september og onsdag 9. september 2026\n" in agreed
    assert "\nSammen med: ZqP1nameqZ, ZqP1roleqZ, ZqP1workplaceqZ\n" in agreed
    assert "\nKontakt: ZqV0contactqZ, ZqV0mailqZ@example.org\n" in agreed
    assert "forslag" not in agreed
    assert "\nForeslåede dage: mandag" in proposed
    assert "Det er et forslag." in proposed
    assert "ikke fundet et besøg til dig" in none
    assert "ZqP1mail" not in agreed


def test_a_visit_keeps_its_event_when_others_come_to_it():
    other = plan_of(("ZqV0idqZ", "2026-W37", 3, ("ZqP5idqZ",)), round=MARKED)
    uids = [
        str(Calendar.from_ical(data).walk("VEVENT")[0]["uid"])
        for plan in (MARKED_PLAN, other)
        for name, data in pack(plan=plan, only=["calendar"]).items()
        if name.startswith("calendar/hosts/001")
    ]
    assert uids == uids[:1] * 2


def test_the_coordinator_sees_visits_that_are_called_off():
    text = Page(pack(only=["index"])["index.html"].decode()).text
    assert "afslået" in text
    assert "ZqP4nameqZ (ZqP4idqZ)" in text


def test_both_languages_have_the_same_words():
    for words in (PAGE, LETTER, CALENDAR):
        assert words["da"].keys() == words["en"].keys()


def run(*words, **env):
    done = subprocess.run(
        [sys.executable, "-m", "innopraktik_match", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
        check=False,
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done


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
    cell = next(cell for row in book["Plan"].iter_rows() for cell in row if cell.value == "p1")
    cell.value = "p2"
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
