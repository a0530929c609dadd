"""What no table should hold: civil registration numbers, text encoded twice, text too long to write.

Numbers are masked before anything else sees them, so that no message and no output can show them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue, Place
from innopraktik_match.domain.privacy import mask_numbers

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.files.raw.cells import Table

MOST_CHARACTERS = 32_767
"""What a cell of a workbook can hold."""

DIGITS = 10
"""Of a civil registration number."""

_TWICE = re.compile("Ã[\u0080-\u00bf˜†…ž‰]")


class Screen:
    """Looks through values; one for all the tables of a round.

    Two cells with the same number get the same mask, so that ids still find each other.

    Attributes
    ----------
    issues : list of Issue
        What was found so far.
    """

    def __init__(self) -> None:
        self.issues: list[Issue] = []
        self._masks: dict[str, str] = {}

    def table(self, table: Table) -> Table:
        """Return a table with its civil registration numbers masked."""
        rows = []
        for row in table.rows:
            cells: list[object] | None = None
            for column, value in enumerate(row.cells):
                if value is None or (type(value) is str and len(value) < DIGITS and "Ã" not in value):
                    continue  # too short for a number, as nearly every cell of a long table is
                seen = self.value(value, partial(table.place, row.line, column))
                if seen is not value:
                    cells = list(row.cells) if cells is None else cells
                    cells[column] = seen
            rows.append(row if cells is None else row._replace(cells=tuple(cells)))
        return replace(table, rows=tuple(rows))

    def value(self, value: Any, place: Callable[[], Place]) -> Any:
        """Return a value as it may be seen; lists and objects are looked through too."""
        if isinstance(value, str):
            return self._text(value, place)
        if isinstance(value, int) and not isinstance(value, bool) and value > 10**8:
            masked = self._text(f"{value:010d}", place) if value < 10**10 else ""
            return masked if masked.startswith("CPR-") else value
        if isinstance(value, float) and value.is_integer() and 10**8 < value < 10**10:
            return self.value(int(value), place)
        if isinstance(value, (list, tuple)):
            return type(value)(self.value(one, place) for one in value)
        if isinstance(value, dict):
            return {name: self.value(one, place) for name, one in value.items()}
        return value

    def _text(self, text: str, place: Callable[[], Place]) -> str:
        if len(text) > MOST_CHARACTERS:
            values: dict[str, object] = {"limit": MOST_CHARACTERS}
            self.issues.append(Issue("text_will_be_cut", "warning", (place(),), values))
        if "Ã" in text and _TWICE.search(text):
            self.issues.append(Issue("text_twice_encoded", "warning", (place(),)))
        masked = mask_numbers(text, self._mask)
        if masked != text:
            self.issues.append(Issue("looks_like_cpr", "warning", (place(),)))
        return masked

    def _mask(self, digits: str) -> str:
        return self._masks.setdefault(digits, f"CPR-{len(self._masks) + 1}")
