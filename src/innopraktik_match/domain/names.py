"""When two words are the same word, and which of two comes first in Danish."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_INVISIBLE = dict.fromkeys(
    (
        0x00AD,
        0x200B,
        0x200C,
        0x200D,
        0x200E,
        0x200F,
        0x2060,
        0xFEFF,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    )
)

_LAST_LETTERS = str.maketrans("æøåäö", "{|}{|")


def key(text: str) -> str:
    r"""Return the form in which words are compared: NFKC, no invisible marks, one space, case folded.

    Examples
    --------
    >>> key("  Aarhus\u00a0 Kommune ") == key("aarhus kommune")
    True
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    return " ".join(text.split()).casefold()


def danish_order(text: str) -> str:
    """Return a key that sorts words as in Danish: æ, ø and å last, aa as å.

    Examples
    --------
    >>> sorted(["Aarhus", "Ærø", "Odense", "Ørsted"], key=danish_order)
    ['Odense', 'Ærø', 'Ørsted', 'Aarhus']
    """
    return key(text).replace("aa", "å").translate(_LAST_LETTERS)


def natural_order(text: str) -> str:
    """Return a key that sorts words as people count: numbers within them by their size, words as in Danish.

    Examples
    --------
    >>> sorted(["V10", "V2", "Ørsted", "Vejle"], key=natural_order)
    ['V2', 'V10', 'Vejle', 'Ørsted']
    """
    return re.sub(r"[0-9]+", _by_size, danish_order(text))


def _by_size(digits: re.Match[str]) -> str:
    """Return digits so that the longer of two numbers comes later."""
    number = digits[0].lstrip("0") or "0"
    return f"{len(number):04}{number}"


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the known word most like another, by difflib's ratio; None where none reaches the cutoff.

    Examples
    --------
    >>> closest("odnse", ["odense", "aarhus"]), closest("odense" * 5_000, ["odense"])
    ('odense', None)
    """
    length = len(word)
    near = [one for one in known if 2 * min(length, len(one)) >= cutoff * (length + len(one))]
    if not near:  # a long text costs much before the first comparison
        return None
    import difflib

    return next(iter(difflib.get_close_matches(word, near, n=1, cutoff=cutoff)), None)
