"""Rows that are perhaps one person, and a contact who is perhaps an intern: asked, never guessed."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.settings.dialogue import Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.files.rounds.entries import Entry
    from innopraktik_match.files.rounds.joining import Left
    from innopraktik_match.files.settings.dialogue import Dialogue

    Pair = tuple[Entry, Entry]

MOST_OF_ONE_ADDRESS = 3
"""Rows with one e-mail: more of them share the address of an office."""
MOST_OF_ONE_NAME = 10
SHORTEST_NAME, LONGEST_NAME = 5, 80
"""Letters of a name in which one letter more or less is a slip."""


def ask_who_is_the_same(
    kind: str, entries: list[Entry], left: Left, dialogue: Dialogue, issues: list[Issue]
) -> list[Entry]:
    """Return the rows without the older ones of those who are said to be one person.

    Parameters
    ----------
    kind : {"interns", "hosts"}
    entries : list of Entry
        In the order of the rows; the later one of two is the newer.
    left : Left
        Takes the older rows.
    dialogue : Dialogue
    issues : list of Issue
        Takes a warning for each pair that nobody has answered for.
    """
    gone: list[Entry] = []
    for older, newer in _pairs(kind, entries):
        if any(one is other for one in (older, newer) for other in gone):
            continue
        answer = dialogue.ask(_question("same_person", kind, older, newer), issues)
        if answer is None:
            values: dict[str, object] = {"table": kind, "fields": ("id", "id")}
            issues.append(Issue("person_perhaps_twice", "warning", (older.place, newer.place), values))
        elif answer == "yes":
            gone.append(older)
            left.rows.append((kind, older, "duplicate"))
            newer.called += (str(older.values["id"]), *older.called)
    return [entry for entry in entries if not any(entry is one for one in gone)]


def ask_who_is_a_contact(entries: dict[str, list[Entry]], dialogue: Dialogue, issues: list[Issue]) -> None:
    """Call a host's contact what the intern with the same e-mail is called, where they are said to be one."""
    by_email = _grouped(entries["interns"], "email")
    for host in entries["hosts"]:
        alike = by_email.get(_said(host, "email"), [])
        name, contact = (_said(alike[0], "name"), _said(host, "contact")) if len(alike) == 1 else ("", "")
        if not name or not contact or name == contact:
            continue
        answer = dialogue.ask(_question("same_contact", "hosts", alike[0], host), issues)
        if answer is None:
            places = (alike[0].at("email"), host.at("contact"))
            issues.append(Issue("contact_perhaps_intern", "warning", places))
        elif answer == "yes":
            host.values["contact"] = alike[0].values["name"]


def _question(kind: str, table: str, one: Entry, other: Entry) -> Question:
    ids = [str(entry.values["id"]) for entry in (one, other)]
    words = {
        "first": _called(one, "name"),
        "second": _called(other, "contact" if kind == "same_contact" else "name"),
    }
    return Question(kind, table, "\n".join(ids), words=words)


def _called(entry: Entry, field: str) -> str:
    name, identity = entry.values.get(field) or entry.values.get("name"), entry.values["id"]
    return f"{name} ({identity})" if name and name != identity else str(identity)


def _pairs(kind: str, entries: list[Entry]) -> list[Pair]:
    """Return the pairs of rows to ask about, older row first."""
    order = {id(entry): number for number, entry in enumerate(entries)}
    found: dict[tuple[int, int], Pair] = {}
    for one, other in (*_one_address(kind, entries), *_one_name(kind, entries), *_nearly_one_name(entries)):
        first, second = sorted((one, other), key=lambda entry: order[id(entry)])
        if _said(one, "id") != _said(other, "id"):  # the same id twice is an error, and told
            found.setdefault((order[id(first)], order[id(second)]), (first, second))
    return [found[at] for at in sorted(found)]


def _one_address(kind: str, entries: list[Entry]) -> Iterator[Pair]:
    """Yield rows with one e-mail; of hosts those of one workplace, as one person may stand for several."""
    for rows in _grouped(entries, "email").values():
        if len(rows) <= MOST_OF_ONE_ADDRESS:
            yield from (
                pair
                for pair in pairwise(rows)
                if kind == "interns" or _said(pair[0], "workplace") == _said(pair[1], "workplace")
            )


def _one_name(kind: str, entries: list[Entry]) -> Iterator[Pair]:
    """Yield interns of one name, unless both say where they work and it differs, or only how to write."""
    for rows in _grouped(entries, "name").values() if kind == "interns" else ():
        if len(rows) <= MOST_OF_ONE_NAME:
            for one, other in pairwise(rows):
                elsewhere, otherwise = (_differ(one, other, field) for field in ("workplace", "email"))
                if not elsewhere and (_both(one, other, "workplace") or not otherwise):
                    yield one, other


def _nearly_one_name(entries: list[Entry]) -> Iterator[Pair]:
    """Yield rows of one workplace whose names differ in a letter, or in the names between first and last."""
    for rows in _grouped(entries, "workplace").values():
        by_part: dict[str, list[Entry]] = defaultdict(list)
        for entry in rows:
            for part in _parts(_said(entry, "name")):
                by_part[part].append(entry)
        for alike in by_part.values():
            if len(alike) <= MOST_OF_ONE_NAME:
                yield from (
                    (one, other)
                    for one, other in pairwise(alike)
                    if _said(one, "name") != _said(other, "name")
                )


def _parts(name: str) -> set[str]:
    """Return what two names that are nearly one have in common."""
    name = name.replace("aa", "å")
    words = name.split()
    counted = any(letter.isdigit() for letter in name)
    if len(words) < 2 or counted or not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
        return set()
    return {name, f"{words[0]} … {words[-1]}", *(name[:n] + name[n + 1 :] for n in range(len(name)))}


def _grouped(entries: list[Entry], field: str) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if word := _said(entry, field):
            groups[word].append(entry)
    return groups


def _both(one: Entry, other: Entry, *fields: str) -> bool:
    return all(_said(entry, field) for entry in (one, other) for field in fields)


def _differ(one: Entry, other: Entry, field: str) -> bool:
    return _both(one, other, field) and _said(one, field) != _said(other, field)


def _said(entry: Entry, field: str) -> str:
    return key(str(entry.values.get(field) or ""))
