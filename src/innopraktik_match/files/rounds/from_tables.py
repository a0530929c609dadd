"""Raw tables -> a round, with every issue at its cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from innopraktik_match.domain.issues import Issue, RoundError, Severity
from innopraktik_match.domain.municipalities import region_of
from innopraktik_match.domain.round import (
    Ban,
    Earlier,
    Host,
    Intern,
    Journey,
    Lock,
    PairPoints,
    PastVisit,
    Relation,
    Round,
)
from innopraktik_match.files.raw.screening import Screen
from innopraktik_match.files.rounds.companions import join_companions
from innopraktik_match.files.rounds.entries import Entry, read_entries
from innopraktik_match.files.rounds.given_wishes import give_wishes, parted
from innopraktik_match.files.rounds.joining import Left, people_of
from innopraktik_match.files.rounds.known_people import known_people
from innopraktik_match.files.rounds.own_places import keep_from_own
from innopraktik_match.files.rounds.perhaps_same import ask_who_is_a_contact, ask_who_is_the_same
from innopraktik_match.files.rounds.records import build
from innopraktik_match.files.rounds.references import NOBODY, Absent, directory_of, leave_out_absent, resolve
from innopraktik_match.files.rounds.settings_of import read_settings_of
from innopraktik_match.files.rounds.sign_up import with_first_come
from innopraktik_match.files.rounds.swapped_dates import settle_dates
from innopraktik_match.files.settings.criteria_sheet import read_criteria
from innopraktik_match.files.settings.dialect import Dialect
from innopraktik_match.files.settings.dialogue import Dialogue
from innopraktik_match.files.settings.rules_sheet import read_rules
from innopraktik_match.files.tables.headers import Columns, is_aside, table_of
from innopraktik_match.files.tables.layout import layout_issues, swapped
from innopraktik_match.files.tables.matching import find_columns
from innopraktik_match.files.tables.sides import by_sides
from innopraktik_match.files.tables.unnamed import SIDES, side_of_table
from innopraktik_match.files.tables.wishes_sheet import as_wishes
from innopraktik_match.validation.faults import find_faults

if TYPE_CHECKING:
    from pydantic import BaseModel

    from innopraktik_match.domain.policy import Policy
    from innopraktik_match.files.raw.cells import Table
    from innopraktik_match.files.settings.policies import Layer

MODELS: dict[str, type[BaseModel]] = {
    "interns": Intern,
    "hosts": Host,
    "pairs": PairPoints,
    "bans": Ban,
    "history": PastVisit,
    "locks": Lock,
    "travel": Journey,
    "before": Earlier,
    "relations": Relation,
}
MOST_PAIRS = 10**6
UNREADABLE = ("column_missing", "header_missing")
"""What is wrong with a header whose rows cannot be read."""


class Understood(NamedTuple):
    """How one table was read.

    Attributes
    ----------
    table : Table
    columns : Columns
    """

    table: Table
    columns: Columns


class Built(NamedTuple):
    """A round of rows that were read.

    Attributes
    ----------
    round : Round or None
        None where there are errors.
    issues : list of Issue
    draft : Round
        What could be read, sound or not.
    entries : dict
        Table -> the rows of the draft, in its order.
    """

    round: Round | None
    issues: list[Issue]
    draft: Round
    entries: dict[str, list[Entry]]


class FromTables(NamedTuple):
    """What came of reading tables."""

    built: Built
    understood: list[Understood]
    left: Left
    dialogue: Dialogue


def round_from_tables(
    tables: list[Table],
    layers: list[Layer],
    preset: str | None,
    dialect: Dialect | None = None,
    absent: Absent = NOBODY,
) -> FromTables:
    """Read tables into a round.

    Parameters
    ----------
    tables : list of Table
        Raw, in any order; recognised by name, or else by columns.
    layers : list of Layer
        Policy beside the settings sheet; wins over it.
    preset : str, optional
        Wins over every layer.
    dialect : Dialect, optional
        How the files are to be read.
    absent : mapping
        Whom an earlier plan names: where they are not in the round, what names them is left out.

    Returns
    -------
    FromTables
    """
    screen = Screen()
    tables = [screen.table(table) for table in tables]
    issues = screen.issues
    dialect, policy = read_settings_of(tables, dialect or Dialect(), layers, preset, issues)
    tables = by_sides(tables, dialect.columns, issues)
    data = _data_tables(tables, dialect, issues)
    issues += swapped(data)
    known = known_people(data, dialect)
    understood = [
        Understood(table, find_columns(kind, table, dialect.columns, known))
        for kind, table in data
        if table.rows
    ]
    for table, columns in understood:
        issues += [*columns.issues, *layout_issues(table, columns)]
    entries = _entries(understood, Round(policy=policy).year, dialect, issues)
    left, dialogue = Left(), Dialogue(dialect.answers)
    entries["interns"], wishes = parted(entries["interns"])
    for kind in SIDES if dialect.rows is None else ():
        settle_dates(kind, entries[kind], dialogue, issues)
        entries[kind] = people_of(kind, entries[kind], left, issues)
        entries[kind] = ask_who_is_the_same(kind, entries[kind], left, dialogue, issues)
    give_wishes(entries["interns"], wishes, left, issues)
    people = {kind: directory_of(entries[kind]) for kind in ("interns", "hosts")}
    resolve(entries, people, left, dialogue, issues)
    leave_out_absent(entries, absent, issues)
    if dialect.rows is None:
        join_companions(entries["interns"], people["interns"], dialogue, issues)
        ask_who_is_a_contact(entries, dialogue, issues)
        keep_from_own(entries, policy, dialogue, issues)
    built = round_from_entries(entries, policy, issues)
    issues = [_at_table(issue, data) for issue in built.issues]
    return FromTables(built._replace(issues=issues), understood, left, dialogue)


def _entries(
    understood: list[Understood], year: int | None, dialect: Dialect, issues: list[Issue]
) -> dict[str, list[Entry]]:
    """Read the rows of every table whose columns can be told."""
    entries: dict[str, list[Entry]] = {kind: [] for kind in MODELS}
    for table, columns in understood:
        if not any(issue.code in UNREADABLE for issue in columns.issues):
            entries[columns.kind] += read_entries(table, columns, year, dialect, issues)
    return entries


def _data_tables(tables: list[Table], dialect: Dialect, issues: list[Issue]) -> list[tuple[str, Table]]:
    """Return the tables that hold data; say which ones do not."""
    named = [(None if is_aside(one) else table_of(one, dialect.columns), one) for one in tables]
    nameless = any(kind is None and one.rows and not is_aside(one) for kind, one in named)
    known = known_people([pair for pair in named if pair[0] in SIDES] if nameless else [], dialect)
    there = frozenset(kind for kind, _ in named if kind in SIDES)
    data = []
    for kind, table in named:
        if kind is None and not is_aside(table) and (wishes := as_wishes(table)) is not None:
            issues.append(Issue("table_of_wishes", "info", (table.place(),)))
            data.append(("interns", wishes))
            continue
        if kind is None and not is_aside(table):
            kind = side_of_table(table, dialect.columns, there, known)
            if kind is not None:
                issues.append(Issue("table_by_columns", "info", (table.place(),), {"table": kind}))
        if kind in MODELS:
            data.append((kind, table))
        elif not table.rows:
            issues.append(Issue("sheet_empty", "info", (table.place(),)))
        elif kind not in ("settings", "questions") and not is_aside(table) and not _is_policy(kind, table):
            severity: Severity = "warning" if table.sheet is None else "info"
            issues.append(Issue("table_unknown", severity, (table.place(),)))
    return data


def _is_policy(kind: str | None, table: Table) -> bool:
    """Whether a sheet lists rules or criteria."""
    reader = {"rules": read_rules, "criteria": read_criteria}.get(kind or "")
    return reader is not None and reader(table)[0] is not None


def round_from_entries(entries: dict[str, list[Entry]], policy: Policy, issues: list[Issue]) -> Built:
    """Check every record and the round."""
    records: dict[str, list[BaseModel]] = {}
    kept: dict[str, list[Entry]] = {}
    for kind, model in MODELS.items():
        records[kind], kept[kind] = [], []
        for entry in entries[kind]:
            record = build(model, entry.values, kind, entry.at, issues)
            if record is not None:
                records[kind].append(record)
                kept[kind].append(entry)
    tables: dict[str, Any] = dict(records)
    round = Round(policy=policy, **tables)
    faults = [one for issue in find_faults(round) if (one := _really_blank(issue, kept))]
    if any(issue.code in UNREADABLE for issue in issues):
        faults = [issue for issue in faults if issue.code not in ("no_interns", "no_hosts")]
    if not any(issue.severity == "error" for issue in [*issues, *faults]):
        faults += _impossible_locks(round)
    issues += [_placed(issue, kept) for issue in faults]
    broken = any(issue.severity == "error" for issue in issues)
    return Built(None if broken else with_first_come(_with_regions_named(round)), issues, round, kept)


def _with_regions_named(round: Round) -> Round:
    """Return the round with the regions that are given as they are called in its year."""
    year = round.year

    def named(people: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(
            one.model_copy(update={"region": region_of(one, year)}) if one.region else one for one in people
        )

    return round.model_copy(update={"interns": named(round.interns), "hosts": named(round.hosts)})


def _really_blank(issue: Issue, kept: dict[str, list[Entry]]) -> Issue | None:
    """Leave out of a warning about blanks the cells that could not be read: they are told already."""
    if issue.code != "field_blank":
        return issue
    name = str(issue.values["field"])
    places = [at for at in issue.places if name not in kept[at.table or ""][(at.row or 1) - 1].places]
    read = len(issue.places) - len(places)
    values = {
        **issue.values,
        "fields": (name,) * len(places),
        "count": int(str(issue.values["count"])) - read,
    }
    return replace(issue, places=tuple(places), values=values) if places else None


def _impossible_locks(round: Round) -> list[Issue]:
    """Return the locks of pairs that the rules keep apart; in the largest rounds `solve` finds them."""
    if not round.locks or len(round.interns) * len(round.hosts) > MOST_PAIRS:
        return []
    from innopraktik_match.model.columns import build_columns
    from innopraktik_match.model.locks import require_possible_locks
    from innopraktik_match.model.options import build_offers, build_options

    columns = build_columns(round)
    try:
        require_possible_locks(round, columns, build_offers(columns, build_options(columns)))
    except RoundError as error:
        return list(error.issues)
    return []


def _placed(issue: Issue, kept: dict[str, list[Entry]]) -> Issue:
    """Return the issue with cells in place of table and row."""
    fields = issue.values.get("fields", ())
    places = []
    for number, place in enumerate(issue.places):
        if place.table in kept and place.row is not None:
            name = fields[number] if isinstance(fields, tuple) and number < len(fields) else ""
            place = kept[place.table][place.row - 1].at(name)
        places.append(place)
    return replace(issue, places=tuple(places))


def _at_table(issue: Issue, data: list[tuple[str, Table]]) -> Issue:
    """Return the issue that nobody is there with the table that should have held them."""
    kind = {"no_interns": "interns", "no_hosts": "hosts"}.get(issue.code)
    places = tuple(table.place() for one, table in data if one == kind)
    return replace(issue, places=places) if kind and places else issue
