"""The second writing stands alone: what the checker may use, and that it tells a fault in the first."""

from __future__ import annotations

import ast
import sys
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType

import grimp
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import innopraktik_match.checker
from innopraktik_match.checker import check, recount
from innopraktik_match.checker.facts import Facts, _distance
from innopraktik_match.checker.ranks import price_of_rank
from innopraktik_match.checker.slots import slots_of
from innopraktik_match.domain.issues import DisagreementError, RoundError
from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.domain.policy import Policy
from innopraktik_match.domain.record import Record
from innopraktik_match.domain.round import Host, Intern, Journey, Round
from innopraktik_match.domain.rulebook import Rules
from innopraktik_match.domain.rulebook.settings import Wishes
from innopraktik_match.solving import solve
from tests.strategies import DAYS, WEEKS, plans, rounds

FILES = sorted(Path(innopraktik_match.checker.__file__).parent.glob("*.py"))

# the common ground of docs/model.md: all that the checker may use besides the standard library
RUN = {
    "domain.arguments": {"record", "require"},
    "domain.criteria": {"number_in", "value_of", "words_in"},
    "domain.names": {"key"},
    "domain.municipalities": {"km_between", "municipality", "place_key", "region_named", "region_of"},
    "domain.findings": {"Finding", "Score"},
    "domain.own_rules": {"own_rule"},
}
TYPES = {
    "domain.round": {"Host", "Intern", "Journey", "Lock", "Round"},
    "domain.rulebook.settings": {"Fading", "Match", "QuotaLimit", "Wishes"},
    "domain.rulebook.criterion_settings": {"OwnVisit", "VisitMatch"},
    "domain.replanned": {"Changed", "Replanned"},
    "domain.plan": {"AimProof", "AimResult", "Cut", "Lottery", "Plan", "Price", "Reason", "Visit"},
    "domain.when": {"Days"},
}
COMPUTED = {"on", "hard", "sha256", "content_sha256", "model_fields"}
ROWS = {
    "round": (Round,),
    "plan": (Plan,),
    "policy": (Policy,),
    "rule": tuple(type(field.default) for field in Rules.model_fields.values()),
    "intern": (Intern,),
    "host": (Host,),
    "person": (Intern, Host),
    "visit": (Visit,),
    "told": (Journey,),
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_checker_imports_nothing_but_the_common_ground(file):
    named = {f"{module}.{name}" for module, names in (RUN | TYPES).items() for name in names}
    for module, name in _imports(ast.parse(file.read_text("utf-8"))):
        package, _, inner = module.partition(".")
        own = package == "innopraktik_match" and inner.startswith("checker.")
        assert package in sys.stdlib_module_names or own or f"{inner}.{name}" in named


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_checker_reads_fields_of_a_round_and_nothing_that_is_worked_out(file):
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            records = ROWS.get(_last_word(node.value), ())
            fields = {name for record in records for name in record.model_fields}
            assert not records or node.attr in fields | COMPUTED, ast.unparse(node)


def test_nothing_more_is_loaded_by_way_of_the_common_ground():
    graph = grimp.build_graph(
        "innopraktik_match", include_external_packages=True, exclude_type_checking_imports=True
    )
    loaded = graph.find_upstream_modules("innopraktik_match.checker", as_package=True)
    ours = {f"innopraktik_match.{module}" for module in RUN}
    assert {module for module in loaded if module not in sys.stdlib_module_names} <= ours


def _imports(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield from ((node.module, alias.name) for alias in node.names)


def _last_word(node):
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


@contextmanager
def fields_only():
    """Let every property and method of the rows fail but those of the common ground."""

    def fails(*_):
        raise AssertionError("a row is asked for what it works out")

    with pytest.MonkeyPatch.context() as patch:
        for record in _records(Record):
            for name, value in list(vars(record).items()):
                computed = isinstance(value, (property, FunctionType, classmethod)) and name[0] != "_"
                if computed and name not in COMPUTED and record.__module__.startswith("innopraktik_match."):
                    patch.setattr(record, name, property(fails))
        yield


def _records(record):
    for one in record.__subclasses__():
        yield one
        yield from _records(one)


@settings(max_examples=100)
@given(st.data())
def test_any_plan_is_counted_again_from_fields_alone(data):
    round = data.draw(rounds())
    visits = data.draw(plans(round))
    plainly = recount(round, visits)
    with fields_only():
        assert recount(round, visits) == plainly


@settings(max_examples=25)
@given(rounds())
def test_any_proof_is_verified_from_fields_alone(round):
    try:
        plan = solve(round)
    except RoundError:  # a lock that a hard rule forbids
        assume(False)
    with fields_only():
        assert check(round, plan).holds


# -- what is written twice ------------------------------------------------------------------


@st.composite
def lengths(draw):
    """Draw a round of any lengths and tolerance, with locks."""
    days = st.one_of(
        st.sampled_from(DAYS),
        st.integers(1, 10),
        st.tuples(st.integers(1, 10), st.integers(1, 10)).map(lambda two: f"{min(two)}-{max(two)}"),
    )
    weeks = st.lists(st.sampled_from([*WEEKS, "2026-W53", "2027-W01"]), max_size=3)
    people = st.lists(st.fixed_dictionaries({"days": days, "weeks": weeks}), max_size=3)
    lock = st.fixed_dictionaries(
        {"week": st.sampled_from([None, *WEEKS]), "days": st.sampled_from([None, 1, 10])}
    )
    return Round.model_validate(
        {
            "interns": [{"id": f"p{n}", **one} for n, one in enumerate(draw(people))],
            "hosts": [{"id": f"v{n}", **one} for n, one in enumerate(draw(people))],
            "locks": [{"intern": "p0", "host": "v0", **one} for one in draw(st.lists(lock, max_size=2))],
            "policy": {
                "weeks": draw(st.one_of(st.just([]), weeks)),
                "rules": {"duration": {"tolerance": draw(st.integers(0, 9))}},
            },
        }
    )


@settings(max_examples=300)
@given(lengths())
def test_both_writings_have_the_same_slots(round):
    assert [tuple(slot) for slot in slots_of(round)] == [(slot.week, slot.days) for slot in round.slots]


@settings(max_examples=200)
@given(rounds(), st.booleans())
def test_both_writings_have_the_same_aims(round, usual):
    if usual:
        round = round.model_copy(update={"policy": round.policy.model_copy(update={"aims": None})})
    assert Facts(round).aims == round.aims


@given(st.lists(st.integers(0, 50), min_size=1, max_size=4), st.integers(1, 9))
def test_both_writings_price_a_wish_the_same(points, rank):
    assert price_of_rank(tuple(points), rank) == Wishes(points=points).price(rank)


@pytest.mark.parametrize(
    ("points", "rank", "price"),
    [
        ([0, 4, 8], 3, 8),
        ([0, 4, 8], 5, 16),  # two further steps of 4
        ([7], 9, 7),  # one number has no step
        ([9, 4], 3, 0),  # 4 - 5 would be below 0
    ],
)
def test_past_the_end_the_last_step_goes_on(points, rank, price):
    assert price_of_rank(tuple(points), rank) == Wishes(points=points).price(rank) == price


@pytest.mark.parametrize(
    ("told", "distance"),
    [({"km": 90}, 90), ({"minutes": 35}, 35), ({"km": 90, "minutes": 35}, 90), ({"km": 0, "minutes": 35}, 0)],
)
def test_kilometres_go_before_minutes_even_where_they_are_none(told, distance):
    journey = Journey(origin="Malmö", destination="København", **told)
    assert _distance(journey) == journey.distance == distance


# -- what a fault in one of them leads to ---------------------------------------------------


THIRD_WISH = {
    "interns": [{"id": "p1", "wishes": ["v1", "v2", "v3"], "rejects": ["v1", "v2"]}],
    "hosts": [{"id": "v1"}, {"id": "v2"}, {"id": "v3"}],
    "policy": {"rules": {"intern_wishes": {"points": [0, 4]}}},
}
JOURNEY = {
    "interns": [{"id": "p1", "municipality": "Malmö"}],
    "hosts": [{"id": "v1", "municipality": "København"}],
    "travel": [{"origin": "Malmö", "destination": "København", "minutes": 35}],
}
AT_FOUR_DAYS = {"interns": [{"id": "p1", "days": 3}], "hosts": [{"id": "v1", "days": 5}]}
IN_ONE_WEEK = {
    "interns": [{"id": "p1", "weeks": ["2026-W38"]}, {"id": "p2", "weeks": ["2026-W37"]}],
    "hosts": [{"id": "v1"}, {"id": "v2"}],
}
TURNED_AWAY = {"interns": [{"id": "p1", "priority": 1}], "hosts": [{"id": "v1"}]}
FAULTS = {
    "every wish is free": (Wishes, "price", lambda rule, rank: 0, THIRD_WISH),
    "the step past the end is lost": (Wishes, "price", lambda rule, rank: rule.points[-1], THIRD_WISH),
    "no minute counts": (Journey, "distance", property(lambda one: one.km or 0), JOURNEY),
    "no tolerance": (Round, "lengths", property(lambda round: (3, 5)), AT_FOUR_DAYS),
    "a week too few": (Round, "weeks", property(lambda round: ("2026-W37",)), IN_ONE_WEEK),
    "no weeks": (Round, "weeks", property(lambda round: ()), IN_ONE_WEEK),
    "an aim too few": (Round, "aims", property(lambda round: ("placed", "points")), TURNED_AWAY),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_first_writing_is_told_by_the_second(fault, monkeypatch):
    record, name, wrong, tables = FAULTS[fault]
    round = Round.model_validate(tables)
    assert check(round, solve(round)).proven
    monkeypatch.setattr(record, name, wrong)
    with pytest.raises(DisagreementError):
        solve(round)
