"""Small rounds in files, sound but for what a test does to them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

Rows = list[list[Any]]

HEADER = ["Id", "Navn", "Arbejdsplads", "Sektor", "Kommune", "Dage", "Uger"]
INTERNS: Rows = [
    [*HEADER, "Ønsker"],
    ["p1", "Anna", "Biblioteket", "kommunal", "Odense", "2-5", "37", "v1"],
    ["p2", "Bo", "Sygehuset", "regional", "Aarhus", 3, "37", "v2"],
]
HOSTS: Rows = [
    [*HEADER, "Mindst", "Højst", "Kontaktperson"],
    ["v1", "Styrelsen", "Styrelsen", "statslig", "Aarhus", "2-5", "37", 1, 2, "Cleo"],
    ["v2", "Museet", "Museet", "kommunal", "Vejle", "3", "37", 1, 1, "Dan"],
]
SETTINGS: Rows = [["year", 2026], ["weeks", "37-38"]]


def with_cell(rows: Rows, cell: str, value: Any) -> Rows:
    """Return the rows with another value in one cell, such as "B2"."""
    column, line = ord(cell[0]) - ord("A"), int(cell[1:])
    changed = [list(row) for row in rows]
    row = changed[line - 1]
    row.extend([None] * (column + 1 - len(row)))
    row[column] = value
    return changed


def book(
    path: Path,
    interns: Rows = INTERNS,
    hosts: Rows = HOSTS,
    change: Callable[[openpyxl.Workbook], object] | None = None,
    **sheets: Rows,
) -> Path:
    """Write a workbook of a sound round, changed at the end by `change`."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    all_sheets = {"Praktikanter": interns, "Værter": hosts, "Indstillinger": SETTINGS, **sheets}
    for title, rows in all_sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    if change:
        change(made)
    made.save(path)
    return path


def csv_text(rows: Rows, mark: str = ";", end: str = "\r\n") -> str:
    return "".join(mark.join("" if one is None else str(one) for one in row) + end for row in rows)


def csv_folder(folder: Path, interns: bytes | str | None = None, hosts: bytes | str | None = None) -> Path:
    """Write praktikanter.csv, værter.csv and policy.toml of a sound round."""
    folder.mkdir(exist_ok=True)
    given = {"praktikanter.csv": (interns, INTERNS), "værter.csv": (hosts, HOSTS)}
    for name, (data, rows) in given.items():
        data = csv_text(rows) if data is None else data
        (folder / name).write_bytes(data.encode("utf-8-sig") if isinstance(data, str) else data)
    (folder / "policy.toml").write_text("year = 2026\nweeks = [37, 38]\n", encoding="utf-8")
    return folder


def edit(path: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """Change the parts of a workbook, as a hostile or careless program would."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    path.write_bytes(target.getvalue())
    return path


def replace(part: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    """Return a change of one part that finds `old` and puts `new` in its stead."""

    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[part], part
        parts[part] = parts[part].replace(old, new)

    return change
