"""Issues that only follow from another one: mending the cause mends them too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.issues import Issue, Place

CAUSES = frozenset(("row_ragged", "table_second_header", "tables_swapped"))


def without_consequences(issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues but for those that an error already told explains.

    Parameters
    ----------
    issues : iterable of Issue

    Returns
    -------
    list of Issue
        Without what is wrong in a shifted row, below the header of a second table, with the columns of
        swapped tables, missing because it could not be read, or unknown because it is ambiguous.
    """
    issues = list(issues)
    ragged = {(place.file, place.line) for place in _places(issues, "row_ragged")}
    second = {_table(place): _line(place) for place in reversed(_places(issues, "table_second_header"))}
    swapped = {_table(place) for place in _places(issues, "tables_swapped")}
    ambiguous = set(_places(issues, "name_ambiguous"))
    unread = {place for one in issues if one.code != "field_missing" for place in one.places}

    def follows(issue: Issue, place: Place) -> bool:
        if issue.code == "field_missing":
            return place in unread
        if issue.code in ("host_unknown", "intern_unknown") and place in ambiguous:
            return True
        if issue.code == "column_proposed" and _table(place) in swapped:
            return True
        line = _line(place)
        return (place.file, place.line or 0) in ragged or 0 < second.get(_table(place), line + 1) <= line

    return [
        one
        for one in issues
        if one.code in CAUSES or not one.places or not all(follows(one, place) for place in one.places)
    ]


def _places(issues: Iterable[Issue], code: str) -> list[Place]:
    return [place for one in issues if one.code == code for place in one.places]


def _table(place: Place) -> tuple[str | None, str | None]:
    return place.file, place.sheet


def _line(place: Place) -> int:
    """Return the line of a place, 0 for a whole table."""
    found = re.search(r"\d+", place.cell or "")
    return int(found[0]) if found else place.line or 0
