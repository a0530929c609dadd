"""Letters to interns and hosts, as data: a letter tells one person only what that person's visits are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.report.packs.plain_text import one_line
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.demand import week_label
from innopraktik_match.texts.numbers import counted
from innopraktik_match.texts.packs import LETTER, days_line, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Host, Intern
    from innopraktik_match.report.packs.book import Book, Meeting

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Letter:
    """One letter.

    Attributes
    ----------
    file : str
        Path below the folder of letters, without ending.
    name, email : str
        The recipient; `email` as it was given.
    subject, greeting : str
    opening : str
    visits : tuple of tuple of (str, str)
        Labels and what they say, visit by visit.
    notes : tuple of str
    closing, sender : str
    """

    file: str
    name: str
    email: str
    subject: str
    greeting: str
    opening: str
    visits: tuple[Facts, ...]
    notes: tuple[str, ...]
    closing: str
    sender: str


def letters(book: Book) -> Iterator[Letter]:
    """Yield the letters to the interns, then those to the hosts.

    Whose visits are all called off gets none: why they are is not for a letter that everybody gets.
    """
    for intern in book.round.interns:
        if intern.id in book.interns_left:
            continue
        meetings = book.of(intern)
        facts = tuple(_to_intern(meeting, intern, book.lang) for meeting in meetings)
        file = f"interns/{book.intern_files[intern.id]}"
        yield _letter("intern", file, intern.name or intern.id, intern.email, meetings, facts, book.lang)
    for host in book.round.hosts:
        if host.id in book.hosts_left:
            continue
        meetings = book.at(host)
        facts = tuple(_to_host(meeting, book.lang) for meeting in meetings)
        file, name = f"hosts/{book.host_files[host.id]}", host.contact or host.name or host.id
        yield _letter("host", file, name, host.email, meetings, facts, book.lang)


def when_line(meeting: Meeting, lang: Lang) -> str:
    """Return week and length of a meeting in words."""
    visit = meeting.visit
    length = counted("days", visit.days, lang) if visit.days else ""
    week = week_label(visit.week, lang) if visit.week else LETTER[lang]["later"]
    return ", ".join(filter(None, (week, length)))


def where_line(host: Host) -> str:
    """Return a host's name, with workplace and municipality where the name does not say them.

    Examples
    --------
    >>> from innopraktik_match import Host
    >>> where_line(Host(id="v1", name="DMI, vagten", workplace="DMI", municipality="Odense"))
    'DMI, vagten, Odense'
    """
    parts = [one_line(host.name or host.id)]
    for part in (one_line(host.workplace), one_line(host.municipality)):
        if part and not any(part in said for said in parts):
            parts.append(part)
    return ", ".join(parts)


def contact_line(host: Host) -> str:
    """Return whom to write to at a host."""
    return ", ".join(one_line(part) for part in (host.contact, host.email) if part)


def who_line(intern: Intern) -> str:
    """Return an intern's name, role and workplace."""
    parts = (intern.name or intern.id, intern.role, intern.workplace)
    return ", ".join(dict.fromkeys(one_line(part) for part in parts if part))


def _letter(
    kind: str,
    file: str,
    name: str,
    email: str | None,
    meetings: list[Meeting],
    facts: tuple[Facts, ...],
    lang: Lang,
) -> Letter:
    words, called = LETTER[lang], one_line(name)
    notes: list[str] = []
    if any(meeting.visit.status != "agreed" for meeting in meetings):
        notes.append(words["proposal"])
        notes.append(words["agree_days"])
    return Letter(
        file=file,
        name=called,
        email=email or "",
        subject=words[f"subject_{kind}"],
        greeting=words["greeting"].format(name=called),
        opening=words[kind if meetings else f"{kind}_none"],
        visits=facts,
        notes=(*notes, words["answer"]),
        closing=words["closing"],
        sender=words["sender"],
    )


def _to_intern(meeting: Meeting, intern: Intern, lang: Lang) -> Facts:
    words = LETTER[lang]
    others = [who_line(one) for one in meeting.interns if one.id != intern.id]
    return _facts(
        (words["where"], where_line(meeting.host)),
        *_when(meeting, lang),
        (words["with"], "; ".join(others) or words["alone"]),
        (words["contact"], contact_line(meeting.host)),
        (words["status"], value_label(meeting.visit.status, lang)),
    )


def _to_host(meeting: Meeting, lang: Lang) -> Facts:
    words = LETTER[lang]
    people = (", ".join(filter(None, (who_line(one), one_line(one.email)))) for one in meeting.interns)
    return _facts(
        (words["where"], where_line(meeting.host)),
        *_when(meeting, lang),
        *((words["who"], person) for person in people),
        (words["status"], value_label(meeting.visit.status, lang)),
    )


def _when(meeting: Meeting, lang: Lang) -> Facts:
    words = LETTER[lang]
    label = words["agreed_days" if meeting.visit.status == "agreed" else "days"]
    return (words["when"], when_line(meeting, lang)), (label, days_line(meeting.days, lang))


def _facts(*facts: tuple[str, str]) -> Facts:
    return tuple((label, told) for label, told in facts if told)


def names_line(interns: tuple[Intern, ...], lang: Lang) -> str:
    """Return the names of interns as a list in a sentence."""
    return listed([one_line(one.name or one.id) for one in interns], lang)
