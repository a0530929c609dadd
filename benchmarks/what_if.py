"""What if, beside fresh solves: `python -m benchmarks.what_if [--check] [--every] [--most N] [--round N...]`.

Every wished pair that the plan does not hold and no rule forbids is asked of a standing round (with `--every`
also those that nobody wished); every tenth is solved afresh too, for the time of it. With `--check` all are,
and every value of every aim must be the same: as many solves as there are pairs, for the night.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import innopraktik_match as im
from benchmarks.generate import Recipe, generate
from innopraktik_match.explaining.rulings import Rulings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.change import Change
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round

EXAMPLES = Path(__file__).parents[1] / "examples"
RECIPES = ((72, 51), (90, 60), (110, 70), (130, 80), (150, 90), (1000, 550))
SMALL = 150
"""Up to so many interns all values are compared."""
EVERY = 10


class Measured(NamedTuple):
    """Seconds of one round: the solve, the beginning of a study, each question, and each fresh solve."""

    name: str
    solve: float
    begin: float
    questions: list[float]
    fresh: list[float]
    wrong: int


def rounds() -> Iterator[tuple[str, Round]]:
    """Yield the rounds that are asked."""
    yield "2017, as an example", im.read(EXAMPLES / "runde_2017.xlsx")
    yield "2015, short of places", im.read(EXAMPLES / "runde_2015.xlsx")
    for interns, hosts in RECIPES:
        yield f"{interns:,} x {hosts}", generate(Recipe(interns=interns, hosts=hosts))


def pairs(round: Round, plan: Plan, every: bool) -> list[Change]:
    """Return the wished pairs, or all, that the plan does not hold though they could meet, as changes."""
    rulings = Rulings(round, ())
    held = {(intern, visit.host) for visit in plan.visits for intern in visit.interns}
    return [
        im.Change(change="pair_together", intern=intern.id, host=host)
        for intern in round.interns
        for host in ([one.id for one in round.hosts] if every else intern.wishes)
        if (intern.id, host) not in held and not rulings.forbidding(intern.id, host)
    ]


def measure(name: str, round: Round, check: bool, every: bool, most: int) -> Measured:
    """Ask all, or the first so many, and solve some or all of them afresh."""
    began = time.perf_counter()
    plan = im.solve(round)
    solved = time.perf_counter()
    study, changes = im.Study(round, plan), pairs(round, plan, every)[:most]
    for change in changes[:1]:
        study.ask(change)
    begin = time.perf_counter() - solved
    questions, fresh, wrong = [], [], 0
    for number, change in enumerate(changes[1:]):
        asked = time.perf_counter()
        answer = study.ask(change)
        questions.append(time.perf_counter() - asked)
        if number % EVERY == 0 or (check and len(round.interns) <= SMALL):
            asked = time.perf_counter()
            best = im.solve(study.changed(change))
            fresh.append(time.perf_counter() - asked)
            wrong += [aim.value for aim in best.aims] != [aim.then for aim in answer.aims]
    return Measured(name, solved - began, begin, questions, fresh, wrong)


def main() -> None:
    """Print a row for each round."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    options.add_argument("--every", action="store_true")
    options.add_argument("--most", type=int, default=10**6)
    options.add_argument("--round", type=int, nargs="*", help="by number, from 0; all where left out")
    asked = options.parse_args()
    print(
        "| round | pairs | median | 90 % | all | fresh solve | study begins | solved afresh, other values |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for number, (name, round) in enumerate(rounds()):
        if asked.round and number not in asked.round:
            continue
        one = measure(name, round, asked.check, asked.every, asked.most)
        times = sorted(one.questions)
        print(
            f"| {one.name} | {len(times)} | {median(times) * 1000:.1f} ms"
            f" | {times[len(times) * 9 // 10] * 1000:.1f} ms | {sum(times):.2f} s"
            f" | {median(one.fresh) * 1000:.0f} ms | {one.begin:.2f} s | {len(one.fresh)}, {one.wrong} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
