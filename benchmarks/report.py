"""The page of the results: `python -m benchmarks.report [FOLDER]`.

Reads `runs.csv` and `curves.csv` of a suite run (the full one where there is one), writes
`docs/benchmarks.md` with its pictures and, from the full suite, the short table of the README.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import cells
from benchmarks.specs import OURS, read_specs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from benchmarks.cells import Row

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
PAGE = ROOT / "docs" / "benchmarks.md"
README = ROOT / "README.md"
OPENING = "<!-- figures: written by benchmarks/report.py -->"
CLOSING = "<!-- end of figures -->"
README_FAMILY = "size"

Columns = dict[str, "Callable[[Row], str]"]
GOALS: Columns = {
    "round": cells.name,
    "goal": cells.goal,
    "": cells.reached,
    "time": cells.seconds,
    "first plan": cells.first_plan,
    "placed (bound)": cells.placed,
    "other aims": cells.other_aims,
    "points (bound)": cells.points,
    "gap": cells.gap,
    "verified": cells.verified,
    "plan": cells.plan_size,
    "memory": cells.memory,
}
RIVALS: Columns = {
    "": cells.solver,
    "placed (bound)": cells.placed,
    "other aims": cells.other_aims,
    "points (bound)": cells.points,
    "gap": cells.gap,
    "hard rules broken": cells.broken,
    "time": cells.seconds,
    "memory": cells.memory,
}
GROWTH: Columns = {
    "round": cells.name,
    "options": cells.options,
    "time a million": cells.seconds_a_million,
    "checker's time a million": cells.verified_a_million,
    "memory a million": cells.memory_a_million,
}
SHORT: Columns = {
    name: GOALS[name] for name in ("round", "points (bound)", "gap", "time", "verified", "memory")
}

METHOD = """\
All rounds are made from a seed (`benchmarks/generate.py`); the people in them are invented. They have
ten weeks, lengths, minima, sectors, themes and wishes; each person has a shortlist of 30 hosts unless the
name says otherwise. Recipes, time limits and goals stand in `benchmarks/specs/`. Every solver runs each
round in a process of its own, with at most 16 GB, and the package's own `score` judges its plan.
`make bench` runs the small rounds again, `make bench-full` all of them.

- **points**: lower is better, among plans that place as many people; **bound**: no plan can have fewer.
  **gap**: how far the points are above the bound, as a share of the points.
- **time**: the solver alone, from the round in memory to the plan in memory. **first plan**: when the
  first legal plan stood. **verified**: the checker recounted plan and proof in plain Python, in so long.
- **plan**: the size of the plan as JSON, with its proof. **memory**: the most the process had.
"""
ABOUT_LIMITS = """\
`solve` in a process of its own, cold: `python -m benchmarks.promise` (no part of the full run). First how
long it took with a time limit, building and checking included, and how many of the two aims came back with a
verified bound; then how long after Ctrl-C the checked plan was back.
"""
ABOUT_GROWTH = """\
An option is a person at a host in a slot, one that no hard rule forbids. Time and memory are to grow with
their number, not faster; small rounds pay for the loading of the solvers.
"""
ABOUT_RIVALS = """\
The textbook model has a yes or no for every intern at every host in every slot; it knows all rules, and takes
the aims in the same order. The Hungarian method and deferred acceptance see pairs of people and places
only, and get the slots that suit most afterwards. The coordinator by hand places one person at a time.
A plan that breaks hard rules, or places fewer people, can have fewer points than any legal plan.
"""


def main() -> int:
    """Write the page and its pictures, and the table of the README."""
    from benchmarks.pictures import draw

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=newest())
    folder = parser.parse_args().folder
    runs, curves = in_order(read(folder / "runs.csv")), read(folder / "curves.csv")
    pictures = draw(runs, curves, PAGE.parent / PAGE.stem)
    PAGE.write_text(page(runs, pictures), encoding="utf-8")
    if runs[0]["suite"] == "full":
        README.write_text(with_figures(README.read_text(encoding="utf-8"), runs), encoding="utf-8")
    print(f"written: {PAGE.relative_to(ROOT)} and {len(pictures)} pictures")
    return 0


def newest() -> Path:
    """Return the folder of the full suite's results, or of the smoke suite's if there are no others."""
    full = RESULTS / "full"
    return full if (full / "runs.csv").exists() else RESULTS / "smoke"


def read(path: Path) -> list[Row]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def in_order(runs: list[Row]) -> list[Row]:
    """Return the runs in the order of the specifications; rounds that are no longer there come last."""
    place = {entry.name: number for number, entry in enumerate(read_specs())}
    return sorted(runs, key=lambda row: place.get(row["round"], len(place)))


def page(runs: Sequence[Row], pictures: dict[str, str]) -> str:
    """Return the page; `pictures` tells what each file shows."""
    whole = {row["suite"] for row in runs} == {"full"}
    which = _measured(runs) if whole else "of the small rounds only, with short time limits (`make bench`)"
    parts = [
        "# Benchmarks\n",
        f"Written by `benchmarks/report.py` from runs {which}.\n",
        METHOD,
        *(f"![{words}]({PAGE.stem}/{file})\n" for file, words in pictures.items()),
        "## Goals and figures\n",
        *_families(runs),
        *_limits(RESULTS / "promise.csv"),
        "## Growth\n",
        ABOUT_GROWTH,
        _table(GROWTH, [row for row in runs if row["solver"] == OURS and row["family"] == README_FAMILY]),
        "## Rivals on the same rounds\n",
        ABOUT_RIVALS,
        *_rivals(runs),
    ]
    return "\n".join(parts)


def _measured(runs: Sequence[Row]) -> str:
    """Return which of the rounds a full run measured."""
    ran, all_ = {row["family"] for row in runs}, {entry.family for entry in read_specs()}
    missing = ", ".join(sorted(all_ - ran))
    return f"of the full suite without these families: {missing}" if missing else "of all rounds"


def with_figures(readme: str, runs: Sequence[Row]) -> str:
    """Return the README with the short table between its markers."""
    ours = [row for row in runs if row["solver"] == OURS and row["family"] == README_FAMILY]
    block = f"{OPENING}\n{cells.machine(ours)}\n\n{_table(SHORT, ours)}{CLOSING}"
    return re.sub(f"{re.escape(OPENING)}.*?{re.escape(CLOSING)}", lambda _: block, readme, flags=re.DOTALL)


def _families(runs: Sequence[Row]) -> Iterator[str]:
    ours = [row for row in runs if row["solver"] == OURS]
    for family in dict.fromkeys(row["family"] for row in ours):
        rows = [row for row in ours if row["family"] == family]
        yield f"### {family.capitalize()}\n"
        yield f"{cells.machine(rows)}\n"
        yield _table(GOALS, rows)


def _limits(path: Path) -> Iterator[str]:
    """Yield the section on limits and Ctrl-C: a row for each round, a column for each moment."""
    if not path.exists():
        return
    yield "## Limits and Ctrl-C\n"
    yield ABOUT_LIMITS
    for stop, words in (("limit", "limit {} s"), ("Ctrl-C", "pressed after {} s")):
        rows = [row for row in read(path) if row["stop"] == stop]
        by_round: dict[str, Row] = {}
        for row in rows:
            told = f"{row['seconds']} s, {row['bounds']}" if stop == "limit" else f"+ {row['over']} s"
            by_round.setdefault(row["round"], {"round": row["round"]})[row["after"]] = told
        moments = dict.fromkeys(row["after"] for row in rows)
        columns: Columns = {"round": lambda row: row["round"]}
        columns |= {words.format(after): partial(_cell, after) for after in moments}
        yield _table(columns, by_round.values())


def _cell(name: str, row: Row) -> str:
    return row[name]


def _rivals(runs: Sequence[Row]) -> Iterator[str]:
    for name in dict.fromkeys(row["round"] for row in runs):
        rows = [row for row in runs if row["round"] == name]
        if len(rows) > 1:
            yield f"### {name}: at most {rows[0]['time_limit']} s each\n"
            yield _table(RIVALS, rows)


def _table(columns: Columns, rows: Iterable[Row]) -> str:
    lines = [
        list(columns),
        ["---"] * len(columns),
        *([cell(row) for cell in columns.values()] for row in rows),
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
