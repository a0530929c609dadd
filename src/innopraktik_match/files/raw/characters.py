"""Bytes of a text file -> its characters."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from innopraktik_match.domain.issues import Issue, Place

_CP1252_LETTERS = re.compile(rb"[\xe6\xf8\xe5\xc6\xd8\xc5]")
_OTHERS = {
    "cp850": re.compile(rb"(?<=[A-Za-z])[\x9b\x86\x91\x9d\x8f\x92](?=[a-z])|\b[\x9d\x8f\x92](?=[a-z])"),
    "mac_roman": re.compile(rb"(?<=[A-Za-z])[\xbf\x8c\xbe](?=[a-z])|\b[\xaf\x81\xae](?=[a-z])"),
}
"""Where æ, ø and å stand in other encodings, in the middle or at the start of a word."""


def decoded(data: bytes, file: str, encoding: str | None) -> tuple[str | None, list[Issue]]:
    """Return the text of a file and how it had to be read; None where it cannot be.

    Parameters
    ----------
    data : bytes
        The file.
    file : str
        Its name.
    encoding : str or None
        Left out: a byte order mark decides, else UTF-8, else cp1252 (and an issue says so). Older
        encodings are recognised and named, but not read unasked.

    Returns
    -------
    str or None, list of Issue
    """
    place = (Place(file=file),)
    if encoding is None and data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return data.decode(encoding or "utf-8-sig"), []
    except (LookupError, ValueError) as error:
        if encoding is not None:
            code = "encoding_wrong" if isinstance(error, UnicodeError) else "encoding_unknown"
            return None, [Issue(code, places=place, values={"read": encoding})]
    for other, letters in _OTHERS.items():
        if letters.search(data) and not _CP1252_LETTERS.search(data):
            return None, [Issue("encoding_other", places=place, values={"encoding": other})]
    try:
        return data.decode("cp1252"), [Issue("read_as_cp1252", "info", place)]
    except UnicodeDecodeError:
        return None, [Issue("encoding_wrong", places=place, values={"read": "UTF-8, cp1252"})]
