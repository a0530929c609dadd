"""Hand-outs: everybody gets their own and nobody else's; nothing in them acts."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import re
import zipfile
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

import innopraktik_match as im
from innopraktik_match.report.packs import PARTS, build_pack
from innopraktik_match.report.packs.claims import without_claims
from innopraktik_match.report.packs.plain_text import one_address
from innopraktik_match.texts.packs import CALENDAR, LETTER
from innopraktik_match.texts.page import PAGE

MADE = datetime(2026, 8, 1, tzinfo=UTC)


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


def pack(round=MARKED, plan=MARKED_PLAN, lang="da", only=tuple(PARTS), templates=None):
    return build_pack(round, plan, lang, only, templates=templates, made=MADE, salt=b"salt")


def unpacked(data: bytes) -> str:
    """Return all that a file holds, with lines of a calendar unfolded."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    if data.startswith((b"To:", b"Subject:")):
        mail = email.message_from_bytes(data, policy=email.policy.default)
        return "".join([*map(str, mail.values()), *(part.get_content() for part in mail.iter_parts())])
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
        if "/" not in name or name.startswith("regions/"):  # the coordinator's own
            continue
        owner = re.search(r"zq([pv]\d)idqz", name)[1].upper()
        assert people_in(unpacked(data) + name.upper().replace("ZQ", "Zq")) <= with_whom[owner], name
        seen.add((name.partition("/")[0], owner))
    assert {owner for part, owner in seen if part == "letters"} == with_whom.keys() - {"P4", "V2"}
    assert {owner for part, owner in seen if part == "drafts"} == with_whom.keys() - {"P4", "V2"}
    assert {owner for part, owner in seen if part == "hosts"} == {"V0", "V1", "V2"}
    assert {owner for part, owner in seen if part == "calendar"} == {"V0", "V1"}


@pytest.mark.parametrize("name", ["figures.csv", "shared.csv", "boss.html"])
def test_what_is_shared_names_nobody(name):
    assert people_in(unpacked(pack()[name])) == set()


def test_notes_and_unknown_columns_stay_with_the_coordinator():
    own = ("plan.xlsx", "regions/")
    handed = "".join(unpacked(data) for name, data in pack().items() if not name.startswith(own))
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
    text = pack(only=["index"])["index.html"].decode()
    assert "afslået" in text
    assert "ZqP4nameqZ (ZqP4idqZ)" in text


def test_both_languages_have_the_same_words():
    for words in (PAGE, LETTER, CALENDAR):
        assert words["da"].keys() == words["en"].keys()
