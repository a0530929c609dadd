"""What an unknown header probably means: proposed, with a line to paste, and never assumed."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

import tomli_w

from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import closest, key
from innopraktik_match.files.raw.cells import Table, Verbatim, blank, shown
from innopraktik_match.files.tables.evidence import MOST_OF_THEM, weigh
from innopraktik_match.files.tables.recognisers import CALLED, share
from innopraktik_match.texts.questions import is_negated, side_of
from innopraktik_match.texts.vocabulary import abbreviations, known_fields, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.domain.issues import Place
    from innopraktik_match.files.tables.headers import Columns
    from innopraktik_match.files.tables.recognisers import Known

NEAR = 0.85
FAIRLY_NEAR = 0.5


def unmatched_columns(columns: Columns, table: Table, saved: Mapping[str, str], known: Known) -> list[Issue]:
    """Read columns whose header and cells agree, and return what is to be said about the other unknown ones.

    A slip of the pen is an error, as nobody would want it ignored. What is understood is told; what is only
    likely is a warning: the column is carried along until somebody says what it is.
    """
    issues: list[Issue] = []
    unclear: dict[int, str] = {}
    for column, header in columns.extra.items():
        meant = isinstance(header, Verbatim) or plain(header) in saved
        if meant or blank(header) or header == f"({column + 1})":
            continue
        unused = {
            word: name for word, name in known_fields(columns.kind).items() if name not in columns.names
        }
        near = closest(plain(header), unused, NEAR)
        if near and len(near) > 3 and _is_slip(header, near):
            found = _proposal(columns, table, column, unused[near], suggestion=near)
            issues.append(Issue("column_misspelt", places=found[0], values=found[1]))
        elif columns.filled(column):
            unclear[column] = side_of(header)[1]
    used = {name for name, column in columns.fields.items() if columns.filled(column)}
    used |= {name.partition("[")[0] for name in used} | {str(issue.values["field"]) for issue in issues}
    cells = {column: columns.cells(column) for column in unclear}
    for guess in weigh(columns.kind, unclear, cells, used, known):
        evidence = {"fitting": guess.fitting, "count": guess.filled} if guess.fitting >= 0 else {}
        places, values = _proposal(columns, table, guess.column, guess.field, **evidence)
        if guess.sure or (guess.field in CALLED and _calls_the_hosts(columns, guess.column)):
            columns.fields[guess.field] = guess.column
            del columns.extra[guess.column]
            issues.append(Issue("column_understood", "info", places, values))
        else:
            issues.append(Issue("column_proposed", "warning", places, values))
        del unclear[guess.column]
    for column, header in unclear.items():
        fits = (share(columns.kind, name, cells[column], known) or 0 for name in ("weeks", "days"))
        if is_negated(header) and max(fits) >= MOST_OF_THEM:
            place = table.place(columns.header.line, column)
            issues.append(Issue("column_negated", "warning", (place,), {"read": shown(header)}))
    return issues + _misnamed(columns, table, saved, known)


def _calls_the_hosts(columns: Columns, column: int) -> bool:
    """Whether a column is all that can tell the hosts apart, and does: whatever it is, they are called so."""
    values = columns.cells(column)
    nobody = columns.kind == "hosts" and columns.names.isdisjoint(CALLED)
    return nobody and len({key(str(value)) for value in values}) == len(values) == len(columns.rows)


def _is_slip(header: str, word: str) -> bool:
    """Whether a header is a word misspelt: not a word more or less, nor an abbreviation."""
    return len(plain(header).split()) == len(word.split()) and not abbreviations(header)


def missing_columns(
    columns: Columns, table: Table, required: tuple[tuple[str, ...], ...], proposed: list[Issue]
) -> list[Issue]:
    """Return the required fields without a column, with the unknown column that is probably meant.

    Parameters
    ----------
    columns : Columns
    table : Table
    required : tuple
        Of every group of fields, one at least has a column.
    proposed : list of Issue
        What was proposed already.
    """
    taken = {issue.values["field"]: issue.values["read"] for issue in proposed if "mapping" in issue.values}
    issues = []
    for group in required:
        if any(name in columns.names for name in group):
            continue
        values: dict[str, object] = {"table": columns.kind, "field": group[0]}
        meant = next((taken[name] for name in group if name in taken), None)
        free = [text for text in columns.extra.values() if shown(text) not in taken.values()]
        if meant is not None:
            values["suggestion"] = meant
        elif header := _nearest(free, [w for w, name in known_fields(columns.kind).items() if name in group]):
            values |= {"suggestion": shown(header), "mapping": mapping_line(header, group[0])}
        issues.append(Issue("column_missing", places=(table.place(columns.header.line),), values=values))
    return issues


def _nearest(headers: list[str], words: list[str]) -> str | None:
    """Return the header nearest to any of some words, if one is near enough."""
    ranked = [(_alike(plain(header), word), header) for header in headers for word in words]
    ratio, header = max(ranked, default=(0.0, ""))
    return header if ratio > FAIRLY_NEAR else None


def _alike(header: str, word: str) -> float:
    """Return how near a header is to a word, 0 to 1; one that begins a word of it is near."""
    if len(word) > 3 and f" {word}" in f" {header}":
        return 0.9
    return difflib.SequenceMatcher(None, header, word).ratio()


def mapping_line(header: str, name: str) -> str:
    """Return the line of columns.toml that says what a header means."""
    text = tomli_w.dumps({"header": re.sub(r"\s+", " ", header).strip()})  # a key may be quoted as a text is
    return f'{text.removeprefix("header = ").rstrip()} = "{name}"'


def _proposal(
    columns: Columns, table: Table, column: int, name: str, **more: object
) -> tuple[tuple[Place, ...], dict[str, object]]:
    header = columns.extra.get(column) or str(columns.header.cells[column])
    values = {
        "read": shown(header),
        "table": columns.kind,
        "field": name,
        "mapping": mapping_line(header, name),
        "header": header,
        **more,
    }
    return (table.place(columns.header.line, column),), values


def _misnamed(columns: Columns, table: Table, saved: Mapping[str, str], known: Known) -> list[Issue]:
    """Tell a column "Kommune" of sectors from one of municipalities, by what it holds."""
    issues = []
    for name, other in (("municipality", "sector"), ("sector", "municipality")):
        column = columns.fields.get(name)
        if column is None or plain(columns.header.cells[column]) in saved:
            continue
        values = columns.cells(column)
        fitting = share(columns.kind, name, values, known)
        if not fitting and (share(columns.kind, other, values, known) or 0) >= MOST_OF_THEM:
            places, said = _proposal(columns, table, column, other)
            issues.append(Issue("column_holds_other", places=places, values=said))
    return issues
