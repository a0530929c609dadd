"""Rows of a table -> what they say, field by field, each with its cell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import MOST_PLACES, Issue, Place
from innopraktik_match.domain.when import DAYS_IN_WEEK
from innopraktik_match.files.raw.cells import Row, Table, Unreadable, blank, is_total
from innopraktik_match.files.tables.matrix import wished
from innopraktik_match.files.tables.ticked import places_in_weeks, ticked
from innopraktik_match.files.values.answers import says_withdrawn
from innopraktik_match.files.values.cell_values import read_value, whole_text
from innopraktik_match.files.values.no_answer import is_no_answer
from innopraktik_match.files.values.points import has_time
from innopraktik_match.files.values.styles import DATED, Style, notes_on, style_of, undecided

if TYPE_CHECKING:
    from innopraktik_match.files.settings.dialect import Dialect
    from innopraktik_match.files.tables.headers import Columns

_CLOSING = ("max", "visits")
"""None of these, and a host takes nobody."""


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
    withdrawn : bool
        Whether a cell of dates or numbers says that somebody is out; texts say it themselves.
    closed : Place, optional
        The cell that says that a host takes nobody this time: no place, or no visit.
    called : tuple of str
        Ids of older rows of the same person.
    only_wishes : bool
        Whether the row only says what somebody in another table wishes.
    """

    values: dict[str, Any]
    place: Place
    places: dict[str, Place] = field(default_factory=dict)
    withdrawn: bool = False
    closed: Place | None = None
    called: tuple[str, ...] = ()
    only_wishes: bool = False

    def at(self, name: str) -> Place:
        """Return the cell of a field ("wishes[1]" or "wishes"), or the row."""
        whole = name.partition("[")[0]
        return self.places.get(name) or self.places.get(whole, self.place)


def read_entries(
    table: Table, columns: Columns, year: int | None, dialect: Dialect, issues: list[Issue]
) -> list[Entry]:
    """Return the rows of a table; cells that cannot be read are reported and left out.

    Parameters
    ----------
    table : Table
    columns : Columns
        How the table is read.
    year : int or None
        Year of weeks that do not name one.
    dialect : Dialect
    issues : list of Issue
        Takes what was found.
    """
    styles = {
        name: _style(table, columns, name, column, year, dialect, issues)
        for name, column in columns.fields.items()
    }
    for name in {name for name, _ in columns.ticked.values()}:
        options = [option for field, option in columns.ticked.values() if field == name]
        styles[name] = style_of(name, options, year, dialect.dates, dialect.decimal, dialect.since)
    found: list[Entry] = []
    before = len(issues)
    for number, row in enumerate(columns.rows):
        if len(issues) - before >= dialect.limits.faults:
            left = len(columns.rows) - number
            issues.append(Issue("rows_unread", places=(table.place(row.line),), values={"count": left}))
            break
        entry = _entry(table, columns, row, year, styles, issues)
        if entry is not None:
            found.append(entry)
    return found


def _style(
    table: Table,
    columns: Columns,
    name: str,
    column: int,
    year: int | None,
    dialect: Dialect,
    issues: list[Issue],
) -> Style:
    """Return how a column is to be read, and say what there is to say of it as a whole."""
    cells = [row.cells[column] if column < len(row.cells) else None for row in columns.rows]
    if name in DATED and dialect.dates is None and undecided(cells):
        issues.append(Issue("dates_day_first", "info", (table.place(columns.header.line, column),)))
    style = style_of(name, cells, year, dialect.dates, dialect.decimal, dialect.since)
    for note in notes_on(name, cells, style):
        places = tuple(table.place(columns.rows[row].line, column) for row in note.rows[:MOST_PLACES])
        values = {"table": columns.kind, "field": name, "fields": (name,) * len(places), **note.values}
        issues.append(Issue(note.code, note.severity, places, values))
    return replace(style, ranges="min" not in columns.fields)


def _entry(
    table: Table,
    columns: Columns,
    row: Row,
    year: int | None,
    styles: dict[str, Style],
    issues: list[Issue],
) -> Entry | None:
    kind = columns.kind
    entry = Entry({}, table.place(row.line), only_wishes=table.of_wishes)
    if is_total(row):
        issues.append(Issue("total_row_skipped", "warning", (table.place(row.line, 0),)))
        return None
    wishes: dict[int, object] = {}
    for name, column in columns.fields.items():
        value = row.cells[column] if column < len(row.cells) else None
        if blank(value) or is_no_answer(name, value):
            continue
        entry.places[name] = place = table.place(row.line, column)
        try:
            read = read_value(kind, name, value, year, styles[name])
        except Unreadable as fault:
            if says_withdrawn(value) and kind in ("interns", "hosts"):
                entry.withdrawn = True
                continue
            if kind == "hosts" and name in _CLOSING and fault.code == "number_is_zero":
                entry.closed = place
                continue
            values = {"table": kind, "field": name, "fields": (name,), **fault.values}
            issues.append(Issue(fault.code, places=(place,), values=values))
            continue
        if name in DATED and has_time(value):
            issues.append(Issue("date_with_time", "warning", (place,)))
        if name.startswith("wishes["):
            wishes[int(name[7:-1])] = read
        elif name == "max" and isinstance(read, dict):
            entry.values.update(read)
            entry.places["min"] = place
        else:
            entry.values[name] = read
    for name, (column, options) in ticked(row, columns).items():
        entry.places[name] = place = table.place(row.line, column)
        try:
            entry.values[name] = read_value(kind, name, options, year, styles[name])
        except Unreadable as fault:
            values = {"table": kind, "field": name, "fields": (name,), **fault.values}
            issues.append(Issue(fault.code, places=(place,), values=values))
    if kind in ("interns", "hosts"):
        _least_places(table, columns, row, entry, issues)
        for name in ("name", "contact"):
            _join_name(entry, name)
        _join_days(entry)
        lacking = "name" not in entry.values and (table.of_both or not columns.names & {"id", "name"})
        if kind == "hosts" and lacking and "workplace" in entry.values:
            entry.values["name"] = entry.values["workplace"]
            entry.places["name"] = entry.places["workplace"]
        if not entry.places and sum(not blank(value) for value in row.cells) == 1:
            issues.append(Issue("note_row_skipped", "warning", (entry.place,)))
            return None
        if not _person(entry, issues):
            return None
        extra = {
            str(header): whole_text(row.cells[column])
            for column, header in columns.extra.items()
            if column < len(row.cells) and not blank(row.cells[column])
        }
        entry.values.update({"extra": extra} if extra else {})
    if columns.matrix is not None:
        for number, (column, name) in enumerate(wished(row, columns.matrix), len(wishes)):
            entry.places[f"wishes[{number}]"] = table.place(row.line, column)
            wishes[number] = name
    if wishes:
        _join_wishes(entry, wishes)
    return entry if entry.values else None


def _least_places(table: Table, columns: Columns, row: Row, entry: Entry, issues: list[Issue]) -> None:
    """Take the places that a host has in each week for its most at once; the fewest where they differ."""
    found = places_in_weeks(row, columns)
    if not found or "max" in entry.values:
        return
    entry.values["max"] = min(found.values())
    entry.places["max"] = table.place(row.line, min(found))
    if len(set(found.values())) > 1:
        places = tuple(table.place(row.line, column) for column in found)
        issues.append(Issue("places_differ", "warning", places, {"count": entry.values["max"]}))


def _person(entry: Entry, issues: list[Issue]) -> bool:
    """Give a row its id: its own, or else its name."""
    values = entry.values
    if "id" in entry.places and "id" not in values:
        return False  # unreadable, and said so
    if "id" not in values and "name" in values:
        values["id"] = values["name"]
        entry.places["id"] = entry.places["name"]
    if "id" not in values:
        issues.append(Issue("id_missing", places=(entry.place,)))
        return False
    return True


def _join_name(entry: Entry, name: str) -> None:
    """Join first and last name, where no column holds the whole."""
    parts = [entry.values.pop(f"{name}[{n}]", None) for n in range(2)]
    told = " ".join(str(part) for part in parts if part)
    if told and name not in entry.values:
        entry.values[name] = told
        entry.places[name] = entry.places.get(f"{name}[0]") or entry.places[f"{name}[1]"]


def _join_days(entry: Entry) -> None:
    """Join the fewest and the most days, where no column holds both."""
    shortest, longest = (entry.values.pop(f"days[{end}]", None) for end in range(2))
    if (shortest or longest) and "days" not in entry.values:
        least = shortest["min"] if shortest else 1
        most = longest["max"] if longest else -(-least // DAYS_IN_WEEK) * DAYS_IN_WEEK
        entry.values["days"] = {"min": least, "max": most, "about": False}
        entry.places["days"] = entry.places.get("days[0]") or entry.places["days[1]"]


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
