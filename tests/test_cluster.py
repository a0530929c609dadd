"""Sweeps on a Dask cluster. Run where the extra `cluster` is installed."""

from __future__ import annotations

import os
import signal

import pytest
from benchmarks.generate import Recipe, generate

import innopraktik_match as im
from innopraktik_match.cli import main

ROUND = im.Round(interns=[{"id": "p1"}, {"id": "p2"}], hosts=[{"id": "v1"}])


def test_without_the_extra_the_command_says_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("innopraktik_match.many.cluster.NEEDED", "not_there")
    (tmp_path / "scenarios.toml").write_text("draws = 1", encoding="utf-8")
    im.write_round(ROUND, tmp_path / "round.json")
    words = [
        "scenarios.toml",
        "round.json",
        "-o",
        "out.csv",
        "--cluster",
        "tcp://127.0.0.1:1",
        "--lang",
        "en",
    ]
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        main(["sweep", *words])
    assert left.value.code == 2
    assert "pip install 'innopraktik-match[cluster]'" in capsys.readouterr().err


@pytest.fixture(scope="module")
def workers():
    distributed = pytest.importorskip("distributed")
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options) as cluster:
        yield cluster


@pytest.mark.filterwarnings("default")
def test_a_sweep_on_a_cluster_gives_the_same_table(workers, tmp_path, monkeypatch):
    (tmp_path / "scenarios.toml").write_text(
        "draws = 3\n[capacities.a]\n[capacities.b]\nplaces = 1", encoding="utf-8"
    )
    im.write_round(ROUND, tmp_path / "round.json")
    monkeypatch.chdir(tmp_path)
    tables = []
    for words in ([], ["--cluster", workers.scheduler_address]):
        with pytest.raises(SystemExit) as left:
            main(["sweep", "scenarios.toml", "round.json", "-o", "out.csv", "--force", *words])
        assert not left.value.code
        rows = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
        tables.append([row.rpartition(";")[0] for row in rows])  # without the milliseconds
    assert len(tables[0]) == 7
    assert tables[0] == tables[1]


@pytest.mark.filterwarnings("default")
def test_a_round_that_is_priced_on_a_cluster_has_the_same_plan(workers, monkeypatch):
    distributed = pytest.importorskip("distributed")
    round = generate(Recipe(interns=40, hosts=20, seed=5))
    alone = im.solve(round, workers=1)
    monkeypatch.setattr("innopraktik_match.model.tuning.SHARD_OPTIONS", 600)
    with distributed.Client(workers) as client:
        plan = im.solve(round, workers=1, executor=client.get_executor())
        kept = client.run(_kept)
    assert (plan.visits, plan.aims, plan.proof) == (alone.visits, alone.aims, alone.proof)
    assert sum(kept.values()) > 0


def _kept():
    from innopraktik_match.engine.prices import shards

    return len(shards._KEPT)


@pytest.mark.filterwarnings("default")
@pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")
def test_a_worker_that_is_killed_costs_no_answer(workers):
    distributed = pytest.importorskip("distributed")
    with distributed.Client(workers) as client:
        pids = list(client.run(os.getpid).values())
        rounds = [ROUND.model_copy(update={"policy": im.Policy(seed=seed)}) for seed in range(12)]
        first = []

        def killed(outcome):
            if not first:
                first.append(outcome)
                os.kill(pids[0], signal.SIGKILL)

        found = im.solve_many(rounds, executor=client.get_executor(), on_done=killed)
    assert [outcome.plan.status for outcome in found] == ["optimal"] * 12
