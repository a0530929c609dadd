"""The suite: `python -m benchmarks.suite smoke|full [--family NAME] [--round NAME] [--only ours]`.

Every round and solver runs in a child process: its memory is its own, and a crash, a time-out or the
memory limit of one never ends the others. Writes `results/<suite>/runs.csv` and `curves.csv`; the rows of
rounds that are not run again stay.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.machine import machine
from benchmarks.specs import Entry, read_specs

HERE = Path(__file__).parent
MEMORY_GB = 16
SPARE_SECONDS = 120
RUN_FIELDS = (
    *("suite", "date", "commit", "dirty", "package", "python", "ortools", "highspy", "numpy"),
    *("cpu", "cores", "load", "memory_gb"),
    *("family", "round", "interns", "hosts", "places", "choices", "goal_seconds", "goal_gap"),
    *("solver", "time_limit", "outcome", "status", "seconds", "first_plan_seconds"),
    *("placed", "placed_bound", "points", "points_bound", "gap", "proven", "proofs", "aims", "bounds"),
    *("legal", "breaches", "verified", "verify_seconds", "plan_kb", "memory_mb", "memory_before_mb"),
    "options",
)
TABLES = ("runs.csv", "curves.csv")
CURVE_FIELDS = ("round", "solver", "aim", "value", "bound", "gap", "seconds")


def main() -> int:
    """Run a suite and write its tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("suite", choices=("smoke", "full"))
    parser.add_argument("--family", help="only this family")
    parser.add_argument("--round", help="only the round of this name")
    parser.add_argument("--only", help="only this solver")
    parser.add_argument("--out", type=Path, help="folder for the tables")
    given = parser.parse_args()
    entries = [e for e in read_specs() if given.suite == "full" or e.smoke is not None]
    entries = [e for e in entries if given.family in (None, e.family) and given.round in (None, e.name)]
    out = given.out or HERE / "results" / given.suite
    out.mkdir(parents=True, exist_ok=True)
    about = {"suite": given.suite, "date": f"{datetime.now(UTC):%Y-%m-%d}", **machine()}
    kept = {table: others(out / table, {entry.name for entry in entries}) for table in TABLES}
    with (
        (out / "runs.csv").open("w", encoding="utf-8", newline="") as runs,
        (out / "curves.csv").open("w", encoding="utf-8", newline="") as curves,
    ):
        run_table = csv.DictWriter(runs, RUN_FIELDS, extrasaction="ignore", lineterminator="\n")
        curve_table = csv.writer(curves, lineterminator="\n")
        run_table.writeheader()
        run_table.writerows(kept["runs.csv"])
        curve_table.writerow(CURVE_FIELDS)
        curve_table.writerows(row.values() for row in kept["curves.csv"])
        for entry in entries:
            seconds = entry.time_limit if given.suite == "full" else entry.smoke or entry.time_limit
            for solver in (s for s in entry.solvers if given.only in (None, s)):
                row = {**about, **described(entry), **run(entry, solver, seconds)}
                run_table.writerow(row)
                curve_table.writerows((entry.name, solver, *point) for point in row.get("curve", ()))
                runs.flush()
                curves.flush()
                tell(row)
    print(f"written: {out}/runs.csv, {out}/curves.csv")
    return 0


def others(table: Path, names: set[str]) -> list[dict[str, str]]:
    """Return the rows of a table that are about other rounds."""
    if not table.exists():
        return []
    with table.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["round"] not in names]


def described(entry: Entry) -> dict[str, Any]:
    """Return the columns that say which round this is."""
    recipe, goal = entry.recipe, entry.goal
    return {
        "family": entry.family,
        "round": entry.name,
        "interns": recipe.interns,
        "choices": "all" if recipe.choices is None else recipe.choices,
        "goal_seconds": goal.seconds if goal else "",
        "goal_gap": goal.gap if goal else "",
    }


def run(entry: Entry, solver: str, seconds: float, memory_gb: float = MEMORY_GB) -> dict[str, Any]:
    """Run one solver on one round in a child process; return what is known of it, however it ended."""
    with tempfile.TemporaryDirectory() as folder:
        job = {
            "recipe": asdict(entry.recipe),
            "solver": solver,
            "time_limit": seconds,
            "memory_gb": memory_gb,
            "folder": folder,
        }
        path = Path(folder) / "job.json"
        path.write_text(json.dumps(job), encoding="utf-8")
        outcome, error = _child(
            [sys.executable, "-m", "benchmarks.one", str(path)], 2 * seconds + SPARE_SECONDS
        )
        result = Path(folder) / "result.json"
        facts = json.loads(result.read_text(encoding="utf-8")) if result.exists() else {}
    if error:
        print(error, file=sys.stderr)
    for field in ("aims", "bounds"):
        facts[field] = " ".join(
            f"{aim}:{value}" for aim, value in facts.get(field, {}).items() if value is not None
        )
    return {"solver": solver, "time_limit": seconds, "outcome": outcome, **facts, "gap": gap(facts)}


def gap(facts: dict[str, Any]) -> float | None:
    """Return how far the points are above their bound, as a share of the points."""
    points, bound = facts.get("points"), facts.get("points_bound")
    if points is None or bound is None:
        return None
    return round((points - bound) / max(1, points), 6)


def _child(command: list[str], seconds: float) -> tuple[str, str]:
    """Return how a child process ended, in a word, and its last words if it did not end well."""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return "time-out", ""
    if done.returncode == 0:
        return "done", ""
    last = done.stderr.strip().splitlines()[-1:]
    if "MemoryError" in done.stderr or "bad_alloc" in done.stderr:
        return "out of memory", ""
    return f"crash: {done.returncode}", "\n".join(last)


def tell(row: dict[str, Any]) -> None:
    """Print one run on one line."""
    cells = (
        f"{row['round']:<52}",
        f"{row['solver']:<20}",
        f"{row['outcome']:<10}",
        f"{row.get('status', ''):<10}",
        f"{row.get('seconds', ''):>8} s",
        f"{row.get('memory_mb', ''):>6} MB",
        f"placed {row.get('placed', '')}",
        f"points {row.get('points', '')} (bound {row.get('points_bound', '')})",
        row.get("breaches", ""),
    )
    print("  ".join(cells), flush=True)


if __name__ == "__main__":
    sys.exit(main())
