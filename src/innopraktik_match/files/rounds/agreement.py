"""Whether the cells of a plan's sheet agree: id and name in a row, and the rows of one visit."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from innopraktik_match.domain.directory import Directory
from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import blank
from innopraktik_match.files.tables.matching import find_columns
from innopraktik_match.files.values.cell_values import text
from innopraktik_match.texts.names import named
from innopraktik_match.texts.vocabulary import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from innopraktik_match.domain.round import Host, Intern, Round
    from innopraktik_match.files.raw.cells import Row, Table
    from innopraktik_match.files.tables.headers import Columns

SIDES = ("intern", "host")
NAME_COLUMNS = {
    "intern": frozenset(("praktikant", "praktikantens navn", "intern", "intern name", "navn", "name")),
    "host": frozenset(("vært", "værtens navn", "host", "host name")),
}
"""Headers of the columns that stand beside the ids."""
OF_A_VISIT = ("host", "week", "days")


class Told(NamedTuple):
    """A row of a plan as it was read: what its fields say, ids in the words of the round."""

    row: Row
    fields: dict[str, Any]


def disagreements(
    table: Table, columns: Columns, rows: Sequence[Told], round: Round, *, earlier: bool
) -> list[Issue]:
    """Return an error with both cells for each name beside another's id, and for rows that part a visit.

    Parameters
    ----------
    table, columns
        The sheet with the plan.
    rows : sequence of Told
    round : Round
    earlier : bool
        Whether people may have gone or be called something else by now: then only a name of somebody else
        is told.
    """
    names = name_columns(columns)
    found = []
    for side, column in names.items():
        people = round.interns if side == "intern" else round.hosts
        found += list(_of_side(table, columns, rows, side, column, people, earlier))
    if len(names) == len(SIDES) and "visit" in columns.fields:  # our own sheet: numbers are those of visits
        found += list(_parted(table, columns, rows))
    return found


def differing_copies(table: Table, columns: Columns, others: Iterable[Table]) -> list[Issue]:
    """Return an error for each copy of the sheet whose rows say something else: only one of them is meant."""
    read = ((other, find_columns("visits", other)) for other in others)
    return [
        Issue("plan_sheets_differ", places=(table.place(), other.place()))
        for other, theirs in read
        if set(theirs.header.cells) == set(columns.header.cells) and _said(theirs) != _said(columns)
    ]


def _said(columns: Columns) -> set[tuple[tuple[str, str], ...]]:
    """Return what the rows say in the fields of a plan, wherever their columns stand."""
    fields = sorted(columns.fields.items())
    return {
        tuple((name, text(row.cells[at])) for name, at in fields if at < len(row.cells) and row.cells[at])
        for row in columns.rows
    }


def name_columns(columns: Columns) -> dict[str, int]:
    """Return, by side, the column of names that stands beside the ids."""
    return {
        side: column
        for side in SIDES
        for column, header in columns.extra.items()
        if plain(header) in NAME_COLUMNS[side]
    }


def _of_side(
    table: Table,
    columns: Columns,
    rows: Sequence[Told],
    side: str,
    column: int,
    people: Sequence[Intern | Host],
    earlier: bool,
) -> Iterator[Issue]:
    known, label = {one.id: one for one in people}, named(people)
    directory = Directory((one.id, one.name, label[one.id]) for one in people)
    for row, fields in rows:
        person = known.get(fields.get(side, ""))
        cell = row.cells[column] if column < len(row.cells) else None
        if person is None or blank(cell):
            continue
        name = text(cell)
        own = {key(word) for word in (person.id, person.name, person.workplace, label[person.id]) if word}
        meant = [one for one in directory.find(name) or () if one != person.id]
        if key(name) not in own and (meant or not earlier):
            places = tuple(table.place(row.line, at) for at in (columns.fields[side], column))
            values: dict[str, object] = {"suggestion": meant[0]} if len(meant) == 1 else {}
            yield Issue("plan_name_differs", "error", places, values)


def _parted(table: Table, columns: Columns, rows: Sequence[Told]) -> Iterator[Issue]:
    """Yield an error for each visit whose rows name several hosts, weeks or lengths, with the first two."""
    visits: dict[int, list[Told]] = defaultdict(list)
    for told in rows:
        if "visit" in told.fields:
            visits[told.fields["visit"]].append(told)
    for (first, *others), name in ((some, name) for some in visits.values() for name in OF_A_VISIT):
        other = next((one for one in others if one.fields.get(name) != first.fields.get(name)), None)
        if other is not None and name in columns.fields:
            places = tuple(table.place(one.row.line, columns.fields[name]) for one in (first, other))
            yield Issue("plan_visit_parted", "error", places, {"visit": first.fields["visit"]})
