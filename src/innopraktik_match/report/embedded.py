"""A whole plan, proof and all, packed in a sheet of its workbook."""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import TYPE_CHECKING

from innopraktik_match.files.raw.limits import MB, STANDARD
from innopraktik_match.texts.report import SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.files.raw.cells import Table

FIRST_ROW = 4
CHARACTERS_A_CELL = 30_000


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


def embedded(tables: Iterable[Table]) -> tuple[Plan, Lang] | None:
    """Return the plan that a workbook of ours carries, and the workbook's language; None without one."""
    for table in tables:
        if table.title in SHEETS["proof"]:
            cells = (row.cells[0] for row in table.rows if row.line >= FIRST_ROW)
            plan = unpacked(str(cell) for cell in cells)
            return None if plan is None else (plan, "da" if table.title == SHEETS["proof"][0] else "en")
    return None
