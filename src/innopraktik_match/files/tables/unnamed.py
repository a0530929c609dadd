"""A table whose name and headers say nothing: interns or hosts by what its columns hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.files.tables.matching import find_columns

if TYPE_CHECKING:
    from innopraktik_match.files.raw.cells import Table
    from innopraktik_match.files.tables.headers import Mapped
    from innopraktik_match.files.tables.recognisers import Known

SIDES = ("interns", "hosts")
LEAST_UNDERSTOOD = 3
ONLY = {
    "interns": frozenset(("wishes", "max_km", "group", "priority", "role")),
    "hosts": frozenset(("min", "max", "contact", "roles")),
}
"""Fields that speak for one side."""


def side_of_table(table: Table, mapped: Mapped, there: frozenset[str], known: Known) -> str | None:
    """Return which side a table probably is; None where too little is understood, or as much for both.

    Parameters
    ----------
    table : Table
    mapped : dict
        Saved columns: table -> header -> field.
    there : frozenset of str
        The sides that have a table already: where all else is even, it is the other one.
    known : Known
        Who is known of the other tables.
    """
    if not table.rows:
        return None
    scores = {}
    for side in SIDES:
        columns = find_columns(side, table, mapped, known)
        names = columns.names
        called = bool({"id", "name", "contact"} & names)
        if called and len(names) >= LEAST_UNDERSTOOD:
            scores[side] = (len(names & ONLY[side]), side not in there, len(names))
    if not scores:
        return None
    best = max(scores, key=lambda side: scores[side])
    return best if list(scores.values()).count(scores[best]) == 1 else None
