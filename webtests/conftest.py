"""What the looks at hand-outs share: the programs, and the files of the example and of a hostile round."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import innopraktik_match as im

HOSTILE = (
    "<script>alert(1)</script>",
    '=HYPERLINK("http://evil.example","x")',
    "\u202egnp.exe",
    "\x1b[2J\x1b[31mBo",
    "Navn " * 60,
    "💥 Børge",
    "../x",
    "CON",
)
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def program(*names: str) -> str:
    """Return the path of the first program that is there; fail with what to do where none is."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.fail(f"{names[0]} is not installed: run scripts/web_tools.sh, which says how")
    return found


@pytest.fixture(scope="session")
def chromium() -> str:
    return program(*CHROMIUMS)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `innopraktik-match demo`."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    subprocess.run([sys.executable, "-m", "innopraktik_match", "demo", folder], check=True, timeout=300)
    return folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-outs of a round whose every word would do harm."""
    folder = tmp_path_factory.mktemp("hostile") / "ud"
    people = {field: HOSTILE for field in ("name", "workplace")}
    round = im.Round.model_validate(
        {
            "interns": [
                {
                    "id": f"p{n}",
                    "role": word,
                    "wishes": ["v1"],
                    **{field: words[n] for field, words in people.items()},
                }
                for n, word in enumerate(HOSTILE)
            ],
            "hosts": [
                {
                    "id": f"v{n}",
                    "contact": word,
                    "max": 2,
                    **{field: words[n] for field, words in people.items()},
                }
                for n, word in enumerate(HOSTILE)
            ],
            "policy": {"weeks": ["2026-W37"], "rules": {"own_workplace": {"mode": "off"}}},
        }
    )
    im.write_report(im.solve(round), round, folder)
    return folder
