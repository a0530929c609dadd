"""The service answers as the command line does, and refuses in words what it cannot answer."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import socket
import time
import urllib.error
import urllib.request
import zipfile

import pytest

import innopraktik_match as im
from tests.served import ROUND, Served, slow_round

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")
JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def served():
    with Served("--jobs", 2, "--most-mb", 1) as one:
        yield one


@pytest.fixture(scope="module")
def plan(served):
    job = served.job(served.solve())
    assert job["status"] == "done", job["problem"]
    return job["plan"]


def code_of(answer):
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    return problem["code"]


# -- questions --------------------------------------------------------------------------------------------


def test_a_round_is_checked_with_every_issue(served):
    sound = served.post("check").json()
    assert (sound["sound"], sound["demand"]["total"]) == (True, {"interns": 3, "hosts": 2, "places": 2})
    twice = {**ROUND, "hosts": [{"id": "dmi"}, {"id": "dmi", "mx": 2}]}
    faulty = served.post("check", twice, lang="en").json()
    assert faulty["sound"] is False
    codes = {issue["code"] for issue in faulty["issues"]}
    assert {"key_unknown", "id_twice"} & codes
    assert faulty["issues"][0]["text"]["what"]


def test_a_job_gives_the_plan_that_solve_gives(plan):
    expected = im.solve(im.Round.model_validate(ROUND), workers=1)
    assert im.Plan.model_validate(plan) == expected
    assert {aim["aim"]: aim["value"] for aim in plan["aims"]}["placed"] == 2


def test_a_plan_is_scored_verified_explained_and_asked_about(served, plan):
    score = served.post("score", plan=plan).json()
    assert (score["legal"], score["aims"]["placed"]) == (True, 2)
    word = served.post("verify", plan=plan).json()
    assert (word["holds"], word["proven"]) == (True, True)
    changed = {**plan, "aims": [{**plan["aims"][0], "value": 3}, *plan["aims"][1:]]}
    assert served.post("verify", plan=changed).json()["holds"] is False
    (finding,) = served.post("explain", plan=plan, pair=["cleo", "dmi"], lang="en").json()["findings"]
    assert (finding["kind"], finding["allowed"], finding["intern"]) == ("not_this_host", True, "cleo")
    (other,) = served.post("explain", plan=plan, next_best=1).json()["findings"]
    assert other["kind"] == "alternative"
    more = [{"change": "one_more_place", "host": "dmi"}]
    (answer,) = served.post("ask", plan=plan, changes=more).json()["answers"]
    assert answer["aims"][0] | {"then": 3, "now": 2} == answer["aims"][0]


def test_the_next_plan_changes_as_little_as_possible(served, plan):
    left = {**ROUND, "interns": ROUND["interns"][1:]}
    now = served.post("replan", left, plan=plan).json()
    assert [(one["intern"], one["why"]) for one in now["changes"] if one["intern"] == "cleo"] == [
        ("cleo", "new")
    ]
    assert im.check(im.Round.model_validate(left), im.Plan.model_validate(now)).holds
    answer = served.post("replan", left, plan=plan, headers={"Prefer": "respond-async"})
    assert answer.status_code == 202
    job = served.job(answer.json()["id"])
    assert (job["kind"], job["plan"]["visits"]) == ("replan", now["visits"])


def test_the_hand_outs_come_as_a_zip_file(served, plan):
    answer = served.post("report", plan=plan, only=["index", "mail"])
    assert answer.headers["content-type"] == "application/zip"
    assert zipfile.ZipFile(io.BytesIO(answer.content)).namelist() == ["index.html", "mail.csv"]
    broken = {"visits": [{"host": "dmi", "interns": ["anna", "bo", "cleo"]}]}
    assert code_of(served.post("report", plan=broken)) == "broken_plan"


def test_files_are_read_as_the_command_line_reads_them(served, tmp_path):
    round = im.Round.model_validate(ROUND)
    workbook, by_hand = tmp_path / "runde.xlsx", b"praktikant;v\xc3\xa6rt\nanna;dmi\n"
    im.write_round(round, workbook)
    files = [("file", ("runde.xlsx", workbook.read_bytes()))]
    found = served.client.post("/v1/check", files=files).json()
    assert (found["sound"], found["people"]["interns"]) == (True, 3)
    assert {one["field"] for one in found["account"]} >= {"id", "sector", "workplace"}
    with_plan = [*files, ("plan", ("plan.csv", by_hand))]
    score = served.client.post("/v1/score", files=with_plan, data={"options": '{"lang": "en"}'}).json()
    assert (score["legal"], score["aims"]["placed"]) == (True, 1)
    written = tmp_path / "plan.xlsx"
    im.write(im.solve(round), written, round)
    with_workbook = [*files, ("plan", ("plan.xlsx", written.read_bytes()))]
    assert served.client.post("/v1/verify", files=with_workbook).json()["proven"] is True


# -- jobs -------------------------------------------------------------------------------------------------


def test_a_job_is_watched_and_stopped_and_keeps_its_best_plan(served):
    identity = served.solve(slow_round())
    events = []
    with served.client.stream("GET", f"/v1/solve/{identity}/events") as stream:
        for line in stream.iter_lines():
            if line.startswith("event: "):
                events.append(line.removeprefix("event: "))
            if line.startswith("data: ") and (json.loads(line[6:])["best"] or {}).get("value"):
                served.client.delete(f"/v1/solve/{identity}")
    assert events[0] == "progress"
    assert events[-1] == "stopped"
    job = served.job(identity)
    assert (job["status"], job["plan"]["status"], job["plan"]["stopped_by"]) == (
        "stopped",
        "feasible",
        "interruption",
    )
    plan = im.Plan.model_validate(job["plan"])
    assert im.check(im.read(json.dumps(slow_round()).encode()), plan).legal
    assert served.client.delete(f"/v1/solve/{identity}").json()["status"] == "stopped"
    assert served.client.delete(f"/v1/solve/{identity}?forget=true").status_code == 204
    assert code_of(served.client.get(f"/v1/solve/{identity}")) == "not_found"


def test_a_process_that_is_killed_fails_its_job_alone(served):
    slow = served.solve(slow_round())
    served.job(slow, until=("running",))
    while not (solvers := served.solvers()):
        time.sleep(0.01)
    for solver in solvers:
        solver.send_signal(signal.SIGKILL)
    quick = served.solve()
    job = served.job(slow)
    assert (job["status"], job["problem"]["code"]) == ("failed", "died")
    assert served.job(quick)["plan"]["status"] == "optimal"


def test_the_same_key_is_the_same_job(served):
    key = {"Idempotency-Key": "2026-11-29/1"}
    first, again = (served.post("solve", headers=key).json()["id"] for _ in range(2))
    assert first == again
    assert code_of(served.post("solve", headers=key, seed=7)) == "key_reused"
    assert served.post("solve").json()["id"] != first
    assert code_of(served.post("solve", headers={"Idempotency-Key": "x" * 256})) == "key_wrong"


def test_errors_of_a_round_are_told_before_there_is_a_job(served):
    answer = served.post("solve", {"interns": [{"id": "p1"}, {"id": "p1"}], "hosts": [{"id": "v1"}]})
    assert (answer.status_code, code_of(answer)) == (422, "input")
    issue = next(one for one in answer.json()["issues"] if one["severity"] == "error")
    assert issue["places"][0]["table"] == "interns"


# -- what is refused --------------------------------------------------------------------------------------

BROKEN = {
    "no JSON": (b"{", 422, "json_broken"),
    "no object": (b"[]", 422, "not_object"),
    "nothing": (b"{}", 422, "field_missing"),
    "an unknown key": (b'{"round": {}, "opions": {}}', 422, "key_unknown"),
    "an unknown option": (b'{"round": {}, "options": {"sed": 1}}', 422, "key_unknown"),
    "no number": (b'{"round": {}, "options": {"time_limit": NaN}}', 422, "not_number"),
    "too deep": (b'{"round": ' + b"[" * 5000 + b"]" * 5000 + b"}", 422, "file_overfull"),
    "half a pair": (b'{"round": {"interns": [{"id": "\\ud800"}], "hosts": []}}', 422, "no_hosts"),
    "not a number in a round": (
        b'{"round": {"interns": [{"id": "p1", "max_km": NaN}], "hosts": []}}',
        422,
        "no_hosts",
    ),
    "no UTF-8": (b'{"round": "\xff"}', 422, "encoding_wrong"),
    "a number with too many digits": (
        b'{"round": {"interns": [{"id": "p1", "visits": ' + b"9" * 5000 + b"}]}}",
        422,
        "number_too_long",
    ),
}


@pytest.mark.parametrize(("body", "status", "code"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_read_is_told_in_words(served, body, status, code):
    answer = served.client.post("/v1/solve", content=body, headers=JSON)
    assert (answer.status_code, code_of(answer)) == (status, "input")
    assert code in {issue["code"] for issue in answer.json()["issues"]}


def test_what_is_no_question_is_refused(served):
    client = served.client
    assert code_of(client.get("/v1/nothing")) == "not_found"
    assert code_of(client.get("/v1/solve/..%2f..%2fetc%2fpasswd")) == "not_found"
    assert code_of(client.get("/v1/solve")) == "method"
    assert (
        code_of(client.post("/v1/check", content=b"a=1", headers={"content-type": "text/csv"}))
        == "media_type"
    )
    form = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/v1/check", content=b"--y\r\n", headers=form).status_code in (400, 422)
    assert code_of(client.post("/v1/check", content=b" " * (2**20 + 1), headers=JSON)) == "too_large"
    stream = (b" " * 2**16 for _ in range(100))
    assert code_of(client.post("/v1/check", content=stream, headers=JSON)) == "too_large"


def test_a_client_that_listens_only_after_its_body_hears_that_it_is_too_large(served):
    data = b" " * (16 * 2**20)
    request = urllib.request.Request(f"{served.ready['url']}/v1/check", data, JSON)
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 413
    refused.value.close()


def test_other_names_and_pages_of_others_are_refused(served):
    assert code_of(served.client.get("/metrics", headers={"host": "evil.example"})) == "host"
    assert code_of(served.post("check", headers={"origin": "https://evil.example"})) == "origin"
    english = served.client.get("/v1/x", headers={"accept-language": "en-GB"}).json()
    assert english["title"] == "Not found"


def test_the_description_holds_every_question_and_its_models(served):
    described = served.client.get("/v1/openapi.json").json()
    assert {
        f"/v1/{name}" for name in ("check", "solve", "score", "verify", "explain", "ask", "replan", "report")
    } < (described["paths"].keys())
    schemas = described["components"]["schemas"]
    used = set(json.dumps(described).split('"#/components/schemas/')[1:])
    assert {one.partition('"')[0] for one in used} <= schemas.keys()
    assert "interns" in schemas["Round"]["properties"]


def test_health_and_figures_hold_no_names(served, plan):
    assert served.client.get("/healthz").json() == served.client.get("/readyz").json() == {"status": "ok"}
    figures = served.client.get("/metrics").text
    assert 'innopraktik_requests_total{question="solve",status="202"}' in figures
    assert "anna" not in figures


def test_an_upload_that_breaks_off_is_no_fault_of_the_service():
    with Served() as one:
        address = (one.client.base_url.host, one.client.base_url.port)
        head = b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        with socket.create_connection(address) as client:
            client.sendall(head + b"Content-Length: 1000\r\n\r\n{")
        with socket.create_connection(address) as client:
            client.sendall(head + b"Transfer-Encoding: chunked\r\n\r\nno number\r\n")
            assert client.recv(1000).startswith(b"HTTP/1.1 400 ")
        assert one.post("check").status_code == 200
    events = [json.loads(line)["event"] for line in one.log.splitlines() if line.startswith("{")]
    assert events.count("interrupted") == 2
    assert "bug" not in events


def test_a_balancer_may_ask_for_the_head_alone_and_nobody_is_sent_elsewhere(served):
    for path in ("/healthz", "/readyz"):
        answer = served.client.head(path)
        assert (answer.status_code, answer.content) == (200, b"")
        assert answer.headers["content-length"] == "15"
    assert code_of(served.client.get("/v1/solve/")) == "not_found"
    assert code_of(served.client.post("/v1/check/", json={})) == "not_found"


def test_a_body_that_is_packed_is_refused_as_such(served):
    packed = gzip.compress(json.dumps({"round": ROUND}).encode())
    answer = served.client.post("/v1/check", content=packed, headers={**JSON, "content-encoding": "gzip"})
    assert (answer.status_code, code_of(answer)) == (415, "media_type")
    plain = served.client.post("/v1/check", json={"round": ROUND}, headers={"content-encoding": "identity"})
    assert plain.status_code == 200
