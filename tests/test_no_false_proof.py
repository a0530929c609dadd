"""Proofs with any numbers changed, on tiny rounds, against every legal plan there is."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from innopraktik_match.checker import check, recount
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import AimProof, Plan, Price, Proof
from innopraktik_match.solving import solve
from tests.brute_force import MOST, legal_plans
from tests.forgery import told, with_proofs
from tests.strategies import rounds

ONE = 10**6


@st.composite
def forged_plans(draw):
    """A tiny round, any legal plan of it, and the proofs of the best one with some numbers changed."""
    round = draw(rounds(most_interns=3, most_hosts=2))
    assume(len(round.slots) <= 6)
    try:
        best = solve(round)
    except RoundError:  # a lock that a hard rule forbids
        assume(False)
    assume(best.status == "optimal")
    legal = sorted(legal_plans(round), key=repr)
    visits = draw(st.sampled_from(legal))
    plan = told(round, visits, best, {aim.aim: aim.bound for aim in best.aims})
    proofs = [draw(changed_proofs(aim)) for aim in plan.proof.aims]
    results = [
        aim.model_copy(update={"bound": aim.bound + draw(st.sampled_from([0, 0, 1, -1]))})
        for aim in plan.aims
    ]
    plan = with_proofs(plan, proofs).model_copy(update={"aims": tuple(results)})
    return round, plan.sealed(), legal


@st.composite
def changed_proofs(draw, proof):
    changes = st.sampled_from([0, 0, 0, 1, -1, ONE, -ONE, ONE // 3, 10**9, -(10**9)])
    prices = tuple(price.model_copy(update={"price": price.price + draw(changes)}) for price in proof.prices)
    level = None if proof.level is None else proof.level + draw(st.sampled_from([0, 1, -1]))
    return proof.model_copy(
        update={"prices": prices, "scaled_bound": proof.scaled_bound + draw(changes), "level": level}
    )


@settings(max_examples=100)
@given(forged_plans())
def test_no_change_of_its_numbers_makes_a_proof_certify_more_than_is_true(forged):
    """Each bound stands against the best of all legal plans within the aims before."""
    round, plan, legal = forged
    report = check(round, plan)
    scores = [recount(round, visits) for visits in legal]
    for aim in round.aims:
        sign = -1 if aim in MOST else 1
        if aim in report.bounds:
            assert sign * report.bounds[aim] <= min(sign * score.aims[aim] for score in scores)
        reached = report.score.aims[aim]
        scores = [score for score in scores if sign * score.aims[aim] <= sign * reached]


@settings(max_examples=60)
@given(rounds(most_interns=3, most_hosts=2), st.data())
def test_no_prices_make_a_round_with_a_legal_plan_impossible(round, data):
    """Not even where the sum is stated just as the checker adds it up."""
    assume(len(round.slots) <= 6 and next(legal_plans(round), None) is not None)
    rows = [("placed", (i.id,)) for i in round.interns] + [("empty_hosts", (h.id,)) for h in round.hosts]
    limits = [("intern_visits", (i.id,)) for i in round.interns] + [
        ("host_visits", (h.id,)) for h in round.hosts
    ]
    amounts = st.integers(0, 3)
    prices = [Price(rule=rule, key=key, price=data.draw(amounts)) for rule, key in rows]
    prices += [Price(rule=rule, key=key, price=-data.draw(amounts)) for rule, key in limits]
    kept = tuple(price for price in prices if price.price)
    faults = check(round, impossible(kept, 0)).faults
    known = {fault.values["row"] for fault in faults if fault.code == "price_invalid"}
    kept = tuple(price for price in kept if f"{price.rule} {list(price.key)}" not in known)
    counted = [
        fault.values["counted"]
        for fault in check(round, impossible(kept, 10**6)).faults
        if fault.code == "scaled_bound_differs"
    ]
    assert all(not check(round, impossible(kept, total)).holds for total in counted)


def impossible(prices, scaled_bound):
    legal = AimProof(aim="legal", kind="prices", prices=prices, scaled_bound=scaled_bound)
    return Plan(status="infeasible", proof=Proof(aims=(legal,)))
