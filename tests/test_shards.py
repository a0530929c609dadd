"""Pricing by shards of hosts: whoever prices them, the visits, bounds and plans are those of one process."""

from __future__ import annotations

import pickle
import re
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from benchmarks.generate import Recipe, generate
from hypothesis import given, settings
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.engine.control import Control, Stopped
from innopraktik_match.engine.prices import shards
from innopraktik_match.engine.prices.bounds import proven, valid
from innopraktik_match.engine.prices.shards import Shard, Shards, price_shard, stage_of
from innopraktik_match.many.child import CONTEXT
from innopraktik_match.model import tuning
from tests.stages import solved_stages
from tests.strategies import rounds


class Here(Executor):
    """Runs each call at once, as a process of its own memory would, and notes it; or loses some."""

    def __init__(self, loses=lambda number: None):
        self.loses, self.calls = loses, []

    def submit(self, call, /, *args, **kwargs):
        self.calls.append(args)
        future = Future()
        loses = self.loses(len(self.calls))
        if loses == "refuses":
            raise RuntimeError("the executor was shut down")
        if loses == "cancels":
            future.cancel()
            future.set_running_or_notify_cancel()
        elif loses:
            future.set_exception(OSError("the worker is gone"))
        else:
            future.set_result(call(*args, **kwargs))
        return future


@contextmanager
def at_most(options):
    """Have shards hold so many options."""
    before, tuning.SHARD_OPTIONS = tuning.SHARD_OPTIONS, options
    try:
        yield
    finally:
        tuning.SHARD_OPTIONS = before


def lists(groups):
    return [
        groups.place.tolist(),
        groups.options.tolist(),
        groups.visit_points.tolist(),
        groups.reduced.tolist(),
    ]


@given(rounds(), st.integers(0, 2**32), st.integers(1, 9), st.booleans())
@settings(max_examples=40)
def test_shards_find_the_visits_that_one_process_finds(round, seed, size, lost):
    executor = Here(lambda number: lost and number % 2)
    for stage in solved_stages(round)[1]:
        drawn = np.random.default_rng(seed).integers(-50, 500, len(stage.lower))
        price = valid(stage, drawn * stage.scale)
        alone = proven(stage, price, Control())
        with at_most(size):
            found = proven(stage, price, Control(shards=Shards(executor)))
        assert found.scaled_bound == alone.scaled_bound
        assert lists(found.found) == lists(alone.found)
        assert lists(found.entering) == lists(alone.entering)
        assert found.reduced.option.tolist() == alone.reduced.option.tolist()


ROUND = generate(Recipe(interns=60, hosts=30, seed=3))


@pytest.fixture(scope="module")
def plan():
    return im.solve(ROUND, workers=1)


def same(one, other):
    """Whether two plans are the same, the proofs of their bounds too."""
    return (one.visits, one.aims, one.proof) == (other.visits, other.aims, other.proof)


def test_processes_that_price_the_shards_change_nothing(plan):
    with at_most(400), ProcessPoolExecutor(2, mp_context=CONTEXT) as processes:
        assert same(im.solve(ROUND, workers=1, executor=processes), plan)


@pytest.mark.parametrize("loses", ["refuses", "cancels", "breaks"])
def test_what_an_executor_loses_is_priced_here(plan, loses):
    executor = Here(lambda number: loses if number % 3 else None)
    with at_most(400):
        assert same(im.solve(ROUND, workers=1, executor=executor), plan)
    assert len(executor.calls) > 10


def test_a_shard_is_sent_once_and_holds_no_names(plan, monkeypatch):
    monkeypatch.setattr(shards, "_KEPT", type(shards._KEPT)())
    executor = Here()
    named = ROUND.model_copy(
        update={"interns": tuple(one.model_copy(update={"name": "Hemmelig"}) for one in ROUND.interns)}
    )
    with at_most(400):
        im.solve(named, workers=1, executor=executor)
    sent = [(key, data) for key, data, _, _ in executor.calls if data is not None]
    assert len({key for key, _ in sent}) == len(sent) > 1
    words = b"".join(data for _, data in sent)
    assert b"Hemmelig" not in words
    assert ROUND.interns[0].id.encode() + b"@" not in words
    assert len(sent) < len(executor.calls) / 4
    assert {key[1] for key in shards._KEPT} <= {max(key[1] for key, _ in sent) - n for n in (0, 1)}


def test_a_process_keeps_the_shards_of_the_last_two_solves(monkeypatch):
    monkeypatch.setattr(shards, "_KEPT", type(shards._KEPT)())
    stage = solved_stages(im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}, {"id": "v2"}]))[1][-1]
    price = np.zeros(len(stage.lower), dtype=np.int64).tobytes()
    for solve in "abc":
        key = (solve, 1, 0)
        assert price_shard(key, None, price, True) == shards.UNKNOWN
        data = pickle.dumps(stage_of(stage, Shard(key, 0, 1)))
        assert price_shard(key, data, price, True) == price_shard(key, None, price, True) != shards.UNKNOWN
    assert [key[0] for key in shards._KEPT] == ["b", "c"]


def test_a_small_round_is_priced_in_one_process(plan):
    executor = Here()
    assert same(im.solve(ROUND, workers=1, executor=executor), plan)
    assert executor.calls == []


def test_whoever_waits_for_a_worker_hears_that_the_time_is_up():
    stage = solved_stages(ROUND)[1][-1]

    class Silent(Executor):
        def submit(self, *_, **__):
            self.call = Future()
            return self.call

    def stop():
        raise Stopped

    executor = Silent()
    with at_most(400), pytest.raises(Stopped):
        Shards(executor).priced(stage, np.zeros(len(stage.lower), dtype=np.int64), stop)
    assert executor.call.cancelled()


def test_what_is_no_executor_is_refused():
    with pytest.raises(TypeError, match="executor"):
        im.solve(ROUND, executor="processes")
    with pytest.raises(TypeError, match="executor"):
        im.solve_many([ROUND], executor=2)


def test_the_example_of_the_page_runs():
    page = (Path(__file__).parents[1] / "docs" / "large-rounds.md").read_text(encoding="utf-8")
    names = {"__name__": "__main__"}
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(example, names)
    assert names["plan"].status == "optimal"
