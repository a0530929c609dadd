"""What the rules measure in a plan, as data. Filled twice: by `score` and by `checker`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Finding:
    """One rule's word about one option, visit or row of a plan.

    Attributes
    ----------
    rule : str
        Rule id.
    host : str
        Host id of the visit; "" for a row of the round.
    week, days : str
        The slot; "" where null, or for a row of the round.
    interns : tuple of str
        The intern of an option; the members of a visit, sorted; empty for a row of the round.
    key : tuple of str
        The row of the round; empty for options and visits.
    amount : int
        What was measured, in the rule's unit. For a row: how much it is missed by.
    points : int
        What the policy charges for it.
    breach : bool
        Whether a hard limit is broken.
    accepted : bool
        Whether one would be broken, were the visit not locked by the coordinator's decision.
    """

    rule: str
    host: str = ""
    week: str = ""
    days: str = ""
    interns: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    amount: int = 0
    points: int = 0
    breach: bool = False
    accepted: bool = False


@dataclass(frozen=True)
class Score:
    """A plan's worth in numbers.

    Attributes
    ----------
    aims : dict
        Every aim's value, by name (those of `docs/model.md`, whether in the policy or not).
    points : int
        The sum of all points.
    points_by_rule : dict
        The same by rule; only rules that are on.
    visit_points : tuple of int
        Option and visit points of each visit, in the plan's order.
    findings : tuple of Finding
        Everything with points or a breach, accepted or not, sorted.
    """

    aims: dict[str, int] = field(default_factory=dict)
    points: int = 0
    points_by_rule: dict[str, int] = field(default_factory=dict)
    visit_points: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def breaches(self) -> tuple[Finding, ...]:
        """The hard limits that the plan breaks."""
        return tuple(finding for finding in self.findings if finding.breach)

    @property
    def accepted(self) -> tuple[Finding, ...]:
        """The hard limits that give way to the coordinator's decisions."""
        return tuple(finding for finding in self.findings if finding.accepted)

    @property
    def legal(self) -> bool:
        """Whether the plan keeps every hard rule."""
        return not self.breaches
