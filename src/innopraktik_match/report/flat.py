"""A plan as JSON and as a flat list."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from innopraktik_match.files.raw.inert import inert
from innopraktik_match.report.rows import plan_grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.report.grids import Cell


def plan_json(plan: Plan) -> bytes:
    """Return the whole plan as JSON, one visit (or other entry of a list) a line."""
    lines = []
    for name, value in plan.model_dump(mode="json").items():
        if isinstance(value, list) and value:
            entries = ",\n  ".join(_json(entry) for entry in value)
            lines.append(f" {_json(name)}: [\n  {entries}\n ]")
        else:
            lines.append(f" {_json(name)}: {_json(value)}")
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def plan_csv(plan: Plan, round: Round | None, lang: Lang) -> bytes:
    """Return one line for each intern in each visit, as Danish spreadsheets read it."""
    table = plan_grid(plan, round, lang)
    return csv_bytes(table.header, table.rows)


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as Danish spreadsheets read it, with nothing in it that they would calculate."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(inert, header))
    writer.writerows([inert(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
