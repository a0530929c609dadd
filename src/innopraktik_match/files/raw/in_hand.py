"""What a caller hands in or holds out: a path, the bytes of a file, or a file that is open."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    Given = str | PathLike[str] | bytes | BinaryIO
    Target = str | PathLike[str] | BinaryIO

_ENDINGS = ((b"PK\x03\x04", ".xlsx"), (b"{", ".json"), (b"[", ".json"))


@dataclass(frozen=True)
class InHand:
    """A file without a path; `data` is None where it could not be read.

    Examples
    --------
    >>> InHand.of(b'{"interns": []}', 2).name
    'input 2.json'
    """

    name: str
    data: bytes | None

    @property
    def suffix(self) -> str:
        """The ending of the name."""
        return PurePath(self.name).suffix

    @classmethod
    def of(cls, given: bytes | BinaryIO, number: int) -> InHand:
        """Read what is handed in; `number` names what has no name."""
        data = bytes(given) if isinstance(given, (bytes, bytearray, memoryview)) else _read(given)
        name = getattr(given, "name", None)
        name = PurePath(name).name if isinstance(name, str) else ""
        if not PurePath(name).suffix:
            start = (data or b"").removeprefix(b"\xef\xbb\xbf").lstrip()
            ending = next((ending for mark, ending in _ENDINGS if start.startswith(mark)), ".csv")
            name = f"{name or f'input {number}'}{ending}"
        return cls(name, data)


def _read(file: BinaryIO) -> bytes | None:
    try:
        data: bytes | str = file.read()
    except (OSError, ValueError):
        return None
    return data.encode() if isinstance(data, str) else data


def opened(given: Given, number: int = 1) -> Path | InHand:
    """Return what is handed in as something with a name, an ending and bytes."""
    return Path(given) if isinstance(given, (str, PathLike)) else InHand.of(given, number)


def ending_of(target: Target, format: str | None = None) -> str:
    """Return the ending that says what is to be written, in small letters; "" where nothing does."""
    if format is not None:
        return f".{format}"
    name = getattr(target, "name", None) if hasattr(target, "write") else target
    return PurePath(name).suffix.lower() if isinstance(name, (str, PathLike)) else ""
