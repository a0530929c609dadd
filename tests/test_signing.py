"""Who made a plan: signed with a private key, verified with its public half."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

import innopraktik_match as im

FORMATS = {
    "pem": (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8),
    "openssh": (serialization.Encoding.PEM, serialization.PrivateFormat.OpenSSH),
}


def keys(folder: Path, name: str, form: str = "pem") -> tuple[Path, Path]:
    private = ed25519.Ed25519PrivateKey.generate()
    mine, public = folder / f"{name}.key", folder / f"{name}.pub"
    mine.write_bytes(private.private_bytes(*FORMATS[form], serialization.NoEncryption()))
    encoding, shape = (
        (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        if form == "pem"
        else (serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH)
    )
    public.write_bytes(private.public_key().public_bytes(encoding, shape))
    return mine, public


def run(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "innopraktik_match", *map(str, words)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def round(tmp_path: Path) -> Path:
    (tmp_path / "round.json").write_text(json.dumps({"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]}))
    return tmp_path / "round.json"


@pytest.mark.parametrize("form", FORMATS)
def test_a_plan_is_signed_by_its_key_and_no_other_and_as_it_is(tmp_path, round, form):
    mine, public = keys(tmp_path, "mine", form)
    _, other = keys(tmp_path, "other")
    plan = im.sign(im.solve(im.read(round)), mine)
    assert im.signed_by(plan, public)
    assert not im.signed_by(plan, other)
    assert not im.signed_by(plan.model_copy(update={"unused_hosts": ("v1",)}), public)
    assert not im.signed_by(plan.sealed(), public)
    assert im.check(im.read(round), plan).holds
    assert im.Plan.model_validate_json(plan.model_dump_json()).signature == plan.signature


@pytest.mark.parametrize("name", ["plan.json", "plan.xlsx"])
def test_the_command_signs_and_verifies(tmp_path, round, name):
    mine, public = keys(tmp_path, "mine")
    _, other = keys(tmp_path, "other")
    plan = tmp_path / name
    assert run("solve", round, "-o", plan, "--sign", mine).returncode == 0
    assert run("verify", plan, round, "--signed-by", public).returncode == 0
    refused = run("verify", plan, round, "--signed-by", other, "--json")
    assert refused.returncode == 7
    assert [fault["code"] for fault in json.loads(refused.stdout)["faults"]] == ["signature_differs"]
    assert "signature" in json.loads(run("verify", plan, round, "--json").stdout)["unvouched"]


def test_a_plan_without_a_signature_was_signed_by_nobody(tmp_path, round):
    _, public = keys(tmp_path, "mine")
    assert run("solve", round, "-o", tmp_path / "plan.json").returncode == 0
    assert run("verify", tmp_path / "plan.json", round, "--signed-by", public).returncode == 7


def test_a_key_that_cannot_be_used_is_told_before_anything_is_solved(tmp_path, round):
    other_kind = ec.generate_private_key(ec.SECP256R1())
    locked = ed25519.Ed25519PrivateKey.generate().private_bytes(
        *FORMATS["pem"], serialization.BestAvailableEncryption(b"secret")
    )
    cases = {
        "other.key": other_kind.private_bytes(*FORMATS["pem"], serialization.NoEncryption()),
        "locked.key": locked,
        "text.key": b"hello",
    }
    for name, data in cases.items():
        (tmp_path / name).write_bytes(data)
        done = run("solve", round, "-o", tmp_path / "plan.json", "--sign", tmp_path / name, "--lang", "en")
        assert (done.returncode, name in done.stderr, "Ed25519" in done.stderr) == (3, True, True)
    assert not (tmp_path / "plan.json").exists()
    assert run("solve", round, "--sign", tmp_path / "missing.key").returncode == 3
