"""Inside another program: a round from data frames, solved in a thread, watched, and ended when asked for.

People and places are invented.
"""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, Queue
from threading import Event

import pandas as pd

import innopraktik_match as im

SECTORS = ("municipality", "state", "region")


def frames(interns: int, hosts: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return who wishes to visit, and who receives."""
    people = pd.DataFrame(
        {
            "id": [f"p{n}" for n in range(interns)],
            "sector": [SECTORS[n % 3] for n in range(interns)],
            "wishes": [[f"v{n % hosts}", f"v{(n + 7) % hosts}"] for n in range(interns)],
        }
    )
    places = pd.DataFrame(
        {
            "id": [f"v{n}" for n in range(hosts)],
            "sector": [SECTORS[(n + 1) % 3] for n in range(hosts)],
            "max": [1 + n % 3 for n in range(hosts)],
        }
    )
    return people, places


def solve_watched(round: im.Round, seconds: float) -> im.Plan:
    """Solve in a thread of its own; show how far it is, and ask for the end when nobody waits any longer."""
    told: Queue[im.Progress] = Queue()
    cancel = Event()
    with ThreadPoolExecutor(max_workers=1) as pool:
        solving = pool.submit(im.solve, round, on_progress=told.put, cancel=cancel)
        while not solving.done():
            try:
                progress = told.get(timeout=0.1)
            except Empty:
                continue
            print(progress.text("en"))
            if progress.seconds > seconds:
                cancel.set()
        return solving.result()


def main() -> None:
    """Show it all."""
    logging.getLogger("innopraktik_match").addHandler(logging.NullHandler())
    round, issues = im.read_frames(*frames(60, 30))
    for issue in issues:
        print(issue.text("en"))
    if round is None:
        raise SystemExit("the frames have errors")
    plan = solve_watched(round, seconds=10)
    print(plan.status, {aim.aim: aim.value for aim in plan.aims}, im.check(round, plan).holds)


if __name__ == "__main__":
    main()
