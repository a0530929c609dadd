"""Lists of what is within a gap, and prices of the peak, worked by hand: forged they prove nothing."""

from __future__ import annotations

import pytest

from innopraktik_match.checker import check
from innopraktik_match.domain.plan import AimProof, Lottery, Plan, Price, Proof, Visit
from innopraktik_match.domain.round import Round
from tests.forgery import codes, told, two_who_wish_the_same, with_proofs, with_result


def by_hand(**changes):
    """Two who wish v1 first: 4 points at best, 3 by these prices, and both are within the gap at v1."""
    round = two_who_wish_the_same()
    visits = (Visit(host="v1", interns=("p1",)), Visit(host="v2", interns=("p2",)))
    prices = tuple(Price(rule="placed", key=(intern,), price=3) for intern in ("p1", "p2"))
    given = {"kind": "search", "scaled_bound": 3, "within": 0, "listed": 2, "solver": "by hand", **changes}
    plan = told(round, visits, Plan(), {"points": 4})
    aims = (AimProof(aim="points", prices=prices, **given),)
    return round, with_result(plan, proof=given["kind"]).model_copy(update={"proof": Proof(aims=aims)})


def test_a_list_worked_by_hand():
    """3 + 3 - 3 = 3, for a visit to v1 costs 0 - 3. Within 3 - 3 of it: either at v1, nobody at v2."""
    round, plan = by_hand()
    assert check(round, plan.sealed()).holds
    round, plan = by_hand(listed=None, options_listed=2)
    assert check(round, plan.sealed()).holds


@pytest.mark.parametrize(
    "change",
    [
        {"within": -1},
        {"within": 1},
        {"within": None},
        {"listed": 0},
        {"listed": 1},
        {"listed": 3},
        {"listed": None},
        {"listed": None, "options_listed": 1},
        {"listed": None, "options_listed": 3},
    ],
)
def test_a_gap_or_a_list_of_another_size_is_told(change):
    round, plan = by_hand(**change)
    assert codes(round, plan) == {"listed_differs", "bound_differs"}
    assert check(round, plan).bounds == {"points": 3}


def test_a_list_that_nobody_searched_is_told():
    round, plan = by_hand(solver=None)
    assert codes(round, plan) == {"proof_missing", "bound_differs"}


def test_a_lottery_that_is_called_proven_without_proof_is_told():
    round, plan = by_hand()
    drawn = next(
        fault.values["counted"]
        for fault in check(round, plan.model_copy(update={"lottery": Lottery(value=-1)})).faults
        if fault.code == "lottery_differs"
    )
    honest = plan.model_copy(update={"lottery": Lottery(value=drawn)})
    assert check(round, honest.sealed()).holds
    claimed = plan.model_copy(update={"lottery": Lottery(value=drawn, bound=drawn, proven=True)})
    assert codes(round, claimed) == {"proof_missing"}
    unfounded = plan.model_copy(update={"lottery": Lottery(value=drawn, bound=drawn - 1, proven=True)})
    assert codes(round, unfounded) == {"proof_missing", "proven_differs"}
    lots = (*plan.proof.aims, AimProof(aim="lottery", kind="prices"))
    assert codes(round, with_proofs(claimed, lots)) == {"bound_differs"}


def with_a_peak(*, peak, placed):
    """7 points for the only pair, and 3 for each point of the peak: 7 + 3 x 7 = 28."""
    round = Round.model_validate(
        {
            "interns": [{"id": "p1", "wishes": ["v1"]}],
            "hosts": [{"id": "v1"}],
            "policy": {
                "preset": "bare",
                "rules": {
                    "placed": {"mode": "hard"},
                    "intern_wishes": {"points": [7]},
                    "worst_off": {"mode": "soft", "points": 3},
                },
                "aims": ["points"],
            },
        }
    )
    prices = (
        Price(rule="worst_off", key=("p1", "v1"), price=peak),
        Price(rule="placed", key=("p1",), price=placed),
    )
    return round, priced(round, [Visit(host="v1", interns=("p1",))], prices, placed)


def priced(round, visits, prices, bound):
    plan = told(round, tuple(visits), Plan(), {"points": bound})
    proof = Proof(aims=(AimProof(aim="points", kind="prices", prices=prices, scaled_bound=bound),))
    return with_result(plan, proof="prices").model_copy(update={"proof": proof})


def test_a_peak_is_priced_at_no_more_than_it_costs():
    round, plan = with_a_peak(peak=-3, placed=28)
    assert check(round, plan.sealed()).holds
    round, plan = with_a_peak(peak=-2, placed=21)
    assert check(round, plan.sealed()).bounds == {"points": 21}
    round, plan = with_a_peak(peak=-4, placed=35)
    assert codes(round, plan) == {"price_invalid", "bound_differs"}


def test_only_listed_pairs_are_weighed_where_the_others_are_forbidden():
    """p1 may come to v2 only, for 7: a visit to v1, which would cost 0 - 7, is none."""
    round = Round.model_validate(
        {
            "interns": [{"id": "p1"}],
            "hosts": [{"id": "v1"}, {"id": "v2"}],
            "pairs": [{"intern": "p1", "host": "v2", "points": 7}],
            "policy": {
                "preset": "bare",
                "rules": {"placed": {"mode": "hard"}, "pair_points": {"mode": "hard"}},
                "aims": ["points"],
            },
        }
    )
    prices = (Price(rule="placed", key=("p1",), price=7),)
    plan = priced(round, [Visit(host="v2", interns=("p1",))], prices, 7)
    assert check(round, plan.sealed()).holds


def test_a_quota_of_at_least_none_may_have_a_price_and_gains_nothing():
    """7 x 1 and 5 x 0, and the only visit costs 7 - 7 - 5."""
    limit = {"of": "interns", "field": "sector", "value": "state", "min": 0, "max": 1}
    round = Round.model_validate(
        {
            "interns": [{"id": "p1", "sector": "state"}],
            "hosts": [{"id": "v1"}],
            "pairs": [{"intern": "p1", "host": "v1", "points": 7}],
            "policy": {
                "preset": "bare",
                "rules": {
                    "placed": {"mode": "hard"},
                    "pair_points": {"mode": "soft"},
                    "quota": {"mode": "hard", "limits": [limit]},
                },
                "aims": ["points"],
            },
        }
    )
    prices = (Price(rule="placed", key=("p1",), price=7), Price(rule="quota", key=("0",), price=5))
    plan = priced(round, [Visit(host="v1", interns=("p1",))], prices, 2)
    report = check(round, plan.sealed())
    assert report.holds
    assert report.bounds == {"points": 2}


@pytest.mark.parametrize(
    ("within", "listed", "expected"),
    [(0, 2, set()), (9, 2, set()), (9, 1, {"listed_differs"}), (-1, 2, {"listed_differs"})],
)
def test_two_for_one_seat_are_impossible_by_search(within, listed, expected):
    """Without prices every visit costs 0; a wider gap lists no more, a narrower one is none."""
    round = Round.model_validate(
        {
            "interns": [{"id": "p1"}, {"id": "p2"}],
            "hosts": [{"id": "v1"}],
            "policy": {"preset": "bare", "rules": {"placed": {"mode": "hard"}}, "aims": ["points"]},
        }
    )
    legal = AimProof(aim="legal", kind="search", within=within, listed=listed, solver="by hand")
    lacking = ({"short": 1, "demands": [], "limits": []},)
    plan = Plan(status="infeasible", impossible=lacking, proof=Proof(aims=(legal,)))
    assert codes(round, plan) == expected
