"""What is given -> the settings, tables and JSON in it; settings first, they say how to read the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue, Place
from innopraktik_match.files.raw.inputs import files_of, is_plan, read_bytes, read_tables
from innopraktik_match.files.raw.json_data import read_json
from innopraktik_match.files.settings.dialect import Dialect, read_dialect
from innopraktik_match.files.settings.policies import Layer, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from innopraktik_match.files.raw.cells import Table
    from innopraktik_match.files.raw.in_hand import Given, InHand


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


def read_sources(
    given: Iterable[Given], encoding: str | None = None, dialect: Dialect | None = None
) -> Source:
    """Read every file, and every table of a folder.

    Parameters
    ----------
    given : iterable of path, bytes or binary file
        Workbooks, CSV files, JSON, policy.toml, columns.toml, folders.
    encoding : str, optional
        Of the text files.
    dialect : Dialect, optional
        How they are to be read, where they do not say so themselves.

    Returns
    -------
    Source
    """
    files, issues = files_of(given)
    source = Source(dialect=dialect or Dialect(), issues=issues)
    settings = [file for file in files if file.suffix.lower() == ".toml"]
    for file in settings:
        _read_settings(file, source)
    for file in files:
        if file not in settings:
            _read(file, encoding, source)
    return source


def _read_settings(file: Path | InHand, source: Source) -> None:
    data, issues = read_bytes(file)
    source.issues += issues
    if data is not None:
        layer, issues = read_toml(data, file.name)
        source.layers.append(layer)
        source.dialect, faults = read_dialect(layer.dialect, layer.place, source.dialect)
        source.issues += issues + faults


def _read(file: Path | InHand, encoding: str | None, source: Source) -> None:
    limits = source.dialect.limits
    data, issues = read_bytes(file, limits)
    source.issues += issues
    if data is None:
        return
    if file.suffix.lower() == ".json":
        content, issues = read_json(data, file.name, limits)
        source.rounds += [(file.name, content)] if not issues else []
    else:
        tables, issues = read_tables(data, file.name, encoding, limits)
        if is_plan(tables):
            place = (Place(file=file.name),)
            source.issues.append(Issue("plan_left_out", severity="info", places=place))
            return
        source.tables += tables
        source.files[file.name] = data
    source.issues += issues
