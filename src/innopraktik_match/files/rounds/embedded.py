"""A whole plan, proof and all, packed in a sheet of its workbook."""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import TYPE_CHECKING

from innopraktik_match.files.raw.limits import MB, STANDARD
from innopraktik_match.texts.workbook import SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.files.raw.cells import Table

FIRST_ROW = 4
CHARACTERS_A_CELL = 30_000


def carries(plan: Plan) -> bool:
    """Whether the workbook of a plan carries it whole: there is something that its cells do not say."""
    return plan.proof is not None or plan.replanned is not None


def packed(plan: Plan) -> list[str]:
    """Return the plan as JSON, zlib and base64, cut to fit the cells of a workbook."""
    data = zlib.compress(plan.model_dump_json().encode(), level=9)
    text = base64.b64encode(data).decode("ascii")
    return [text[at : at + CHARACTERS_A_CELL] for at in range(0, len(text), CHARACTERS_A_CELL)]


def unpacked(cells: Iterable[str]) -> Plan | None:
    """Return the plan that was packed in these cells; None where there is none whole."""
    from pydantic import ValidationError

    from innopraktik_match.domain.plan import Plan

    try:
        data = base64.b64decode("".join(cells), validate=True)
        stream = zlib.decompressobj()
        whole = stream.decompress(data, STANDARD.part_mb * MB)
        return Plan.model_validate_json(whole) if stream.eof else None
    except (binascii.Error, ValueError, zlib.error, ValidationError):
        return None


def weeks_written(tables: Iterable[Table]) -> tuple[str, ...]:
    """Return the weeks of the plan that a workbook carries: they tell the year of a week by number."""
    found = embedded(tables)
    return tuple(sorted({visit.week for visit in found[0].visits if visit.week})) if found else ()


def embedded(tables: Iterable[Table]) -> tuple[Plan, Lang] | None:
    """Return the plan that a workbook of ours carries, and the workbook's language; None without one."""
    for table in tables:
        if table.title in SHEETS["proof"]:
            cells = (row.cells[0] for row in table.rows if row.line >= FIRST_ROW)
            plan = unpacked(str(cell) for cell in cells)
            return None if plan is None else (plan, "da" if table.title == SHEETS["proof"][0] else "en")
    return None
