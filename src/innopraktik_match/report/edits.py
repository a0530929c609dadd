"""A workbook of ours against what would be written now: which cells people have changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.files.rounds.embedded import embedded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike

    from innopraktik_match.domain.issues import Place
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.raw.cells import Table


class Carried(NamedTuple):
    """The plan that a workbook carries, and how the workbook differs from one written of it now.

    Attributes
    ----------
    plan : Plan
    edits : list of Place
        Every cell of our sheets that differs.
    others : bool
        Whether there are sheets that are not ours.
    """

    plan: Plan
    edits: list[Place]
    others: bool


def carried_plan(path: str | PathLike[str], round: Round) -> Carried | None:
    """Return the plan that a workbook of ours carries; None where a file is no such workbook."""
    from innopraktik_match.files.raw.inputs import read_tables
    from innopraktik_match.report.workbook import plan_workbook

    given = _sheets(path)
    found = embedded(given)
    if found is None:
        return None
    plan, lang = found
    written, _ = read_tables(plan_workbook(plan, round, lang), Path(path).name)
    ours = {table.title for table in written}
    return Carried(plan, list(_differing(given, written)), any(table.title not in ours for table in given))


def plan_within(path: str | PathLike[str]) -> Plan | None:
    """Return the plan that a workbook of ours carries, whatever its other sheets say."""
    found = embedded(_sheets(path))
    return found[0] if found else None


def _sheets(path: str | PathLike[str]) -> list[Table]:
    """Return the tables of a workbook; none where a file is no workbook."""
    from innopraktik_match.files.raw.inputs import read_bytes, read_tables

    data, _ = read_bytes(Path(path))
    return read_tables(data, Path(path).name)[0] if data is not None and data.startswith(b"PK") else []


def _differing(given: Iterable[Table], written: Iterable[Table]) -> Iterator[Place]:
    """Yield the cells of the written sheets that hold something else in those given."""
    by_title = {table.title: table for table in given}
    for table in written:
        mine, theirs = _cells(table), _cells(by_title.get(table.title))
        for line, column in sorted(mine.keys() | theirs.keys()):
            if mine.get((line, column)) != theirs.get((line, column)):
                yield table.place(line, column)


def _cells(table: Table | None) -> dict[tuple[int, int], str]:
    """Return what stands in a sheet, as people read it: 3 and 3.0 are the same."""
    from innopraktik_match.files.raw.cells import blank
    from innopraktik_match.files.values.cell_values import text

    rows = table.rows if table is not None else ()
    return {
        (row.line, column): text(value)
        for row in rows
        for column, value in enumerate(row.cells)
        if not blank(value)
    }
