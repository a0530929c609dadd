"""Rounds and plans never change, all the way in, and can be keys."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any, get_args

import pytest
from hypothesis import given, settings

import innopraktik_match as im
from innopraktik_match.domain.plan import AimProof, Conflict, Lottery, Price, Proof, Reason, Unplaced
from innopraktik_match.domain.record import FrozenDict, Record
from tests.wide_rounds import wide_rounds

ROUND = {
    "interns": [
        {"id": "p1", "extra": {"b": "1", "a": "ø"}, "days": "2-5"},
        {"id": "p2", "days": 3, "extra": {"x": "y"}},
    ],
    "hosts": [{"id": "v1", "extra": {"z": "1"}, "max": 2}],
    "travel": [{"origin": "a", "destination": "b", "km": 3}],
    "history": [{"intern": "p1", "host": "v1", "year": 2020}],
}
PLAN = {
    "status": "infeasible",
    "points_by_rule": {"travel": 3, "ban": 0},
    "impossible": [{"short": 1, "demands": [["lock", "a", "b"]]}],
    "visits": [{"host": "v1", "interns": ["p1"]}],
    "unplaced": [{"intern": "p2", "reasons": [{"code": "full", "hosts": ["v1"], "count": 1}]}],
    "lottery": {"value": 3},
    "proof": {
        "aims": [{"aim": "placed", "kind": "prices", "prices": [{"rule": "r", "key": ["a"], "price": 1}]}]
    },
    "seconds": 1.5,
}


def everything() -> list[Record]:
    round, plan = im.Round.model_validate(ROUND), im.Plan.model_validate(PLAN)
    return [round, plan, plan.sealed(), *inside(round), *inside(plan)]


def inside(value: Any) -> list[Record]:
    """Return all records within a value."""
    if isinstance(value, Record):
        return [value, *(one for _, field in value for one in inside(field))]
    return [one for part in value for one in inside(part)] if isinstance(value, tuple) else []


def test_every_kind_of_record_is_tried() -> None:
    kinds = {type(one) for one in everything()}
    assert {
        im.Round,
        im.Plan,
        im.Intern,
        im.Host,
        im.Policy,
        im.Visit,
        Unplaced,
        Reason,
        Lottery,
        Proof,
    } <= kinds
    assert {AimProof, Price, im.Days} <= kinds


@pytest.mark.parametrize("record", everything(), ids=lambda one: type(one).__name__)
def test_a_record_has_a_hash_and_survives_every_copy(record: Record) -> None:
    for twin in (
        copy.copy(record),
        copy.deepcopy(record),
        record.model_copy(),
        record.model_copy(deep=True),
        pickle.loads(pickle.dumps(record)),
        type(record).model_validate(record.model_dump()),
        type(record).model_validate_json(record.model_dump_json()),
    ):
        assert twin == record
        assert hash(twin) == hash(record)
    assert len({record, copy.deepcopy(record)}) == 1


@pytest.mark.parametrize("record", everything(), ids=lambda one: type(one).__name__)
def test_nothing_in_a_record_can_be_changed(record: Record) -> None:
    def deep(value: Any) -> None:
        if isinstance(value, Record):
            for name, field in value:
                with pytest.raises(ValueError, match="frozen"):
                    setattr(value, name, field)
                deep(field)
        elif isinstance(value, dict):
            with pytest.raises(TypeError, match="frozen"):
                value["new"] = 1
            for one in value.values():
                deep(one)
        elif isinstance(value, tuple):
            for one in value:
                deep(one)
        else:
            assert value is None or isinstance(value, (str, int, float))

    deep(record)


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found.update(a=2),
        lambda found: found.pop("a"),
        lambda found: found.popitem(),
        lambda found: found.clear(),
        lambda found: found.setdefault("b", 1),
        lambda found: found.__delitem__("a"),
        lambda found: found.__ior__({"b": 1}),
    ],
)
def test_a_frozen_dict_refuses_every_change(change: Any) -> None:
    found = FrozenDict({"a": 1})
    with pytest.raises(TypeError, match="frozen"):
        change(found)
    assert found == {"a": 1}


def test_every_way_to_change_a_dict_is_refused() -> None:
    named = {name for name in vars(dict) if name in vars(FrozenDict)}
    changing = {"__setitem__", "__delitem__", "__ior__", "clear", "pop", "popitem", "setdefault", "update"}
    assert changing <= named
    assert {name for name in vars(dict) if not name.startswith("_")} - changing == {
        "copy", "fromkeys", "get", "items", "keys", "values",
    }  # fmt: skip


def test_a_plain_dict_is_the_same_as_a_frozen_one() -> None:
    intern = im.Intern(id="p1", extra={"a": "1"})
    assert intern.extra == {"a": "1"}
    assert intern.extra == {"a": "1"}
    assert json.dumps(intern.extra) == '{"a": "1"}'
    assert intern == im.Intern.model_validate({"id": "p1", "extra": {"a": "1"}})
    assert hash(im.Intern(id="p", extra={"a": "1", "b": "2"})) == hash(
        im.Intern(id="p", extra={"b": "2", "a": "1"})
    )


def test_what_a_copy_is_given_is_frozen_too() -> None:
    given = {"a": "1"}
    intern = im.Intern(id="p1").model_copy(update={"extra": given, "themes": ["x"]})
    given["a"] = "2"
    assert (intern.extra, intern.themes) == ({"a": "1"}, ("x",))
    assert hash(intern) == hash(im.Intern(id="p1", extra={"a": "1"}, themes=("x",)))


def test_plans_that_say_the_same_are_equal_however_long_they_took() -> None:
    plan = im.Plan.model_validate(PLAN)
    later = plan.model_copy(update={"seconds": 9.0})
    assert plan == later == later.sealed()
    assert len({plan, later, later.sealed()}) == 1
    assert later.sealed().sha256 != plan.sealed().sha256


@pytest.mark.parametrize(
    "name", sorted(set(im.Plan.model_fields) - {"seconds", "made", "sha256", "signature", "schema_version"})
)
def test_plans_that_differ_in_anything_else_are_not(name: str) -> None:
    other: Any = {
        "status": "optimal", "stopped_by": "time", "seed": 1, "version": "9", "input_sha256": "ab", "lottery": None,
        "proof": None, "points_by_rule": {"travel": 4},
    }.get(name, ())  # fmt: skip
    plan = im.Plan.model_validate(PLAN)
    changed = plan.model_copy(update={name: ("v9",) if name == "unused_hosts" else other})
    if name == "aims":
        changed = plan.model_copy(
            update={"aims": (im.AimResult(aim="placed", value=1, bound=1, proven=True),)}
        )
    assert changed != plan
    assert plan != "a plan"


def test_the_fingerprints_are_those_of_earlier_versions() -> None:
    """Worked out before dicts were frozen: plans of then must fit rounds of now."""
    assert im.Round.model_validate(ROUND).sha256() == (
        "b5cf5d57c8bfc344d78d4332676f046081bca377171fd8130079e6d8660a6426"
    )
    assert im.read("examples/round_2017").sha256() == (
        "c797d088e11087045d24817a3e980721fd1442f4b4932fbcae16a810ab0cf434"
    )
    assert im.Plan().content_sha256() == "82038d84cd71e2479af7298888cd7919b5ec675456ad5cc2008c59fa01459e94"
    conflict = Conflict(short=1, demands=[["lock", "a", "b"]], limits=[["host_visits", "v"]])
    plan = im.Plan(points_by_rule={"travel": 3, "ban": 0}, impossible=(conflict,), seconds=1.5)
    assert plan.content_sha256() == "dc3c09fbc0afc578da8ef7730efa5d1859bbc3e219088b25a84241e7ba387ec0"


@settings(max_examples=30)
@given(wide_rounds())
def test_any_round_can_be_a_key(round: im.Round) -> None:
    twin = im.Round.model_validate_json(round.model_dump_json())
    assert {round: 1}[twin] == 1


def test_a_solved_plan_can_be_a_key() -> None:
    round = im.Round.model_validate({"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]})
    assert len({im.solve(round), im.solve(round)}) == 1


def test_no_record_holds_a_dict_that_is_not_frozen() -> None:
    def kinds(annotation: Any) -> set[Any]:
        return {annotation, *(one for arg in get_args(annotation) for one in kinds(arg))}

    for record in {type(one) for one in everything()}:
        for field in record.model_fields.values():
            assert not {dict, list, set} & {
                getattr(one, "__origin__", one) for one in kinds(field.annotation)
            }
