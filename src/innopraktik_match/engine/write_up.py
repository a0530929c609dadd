"""Writing the result of the search as a `Plan` with its proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match._version import __version__
from innopraktik_match.domain.plan import (
    AimProof,
    AimResult,
    Conflict,
    Cut,
    Lottery,
    Plan,
    Price,
    Proof,
    Visit,
    with_statuses,
)
from innopraktik_match.domain.rulebook.settings import TOLD
from innopraktik_match.engine.stages.aims import Measure, Stage, nothing
from innopraktik_match.engine.stages.reasons import unplaced
from innopraktik_match.model.scoring import measured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.round import Round, Status
    from innopraktik_match.engine.plans.finish import Outcome
    from innopraktik_match.engine.stages.cuts import Cuts
    from innopraktik_match.engine.stages.rows import Rows
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers

PEAK = "worst_off"


@dataclass(frozen=True)
class Ended:
    """How an aim ended: the cost reached, its bound and the proof."""

    aim: str
    reached: int
    bound: int
    proof: AimProof | None


@dataclass(frozen=True)
class Found:
    """The result of the search; `groups` is the incumbent."""

    offers: Offers
    groups: Groups
    measures: dict[str, Measure]
    draw: Measure
    rows: Rows
    scale: int
    ended: dict[str, Ended]
    impossible: tuple[Conflict, ...]

    def stated(self, end: Ended) -> bool:
        """Whether the bound is worth stating: more than that no cost is below 0."""
        measure = self.measures.get(end.aim)
        counted = measure is not None and measure.total is not None
        return end.bound > 0 or end.reached <= 0 or counted

    @property
    def legal(self) -> bool:
        """Whether the incumbent keeps every hard rule."""
        stage = Stage(self.offers, self.rows, nothing(self.rows), ())
        return not stage.broken(self.groups).any()


def write_up(round: Round, found: Found) -> Plan:
    """Return the plan: visits, value and proof of each aim, and who is unplaced and why."""
    frame = Plan(
        status="infeasible" if found.impossible else "unknown",
        impossible=found.impossible,
        seed=round.policy.seed,
        version=__version__,
        proof=Proof(scale=found.scale, aims=_proofs(found)),
    )
    if found.impossible or not found.legal:
        return frame
    visits = visits_of(round, found.offers, found.groups)
    worth = measured(found.offers.columns, visits)
    visits = tuple(
        visit.model_copy(update={"points": points})
        for visit, points in zip(visits, worth.visit_points, strict=True)
    )
    aims = tuple(_aim_results(found, worth.aims))
    used = {visit.host for visit in visits}
    return frame.model_copy(
        update={
            "status": "optimal" if all(aim.proven for aim in aims) else "feasible",
            "aims": aims,
            "visits": visits,
            "unplaced": unplaced(found.offers, found.groups),
            "unused_hosts": tuple(host.id for host in found.offers.columns.hosts if host.id not in used),
            "points_by_rule": worth.points_by_rule,
            "lottery": _lottery(round, found, all(aim.proven for aim in aims)),
        }
    )


def _proofs(found: Found) -> tuple[AimProof, ...]:
    """Return the proofs of all bounds that are stated."""
    return tuple(end.proof for end in found.ended.values() if end.proof is not None and found.stated(end))


def nothing_found(round: Round) -> Plan:
    """Return the empty plan of a search that found none."""
    return Plan(seed=round.policy.seed, version=__version__)


def aim_proof(stage: Stage, outcome: Outcome, aim: str, level: int | None = None) -> AimProof:
    """Return the proof of a stage: its nonzero prices, and the list's size if a search closed the gap."""
    price, prices = outcome.priced.price, []
    for row in np.flatnonzero(price[: stage.named]):
        rule, key = stage.name(int(row))
        prices.append(Price(rule=rule, key=key, price=int(price[row])))
    return AimProof(
        aim=aim,
        kind="prices" if outcome.within is None else "search",
        prices=tuple(prices),
        cuts=tuple(_cuts(stage.offers, outcome.priced.cuts, price[stage.named :])),
        scaled_bound=outcome.priced.scaled_bound,
        within=outcome.within,
        listed=outcome.listed,
        options_listed=outcome.options_listed,
        solver=outcome.solver,
        level=level,
    )


def _cuts(offers: Offers, cuts: Cuts | None, price: Ints) -> Iterator[Cut]:
    """Yield the cuts that have a price."""
    interns = [person.id for person in offers.columns.interns]
    hosts = [host.id for host in offers.columns.hosts]
    for those, worth in zip(cuts.sums if cuts is not None else (), price.tolist(), strict=True):
        if worth:
            yield Cut(
                interns=tuple(interns[n] for n in those if n < len(interns)),
                hosts=tuple(hosts[n - len(interns)] for n in those if n >= len(interns)),
                price=worth,
            )


def visits_of(round: Round, offers: Offers, groups: Groups) -> tuple[Visit, ...]:
    """Return groups as visits, with the status of those who are locked or told."""
    columns = offers.columns
    locked = {(lock.intern, lock.host): lock.status for lock in round.locks}
    planned = {(one.intern, one.host): one for one in columns.before}
    visits = []
    for place, options in zip(groups.place, groups.options, strict=True):
        members: Ints = offers.members[offers.unit[options[options >= 0]]].ravel()
        interns = tuple(sorted(columns.interns[i].id for i in members[members >= 0]))
        host, slot = columns.hosts[offers.places.host[place]].id, offers.places.slot[place]
        week = columns.weeks[columns.slot_week[slot]] if columns.slot_week[slot] >= 0 else None
        visit = Visit(host=host, week=week, days=int(columns.slot_days[slot]) or None, interns=interns)
        own: dict[str, Status] = {}
        for intern in interns:
            earlier = planned.get((intern, host))
            kept = earlier is not None and earlier.status in TOLD and earlier.agrees(week, visit.days)
            own[intern] = locked.get((intern, host)) or (earlier.status if earlier and kept else "proposed")
        visits.append(with_statuses(visit, own))
    return tuple(sorted(visits, key=lambda v: (v.host, v.week or "", v.interns)))


def _aim_results(found: Found, values: dict[str, int]) -> Iterator[AimResult]:
    """Yield value, bound and proof of each aim, in its own direction.

    An aim that ended unproven may be improved by later aims. Their bounds hold only within the value it
    ended with, so they are then not stated.
    """
    stands = True
    for aim, measure in found.measures.items():
        end, value = found.ended.get(aim), values[aim]
        if end is None or not stands or not found.stated(end):
            yield AimResult(aim=aim, value=value, bound=None, proven=False)
            stands = stands and end is not None and value == measure.own(end.reached)
            continue
        bound, by_prices = measure.own(max(0, end.bound)), None
        if end.proof is not None and aim != PEAK:
            least = max(0, -(-end.proof.scaled_bound // found.scale))
            by_prices = measure.own(min(end.reached, least))
        yield AimResult(
            aim=aim,
            value=value,
            bound=bound,
            proven=bound == value,
            proof=end.proof.kind if end.proof else None,
            bound_by_prices=by_prices,
        )
        stands = value == measure.own(end.reached)


def _lottery(round: Round, found: Found, proven: bool) -> Lottery:
    value = int(found.draw.of_groups(found.groups).sum())
    end = found.ended.get("lottery")
    bound = end.bound if end and found.stated(end) else None
    return Lottery(seed=round.policy.seed, value=value, bound=bound, proven=proven and bound == value)
