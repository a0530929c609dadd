"""The file of a plan, read once however many times it is asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from innopraktik_match.files.raw.in_hand import opened
from innopraktik_match.files.raw.inputs import read_bytes, read_tables

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.files.raw.cells import Table
    from innopraktik_match.files.raw.in_hand import Given


class PlanSource:
    """A plan in a file: its bytes, and its raw tables.

    Attributes
    ----------
    name : str
    data : bytes or None
        None where the file cannot be read: `issues` say why.
    """

    def __init__(self, given: Given) -> None:
        file = opened(given)
        self.name = file.name
        self.is_json = file.suffix.lower() == ".json"
        self.data, self.issues = read_bytes(file)

    @property
    def is_workbook(self) -> bool:
        """Whether the bytes are those of a workbook."""
        return self.data is not None and self.data.startswith(b"PK")

    @cached_property
    def tables(self) -> tuple[tuple[Table, ...], tuple[Issue, ...]]:
        """The raw tables, and what is wrong with them."""
        tables, issues = read_tables(self.data, self.name) if self.data is not None else ([], [])
        return tuple(tables), tuple(issues)


def source_of(given: Given | PlanSource) -> PlanSource:
    """Return the source of what was given, which may be one already."""
    return given if isinstance(given, PlanSource) else PlanSource(given)
