"""A plan from JSON or from a table, ours or made by hand."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from innopraktik_match.domain.issues import Issue, Place, RoundError
from innopraktik_match.domain.plan import Plan, Unplaced, Visit, with_statuses
from innopraktik_match.domain.replanned import Replanned
from innopraktik_match.files.raw.cells import Row, Table, Unreadable, blank
from innopraktik_match.files.raw.json_data import read_json
from innopraktik_match.files.rounds.agreement import Told, differing_copies, disagreements, name_columns
from innopraktik_match.files.rounds.embedded import weeks_written
from innopraktik_match.files.rounds.plan_source import PlanSource, source_of
from innopraktik_match.files.rounds.plan_words import PlanWords
from innopraktik_match.files.tables.headers import Columns, titled
from innopraktik_match.files.tables.matching import find_columns
from innopraktik_match.files.values.cell_values import text
from innopraktik_match.files.values.codes import coded
from innopraktik_match.texts.vocabulary import table_named
from innopraktik_match.validation.faults import find_plan_faults

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Host, Round, Status
    from innopraktik_match.files.raw.in_hand import Given


class Line(NamedTuple):
    """One row of a plan: an intern at a host, and where it stands."""

    intern: str
    host: str
    week: str | None
    days: int | None
    visit: int | None
    status: Status
    place: Place


def people_named(plan: Plan) -> dict[str, set[str]]:
    """Return the ids of all whom a plan, or the one that it was made from, names, by side."""
    terms = plan.replanned or Replanned()
    earlier = {one.intern for one in terms.before}, {one.host for one in terms.before}
    placed = {intern for visit in plan.visits for intern in visit.interns}
    used = {visit.host for visit in plan.visits}
    return {
        "interns": {*placed, *(left.intern for left in plan.unplaced), *earlier[0], *terms.absent_interns},
        "hosts": {*used, *plan.unused_hosts, *earlier[1], *terms.absent_hosts},
    }


def names_told(given: Given | PlanSource) -> dict[str, dict[str, str]]:
    """Return what a table with a plan calls people, by side and id; nothing where it has no names."""
    source = source_of(given)
    found: dict[str, dict[str, str]] = {"intern": {}, "host": {}}
    tables = () if source.is_json else source.tables[0]
    for table in (one for one in tables if one.rows and titled(one) == "visits"):
        columns = find_columns("visits", table)
        named_by = name_columns(columns) if {"intern", "host"} <= columns.fields.keys() else {}
        for row in columns.rows:
            cells = dict(enumerate(row.cells))
            for side, column in named_by.items():
                told = cells.get(columns.fields[side]), cells.get(column)
                if not any(map(blank, told)):
                    identity, name = map(text, told)
                    found[side][identity] = name.removesuffix(f" ({identity})")
    return found


def sound_plan(given: Given | PlanSource, round: Round, *, earlier: bool = False) -> Plan:
    """Return the plan; raise RoundError with every issue where there are errors."""
    plan, issues = plan_with_issues(given, round, earlier=earlier)
    if plan is None:
        raise RoundError(issues)
    return plan


def plan_with_issues(
    given: Given | PlanSource, round: Round, *, earlier: bool = False
) -> tuple[Plan | None, list[Issue]]:
    """Return the plan and every issue; None where there are errors.

    An earlier plan may name people who have gone, and need not say when a visit is.
    """
    source = source_of(given)
    if source.data is None:
        return None, source.issues
    if source.is_json:
        plan, places, issues = _from_json(source.data, source.name, round)
    else:
        tables, raw_issues = source.tables
        plan, places, issues = _from_tables(list(tables), round, earlier=earlier)
        issues = [*raw_issues, *issues]
    if plan is None:
        return None, issues
    for issue in find_plan_faults(round, plan):
        if earlier and issue.code != "intern_twice":
            continue
        at = tuple(places[(place.row or 1) - 1] for place in issue.places)
        issues.append(Issue(issue.code, issue.severity, at, issue.values))
    broken = any(issue.severity == "error" for issue in issues)
    return None if broken else plan, issues


def _from_json(data: bytes, file: str, round: Round) -> tuple[Plan | None, list[Place], list[Issue]]:
    content, issues = read_json(data, file)
    if issues:
        return None, [], issues
    if isinstance(content, dict) and isinstance(content.get("visits"), list):
        words = PlanWords(round)
        visits = [_as_told(row, words, issues, file, n) for n, row in enumerate(content["visits"], 1)]
        content = {**content, "visits": visits}
    if issues:
        return None, [], issues
    try:
        plan = Plan.model_validate(content)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_input=False):
            table, row = (*fault["loc"], None, None)[:2]
            place = Place(
                file=file,
                table=str(table) if isinstance(row, int) else None,
                row=row + 1 if isinstance(row, int) else None,
            )
            key = ".".join(str(part) for part in fault["loc"] if not isinstance(part, int))
            code, values = coded(fault)
            issues.append(Issue(code, places=(place,), values={"key": key, **values}))
        return None, [], issues
    rows = range(1, len(plan.visits) + 1)
    return plan, [Place(file=file, table="visits", row=row) for row in rows], []


def _as_told(row: Any, words: PlanWords, issues: list[Issue], file: str, number: int) -> Any:
    """Return a visit with what it says in the words of a sign-up file read as there."""
    if not isinstance(row, dict):
        return row
    told = dict(row)

    def read(name: str, value: object) -> Any:
        try:
            return words.read("visits", name, value)
        except Unreadable as fault:
            place = Place(file=file, table="visits", row=number)
            values = {"table": "visits", "field": name, "fields": (name,), **fault.values}
            issues.append(Issue(fault.code, places=(place,), values=values))
            return value

    for name in ("week", "days", "status"):
        if blank(row.get(name)):
            told.pop(name, None)
        else:
            told[name] = read(name, row[name])
    if isinstance(row.get("host"), str):
        told["host"] = words.host(row["host"])
    if isinstance(row.get("interns"), list) and all(isinstance(one, str) for one in row["interns"]):
        told["interns"] = sorted(map(words.intern, row["interns"]))
    if isinstance(row.get("statuses"), dict):
        told["statuses"] = {words.intern(one): read("status", of) for one, of in row["statuses"].items()}
    return {**words.usual, **told}


def _from_tables(
    tables: list[Table], round: Round, *, earlier: bool
) -> tuple[Plan | None, list[Place], list[Issue]]:
    """Read the sheet called plan, else the first that has the columns intern and host."""
    tables = [table for table in tables if table.rows]
    if not tables:
        return None, [], []
    ordered = sorted(tables, key=lambda one: (titled(one) != "visits", table_named(one.title) != "visits"))
    read = ((table, find_columns("visits", table)) for table in ordered)
    first = next(read)
    fit = (one for one in chain((first,), read) if {"intern", "host"} <= one[1].fields.keys())
    table, columns = next(fit, first)
    issues = list(columns.issues)
    if not {"intern", "host"} <= columns.fields.keys():
        return None, [], issues
    others = (one for one in ordered if one is not table and titled(one) == "visits")
    issues += differing_copies(table, columns, others)
    rows = _rows(table, columns, PlanWords(round, weeks_written(tables)), issues)
    issues += disagreements(table, columns, rows, round, earlier=earlier)
    lines = [_line(table, columns, told) for told in rows]
    visits, places = _visits(lines, round)
    if any(issue.severity == "error" for issue in issues):
        return None, places, issues
    placed = {intern for visit in visits for intern in visit.interns}
    used = {visit.host for visit in visits}
    plan = Plan(
        status="feasible",
        visits=tuple(visits),
        unplaced=tuple(Unplaced(intern=one.id) for one in round.interns if one.id not in placed),
        unused_hosts=tuple(host.id for host in round.hosts if host.id not in used),
        seed=round.policy.seed,
    )
    return plan, places, issues


def _rows(table: Table, columns: Columns, words: PlanWords, issues: list[Issue]) -> list[Told]:
    """Return the rows that name both sides, people by their ids."""
    found = []
    for row in columns.rows:
        read = {**words.usual, **_row(table, columns, row, words, issues)}
        if {"intern", "host"} <= read.keys():
            people = {"intern": words.intern(read["intern"]), "host": words.host(read["host"])}
            found.append(Told(row, read | people))
    return found


def _line(table: Table, columns: Columns, told: Told) -> Line:
    return Line(
        told.fields["intern"],
        told.fields["host"],
        told.fields.get("week"),
        told.fields.get("days"),
        told.fields.get("visit"),
        told.fields.get("status", "proposed"),
        table.place(told.row.line, columns.fields["intern"]),
    )


def _row(table: Table, columns: Columns, row: Row, words: PlanWords, issues: list[Issue]) -> dict[str, Any]:
    """Return what a row says; a row that names only one side gets a warning."""
    read: dict[str, Any] = {}
    for name, column in columns.fields.items():
        value = row.cells[column] if column < len(row.cells) else None
        if blank(value):
            continue
        try:
            read[name] = words.read(columns.kind, name, value)
        except Unreadable as fault:
            values = {"table": columns.kind, "field": name, "fields": (name,), **fault.values}
            place = table.place(row.line, column)
            issues.append(Issue(fault.code, places=(place,), values=values))
    for side, column in name_columns(columns).items():  # an id that was deleted beside a name
        if read and side not in read and column < len(row.cells) and not blank(row.cells[column]):
            read[side] = text(row.cells[column])
    for name in ("intern", "host"):
        if read and name not in read:
            place = table.place(row.line, columns.fields[name])
            values = {"table": columns.kind, "field": name, "fields": (name,)}
            issues.append(Issue("plan_row_incomplete", "warning", (place,), values))
    return read


def _visits(lines: list[Line], round: Round) -> tuple[list[Visit], list[Place]]:
    """Join the rows that are one visit."""
    hosts = {host.id: host for host in round.hosts}
    groups: dict[tuple[Any, ...], list[Line]] = {}
    for line in lines:
        groups.setdefault((line.host, line.week, line.days, line.visit), []).append(line)
    _join_unnumbered(groups)
    visits, places = [], []
    for (host, week, days, visit), members in groups.items():
        for part in _parts(members, hosts.get(host), week is None and visit is None):
            visit = Visit(
                host=host, week=week, days=days, interns=tuple(sorted(line.intern for line in part))
            )
            visits.append(with_statuses(visit, {line.intern: line.status for line in part}))
            places.append(part[0].place)
    return visits, places


def _join_unnumbered(groups: dict[tuple[Any, ...], list[Line]]) -> None:
    """Put rows without a number into the one numbered visit of the same host, week and length."""
    for slot in [key[:3] for key in groups if key[3] is None]:
        numbered = [key for key in groups if key[:3] == slot and key[3] is not None]
        if len(numbered) == 1:
            groups[numbered[0]] += groups.pop((*slot, None))


def _parts(members: list[Line], host: Host | None, undated: bool) -> list[list[Line]]:
    """Without weeks and numbers, more people than come at once fill a host's visits in order."""
    if host is None or not undated or host.visits == 1 or len(members) <= host.max:
        return [members]
    return [members[start : start + host.max] for start in range(0, len(members), host.max)]
