"""Rows that are not each a person: answers to be joined, people twice, withdrawn, or only an example."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.values.answers import says_withdrawn
from innopraktik_match.files.values.cell_values import NO
from innopraktik_match.texts.questions import numbers_answers
from innopraktik_match.texts.template import EVERY_EXAMPLE_ID
from innopraktik_match.texts.vocabulary import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.domain.issues import Severity
    from innopraktik_match.files.rounds.entries import Entry

_CONSENT = re.compile(
    r"samtykke|gemme|gdpr|consent|opbevar|persondata|kontakte"
    r"|\b(?:ok|ja|godkend\w*|accept\w*|tilladelse|aftalt|approv\w*|allow\w*|yes)\b.*\b\w*(?:leder|chef|boss|manager)"
    r"|\b\w*(?:leder|chef|boss|manager)\w*\b.*\b(?:ok|ja|godkend\w*|accept\w*|tilladelse|enig|approv\w*|agree\w*|yes)\b"
)
"""Of keeping data, and of the leader."""
_EVENT = re.compile(
    r"møde|frokost|middag|morgenmad|kick ?off|seminar|webinar|intro|opstart|kursus|workshop|arrangement"
    r"|meeting|lunch|dinner|breakfast|event"
)
"""Who takes no part in one of these may well be an intern."""
_NAY = re.compile(rf"(?:{'|'.join(sorted(NO))}|ikke endnu|not yet)(?:\W|$)")
_CODES = {"example": "row_example", "withdrawn": "row_withdrawn", "closed": "host_closed"}
_ANSWER = ("wishes", "priority", "extra")


class Left:
    """The rows that are left out, and why.

    Attributes
    ----------
    rows : list of (str, Entry, str)
        Table, row and why: "withdrawn", "closed", "duplicate", "example".
    """

    def __init__(self) -> None:
        self.rows: list[tuple[str, Entry, str]] = []

    def words(self, kind: str) -> set[str]:
        """Return what those who are not in the round at all are called: withdrawn, closed and examples."""
        names = ("id", "name", "workplace")
        return {
            key(str(entry.values[name]))
            for table, entry, why in self.rows
            if table == kind and why != "duplicate"
            for name in names
            if entry.values.get(name)
        }


def people_of(kind: str, entries: list[Entry], left: Left, issues: list[Issue]) -> list[Entry]:
    """Return one entry a person or host who takes part; what is joined or left out is told.

    Parameters
    ----------
    kind : {"interns", "hosts"}
    entries : list of Entry
        In the order of the rows.
    left : Left
        Takes who is left out.
    issues : list of Issue
        Takes what was found.
    """
    if not all(map(_is_example, entries)):
        entries = _without(kind, entries, "example", _is_example, left, issues)
    entries = _without(kind, entries, "withdrawn", _has_withdrawn, left, issues)
    entries = _without(kind, entries, "closed", lambda entry: entry.closed is not None, left, issues)
    entries = _answers_joined(kind, entries, issues)
    if kind == "interns":
        entries = _newest(kind, entries, left, issues)
    refused = [entry.place for entry in entries if _refuses_consent(entry)]
    if refused:
        issues.append(Issue("consent_refused", "warning", tuple(refused), {"count": len(refused)}))
    return entries


def _without(
    kind: str, entries: list[Entry], why: str, out: Callable[[Entry], bool], left: Left, issues: list[Issue]
) -> list[Entry]:
    stay: list[Entry] = []
    gone: list[Entry] = []
    for entry in entries:
        (gone if out(entry) else stay).append(entry)
    if gone:
        left.rows += [(kind, entry, why) for entry in gone]
        severity: Severity = "info" if why == "example" else "warning"
        places = tuple(entry.closed or entry.place for entry in gone)
        issues.append(Issue(_CODES[why], severity, places, {"count": len(gone), "table": kind}))
    return stay


def _is_example(entry: Entry) -> bool:
    return entry.values.get("id") in EVERY_EXAMPLE_ID


def _has_withdrawn(entry: Entry) -> bool:
    return entry.withdrawn or any(map(says_withdrawn, _words(entry.values)))


def _words(values: dict[str, Any]) -> Iterator[str]:
    """Yield the texts of a row, those of lists too, and of further columns, but for what else there is."""
    for value in values.values():
        words = [value] if isinstance(value, str) else value
        if isinstance(value, dict):
            words = [word for header, word in value.items() if not _EVENT.search(plain(header))]
        if isinstance(words, Iterable):
            yield from (word for word in words if isinstance(word, str))


def _refuses_consent(entry: Entry) -> bool:
    return any(
        _CONSENT.search(plain(header)) and _NAY.match(key(word))
        for header, word in entry.values.get("extra", {}).items()
    )


def _answers_joined(kind: str, entries: list[Entry], issues: list[Issue]) -> list[Entry]:
    """Join the rows of one person who differ in nothing but a wish and its number."""
    by_id: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_id[key(str(entry.values["id"]))].append(entry)
    joined, places = [], []
    for rows in by_id.values():
        if len(rows) == 1 or not _one_row_an_answer(rows):
            joined += rows
            continue
        ranked = sorted(rows, key=rank_of_answer)
        first = rows[0]
        words = [entry.values["wishes"] for entry in ranked]
        first.places |= {f"wishes[{n}]": entry.at("wishes") for n, entry in enumerate(ranked)}
        first.values["wishes"] = tuple(words)
        first.values.pop("priority", None)
        first.values["extra"] = _every_extra(rows)
        joined.append(first)
        places.append(first.place)
    if places:
        issues.append(Issue("answers_joined", "info", tuple(places), {"count": len(places), "table": kind}))
    return joined


def _every_extra(rows: list[Entry]) -> dict[str, str]:
    """Return what rows say beside the fields, the numbers of the answers aside."""
    said: dict[str, dict[str, None]] = {}
    for row in rows:
        for header, word in row.values.get("extra", {}).items():
            said.setdefault(header, {})[str(word)] = None
    return {header: "; ".join(words) for header, words in said.items() if not numbers_answers(header)}


def _one_row_an_answer(rows: list[Entry]) -> bool:
    same = [{name: value for name, value in row.values.items() if name not in _ANSWER} for row in rows]
    wishes = [row.values.get("wishes") for row in rows]
    return all(one == same[0] for one in same) and all(isinstance(wish, str) for wish in wishes)


def rank_of_answer(entry: Entry) -> float:
    """Return the number of an answer: a column of that name, or what was read as a priority."""
    given = [
        word
        for header, word in entry.values.get("extra", {}).items()
        if numbers_answers(header) and str(word).isdigit()
    ]
    return float(next(iter(given), entry.values.get("priority", 0)))


def _newest(kind: str, entries: list[Entry], left: Left, issues: list[Issue]) -> list[Entry]:
    """Keep the last row of somebody who is there twice, by e-mail and name or by name and workplace."""
    last: dict[tuple[str, str, str], Entry] = {}
    older: list[tuple[Entry, Entry]] = []
    gone: set[int] = set()
    for entry in entries:
        for mark in marks_of(entry):
            before = last.get(mark)
            told = before is entry or id(before) in gone
            if before is not None and not told and not _addresses_differ(before, entry):
                older.append((before, entry))
                gone.add(id(before))
            last[mark] = entry
    for before, now in older:
        left.rows.append((kind, before, "duplicate"))
        now.called += (str(before.values["id"]), *before.called)
        issues.append(Issue("person_twice", "warning", (before.place, now.place), {"table": kind}))
    return [entry for entry in entries if id(entry) not in gone]


def marks_of(entry: Entry, called: str = "name") -> list[tuple[str, str, str]]:
    """Return what tells that two rows are one person: name and e-mail, or name and workplace."""
    name, email, workplace = (
        key(str(entry.values.get(field) or "")) for field in (called, "email", "workplace")
    )
    marks = [("email", email, name)] if email else []
    return [*marks, ("workplace", workplace, name)] if name and workplace else marks


def _addresses_differ(one: Entry, other: Entry) -> bool:
    emails = [key(str(entry.values.get("email") or "")) for entry in (one, other)]
    return all(emails) and emails[0] != emails[1]
