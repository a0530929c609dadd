"""Files of earlier rounds as they are: our plans, folders with a round and its plan, lists kept by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue, Place, RoundError
from innopraktik_match.files import read_plan, read_with_issues
from innopraktik_match.files.raw.cells import Unreadable, blank
from innopraktik_match.files.raw.inputs import files_of, is_plan, read_bytes, read_tables
from innopraktik_match.files.raw.json_data import read_json
from innopraktik_match.files.raw.limits import ROWS_ABOVE
from innopraktik_match.files.rounds.embedded import weeks_written
from innopraktik_match.files.tables.headers import table_of
from innopraktik_match.files.values.answers import says_withdrawn
from innopraktik_match.files.values.cell_values import read_value, text
from innopraktik_match.files.values.fixed_words import status
from innopraktik_match.texts.vocabulary import plain
from innopraktik_match.texts.workbook import SHEETS
from innopraktik_match.texts.years import EARLIER_COLUMNS, NO_WORDS
from innopraktik_match.years.past import Past

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.raw.cells import Row, Table

_FIELD_OF = {plain(word): name for name, words in EARLIER_COLUMNS.items() for word in words}
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
OUT = ("declined", "withdrawn")


def read_earlier(paths: Iterable[Path]) -> tuple[list[Past], list[Issue]]:
    """Read the files of earlier rounds.

    Parameters
    ----------
    paths : iterable of path
        A workbook that `solve` wrote, a folder that holds a round and its plan, or a list with the person,
        the workplaces and the year. The year is that of the week, of the column, or else that in the name
        of the file; it may be unknown.

    Returns
    -------
    list of Past, list of Issue
        The rows, and warnings.

    Raises
    ------
    RoundError
        With everything that could not be read.
    """
    rows: list[Past] = []
    issues: list[Issue] = []
    for path in paths:
        found, told = _from_folder(path) if path.is_dir() else _from_file(path)
        named = _YEAR.search(path.name)
        year = int(named.group()) if named else None
        rows += [one if one.year else replace(one, year=year) for one in found]
        issues += told
    if any(issue.severity == "error" for issue in issues):
        raise RoundError(issues)
    return rows, issues


def _from_folder(path: Path) -> tuple[list[Past], list[Issue]]:
    """Read a plan with the round beside it; without a plan every list in the folder."""
    of_json = sorted(path.glob("*.json"))
    plans = [file for file in of_json if _is_plan_json(file)]
    files, issues = files_of([path])
    beside = [file for file in files if isinstance(file, Path)]
    if not plans:
        read = [_from_file(file) for file in beside if file.suffix.lower() != ".toml"]
        return [one for rows, _ in read for one in rows], issues + [one for _, told in read for one in told]
    rest = beside or [file for file in of_json if file not in plans]
    round, issues = read_with_issues(*rest)
    if round is None:
        return [], issues
    return [one for plan in plans for one in from_plan(read_plan(plan, round, earlier=True), round)], []


def _is_plan_json(path: Path) -> bool:
    data = read_bytes(path)[0] if path.suffix.lower() == ".json" else None
    content = read_json(data, path.name)[0] if data else None
    return isinstance(content, dict) and "visits" in content


def from_plan(plan: Plan, round: Round) -> Iterator[Past]:
    """Yield who visited whom by a plan, and who got no visit; visits that came to nothing are left out."""
    interns = {one.id: one for one in round.interns}
    hosts = {one.id: one for one in round.hosts}

    def person(identity: str) -> dict[str, Any]:
        one = interns.get(identity)
        return {name: getattr(one, name) for name in ("name", "email", "workplace", "sector")} if one else {}

    for visit in plan.visits:
        host = hosts.get(visit.host)
        there: dict[str, Any] = {
            "year": int(visit.week[:4]) if visit.week else round.year,
            "host": host.name or host.id if host else visit.host,
            "host_workplace": host.workplace if host else None,
            "host_sector": host.sector if host else None,
        }
        for intern in visit.interns:
            if visit.status_of(intern) not in OUT:
                yield Past(**there, **person(intern))
    for left in plan.unplaced:
        yield Past(year=round.year, turned_away=True, **person(left.intern))


def _from_file(path: Path) -> tuple[list[Past], list[Issue]]:
    data, issues = read_bytes(path)
    if data is None:
        return [], issues
    place = Place(file=path.name)
    if path.suffix.lower() == ".json":
        return [], [Issue("earlier_plan_alone", places=(place,))]
    tables, issues = read_tables(data, path.name)
    weeks: tuple[str, ...] = ()
    if is_plan(tables):
        weeks = weeks_written(tables)
        wanted = (*SHEETS["plan"], *SHEETS["unplaced"])
        tables = [table for table in tables if table.title in wanted]
    elif {"interns", "hosts"} <= {table_of(table) for table in tables}:
        return [], [*issues, Issue("earlier_is_sign_ups", places=(place,))]
    read = [(table, header) for table in tables if table.rows and (header := _header(table))]
    if not read:
        return [], [*issues, Issue("earlier_not_understood", places=(place,))]
    rows: list[Past] = []
    for table, header in read:
        turned_away = table.title in SHEETS["unplaced"]
        for row in table.rows:
            if row.line > header.line:
                rows += _past(table, row, _fields(header), turned_away, issues, weeks)
    return rows, issues


def _fields(row: Row) -> dict[str, int]:
    """Return the column of each field that the cells of a row name."""
    named = [(_FIELD_OF.get(plain(cell)), n) for n, cell in enumerate(row.cells) if isinstance(cell, str)]
    return {name: column for name, column in reversed(named) if name}


def _header(table: Table) -> Row | None:
    """Return the row near the top that names most columns; None where it says neither who nor where."""
    header = max(table.rows[:ROWS_ABOVE], key=lambda row: len(_fields(row)))
    found = _fields(header).keys()
    told = {"host", "host_workplace", "turned_away"} & found or table.title in SHEETS["unplaced"]
    known = {"name", "email", "tokens", "workplace"} & found
    return header if told and known else None


def _past(
    table: Table,
    row: Row,
    columns: Mapping[str, int],
    turned_away: bool,
    issues: list[Issue],
    weeks: tuple[str, ...],
) -> Iterator[Past]:
    """Yield what a row says; one that says neither where nor that somebody was turned away is told.

    `weeks` are those of the plan that the file carries: they tell the year of a week by number.
    """
    year = int(weeks[0][:4]) if weeks else None
    cells = {
        name: row.cells[column]
        for name, column in columns.items()
        if column < len(row.cells) and not blank(row.cells[column])
    }
    if not cells or _fell_through(text(cells.pop("status", ""))):
        return
    values: dict[str, Any] = {}
    for name, cell in cells.items():
        try:
            values[name] = _value(name, cell, year)
        except Unreadable as fault:
            at, told = table.place(row.line, columns[name]), {"field": name, **fault.values}
            issues.append(Issue(fault.code, "warning", (at,), told))
    week = values.pop("week", None)
    values.setdefault("year", int(week[:4]) if week else None)
    values["turned_away"] = turned_away or values.get("turned_away", False)
    if values["turned_away"] or values.get("host") or values.get("host_workplace"):
        yield Past(**values)
    else:
        issues.append(Issue("earlier_row_nowhere", "warning", (table.place(row.line, 0),)))


def _fell_through(word: str) -> bool:
    try:
        return status(word) in OUT
    except Unreadable:
        return says_withdrawn(word)


def _value(name: str, cell: object, year: int | None) -> object:
    if name == "tokens":
        return tuple(text(cell).split())
    if name == "turned_away":
        return plain(text(cell)) not in NO_WORDS
    if name in ("year", "week", "sector", "host_sector"):
        return read_value("relations", name, cell, year)
    return text(cell)
