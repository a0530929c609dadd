"""What a file is, by its bytes, and whether it is safe to open."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath
from typing import Literal

from innopraktik_match.domain.issues import Issue, Place
from innopraktik_match.files.raw.limits import MB, SMALL, Limits

Kind = Literal["workbook", "text"]
WORKBOOKS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".txt")
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_AT_ONCE = 2**18
_LONGEST_WORD = 10


def kind_of(data: bytes, file: str) -> tuple[Kind | None, list[Issue]]:
    """Return what a table file is, whatever it is called; None where it is nothing we can read.

    Parameters
    ----------
    data : bytes
        The file.
    file : str
        Its name.

    Returns
    -------
    {"workbook", "text"} or None, list of Issue
    """
    place = (Place(file=file),)
    called_workbook = PurePath(file).suffix.lower() in WORKBOOKS
    if data.startswith(_OLE):
        return None, [Issue("workbook_locked" if _PASSWORD in data else "workbook_old", places=place)]
    if data.startswith(_ZIP):
        return "workbook", [] if called_workbook else [Issue("file_is_workbook", "warning", place)]
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return None, [Issue("file_is_html", places=place)]
    if called_workbook and b"\0" in data:
        return None, [Issue("workbook_damaged", places=place)]
    return "text", [Issue("file_is_text", "warning", place)] if called_workbook else []


def measure(data: bytes, file: str, limits: Limits) -> list[Issue]:
    """Look at a workbook before it is unpacked: its size, its XML, what else it carries.

    Parameters
    ----------
    data : bytes
        The file.
    file : str
        Its name.
    limits : Limits

    Returns
    -------
    list of Issue
        Errors where it must not be opened.

    Raises
    ------
    Exception
        Any, where the archive is damaged.
    """
    place = (Place(file=file),)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > limits.unpacked_mb * MB:
            return [_swells(place, "unpacked_mb", f"{limits.unpacked_mb} MB")]
        if unpacked > max(SMALL, limits.swelling * len(data)):
            return [_swells(place, "swelling", f"{limits.swelling * len(data) / MB:.1f} MB")]
        parts = (one for one in entries if not one.filename.startswith("xl/worksheets/"))
        if any(one.file_size > limits.part_mb * MB for one in parts if _is_xml(one.filename)):
            return [_swells(place, "part_mb", f"{limits.part_mb} MB")]
        archive.getinfo("[Content_Types].xml")
        seen = _look_through(archive, max(limits.tags, len(data)))
        if seen is not None:
            values: dict[str, object] = {"limit": max(limits.tags, len(data)), "setting": "limits.tags"}
            return [Issue(seen, places=place, values=values if seen == "file_overfull" else {})]
        names = [entry.filename for entry in entries]
    issues = []
    if "xl/vbaProject.bin" in names:
        issues.append(Issue("macros_ignored", "warning", place))
    if any(name.startswith("xl/externalLinks/") for name in names):
        issues.append(Issue("links_to_workbooks", "warning", place))
    return issues


def _swells(place: tuple[Place, ...], setting: str, limit: str) -> Issue:
    return Issue("file_too_large", places=place, values={"limit": limit, "setting": f"limits.{setting}"})


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _look_through(archive: zipfile.ZipFile, most_tags: int) -> str | None:
    """Look through the XML for a document type, wherever it stands, and count tags; return the issue's code.

    A part that several names lead to counts once for each.
    """
    tags = 0
    for name in archive.namelist():
        if not _is_xml(name):
            continue
        with archive.open(name) as part:
            before = b""
            while read := part.read(_AT_ONCE):
                text = read.replace(b"\0", b"")
                if any(word in before + text for word in (b"<!DOCTYPE", b"<!ENTITY")):
                    return "workbook_unsafe"
                before = text[-_LONGEST_WORD:]
                tags += text.count(b"<")
                if tags > most_tags:
                    return "file_overfull"
    return None
