"""The engine's searches for groups under prices find what counting every group finds."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.domain.round import Round
from innopraktik_match.domain.rulebook.criterion_settings import OwnVisits, VisitMatches
from innopraktik_match.engine.stages.cuts import cuts_of
from innopraktik_match.model import groups, growth, least, tuning
from innopraktik_match.model.charges import Charges
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.groups import FAR, Reduced, choices, visit_points
from innopraktik_match.model.growth import Growth, TooManyGroups, groups_within
from innopraktik_match.model.least import contenders, least_groups
from innopraktik_match.model.options import build_offers, build_options
from tests.strategies import EXTRAS, Reach, settings_of

FEW = st.integers(-9, 9)
HUGE = st.integers(-(2**57), 2**57)


@st.composite
def priced_places(draw):
    """Up to two hosts for up to six, who can come to them, and exact reduced costs of both."""
    people = st.fixed_dictionaries(
        {
            "workplace": st.sampled_from(["w1", "w2", "w3", None]),
            "sector": st.sampled_from(["state", "region", None]),
            "group": st.sampled_from([None, None, None, "a", "b", "c"]),
            "extra": st.sampled_from(EXTRAS),
        }
    )
    drawn = draw(st.lists(people, min_size=1, max_size=8))
    hosts = []
    for host in ("v1", "v2")[: draw(st.integers(1, 2))]:
        most = draw(st.integers(1, 6))
        hosts.append({"id": host, "min": draw(st.integers(1, most)), "max": most, "sector": "civil"})
    rules = {
        name: {"mode": draw(st.sampled_from(["off", "soft", "hard"])), "points": draw(st.integers(0, 5))}
        for name in ("mixed_workplaces", "mixed_sectors")
    }
    rules["visit_match"] = draw(settings_of(Reach(), "visit_match", VisitMatches))
    rules["own_visit"] = draw(settings_of(Reach(), "own_visit", OwnVisits))
    rules |= {"together": {"mode": "hard"}, "capacity": {"limit": 6}}
    interns = [{"id": f"p{n}", **person} for n, person in enumerate(drawn)]
    policy = {"preset": "bare", "rules": rules}
    c = build_columns(Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy}))
    f = build_offers(c, build_options(c))
    cost = draw(st.sampled_from([FEW, FEW, HUGE]))
    option = np.array([draw(cost) for _ in range(len(f))], dtype=np.int64)
    place = np.array([draw(cost) for _ in range(len(f.places))], dtype=np.int64)
    return c, f, Reduced(option, place, draw(st.integers(0, 2)), draw(st.none() | charges(c, f)))


@st.composite
def charges(draw, c, f):
    """Up to three cuts of some people and hosts, and their prices."""
    everybody = range(len(c.interns) + len(c.hosts))
    sums = draw(st.lists(st.sets(st.sampled_from(everybody), min_size=1), min_size=1, max_size=3))
    price = np.array([draw(st.integers(0, 9)) for _ in sums], dtype=np.int64)
    return Charges(cuts_of(f, [tuple(sorted(those)) for those in sums]).halves, price)


def charged(f, r, place, some):
    """What cuts charge a group: for each, half of those who take part, the host too, rounded down."""
    if r.charges is None:
        return 0
    halves, total = r.charges.halves, 0
    for n, price in enumerate(r.charges.price.tolist()):
        parts = sum(int(halves.unit[f.unit[option], n]) for option in some)
        total += price * ((parts + int(halves.host[f.places.host[place], n])) // 2)
    return total


def every_group(c, f, r):
    """Each place, the options of one group there, and what it costs."""
    for place in range(len(f.places)):
        here = range(int(f.start[place]), int(f.start[place + 1]))
        host = f.places.host[place]
        for size in range(1, int(c.host_max[host]) + 1):
            for some in combinations(here, size):
                heads = sum(int(f.size[f.unit[option]]) for option in some)
                if not c.host_min[host] <= heads <= c.host_max[host]:
                    continue
                points, legal = visit_points(f, np.array([place]), np.array([some]))
                if legal[0]:
                    cost = sum(int(r.option[option]) for option in some) + int(r.place[place])
                    yield place, some, cost + r.visit_weight * int(points[0]) + charged(f, r, place, some)


@pytest.mark.parametrize("most", [tuning.MOST_GROUPS_TABLED, 0], ids=["in tables", "grown"])
@given(priced_places())
def test_the_least_group_of_each_host_is_the_least_of_all(most, priced):
    c, f, r = priced
    with patch.object(tuning, "MOST_GROUPS_TABLED", most), patch.object(tuning, "GROUPS_AT_ONCE", 7):
        found = least_groups(f, r)
    expected: dict[int, int] = {}
    for place, _, cost in every_group(c, f, r):
        host = int(f.places.host[place])
        expected[host] = min(expected.get(host, 0), cost)
    costs = dict(zip(f.places.host[found.place].tolist(), found.reduced.tolist(), strict=True))
    assert costs == {host: cost for host, cost in expected.items() if cost < 0}


@given(priced_places(), st.sampled_from([2, 7, 10**6]), st.integers(-20, 20))
def test_every_group_within_a_gap_is_listed_once_with_its_cost(priced, at_once, gap):
    c, f, r = priced
    with patch.object(tuning, "GROUPS_AT_ONCE", at_once):
        found = groups_within(f, r, np.full(len(f.places), gap), 10**6)
    listed = [
        (int(place), tuple(sorted(options[options >= 0].tolist())), int(cost))
        for place, options, cost in zip(found.place, found.options, found.reduced, strict=True)
    ]
    expected = [group for group in every_group(c, f, r) if group[2] <= gap]
    assert sorted(listed) == sorted(expected)


def identical(n, **host):
    """Everybody the same, one host, and a gain of 1 for whoever comes."""
    round = Round.model_validate(
        {
            "interns": [{"id": f"p{i:03}", "workplace": "w", "sector": "state"} for i in range(n)],
            "hosts": [{"id": "v", "sector": "civil", **host}],
            "policy": {"rules": {"capacity": {"limit": 6}}},
        }
    )
    c = build_columns(round)
    f = build_offers(c, build_options(c))
    return c, f, Reduced(np.full(len(f), -1), np.zeros(1, dtype=np.int64), 1)


@pytest.mark.parametrize("most", [1, 2, 3, 6])
def test_hundreds_of_identical_people_are_compared_by_the_thousand_not_by_the_million(most, monkeypatch):
    """C(700, 3) is 57 million. All are of one workplace, so nobody can come with anybody."""
    tried = []

    def counted(offers, place, options):
        tried.append(len(place))
        return visit_points(offers, place, options)

    for module in (least, growth, groups):
        monkeypatch.setattr(module, "visit_points", counted)
    _, f, r = identical(700, max=most)
    found = least_groups(f, r)
    assert found.reduced.tolist() == [-1]
    assert sum(tried) < 2_000


@pytest.mark.parametrize("size", [1, 2, 3, 6])
def test_hundreds_of_identical_groups_need_no_more_of_them_than_a_visit_holds(size):
    """Whoever else is left stands in for none of the cheapest six, three, two or one."""
    groups = [{"id": f"p{g:03}{n}", "group": f"g{g:03}"} for g in range(300) for n in range(size)]
    policy = {"rules": {"capacity": {"limit": 6}}}
    c = build_columns(
        Round.model_validate({"interns": groups, "hosts": [{"id": "v", "max": 6}], "policy": policy})
    )
    f = build_offers(c, build_options(c))
    assert len(contenders(f, np.arange(len(f)))) == 6 // size


def test_a_place_whose_groups_are_too_many_to_list_lists_none(monkeypatch):
    """50 who differ in everything, at one host for six: 18 million groups, of which one is the best."""
    monkeypatch.setattr(
        least,
        "choices",
        lambda top, most: choices(top, most) if top <= tuning.OPTIONS_TABLED else pytest.fail("a long list"),
    )
    people = [{"id": f"p{n:02}", "workplace": f"w{n}", "sector": "state"} for n in range(50)]
    policy = {
        "preset": "bare",
        "rules": {"mixed_workplaces": {"mode": "soft", "points": 1}, "capacity": {"limit": 6}},
    }
    c = build_columns(
        Round.model_validate({"interns": people, "hosts": [{"id": "v", "max": 6}], "policy": policy})
    )
    f = build_offers(c, build_options(c))
    found = least_groups(f, Reduced(-np.arange(len(f)), np.zeros(1, dtype=np.int64), 1))
    assert found.reduced.tolist() == [-(49 + 48 + 47 + 46 + 45 + 44)]


def test_a_list_that_grows_too_long_is_given_up_before_it_is_made(monkeypatch):
    c, f, r = identical(700, max=6)
    c.rules.__dict__["mixed_workplaces"] = c.rules.mixed_workplaces.model_copy(update={"mode": "off"})
    most = []

    class Watched(Growth):
        def __iter__(self):
            for some in super().__iter__():
                most.append(len(some))
                yield some

    monkeypatch.setattr(growth, "Growth", Watched)
    monkeypatch.setattr(tuning, "GROUPS_AT_ONCE", 5_000)
    with pytest.raises(TooManyGroups):
        groups_within(f, r, np.zeros(1, dtype=np.int64), 10_000)
    assert max(most) <= tuning.GROUPS_AT_ONCE
    assert sum(most) <= 10_000 + tuning.GROUPS_AT_ONCE


def test_somebody_dear_who_mends_a_hard_rule_comes_along():
    """Costs -5, -5, 1, 1 of kinds k, m, k, m, nobody alone of a kind: all four cost -8, the best of two -4."""
    interns = [{"id": f"p{n}", "extra": {"X": kind}} for n, kind in enumerate("kmkm")]
    one = {"kind": "not_alone", "column": "X", "mode": "hard"}
    rules = {"visit_match": {"mode": "soft", "criteria": [one]}, "capacity": {"limit": 4}}
    policy = {"preset": "bare", "rules": rules}
    c = build_columns(
        Round.model_validate({"interns": interns, "hosts": [{"id": "v", "max": 4}], "policy": policy})
    )
    f = build_offers(c, build_options(c))
    r = Reduced(np.array([-5, -5, 1, 1]), np.zeros(1, dtype=np.int64), 1)
    for most in (tuning.MOST_GROUPS_TABLED, 0):
        with patch.object(tuning, "MOST_GROUPS_TABLED", most):
            assert least_groups(f, r).reduced.tolist() == [-8]


@given(priced_places(), st.integers(1, 3), st.data())
def test_who_comes_alone_is_each_unit_at_its_cheapest_open_places(priced, each, data):
    c, f, r = priced
    shut = np.array([data.draw(st.booleans()) for _ in range(len(f))], dtype=bool)
    r = Reduced(np.where(shut, FAR, np.clip(r.option, -(2**50), 2**50)), r.place % 2**50, r.visit_weight)
    wanted = np.array([data.draw(st.booleans()) for _ in range(len(f.size))], dtype=bool)
    found = groups.alone(f, r, wanted, each)
    host, size = f.places.host[f.place], f.size[f.unit]
    _, legal = visit_points(f, f.place, np.arange(len(f))[:, None])
    fits = (size >= c.host_min[host]) & wanted[f.unit] & ~shut & legal
    assert ((found.options >= 0).sum(axis=1) == 1).all()
    for unit in range(len(f.size)):
        rows = np.flatnonzero(fits & (f.unit == unit))
        costs = sorted(int(r.option[row]) + int(r.place[f.place[row]]) for row in rows)[:each]
        mine = [int(row) for row in found.options[:, 0] if f.unit[row] == unit]
        assert set(mine) <= set(rows.tolist())
        assert sorted(int(r.option[row]) + int(r.place[f.place[row]]) for row in mine) == costs


def test_a_group_larger_than_a_host_takes_now_is_in_no_list():
    """What if the host took one less: the options stay, and three who travel together no longer fit."""
    interns = [{"id": f"p{n}", "group": "g"} for n in range(3)] + [{"id": "p9"}]
    data = {"interns": interns, "hosts": [{"id": "v1", "max": 3}], "policy": {"preset": "bare"}}
    c = build_columns(Round.model_validate(data))
    f = build_offers(c, build_options(c))
    free = Reduced(np.zeros(len(f), dtype=np.int64), np.zeros(len(f.places), dtype=np.int64), 1)
    every = np.zeros(len(f.places), dtype=np.int64)
    sizes = {
        most: sorted(
            f.size[f.unit[row[row >= 0]]].sum()
            for row in groups_within(
                replace(f, columns=replace(c, host_max=np.array([most]))), free, every, 9
            ).options
        )
        for most in (3, 2)
    }
    assert sizes == {3: [1, 3], 2: [1]}
