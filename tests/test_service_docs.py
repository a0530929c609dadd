"""The examples of docs/service.md run as they stand, and the clients ask every question."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

import innopraktik_match as im
from innopraktik_match.service.client import AsyncClient, Client, ProblemError
from tests.served import ROUND, Served, slow_round

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")
PAGE = (Path(__file__).parents[1] / "docs" / "service.md").read_text(encoding="utf-8")
THE_ROUND = im.Round.model_validate(ROUND)


def examples(language):
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def url():
    with Served("--jobs", 2) as served:
        yield served.ready["url"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    im.write_round(THE_ROUND, tmp_path / "runde.xlsx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
def test_curl_alone_goes_all_the_way(url, folder):
    done = curled(examples("sh")[0], url)
    assert json.loads((folder / "account.json").read_text())["sound"] is True
    assert "event: done" in done.stdout
    assert '"proven":true' in done.stdout
    assert '"kind":"not_this_host"' in done.stdout
    assert json.loads((folder / "next.json").read_text())["changes"] == []
    assert "index.html" in zipfile.ZipFile(folder / "report.zip").namelist()


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
def test_curl_alone_ends_a_job_early(url, folder):
    large = im.Round.model_validate(slow_round())
    im.write_round(large, "stor.xlsx")
    done = curled(examples("sh")[1], url)
    assert "event: stopped" in done.stdout
    job = json.loads((folder / "stopped.json").read_text())
    assert (job["status"], job["plan"]["status"], job["plan"]["stopped_by"]) == (
        "stopped",
        "feasible",
        "interruption",
    )
    assert im.check(im.read("stor.xlsx"), im.Plan.model_validate(job["plan"])).legal


def curled(script, url):
    """Run an example as a shell does, which ends at the first fault."""
    command = ["sh", "-eu", "-c", script]
    done = subprocess.run(
        command, env={**os.environ, "URL": url}, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.parametrize("example", examples("python"), ids=["sync", "async"])
def test_the_examples_in_python_do_what_they_say(url, folder, example, capsys):
    exec(example, {"url": url})
    assert "plan" in example
    assert capsys.readouterr().out.endswith("host_unknown\n") or "Async" in example


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no node")
def test_the_example_in_javascript_prints_who_is_placed(url):
    (script,) = examples("js")
    command = ["node", "--input-type=module", "-e", f"const url = {json.dumps(url)};\n{script}"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout == "optimal anna bo\n", done.stderr


def test_a_client_asks_every_question(url, folder):
    changes = [im.Change(change="one_more_place", host="dmi")]
    with Client(url) as client:
        identity = client.solve(THE_ROUND, key="client", time_limit=60)
        assert client.solve(THE_ROUND, key="client", time_limit=60) == identity
        job = client.wait(identity)
        plan = job.plan
        assert plan == im.solve(THE_ROUND, workers=1)
        assert client.check(THE_ROUND).sound
        assert client.score("runde.xlsx", plan).aims["placed"] == 2
        assert client.verify(THE_ROUND, plan).proven
        (finding,) = client.explain(THE_ROUND, plan, pair=("anna", "dmi")).findings
        assert (finding.kind, finding.allowed) == ("visit", True)
        (answer,) = client.ask(THE_ROUND, plan, changes).answers
        assert (answer.change, answer.aims[0].then) == (changes[0], 3)
        assert len(answer.plan.visits) == len(answer.visits) == 2
        assert client.replan(THE_ROUND, plan).changes == ()
        assert client.report(THE_ROUND, plan, only=["figures"]).startswith(b"PK")
        assert client.stop(identity).status == "done"
        client.forget(identity)
        with pytest.raises(ProblemError) as refused:
            client.job(identity)
        assert refused.value.problem.code == "not_found"
        with pytest.raises(ProblemError):
            next(client.watch(identity))


def test_an_asynchronous_client_asks_every_question(url, folder):
    async def ask():
        async with AsyncClient(url) as client:
            assert (await client.check(["runde.xlsx"])).sound
            identity = await client.solve(THE_ROUND)
            steps = [one.status async for one in client.watch(identity)]
            assert steps[-1] == "done"
            plan = (await client.job(identity)).plan
            im.write(plan, "plan.json")
            assert (await client.score(THE_ROUND, "plan.json")).legal
            assert (await client.verify("runde.xlsx", "plan.json")).proven
            assert (await client.explain(THE_ROUND, plan, host="dmi")).findings
            changes = [im.Change(change="without", intern="anna")]
            (answer,) = (await client.ask(THE_ROUND, plan, changes)).answers
            assert answer.aims[0].then == 2
            assert (await client.replan(THE_ROUND, plan, freeze=True)).changes == ()
            assert (await client.report(THE_ROUND, plan, only=["mail"])).startswith(b"PK")
            assert (await client.stop(identity)).status == "done"
            await client.forget(identity)
            with pytest.raises(ProblemError):
                await client.job(identity)

    asyncio.run(ask())
