"""A folder is written whole or not at all: beside its place, and then moved there."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import WriteError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

LEFT_BY_SYSTEMS = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What macOS and Windows put into any folder that somebody looks at."""


def foreign_files(folder: Path, known: Collection[str], endings: Collection[str]) -> Iterator[str]:
    """Yield what lies in a folder and is not of its kind: other names at its top, other endings below.

    Parameters
    ----------
    folder : path
    known : collection of str
        Names that may stand at the top.
    endings : collection of str
        Endings that files may have, such as ".txt".
    """
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder)
        own = within.parts[0] in known and (path.is_dir() or path.suffix in endings)
        if not own and path.name not in LEFT_BY_SYSTEMS:
            yield str(within)


def save_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder with its files; a folder that stands there is replaced by it.

    Parameters
    ----------
    folder : path
    files : dict of str to bytes
        Path within the folder, parted by "/" -> content.

    Raises
    ------
    WriteError
        Where it cannot be written; what stood there stands there still.
    """
    try:
        target = Path(os.path.realpath(folder))
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = _beside(target, "part")
        try:
            beside.mkdir()
            for name, data in files.items():
                path = beside / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            _exchange(beside, target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise WriteError(error.errno, error.strerror, str(folder)) from error
    except ValueError as error:  # a null byte in the name
        raise WriteError(0, str(error), str(folder)) from error


def _exchange(beside: Path, target: Path) -> None:
    if not target.exists():
        beside.rename(target)
        return
    before = _beside(target, "old")
    target.rename(before)
    try:
        beside.rename(target)
    except BaseException:
        before.rename(target)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".innopraktik-{secrets.token_hex(8)}.{ending}")
