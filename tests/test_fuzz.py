"""Any cells and any bytes: never a traceback, always an exit code that is documented.

A dozen of each kind by default; `HYPOTHESIS_PROFILE=night pytest tests/test_fuzz.py` mutates 10,000 of each.
"""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.cli import main
from innopraktik_match.files import read_files
from innopraktik_match.files.out.marked import marked_workbook
from innopraktik_match.texts.columns import COLUMNS
from innopraktik_match.texts.issues import issue_groups, issue_lines, mapping_lines
from tests.bad_inputs.given import HOSTS, INTERNS, SETTINGS, book, csv_text

NIGHT = os.environ.get("HYPOTHESIS_PROFILE") == "night"
PAIRS = [["Praktikant", "Vært", "Point"], ["p1", "v1", 3]]
LOCKS = [["Praktikant", "Vært", "Uge", "Dage"], ["p1", "v1", "37", 3]]
TRAVEL = [["Fra", "Til", "Km"], ["Odense", "Vejle", 75]]
JSON = (
    '{"interns": [{"id": "p1", "days": "2-5", "weeks": ["2026-W37"], "wishes": ["v1"], "municipality": "Odense"}],'
    ' "hosts": [{"id": "v1", "min": 1, "max": 2}], "locks": [{"intern": "p1", "host": "v1", "days": 3}],'
    ' "policy": {"year": 2026, "aims": ["placed", "points"], "rules": {"travel": {"mode": "hard"}}}}'
)
TOML = 'year = 2026\ndates = "day first"\n[columns.interns]\n"Hvem?" = "name"\n[limits]\ncells = 9000\n'


@cache
def originals() -> dict[str, bytes]:
    """Return small files of every kind, sound before they are mutated."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.xlsx"
        workbook = book(path, Par=PAIRS, Låst=LOCKS, Rejser=TRAVEL).read_bytes()
        round = im.read(JSON.encode())
        plan = im.solve(round)
        im.write(plan, Path(folder) / "plan.xlsx", round)
        im.write(plan, Path(folder) / "plan.json")
        plans = {name: (Path(folder) / name).read_bytes() for name in ("plan.xlsx", "plan.json")}
    return {
        **plans,
        "runde.xlsx": workbook,
        "praktikanter.csv": csv_text(INTERNS).encode("utf-8-sig"),
        "værter.csv": csv_text(HOSTS, ",").encode("cp1252"),
        "runde.json": JSON.encode(),
        "policy.toml": TOML.encode(),
    }


def survive(folder: Path, *names: str) -> None:
    """Read and check files: whatever they hold, it is told in words, and nothing breaks."""
    paths = [folder / name for name in names]
    reading = read_files(*paths)
    assert reading.sound or any(issue.severity == "error" for issue in reading.issues)
    for lang in ("da", "en"):
        assert len(issue_lines(reading.issues, lang)) == len(reading.issues)
        issue_groups(reading.issues, lang)
    mapping_lines(reading.issues)
    marked_workbook(reading, "da")
    with pytest.raises(SystemExit) as left:
        main(["check", *map(str, paths), "--quiet"])
    assert left.value.code == (0 if reading.sound else 3)


@st.composite
def mutations(draw: st.DrawFn, data: bytes) -> bytes:
    """Draw the bytes with some of them changed, cut out, doubled or cut off."""
    out = bytearray(data)
    for _ in range(draw(st.integers(1, 8))):
        if not out:
            break
        at = draw(st.integers(0, len(out) - 1))
        length = draw(st.integers(1, 40))
        match draw(st.sampled_from(["change", "change", "cut", "double", "end", "insert"])):
            case "change":
                out[at] = draw(st.integers(0, 255))
            case "cut":
                del out[at : at + length]
            case "double":
                out[at:at] = out[at : at + length]
            case "insert":
                out[at:at] = draw(st.binary(max_size=8))
            case _:
                del out[at:]
    return bytes(out)


@st.composite
def mutated_parts(draw: st.DrawFn, workbook: bytes) -> bytes:
    """Draw a workbook whose parts are mutated, and zipped again as if nothing had happened."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        chosen = draw(st.sets(st.sampled_from(names), min_size=1, max_size=2))
        for name in names:
            data = old.read(name)
            new.writestr(name, draw(mutations(data)) if name in chosen else data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "mutate"),
    [
        ("runde.xlsx", mutations),
        ("runde.xlsx", mutated_parts),
        ("praktikanter.csv", mutations),
        ("værter.csv", mutations),
        ("policy.toml", mutations),
        ("runde.json", mutations),
    ],
)
@given(st.data())
@settings(max_examples=10_000 if NIGHT else 12)
def test_mutated_rounds_are_read_or_refused_in_words(
    name: str, mutate: Callable[[bytes], st.SearchStrategy[bytes]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        names = [name] if name.startswith("runde") else ["praktikanter.csv", "værter.csv", "policy.toml"]
        for one in names:
            (folder / one).write_bytes(originals()[one])
        (folder / name).write_bytes(data.draw(mutate(originals()[name])))
        survive(folder, *names)


@pytest.mark.parametrize(("name", "mutate"), [("plan.json", mutations), ("plan.xlsx", mutated_parts)])
@given(st.data())
@settings(max_examples=10_000 if NIGHT else 12)
def test_mutated_plans_are_judged_or_refused_in_words(
    name: str, mutate: Callable[[bytes], st.SearchStrategy[bytes]], data: st.DataObject
) -> None:
    mutated = data.draw(mutate(originals()[name]))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / name).write_bytes(mutated)
        (folder / "runde.json").write_bytes(originals()["runde.json"])
        for command in ("verify", "score"):
            with pytest.raises(SystemExit) as left:
                main([command, str(folder / name), str(folder / "runde.json"), "--quiet"])
            assert left.value.code in (0, 3, 7)


texts = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            *(
                "p1",
                "v1",
                "37",
                "2-5",
                "uge 37",
                "01-02-2026",
                "02/13/2026",
                "1.234",
                "ja",
                "#N/A",
                "=1+1",
                "I alt",
            ),
            *(
                "kommune",
                "Region Sjælland",
                "Odense",
                "Odnse",
                "NaN",
                "1e400",
                "010190-1234",
                "v1|v2",
                "½",
                "Ã¸",
            ),
        ]
    ),
)
cells: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    texts,
    st.integers(),
    st.integers(-3, 50),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
)
headers = st.one_of(
    st.sampled_from(
        sorted({word for fields in COLUMNS.values() for words in fields.values() for word in words})
    ),
    texts,
)
titles = st.sampled_from(
    ["Praktikanter", "Værter", "Par", "Låst", "Tidligere", "Udelukket", "Rejser", "Indstillinger"]
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[Any]]:
    width = draw(st.integers(0, 7))
    row = st.lists(cells, min_size=width, max_size=width)
    titled = draw(st.lists(row, max_size=1))
    return [
        *titled,
        draw(st.lists(headers, min_size=width, max_size=width)),
        *draw(st.lists(row, max_size=4)),
    ]


@given(
    st.dictionaries(titles, tables(), max_size=4),
    st.permutations(["Praktikanter", "Værter", "Indstillinger"]),
)
@settings(max_examples=2_000 if NIGHT else 40)
def test_any_cells_in_a_workbook_are_read_or_refused(given: dict[str, Any], order: list[str]) -> None:
    import xlsxwriter

    sound = {"Praktikanter": INTERNS, "Værter": HOSTS, "Indstillinger": SETTINGS}
    sheets = {**{title: sound[title] for title in order}, **given}
    with tempfile.TemporaryDirectory() as temporary:
        options = {
            "nan_inf_to_errors": True,
            "strings_to_formulas": False,
            "default_date_format": "dd-mm-yyyy",
        }
        with xlsxwriter.Workbook(Path(temporary) / "r.xlsx", options) as made:
            for title, rows in sheets.items():
                sheet = made.add_worksheet(title)
                for line, row in enumerate(rows):
                    for column, value in enumerate(row):
                        _write(sheet, line, column, value)
        survive(Path(temporary), "r.xlsx")


def _write(sheet: Any, line: int, column: int, value: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(line, column, value)
    elif isinstance(value, int) and not isinstance(value, bool):
        sheet.write_number(line, column, float(value) if abs(value) < 10**300 else 0)
    elif getattr(value, "year", 1900) >= 1900:
        sheet.write(line, column, value)


@given(
    tables(),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "cp850", "utf-16", "mac_roman"]),
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
@settings(max_examples=2_000 if NIGHT else 40)
def test_any_cells_in_a_text_file_are_read_or_refused(
    rows: list[list[Any]], encoding: str, mark: str, end: str
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "praktikanter.csv").write_bytes(csv_text(rows, mark, end).encode(encoding, "replace"))
        (folder / "værter.csv").write_bytes(originals()["værter.csv"])
        survive(folder, "praktikanter.csv", "værter.csv")
