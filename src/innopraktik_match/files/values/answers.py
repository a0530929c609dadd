"""Answers that are not values of a field: somebody is out."""

from __future__ import annotations

import re

from innopraktik_match.domain.names import key

_WITHDRAWN = """
frameldt, afmeldt, framelder, melder afbud, afbud, aflyst, trukket, trukket sig, trukket tilbage, udgået,
annulleret, deltager ikke, deltager alligevel ikke, withdrawn, cancelled, canceled, dropped out
"""
WITHDRAWN = frozenset(key(word) for word in _WITHDRAWN.replace("\n", " ").split(","))
"""What a cell says of somebody who takes no part any more, as words are compared."""
_LONGEST = 200
"""A longer cell is a story, not a status; the pattern below looks at each of its marks again and again."""
_WHEN_AND_WHY = re.compile(r"(?:\s*\([^()]*\)|\s+(?:den |d\. ?|on )?\d[\d\s./-]*)$")


def says_withdrawn(value: object) -> bool:
    """Whether a cell says that somebody is out, with a date or a note in parentheses after it or not.

    Examples
    --------
    >>> says_withdrawn("Frameldt"), says_withdrawn("Afbud d. 3/6"), says_withdrawn("Deltager ikke fredag")
    (True, True, False)
    """
    if not isinstance(value, str) or len(value) > _LONGEST:
        return False
    return _WHEN_AND_WHY.sub("", key(value)) in WITHDRAWN
