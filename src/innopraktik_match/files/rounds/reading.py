"""What came of reading the files: the round, what is wrong with it, and how it was understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.raw.cells import Table
    from innopraktik_match.files.rounds.from_tables import Understood
    from innopraktik_match.files.rounds.joining import Left


@dataclass(frozen=True)
class Reading:
    """What came of reading the files.

    Attributes
    ----------
    round : Round or None
        None where there are errors.
    issues : list of Issue
        Everything there is to say, in the order of the files.
    understood : list of Understood
        How each table of data was read.
    tables : list of Table
        Every table, as it stands in the files.
    files : dict
        Bytes of each file of tables, by its name.
    left : Left or None
        The rows that are left out, and why; None where no tables were read.
    """

    round: Round | None
    issues: list[Issue]
    understood: list[Understood] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    left: Left | None = None

    @property
    def sound(self) -> bool:
        """Whether there is a round to be solved."""
        return self.round is not None and not any(issue.severity == "error" for issue in self.issues)
