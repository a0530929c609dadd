"""The account of a reading: what became of every filled column, how many people, who is left out."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from innopraktik_match.domain.contacts import contacts
from innopraktik_match.domain.names import key
from innopraktik_match.domain.own_criteria import columns_read
from innopraktik_match.files.values.answers import says_withdrawn
from innopraktik_match.texts.questions import numbers_answers
from innopraktik_match.validation.effect import CARRIED, idle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from innopraktik_match.domain.issues import Place
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.rounds.from_tables import Understood
    from innopraktik_match.files.rounds.reading import Reading

Use = Literal["in_force", "carried", "asked", "left_out", "without_effect"]
ASKING = ("column_proposed", "column_misspelt", "column_holds_other", "matrix_of_points", "column_twice")
NOBODY = {"header_row_skipped": "header", "total_row_skipped": "total", "note_row_skipped": "remark"}
"""What is said of rows that are nobody -> why they are left out."""


@dataclass(frozen=True)
class Account:
    """What became of one filled column.

    Attributes
    ----------
    table, column, file, sheet : str or None
        The kind of table, the header, and where they stand.
    filled : int
        Cells that hold something.
    use : {"in_force", "carried", "asked", "left_out", "without_effect"}
    field : str or None
        What it was read as.
    why : str
        In a code word: "read", "unknown", "other_side", the issue that asks, "aim", "rule" or "limit".
    values : dict
    """

    table: str
    column: str
    file: str | None
    sheet: str | None
    filled: int
    use: Use
    field: str | None
    why: str
    values: dict[str, object] = dataclasses.field(default_factory=dict)


def account_of(reading: Reading) -> list[Account]:
    """Return what became of every filled column of the tables of data."""
    left = reading.whole.left.rows if reading.whole else []
    gone = {entry.place for _, entry, why in left if why == "withdrawn"}
    joined = {issue.values["table"] for issue in reading.issues if issue.code == "answers_joined"}
    return [one for each in reading.understood for one in _of_table(each, reading.round, gone, joined)]


def people_of(reading: Reading) -> dict[str, object]:
    """Return how many there are of each side, and the rows left out with the reason."""
    round, rows = reading.round, reading.whole.left.rows if reading.whole else []
    left = [(table, entry.place, why) for table, entry, why in rows]
    left += [
        (one.columns.kind, place, NOBODY[issue.code])
        for one in reading.understood
        for issue in reading.issues
        if issue.code in NOBODY
        for place in issue.places
        if place in {one.table.place(row.line, 0) for row in one.table.rows}
    ]
    return {
        "interns": len(round.interns) if round else 0,
        "hosts": len(round.hosts) if round else 0,
        "left_out": [{"table": table, "row": _row(place), "why": why} for table, place, why in left],
    }


def _of_table(
    one: Understood, round: Round | None, withdrawn: set[Place], joined: Collection[object]
) -> Iterator[Account]:
    columns, table = one.columns, one.table
    gone = [row for row in columns.rows if table.place(row.line) in withdrawn]
    read = columns_read(round.policy, columns.kind) if round else frozenset()
    asked = {place: issue for issue in columns.issues if issue.code in ASKING for place in issue.places}
    fields = {column: name.partition("[")[0] for name, column in columns.fields.items()}
    fields |= {column: name for column, (name, _) in columns.ticked.items()}
    matrix = columns.matrix.names if columns.matrix else {}
    for column in range(max((len(row.cells) for row in columns.rows), default=0)):
        filled = len(columns.cells(column))
        if not filled or (column in columns.aside and table.of_both):
            continue
        cells = columns.header.cells
        header = str(cells[column]).strip() if column < len(cells) and cells[column] else f"({column + 1})"
        name = "wishes" if column in matrix else fields.get(column)
        issue = asked.get(table.place(columns.header.line, column))
        use, why, values = _use(columns.kind, name, round)
        if name is None and any(says_withdrawn(row.cells[column]) for row in gone if column < len(row.cells)):
            name, use, why = "status", "in_force", "read"
        if _is_a_number_of_answers(name, header) and columns.kind in joined:
            name, use, why, values = "wishes", "in_force", "read", {}
        if name is None and key(header) in read:
            use, why = "in_force", "criterion"
        if column in columns.aside:
            use, why, values = "left_out", "other_side", {}
        elif issue is not None:
            use, why, values = "asked", issue.code, {"field": issue.values.get("field")}
        yield Account(columns.kind, header, table.file, table.sheet, filled, use, name, why, values)


def _is_a_number_of_answers(name: str | None, header: str) -> bool:
    """Whether a column can say which of a person's rows comes first; "Prioritet" is read as such, too."""
    return name == "priority" or (name is None and numbers_answers(header))


def _use(kind: str, name: str | None, round: Round | None) -> tuple[Use, str, dict[str, object]]:
    if name is None:
        return "carried", "unknown", {}
    field = name.partition("[")[0]
    if field in CARRIED and not (field == "contact" and _asks_for_contacts(round)):
        return "carried", "read", {}
    found = None if round is None else idle(round.policy, round.aims, kind, field)
    return (
        ("in_force", "read", {}) if found is None else ("without_effect", found.why, {"names": found.names})
    )


def _asks_for_contacts(round: Round | None) -> bool:
    """Whether it counts who the contacts are: one of them is an intern, and the rule about that is on."""
    return round is not None and round.policy.rules.host_present.on and bool(contacts(round))


def _row(place: Place) -> int | None:
    """Return the number of a row in its file."""
    if place.cell is not None:
        return int("".join(mark for mark in place.cell if mark.isdigit()) or 0) or None
    return place.line or place.row
