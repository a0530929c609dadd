"""No plan with as many placed has fewer changes: by brute force, and by the textbook model in HiGHS."""

from __future__ import annotations

import random

import pytest
from benchmarks.textbook import textbook
from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.domain.plan import Plan, Visit, with_statuses
from innopraktik_match.domain.replanned import amended
from innopraktik_match.domain.round import Intern, Round
from innopraktik_match.measuring import check
from innopraktik_match.replanning import replan
from innopraktik_match.solving import solve
from tests.brute_force import legal_plans
from tests.random_rounds import random_round

INTERNS, HOSTS = ("p1", "p2", "p3"), ("v1", "v2", "v3")
ANSWERS = ("proposed", "proposed", "boss_ok", "agreed", "declined", "withdrawn")


@st.composite
def answered(draw):
    """Draw a tiny round, and an earlier plan of it with what people have answered."""
    refused = st.sets(st.sampled_from(HOSTS), max_size=2).map(sorted)
    interns = [{"id": one, "rejects": draw(refused)} for one in (*INTERNS, "p4")]
    hosts = [{"id": one, "max": draw(st.integers(1, 2))} for one in draw(st.permutations(HOSTS))]
    places = [host for host in hosts for _ in range(host["max"])]
    before = {}
    for intern, place in zip(draw(st.permutations(interns)), places, strict=False):
        if place["id"] not in intern["rejects"]:
            before.setdefault(place["id"], {})[intern["id"]] = draw(st.sampled_from(ANSWERS))
    visits = [with_statuses(Visit(host=host, interns=sorted(own)), own) for host, own in before.items()]
    round = Round.model_validate(
        {"interns": interns, "hosts": hosts[draw(st.integers(0, 1)) :], "policy": {"preset": "bare"}}
    )
    return round, Plan(visits=visits, unused_hosts=[one for one in HOSTS if one not in before])


def changed(seats, before):
    """Count as the README does: a move 2, or 3 once somebody has said yes."""
    return sum(
        3 if status in ("boss_ok", "host_ok", "agreed") else 2
        for seat, status in before.items()
        if seat not in seats
    )


def seats(visits):
    return {(intern, visit.host): visit.status_of(intern) for visit in visits for intern in visit.interns}


@settings(max_examples=40)
@given(answered())
def test_no_plan_with_as_many_placed_changes_less(drawn):
    round, before = drawn
    after = replan(round, before)
    assert after.status == "optimal"
    rest = amended(round, after.replanned)
    there = {one.id for one in rest.interns}
    planned = {seat: status for seat, status in seats(before.visits).items() if seat[0] in there}
    least = min(
        (-len({intern for intern, _ in seats(plan)}), changed(seats(plan), planned))
        for plan in legal_plans(rest)
    )
    now = seats(after.visits)
    assert least == (-len({intern for intern, _ in now}), changed(now, planned))
    assert after.aims[1].value == least[1]


@pytest.mark.parametrize("seed", range(100))
def test_the_textbook_model_changes_as_little(seed):
    """Eight interns and five hosts: some answer, one comes late, now and then a host is out."""
    draw = random.Random(seed)
    round = random_round(8, 5, seed)
    visits = []
    for visit in solve(round).visits:
        visits.append(with_statuses(visit, {one: draw.choice(ANSWERS) for one in visit.interns}))
    late = Intern(id="q1", wishes=(draw.choice(round.hosts).id,))
    hosts = round.hosts[draw.randrange(2) :]
    round = round.model_copy(update={"interns": (*round.interns, late), "hosts": hosts})
    after = replan(round, Plan(visits=visits))
    rest = amended(round, after.replanned)
    status, aims, _ = textbook(rest)
    assert status == after.status
    assert aims == {aim.aim: aim.value for aim in after.aims}
    assert check(round, after).holds
