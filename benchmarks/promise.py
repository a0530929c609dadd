"""How long a limit and Ctrl-C take: `python -m benchmarks.promise`.

Every case runs in a process of its own, cold. Writes `results/promise.csv`.
"""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Round

HERE = Path(__file__).parent
TABLE = HERE / "results" / "promise.csv"
FIELDS = ("round", "stop", "after", "seconds", "over", "placed", "bounds", "stopped_by", "memory_mb")
RECIPES: dict[str, dict[str, Any]] = {
    "1,000 x 550": {"interns": 1000, "hosts": 550},
    "1,000 x 550, points at random": {"interns": 1000, "hosts": 550, "points": "random"},
    "1,000 x 550, every pair possible": {"interns": 1000, "hosts": 550, "choices": None},
    "3,000 x 1,650": {"interns": 3000, "hosts": 1650},
}
ONE_HOST = "700 people, one host"
LIMITS = (0.1, 1.0, 3.0, 10.0, 30.0)
PRESSED_AFTER = (0.1, 0.5, 1.5, 4.0, 8.0, 15.0)


def main() -> None:
    """Run every case and write the table."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, FIELDS, lineterminator="\n")
        table.writeheader()
        for name in (*RECIPES, ONE_HOST):
            for stop, moments in (("limit", LIMITS), ("Ctrl-C", PRESSED_AFTER)):
                for after in moments:
                    row = {"round": name, "stop": stop, "after": after, **in_a_process(name, stop, after)}
                    table.writerow(row)
                    file.flush()
                    print(*(f"{field}={value}" for field, value in row.items()), flush=True)


def in_a_process(name: str, stop: str, after: float) -> dict[str, Any]:
    """Run one case in a new process and return what it says."""
    words = [sys.executable, "-m", "benchmarks.promise", name, stop, str(after)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True, cwd=HERE.parent)
    return dict(json.loads(done.stdout))


def one_case(name: str, stop: str, after: float) -> dict[str, Any]:
    """Solve a round with a limit, or with Ctrl-C after so many seconds, and say when it came back."""
    from benchmarks.one import peak_mb
    from innopraktik_match.solving import solve

    round = made(name)
    began = time.perf_counter()
    if stop == "Ctrl-C":
        signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell's background ignores
        press = Timer(after, os.kill, (os.getpid(), signal.SIGINT))
        press.daemon = True
        press.start()
    plan = solve(round, time_limit=after if stop == "limit" else None)
    seconds = time.perf_counter() - began
    return {
        "seconds": f"{seconds:.2f}",
        "over": f"{max(0.0, seconds - after):.2f}",
        "placed": next((aim.value for aim in plan.aims if aim.aim == "placed"), ""),
        "bounds": sum(aim.bound is not None for aim in plan.aims),
        "stopped_by": plan.stopped_by or "",
        "memory_mb": peak_mb(),
    }


def made(name: str) -> Round:
    """Return the round of a case."""
    from benchmarks.generate import Recipe, generate
    from innopraktik_match.domain.round import Round

    if name != ONE_HOST:
        return generate(Recipe(**RECIPES[name]))
    interns = [
        {"id": f"p{n:03}", "workplace": f"w{n % 90}", "sector": ("municipality", "state", "region")[n % 3]}
        for n in range(700)
    ]
    pairs = [{"intern": f"p{n:03}", "host": "v", "points": n * 7919 % 100} for n in range(700)]
    host = {"id": "v", "sector": "private", "max": 3, "visits": 300}
    return Round.model_validate({"interns": interns, "hosts": [host], "pairs": pairs})


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(one_case(sys.argv[1], sys.argv[2], float(sys.argv[3]))))
    else:
        main()
