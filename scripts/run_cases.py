"""Solve and verify every round of a folder, and compare with its expected.csv.

`python scripts/run_cases.py DIR [--time-limit SECONDS]`. expected.csv has the columns case (the
file's name without .json), placed and points. Ends with 1 if anything differs.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOOL = [sys.executable, "-m", "innopraktik_match"]
WIDTHS = (16, 12, 8, 10, 16, 8, 8, 8)
HEADER = ("case", "status", "placed", "points", "expected", "seconds", "verify", "")


def main() -> int:
    """Run all cases and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--time-limit", type=float, default=600)
    given = parser.parse_args()
    expected = read_expected(given.folder / "expected.csv")
    cases = sorted(given.folder.glob("*.json"))
    if not cases:
        print(f"no .json file in {given.folder}", file=sys.stderr)
        return 2
    print_row(HEADER)
    good = [run_case(case, expected.get(case.stem), given.time_limit) for case in cases]
    print(f"{sum(good)} of {len(good)} as expected")
    return 0 if all(good) else 1


def read_expected(path: Path) -> dict[str, tuple[int, int]]:
    """Return placed and points by case; empty where there is no such file."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {r["case"]: (int(r["placed"]), int(r["points"])) for r in csv.DictReader(lines)}


def run_case(case: Path, expected: tuple[int, int] | None, time_limit: float) -> bool:
    """Solve and verify one round, print its row, and return whether all is as expected."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "plan.json"
        start = time.perf_counter()
        limit = ["--time-limit", str(time_limit)]
        solved = run("solve", str(case), "-o", str(out), "--json", *limit)
        seconds = time.perf_counter() - start
        if not solved.stdout.strip():
            print_row((case.stem, f"exit {solved.returncode}"))
            print(solved.stderr, file=sys.stderr)
            return False
        plan = json.loads(solved.stdout)
        verified = run("verify", str(out), str(case)).returncode if out.exists() else None
    values = {aim["aim"]: aim["value"] for aim in plan["aims"]}
    found = (values.get("placed"), values.get("points"))
    good = plan["status"] == "optimal" and verified == 0 and expected in (None, found)
    print_row(
        (
            case.stem,
            plan["status"],
            *found,
            "-" if expected is None else f"{expected[0]} {expected[1]}",
            f"{seconds:.1f}",
            "no plan" if verified is None else verified,
            "" if good else "<< differs",
        )
    )
    return good


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the tool."""
    return subprocess.run([*TOOL, *arguments], capture_output=True, encoding="utf-8", check=False)


def print_row(cells: tuple[object, ...]) -> None:
    """Print one row of the table."""
    pairs = zip(cells, WIDTHS, strict=False)
    print("  ".join(f"{cell!s:<{width}}" for cell, width in pairs).rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main())
