"""What is said of a plan or of a change: findings as data, the same for programs and people."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Literal

from pydantic import ConfigDict, Field, PrivateAttr, StrictInt

from innopraktik_match.domain.change import Change
from innopraktik_match.domain.plan import Plan, PlanStatus, Visit
from innopraktik_match.domain.record import Record
from innopraktik_match.domain.when import Week

FindingKind = Literal["visit", "not_this_host", "not_placed", "impossible", "binds", "alternative"]


class FindingRule(Record):
    """One rule's word about a pair, a visit or the round.

    Attributes
    ----------
    rule, unit : str
        Rule id, and what the amount counts.
    amount : int
        What was measured.
    limit : int or None
        What is allowed; None where nothing is forbidden.
    points : int
        What the policy charges.
    breaks : bool
        Whether the rule forbids it.
    key : tuple of str
        Whom a rule of the round is about; empty for a pair or a visit.
    criterion : int or None
        Which of the criteria in the rule's settings, from 1; None where the rule has none.
    """

    rule: str
    amount: StrictInt
    limit: StrictInt | None = None
    points: StrictInt = 0
    breaks: bool = False
    unit: str = ""
    key: tuple[str, ...] = ()
    criterion: StrictInt | None = None


class FindingAim(Record):
    """An aim's value in the plan and in the plan of the changed round.

    Attributes
    ----------
    aim : str
    now, then : int or None
        None where there is no such plan, or no such aim.
    bound : int or None
        What is proven of `then`.
    proven : bool
        Whether `then` is proven best.
    """

    aim: str
    now: int | None
    then: int | None
    bound: int | None = None
    proven: bool = False


class Seat(Record):
    """Where and when somebody is placed."""

    host: str
    week: Week | None = None
    days: StrictInt | None = None


class Move(Record):
    """Somebody who gets another seat; `from` and `to` are None for no seat.

    In Python `from` is a keyword, so the field is `from_`.
    """

    model_config = ConfigDict(populate_by_name=True)

    intern: str
    from_: Seat | None = Field(default=None, alias="from")
    to: Seat | None = None


class Shortage(Record):
    """People who have only these hosts, which have too few places for them."""

    interns: tuple[str, ...]
    hosts: tuple[str, ...]
    places: StrictInt


class ExplainedFinding(Record):
    """One finding of `explain`.

    Attributes
    ----------
    kind : str
        `visit`: why this pair is together. `not_this_host`: why it is not. `not_placed`: why somebody has no
        visit. `impossible`: why there is no plan. `binds`: a limit that costs. `alternative`: what else.
    intern, host : str or None
        Whom it is about.
    allowed : bool or None
        Whether the pair can be together; None where the finding is not about a pair.
    rules : tuple of FindingRule
    aims : tuple of FindingAim
        Now, and if the change were made.
    moves : tuple of Move
        Who would move.
    changes : tuple of Change
        What would help, each alone enough; those that ask least come first.
    shortage : Shortage or None
        For somebody without a visit: who shares too few places.
    complete : bool
        Whether all changes worth trying were tried; False where time was up, or somebody stopped it.
    text : str
        The finding in one sentence or a few.
    """

    kind: FindingKind
    intern: str | None = None
    host: str | None = None
    allowed: bool | None = None
    rules: tuple[FindingRule, ...] = ()
    aims: tuple[FindingAim, ...] = ()
    moves: tuple[Move, ...] = ()
    changes: tuple[Change, ...] = ()
    shortage: Shortage | None = None
    complete: bool = True
    text: str = ""

    def plain(self) -> dict[str, Any]:
        """Return the finding as JSON has it: a shortage or a cut search only where there is one."""
        found = self.model_dump(mode="json", by_alias=True)
        if self.shortage is None:
            del found["shortage"]
        if self.complete:
            del found["complete"]
        found["changes"] = [one.model_dump(mode="json", exclude_defaults=True) for one in self.changes]
        return found


class Answer(Record):
    """What a change would do.

    Attributes
    ----------
    change : Change or None
        None for one of the next-best plans of the round as it is.
    aims : tuple of FindingAim
        Every aim now and then, in order.
    moves : tuple of Move
        Who moves, from where to where.
    visits : tuple of Visit
        Those of the plan of the changed round.
    status : str
        Of that plan: whether there is one, and whether it is proven best.
    rules : tuple of FindingRule
        Where the changed round has no plan: the rules that cannot all be kept.

    Two answers are equal if they say the same, whether or not their plans are written yet.
    """

    change: Change | None = None
    aims: tuple[FindingAim, ...]
    moves: tuple[Move, ...] = ()
    visits: tuple[Visit, ...] = ()
    status: PlanStatus = "optimal"
    rules: tuple[FindingRule, ...] = ()
    _written: Callable[[], Plan] = PrivateAttr()

    def __eq__(self, other: object) -> bool:
        return dict(self) == dict(other) if isinstance(other, Answer) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(value for _, value in self))

    def written_by(self, write: Callable[[], Plan]) -> Answer:
        """Return the answer with what writes its plan when that is asked for."""
        answer = self.model_copy()
        answer._written = write
        return answer

    @cached_property
    def plan(self) -> Plan:
        """The plan of the changed round, with the proof of every aim, as `solve` returns it."""
        return self._written()

    @property
    def possible(self) -> bool | None:
        """Whether the changed round has a legal plan; None where that is not known."""
        return {"optimal": True, "feasible": True, "infeasible": False}.get(self.status)
