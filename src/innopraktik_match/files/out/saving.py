"""A file is written whole or not at all: whoever reads it sees the old one or the new one."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.files.raw.in_hand import Target

RIGHTS = 0o666  # less what the process takes away
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def hand_over(target: Target, data: bytes) -> None:
    """Write to a path, whole or not at all, or to a file that is open in binary mode.

    Raises
    ------
    WriteError
        Where it cannot be written.
    """
    if isinstance(target, (str, os.PathLike)):
        save(Path(target), data)
        return
    try:
        target.write(data)
    except OSError as error:
        raise WriteError(error.errno, error.strerror, str(getattr(target, "name", ""))) from error


def save(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; folders above it are made.

    A file that is overwritten keeps its rights and, where the process may give it, its owner; a link stays
    a link, and the file that it leads to is written. What is no file, such as /dev/stdout, is written to.

    Parameters
    ----------
    path : path
    data : bytes

    Raises
    ------
    WriteError
        Where it cannot be written.
    """
    try:
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        before = _status(target)
        if before is not None and not stat.S_ISREG(before.st_mode):
            target.write_bytes(data)
            return
        with _beside(target) as beside:
            _fill(beside, data, before)
            beside.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise WriteError(error.errno, error.strerror, str(path)) from error
    except ValueError as error:  # a null byte in the name
        raise WriteError(0, str(error), str(path)) from error


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Yield a new file of a name that nobody has, removed in the end if it is still there."""
    beside = target.with_name(f".innopraktik-{secrets.token_hex(8)}.part")
    try:
        os.close(os.open(beside, _FLAGS, RIGHTS))
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _fill(beside: Path, data: bytes, before: os.stat_result | None) -> None:
    with beside.open("wb") as file:
        if before is not None and hasattr(os, "fchmod"):
            with suppress(OSError):
                os.fchown(file.fileno(), before.st_uid, before.st_gid)
            os.fchmod(file.fileno(), stat.S_IMODE(before.st_mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Have the name itself on the disk, where a system can do that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
