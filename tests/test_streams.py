"""Streams that are closed, full or left by their reader, and signals: what is done stays the same."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="streams and signals as on POSIX")
full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device")

EXAMPLE = Path(__file__).parents[1] / "examples" / "runde_2017.xlsx"
COMMAND = f'exec "{sys.executable}" -m innopraktik_match'


def shell(words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command with the redirections that the words end with."""
    words = f"{COMMAND} {words}"
    done = subprocess.run(["sh", "-c", words], cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr + done.stdout
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    round = {"interns": [{"id": "p1"}, {"id": "p2"}], "hosts": [{"id": "v1"}, {"id": "v2"}]}
    (tmp_path / "round.json").write_text(json.dumps({**round, "policy": {"preset": "bare"}}))
    return tmp_path


@full
@pytest.mark.parametrize("away", ["2>&-", "2>/dev/full", "2>&- >&- <&-", "2>/dev/full >/dev/full"])
def test_a_plan_is_written_though_nobody_hears_the_words(folder, away):
    done = shell(f"solve round.json -o plan.json {away}", folder)
    assert done.returncode == 0
    assert json.loads((folder / "plan.json").read_text())["status"] == "optimal"
    assert shell("verify plan.json round.json", folder).returncode == 0


@full
@pytest.mark.parametrize("away", ["2>&-", "2>/dev/full"])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("solve missing.json", 3),
        ("solve round.json --time-limit x", 2),
        ("check round.json", 0),
        ("check round.json --json", 0),
        ("verify round.json round.json", 3),
        ("template t.xlsx", 0),
    ],
)
def test_the_code_is_the_same_though_nobody_hears_the_words(folder, words, code, away):
    assert shell(words, folder).returncode == code
    (folder / "t.xlsx").unlink(missing_ok=True)
    assert shell(f"{words} {away}", folder).returncode == code


@full
@pytest.mark.parametrize("away", [">&-", ">/dev/full"])
def test_data_that_nobody_gets_leave_with_6_and_the_plan_in_its_file(folder, away):
    done = shell(f"solve round.json --json -o plan.json {away}", folder)
    assert done.returncode == 6
    assert "stdout" in done.stderr
    assert (folder / "plan.json").exists()


def test_data_whose_reader_has_gone_leave_with_6(folder):
    done = shell("schema --help; true", folder)
    with subprocess.Popen(
        [sys.executable, "-m", "innopraktik_match", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        told = process.stderr.read().decode()
    assert done.returncode == 0
    assert process.returncode == 6
    assert "Traceback" not in told


@full
def test_the_help_on_a_full_disk_is_6(folder):
    assert shell("--help >/dev/full", folder).returncode == 6


@full
def test_a_plan_to_a_full_device_is_6(folder):
    (folder / "plan.json").symlink_to("/dev/full")
    done = shell("solve round.json -o plan.json --force", folder)
    assert done.returncode == 6
    assert "disken er fuld" in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_6(folder):
    (folder / "closed").mkdir(mode=0o500)
    assert shell("solve round.json -o closed/plan.json", folder).returncode == 6


@pytest.mark.parametrize("name", ["x" * 300 + ".json", "a" * 252 + ".xlsx", "round.json/plan.json"])
def test_a_name_that_cannot_be_is_6(folder, name):
    assert shell(f"solve round.json -o {name}", folder).returncode == 6


def test_a_name_of_250_bytes_can_be(folder):
    assert shell(f"solve round.json -o {'a' * 245}.xlsx", folder).returncode == 0


SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def wait_until_it_hears(process: subprocess.Popen[bytes]) -> None:
    """Wait until a process has handlers of its own: before, the system ends it without asking."""
    status = Path(f"/proc/{process.pid}/status")
    while status.exists() and process.poll() is None:
        caught = next((line for line in status.read_text().splitlines() if line.startswith("SigCgt")), "0 0")
        if int(caught.split()[1], 16) >> (SIGNALS[-1] - 1) & 1:
            return
        time.sleep(0.005)


@pytest.mark.parametrize("sent", SIGNALS, ids=lambda one: one.name)
@pytest.mark.parametrize("seconds", [0, 0.05, 0.1, 0.2, 0.8, 1.4])
def test_what_ends_a_process_leaves_a_checked_plan_or_a_word(tmp_path, sent, seconds):
    words = [sys.executable, "-m", "innopraktik_match", "solve", EXAMPLE, "-o", tmp_path / "plan.json"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        wait_until_it_hears(process)
        time.sleep(seconds)
        process.send_signal(sent)
        assert process.stderr is not None
        told = process.stderr.read().decode()
    assert "Traceback" not in told
    assert process.returncode in (0, 1, 5), told
    assert [one.name for one in tmp_path.iterdir()] == ([] if process.returncode == 5 else ["plan.json"])
    if process.returncode != 5:
        check = [sys.executable, "-m", "innopraktik_match", "verify", tmp_path / "plan.json", EXAMPLE]
        assert subprocess.run(check, capture_output=True, check=False).returncode == 0


def test_under_nohup_a_closed_terminal_is_not_heard(tmp_path):
    words = f'trap "" HUP; exec "{sys.executable}" -m innopraktik_match solve "{EXAMPLE}" -o plan.json'
    with subprocess.Popen(["sh", "-c", words], cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        time.sleep(0.6)
        process.send_signal(signal.SIGHUP)
    assert process.returncode == 0


def test_a_signal_that_ends_is_heard_where_ctrl_c_is_ignored(tmp_path):
    """So a shell starts what it sends to the background."""
    words = f'trap "" INT; exec "{sys.executable}" -m innopraktik_match solve "{EXAMPLE}" -o plan.json'
    with subprocess.Popen(["sh", "-c", words], cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
    assert process.returncode in (0, 1, 5)


LOST = """
import signal, sys, time
from innopraktik_match.cli import running
from innopraktik_match.engine.interruption import interrupt
signal.signal(signal.SIGINT, interrupt)
sys.unraisablehook = running._not_lost
class Destroyed:
    def __del__(self):
        raise KeyboardInterrupt
try:
    del [Destroyed()][0]
    time.sleep(10)
except KeyboardInterrupt:
    print("heard")
"""


def test_ctrl_c_that_a_destructor_loses_is_heard_after_it_and_not_printed():
    done = subprocess.run([sys.executable, "-c", LOST], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout.strip(), done.stderr) == ("heard", "")
