"""The checker's word on a plan: is it legal, are its numbers right, does its proof hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from innopraktik_match.checker.bounds import MOST, Bound, Stage
from innopraktik_match.checker.draws import Draws
from innopraktik_match.checker.option_rules import Facts
from innopraktik_match.checker.recount import recount
from innopraktik_match.checker.round_rules import PEAK
from innopraktik_match.findings import Score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.plan import AimProof, Plan
    from innopraktik_match.round import Round


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
    """

    score: Score
    faults: tuple[Fault, ...] = ()
    bounds: dict[str, int] = field(default_factory=dict)

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


def check(round: Round, plan: Plan, *, proof: bool = True) -> CheckReport:
    """Recount a plan in plain Python, and verify its proof without any solver.

    Parameters
    ----------
    round : Round
        The round that the plan is for.
    plan : Plan
        A plan without aims makes no claims: it is only recounted.
    proof : bool
        Whether to verify the proof as well.

    Returns
    -------
    CheckReport

    Examples
    --------
    >>> import innopraktik_match as im
    >>> round = im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}])
    >>> im.check(round, im.solve(round)).holds
    True
    """
    f = Facts(round)
    faults = list(_strangers(f, plan))
    if faults:
        return CheckReport(Score(), tuple(faults))
    score = recount(round, plan.visits, f)
    faults += [Fault("breach", {"finding": breach}) for breach in score.breaches if plan.visits or plan.aims]
    if plan.input_sha256 and plan.input_sha256 != round.sha256():
        faults.append(Fault("other_round"))
    if plan.sha256 and plan.sha256 != plan.content_sha256():
        faults.append(Fault("edited"))
    if plan.aims:
        faults += _numbers(f, plan, score)
    bounds: dict[str, int] = {}
    if proof and (plan.aims or plan.status == "infeasible"):
        faults += _proofs(f, plan, score, bounds)
    return CheckReport(score, tuple(faults), bounds)


def _strangers(f: Facts, plan: Plan) -> Iterator[Fault]:
    for number, visit in enumerate(plan.visits, 1):
        if visit.host not in f.hosts:
            yield Fault("unknown_host", {"host": visit.host, "visit": number})
        for intern in visit.interns:
            if intern not in f.interns:
                yield Fault("unknown_intern", {"intern": intern, "visit": number})
        if len(set(visit.interns)) < len(visit.interns):
            yield Fault("unknown_twice", {"visit": number})


def _numbers(f: Facts, plan: Plan, score: Score) -> Iterator[Fault]:
    """Compare every number that the plan states with the recount."""
    for number, (visit, points) in enumerate(zip(plan.visits, score.visit_points, strict=True), 1):
        if visit.points != points:
            yield Fault("visit_points_differ", {"visit": number, "stated": visit.points, "counted": points})
    if plan.points_by_rule != score.points_by_rule:
        yield Fault("points_by_rule_differ", {"counted": score.points_by_rule})
    for aim in plan.aims:
        if aim.value != score.aims.get(aim.aim):
            values = {"aim": aim.aim, "stated": aim.value, "counted": score.aims.get(aim.aim)}
            yield Fault("aim_value_differs", values)
        if aim.proven != (aim.value == aim.bound):
            yield Fault("proven_differs", {"aim": aim.aim})
    if tuple(aim.aim for aim in plan.aims) != f.round.aims:
        yield Fault("aims_differ")
    placed = {intern for visit in plan.visits for intern in visit.interns}
    if {left.intern for left in plan.unplaced} != set(f.interns) - placed:
        yield Fault("unplaced_differs")
    if set(plan.unused_hosts) != set(f.hosts) - {visit.host for visit in plan.visits}:
        yield Fault("unused_hosts_differ")
    if plan.status == "optimal" and not all(aim.proven for aim in plan.aims):
        yield Fault("optimal_unproven")
    if plan.lottery is not None and plan.lottery.value != _drawn(f, plan):
        yield Fault("lottery_differs", {"stated": plan.lottery.value, "counted": _drawn(f, plan)})


def _proofs(f: Facts, plan: Plan, score: Score, bounds: dict[str, int]) -> Iterator[Fault]:
    """Verify each aim's proof within the aims before; fill in the bounds that hold."""
    proof = plan.proof
    scale = proof.scale if proof else 1
    by_aim = {aim.aim: aim for aim in proof.aims} if proof else {}
    if plan.status == "infeasible":
        legal = by_aim.get("legal")
        if legal is None:
            yield Fault("proof_missing", {"aim": "legal"})
            return
        bound = Bound(f, Stage("legal", {}, elastic=True), legal.prices, scale)
        yield from _priced(bound, legal, cost=1, aim="legal")
        return
    reached: dict[str, int] = {}
    level, last = None, None
    for result in plan.aims:
        aim, cost = result.aim, _cost(f, result.aim, score.aims[result.aim])
        given = by_aim.get(aim)
        trivial = aim == PEAK and cost == 0
        if result.bound is not None and not trivial:
            if given is None:
                yield Fault("proof_missing", {"aim": aim})
            elif aim == PEAK:
                yield from _levels(f, reached, given, scale, result.bound, cost)
            else:
                bound = Bound(f, Stage(aim, dict(reached), level), given.prices, scale)
                yield from _priced(bound, given, cost, aim)
                proven = cost if given.kind == "search" else min(cost, -(-bound.scaled_bound // scale))
                bounds[aim] = _own(f, aim, proven)
                last = (bound, given, cost)
        if result.bound is not None:
            bounds.setdefault(aim, result.bound)
            if bounds[aim] != result.bound:
                yield Fault("bound_differs", {"aim": aim, "stated": result.bound, "counted": bounds[aim]})
        if aim == PEAK:
            level = cost
        else:
            reached[aim] = cost
    draw = by_aim.get("lottery")
    if draw is not None and plan.lottery is not None:
        yield from _lottery(f, plan, draw, Stage("lottery", reached, level), scale, last)
    elif plan.lottery is not None and plan.lottery.bound is not None:
        yield Fault("proof_missing", {"aim": "lottery"})


def _priced(bound: Bound, given: AimProof, cost: int, aim: str) -> Iterator[Fault]:
    """Verify one stage: valid prices, their sum, and for a search the list within the gap."""
    for row in bound.invalid():
        yield Fault("price_invalid", {"aim": aim, "row": row})
    counted = bound.scaled_bound
    if counted != given.scaled_bound:
        yield Fault("scaled_bound_differs", {"aim": aim, "stated": given.scaled_bound, "counted": counted})
    if given.kind == "prices":
        if bound.stage.elastic and counted <= 0:
            yield Fault("bound_differs", {"aim": aim, "stated": 1, "counted": 0})
        return
    within = bound.scale * (cost - 1) - given.scaled_bound
    if bound.stage.elastic and given.within is not None:  # a longer list proves the more
        within = max(within, given.within)
    yield from _listed(bound, given, within, aim)


def _listed(
    bound: Bound, given: AimProof, within: int, aim: str, highest: int | None = None
) -> Iterator[Fault]:
    """Count the visits (or options) within the gap again."""
    if given.within != within:
        yield Fault("listed_differs", {"aim": aim, "stated": given.within, "counted": within})
    elif given.listed is None:
        counted = bound.near_options(within) if bound.plain else -1
        if counted != given.options_listed:
            yield Fault("listed_differs", {"aim": aim, "stated": given.options_listed, "counted": counted})
    else:
        counted = sum(1 for _ in bound.near(within, highest))
        if counted != given.listed:
            yield Fault("listed_differs", {"aim": aim, "stated": given.listed, "counted": counted})
    if not given.solver:
        yield Fault("proof_missing", {"aim": aim})


def _levels(
    f: Facts, reached: dict[str, int], given: AimProof, scale: int, stated: int, cost: int
) -> Iterator[Fault]:
    """Verify that options below the stated level are not enough."""
    if given.level is None or given.level != stated - 1 or stated > cost:
        yield Fault("bound_differs", {"aim": PEAK, "stated": stated, "counted": given.level})
        return
    stage = Stage("legal", dict(reached), given.level, elastic=True)
    yield from _priced(Bound(f, stage, given.prices, scale), given, 1, PEAK)


def _lottery(
    f: Facts,
    plan: Plan,
    given: AimProof,
    stage: Stage,
    scale: int,
    last: tuple[Bound, AimProof, int] | None,
) -> Iterator[Fault]:
    """Verify the draw: among the visits that the last aim's prices leave, or by prices of its own."""
    assert plan.lottery is not None
    if given.prices_of is None or last is None or given.prices_of != last[0].stage.aim:
        bound = Bound(f, stage, given.prices, scale)
        yield from _priced(bound, given, plan.lottery.value, "lottery")
        proven = -(-bound.scaled_bound // scale) if given.kind == "prices" else plan.lottery.value
        if plan.lottery.bound != min(proven, plan.lottery.value):
            values = {"aim": "lottery", "stated": plan.lottery.bound, "counted": proven}
            yield Fault("bound_differs", values)
    else:
        before, proof, cost = last
        yield from _listed(before, given, scale * cost - proof.scaled_bound, "lottery", stage.level)


def _cost(f: Facts, aim: str, value: int) -> int:
    """Return an aim's value as a cost: a count of what is met becomes what is missing."""
    return _total(f, aim) - value if aim in MOST else value


def _own(f: Facts, aim: str, cost: int) -> int:
    return _total(f, aim) - cost if aim in MOST else cost


def _total(f: Facts, aim: str) -> int:
    people = f.interns.values()
    if aim == "placed":
        return len(people)
    if aim == "priority":
        return sum(person.priority for person in people)
    return sum(person.visits for person in people if person.visits > 1)


def _drawn(f: Facts, plan: Plan) -> int:
    draws = Draws(f.round)
    return sum(
        draws.place(visit.host, visit.week, visit.days)
        + sum(draws.pair(i, visit.host) for i in visit.interns)
        for visit in plan.visits
    )
