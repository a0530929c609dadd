"""Places that are free, beside fresh solves: `python -m benchmarks.places [--asked N] [--moving N]`.

A round is solved, every eighth visit is cancelled, and some interns and hosts are asked for, half of them
without a visit. Each row is solved afresh with all visits of its plan locked and nobody else to be placed;
the first rows in which others move, with nothing but the pair locked. Every value of every aim must be the
same.
"""

from __future__ import annotations

import argparse
import time
from itertools import islice
from typing import TYPE_CHECKING

import innopraktik_match as im
from benchmarks.generate import Recipe, generate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.replanning.placing import Choice

CANCELLED = 8
"""One visit of so many is taken out of the plan."""


def fresh(round: Round, choice: Choice) -> dict[str, int]:
    """Return the aims of a fresh solve with all visits of a choice locked, and nobody else placed."""
    placed = {one for visit in choice.visits for one in visit.interns}
    locks = [
        im.Lock(intern=one, host=visit.host, week=visit.week, days=visit.days, status="agreed")
        for visit in choice.visits
        for one in visit.interns
    ]
    bans = [
        im.Ban(intern=one.id, host=host.id)
        for one in round.interns
        if one.id not in placed
        for host in round.hosts
    ]
    return _aims(im.solve(round.model_copy(update={"locks": (*round.locks, *locks), "bans": tuple(bans)})))


def fresh_pair(round: Round, choice: Choice, intern: str) -> dict[str, int]:
    """Return the aims of a fresh solve with the pair of a choice locked."""
    lock = im.Lock(intern=intern, host=choice.visit.host)
    return _aims(im.solve(round.model_copy(update={"locks": (*round.locks, lock)})))


def _aims(plan: Plan) -> dict[str, int]:
    if plan.status != "optimal":
        raise AssertionError(plan.status)
    return {aim.aim: aim.value for aim in plan.aims}


def wrong(found: Iterable[tuple[Choice, dict[str, int]]]) -> tuple[int, int]:
    """Return how many rows there are, and how many of them have other values than a fresh solve."""
    differing = [choice.then != aims for choice, aims in found]
    return len(differing), sum(differing)


def main() -> None:
    """Print a row for each question."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--asked", type=int, default=6, help="interns, and hosts")
    options.add_argument("--moving", type=int, default=2, help="rows with moves that are solved afresh")
    options.add_argument("--size", type=int, nargs=2, default=(150, 90))
    asked = options.parse_args()
    round = generate(Recipe(interns=asked.size[0], hosts=asked.size[1]))
    whole = im.solve(round)
    plan = im.Plan(visits=[visit for n, visit in enumerate(whole.visits) if n % CANCELLED])
    placed = {one for visit in plan.visits for one in visit.interns}
    without = [one.id for one in round.interns if one.id not in placed]
    half = asked.asked // 2
    interns = [*without[:half], *sorted(placed)[: asked.asked - half]]
    questions = [{"intern": one} for one in interns] + [
        {"host": one.id} for one in round.hosts[: asked.asked]
    ]
    print("| asked | rows | answer | solved afresh, other values | with moves, other values |")
    print("|---|---|---|---|---|")
    for question in questions:
        began = time.process_time()
        found = im.choices(round, plan, **question)
        seconds = time.process_time() - began
        rows, differing = wrong((one, fresh(round, one)) for one in found)
        told = ""
        if who := question.get("intern"):
            more = im.moving_choices(round, whole, im.choices(round, whole, intern=who), intern=who)
            some = ((one, fresh_pair(round, one, who)) for one in islice(more, asked.moving))
            told = "{}, {}".format(*wrong(some))
        name = " ".join(f"{side} {one}" for side, one in question.items())
        print(
            f"| {name} | {len(found)} | {seconds * 1000:.0f} ms | {rows}, {differing} | {told} |", flush=True
        )


if __name__ == "__main__":
    main()
