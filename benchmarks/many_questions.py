"""A thousand what-ifs, here and elsewhere: `python -m benchmarks.many_questions [--questions 1000]`.

Changes of the round of 2017, each another: answered one after the other in this process, on two processes,
and on a Dask cluster of two workers on this machine (where the extra `cluster` is installed); last on a
cluster of which a worker is killed in the middle. Every answer must be the same; ends with 1 where one is
not. Wall time and the time of processors: of this process, and of those that worked for it.
"""

from __future__ import annotations

import argparse
import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import psutil

import innopraktik_match as im
from innopraktik_match.explaining import study as studies
from innopraktik_match.many.child import CONTEXT, load_once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

    from innopraktik_match.domain.change import Change
    from innopraktik_match.domain.explanation import Answer
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round

ROUND = Path(__file__).parents[1] / "examples" / "runde_2017.xlsx"


def questions(round: Round, plan: Plan, count: int) -> list[Change]:
    """Return so many changes, first those that touch one person or host, then pairs, wished ones before."""
    interns, hosts = [one.id for one in round.interns], [one.id for one in round.hosts]
    small = [host for host in round.hosts if host.max < round.policy.rules.capacity.limit]
    wished = [(intern.id, host) for intern in round.interns for host in intern.wishes]
    pairs = dict.fromkeys(chain(wished, ((intern, host) for intern in interns for host in hosts)))
    held = [(intern, visit.host) for visit in plan.visits for intern in visit.interns]
    found = chain(
        (im.Change(change="one_more_place", host=host.id) for host in small),
        (im.Change(change="without", intern=intern) for intern in interns),
        (im.Change(change="pair_apart", intern=intern, host=host) for intern, host in held),
        (im.Change(change="pair_together", intern=intern, host=host) for intern, host in pairs),
    )
    return [change for change, _ in zip(found, range(count), strict=False)]


def figures(answers: tuple[Answer, ...]) -> list[Any]:
    """Return what must be the same wherever it was found."""
    return [(answer.change, answer.status, answer.aims) for answer in answers]


def processor_of(processes: list[psutil.Process]) -> float:
    """Return the seconds of a processor that processes have used; those that are gone have none."""
    total = 0.0
    for one in processes:
        try:
            total += sum(one.cpu_times()[:2])
        except psutil.Error:
            continue
    return total


@contextmanager
def two_processes() -> Iterator[tuple[Executor, list[int]]]:
    """Open a pool of two processes that have loaded the engine."""
    with ProcessPoolExecutor(2, mp_context=CONTEXT) as pool:
        pids = set(pool.map(_pid, range(20)))
        yield pool, list(pids)


@contextmanager
def cluster() -> Iterator[tuple[Executor, list[int]]]:
    """Open a Dask cluster of two workers on this machine."""
    import distributed

    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options) as workers, distributed.Client(workers) as client:
        client.run(_pid, 0)
        yield client.get_executor(), list(client.run(os.getpid).values())


def _pid(_: int) -> int:
    import innopraktik_match.explaining.study  # noqa: F401

    time.sleep(0.02)
    return os.getpid()


def measure(
    name: str, round: Round, plan: Plan, asked: list[Change], executor: Executor | None, pids: list[int]
) -> list[Any]:
    """Ask all of a new study, print a row, and return the figures."""
    there = [psutil.Process(pid) for pid in pids]
    study = im.Study(round, plan)
    before, wall, own = processor_of(there), time.perf_counter(), time.process_time()
    answers = study.ask_many(asked, executor=executor)
    took, own = time.perf_counter() - wall, time.process_time() - own
    theirs = processor_of(there) - before
    each = 1000 * (own + theirs) / len(asked)
    print(
        f"| {name} | {took:.1f} s | {own:.1f} s | {theirs:.1f} s | {1000 * took / len(asked):.1f} ms"
        f" | {each:.1f} ms |",
        flush=True,
    )
    return figures(answers)


def main() -> None:
    """Print a row for each way, and whether all answers are the same."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--questions", type=int, default=1000)
    count = options.parse_args().questions
    load_once("innopraktik_match.explaining.study")
    round = im.read(ROUND)
    plan = im.solve(round)
    asked = questions(round, plan, count)
    calls = -(-len(asked) // studies.TOGETHER)
    print(f"{len(asked)} changes of the round of 2017, {calls} calls of {studies.TOGETHER}")
    print("| where | wall | processor here | processor there | wall a question | processor a question |")
    print("|---|---|---|---|---|---|")
    alone = measure("one process, one after the other", round, plan, asked, None, [])
    found = {}
    with two_processes() as (executor, pids):
        found["processes"] = measure("two processes", round, plan, asked, executor, pids)
    try:
        with cluster() as (executor, pids):
            found["cluster"] = measure("Dask, two workers", round, plan, asked, executor, pids)
        with cluster() as (executor, pids):
            Thread(target=_kill, args=(pids[0],), daemon=True).start()
            found["killed"] = measure("Dask, one of them killed", round, plan, asked, executor, pids)
    except ImportError:
        print("(no Dask here: pip install 'innopraktik-match[cluster]')")
    same = {name: one == alone for name, one in found.items()}
    print(f"the same answers as in one process: {same}")
    raise SystemExit(0 if all(same.values()) else 1)


def _kill(pid: int) -> None:
    """Kill a worker once it has worked for a while."""
    worker = psutil.Process(pid)
    begun = sum(worker.cpu_times()[:2])
    while sum(worker.cpu_times()[:2]) < begun + 1.0:
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)
    print("(a worker is killed)", flush=True)


if __name__ == "__main__":
    main()
