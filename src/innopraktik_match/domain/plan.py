"""The answer: visits, how good they are, and the proof that none are better."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, Field, SerializerFunctionWrapHandler, StrictInt, model_serializer

from innopraktik_match.domain.doors import through
from innopraktik_match.domain.proof import AimProof as AimProof
from innopraktik_match.domain.proof import Cut as Cut
from innopraktik_match.domain.proof import Price as Price
from innopraktik_match.domain.proof import Proof as Proof
from innopraktik_match.domain.proof import ProofKind as ProofKind
from innopraktik_match.domain.record import FrozenDict, Record, nothing, where_told
from innopraktik_match.domain.replanned import Changed, Replanned
from innopraktik_match.domain.round import Status
from innopraktik_match.domain.trade import TradePoint
from innopraktik_match.domain.when import MOST_DAYS, Week

if TYPE_CHECKING:
    import pandas as pd

StoppedBy = Literal["time", "memory", "interruption"]
PlanStatus = Literal["optimal", "feasible", "infeasible", "unknown"]


class Visit(Record):
    """One host, one slot, and the interns who come together.

    Attributes
    ----------
    host : str
        Host id.
    week : str or None
        ISO week in which the visit begins.
    days : int or None
        Length in working days.
    interns : tuple of str
        Intern ids, sorted.
    points : int
        What the option rules and the visit rules charge for this visit.
    status : str
        Life of the proposal: proposed until people approve it.
    statuses : dict
        Intern -> status, of those whose own differs from the visit's.
    """

    host: str
    week: Week | None = None
    days: Annotated[StrictInt, Field(ge=1, le=MOST_DAYS)] | None = None
    interns: tuple[str, ...]
    points: int = 0
    status: Status = "proposed"
    statuses: Annotated[Mapping[str, Status], AfterValidator(FrozenDict)] = nothing()

    def status_of(self, intern: str) -> Status:
        """Return how far one intern's part in the visit is."""
        return self.statuses.get(intern, self.status)

    @model_serializer(mode="wrap")
    def _where_told(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return where_told(self, write(self), ("statuses",))


def with_statuses(visit: Visit, own: Mapping[str, Status]) -> Visit:
    """Return a visit with the status of its interns: theirs where all have one, else each who differs."""
    told = set(own.values())
    status = told.pop() if len(told) == 1 else "proposed"
    others = {intern: one for intern, one in own.items() if one != status}
    return visit.model_copy(update={"status": status, "statuses": others})


class Reason(Record):
    """Why somebody has no visit.

    Attributes
    ----------
    code : {"rule", "full", "too_few", "outbid", "no_host"}
        `rule`: a rule took hosts away. `full`: the hosts left have no free place. `too_few`: there is a
        free place, but fewer could come than the host takes at least. `outbid`: there is a free place, but
        using it would cost an earlier aim or break a rule. `no_host`: no host at all.
    rule : str or None
        Which rule, for code "rule".
    hosts : tuple of str
        The hosts concerned, the first few where there are many.
    count : int
        How many hosts are concerned.
    """

    code: Literal["rule", "full", "too_few", "outbid", "no_host"]
    rule: str | None = None
    hosts: tuple[str, ...] = ()
    count: int = 0


class Unplaced(Record):
    """An intern without a visit, and why."""

    intern: str
    reasons: tuple[Reason, ...] = ()


class AimResult(Record):
    """What was reached for one aim, and how good it could be at best.

    Attributes
    ----------
    aim : str
        Name of the aim.
    value, bound : int
        What the plan reaches, and the proven limit of what any plan can reach within the aims before.
    proven : bool
        Whether the two are equal.
    proof : {"prices", "search"} or None
        How the bound is proven; None where there is no proof.
    bound_by_prices : int or None
        What the prices alone prove.
    """

    aim: str
    value: int
    bound: int | None
    proven: bool
    proof: ProofKind | None = None
    bound_by_prices: int | None = None


class Conflict(Record):
    """Demands that cannot all be met.

    Attributes
    ----------
    short : int
        How much is lacking at least.
    demands, limits : tuple of tuple of str
        Rows of the round, each its rule and its key: what is demanded, and what stands against it.
    """

    short: StrictInt
    demands: tuple[tuple[str, ...], ...] = ()
    limits: tuple[tuple[str, ...], ...] = ()


class Lottery(Record):
    """The draw among equally good plans; `proven` means that the same plan comes back everywhere."""

    seed: int = 0
    value: int = 0
    bound: int | None = None
    proven: bool = False


class Plan(Record):
    """A plan for a round.

    `status` says what it is worth: "optimal" (every aim proven best), "feasible" (legal; the bound
    tells how far it can be from the best), "infeasible" (proven: no legal plan) or "unknown" (none
    found in time). In the last two `visits` is empty. `stopped_by` says what ended a search that was
    not done: the time limit, the memory limit or an interruption.

    Two plans are equal, and have one hash, if they say the same: how long it took to find them (`seconds`),
    and when (`made`), do not count, nor does the seal (`sha256`), which covers both, or who signed it.
    `check` looks at the seal, `signed_by` at the signature.

    Of a plan made from an earlier one: what it `changes`, the SHA-256 of its `ancestor`, what it rests on
    besides its round (`replanned`), and where asked for what further changes would buy (`trade`). Other plans
    say nothing of that.
    """

    schema_version: Literal[1] = 1
    status: PlanStatus = "unknown"
    aims: tuple[AimResult, ...] = ()
    visits: tuple[Visit, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    unused_hosts: tuple[str, ...] = ()
    points_by_rule: Annotated[Mapping[str, int], AfterValidator(FrozenDict)] = nothing()
    impossible: tuple[Conflict, ...] = ()
    lottery: Lottery | None = None
    stopped_by: StoppedBy | None = None
    seconds: float = 0.0
    made: str = ""
    seed: int = 0
    version: str = ""
    input_sha256: str = ""
    proof: Proof | None = None
    changes: tuple[Changed, ...] | None = None
    ancestor: str = ""
    replanned: Replanned | None = None
    trade: tuple[TradePoint, ...] | None = None
    sha256: str = ""
    signature: str = ""

    @model_serializer(mode="wrap")
    def _where_told(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return where_told(self, write(self), ("made", "changes", "ancestor", "replanned", "trade"))

    def __eq__(self, other: object) -> bool:
        return self._said() == other._said() if isinstance(other, Plan) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._said())

    def _said(self) -> tuple[object, ...]:
        return tuple(value for name, value in self if name not in ("seconds", "made", "sha256", "signature"))

    @property
    def gap(self) -> float | None:
        """The largest share of an aim's value that is not proven; None without a bound."""
        shares = []
        for aim in self.aims:
            if aim.bound is None:
                return None
            shares.append(abs(aim.value - aim.bound) / max(1, abs(aim.value)))
        return max(shares, default=None)

    def content_sha256(self) -> str:
        """Return the SHA-256 of everything in the plan but `sha256` itself and its signature."""
        data = self.model_dump(mode="json", exclude={"sha256", "signature"})
        if self.stopped_by is None:
            del data["stopped_by"]  # plans were sealed before there was such a field
        for aim in data["proof"]["aims"] if data["proof"] is not None else ():
            if not aim["cuts"]:
                del aim["cuts"]  # the same
        text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def sealed(self) -> Plan:
        """Return the plan with its own SHA-256 filled in, so that a later change shows; unsigned."""
        return self.model_copy(update={"sha256": self.content_sha256(), "signature": ""})

    def _repr_html_(self) -> str:
        """Return the plan as notebooks show it."""
        shown: str = through("plan_html")(self)
        return shown

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each intern in each visit: intern, host, week, days, points, status."""
        import pandas as pd

        rows = [
            (intern, visit.host, visit.week, visit.days, visit.points, visit.status_of(intern))
            for visit in self.visits
            for intern in visit.interns
        ]
        return pd.DataFrame(rows, columns=["intern", "host", "week", "days", "visit_points", "status"])
