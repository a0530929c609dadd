"""Files and folders -> bytes -> raw tables, by what the files hold and not by what they are called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue, Place
from innopraktik_match.files.raw.csv_tables import read_csv
from innopraktik_match.files.raw.guards import unguarded
from innopraktik_match.files.raw.in_hand import InHand, opened
from innopraktik_match.files.raw.limits import MB, STANDARD, Limits
from innopraktik_match.files.raw.preflight import TEXTS, WORKBOOKS, kind_of
from innopraktik_match.files.raw.workbook import read_workbook
from innopraktik_match.texts.workbook import SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.files.raw.cells import Table
    from innopraktik_match.files.raw.in_hand import Given


def files_of(given: Iterable[Given]) -> tuple[list[Path | InHand], list[Issue]]:
    """Return every file, those in folders too, and what keeps a folder from being read."""
    files: list[Path | InHand] = []
    issues: list[Issue] = []
    for number, one in enumerate(given, 1):
        file = opened(one, number)
        inside = _inside(file, issues) if isinstance(file, Path) else None
        files += [file] if inside is None else inside
    return files, issues


def _inside(path: Path, issues: list[Issue]) -> list[Path] | None:
    """Return the tables of a folder; None where the path is none."""
    place = (Place(file=path.name),)
    try:
        if not path.is_dir():
            return None
        inside = sorted(one for one in path.iterdir() if _is_input(one))
    except (OSError, ValueError):
        issues.append(Issue("file_unreadable", places=place))
        return []
    if not inside:
        issues.append(Issue("folder_empty", places=place))
    return inside


def _is_input(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$"))
    return path.is_file() and not hidden and path.suffix.lower() in (*WORKBOOKS, *TEXTS, ".toml")


def read_bytes(file: Path | InHand, limits: Limits = STANDARD) -> tuple[bytes | None, list[Issue]]:
    """Return the bytes of a file, or the issue that keeps it from being read."""
    data, code = _taken(file, limits.file_mb * MB)
    if code is None and not (data or b"").strip():
        code = "file_empty"
    if code is None:
        return data, []
    values: dict[str, object] = {}
    if code == "file_too_large":
        values = {"limit": f"{limits.file_mb} MB", "setting": "limits.file_mb"}
    return None, [Issue(code, places=(Place(file=file.name or str(file)),), values=values)]


def _taken(file: Path | InHand, most: int) -> tuple[bytes | None, str | None]:
    """Return the bytes of a file, or the code of what is wrong with it."""
    if isinstance(file, InHand):
        too_large = file.data is not None and len(file.data) > most
        return file.data, "file_unreadable" if file.data is None else "file_too_large" if too_large else None
    try:
        if not file.exists():
            return None, "file_missing"
        if not file.is_file():
            return None, "file_not_a_file"
        if file.stat().st_size > most:
            return None, "file_too_large"
        return file.read_bytes(), None
    except (OSError, ValueError):
        return None, "file_unreadable"


def is_plan(tables: Iterable[Table]) -> bool:
    """Whether a workbook is a plan of ours, which often lies beside the files that it was made of."""
    sheets = {table.sheet for table in tables}
    return any({SHEETS[name][lang] for name in ("plan", "hosts")} <= sheets for lang in (0, 1))


def read_tables(
    data: bytes, file: str, encoding: str | None = None, limits: Limits = STANDARD
) -> tuple[list[Table], list[Issue]]:
    """Return the raw tables of a workbook or a text file, told apart by their content."""
    kind, issues = kind_of(data, file)
    if kind is None:
        return [], issues
    if kind == "workbook":
        tables, found = read_workbook(data, file, limits)
    else:
        tables, found = read_csv(data, file, encoding, limits)
    return [unguarded(table) for table in tables], (issues if tables else []) + found
