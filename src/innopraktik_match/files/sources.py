"""Files -> bytes -> raw tables, by what the files hold and not by what they are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from innopraktik_match.files.csv_tables import read_csv
from innopraktik_match.files.dialect import Dialect, read_dialect
from innopraktik_match.files.guards import unguarded
from innopraktik_match.files.in_hand import InHand, opened
from innopraktik_match.files.json_round import read_json
from innopraktik_match.files.limits import MB, STANDARD, Limits
from innopraktik_match.files.policies import Layer, read_toml
from innopraktik_match.files.preflight import TEXTS, WORKBOOKS, kind_of
from innopraktik_match.files.workbook import read_workbook
from innopraktik_match.issues import Issue, Place
from innopraktik_match.texts.report import SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.files.cells import Table
    from innopraktik_match.files.in_hand import Given


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
    dialect : Dialect
        How the files are to be read.
    files : dict
        Bytes of each file of tables, by its name.
    issues : list of Issue
        What could not be read.
    """

    tables: list[Table] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)
    rounds: list[tuple[str, Any]] = field(default_factory=list)
    dialect: Dialect = field(default_factory=Dialect)
    files: dict[str, bytes] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


def read_sources(given: Iterable[Given], encoding: str | None = None) -> Source:
    """Read every file, and every table of a folder.

    Parameters
    ----------
    given : iterable of path, bytes or binary file
        Workbooks, CSV files, JSON, policy.toml, columns.toml, folders.
    encoding : str, optional
        Of the text files.

    Returns
    -------
    Source
    """
    source = Source()
    files: list[Path | InHand] = []
    for number, one in enumerate(given, 1):
        file = opened(one, number)
        inside = _inside(file, source) if isinstance(file, Path) else None
        files += [file] if inside is None else inside
    settings = [path for path in files if path.suffix.lower() == ".toml"]
    for path in settings:  # first: they may say how the others are to be read
        _read_settings(path, source)
    for path in files:
        if path not in settings:
            _read(path, encoding, source)
    return source


def _inside(path: Path, source: Source) -> list[Path] | None:
    """Return the tables of a folder; None where the path is none."""
    place = (Place(file=path.name),)
    try:
        if not path.is_dir():
            return None
        inside = sorted(one for one in path.iterdir() if _is_input(one))
    except (OSError, ValueError):
        source.issues.append(Issue("file_unreadable", places=place))
        return []
    if not inside:
        source.issues.append(Issue("folder_empty", places=place))
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


def _read_settings(path: Path | InHand, source: Source) -> None:
    data, issues = read_bytes(path)
    source.issues += issues
    if data is not None:
        layer, issues = read_toml(data, path.name)
        source.layers.append(layer)
        source.dialect, faults = read_dialect(layer.dialect, layer.place, source.dialect)
        source.issues += issues + faults


def _read(path: Path | InHand, encoding: str | None, source: Source) -> None:
    limits = source.dialect.limits
    data, issues = read_bytes(path, limits)
    source.issues += issues
    if data is None:
        return
    if path.suffix.lower() == ".json":
        content, issues = read_json(data, path.name, limits)
        source.rounds += [(path.name, content)] if not issues else []
    else:
        tables, issues = read_tables(data, path.name, encoding, limits)
        if is_plan(tables):
            place = (Place(file=path.name),)
            source.issues.append(Issue("plan_left_out", severity="info", places=place))
            return
        source.tables += tables
        source.files[path.name] = data
    source.issues += issues


def is_plan(tables: Iterable[Table]) -> bool:
    """Whether a workbook is a plan of ours, which often lies beside the files that it was made of."""
    sheets = {table.sheet for table in tables}
    return any({SHEETS[name][lang] for name in ("plan", "proof")} <= sheets for lang in (0, 1))


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
