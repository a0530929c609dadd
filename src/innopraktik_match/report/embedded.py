"""A whole plan, proof and all, packed in a sheet of its workbook."""

from __future__ import annotations

import base64
import binascii
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from innopraktik_match.texts.report import SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from innopraktik_match.plan import Plan

FIRST_ROW = 4
CHARACTERS_A_CELL = 30_000
MOST_BYTES = 2**28


def packed(plan: Plan) -> list[str]:
    """Return the plan as JSON, zlib and base64, cut to fit the cells of a workbook."""
    data = zlib.compress(plan.model_dump_json().encode(), level=9)
    text = base64.b64encode(data).decode("ascii")
    return [text[at : at + CHARACTERS_A_CELL] for at in range(0, len(text), CHARACTERS_A_CELL)]


def unpacked(cells: Iterable[str]) -> Plan | None:
    """Return the plan that was packed in these cells; None where there is none whole."""
    from pydantic import ValidationError

    from innopraktik_match.plan import Plan

    try:
        data = base64.b64decode("".join(cells), validate=True)
        return Plan.model_validate_json(zlib.decompressobj().decompress(data, MOST_BYTES))
    except (binascii.Error, ValueError, zlib.error, ValidationError):
        return None


def with_proof(plan: Plan, path: str | PathLike[str]) -> Plan:
    """Return the whole plan of a workbook of ours, if its sheet Plan still says the same.

    Parameters
    ----------
    plan : Plan
        What the sheet Plan says.
    path : path
        Where it was read.

    Returns
    -------
    Plan
        The packed one with its proof; `plan` itself where people have changed who meets whom and
        when, or where there is no proof.
    """
    from innopraktik_match.files.sources import read_bytes, read_tables

    data, _ = read_bytes(Path(path))
    if data is None or not data.startswith(b"PK"):
        return plan
    tables, _ = read_tables(data, Path(path).name)
    for table in tables:
        if table.title in SHEETS["proof"]:
            rows = [row.cells[0] for row in table.rows if row.line >= FIRST_ROW]
            whole = unpacked(str(cell) for cell in rows)
            if whole is not None and _meetings(whole) == _meetings(plan):
                return whole
    return plan


def _meetings(plan: Plan) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return sorted(
        (visit.host, visit.week or "", str(visit.days or ""), visit.interns) for visit in plan.visits
    )
