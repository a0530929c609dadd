"""A round as JSON -> a round, with every issue at its table and row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue, Place, nearest
from innopraktik_match.files.raw.cells import shown
from innopraktik_match.files.raw.screening import Screen
from innopraktik_match.files.rounds.entries import Entry
from innopraktik_match.files.rounds.from_tables import MODELS, round_from_entries
from innopraktik_match.files.rounds.references import NOBODY, Absent, leave_out_absent
from innopraktik_match.files.settings.policies import Layer, find_policy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.domain.round import Round

KEYS = ("schema_version", *MODELS, "policy")


class _Rows(Entry):
    """An entry of a JSON list: its place is its row, whatever the field."""

    def at(self, name: str) -> Place:
        return self.place


def round_from_json(
    data: object, file: str, layers: list[Layer], preset: str | None, absent: Absent = NOBODY
) -> tuple[Round | None, list[Issue]]:
    """Read a round as JSON.

    Parameters
    ----------
    data : object
        What the JSON holds.
    file : str
        Name of the file.
    layers : list of Layer
        Policy beside the file's own; wins over it.
    preset : str, optional
        Wins over every layer.
    absent : mapping
        Whom an earlier plan names: where they are not in the round, what names them is left out.

    Returns
    -------
    Round or None, list of Issue
        None where there are errors.
    """
    whole = Place(file=file)
    if not isinstance(data, dict):
        return None, [Issue("json_not_a_round", places=(whole,))]
    issues = [
        Issue("key_unknown", places=(whole,), values={"read": shown(name), **nearest(name, KEYS)})
        for name in data
        if name not in KEYS
    ]
    version = data.get("schema_version", 1)
    if isinstance(version, bool) or version != 1:
        values: dict[str, object] = {"read": shown(data["schema_version"]), "expected": ("1",)}
        issues.append(Issue("schema_version_unknown", places=(whole,), values=values))
    own = data.get("policy")
    if own is not None and not isinstance(own, dict):
        issues.append(Issue("not_object", places=(whole,), values={"key": "policy"}))
        own = None
    policy, faults = find_policy([Layer(own or {}, whole), *layers], preset)
    screen = Screen()
    entries: dict[str, list[Entry]] = {kind: [] for kind in MODELS}
    for kind in MODELS:
        rows = data.get(kind)
        if rows is None:
            continue
        if not isinstance(rows, list):
            issues.append(Issue("not_list", places=(whole,), values={"key": kind}))
            continue
        for number, row in enumerate(rows, 1):
            place = Place(file=file, table=kind, row=number)
            if isinstance(row, dict):
                seen = screen.value(row, partial(Place, file, table=kind, row=number))
                entries[kind].append(_Rows(_dated(seen, policy.year), place))
            else:
                issues.append(Issue("not_object", places=(place,)))
    leave_out_absent(entries, absent, issues)
    built = round_from_entries(entries, policy, issues + faults + screen.issues)
    return built.round, built.issues


def _dated(row: Mapping[str, Any], year: int | None) -> dict[str, Any]:
    """Bare week numbers, such as 37, belong to the policy's year."""

    def dated(week: object) -> object:
        if isinstance(week, int) and not isinstance(week, bool) and year is not None:
            return f"{year}-W{week:02d}"
        return week

    found = dict(row)
    if isinstance(found.get("weeks"), list):
        found["weeks"] = [dated(week) for week in found["weeks"]]
    if "week" in found:
        found["week"] = dated(found["week"])
    return found
