r"""Text that a table would not give back as it was, in a form that reading takes off again.

A cell of a table is more than text to whoever reads it: `#N/A` is an error, "I alt" a total, "a|b" a list,
and some characters cannot stand in a workbook at all. Such a cell is written as an apostrophe and JSON:

    '"#N/A"    '"I alt"    '["a|b", "c"]    '"a\u0001b"

Every text has one form and every form one text, so what is written reads back.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from innopraktik_match.files.raw.cells import ERROR_VALUES, ROUNDED, Verbatim

if TYPE_CHECKING:
    from innopraktik_match.files.raw.cells import Table

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|x005F_")
"""What XML cannot hold or reads as something else; openpyxl leaves "x005F_" out."""
_CALCULATED = re.compile(r"'[=+\-@\t\r]")


def needs_guard(text: str) -> bool:
    """Whether a text would be read as something else if it stood in a cell as it is."""
    return (
        not text
        or text != text.strip()
        or text in ERROR_VALUES
        or ROUNDED.fullmatch(text) is not None
        or _CALCULATED.match(text) is not None
        or _UNSEEN.search(text) is not None
        or _read(text) is not None
    )


def guarded(value: str | tuple[str, ...]) -> str:
    """Return the guarded form of a text, or of a list of them."""
    unseen = any(_UNSEEN.search(text) for text in ([value] if isinstance(value, str) else value))
    text = json.dumps(value, ensure_ascii=unseen)
    return "'" + (text.replace("_", "\\u005f").replace("\x7f", "\\u007f") if unseen else text)


def unguarded(table: Table) -> Table:
    """Return a table with the guards taken off: what stood in them is `Verbatim`, or a tuple of it."""
    rows = []
    for row in table.rows:
        found = [_read(cell) if isinstance(cell, str) and cell[:1] == "'" else None for cell in row.cells]
        if any(one is not None for one in found):
            cells = (cell if one is None else one for cell, one in zip(row.cells, found, strict=True))
            rows.append(row._replace(cells=tuple(cells)))
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows))


def _read(text: str) -> Verbatim | tuple[Verbatim, ...] | None:
    """Return what stands in a guard, or None where a text is none."""
    if text[:2] not in ("'\"", "'["):
        return None
    try:
        value = json.loads(text[1:])
    except (ValueError, RecursionError):
        return None
    if isinstance(value, str):
        return Verbatim(value)
    plain = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return tuple(map(Verbatim, value)) if plain else None
