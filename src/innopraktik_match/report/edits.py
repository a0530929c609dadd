"""A workbook of ours against what would be written now: which cells people have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.files.rounds.embedded import embedded
from innopraktik_match.files.rounds.plan_source import PlanSource, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.domain.issues import Place
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.raw.cells import Table
    from innopraktik_match.files.raw.in_hand import Given


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


def carried_plan(given: Given | PlanSource, round: Round) -> Carried | None:
    """Return the plan that a workbook of ours carries; None where a file is no such workbook."""
    from innopraktik_match.files.raw.inputs import read_tables
    from innopraktik_match.report.workbook import plan_workbook

    source = source_of(given)
    sheets = _sheets(source)
    found = embedded(sheets)
    if found is None:
        return None
    plan, lang = found
    written, _ = read_tables(plan_workbook(plan, round, lang), source.name)
    ours = {table.title for table in written}
    return Carried(plan, list(_differing(sheets, written)), any(table.title not in ours for table in sheets))


def plan_within(given: Given | PlanSource) -> Plan | None:
    """Return the plan that a workbook of ours carries, whatever its other sheets say."""
    found = embedded(_sheets(source_of(given)))
    return found[0] if found else None


def _sheets(source: PlanSource) -> tuple[Table, ...]:
    """Return the tables of a workbook; none where a file is no workbook."""
    return source.tables[0] if source.is_workbook else ()


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
