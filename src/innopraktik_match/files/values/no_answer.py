"""Cells that say that there is no answer: "-", "ved ikke", "ingen"."""

from __future__ import annotations

from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Verbatim

LONGEST = 40
_UNKNOWN = frozenset(
    (
        *("-", "--", "---", "–", "—", "?", "??", ".", "..", "...", '""'),
        *("n/a", "n.a.", "i/a", "ved ikke", "ved det ikke", "det ved jeg ikke", "ved ikke endnu"),
        *("intet svar", "ikke besvaret", "ubesvaret", "ikke oplyst"),
        *("don't know", "no answer", "not answered", "unknown"),
    )
)
_NONE = frozenset(["ingen", "ingenting", "nej", "nej tak", "intet", "none", "nothing"])
_SHORT = frozenset(["na", "no", "0"])
"""Words that may be a name or an id as well."""

_IDENTITIES = ("id", "intern", "host")
_FREE = ("note", "reason")
_NONE_COUNTS = ("max", "visits", "visit", "priority", "status", "year", "points")
"""Fields in which none, no and 0 are an answer."""
_NUMBERS = ("min", "max_km", "km", "minutes", "days")
"""Fields in which 0 is a number, sound or not."""
_NAMES = ("name", "contact", "wishes", "rejects")


def is_no_answer(field: str, value: object) -> bool:
    """Whether a cell says that there is no answer.

    Parameters
    ----------
    field : str
        "wishes[1]" is a numbered wish. An id and free text mean themselves, whatever they say.
    value : object
        The cell; what stood in a guard means itself.

    Examples
    --------
    >>> is_no_answer("workplace", "-"), is_no_answer("note", "-"), is_no_answer("priority", "nej")
    (True, False, False)
    """
    name = field.partition("[")[0]
    if name in _IDENTITIES or name in _FREE or isinstance(value, (Verbatim, bool)):
        return False
    if not (value == 0 or (isinstance(value, str) and len(value) <= LONGEST)):
        return False
    word = key(value) if isinstance(value, str) else "0"
    if word in _UNKNOWN:
        return True
    if name in _NONE_COUNTS:
        return False
    if word in _SHORT:
        return name not in _NAMES and not (word == "0" and name in _NUMBERS)
    return word in _NONE
