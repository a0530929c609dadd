"""What came of reading, as plain data for programs."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.privacy import without_numbers
from innopraktik_match.files.rounds.account import account_of, people_of
from innopraktik_match.texts.issues import issue_parts

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.files.rounds.from_tables import Understood
    from innopraktik_match.files.rounds.reading import Reading


def plain_issue(issue: Issue, lang: Lang) -> dict[str, Any]:
    """Return an issue as plain data, with its words in one language."""
    found: dict[str, Any] = dataclasses.asdict(issue)
    return {**without_numbers(found), "text": dataclasses.asdict(issue_parts(issue, lang))}


def plain_table(one: Understood) -> dict[str, Any]:
    """Return how a table was read as plain data."""
    columns = one.columns
    headers = dict(enumerate(columns.header.cells))
    found: dict[str, Any] = {
        "file": one.table.file,
        "sheet": one.table.sheet,
        "table": columns.kind,
        "header_line": columns.header.line,
        "rows": len(columns.rows),
        "columns": {name: str(headers[column]).strip() for name, column in columns.fields.items()},
        "carried": list(columns.extra.values()),
    }
    return without_numbers(found)


def plain_reading(reading: Reading, lang: Lang) -> dict[str, Any]:
    """Return how files were read, every issue, and what became of each column and person."""
    return {
        "issues": [plain_issue(issue, lang) for issue in reading.issues],
        "tables": [plain_table(one) for one in reading.understood],
        "account": without_numbers([dataclasses.asdict(one) for one in account_of(reading)]),
        "people": people_of(reading),
    }
