"""The unit and the container file call the command as it is."""

from __future__ import annotations

import configparser
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from innopraktik_match.cli.app import build_app

DEPLOY = Path(__file__).parents[1] / "deploy"
UNIT = DEPLOY / "innopraktik-match.service"
OPTIONS = {name for option in build_app("en").commands["serve"].params for name in option.opts}


def unit():
    parser = configparser.ConfigParser(strict=True, interpolation=None)
    parser.optionxform = str
    parser.read(UNIT, encoding="utf-8")
    return parser["Service"]


def container(word):
    found = re.search(
        rf"^{word} (\[.*\])$", (DEPLOY / "Containerfile").read_text(encoding="utf-8"), re.MULTILINE
    )
    return json.loads(found[1])


@pytest.mark.parametrize(
    "words",
    [shlex.split(unit()["ExecStart"]), container("ENTRYPOINT") + container("CMD")],
    ids=["systemd", "container"],
)
def test_the_command_has_every_option_that_is_given(words):
    assert words[0].rpartition("/")[2] == "innopraktik-match"
    assert words[1] == "serve"
    given = [word for word in words[2:] if word.startswith("--")]
    assert len(given) * 2 == len(words) - 2
    assert set(given) <= OPTIONS
    assert "--token-file" in given


def test_a_process_that_needs_too_much_memory_does_not_take_the_service_with_it():
    assert unit()["OOMPolicy"] == "continue"
    assert "AF_UNIX" in unit()["RestrictAddressFamilies"]  # how processes are copied


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd")
def test_systemd_understands_the_unit():
    done = subprocess.run(
        ["systemd-analyze", "verify", UNIT], capture_output=True, encoding="utf-8", check=False
    )
    told = [line for line in done.stderr.splitlines() if "is not executable" not in line]
    assert told == []
