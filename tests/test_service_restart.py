"""What was accepted is answered, whatever ends the server."""

from __future__ import annotations

import os

import pytest

from innopraktik_match.service.store import KeyReusedError, Store
from tests.served import Served, slow_round

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")


def test_every_job_has_an_answer_after_the_server_was_killed(tmp_path):
    words = ("--data", tmp_path / "jobs.sqlite", "--jobs", 1)
    before = Served(*words)
    slow, quick = before.solve(slow_round(), time_limit=3), before.solve()
    running = before.job(slow, until=("running", "done"))
    before.kill()
    with Served(*words) as after:
        answers = [after.job(one) for one in (slow, quick)]
    assert [one["status"] for one in answers] == ["done", "done"]
    assert (running["attempts"], answers[0]["attempts"]) == (1, 2)
    assert answers[1]["plan"]["status"] == "optimal"


@pytest.fixture
def store(tmp_path):
    found = Store(tmp_path / "jobs.sqlite")
    yield found
    found.close()


def add(store, owner="", key=None, key_of=""):
    return store.add(owner, "solve", "da", b"{}", b"[]", key, key_of)[0]


def test_a_job_that_takes_the_server_down_again_and_again_fails(store):
    poison = add(store)
    for attempt in range(1, 4):
        job, _ = store.take()
        assert (job.id, job.attempts) == (poison, attempt - 1)
        store.recover(lambda job: b'"lost"', 3)
    assert store.take() is None
    assert (store.job("", poison).status, store.job("", poison).problem) == ("failed", b'"lost"')


def test_a_job_that_was_being_stopped_has_ended_with_its_best_plan(store):
    identity = add(store)
    store.take()
    store.advance(identity, b"{}", b'"the best so far"')
    store.advance(identity, b"{}", None)
    assert store.stop("", identity).stopping
    store.recover(lambda job: b"", 3)
    assert (store.job("", identity).status, store.job("", identity).plan) == ("stopped", b'"the best so far"')


def test_jobs_are_taken_in_turn_and_one_that_waits_is_stopped_at_once(store):
    first, second, third = (add(store) for _ in range(3))
    assert store.stop("", second).status == "stopped"
    assert [store.take()[0].id for _ in range(2)] == [first, third]
    assert store.counts() == {"stopped": 1, "running": 2}


def test_a_key_belongs_to_its_owner_and_to_what_it_was_sent_with(store):
    first = add(store, "a", "key", "x")
    assert add(store, "a", "key", "x") == first
    assert add(store, "b", "key", "y") != first
    with pytest.raises(KeyReusedError):
        add(store, "a", "key", "y")


def test_what_has_ended_is_forgotten_after_its_time(store):
    ended, waiting = add(store), add(store)
    store.take()
    store.end(ended, "done", b"{}", None)
    assert store.forget_ended(3600) == 0
    assert store.forget_ended(-1) == 1
    assert store.job("", ended) is None
    assert store.job("", waiting).status == "queued"
