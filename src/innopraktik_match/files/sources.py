"""Paths -> bytes -> raw tables, by what the files hold and not by what they are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from innopraktik_match.files.csv_tables import read_csv
from innopraktik_match.files.json_round import read_json
from innopraktik_match.files.policies import Layer, read_toml
from innopraktik_match.files.workbook import MOST_BYTES, read_workbook
from innopraktik_match.issues import Issue, Place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from innopraktik_match.files.cells import Table

WORKBOOKS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".txt")
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"


@dataclass
class Source:
    """What the files of a call hold.

    Attributes
    ----------
    tables : list of Table
        Raw tables.
    layers : list of Layer
        Policies.
    rounds : list of (str, object)
        File name and content of each JSON file.
    issues : list of Issue
        What could not be read.
    """

    tables: list[Table] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)
    rounds: list[tuple[str, Any]] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def read_sources(paths: Iterable[str | PathLike[str]], encoding: str | None = None) -> Source:
    """Read every file, and every table of a folder.

    Parameters
    ----------
    paths : iterable of path
        Workbooks, CSV files, JSON, policy.toml, folders.
    encoding : str, optional
        Of the text files.

    Returns
    -------
    Source
    """
    source = Source()
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if _is_input(p))
            if not inside:
                source.issues.append(Issue("folder_empty", places=(Place(file=path.name),)))
            for found in inside:
                _read(found, encoding, source)
        else:
            _read(path, encoding, source)
    return source


def _is_input(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$"))
    return path.is_file() and not hidden and path.suffix.lower() in (*WORKBOOKS, *TEXTS, ".toml")


def read_bytes(path: Path) -> tuple[bytes | None, list[Issue]]:
    """Return the bytes of a file, or the issue that keeps it from being read."""
    place = (Place(file=path.name or str(path)),)
    try:
        if not path.exists():
            return None, [Issue("file_missing", places=place)]
        if not path.is_file():
            return None, [Issue("file_not_a_file", places=place)]
        if path.stat().st_size > MOST_BYTES:
            values: dict[str, object] = {"limit": f"{MOST_BYTES // 2**20} MB"}
            return None, [Issue("file_too_large", places=place, values=values)]
        data = path.read_bytes()
    except (OSError, ValueError):
        return None, [Issue("file_unreadable", places=place)]
    if not data.strip():
        return None, [Issue("file_empty", places=place)]
    return data, []


def _read(path: Path, encoding: str | None, source: Source) -> None:
    data, issues = read_bytes(path)
    source.issues += issues
    if data is None:
        return
    suffix = path.suffix.lower()
    if suffix == ".toml":
        layer, issues = read_toml(data, path.name)
        source.layers.append(layer)
    elif suffix == ".json":
        content, issues = read_json(data, path.name)
        source.rounds += [(path.name, content)] if not issues else []
    else:
        tables, issues = read_tables(data, path.name, encoding)
        source.tables += tables
    source.issues += issues


def read_tables(data: bytes, file: str, encoding: str | None = None) -> tuple[list[Table], list[Issue]]:
    """Return the raw tables of a workbook or a text file, told apart by their content."""
    place = (Place(file=file),)
    suffix = Path(file).suffix.lower()
    if data.startswith(OLD_WORKBOOK):
        return [], [Issue("workbook_old_or_locked", places=place)]
    if data.startswith(ZIP):
        tables, issues = read_workbook(data, file)
        if suffix not in WORKBOOKS and tables:
            issues.append(Issue("file_is_workbook", "warning", place))
        return tables, issues
    if data.lstrip()[:1] == b"<":
        return [], [Issue("file_is_html", places=place)]
    if suffix in WORKBOOKS and b"\0" in data:
        return [], [Issue("workbook_damaged", places=place)]
    tables, issues = read_csv(data, file, encoding)
    if suffix in WORKBOOKS and tables:
        issues.append(Issue("file_is_text", "warning", place))
    return tables, issues
