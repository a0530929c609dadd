"""The service under load, and killed: `python -m benchmarks.service [load | kill]`.

`load`: so many clients ask everything of the round of 2017 for so long, watch jobs and stop some early, while
a process that works for the service is killed now and then. `kill`: the server is killed, as by a power cut,
at so many moments and started again on the same file. Both end with 1 where an answer was none that is
promised, a job was lost, or a process stayed behind. For POSIX.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import httpx
import psutil
from tests.served import Served

if TYPE_CHECKING:
    from collections.abc import Callable

WORKBOOK = (Path(__file__).parents[1] / "examples" / "runde_2017.xlsx").read_bytes()
ENDED = ("done", "stopped", "failed")
QUESTIONS = ("check", "score", "verify", "explain", "ask", "replan")
OPTIONS = {
    "explain": '{"unplaced": true}',
    "ask": '{"changes": [{"change": "without", "intern": "p07"}]}',
    "replan": '{"freeze": true}',
}
AT_REST_S = 30.0
TROUBLE = (httpx.TransportError, KeyError, ValueError)


@dataclass
class Heard:
    """What the clients heard: statuses by question, ids that were accepted, and those asked to stop."""

    answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    accepted: list[str] = field(default_factory=list)
    stopped: set[str] = field(default_factory=set)
    broken: Counter[str] = field(default_factory=Counter)

    def note(self, question: str, answer: httpx.Response) -> httpx.Response:
        """Note an answer, and return it."""
        self.answers[question, answer.status_code] += 1
        return answer

    @property
    def unpromised(self) -> dict[tuple[str, int], int]:
        """The answers that are none of 2xx and 4xx."""
        return {key: count for key, count in self.answers.items() if not 200 <= key[1] < 500}


def sent(question: str, plan: bytes | None = None) -> dict[str, Any]:
    """Return a form: the workbook, the plan where the question needs one, and options."""
    files = [("file", ("runde.xlsx", WORKBOOK))]
    if plan is not None and question not in ("check", "solve"):
        files.append(("plan", ("plan.json", plan)))
    return {"files": files, "data": {"options": OPTIONS.get(question, "{}")}}


def ask_all(url: str, over: Event, number: int, heard: Heard) -> None:
    """Be a client: solve, watch, stop one in four early, fetch, and ask the rest of the plan."""
    draw = random.Random(number)
    with httpx.Client(base_url=url, timeout=180) as http:
        while not over.is_set():
            key = {"Idempotency-Key": f"{number}-{draw.random()}"}
            accepted = heard.note("solve", http.post("/v1/solve", headers=key, **sent("solve")))
            if accepted.status_code != 202:
                over.wait(draw.random())
                continue
            identity = accepted.json()["id"]
            heard.accepted.append(identity)
            if draw.random() < 0.25:
                over.wait(2 * draw.random())
                heard.stopped.add(identity)
                heard.note("stop", http.delete(f"/v1/solve/{identity}"))
            with http.stream("GET", f"/v1/solve/{identity}/events") as events:
                heard.note("events", events)
                for _ in events.iter_lines():
                    pass
            job = heard.note("job", http.get(f"/v1/solve/{identity}")).json()
            if job["plan"] is None:
                continue
            plan = json.dumps(job["plan"]).encode()
            for question in draw.sample(QUESTIONS, 2):
                heard.note(question, http.post(f"/v1/{question}", **sent(question, plan)))


def ask_on(client: Callable[..., None], *args: Any, over: Event, heard: Heard) -> None:
    """Be a client until it is over; what breaks is counted."""
    while not over.is_set():
        try:
            client(*args)
        except TROUBLE as error:
            heard.broken[type(error).__name__] += 1
            over.wait(0.2)


def left(served: Served, heard: Heard) -> Counter[str]:
    """Return how the accepted jobs ended; `lost` where there is none, or none of its answer."""
    ends: Counter[str] = Counter()
    for identity in heard.accepted:
        answer = served.client.get(f"/v1/solve/{identity}")
        while answer.status_code == 200 and answer.json()["status"] not in ENDED:
            time.sleep(0.1)
            answer = served.client.get(f"/v1/solve/{identity}")
        job = answer.json()
        if answer.status_code != 200:
            ends["lost"] += 1
        elif job["status"] == "failed":
            ends[f"failed: {job['problem']['code']}"] += 1
        elif job["status"] == "done" and job["plan"]["status"] != "optimal":
            ends["done, not proven"] += 1
        else:
            ends[job["status"]] += 1
    return ends


def load(clients: int, seconds: float, kills: int) -> bool:
    """Ask the service for so long; return whether it kept what is promised."""
    heard, over, memory = Heard(), Event(), []
    with tempfile.TemporaryDirectory() as folder:
        served = Served("--rate", 10**6, "--jobs", 2, "--data", Path(folder) / "jobs.sqlite")
        with served, ThreadPoolExecutor(clients) as threads:
            for number in range(clients):
                args = (ask_all, served.ready["url"], over, number, heard)
                threads.submit(ask_on, *args, over=over, heard=heard)
            server, began = psutil.Process(served.process.pid), time.monotonic()
            next_kill = seconds / (kills + 1)
            while (now := time.monotonic() - began) < seconds:
                time.sleep(1)
                memory.append((now, server.memory_info().rss, len(os.listdir(f"/proc/{server.pid}/fd"))))
                if kills and now > next_kill and (solvers := served.solvers()):
                    min(solvers, key=psutil.Process.create_time).send_signal(signal.SIGKILL)
                    next_kill += seconds / (kills + 1)
            took = server.cpu_times()
            over.set()
            threads.shutdown()
            ends = left(served, heard)
        errors = [line for line in served.log.splitlines() if '"bug"' in line or "Traceback" in line]
    print(
        f"{clients} clients, {seconds:.0f} s, {sum(heard.answers.values())} answers, {len(ends)} kinds of end"
    )
    for (question, status), count in sorted(heard.answers.items()):
        print(f"  {question:8} {status} {count}")
    print(f"jobs accepted {len(heard.accepted)}, of these stopped {len(heard.stopped)}; ended: {dict(ends)}")
    print(f"connections that broke: {dict(heard.broken)}; faults in the log: {len(errors)}")
    for share in (0.2, 0.4, 0.6, 0.8, 1.0):
        _, rss, files = memory[min(len(memory) - 1, int(share * len(memory)))]
        print(f"  after {share * seconds:4.0f} s: {rss / 2**20:.1f} MB, {files} files open")
    print(f"the server itself used {took.user + took.system:.1f} s of a processor")
    few = sum(count for end, count in ends.items() if end.startswith("failed")) <= kills
    known = all(end in ("done", "stopped", "failed: died") for end in ends)
    return few and known and not (heard.unpromised or heard.broken or errors)


def ask_for_jobs(url: str, over: Event, heard: Heard) -> None:
    """Be a client that only has rounds solved, as fast as they are accepted, up to twenty at once."""
    with httpx.Client(base_url=url, timeout=60) as http:
        while not over.is_set():
            accepted = heard.note("solve", http.post("/v1/solve", **sent("solve")))
            if accepted.status_code == 202:
                heard.accepted.append(accepted.json()["id"])
            else:
                over.wait(0.2)


def kill(times: int) -> bool:
    """Kill the server at so many moments; return whether every accepted job has its answer."""
    heard, draw, behind = Heard(), random.Random(0), 0
    attempts: Counter[int] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        words = ("--rate", 10**6, "--jobs", 1, "--data", Path(folder) / "jobs.sqlite")
        for _ in range(times):
            served, over = Served(*words), Event()
            with ThreadPoolExecutor(2) as threads:
                for _ in range(2):
                    args = (ask_for_jobs, served.ready["url"], over, heard)
                    threads.submit(ask_on, *args, over=over, heard=heard)
                had = len(heard.accepted)
                while len(heard.accepted) == had:
                    time.sleep(0.05)
                time.sleep(4 * draw.random())
                over.set()
                processes = psutil.Process(served.process.pid).children(recursive=True)
                served.process.kill()
            served.kill()
            _, alive = psutil.wait_procs(processes, timeout=AT_REST_S)
            behind += len(alive)
        with Served(*words) as served:
            ends = left(served, heard)
            for identity in heard.accepted:
                attempts[served.client.get(f"/v1/solve/{identity}").json()["attempts"]] += 1
    print(f"killed {times} times; jobs accepted {len(heard.accepted)}; ended: {dict(ends)}")
    print(f"attempts: {dict(sorted(attempts.items()))}; processes that stayed behind: {behind}")
    return set(ends) == {"done"} and not behind and not heard.unpromised


def main() -> None:
    """Run what is asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("what", nargs="*", default=["load", "kill"], choices=["load", "kill"])
    options.add_argument("--clients", type=int, default=20)
    options.add_argument("--seconds", type=float, default=300.0)
    options.add_argument("--kills", type=int, default=3, help="processes killed under load")
    options.add_argument("--times", type=int, default=10, help="moments at which the server is killed")
    asked = options.parse_args()
    kept = [
        load(asked.clients, asked.seconds, asked.kills) if what == "load" else kill(asked.times)
        for what in asked.what
    ]
    raise SystemExit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()
