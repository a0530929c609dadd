"""Where the time is too short for every option, a first plan of some: legal, counted, and with no bound."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from innopraktik_match.checker import check
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import Plan
from innopraktik_match.domain.policy import MOST
from innopraktik_match.domain.round import Round
from innopraktik_match.model import tuning
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.options import build_options
from innopraktik_match.model.shortlist import Shortlist
from innopraktik_match.solving import solve
from tests.wide_rounds import wide_rounds

SHORT, PLENTY = 60.0, 10**6


@pytest.fixture
def slow(monkeypatch) -> None:
    """A machine on which no limit is long enough for more than two hosts a unit."""
    monkeypatch.setattr(tuning, "SHORTLIST_OPTION_S", float(PLENTY))
    monkeypatch.setattr(tuning, "SHORTLIST_HOSTS", 2)


def everybody(interns: int, hosts: int, **tables: Any) -> Round:
    """Everybody can come to every host; the points grow with the number of the host."""
    people = [{"id": f"p{n:02}", **({"group": "g"} if n < 2 else {})} for n in range(interns)]
    offers = [{"id": f"v{n:02}", "max": 2} for n in range(hosts)]
    pairs = [
        {"intern": person["id"], "host": host["id"], "points": n}
        for person in people
        for n, host in enumerate(offers)
    ]
    return Round.model_validate({"interns": people, "hosts": offers, "pairs": pairs, **tables})


def kept(
    round: Round, seconds: float, named: tuple[tuple[int, int], ...] = ()
) -> tuple[dict[int, set[int]], bool]:
    """Return the hosts that each intern keeps, and whether any were left out."""
    columns = build_columns(round)
    shortlist = Shortlist(columns, seconds, named)
    options = build_options(columns, shortlist=shortlist)
    hosts: dict[int, set[int]] = {}
    for intern, host in zip(options.intern.tolist(), options.host.tolist(), strict=True):
        hosts.setdefault(intern, set()).add(host)
    return hosts, shortlist.left_out


def test_with_time_enough_nothing_is_left_out():
    hosts, left_out = kept(everybody(6, 9), seconds=10.0)
    assert not left_out
    assert hosts == {intern: set(range(9)) for intern in range(6)}


def test_two_of_three_hosts_are_the_best_and_one_is_from_somewhere(monkeypatch):
    """Six of nine hosts: v0 to v3 cost least, and two from p3's own part, which begins at 3 * 9 // 6 = 4."""
    monkeypatch.setattr(tuning, "SHORTLIST_HOSTS", 6)
    hosts, left_out = kept(everybody(6, 9), seconds=0.0)
    assert left_out
    assert hosts[3] == {0, 1, 2, 3, 4, 5}
    assert hosts[5] == {0, 1, 2, 3, 7, 8}
    assert hosts[0] == hosts[1] == {0, 1, 2, 3, 4, 5}, "who travel together keep the same"


def test_what_is_named_stays_for_all_who_travel_along(slow):
    lock = {"intern": "p01", "host": "v08"}
    hosts, _ = kept(everybody(6, 9, locks=[lock]), seconds=0.0, named=((4, 7),))
    assert hosts[0] == hosts[1] == {0, 1, 8}
    assert 7 in hosts[4]
    assert 7 not in hosts[3]


def test_a_limit_gives_the_more_the_longer_it_is(monkeypatch):
    """54 pairs at a second each: in 30 seconds, 30 of them, or 6 of each of five units."""
    monkeypatch.setattr(tuning, "SHORTLIST_OPTION_S", 1.0)
    monkeypatch.setattr(tuning, "SHORTLIST_HOSTS", 1)
    monkeypatch.setattr(tuning, "SHORTLIST_INTERN_S", 0.0)
    found = {seconds: kept(everybody(6, 9), seconds)[0] for seconds in (10.0, 30.0, 54.0)}
    assert [len(found[seconds][2]) for seconds in (10.0, 30.0, 54.0)] == [2, 6, 9]


def test_the_plan_has_no_bound_and_says_that_the_time_was_up(slow):
    """Three hosts of nine take the six; what they cost is known, and what they must cost is not."""
    round = everybody(6, 9)
    plan = solve(round, time_limit=SHORT)
    assert (plan.status, plan.stopped_by) == ("feasible", "time")
    assert [(aim.bound, aim.proven) for aim in plan.aims] == [(None, False)] * 2
    assert plan.proof is None or not plan.proof.aims
    assert check(round, plan).holds
    assert solve(round).status == "optimal", "without a limit all pairs are looked at"


def test_who_has_no_place_is_told_of_every_host(slow):
    """One place each at nine hosts for twelve: three are without, and each of them hears of all nine."""
    people = [{"id": f"p{n:02}"} for n in range(12)]
    round = Round.model_validate({"interns": people, "hosts": [{"id": f"v{n}", "max": 1} for n in range(9)]})
    plan = solve(round, time_limit=SHORT)
    assert len(plan.unplaced) >= 3
    for person in plan.unplaced:
        assert sum(reason.count for reason in person.reasons) == 9


def solved(round: Round, limit: float | None = None) -> Plan | set[str]:
    """Return the plan, counted again, or why the round is refused."""
    try:
        plan = solve(round, time_limit=limit)
    except RoundError as refused:
        return {issue.code for issue in refused.issues}
    assert check(round, plan).holds
    return plan


@settings(max_examples=25)
@given(wide_rounds())
def test_a_plan_in_a_hurry_is_legal_and_no_better_than_the_best(round):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tuning, "SHORTLIST_OPTION_S", float(PLENTY))
        patch.setattr(tuning, "SHORTLIST_HOSTS", 1)
        hurried = solved(round, SHORT)
    best = solved(round)
    if isinstance(best, set) or isinstance(hurried, set):
        assert hurried == best
        return
    if hurried.status in ("optimal", "infeasible"):
        assert hurried.status == best.status
        assert [aim.value for aim in hurried.aims] == [aim.value for aim in best.aims]
        return
    assert hurried.stopped_by == "time"
    assert all(aim.bound is None for aim in hurried.aims)
    if hurried.visits:
        assert best.status == "optimal"
        mine, first = hurried.aims[0], best.aims[0]
        assert mine.value <= first.value if mine.aim in MOST else mine.value >= first.value
