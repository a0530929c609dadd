"""Visits as calendar files: all-day events on the working days, without anybody invited."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from innopraktik_match import __version__
from innopraktik_match.report.packs.letters import contact_line, names_line, when_line, where_line
from innopraktik_match.report.packs.plain_text import one_line
from innopraktik_match.report.packs.working_days import DAY, runs
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.packs import CALENDAR, LETTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from icalendar import Calendar, Event

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.report.packs.book import Book, Meeting

DOMAIN = "innopraktik-match"


def calendars(book: Book, made: datetime) -> Iterator[tuple[str, bytes]]:
    """Yield the files below the folder of calendars: for each dated visit, and for each host with any.

    Parameters
    ----------
    book : Book
    made : datetime
        When the calendars are made, with its time zone.
    """
    for meeting in book.meetings:
        if meeting.days:
            name = f"visits/{meeting.number:03}-{book.host_files[meeting.host.id]}.ics"
            yield name, _calendar([meeting], book.lang, made).to_ical()
    for host in book.round.hosts:
        dated = [meeting for meeting in book.at(host) if meeting.days]
        if dated:
            yield f"hosts/{book.host_files[host.id]}.ics", _calendar(dated, book.lang, made).to_ical()


def _calendar(meetings: Iterable[Meeting], lang: Lang, made: datetime) -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{DOMAIN}//{__version__}//{lang.upper()}")
    calendar.add("version", "2.0")
    for meeting in meetings:
        for event in _events(meeting, lang, made):
            calendar.add_component(event)
    return calendar


def _events(meeting: Meeting, lang: Lang, made: datetime) -> Iterator[Event]:
    """Yield an event for each run of working days; the end of an all-day event is the day after it."""
    from icalendar import Event

    words = CALENDAR[lang]
    host = meeting.host
    lines = (
        when_line(meeting, lang),
        words["interns"].format(names=names_line(meeting.interns, lang)),
        f"{LETTER[lang]['contact']}: {contact_line(host)}" if contact_line(host) else "",
        f"{LETTER[lang]['status']}: {value_label(meeting.visit.status, lang)}",
    )
    for part, (first, last) in enumerate(runs(meeting.days), 1):
        event = Event()
        event.add("uid", f"{_fingerprint(meeting)}-{part}@{DOMAIN}")
        event.add("dtstamp", made)
        event.add("dtstart", first)
        event.add("dtend", last + DAY)
        event.add("summary", words["summary"].format(host=one_line(host.name or host.id)))
        event.add("location", where_line(host))
        event.add("description", "\n".join(filter(None, lines)))
        event.add("status", "CONFIRMED" if meeting.visit.status == "agreed" else "TENTATIVE")
        event.add("transp", "OPAQUE")
        yield event


def _fingerprint(meeting: Meeting) -> str:
    """Return what a visit keeps when the round is planned again, so that a calendar replaces its event."""
    told = "\0".join((meeting.host.id, meeting.host.name or "", meeting.visit.week or ""))
    return hashlib.sha256(told.encode()).hexdigest()[:32]
