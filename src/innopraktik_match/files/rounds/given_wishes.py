"""Wishes from a sheet of their own, given to those who wish."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import shown
from innopraktik_match.files.rounds.joining import rank_of_answer
from innopraktik_match.files.rounds.references import directory_of

if TYPE_CHECKING:
    from innopraktik_match.files.rounds.entries import Entry
    from innopraktik_match.files.rounds.joining import Left


def parted(entries: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return the rows that are people, and those that are only their wishes; all are people if none is."""
    people = [entry for entry in entries if not entry.only_wishes]
    return (people, [entry for entry in entries if entry.only_wishes]) if people else (entries, [])


def give_wishes(people: list[Entry], wishes: list[Entry], left: Left, issues: list[Issue]) -> None:
    """Put the wishes of each after those that stand with the person, in the order of their numbers."""
    known, gone = directory_of(people), left.words("interns")
    by_id = {str(entry.values["id"]): entry for entry in people}
    of: dict[str, list[Entry]] = defaultdict(list)
    for entry in wishes:
        word = str(entry.values["id"])
        found = known.find(word)
        if len(found) == 1:
            of[found[0]].append(entry)
        elif key(word) not in gone:
            code = "name_ambiguous" if found else "intern_unknown"
            values: dict[str, object] = {"table": "interns", "field": "name", "fields": ("name",)}
            values |= {"expected": tuple(map(shown, found))} if found else {"read": shown(word)}
            issues.append(Issue(code, places=(entry.at("name"),), values=values | known.nearest(word)))
    for identity, rows in of.items():
        person = by_id[identity]
        before = person.values.get("wishes", ())
        listed = list(before) if isinstance(before, tuple) else [before]
        for entry in sorted(rows, key=rank_of_answer):
            if "wishes" in entry.values:
                person.places[f"wishes[{len(listed)}]"] = entry.at("wishes")
                listed.append(entry.values["wishes"])
        if listed:
            person.values["wishes"] = tuple(listed)
