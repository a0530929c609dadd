"""Hand-outs of a round whose every word would do harm: nothing in them acts, and all of it can be read."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import re
from html.parser import HTMLParser

import openpyxl
import pytest
from icalendar import Calendar

import innopraktik_match as im
from innopraktik_match.report.packs.plain_text import file_name
from tests.test_packs import pack, unpacked

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
    assert len(pages) == 2 + 11 + 33
    for page in pages.values():
        tags = [tag for tag, _ in page.tags]
        assert not {"script", "img", "link", "iframe", "form", "object", "base"} & set(tags)
        attributes = [pair for _, given in page.tags for pair in given.items()]
        assert not [name for name, _ in attributes if name.startswith("on") or name in ("src", "style")]
        assert all(value.startswith("#") for name, value in attributes if name == "href")
        assert next(given["lang"] for tag, given in page.tags if tag == "html") == "da"
        assert page.headings[0] == 1
        assert page.headings.count(1) == 1
        assert all(
            after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False)
        )
        assert tags.count("table") == tags.count("caption")
        assert all(
            given.get("scope") in ("col", "row", "rowgroup") for tag, given in page.tags if tag == "th"
        )
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
    assert re.findall(r'<rect class="bar" x="0" y="\d+" width="(\d+)"', text)[:3] == ["160", "160", "0"]
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


def test_the_workbook_shows_marks_that_act_and_every_word_is_text(hostile):
    book = openpyxl.load_workbook(io.BytesIO(hostile["plan.xlsx"]))
    ids = {"Praktikant-id", "Vært-id"}
    header = [cell.value for cell in book["Plan"][4]]
    words = [
        str(cell.value)
        for row in book["Plan"].iter_rows(min_row=5)
        for cell in row
        if header[cell.column - 1] not in ids
    ]
    assert "<U+202E>gnp.exe" in words
    assert not any("\u202e" in word for word in words)
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_drafts_are_mails_to_one_or_to_nobody(hostile):
    drafts = {name: data for name, data in hostile.items() if name.endswith(".eml")}
    assert len(drafts) == 33
    for data in drafts.values():
        mail = email.message_from_bytes(data, policy=email.policy.default)
        assert set(mail.keys()) <= {"To", "Subject", "X-Unsent", "MIME-Version", "Content-Type"}
        assert "\u202e" not in mail.get_body(("plain",)).get_content()
        assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


def test_calendars_read_back_with_the_days_of_the_visit(hostile):
    names = [name for name in hostile if name.endswith(".ics")]
    assert len(names) == 2 * len(HOSTILE)
    for name in names:
        events = Calendar.from_ical(hostile[name]).walk("VEVENT")
        assert len(events) == 1
        assert "forged" not in str(events[0]["uid"])
        assert not {"ATTENDEE", "ORGANIZER", "URL", "ATTACH"} & events[0].keys()
