"""The service as a process of its own, for tests that ask it over HTTP."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

import httpx
import psutil

ROUND = {
    "interns": [
        {"id": "anna", "workplace": "A", "sector": "municipality", "wishes": ["dmi"]},
        {"id": "bo", "workplace": "B", "sector": "state", "wishes": ["odense"]},
        {"id": "cleo", "workplace": "C", "sector": "municipality", "wishes": ["odense", "dmi"]},
    ],
    "hosts": [
        {"id": "dmi", "workplace": "DMI", "sector": "state"},
        {"id": "odense", "workplace": "Odense", "sector": "municipality"},
    ],
}
"""Best is anna at dmi, bo at odense: cleo would stay in her own sector, or have her second wish."""


def slow_round():
    """Return a round whose plan is soon found, and not soon proven."""
    draw = random.Random(1)
    hosts = [
        {"id": f"v{n}", "min": 2, "max": 3, "days": "2-4", "weeks": [37, 38, 39], "visits": 2}
        for n in range(120)
    ]
    interns = [
        {
            "id": f"p{n}",
            "wishes": [f"v{host}" for host in draw.sample(range(120), 4)],
            "days": draw.choice(["2", "3", "2-5"]),
            "weeks": draw.sample([37, 38, 39], 2),
        }
        for n in range(300)
    ]
    return {"interns": interns, "hosts": hosts, "policy": {"year": 2026}}


class Served:
    """The command `serve`, running, and a client that asks it."""

    def __init__(self, *words, headers=None):
        command = [sys.executable, "-m", "innopraktik_match", "serve", "--port", "0", *map(str, words)]
        self._told = tempfile.TemporaryFile()  # noqa: SIM115 - an unread pipe fills up
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=self._told,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(self._end())
        self.ready = json.loads(line)
        self.client = httpx.Client(base_url=self.ready["url"], headers=headers, timeout=120)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.log = self._end()

    def kill(self):
        """End the server as a power cut would."""
        self.client.close()
        self.process.kill()
        self._end()

    def _end(self):
        """Wait for the end, and return what was told on stderr."""
        self.process.communicate(timeout=120)
        with self._told:
            self._told.seek(0)
            return self._told.read().decode("utf-8")

    def post(self, question, round=ROUND, headers=None, plan=None, **options):
        body = {"round": round, "options": options} | ({"plan": plan} if plan is not None else {})
        return self.client.post(f"/v1/{question}", json=body, headers=headers)

    def solve(self, round=ROUND, **options):
        """Return the id of a job."""
        answer = self.post("solve", round, **options)
        assert answer.status_code == 202, answer.text
        return answer.json()["id"]

    def job(self, identity, until=("done", "stopped", "failed")):
        """Return a job once it has one of some statuses, or its best plan is there."""
        while True:
            job = self.client.get(f"/v1/solve/{identity}").json()
            if job["status"] in until or ("plan" in until and job["plan"]):
                return job
            time.sleep(0.05)

    def solvers(self):
        """Return the processes that solve."""
        helpers = psutil.Process(self.process.pid).children()
        return [one for helper in helpers for one in helper.children()]
