"""Data frames -> raw tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.files.cells import Row, Table, blank

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


def tables_from_frames(frames: Mapping[str, pd.DataFrame]) -> list[Table]:
    """Return each frame as a table whose rows count from 1; what pandas calls missing is blank."""
    tables = []
    for name, frame in frames.items():
        header = Row(0, tuple(str(column) for column in frame.columns))
        rows = []
        for number, given in enumerate(frame.itertuples(index=False, name=None), start=1):
            read = tuple(_plain(value) for value in given)
            if not all(blank(value) for value in read):
                rows.append(Row(number, read))
        tables.append(Table(name, (header, *rows)))
    return tables


def _plain(value: object) -> object:
    """Return a Python value for a numpy or pandas one."""
    import pandas as pd

    if isinstance(value, (list, tuple, dict)):
        return value
    if pd.isna(value):  # type: ignore[call-overload]
        return None
    item = getattr(value, "item", None)
    return item() if item is not None else value
