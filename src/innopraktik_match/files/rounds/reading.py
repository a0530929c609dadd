"""What came of reading the files: the round, what is wrong with it, and how it was understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.raw.cells import Table
    from innopraktik_match.files.rounds.from_tables import FromTables, Understood


@dataclass(frozen=True)
class Reading:
    """What came of reading the files.

    Attributes
    ----------
    round : Round or None
        None where there are errors.
    issues : list of Issue
        Everything there is to say, in the order of the files.
    tables : list of Table
        Every table, as it stands in the files.
    files : dict
        Bytes of each file of tables, by its name.
    whole : FromTables or None
        How the tables were read; None where there were none.
    """

    round: Round | None
    issues: list[Issue]
    tables: list[Table] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    whole: FromTables | None = None

    @property
    def understood(self) -> list[Understood]:
        """How each table of data was read."""
        return self.whole.understood if self.whole else []

    @property
    def sound(self) -> bool:
        """Whether there is a round to be solved."""
        return self.round is not None and not any(issue.severity == "error" for issue in self.issues)
