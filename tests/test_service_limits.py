"""Limits of the service: rates, bodies that do not arrive, processes that take too long or too much."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import time

import pytest
from starlette.requests import Request

from innopraktik_match.many.child import load_once
from innopraktik_match.service.bodies import RefusedError, received
from innopraktik_match.service.guards import Rates
from innopraktik_match.service.running import Runner, TooLargeError, TooSlowError, heard
from innopraktik_match.service.settings import Settings
from innopraktik_match.service.store import ENDED, Store
from tests.served import ROUND

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")
load_once()


def test_a_bucket_fills_up_over_a_minute():
    rates = Rates(60)
    assert [rates.wait_s("a", 0.0) for _ in range(60)] == [0.0] * 60
    assert rates.wait_s("a", 0.0) == 1.0
    assert rates.wait_s("a", 0.25) == 0.75
    assert rates.wait_s("b", 0.25) == 0.0
    assert rates.wait_s("a", 1.0) == 0.0
    assert rates.wait_s("a", 1.0) == 1.0
    assert [rates.wait_s("a", 1000.0) for _ in range(60)] == [0.0] * 60


def test_a_body_that_does_not_arrive_is_not_waited_for(tmp_path):
    async def never():
        await asyncio.Event().wait()

    headers = [(b"content-type", b"application/json")]
    request = Request({"type": "http", "method": "POST", "headers": headers}, never)
    with pytest.raises(RefusedError) as refused:
        asyncio.run(received(request, Settings(tmp_path / "jobs.sqlite", body_s=0.0)))
    assert json.loads(refused.value.reply.body)["code"] == "slow_body"
    assert refused.value.headers == {"Connection": "close"}


def wait_forever(line):
    line.tell("begun")
    while True:
        time.sleep(3600)


def test_a_process_that_takes_too_long_or_too_much_is_ended():
    told = []
    with pytest.raises(TooSlowError):
        heard(wait_forever, (), seconds=0, memory_gb=100, on_told=told.append)
    with pytest.raises(TooLargeError):
        heard(wait_forever, (), seconds=3600, memory_gb=1e-6)
    assert told in ([], ["begun"])


def test_a_job_that_cannot_be_done_fails_in_words_and_the_next_is_done(tmp_path):
    store = Store(tmp_path / "jobs.sqlite")
    ended = []
    runner = Runner(store, Settings(tmp_path, at_once=1), lambda *told: ended.append(told[0]))
    options = {"time_limit": 60, "gap": 0.0, "seed": None}
    round = {"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]}
    sound = json.dumps({"round": round, "options": options, "lang": "en"}).encode()
    faulty = json.dumps({"round": {**round, "hosts": []}, "options": options, "lang": "en"}).encode()
    jobs = [store.add("", "solve", "en", request, b"[]", None, "")[0] for request in (b"{", faulty, sound)]
    runner.start()
    while not all(store.job("", one).status in ENDED for one in jobs):
        time.sleep(0.05)
    runner.close()
    assert not runner.alive
    problems = [json.loads(store.job("", one).problem or b"{}").get("code") for one in jobs]
    assert problems == ["bug", "input", None]
    assert json.loads(store.job("", jobs[2]).plan)["status"] == "optimal"
    assert ended == ["failed", "failed", "done"]
    store.close()


def full_at_first(store, monkeypatch, *names):
    """Let the first two calls of some methods find the disk full."""
    for name in names:
        full, method = iter(range(2)), getattr(store, name)

        def called(*args, full=full, method=method):
            for _ in full:
                raise sqlite3.OperationalError("database or disk is full")
            return method(*args)

        monkeypatch.setattr(store, name, called)
    monkeypatch.setattr("innopraktik_match.service.running.RETRY_S", 0.0)


def test_a_disk_that_is_full_for_a_while_costs_no_job_its_answer(tmp_path, monkeypatch):
    store = Store(tmp_path / "jobs.sqlite")
    full_at_first(store, monkeypatch, "take", "advance", "end")
    runner = Runner(store, Settings(tmp_path, at_once=1))
    asked = {"round": ROUND, "options": {"time_limit": 60, "gap": 0.0, "seed": None}, "lang": "da"}
    jobs = [store.add("", "solve", "da", json.dumps(asked).encode(), b"[]", None, "")[0] for _ in range(2)]
    runner.start()
    while not all(store.job("", one).status in ENDED for one in jobs):
        time.sleep(0.05)
    assert runner.alive
    runner.close()
    ended = [store.job("", one) for one in jobs]
    assert [(one.status, one.attempts) for one in ended] == [("done", 1)] * 2
    assert json.loads(ended[0].plan)["status"] == "optimal"
    store.close()
