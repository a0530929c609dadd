"""What the checker says of a plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from innopraktik_match.domain.findings import Score


@dataclass(frozen=True)
class Fault:
    """Something in a plan that is not as the plan says.

    Attributes
    ----------
    code : str
        Stable name; `texts` holds its sentence.
    values : dict
        What the sentence needs.
    """

    code: str
    values: dict[str, Any] = field(default_factory=dict)


class Enough(Exception):
    """Whoever asked for a check has no more time for it."""


@dataclass(frozen=True)
class CheckReport:
    """The checker's word.

    Attributes
    ----------
    score : Score
        The plan counted again; empty where it names somebody unknown.
    faults : tuple of Fault
        Everything that is not as the plan says; broken hard rules among them.
    bounds : dict
        The proven bound of each aim, in its own direction, added up again from the prices.
    unverified : bool
        Whether the proof was left before its end: nothing is said of it.
    unvouched : tuple of str
        What the plan says and nobody can count again, or does not say: "seconds", "version", "signature",
        "ancestor" (which plan came before, and what it said of those who have gone), "stopped_by", "solver"
        (who closed a gap by search), "lottery" (none is stated, or it is not proven).
    """

    score: Score
    faults: tuple[Fault, ...] = ()
    bounds: dict[str, int] = field(default_factory=dict)
    unverified: bool = False
    unvouched: tuple[str, ...] = ()

    @property
    def legal(self) -> bool:
        """Whether everybody is known and every hard rule is kept."""
        return self.score.legal and not any(fault.code.startswith("unknown_") for fault in self.faults)

    @property
    def holds(self) -> bool:
        """Whether the plan is just what it says."""
        return not self.faults

    @property
    def proven(self) -> bool:
        """Whether every aim's proven bound is reached."""
        return bool(self.bounds) and all(self.score.aims[aim] == bound for aim, bound in self.bounds.items())
