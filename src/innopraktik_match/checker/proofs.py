"""The proof of a plan: aim by aim, within the aims before, verified in one pass over the hosts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.checker.bounds import Bound, Listing, Stage
from innopraktik_match.checker.report import Fault
from innopraktik_match.checker.round_rules import PEAK
from innopraktik_match.checker.visit_rules import plain
from innopraktik_match.checker.weighing import weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.domain.findings import Score
    from innopraktik_match.domain.plan import AimProof, AimResult, Plan

MOST = ("placed", "priority", "visits")
LEGAL, LOTTERY = "legal", "lottery"


@dataclass
class Claim:
    """What one aim's proof claims: no plan costs less.

    Attributes
    ----------
    aim : str
    cost : int
    given : AimProof
    bound : Bound
        Its prices, or those that it borrows of the aim before.
    wrong : tuple of str
        Prices that are not valid.
    borrows : bool
    within : int or None
        For search: up to where the visits are to be listed.
    listing : Listing or None
        For search: their count, where they can be counted.
    """

    aim: str
    cost: int
    given: AimProof
    bound: Bound
    wrong: tuple[str, ...]
    borrows: bool = False
    within: int | None = None
    listing: Listing | None = None

    def count_within(self, within: int, highest: int | None = None) -> None:
        """Have the visits (or options) within a gap counted, unless the proof speaks of another gap."""
        given, self.within = self.given, within
        by_option = given.listed is None
        if given.within == within and not (by_option and not plain(self.bound.facts)):
            self.listing = Listing(within, self._stated or 0, highest, by_option)
            self.bound.listings.append(self.listing)

    @property
    def _stated(self) -> int | None:
        return self.given.options_listed if self.given.listed is None else self.given.listed

    def faults(self) -> Iterator[Fault]:
        """Yield what does not hold, once the hosts are weighed."""
        given, counted = self.given, self.bound.scaled_bound
        if self.wrong:
            for row in self.wrong:
                yield Fault("price_invalid", {"aim": self.aim, "row": row})
            return
        if not self.borrows and counted != given.scaled_bound:
            yield self._differs("scaled_bound_differs", given.scaled_bound, counted)
        if self.within is None:
            if self.bound.stage.elastic and counted <= 0:
                yield self._differs("bound_differs", 1, 0)
            return
        if given.within != self.within:
            yield self._differs("listed_differs", given.within, self.within)
        elif self.listing is None or self.listing.counted != self._stated:
            yield self._differs("listed_differs", self._stated, self.listing.counted if self.listing else -1)
        if not given.solver:
            yield Fault("proof_missing", {"aim": self.aim})

    def _differs(self, code: str, stated: int | None, counted: int) -> Fault:
        return Fault(code, {"aim": self.aim, "stated": stated, "counted": counted})

    def by_prices(self) -> int:
        """Return the cost that no plan is below by the prices alone; none is below 0."""
        if self.wrong or self.borrows or self.bound.stage.elastic:
            return 0
        return max(0, min(self.cost, -(-self.bound.scaled_bound // self.bound.scale)))

    def proven(self, holds: bool) -> int:
        """Return the cost that no plan is below."""
        whole = self.within is not None or self.bound.stage.elastic
        return self.cost if holds and whole else self.by_prices()


def verify(
    facts: Facts, plan: Plan, score: Score, enough: Callable[[], bool] = lambda: False
) -> tuple[list[Fault], dict[str, int]]:
    """Return what does not hold in a plan's proof, and the bounds that do."""
    claims = {claim.aim: claim for claim in _claims(facts, plan, score)}
    weigh(facts, [claim.bound for claim in claims.values() if not claim.wrong and not claim.borrows], enough)
    faults = {aim: list(claim.faults()) for aim, claim in claims.items()}
    if plan.status == "infeasible":
        if LEGAL not in claims:
            return [Fault("proof_missing", {"aim": LEGAL})], {}
        return faults[LEGAL] or list(_misled(plan, claims[LEGAL])), {}
    found: list[Fault] = []
    bounds: dict[str, int] = {}
    for result in plan.aims:
        aim, claim = result.aim, claims.get(result.aim)
        if result.bound is not None:
            bounds[aim] = _own(facts, aim, claim.proven(not faults[aim]) if claim else 0)
        found += faults.get(aim, [])
        found += _misstated(facts, result, claim, bounds.get(aim))
    found += faults.get(LOTTERY, [])
    found += _misdrawn(plan, claims.get(LOTTERY), not faults.get(LOTTERY))
    return found, bounds


def _claims(facts: Facts, plan: Plan, score: Score) -> Iterator[Claim]:
    """Yield the claims that the plan's proof makes: of each aim in order, and of the lottery."""
    if plan.proof is None or plan.proof.scale < 1:
        return
    scale, given = plan.proof.scale, {aim.aim: aim for aim in plan.proof.aims}
    if plan.status == "infeasible":
        if LEGAL in given:
            yield _claim(facts, Stage(LEGAL, {}, elastic=True), given[LEGAL], scale, 1)
        return
    stage, last = Stage(LOTTERY, {}), None
    for result in plan.aims:
        aim, bound, cost = result.aim, result.bound, _cost(facts, result.aim, score.aims[result.aim])
        if aim in given and bound is not None:
            if aim != PEAK:
                last = _claim(facts, stage._replace(aim=aim), given[aim], scale, cost)
                yield last
            elif given[aim].level == bound - 1 and bound <= cost:
                below = stage._replace(aim=LEGAL, level=bound - 1, elastic=True)
                yield _claim(facts, below, given[aim], scale, bound)
        if aim == PEAK:
            stage = stage._replace(level=cost)
        else:
            stage = stage._replace(reached={**stage.reached, aim: cost})
    if LOTTERY in given and plan.lottery is not None:
        draw, value = given[LOTTERY], plan.lottery.value
        if last is not None and draw.prices_of == last.aim:
            borrowed = Claim(LOTTERY, value, draw, last.bound, last.wrong, borrows=True)
            borrowed.count_within(scale * last.cost - last.given.scaled_bound, stage.level)
            yield borrowed
        else:
            yield _claim(facts, stage, draw, scale, value)


def _claim(facts: Facts, stage: Stage, given: AimProof, scale: int, cost: int) -> Claim:
    bound = Bound(facts, stage, given.prices, scale, given.cuts)
    claim = Claim(given.aim, cost, given, bound, tuple(bound.invalid()))
    if given.kind == "search":
        within = (0 if stage.elastic else scale * (cost - 1)) - given.scaled_bound
        if stage.elastic and given.within is not None:  # a longer list proves the more
            within = max(within, given.within)
        claim.count_within(within)
    return claim


def _misstated(facts: Facts, result: AimResult, claim: Claim | None, bound: int | None) -> Iterator[Fault]:
    """Compare what the plan says of an aim's proof with what holds."""
    aim, by_prices = result.aim, result.bound_by_prices
    if bound != result.bound:
        yield Fault("bound_differs", {"aim": aim, "stated": result.bound, "counted": bound})
    if claim is None:
        trivial = result.bound is None or _cost(facts, aim, result.bound) <= 0
        if not trivial or result.proof is not None or by_prices is not None:
            yield Fault("proof_missing", {"aim": aim})
        return
    if result.proof != claim.given.kind:
        yield Fault("proof_kind_differs", {"aim": aim, "stated": result.proof, "counted": claim.given.kind})
    if by_prices is not None and by_prices != _own(facts, aim, claim.by_prices()):
        counted = _own(facts, aim, claim.by_prices())
        yield Fault("bound_differs", {"aim": aim, "stated": by_prices, "counted": counted})


def _misled(plan: Plan, claim: Claim) -> Iterator[Fault]:
    """Compare what is said to be impossible together with the rows that have a price in its proof."""
    given, scale = claim.given, claim.bound.scale
    least = most = -(-given.scaled_bound // scale)
    if given.within is not None:  # how much is lacking rests on the search among those listed
        least, most = 1, (given.within + given.scaled_bound) // scale + 1
    rows = [((price.rule, *price.key), price.price) for price in given.prices]
    demands = sorted(row for row, price in rows if price > 0)
    limits = sorted(row for row, price in rows if price < 0)
    stated = [(sorted(one.demands), sorted(one.limits)) for one in plan.impossible]
    if stated != [(demands, limits)] or not least <= plan.impossible[0].short <= most:
        yield Fault("impossible_differs")


def _misdrawn(plan: Plan, claim: Claim | None, holds: bool) -> Iterator[Fault]:
    if plan.lottery is None:
        return
    stated = plan.lottery.bound
    if claim is None and stated is not None:
        yield Fault("proof_missing", {"aim": LOTTERY})
    if claim is not None and stated != claim.proven(holds):
        yield Fault("bound_differs", {"aim": LOTTERY, "stated": stated, "counted": claim.proven(holds)})


def _cost(facts: Facts, aim: str, value: int) -> int:
    """Return an aim's value as a cost: a count of what is met becomes what is missing."""
    return _total(facts, aim) - value if aim in MOST else value


def _own(facts: Facts, aim: str, cost: int) -> int:
    return _total(facts, aim) - cost if aim in MOST else cost


def _total(facts: Facts, aim: str) -> int:
    people = facts.interns.values()
    if aim == "placed":
        return len(people)
    if aim == "priority":
        return sum(person.priority for person in people)
    return sum(person.visits for person in people if person.visits > 1)
