"""Words that name interns and hosts -> their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from innopraktik_match.domain.directory import Directory
from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Verbatim, shown

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Place
    from innopraktik_match.files.rounds.entries import Entry
    from innopraktik_match.files.rounds.joining import Left

Absent = Mapping[str, Iterable[str]]
"""Side -> what an earlier plan calls those whom it names."""
NOBODY: Absent = {}
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


def leave_out_absent(entries: dict[str, list[Entry]], absent: Absent, issues: list[Issue]) -> None:
    """Take out what names somebody of an earlier plan who is not in the round; each is told."""
    missing = {
        side: {key(word) for word in words} - {key(str(one.values["id"])) for one in entries[side]}
        for side, words in absent.items()
    }
    for kind, rows in entries.items():
        for entry in rows:
            for name in [name for name in REFERENCES if entry.values.get(name)]:
                gone, given = missing.get(_side(kind, name), set()), entry.values[name]
                if name in ("intern", "host"):
                    if key(str(given)) in gone and kind != "before":
                        issues.append(Issue("pair_withdrawn", "info", (entry.at(name),)))
                        entry.values.clear()
                        break
                elif isinstance(given, (tuple, list)):
                    kept = [n for n, word in enumerate(given) if key(str(word)) not in gone]
                    places = {f"{name}[{at}]": entry.at(f"{name}[{n}]") for at, n in enumerate(kept)}
                    left = set(range(len(given))) - set(kept)
                    issues += [
                        Issue("wish_withdrawn", "info", (entry.at(f"{name}[{n}]"),)) for n in sorted(left)
                    ]
                    entry.values[name] = tuple(given[n] for n in kept)
                    entry.places.update(places)
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
