"""A call that cannot be made says what was given and what is expected, all of it at once."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.cli import main
from innopraktik_match.domain.arguments import number, record, require

ROUND = im.Round.model_validate({"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]})
PLAN = im.Plan()


@pytest.mark.parametrize(
    ("argument", "value", "error", "sentence"),
    [
        ("time_limit", -1, ValueError, "time_limit is -1, but must be a number, 0 or more."),
        ("time_limit", math.nan, ValueError, "time_limit is nan, but must be a number, 0 or more."),
        ("time_limit", "60", TypeError, "time_limit is '60', but must be a number, 0 or more."),
        ("gap", -0.1, ValueError, "gap is -0.1, but must be a number, 0 or more and at most 1."),
        ("gap", 1.5, ValueError, "gap is 1.5, but must be a number, 0 or more and at most 1."),
        ("gap", math.nan, ValueError, "gap is nan, but must be a number, 0 or more and at most 1."),
        ("seed", -1, ValueError, "seed is -1, but must be a whole number, 0 or more."),
        ("seed", 1.5, TypeError, "seed is 1.5, but must be a whole number, 0 or more."),
        ("seed", True, TypeError, "seed is True, but must be a whole number, 0 or more."),
        ("seed", "1", TypeError, "seed is '1', but must be a whole number, 0 or more."),
        ("workers", 0, ValueError, "workers is 0, but must be a whole number, 1 or more."),
        ("workers", 2.0, TypeError, "workers is 2.0, but must be a whole number, 1 or more."),
        ("memory_limit", 0, ValueError, "memory_limit is 0, but must be a number, above 0."),
        ("memory_limit", -2, ValueError, "memory_limit is -2, but must be a number, above 0."),
        ("memory_limit", math.nan, ValueError, "memory_limit is nan, but must be a number, above 0."),
        ("memory_limit", math.inf, ValueError, "memory_limit is inf, but must be a number, above 0."),
        ("on_progress", "print", TypeError, "on_progress is 'print', but must be a function."),
    ],
)
def test_solve_says_which_argument_cannot_be_used(
    argument: str, value: Any, error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error) as refused:
        im.solve(ROUND, **{argument: value})
    assert str(refused.value) == sentence


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(TypeError) as refused:
        im.solve({}, seed=-1, gap=2, workers=0)  # type: ignore[arg-type]
    lines = str(refused.value).splitlines()
    assert [line.split()[0] for line in lines] == ["round", "gap", "seed", "workers"]
    assert lines[0].startswith(
        "round is a dict, but must be a Round: Round.model_validate makes one of a dict"
    )


@pytest.mark.parametrize(
    "argument",
    [
        {"seed": np.int64(3)},
        {"seed": 2**80},
        {"gap": np.float32(0.5)},
        {"time_limit": math.inf},
        {"time_limit": np.int32(60)},
        {"workers": np.int8(1)},
        {"memory_limit": 4},
    ],
)
def test_numbers_of_numpy_and_at_the_limits_are_taken(argument: Any) -> None:
    assert im.solve(ROUND, **argument).status == "optimal"


@pytest.mark.parametrize(
    ("call", "names"),
    [
        (lambda: im.solve({}), ["round"]),
        (lambda: im.solve(None), ["round"]),
        (lambda: im.score({}, PLAN), ["round"]),
        (lambda: im.score(PLAN, ROUND), ["round", "plan"]),
        (lambda: im.score(ROUND, [{"host": "v1"}]), ["plan"]),
        (lambda: im.score(ROUND, "plan.json"), ["plan"]),
        (lambda: im.check(PLAN, ROUND), ["round", "plan"]),
        (lambda: im.check(ROUND, None), ["plan"]),
        (lambda: im.read(3), ["input"]),
        (
            lambda: im.read("a", None, policy=3, preset=4, encoding=5),
            ["input", "policy", "preset", "encoding"],
        ),
        (lambda: im.read_plan(ROUND, "plan.json"), ["path", "round"]),
        (lambda: im.read_frames([], [], policy=3, preset=4), ["policy", "preset"]),
        (lambda: im.write("plan.xlsx", PLAN), ["plan", "path"]),
        (lambda: im.write(PLAN, "plan.xlsx", {}, lang="de"), ["round", "lang"]),
        (lambda: im.write_round("r.xlsx", ROUND, "de"), ["round", "path", "lang"]),
        (lambda: im.write_template(3, None), ["path", "lang"]),
    ],
)
def test_every_call_says_which_arguments_are_of_the_wrong_kind(call: Any, names: list[str]) -> None:
    with pytest.raises(TypeError) as refused:
        call()
    lines = str(refused.value).splitlines()
    assert [line.split()[0] for line in lines] == names
    assert all(", but must be " in line and line.endswith(tuple(".s")) for line in lines)


@pytest.mark.parametrize("lang", ["de", "DA", "", "english"])
def test_a_language_that_nobody_speaks_is_refused_before_anything_is_written(
    tmp_path: Any, lang: Any
) -> None:
    for call in (
        lambda: im.write_round(ROUND, tmp_path / "r.xlsx", lang),
        lambda: im.write(PLAN, tmp_path / "p.xlsx", lang=lang),
        lambda: im.write_template(tmp_path / "t.xlsx", lang),
    ):
        with pytest.raises(ValueError, match="must be 'da' or 'en'"):
            call()
    assert list(tmp_path.iterdir()) == []


def test_wrong_data_is_still_told_as_data() -> None:
    with pytest.raises(im.RoundError):
        im.solve(im.Round())
    with pytest.raises(im.RoundError):
        im.read("r.xlsx", preset="nothing")
    with pytest.raises(im.RoundError):
        im.score(ROUND, [im.Visit(host="v9", interns=("p1",))])


def test_whatever_is_given_is_a_record_of_that_class_or_wrong() -> None:
    class Own(im.Round):
        pass

    assert record("round", Own(), "Round") is None
    assert record("round", None, "Round", optional=True) is None
    assert record("plan", ROUND, "Plan") == (
        "plan is a Round, but must be a Plan: solve makes one, read_plan reads one.",
        True,
    )
    require(None, None)


@given(
    st.integers()
    | st.floats()
    | st.sampled_from([2**2000, -(2**2000), np.float64("nan"), np.float32(0.5), 10**300])
)
def test_a_number_is_taken_between_its_limits_and_only_there(value: Any) -> None:
    inside = value == value and 0 <= value <= 1
    assert (number("x", value, least=0, most=1) is None) == inside
    assert (number("x", value, above=0) is None) == bool(0 < value < math.inf)
    assert (number("x", value, least=0, endless=True) is None) == (value >= 0)


@pytest.mark.parametrize(
    "option",
    ["--time-limit=nan", "--gap=nan", "--memory-limit=nan", "--memory-limit=0", "--memory-limit=inf"],
)
def test_the_command_line_calls_them_wrong_usage(option: str, capsys: Any) -> None:
    with pytest.raises(SystemExit) as left:
        main(["solve", "examples/round_2017", option])
    assert left.value.code == 2
    assert option.partition("=")[0] in capsys.readouterr().err
