"""How deep the brackets of a text lie in each other, and where a number is endless."""

from __future__ import annotations

import re

_BRACKETS = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
_DIGITS = re.compile(r"\d{4300,}")


def too_deep(data: bytes, most: int) -> int | None:
    r"""Return the line where brackets lie deeper than `most` in each other, or None.

    Examples
    --------
    >>> too_deep(b'[1,\n["[["]]', 1), too_deep(b'[["[[["]]', 2)
    (2, None)
    """
    depth = 0
    for found in _BRACKETS.finditer(data):
        mark = found[0]
        if mark in b"[{":
            depth += 1
            if depth > most:
                return data.count(b"\n", 0, found.start()) + 1
        elif mark in b"]}":
            depth -= 1
    return None


def long_number(text: str) -> int | None:
    """Return the line of the first number with more digits than Python reads, or None."""
    found = _DIGITS.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None
