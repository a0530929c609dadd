"""A whole round, small tables, and what reading them finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue
from innopraktik_match.files import read_files, read_with_issues
from innopraktik_match.texts.issues import issue_lines

if TYPE_CHECKING:
    from pathlib import Path

    from innopraktik_match.files.rounds.reading import Reading


Rows = list[list[Any]]


ROUND: dict[str, Any] = {
    "interns": [
        {
            "id": "p1",
            "name": "Søren Å",
            "email": "s@example.org",
            "workplace": "Odense Kommune",
            "sector": "municipality",
            "municipality": "Odense",
            "role": "leder",
            "themes": ["data", "velfærd"],
            "days": "2-5",
            "weeks": ["2026-W37", "2026-W38"],
            "wishes": ["v2", "v1"],
            "max_km": 100,
            "group": "G",
            "priority": 1,
            "note": "linje 1\nlinje 2",
            "extra": {"Farve": "blå; rød"},
        },
        {"id": "007", "workplace": "A", "sector": "state", "municipality": "Aarhus", "group": "G"},
    ],
    "hosts": [
        {
            "id": "v1",
            "name": "Styrelsen, Aarhus",
            "contact": "=1+1",
            "workplace": "Styrelsen",
            "sector": "state",
            "municipality": "Aarhus",
            "themes": ["data"],
            "min": 1,
            "max": 2,
            "days": 3,
            "roles": ["leder"],
            "rejects": ["007"],
        },
        {
            "id": "v2",
            "workplace": "Hospitalet",
            "sector": "region",
            "municipality": "Odense",
            "max": 2,
            "visits": 2,
            "wishes": ["p1"],
        },
    ],
    "pairs": [{"intern": "p1", "host": "v1", "points": 7}],
    "bans": [{"intern": "007", "host": "v1", "reason": "inhabil"}],
    "history": [
        {"intern": "p1", "workplace": "Museet", "year": 2024},
        {"intern": "007", "host": "v2"},
    ],
    "locks": [{"intern": "p1", "host": "v2", "week": "2026-W37", "days": 3, "status": "host_ok"}],
    "travel": [{"origin": "Odense", "destination": "Århus", "minutes": 95}],
    "policy": {
        "year": 2026,
        "weeks": ["2026-W37", "2026-W38"],
        "aims": ["placed", "priority", "worst_off", "points"],
        "seed": 3,
        "rules": {
            "travel": {"points_per_km": 0.25},
            "intern_wishes": {"mode": "soft", "points": [1, 2, 3], "unlisted": "forbid"},
            "quota": {"limits": [{"field": "sector", "value": "state", "max": 4}]},
        },
    },
}


def workbook(path: Path, sheets: dict[str, Rows]) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def found(issues: list[Issue]) -> set[tuple[str, str | int | None]]:
    return {
        (issue.code, place.cell or place.line or place.row)
        for issue in issues
        for place in issue.places
        if issue.severity == "error"
    }


def errors(*paths: Path, **options: Any) -> set[tuple[str, str | int | None]]:
    round, issues = read_with_issues(*paths, **options)
    assert round is None
    for issue in issues:
        assert all(issue_lines([issue], lang) for lang in ("da", "en"))
    return found(issues)


PEOPLE = [["id", "workplace", "sector", "municipality"]]


INTERN = ["p1", "A", "kommunal", "Aarhus"]


HOST = ["v1", "B", "statslig", "Odense"]


HOSTS = """\
id;navn;sektor;arbejdsplads;kommune;højst
v1;Havneservice;stat;Styrelse 1;Odense;2
v2;Vejmuseet;stat;Styrelse 2;Odense;2
v3;Landsarkivet;stat;Styrelse 3;Odense;2
"""


def sign_ups(folder: Path, interns: str, hosts: str = HOSTS, policy: str = "seed = 0\n") -> Reading:
    """Read interns.csv and hosts.csv with these lines."""
    (folder / "interns.csv").write_text(interns, encoding="utf-8")
    (folder / "hosts.csv").write_text(hosts, encoding="utf-8")
    (folder / "policy.toml").write_text(policy, encoding="utf-8")
    return read_files(folder)


def people(more: str, *rows: str) -> str:
    """Return interns.csv: id, name, sector, workplace, municipality and `more` columns, one line for each row."""
    kinds, names = ("kommune", "region", "privat", "kommune"), ("Ane Holm", "Bo Lund", "Cai Falk", "Dea Krog")
    lines = [f"id;navn;sektor;arbejdsplads;kommune;{more}"]
    lines += [
        f"p{n};{name};{kind};Sted {n};Odense;{row}"
        for n, (name, kind, row) in enumerate(zip(names, kinds, rows, strict=False), 1)
    ]
    return "\n".join(lines) + "\n"


def said(reading: Reading, severity: str | None = None) -> dict[str, list[int | None]]:
    """Return the codes of what is said, each with its lines; blanks are left out."""
    told: dict[str, list[int | None]] = {}
    for issue in reading.issues:
        if issue.code != "field_blank" and severity in (None, issue.severity):
            told.setdefault(issue.code, []).extend(place.line for place in issue.places)
            assert all(issue_lines([issue], lang) for lang in ("da", "en"))
    return told


def wishes(reading: Reading) -> list[tuple[str, ...]]:
    """Return the wishes of each intern."""
    assert reading.round is not None
    return [intern.wishes for intern in reading.round.interns]
