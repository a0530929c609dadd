"""Text that a spreadsheet would calculate: a mark keeps it text in a CSV file, and reading takes it off."""

from __future__ import annotations

import re

_BEGINS = r"(^|[,;\t\r\n|\"])"
_RUNS = re.compile(_BEGINS + r"('*)(?=[=+\-@\t\r])")
_MARKED = re.compile(_BEGINS + r"'('*)(?=[=+\-@\t\r])")
"""Where a cell begins, in this country or in one whose lists are parted by commas."""


def inert(text: str) -> str:
    """Return a text with a mark before whatever would be calculated, also where a comma begins a cell.

    Examples
    --------
    >>> inert("=1+1"), inert("x,=1+1"), inert("a-b")
    ("'=1+1", "x,'=1+1", 'a-b')
    """
    return _RUNS.sub(r"\1\2'", text)


def as_written(text: str) -> str:
    """Return a text as it was before a mark was put into it.

    Examples
    --------
    >>> as_written("x,'=1+1"), as_written("it's")
    ('x,=1+1', "it's")
    """
    return _MARKED.sub(r"\1\2", text) if "'" in text else text
