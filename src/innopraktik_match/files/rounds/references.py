"""Words that name interns and hosts -> their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING

from innopraktik_match.domain.directory import Directory
from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Verbatim, shown
from innopraktik_match.files.settings.dialogue import NONE, Question

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Place
    from innopraktik_match.files.rounds.entries import Entry
    from innopraktik_match.files.rounds.joining import Left
    from innopraktik_match.files.settings.dialogue import Dialogue

Absent = Mapping[str, Iterable[str]]
"""Side -> what an earlier plan calls those whom it names."""
NOBODY: Absent = {}
MOST_OPTIONS = 40
"""People of whom one can be chosen in the stead of an unknown word."""
REFERENCES = ("wishes", "rejects", "intern", "host")


def directory_of(entries: Iterable[Entry]) -> Directory:
    """Return the people of one side as others write them."""
    return Directory(
        (entry.values["id"], entry.values.get("name"), entry.values.get("workplace"), *entry.called)
        for entry in entries
    )


def resolve(
    entries: dict[str, list[Entry]],
    people: dict[str, Directory],
    left: Left,
    dialogue: Dialogue,
    issues: list[Issue],
) -> None:
    """Turn the words that name interns and hosts into ids; unknown words stay as they are."""
    gone = {kind: left.words(kind) for kind in people}
    for kind, rows in entries.items():
        for entry in rows:
            for name in [name for name in REFERENCES if name in entry.values]:
                side = _side(kind, name)
                given = entry.values[name]
                if name in ("intern", "host"):
                    if gone[side] and key(given) in gone[side] and not people[side].find(given):
                        issues.append(Issue("pair_withdrawn", "info", (entry.at(name),)))
                        entry.values.clear()
                        break
                    entry.values[name] = _id(people[side], given, entry.at(name), (kind, name), issues)
                    continue
                asker = _Asker(kind, name, people[side], dialogue, issues)
                parts = given if isinstance(given, tuple) else (given,)
                ids: list[str] = []
                for number, part in enumerate(parts):
                    place = entry.at(f"{name}[{number}]")
                    for word in [part] if isinstance(part, Verbatim) else people[side].split(part):
                        if key(word) in gone[side] and not people[side].find(word):
                            issues.append(Issue("wish_withdrawn", "info", (place,)))
                            continue
                        meant = asker.meant(word, entry)
                        if meant == NONE:
                            continue
                        entry.places[f"{name}[{len(ids)}]"] = place
                        ids.append(meant or _id(people[side], word, place, (kind, name), issues))
                entry.values[name] = tuple(ids)
    for kind, rows in entries.items():
        entries[kind] = [entry for entry in rows if entry.values]


class _Asker:
    """Who is meant by a word that names several, or nobody but nearly somebody."""

    def __init__(
        self, table: str, field: str, people: Directory, dialogue: Dialogue, issues: list[Issue]
    ) -> None:
        self._table, self._field, self._people = table, field, people
        self._dialogue, self._issues = dialogue, issues

    def meant(self, word: str, entry: Entry) -> str | None:
        """Return the id that was chosen, "none" for nobody; None where nothing is asked or answered."""
        found = self._people.find(word)
        if len(found) == 1:
            return None
        near = found or tuple(str(one) for one in self._people.nearest(word).values())
        others = () if found else (one for one in self._people if one not in near)
        likely = islice(chain(near, others), MOST_OPTIONS)
        options = tuple((one, self._people.label(one)) for one in likely)
        if not options:
            return None
        kind = "which_one" if found else "nearly_named" if near else "nobody_named"
        who = str(entry.values.get("name") or entry.values["id"])
        words = {"who": who, "word": shown(word), "first": options[0][1]}
        guess = near[0] if near else NONE
        question = Question(kind, self._table, word, self._field, words, options, guess)
        return self._dialogue.ask(question, self._issues)


def leave_out_absent(entries: dict[str, list[Entry]], absent: Absent, issues: list[Issue]) -> None:
    """Take out what names somebody of an earlier plan who is not in the round; each is told."""
    missing = {
        side: {key(word) for word in words} - {key(str(one.values.get("id", ""))) for one in entries[side]}
        for side, words in absent.items()
    }
    if not any(missing.values()):
        return
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


def _id(people: Directory, word: str, place: Place, where: tuple[str, str], issues: list[Issue]) -> str:
    """Return whom a word names; a word that names nobody, or several, stays as it is."""
    found = people.find(word)
    if len(found) > 1:
        table, name = where
        values: dict[str, object] = {"table": table, "field": name, "fields": (name,)}
        values["expected"] = tuple(shown(one) for one in found)
        issues.append(Issue("name_ambiguous", places=(place,), values=values))
    return found[0] if len(found) == 1 else word
