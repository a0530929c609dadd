"""What each step of the engine brings: seeded rounds solved with the step and without it, back to back.

`python -m benchmarks.ablation` writes `benchmarks/results/ablation.csv` and the table in `docs/engine.md`;
`--constants` halves and doubles the tuning constants one by one instead, and prints what that changes.
Every solve has a process of its own. Time and limit are processor time: others may be at work on the machine.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from itertools import product
from math import inf
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks import cells
from benchmarks.generate import Recipe, generate
from benchmarks.machine import ROOT, machine
from innopraktik_match.domain.round import Round
from innopraktik_match.engine.plans.greedy import filled
from innopraktik_match.engine.stages.blend import blend
from innopraktik_match.model import tuning
from innopraktik_match.solving import solve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from innopraktik_match.engine.search import Search

MOST_PROCESSOR_S = 30.0
PAGE = ROOT / "docs" / "engine.md"
RESULTS = ROOT / "benchmarks" / "results" / "ablation.csv"
OPENING = "<!-- figures: written by benchmarks/ablation.py -->"
CLOSING = "<!-- end of figures -->"
ENGINE = "innopraktik_match.engine."
FOR_SIX = "hosts for six"
ROUNDS = {
    "200 x 110": Recipe(interns=200, hosts=110),
    "1,000 x 550": Recipe(interns=1_000, hosts=550),
    "random points": Recipe(interns=1_000, hosts=550, points="random"),
    "short of places": Recipe(interns=1_000, hosts=550, places=0.8),
    "every pair": Recipe(interns=1_000, hosts=550, choices=None),
}
USUAL = ("200 x 110", "1,000 x 550", "random points", "short of places")


def greedy_only(search: Search) -> None:
    """Stand in for the first plan: sweeps of the blend, but neither its prices nor a plan from them."""
    stage, _ = blend(search.offers, search.rows, search.measures)
    search.plan.rows = filled(stage, search.pool, search.control)


@dataclass(frozen=True)
class Budget:
    """A limit in processor time, in the form of what cancels a solve."""

    until: float

    def is_set(self) -> bool:
        """Return whether the process has used up its time."""
        return time.process_time() > self.until


@dataclass(frozen=True)
class Step:
    """How to switch a step off.

    Attributes
    ----------
    constants : dict
        Values by their names in `tuning`.
    replaced : dict
        Stand-ins by the dotted names of what they replace.
    workers : int or None
    rounds : tuple of str
        Where it is measured.
    """

    constants: dict[str, float] = field(default_factory=dict)
    replaced: dict[str, Any] = field(default_factory=dict)
    workers: int | None = None
    rounds: tuple[str, ...] = USUAL


STEPS = {
    "blend": Step(replaced={ENGINE + "search.Search._first_plan": greedy_only}),
    "dual ascent": Step({"ASCENT_FROM_OPTIONS": inf}),
    "box": Step({"BOX_FRACTION": 1e-9}),
    "dual ascent and box": Step({"ASCENT_FROM_OPTIONS": inf, "BOX_FRACTION": 1e-9}),
    "partial pricing": Step({"PARTIAL_FROM_OPTIONS": inf}, rounds=("every pair",)),
    "several visits a host": Step({"PRICING_VISITS": 0}),
    "contenders": Step(
        replaced={"innopraktik_match.model.least.contenders": lambda _, order: order},
        rounds=(*USUAL, "every pair"),
    ),
    "dive": Step(replaced={ENGINE + "plans.finish.dive": lambda *_: None}),
    "local search": Step({"MAX_FAILURES": 0}),
    "dive and local search": Step({"MAX_FAILURES": 0}, {ENGINE + "plans.finish.dive": lambda *_: None}),
    "list within the gap": Step({"MOST_VISITS_LISTED": 0}),
    "assignment": Step(replaced={ENGINE + "plans.finish.plain": lambda _: False}, rounds=(FOR_SIX,)),
    "linear program first": Step({"RELAXATION_STEPS": 0}),
    "CP-SAT in the race": Step(workers=1),
    "HiGHS in the race": Step(replaced={ENGINE + "plans.race.EXACT_IN_FLOATS": -1}, workers=1),
}


def main() -> int:
    """Measure the steps, write the table again, or measure the constants and print them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--constants", action="store_true", help="halve and double each tuning constant")
    parser.add_argument("--table", action="store_true", help="write the table of the last run again")
    parser.add_argument("--only", nargs="*", default=[], help="steps or constants")
    parser.add_argument("--rounds", nargs="*", choices=ROUNDS, help="where the constants are measured")
    parser.add_argument("--one", metavar="JOB", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(solved(**json.loads(given.one))))
    elif given.constants:
        measure_constants(given.only, given.rounds or USUAL[1:3])
    else:
        if not given.table:
            measure_steps(given.only)
        write_table(read_results())
    return 0


def solved(name: str, step: str | None, constants: dict[str, float], workers: int | None) -> dict[str, Any]:
    """Return what solving a round took and gave; in a process of its own."""
    round = hosts_for_six(500, 45) if name == FOR_SIX else generate(ROUNDS[name])
    switched = STEPS[step] if step else Step()
    for constant, value in (constants | switched.constants).items():
        setattr(tuning, constant, value)
    for path, stand_in in switched.replaced.items():
        put_in_place(path, stand_in)
    tuning.CHECK_OVERTIME_S = inf  # whatever the limit, bounds are to be checked
    began = time.process_time()
    plan = solve(round, workers=switched.workers or workers, cancel=Budget(began + MOST_PROCESSOR_S))
    last = plan.aims[-1]
    return {
        "wall": plan.seconds,
        "processor": time.process_time() - began,
        "placed": next(aim.value for aim in plan.aims if aim.aim == "placed"),
        "value": last.value,
        "bound": last.bound,
        "proven": plan.status == "optimal",
    }


def hosts_for_six(interns: int, hosts: int) -> Round:
    """Return a round of points for pairs alone, no visit rules and no weeks, with hosts for twice six."""
    draw = np.random.default_rng(1)
    listed = [draw.choice(hosts, 10, replace=False) for _ in range(interns)]
    pairs = [
        {"intern": f"p{n}", "host": f"v{h}", "points": int(draw.integers(0, 100))}
        for n, mine in enumerate(listed)
        for h in mine
    ]
    rules = {"capacity": {"limit": 6}, "pair_points": {"unlisted": "forbid"}}
    return Round.model_validate(
        {
            "interns": [{"id": f"p{n}"} for n in range(interns)],
            "hosts": [{"id": f"v{n}", "max": 6, "visits": 2} for n in range(hosts)],
            "pairs": pairs,
            "policy": {"preset": "bare", "rules": rules},
        }
    )


def put_in_place(path: str, stand_in: Any) -> None:
    """Set what a dotted path names."""
    owner, name = owner_of(path)
    setattr(owner, name, stand_in)


def owner_of(path: str) -> tuple[Any, str]:
    """Return the module, or the class in one, that a dotted path leads to, and its last name."""
    owner, _, name = path.rpartition(".")
    try:
        return import_module(owner), name
    except ModuleNotFoundError:
        module, _, group = owner.rpartition(".")
        return getattr(import_module(module), group), name


def in_a_process(
    name: str, step: str | None = None, constants: dict[str, Any] | None = None, workers: int | None = None
) -> dict[str, Any]:
    """Return what `solved` says in a new process; nothing where it breaks down."""
    job = json.dumps({"name": name, "step": step, "constants": constants or {}, "workers": workers})
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.ablation", "--one", job],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return {}
    return dict(json.loads(done.stdout))


def measure_steps(only: Sequence[str]) -> None:
    """Solve each round with each step and without it; write the results beside those of other steps."""
    here = {**machine(), "date": date.today().isoformat()}
    rows = []
    for step, switched in STEPS.items():
        for name in switched.rounds if not only or step in only else ():
            for on in (True, False):
                found = in_a_process(name, None if on else step)
                rows.append({"step": step, "round": name, "on": on, **found, **here})
                print(step, name, "with" if on else "without", found, flush=True)
    measured = {row["step"] for row in rows}
    rows += [row for row in read_results() if row["step"] not in measured]
    with RESULTS.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(max(rows, key=len)), lineterminator="\n")
        table.writeheader()
        table.writerows(sorted(rows, key=lambda row: list(STEPS).index(row["step"])))


def read_results() -> list[dict[str, str]]:
    """Return the rows of earlier runs."""
    if not RESULTS.exists():
        return []
    with RESULTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_table(rows: Sequence[dict[str, str]]) -> None:
    """Put the table between its marks on the page."""
    text = PAGE.read_text(encoding="utf-8")
    block = f"{OPENING}\n{cells.machine(rows)}\n\n"
    block += "".join(lines(rows)) + CLOSING
    PAGE.write_text(
        re.sub(f"{re.escape(OPENING)}.*?{re.escape(CLOSING)}", lambda _: block, text, flags=re.DOTALL),
        encoding="utf-8",
    )


def lines(rows: Sequence[dict[str, str]]) -> Iterator[str]:
    """Yield the lines of the table: a row for each step, a column for each round."""
    names = [name for name in (*ROUNDS, FOR_SIX) if any(row["round"] == name for row in rows)]
    yield f"| step | {' | '.join(names)} |\n"
    yield "| --- " * (len(names) + 1) + "|\n"
    for step in dict.fromkeys(row["step"] for row in rows):
        of_step = [row for row in rows if row["step"] == step]
        told = (" → ".join(cell(row) for row in of_step if row["round"] == name) or "-" for name in names)
        yield f"| {step} | {' | '.join(told)} |\n"


def cell(row: dict[str, str]) -> str:
    """Return how long it took, and what is left open where the plan is not proven best."""
    if not row["processor"]:
        return "broke down"
    seconds = f"{float(row['processor']):.1f} s"
    if row["proven"] == "True":
        return seconds
    seconds += f", {int(row['placed']):,} placed"
    if not row["bound"]:
        return f"{seconds}, no bound"
    gap = (int(row["value"]) - int(row["bound"])) / max(1, int(row["value"]))
    return f"{seconds}, gap {100 * gap:.2f} %"


def measure_constants(only: Sequence[str], rounds: Sequence[str]) -> None:
    """Print how much more time each round takes with a constant halved, and with it doubled."""
    usual = {question: in_a_process(question, workers=1)["processor"] for question in rounds}
    print(usual, flush=True)
    for name in (name for name in vars(tuning) if name.isupper() and (not only or name in only)):
        told = []
        for question, factor in product(rounds, (0.5, 2)):
            found = in_a_process(
                question, constants={name: changed(getattr(tuning, name), factor)}, workers=1
            )
            told.append(f"{found.get('processor', inf) / usual[question] - 1:+.0%}")
        print(name, *told, flush=True)


def changed(value: Any, factor: float) -> Any:
    """Return a constant made so many times as large, a whole number if it was one."""
    if isinstance(value, tuple):
        return tuple(changed(one, factor) for one in value)
    return max(1, round(value * factor)) if isinstance(value, int) else value * factor


if __name__ == "__main__":
    sys.exit(main())
