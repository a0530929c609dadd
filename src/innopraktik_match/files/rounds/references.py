"""Words that name interns and hosts -> their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.directory import Directory
from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Verbatim, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.issues import Place
    from innopraktik_match.files.rounds.entries import Entry
    from innopraktik_match.files.rounds.joining import Left

REFERENCES = ("wishes", "rejects", "intern", "host")


def directory_of(entries: Iterable[Entry]) -> Directory:
    """Return the people of one side as others write them."""
    return Directory(
        (entry.values["id"], entry.values.get("name"), entry.values.get("workplace"), *entry.called)
        for entry in entries
    )


def resolve(
    entries: dict[str, list[Entry]], people: dict[str, Directory], left: Left, issues: list[Issue]
) -> None:
    """Turn the words that name interns and hosts into ids; unknown words stay as they are."""
    gone = {kind: left.words(kind) for kind in people}
    for kind, rows in entries.items():
        for entry in rows:
            for name in [name for name in REFERENCES if name in entry.values]:
                side = _side(kind, name)
                given = entry.values[name]
                if name in ("intern", "host"):
                    if key(given) in gone[side] and not people[side].find(given):
                        issues.append(Issue("pair_withdrawn", "info", (entry.at(name),)))
                        entry.values.clear()
                        break
                    entry.values[name] = _id(people[side], given, entry.at(name), name, issues)
                    continue
                parts = given if isinstance(given, tuple) else (given,)
                ids: list[str] = []
                for number, part in enumerate(parts):
                    place = entry.at(f"{name}[{number}]")
                    for word in [part] if isinstance(part, Verbatim) else people[side].split(part):
                        if key(word) in gone[side] and not people[side].find(word):
                            issues.append(Issue("wish_withdrawn", "info", (place,)))
                            continue
                        entry.places[f"{name}[{len(ids)}]"] = place
                        ids.append(_id(people[side], word, place, name, issues))
                entry.values[name] = tuple(ids)
    for kind, rows in entries.items():
        entries[kind] = [entry for entry in rows if entry.values]


def _side(kind: str, name: str) -> str:
    if name in ("intern", "host"):
        return f"{name}s"
    return "hosts" if kind == "interns" else "interns"


def _id(people: Directory, word: str, place: Place, name: str, issues: list[Issue]) -> str:
    found = people.find(word)
    if len(found) > 1:
        values: dict[str, object] = {"field": name, "expected": tuple(shown(one) for one in found)}
        issues.append(Issue("name_ambiguous", places=(place,), values=values))
    return found[0] if found else word
