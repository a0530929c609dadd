"""Prices by shards, beside one process: `python -m benchmarks.shards INTERNS HOSTS`.

The search for prices of a whole round, all aims weighed into one, without a limit of time: once in this
process, once with the hosts in shards on worker processes. Bounds and prices must be the same whole numbers;
ends with 1 where they are not. `--passes N`: so many passes of dual ascent and the bound, no more. Traffic is
that of the calls; the memory of a shard is what a new process has at most while it prices it, less what it
had before.
"""

from __future__ import annotations

import argparse
import os
import pickle
import resource
import time
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.generate import Recipe, generate
from innopraktik_match.engine.control import Control
from innopraktik_match.engine.plans.greedy import filled, worth_of_rows
from innopraktik_match.engine.plans.slots import slotted
from innopraktik_match.engine.prices.bounds import proven, valid
from innopraktik_match.engine.prices.column_generation import find_prices
from innopraktik_match.engine.prices.dual_ascent import ascend, opening
from innopraktik_match.engine.prices.shards import Shards, price_shard, stage_of
from innopraktik_match.engine.search import Search
from innopraktik_match.engine.stages.blend import blend
from innopraktik_match.engine.stages.scaling import finest_scale
from innopraktik_match.many.child import CONTEXT, load_once
from innopraktik_match.model import tuning
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.groups import joined
from innopraktik_match.model.options import build_offers, build_options

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.engine.prices.bounds import Priced
    from innopraktik_match.engine.stages.aims import Stage

MB = 2**20


class Counting(Executor):
    """Hands calls on to an executor, and counts the bytes that go and come.

    Attributes
    ----------
    calls, sent, shards, shard_bytes, came : int
        Calls; bytes of prices; shards sent, and their bytes; bytes of answers.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self.calls = self.sent = self.shards = self.shard_bytes = self.came = 0

    def submit(self, call: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand a call on."""
        _, data, price, _ = args
        self.calls += 1
        self.sent += len(price)
        self.shards += data is not None
        self.shard_bytes += len(data or b"")
        future = self._executor.submit(call, *args, **kwargs)
        future.add_done_callback(self._count)
        return future

    def _count(self, future: Future[Any]) -> None:
        self.came += len(future.result())


@dataclass(frozen=True)
class Found:
    """Prices, the stage they are of, and what they took."""

    stage: Stage
    priced: Priced
    columns: int
    wall: float
    own: float


def prices_of(search: Search, passes: int | None) -> Found:
    """Return the prices of a whole round, as `solve` begins; or what so many passes of ascent find."""
    stage, _ = blend(search.offers, search.rows, search.measures)
    if passes is not None:
        scale = finest_scale(search.offers, search.rows, [stage.cost], search.most_visits)
        stage = replace(stage, scale=scale)
        wall, own = time.perf_counter(), time.process_time()
        price = valid(stage, ascend(stage, opening(stage), search.control, passes))
        priced = proven(stage, price, search.control)
        wall, own = time.perf_counter() - wall, time.process_time() - own
        return Found(
            stage, priced, len(joined([priced.found, priced.entering], search.pool.width)), wall, own
        )
    reduced = replace(stage, scale=1).reduced(worth_of_rows(stage))
    begun = slotted(stage, reduced, [], search.control)
    rows = filled(stage, search.pool, search.control, begun)
    stage = replace(stage, scale=finest_scale(search.offers, search.rows, [stage.cost], search.most_visits))
    wall, own = time.perf_counter(), time.process_time()
    priced, _ = find_prices(stage, search.pool, search.control, rows)
    return Found(stage, priced, len(search.pool), time.perf_counter() - wall, time.process_time() - own)


def peak() -> int:
    """Return the most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def used_by(_: int) -> tuple[int, float]:
    """Return the number of a process, and the seconds of a processor that it has used."""
    time.sleep(0.05)  # so that each worker is asked
    return os.getpid(), time.process_time()


def memory_of(data: bytes, price: bytes) -> int:
    """Return what a process needs for a shard; called in a new one."""
    before = peak() - len(data)
    key = ("measured", 0, 0)
    for shard in (data, None):
        price_shard(key, shard, price, True)
    return peak() - before


def measure(recipe: Recipe, shards: int, workers: int, passes: int | None) -> bool:
    """Print what was found alone and by shards; return whether it is the same."""
    round = generate(recipe)
    columns = build_columns(round)
    offers = build_offers(columns, build_options(columns))

    def search(control: Control) -> Search:
        return Search(offers, round.aims, 0, control, 0.0)

    print(f"{recipe.interns:,} x {recipe.hosts:,}: {len(offers):,} options", flush=True)
    alone = prices_of(search(Control(workers=1)), passes)
    print(f"one process: {told(alone)}", flush=True)
    tuning.SHARD_OPTIONS = -(-len(offers) // shards)
    with ProcessPoolExecutor(workers, mp_context=CONTEXT) as pool:
        counting = Counting(pool)
        control = Control(workers=1, shards=Shards(counting))
        apart = prices_of(search(control), passes)
        used = dict(pool.map(used_by, range(8 * workers)))
    print(f"{shards} shards on {workers} workers: {told(apart)}")
    same = (
        apart.priced.scaled_bound == alone.priced.scaled_bound
        and bool((apart.priced.price == alone.priced.price).all())
        and apart.columns == alone.columns
    )
    print(f"the same bound, prices and number of visits: {same}")
    calls = counting.calls - counting.shards
    print(
        f"calls {calls:,}; a pass: {shards * counting.sent / counting.calls / MB:.2f} MB out,"
        f" {shards * counting.came / counting.calls / MB:.2f} MB back; shards sent {counting.shards},"
        f" {counting.shard_bytes / MB:,.1f} MB; workers' processor {sum(used.values()):.1f} s"
    )
    price = alone.priced.price.tobytes()
    for shard in Shards(counting)._shards(alone.stage):
        data = pickle.dumps(stage_of(alone.stage, shard), protocol=5)
        with ProcessPoolExecutor(1, mp_context=CONTEXT) as pool:
            needed = pool.submit(memory_of, data, price).result()
        print(f"  shard {shard.key[2]}: {len(data) / MB:,.1f} MB sent, {needed / MB:,.1f} MB in its worker")
    print(f"this process: {peak() / MB:,.0f} MB at most", flush=True)
    return same


def told(found: Found) -> str:
    """Return what was found in words."""
    priced = found.priced
    return (
        f"bound {priced.scaled_bound}/{priced.scale}, {found.columns:,} visits, sum of prices"
        f" {int(np.abs(priced.price).sum())}, {found.wall:.1f} s, of its processor {found.own:.1f} s"
    )


def main() -> None:
    """Measure what is asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("interns", type=int)
    options.add_argument("hosts", type=int)
    options.add_argument("--shards", type=int, default=4)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--places", type=float, default=1.1)
    options.add_argument("--passes", type=int)
    asked = options.parse_args()
    load_once()
    recipe = Recipe(interns=asked.interns, hosts=asked.hosts, places=asked.places)
    same = measure(recipe, asked.shards, asked.workers, asked.passes)
    raise SystemExit(0 if same else 1)


if __name__ == "__main__":
    main()
