"""Companions by name: whoever names each other travels together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue
from innopraktik_match.files.settings.dialogue import Question

if TYPE_CHECKING:
    from innopraktik_match.domain.directory import Directory
    from innopraktik_match.files.rounds.entries import Entry
    from innopraktik_match.files.settings.dialogue import Dialogue


def join_companions(entries: list[Entry], people: Directory, dialogue: Dialogue, issues: list[Issue]) -> None:
    """Turn names in the column of groups into groups, where both have named each other, or somebody says so.

    Parameters
    ----------
    entries : list of Entry
        The interns, ids in place.
    people : Directory
        Of the interns.
    dialogue : Dialogue
    issues : list of Issue
        Takes what was found.
    """
    named = {str(entry.values["id"]): _named(entry, people) for entry in entries}
    mutual = {one: {other for other in others if one in named[other]} for one, others in named.items()}
    open_ = _asked(entries, named, mutual, dialogue, issues)
    joined = {one: " + ".join(sorted(_reached(one, mutual))) for one, others in mutual.items() if others}
    for entry in entries:
        one = str(entry.values["id"])
        if named[one]:
            entry.values.pop("group")
        if one in open_:
            values: dict[str, object] = {"table": "interns", "field": "group", "fields": ("group",)}
            issues.append(Issue("companion_one_sided", "warning", (entry.at("group"),), values))
        if one in joined:
            entry.values["group"] = joined[one]
    if joined:
        places = tuple(entry.at("group") for entry in entries if entry.values["id"] in joined)
        issues.append(Issue("companions_joined", "info", places, {"count": len(places)}))


def _asked(
    entries: list[Entry],
    named: dict[str, set[str]],
    mutual: dict[str, set[str]],
    dialogue: Dialogue,
    issues: list[Issue],
) -> set[str]:
    """Join those who are said to travel together; return whoever names somebody of whom nothing is said."""
    called = {str(one.values["id"]): str(one.values.get("name") or one.values["id"]) for one in entries}
    open_ = set()
    for one, others in named.items():
        for other in sorted(others - mutual[one]):
            words = {"first": called[one], "second": called[other]}
            answer = dialogue.ask(Question("companion", "interns", f"{one}\n{other}", "group", words), issues)
            if answer is None:
                open_.add(one)
            elif answer == "yes":
                mutual[one].add(other)
                mutual[other].add(one)
    return open_


def _reached(one: str, mutual: dict[str, set[str]]) -> set[str]:
    """Return everybody who is joined to somebody, over others too."""
    found, new = {one}, {one}
    while new:
        new = {other for member in new for other in mutual[member]} - found
        found |= new
    return found


def _named(entry: Entry, people: Directory) -> set[str]:
    """Return the ids of the other interns whom the word for the group names."""
    word = entry.values.get("group")
    if not isinstance(word, str):
        return set()
    found = [people.find(part) for part in people.split(word)]
    if any(len(ids) != 1 for ids in found):
        return set()
    return {ids[0] for ids in found} - {str(entry.values["id"])}
