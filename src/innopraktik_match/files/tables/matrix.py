"""A matrix of people and hosts: a column a host, with ranks or yes and no below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Verbatim
from innopraktik_match.files.values.cell_values import NO, YES

if TYPE_CHECKING:
    from innopraktik_match.files.raw.cells import Row, Table
    from innopraktik_match.files.tables.headers import Columns
    from innopraktik_match.files.tables.recognisers import Known

LEAST_COLUMNS = 2
OTHER = {"interns": "hosts", "hosts": "interns"}
Marks = Literal["ranks", "yes", "points"]


class Matrix(NamedTuple):
    """Columns that name one of the other side each.

    Attributes
    ----------
    names : dict
        Column -> the header, as it names somebody.
    marks : {"ranks", "yes", "points"}
        What stands below: 1 for the first wish, yes or no, or points whose direction nobody has said.
    """

    names: dict[int, str]
    marks: Marks


def find_matrix(columns: Columns, table: Table, known: Known) -> tuple[Matrix | None, list[Issue]]:
    """Return the matrix of a table, if there is one, and what is to be said of it.

    Points are told and not used: whether more is better is the coordinator's to say.
    """
    people = known.sides.get(OTHER.get(columns.kind, ""))
    if people is None:
        return None, []
    names = {
        column: bare(header)
        for column, header in columns.extra.items()
        if not isinstance(header, Verbatim) and people.find(bare(header))
    }
    marks = _marks(columns, list(names)) if len(names) >= LEAST_COLUMNS else None
    if marks is None:
        return None, []
    places = tuple(table.place(columns.header.line, column) for column in names)
    values: dict[str, object] = {"count": len(names), "table": columns.kind}
    if marks == "points":
        return None, [Issue("matrix_of_points", "warning", places, values)]
    code = "matrix_of_yes" if marks == "yes" else "matrix_of_ranks"
    return Matrix(names, marks), [Issue(code, "info", places, values)]


def bare(header: str) -> str:
    """Return the name in a header such as "Rangér: [DMI]"."""
    inner = header.rpartition("[")[2].rpartition("]")[0] if header.endswith("]") else ""
    return (inner or header).strip()


def wished(row: Row, matrix: Matrix) -> list[tuple[int, str]]:
    """Return the wishes of a row in order, each with its column; equal ranks in the order of the columns."""
    found = []
    for column, name in matrix.names.items():
        value = row.cells[column] if column < len(row.cells) else None
        if matrix.marks == "yes":
            rank = 0 if key(str(value)) in YES or value is True or value == 1 else None
        else:
            rank = _whole(value)
        if rank is not None and (matrix.marks == "yes" or rank > 0):
            found.append((rank, column, name))
    return [(column, name) for _, column, name in sorted(found, key=lambda one: one[0])]


def _marks(columns: Columns, at: list[int]) -> Marks | None:
    cells = [columns.cells(column) for column in at]
    filled = [value for some in cells for value in some]
    if not filled:
        return None
    answers = {key(str(value)) for value in filled}
    if answers <= YES | NO | {"1", "0", "true", "false"} and answers & (YES | {"1", "true"}):
        return "yes"
    numbers = [_whole(value) for value in filled]
    if any(number is None for number in numbers):
        return None
    rows = [[_whole(row.cells[c]) for c in at if c < len(row.cells)] for row in columns.rows]
    ranked = [[number for number in row if number] for row in rows]
    is_rank = all(sorted(row)[:1] in ([], [1]) and max(row, default=0) <= len(at) for row in ranked)
    return "ranks" if is_rank and any(len(set(row)) > 1 or len(row) == 1 for row in ranked) else "points"


def _whole(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return int(value) if float(value).is_integer() else None
    text = str(value).strip().rstrip(".")
    return int(text) if text.isdigit() and len(text) < 5 else None
