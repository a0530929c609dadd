"""A table of a round -> rows of cells that read back the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.directory import Directory
from innopraktik_match.files.raw.cells import Row, Table, is_total
from innopraktik_match.files.raw.guards import guarded, needs_guard, unguarded
from innopraktik_match.files.tables.layout import asks, is_import_id, names_columns
from innopraktik_match.files.tables.matching import find_columns
from innopraktik_match.files.tables.recognisers import Known
from innopraktik_match.files.values.cell_values import words
from innopraktik_match.files.values.dates import weeks
from innopraktik_match.files.values.no_answer import is_no_answer
from innopraktik_match.texts.columns import ORDER, column_label, value_label

if TYPE_CHECKING:
    from pydantic import BaseModel

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Round

CellText = str | int | float | None
LARGEST = 2**53
"""Up to here a workbook, which counts in floating-point numbers, holds every whole number."""

_CODED = ("sector", "host_sector", "status", "week")
"""Fields of fixed words, which nothing else can be read in."""
_WORDED = ("sector", "host_sector", "status")


def table_rows(
    round: Round, table: str, lang: Lang, *, headers_as_they_are: bool = False
) -> list[list[CellText]]:
    """Return a table as rows of cells, the header first; nothing where it has no rows.

    What would be read as something else is guarded: cell by cell where a cell alone tells, all of a row that
    would be taken for a total or a header, and all unknown headers where one could be taken for a known one,
    unless they are to be understood anew.
    """
    records: tuple[BaseModel, ...] = getattr(round, table)
    if not records:
        return []
    extra = list(dict.fromkeys(name for record in records for name in getattr(record, "extra", ())))
    used = [
        name for name in ORDER[table] if any(getattr(record, name) not in (None, ()) for record in records)
    ]
    labels: list[CellText] = [column_label(table, name, lang) for name in used]
    side = "interns" if table == "hosts" else "hosts"
    others = Directory((one.id, one.name, one.workplace) for one in getattr(round, side))
    given = []
    for record in records:
        plain = record.model_dump(mode="json")
        known = [(name, _worded(name, plain[name], lang)) for name in used]
        given.append(known + [("extra", plain["extra"].get(name)) for name in extra])
    rows = [[_cell(name, value, others) for name, value in row] for row in given]
    headers = [guarded(name) if needs_guard(name) else name for name in extra]
    cells = [Row(line, tuple(row)) for line, row in enumerate([labels + headers, *rows], 1)]
    read = unguarded(Table(table, tuple(cells)))
    found = find_columns(table, read, known=Known({side: others}))
    anew = headers_as_they_are
    if not anew and (
        found.issues or found.header.line > 1 or found.extra != dict(enumerate(extra, len(used)))
    ):
        headers = [guarded(name) for name in extra]
    for number, row in enumerate(read.rows[1:]):
        if is_total(row) or names_columns(table, row) or asks(row) or any(map(is_import_id, row.cells)):
            rows[number] = [_cell(name, value, others, alone=False) for name, value in given[number]]
    return [labels + headers, *rows]


def _worded(name: str, value: Any, lang: Lang) -> Any:
    """Return a sector or a status in the words of a language."""
    return value_label(value, lang) if name in _WORDED and value is not None else value


def _cell(name: str, value: Any, others: Directory, alone: bool = True) -> CellText:
    """Return the cell of a field; with `alone` false every text is guarded, whatever it says."""
    if isinstance(value, list):
        return _listed(name, tuple(value), others) if value else None
    if isinstance(value, dict):
        return f"{value['min']}-{value['max']}"
    if not isinstance(value, str) or name in _CODED:
        return exact(value)
    return guarded(value) if not alone or _guards(name, value) else value


def _guards(name: str, value: str) -> bool:
    """Whether a text of a field would be read as something else, or as no answer."""
    return needs_guard(value) or (name != "extra" and is_no_answer(name, value))


def _listed(name: str, given: tuple[str, ...], others: Directory) -> str:
    """Return a list parted by |, or guarded where it would be read as another one."""
    text = "|".join(given)
    plain = not _guards(name, text) and "\n" not in text
    return text if plain and _split(name, text, others) == given else guarded(given)


def _split(name: str, text: str, others: Directory) -> tuple[str, ...]:
    """Return what a list would be read as."""
    if name == "weeks":
        return weeks(text, None)
    if name in ("themes", "roles"):
        return words(text)
    found = ((others.find(word), word) for word in others.split(text))
    return tuple(ids[0] if len(ids) == 1 else word for ids, word in found)


def exact(value: Any) -> CellText:
    """Return a number as it is, or as text where a workbook would round it."""
    if isinstance(value, int) and abs(value) > LARGEST:
        return str(value)
    if isinstance(value, float) and float(f"{value:.16g}") != value:
        return repr(value)
    return value  # type: ignore[no-any-return]
