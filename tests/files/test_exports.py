"""Exports of survey tools and lists made by hand: every column is understood, or asked about, or no field."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from innopraktik_match.files import read_files
from innopraktik_match.files.rounds.account import account_of
from tests.files import exports_danish, exports_english
from tests.files.given import workbook

EXPORTS = {
    (lang, tool): text
    for lang, exports in (("da", exports_danish.EXPORTS), ("en", exports_english.EXPORTS))
    for tool, text in exports.items()
}
TRIPLES = [
    (
        "Hvilken vært er dit første ønske?",
        "Hvilken vært er dit andet ønske?",
        "Hvilken vært er dit tredje ønske?",
    ),
    ("Ønske 1", "Ønske 2", "Ønske 3"),
    ("1. ønske", "2. ønske", "3. ønske"),
    ("Første prioritet", "Anden prioritet", "Tredje prioritet"),
    ("Førsteprioritet", "Andenprioritet", "Tredjeprioritet"),
    ("1. prioritet", "2. prioritet", "3. prioritet"),
    ("Prioritet 1 (vært)", "Prioritet 2 (vært)", "Prioritet 3 (vært)"),
    ("1. valg", "2. valg", "3. valg"),
    ("Værtsønske nr. 1", "Værtsønske nr. 2", "Værtsønske nr. 3"),
    ("Hvor vil du helst hen?", "Hvor vil du næsthelst hen?", "Og hvis ingen af dem kan?"),
    ("Dit største ønske", "Dit næststørste ønske", "Dit tredjestørste ønske"),
    ("Vælg vært (1)", "Vælg vært (2)", "Vælg vært (3)"),
    ("Ønsket vært A", "Ønsket vært B", "Ønsket vært C"),
    ("Primær vært", "Sekundær vært", "Tertiær vært"),
    ("Prioritering af værter [Rang 1]", "Prioritering af værter [Rang 2]", "Prioritering af værter [Rang 3]"),
    ("s_7_1", "s_7_2", "s_7_3"),
    ("Q5_1", "Q5_2", "Q5_3"),
    ("First choice", "Second choice", "Third choice"),
    ("1st choice", "2nd choice", "3rd choice"),
    ("Choice A", "Choice B", "Choice C"),
    ("Preference 1", "Preference 2", "Preference 3"),
    ("Which host is your first wish?", "Which host is your second wish?", "Which host is your third wish?"),
    ("Top choice", "Next choice", "Last choice"),
    ("Wish #1", "Wish #2", "Wish #3"),
    ("Rank your hosts [1]", "Rank your hosts [2]", "Rank your hosts [3]"),
    ("hosts.1", "hosts.2", "hosts.3"),
    ("Host wish I", "Host wish II", "Host wish III"),
    ("Where would you most like to go?", "And second?", "And third?"),
    ("Favourite host", "Second favourite", "Third favourite"),
    ("Ønsker (1 af 3)", "Ønsker (2 af 3)", "Ønsker (3 af 3)"),
]


class Column(NamedTuple):
    """A column of an export: its header, the field it means (None: no field), and its cells."""

    header: str
    field: str | None
    cells: list[str]


def columns_of(export: str) -> dict[str, list[Column]]:
    tables: dict[str, list[Column]] = {}
    for line in export.strip().splitlines():
        if " | " not in line:
            table = line
            tables[table] = []
            continue
        header, field, cells = (f"{part} " for part in line.split(" | "))
        tables[table].append(
            Column(
                header.strip().replace("\\n", "\n"),
                None if field.strip() == "-" else field.strip(),
                [cell.strip() for cell in f" {cells}".split(" /")],
            )
        )
    return tables


def taken_as(path: Path, tables: dict[str, list[Column]]) -> dict[tuple[str, str], str | None]:
    """Return for each column the field that it was read as, or is asked about; None is neither."""
    sheets = {
        name: [
            [c.header for c in tables[table]],
            *map(list, zip(*(c.cells for c in tables[table]), strict=True)),
        ]
        for table, name in (("interns", "Praktikanter"), ("hosts", "Værter"))
    }
    found = {}
    for one in account_of(read_files(workbook(path / "export.xlsx", sheets))):
        field = str(one.values["field"]) if one.use == "asked" else one.field
        found[one.table, one.column] = field and field.partition("[")[0]
    return found


def test_there_are_sixteen_exports_of_more_than_three_hundred_columns() -> None:
    columns = [column for text in EXPORTS.values() for table in columns_of(text).values() for column in table]
    assert (len(EXPORTS), len(columns) > 300) == (16, True)
    assert all(len(column.cells) == 4 for column in columns)


def test_columns_of_exports_are_understood_or_asked_about(tmp_path: Path) -> None:
    shares: Counter[str] = Counter()
    amiss = []
    for (lang, tool), text in EXPORTS.items():
        tables = columns_of(text)
        taken = taken_as(tmp_path, tables)
        for table, columns in tables.items():
            for column in columns:
                field = taken[table, column.header]
                said = "right" if field == column.field else "unused" if field is None else "wrong"
                shares[said] += 1
                if said != "right":
                    amiss.append((lang, tool, table, column.header, column.field, field))
    total = sum(shares.values())
    assert shares["right"] >= 0.95 * total, amiss
    assert shares["wrong"] < 0.02 * total, amiss
    assert shares["unused"] == 0, amiss


HOSTS = [
    Column("navn", "name", ["Havneservice", "Vejmuseet", "Landsarkivet", "Kystlab"]),
    Column("højst", "max", ["1"] * 4),
]


@pytest.mark.parametrize("headers", TRIPLES, ids=lambda headers: headers[0])
def test_three_columns_of_wishes_are_wishes(tmp_path: Path, headers: tuple[str, str, str]) -> None:
    wished = (
        ["Havneservice", "Vejmuseet", "Kystlab", "Havneservice"],
        ["Vejmuseet", "Kystlab", "ved ikke", "Landsarkivet"],
        ["Kystlab", "", "", "Vejmuseet"],
    )
    interns = [Column("navn", "name", ["Ane", "Bo", "Cai", "Dea"])]
    interns += [Column(header, "wishes", cells) for header, cells in zip(headers, wished, strict=True)]
    tables = {"interns": interns, "hosts": HOSTS}
    taken = taken_as(tmp_path, tables)
    assert {taken["interns", header] for header in headers} == {"wishes"}
    reading = read_files(tmp_path / "export.xlsx")
    assert reading.round is not None
    read = reading.round.interns[0].wishes
    assert read == ("Havneservice", "Vejmuseet", "Kystlab")[: len(read)]
