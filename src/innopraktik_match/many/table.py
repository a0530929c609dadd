"""What came of the scenarios, as a table that grows by a row at a time."""

from __future__ import annotations

import csv
import io
import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.policy import MOST
from innopraktik_match.files.raw.inert import inert

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.many import Outcome
    from innopraktik_match.many.scenarios import Scenario

    Row = dict[str, Any]

HEAD = ("scenario", "policy", "capacity", "people", "draw", "seed", "status", "proven", "why")
TAIL = ("unplaced", "host_visits", "unused_hosts", "points_of_worst", "milliseconds")
WORDS = ("scenario", "policy", "capacity", "people", "status", "why")
PYARROW = "pyarrow"
LOST = "lost"
"""The status of a scenario whose process ended without an answer: it is tried again."""


def columns_of(aims: Iterable[str]) -> tuple[str, ...]:
    """Return the columns of a table: each aim with its value and its bound."""
    named = dict.fromkeys(aims)
    return (*HEAD, *(column for aim in named for column in (aim, f"{aim}_bound")), *TAIL)


def row_of(scenario: Scenario, outcome: Outcome) -> Row:
    """Return the row of a scenario."""
    row: Row = {
        "scenario": scenario.id,
        "policy": scenario.policy,
        "capacity": scenario.capacity,
        "people": scenario.people,
        "draw": scenario.draw,
        "seed": scenario.seed,
    }
    if isinstance(outcome.error, RoundError):
        codes = dict.fromkeys(issue.code for issue in outcome.error.issues if issue.severity == "error")
        return {**row, "status": "error", "why": " ".join(codes)}
    if outcome.plan is None:
        return {**row, "status": LOST, "why": type(outcome.error).__name__}
    return {**row, **_figures(outcome.plan)}


def _figures(plan: Plan) -> Row:
    found: Row = {
        "status": plan.status,
        "proven": str(plan.status in ("optimal", "infeasible")).lower(),
        "why": plan.stopped_by or "",
        "milliseconds": round(1000 * plan.seconds),  # a decimal mark is read in two ways
    }
    if plan.status in ("optimal", "feasible"):
        for aim in plan.aims:
            found |= {aim.aim: aim.value, f"{aim.aim}_bound": aim.bound}
        found |= {
            "unplaced": len(plan.unplaced),
            "host_visits": len(plan.visits),
            "unused_hosts": len(plan.unused_hosts),
            "points_of_worst": max((visit.points for visit in plan.visits), default=0),
        }
    return found


def line(columns: Iterable[str], row: Mapping[str, Any] | None = None) -> bytes:
    """Return the header, or a row, as a line of the file."""
    text = io.StringIO(newline="")
    cells = columns if row is None else (row.get(name, "") for name in columns)
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(
        [inert(cell) if isinstance(cell, str) else cell for cell in cells]
    )
    return text.getvalue().encode()


def append(path: Path, data: bytes) -> None:
    """Add to a file, and have it on the disk."""
    with path.open("ab") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def parquet(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return a table as Parquet, numbers as numbers; needs pyarrow."""
    pyarrow, writer = import_module(PYARROW), import_module(f"{PYARROW}.parquet")
    rows = list(rows)
    found = {name: [_typed(name, row.get(name, "")) for row in rows] for name in columns}
    kinds = {name: pyarrow.string() if name in WORDS else pyarrow.int64() for name in found}
    kinds["proven"] = pyarrow.bool_()
    data = io.BytesIO()
    writer.write_table(pyarrow.table(found, schema=pyarrow.schema(list(kinds.items()))), data)
    return data.getvalue()


def _typed(name: str, cell: Any) -> str | int | bool | None:
    """Return what a cell says, as it is or as it was read from the table; None for nothing."""
    if cell in ("", None):
        return None
    if name == "proven":
        return str(cell) == "true"
    return str(cell) if name in WORDS else int(cell)


def rows_within(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a table; without the last line, where writing it was interrupted."""
    whole = data[: data.rfind(b"\n") + 1].decode("utf-8-sig", "replace")
    return list(csv.DictReader(io.StringIO(whole, newline=""), delimiter=";"))


def best(rows: Iterable[Mapping[str, Any]], aims: Iterable[str]) -> dict[str, list[Mapping[str, Any]]]:
    """Return the rows that are best in each aim, those of the file's first scenarios first.

    Parameters
    ----------
    rows : iterable of dict
        With the same people: fewer people have fewer points.
    aims : iterable of str
    """
    rows = list(rows)
    found: dict[str, list[Mapping[str, Any]]] = {}
    for aim in aims:
        reached = {id(row): int(row[aim]) for row in rows if row.get(aim) not in (None, "")}
        if reached:
            top = (max if aim in MOST else min)(reached.values())
            found[aim] = [row for row in rows if reached.get(id(row)) == top]
    return found
