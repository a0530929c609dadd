"""Raw tables -> a round, with every issue at its cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from innopraktik_match.directory import Directory
from innopraktik_match.faults import find_faults
from innopraktik_match.files.cells import Row, Table, blank, shown
from innopraktik_match.files.headers import Columns, find_columns, is_aside, table_of
from innopraktik_match.files.policies import Layer, find_policy, read_settings
from innopraktik_match.files.records import build
from innopraktik_match.files.values import Unreadable, read_value, text
from innopraktik_match.issues import Issue, Place, Severity
from innopraktik_match.names import key
from innopraktik_match.round import Ban, Host, Intern, Lock, PairPoints, PastVisit, Round

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from innopraktik_match.policy import Policy

MODELS: dict[str, type[BaseModel]] = {
    "interns": Intern,
    "hosts": Host,
    "pairs": PairPoints,
    "bans": Ban,
    "history": PastVisit,
    "locks": Lock,
}
TOTALS = frozenset(("i alt", "ialt", "total", "sum", "antal i alt", "total:", "i alt:"))
REFERENCES = ("wishes", "rejects", "intern", "host")


@dataclass
class Entry:
    """One row on its way into the round: what it says, and where it stands.

    Attributes
    ----------
    values : dict
        Field -> value.
    place : Place
        The row.
    places : dict
        Field -> cell.
    """

    values: dict[str, Any]
    place: Place
    places: dict[str, Place] = field(default_factory=dict)

    def at(self, name: str) -> Place:
        """Return the cell of a field ("wishes[1]" or "wishes"), or the row."""
        whole = name.partition("[")[0]
        return self.places.get(name) or self.places.get(whole, self.place)


def round_from_tables(
    tables: list[Table], layers: list[Layer], preset: str | None
) -> tuple[Round | None, list[Issue]]:
    """Read tables into a round.

    Parameters
    ----------
    tables : list of Table
        Raw, in any order; recognised by name, or else by columns.
    layers : list of Layer
        Policy beside the settings sheet; wins over it.
    preset : str, optional
        Wins over every layer.

    Returns
    -------
    Round or None, list of Issue
        None where there are errors.
    """
    issues: list[Issue] = []
    sheets: list[Layer] = []
    data: list[tuple[str, Table]] = []
    for table in tables:
        kind = None if is_aside(table) else table_of(table)
        if kind == "settings":
            layer, faults = read_settings(table)
            sheets.append(layer)
            issues += faults
        elif kind in MODELS:
            data.append((kind, table))
        elif not is_aside(table):
            severity: Severity = "warning" if table.sheet is None else "info"
            issues.append(Issue("table_unknown", severity, (table.place(),)))
    policy, faults = find_policy(sheets + layers, preset)
    issues += faults
    entries: dict[str, list[Entry]] = {kind: [] for kind in MODELS}
    for kind, table in data:
        columns = find_columns(kind, table)
        issues += columns.issues
        if any(issue.code == "column_missing" for issue in columns.issues):
            continue
        for row in columns.rows:
            entry = _entry(table, columns, row, policy.year, issues)
            if entry is not None:
                entries[kind].append(entry)
    people = {kind: _named(entries[kind]) for kind in ("interns", "hosts")}
    _resolve(entries, people, issues)
    return round_from_entries(entries, policy, issues)


def round_from_entries(
    entries: dict[str, list[Entry]], policy: Policy, issues: list[Issue]
) -> tuple[Round | None, list[Issue]]:
    """Check every record and the round; None where there are errors."""
    records: dict[str, list[BaseModel]] = {}
    kept: dict[str, list[Entry]] = {}
    for kind, model in MODELS.items():
        records[kind], kept[kind] = [], []
        for entry in entries[kind]:
            record = build(model, entry.values, kind, entry.at, issues)
            if record is not None:
                records[kind].append(record)
                kept[kind].append(entry)
    round = Round(policy=policy, **records)
    faults = find_faults(round)
    if any(issue.code == "column_missing" for issue in issues):
        faults = [issue for issue in faults if issue.code not in ("no_interns", "no_hosts")]
    issues += [_placed(issue, kept) for issue in faults]
    broken = any(issue.severity == "error" for issue in issues)
    return None if broken else round, issues


def _placed(issue: Issue, kept: dict[str, list[Entry]]) -> Issue:
    """Return the issue with cells in place of table and row."""
    fields = issue.values.get("fields", ())
    places = []
    for number, place in enumerate(issue.places):
        if place.table in kept and place.row is not None:
            name = fields[number] if isinstance(fields, tuple) and number < len(fields) else ""
            place = kept[place.table][place.row - 1].at(name)
        places.append(place)
    return Issue(issue.code, issue.severity, tuple(places), issue.values)


def _entry(table: Table, columns: Columns, row: Row, year: int | None, issues: list[Issue]) -> Entry | None:
    kind = columns.kind
    entry = Entry({}, table.place(row.line))
    wishes: dict[int, object] = {}
    for name, column in columns.fields.items():
        value = row.cells[column] if column < len(row.cells) else None
        if blank(value):
            continue
        entry.places[name] = place = table.place(row.line, column)
        try:
            read = read_value(kind, name, value, year)
        except Unreadable as fault:
            values = {"table": kind, "field": name, "fields": (name,), **fault.values}
            issues.append(Issue(fault.code, places=(place,), values=values))
            continue
        if name.startswith("wishes["):
            wishes[int(name[7:-1])] = read
        else:
            entry.values[name] = read
    if kind in ("interns", "hosts"):
        if not _person(entry, table, issues):
            return None
        extra = {
            header: text(row.cells[column])
            for column, header in columns.extra.items()
            if column < len(row.cells) and not blank(row.cells[column])
        }
        entry.values.update({"extra": extra} if extra else {})
    if wishes:
        _join_wishes(entry, wishes)
    return entry if entry.values else None


def _person(entry: Entry, table: Table, issues: list[Issue]) -> bool:
    """Give a row its id; a total at the bottom is not a person."""
    values = entry.values
    if any(key(str(values.get(name, ""))) in TOTALS for name in ("id", "name")):
        issues.append(Issue("total_row_skipped", "warning", (entry.place,)))
        return False
    if "id" in entry.places and "id" not in values:
        return False  # unreadable, and said so
    if "id" not in values and "name" in values:
        values["id"] = values["name"]
        entry.places["id"] = entry.places["name"]
    if "id" not in values:
        issues.append(Issue("id_missing", places=(entry.place,)))
        return False
    return True


def _join_wishes(entry: Entry, wishes: dict[int, object]) -> None:
    """Put numbered wishes after those of a common column, in the order of their numbers."""
    first = entry.values.get("wishes")
    listed = [first] if first is not None else []
    places = [entry.places["wishes"]] if listed else []
    for number in sorted(wishes):
        listed.append(wishes[number])
        places.append(entry.places.pop(f"wishes[{number}]"))
    entry.values["wishes"] = tuple(listed)
    entry.places.update({f"wishes[{number}]": place for number, place in enumerate(places)})


def _named(entries: Iterable[Entry]) -> Directory:
    return Directory((entry.values["id"], entry.values.get("name")) for entry in entries)


def _resolve(entries: dict[str, list[Entry]], people: dict[str, Directory], issues: list[Issue]) -> None:
    """Turn the words that name interns and hosts into ids; unknown words stay as they are."""
    for kind, rows in entries.items():
        for entry in rows:
            for name in [name for name in REFERENCES if name in entry.values]:
                side = _side(kind, name)
                given = entry.values[name]
                if name in ("intern", "host"):
                    entry.values[name] = _id(people[side], given, entry.at(name), name, issues)
                    continue
                parts = given if isinstance(given, tuple) else (given,)
                ids: list[str] = []
                for number, part in enumerate(parts):
                    place = entry.at(f"{name}[{number}]")
                    for word in people[side].split(part):
                        entry.places[f"{name}[{len(ids)}]"] = place
                        ids.append(_id(people[side], word, place, name, issues))
                entry.values[name] = tuple(ids)


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
