r"""What nobody should read by accident: civil registration numbers, and marks that act instead of showing.

Examples
--------
>>> told("Bo, 120345-6789\x1b[2J")
'Bo, ******-****<U+001B>[2J'
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
MASK = "******-****"
_NUMBER = re.compile(
    r"(?:(?<![^\W_])|(?<=cpr)|(?<=nr))(?<![0-9]-)"
    r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}"
    r"[-\s_./\\\u00b7\u2010-\u2014\u2212]{0,3}[0-9]{4}(?![^\W_])(?!-[0-9])",
    re.IGNORECASE,
)
"""Day, month, year and four digits, whatever parts them: the shape of a Danish civil registration number."""

_WIDE = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF01, 0xFF5F)}
_ACTS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters but for tab and line feed; marks of direction; what has no width; halves of pairs."""


def mask_numbers(text: str, mask: Callable[[str], str] = lambda _: MASK) -> str:
    """Return a text with everything of the shape of a civil registration number masked.

    Parameters
    ----------
    text : str
    mask : callable, optional
        Given the ten digits, what stands in their place.
    """
    if len(text) < 10 or sum(map(str.isdigit, text)) < 10:
        return text
    plain = text if text.isascii() else text.translate(_WIDE)
    parts, done = [], 0
    for found in _NUMBER.finditer(plain):
        parts += [text[done : found.start()], mask(re.sub("[^0-9]", "", found[0]))]
        done = found.end()
    return "".join([*parts, text[done:]]) if parts else text


def without_numbers(value: T) -> T:
    """Return plain data with the numbers masked in every text of it."""
    masked: Any = value
    if isinstance(value, str):
        masked = mask_numbers(value)
    elif isinstance(value, dict):
        masked = {name: without_numbers(one) for name, one in value.items()}
    elif isinstance(value, (list, tuple)):
        masked = type(value)(map(without_numbers, value))
    return masked  # type: ignore[no-any-return]


def visible(text: str) -> str:
    """Return a text with marks that act, such as those that steer a terminal, shown by their numbers."""
    return _ACTS.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def told(text: str) -> str:
    """Return a text as people may be told it."""
    return visible(mask_numbers(text))
