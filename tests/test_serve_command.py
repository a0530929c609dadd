"""The command `serve`: tokens, logs, and what it says where it cannot begin."""

from __future__ import annotations

import json
import os
import socket

import pytest

from innopraktik_match.cli import main
from tests.served import Served

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")


def code_of(answer):
    return answer.json()["code"]


def test_tokens_keep_the_jobs_of_others_apart_and_rates_are_limited(tmp_path):
    tokens = tmp_path / "tokens"
    tokens.write_text("# hemmelig\nkommune kkkkkkkkkkkkkkkk\nregion rrrrrrrrrrrrrrrr\n", encoding="utf-8")
    ours, theirs = ({"Authorization": f"Bearer {mark * 16}"} for mark in "kr")
    with Served("--token-file", tokens, "--rate", 5, "--data", tmp_path / "job.sqlite", headers=ours) as one:
        assert code_of(one.client.get("/metrics", headers={"Authorization": "Bearer x"})) == "token"
        identity = one.solve()
        assert code_of(one.client.get(f"/v1/solve/{identity}", headers=theirs)) == "not_found"
        assert code_of(one.client.delete(f"/v1/solve/{identity}?forget=true", headers=theirs)) == "not_found"
        answers = [one.client.get("/metrics", headers=theirs) for _ in range(9)]
        assert {answer.status_code for answer in answers} == {200, 429}
        late = answers[-1] if answers[-1].status_code == 429 else answers[-2]
        assert int(late.headers["retry-after"]) >= 1
    assert "kkkk" not in one.log
    assert (tmp_path / "job.sqlite").stat().st_mode & 0o077 == 0


def test_a_page_that_may_ask_does_so_with_a_token_and_reads_why_it_is_refused(tmp_path):
    tokens, page = tmp_path / "tokens", "https://page.example"
    tokens.write_text("kommune kkkkkkkkkkkkkkkk\n", encoding="utf-8")
    before = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    token = {"Authorization": "Bearer " + 16 * "k"}
    words = ("--token-file", tokens, "--allow-origin", page, "--data", tmp_path / "job.sqlite")
    with Served(*words, headers={"Origin": page}) as one:
        asked = one.client.options("/v1/solve", headers=before)
        assert (asked.status_code, asked.headers["access-control-allow-origin"]) == (200, page)
        assert "authorization" in asked.headers["access-control-allow-headers"]
        answers = [one.post("check"), one.post("check", headers=token)]
        assert [answer.status_code for answer in answers] == [401, 200]
        assert {answer.headers["access-control-allow-origin"] for answer in answers} == {page}
        assert {answer.headers["access-control-expose-headers"] for answer in answers} == {"Retry-After"}
        other = {**before, **token, "Origin": "https://other.example"}
        for refused in (one.client.options("/v1/solve", headers=other), one.post("check", headers=other)):
            assert code_of(refused) == "origin"
            assert "access-control-allow-origin" not in refused.headers
        assert code_of(one.client.options("/v1/solve")) == "token"


def test_the_log_is_lines_of_json_without_names():
    with Served() as one:
        assert one.job(one.solve())["status"] == "done"
    lines = [line for line in one.log.splitlines() if line.startswith("{")]
    events = [json.loads(line)["event"] for line in lines]
    assert events[:2] == ["answered", "job_begun"]
    assert events[-1] == "job_ended"
    assert "anna" not in one.log
    assert "Traceback" not in one.log
    assert one.process.returncode == 0


def test_without_the_extra_the_command_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr("innopraktik_match.service.NEEDED", ("fastapi", "not_there"))
    with pytest.raises(SystemExit) as left:
        main(["serve", "--lang", "en"])
    assert left.value.code == 2
    assert "(not-there). Install it with: pip install 'innopraktik-match[service]'" in capsys.readouterr().err


def test_the_command_says_what_it_needs(tmp_path, capsys):
    def refusal(*words):
        with pytest.raises(SystemExit):
            main(["serve", *map(str, words)])
        return capsys.readouterr().err

    assert "--token-file" in refusal("--host", "0.0.0.0")
    (tmp_path / "tokens").write_text("kort\n", encoding="utf-8")
    assert "mindst 16 tegn" in refusal("--token-file", tmp_path / "tokens")
    (tmp_path / "no.sqlite").write_bytes(b"no database" * 100)
    assert "joblager" in refusal("--data", tmp_path / "no.sqlite")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"Porten {port}" in refusal("--port", port)
