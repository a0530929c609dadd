"""Companions by name: whoever names each other travels together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue

if TYPE_CHECKING:
    from innopraktik_match.domain.directory import Directory
    from innopraktik_match.files.rounds.entries import Entry


def join_companions(entries: list[Entry], people: Directory, issues: list[Issue]) -> None:
    """Turn names in the column of groups into groups, where both have named each other.

    Parameters
    ----------
    entries : list of Entry
        The interns, ids in place.
    people : Directory
        Of the interns.
    issues : list of Issue
        Takes what was found.
    """
    named = {str(entry.values["id"]): _named(entry, people) for entry in entries}
    by_id = {str(entry.values["id"]): entry for entry in entries}
    group: dict[str, str] = {}
    for one in (one for one, others in named.items() if others):
        mutual = {other for other in named[one] if one in named.get(other, ())}
        word = min((group[other] for other in {one, *mutual} if other in group), default=one)
        for member in {one, *mutual} if mutual else ():
            group[member] = word
        entry = by_id[one]
        if named[one] - mutual:
            issues.append(Issue("companion_one_sided", "warning", (entry.at("group"),)))
        entry.values.pop("group")
    for one, word in group.items():
        by_id[one].values["group"] = " + ".join(sorted(m for m, other in group.items() if other == word))
    if group:
        places = tuple(by_id[one].at("group") for one in group)
        issues.append(Issue("companions_joined", "info", places, {"count": len(group)}))


def _named(entry: Entry, people: Directory) -> set[str]:
    """Return the ids of the other interns whom the word for the group names."""
    word = entry.values.get("group")
    if not isinstance(word, str):
        return set()
    found = [people.find(part) for part in people.split(word)]
    if any(len(ids) != 1 for ids in found):
        return set()
    return {ids[0] for ids in found} - {str(entry.values["id"])}
