"""Data frames, and plain lists and dicts of rows -> raw tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue, Place, nearest
from innopraktik_match.files.raw.cells import Row, Table, blank, shown
from innopraktik_match.texts.columns import COLUMNS, TABLES
from innopraktik_match.texts.vocabulary import field_of, plain, table_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from innopraktik_match.domain.given import Frame, Interchange
    from innopraktik_match.files.rounds.from_tables import Understood

Grid = tuple[list[object], list[tuple[object, ...]]]
"""The headers, and the rows side by side."""

CARRYING = ("interns", "hosts")
"""The tables whose unknown columns come out beside the plan."""

_KINDS = (*(kind for kind in COLUMNS if kind != "visits"), "settings")
_NOTHING = ("NAType", "NaTType")  # of pandas, which is not loaded for this


def tables_from_frames(frames: Mapping[str, Frame | None]) -> tuple[list[Table], list[Issue]]:
    """Return each frame as a table whose rows count from 1, and what is no frame or no known table.

    Parameters
    ----------
    frames : dict of str to frame
        By the name of the table, Danish or English; None is no table.

    Returns
    -------
    list of Table, list of Issue
    """
    tables: list[Table] = []
    issues: list[Issue] = []
    for name, frame in frames.items():
        if frame is None:
            continue
        kind = table_named(name)
        if kind not in _KINDS:
            words = {plain(word) for kind in _KINDS for word in (kind, *TABLES.get(kind, ()))}
            values = {"read": shown(name), "expected": _KINDS, **nearest(plain(name), sorted(words))}
            issues.append(Issue("table_not_known", places=(Place(table=name),), values=values))
            continue
        grid = _grid(frame)
        if grid is None:
            issues.append(Issue("not_a_table", places=(Place(table=name),)))
        else:
            tables.append(_table(name, kind, grid, issues))
    return tables, issues


def unused_columns(understood: Iterable[Understood]) -> list[Issue]:
    """Return a note of the unknown columns that are carried along, a warning of those that are not used."""
    issues = []
    for one in understood:
        headers = tuple(shown(header) for header in one.columns.extra.values())
        if headers:
            carried = one.columns.kind in CARRYING
            code, severity = ("columns_carried", "info") if carried else ("columns_unused", "warning")
            values: dict[str, object] = {"read": ", ".join(headers)}
            issues.append(Issue(code, severity, (one.table.place(),), values))  # type: ignore[arg-type]
    return issues


def _table(name: str, kind: str, grid: Grid, issues: list[Issue]) -> Table:
    headers, rows = grid
    if not headers:
        return Table(name, ())
    header = Row(0, tuple(None if (label := _plain(one)) is None else str(label) for one in headers))
    people = header.cells if kind in CARRYING else ()
    ranked = {n for n, one in enumerate(people) if field_of(kind, one or "") == "wishes"}
    found = [header]
    for number, given in enumerate(rows, start=1):
        place = Place(table=name, row=number)
        if any(_without_order(given[n]) for n in ranked):
            values: dict[str, object] = {"table": kind, "field": "wishes", "fields": ("wishes",)}
            issues.append(Issue("wishes_without_order", "warning", (place,), values))
        read = tuple(_plain(value) for value in given)
        if not all(blank(value) for value in read):
            found.append(Row(number, read))
    return Table(name, tuple(found))


def _without_order(value: object) -> bool:
    return isinstance(value, (set, frozenset)) and len(value) > 1


def _grid(frame: Any) -> Grid | None:
    """Return headers and rows of whatever holds a table; None where it holds none."""
    if hasattr(frame, "itertuples"):
        return _of_pandas(frame)
    for dicts in ("to_dicts", "to_pylist"):
        if hasattr(frame, dicts):
            return _of_rows(getattr(frame, dicts)())
    if hasattr(frame, "__dataframe__"):
        return _of_pandas(_interchanged(frame))
    if isinstance(frame, dict):
        return _of_columns(frame)
    return _of_rows(frame) if isinstance(frame, (list, tuple)) else None


def _of_pandas(frame: pd.DataFrame) -> Grid:
    """Return a frame of pandas; an index with a name is a column."""
    named = [level for level, name in enumerate(frame.index.names) if name is not None]
    columns: list[Any] = [frame.index.get_level_values(level) for level in named]
    columns += [frame.iloc[:, number] for number in range(frame.shape[1])]
    headers = [*(frame.index.names[level] for level in named), *frame.columns]
    return headers, list(zip(*columns, strict=True))


def _interchanged(frame: Interchange) -> pd.DataFrame:
    import warnings

    import pandas as pd

    with warnings.catch_warnings():  # the protocol is on its way out; those who have no other still use it
        warnings.simplefilter("ignore")
        return pd.api.interchange.from_dataframe(frame)


def _of_columns(frame: Mapping[Any, Any]) -> Grid | None:
    columns = [list(values) for values in frame.values() if _holds_several(values)]
    if len(columns) < len(frame) or len({len(values) for values in columns}) > 1:
        return None
    return list(frame), list(zip(*columns, strict=True))


def _of_rows(rows: Sequence[Any]) -> Grid | None:
    if not all(isinstance(row, dict) for row in rows):
        return None
    headers = list(dict.fromkeys(name for row in rows for name in row))
    return headers, [tuple(row.get(name) for name in headers) for row in rows]


def _holds_several(value: object) -> bool:
    """Whether a value is a list of others: a list, a tuple, a set, an array or a series."""
    if isinstance(value, (str, bytes, dict)):
        return False
    return hasattr(value, "__iter__") and getattr(value, "ndim", 1) > 0


def _plain(value: Any) -> Any:
    """Return a Python value for one of numpy, pandas or another library; what is missing is None."""
    if value is None or isinstance(value, str):
        return None if value is None else str(value)
    if type(value).__name__ in _NOTHING:
        return None
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if _holds_several(value):
        found = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        return tuple(one for one in map(_plain, found) if one is not None) or None
    if value != value:
        return None
    if hasattr(value, "item") and hasattr(value, "dtype"):
        return _of_numpy(value)
    return value


def _of_numpy(value: Any) -> Any:
    if value.dtype.kind == "M":
        value = value.astype("datetime64[us]")  # a date of finer steps would come out as a number
    found = value.item()
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else found
