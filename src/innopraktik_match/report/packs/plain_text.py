"""Words of the input as hand-outs carry them: one line, inert; and as names of files."""

from __future__ import annotations

import re
import unicodedata

from innopraktik_match.domain.privacy import told

LONGEST_NAME = 60
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss"})
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")


def one_line(text: object) -> str:
    r"""Return a value as people may be told it, in one line.

    Examples
    --------
    >>> one_line("Bo\r\nBcc: x@y.dk"), one_line(None)
    ('Bo Bcc: x@y.dk', '')
    """
    return "" if text is None else told(" ".join(str(text).split()))


def file_name(number: int, *words: str | None) -> str:
    """Return a name for somebody's file: a number that nobody else has, and words in plain letters.

    Examples
    --------
    >>> file_name(7, "v7", "Århus Å-park")
    '007-v7-aarhus-aa-park'
    >>> file_name(8, "../x", None), file_name(9, "CON"), file_name(10, "💥")
    ('008-x', '009-con', '010')
    """
    joined = "-".join(dict.fromkeys(one_line(word) for word in words if word))
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", joined).translate(_DANISH))
    slug = re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode().lower()).strip("-")
    return f"{number:03}-{slug}"[:LONGEST_NAME].strip("-")


def one_address(text: str | None) -> str:
    """Return an e-mail address; "" for what is none, or is several.

    Examples
    --------
    >>> one_address(" bo@x.dk "), one_address("bo@x.dk; eva@x.dk")
    ('bo@x.dk', '')
    """
    plain = (text or "").strip()
    return plain if _ADDRESS.fullmatch(plain) and len(plain) <= 254 else ""
