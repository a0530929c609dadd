"""When two words are the same word."""

from __future__ import annotations

import re
import unicodedata

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


def key(text: str) -> str:
    r"""Return the form in which words are compared: NFKC, no invisible marks, one space, case folded.

    Examples
    --------
    >>> key("  Aarhus\u00a0 Kommune ") == key("aarhus kommune")
    True
    """
    plain = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    return re.sub(r"\s+", " ", plain).strip().casefold()
