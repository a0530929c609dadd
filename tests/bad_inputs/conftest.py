"""The command line, in this process: what it said, and what it left with."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from innopraktik_match.cli import main
from innopraktik_match.domain.issues import Issue, Place
from innopraktik_match.texts.issues import issue_lines


@dataclass(frozen=True)
class Heard:
    """What a command said."""

    code: int
    data: dict[str, Any]
    told: str

    @property
    def issues(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.data.get("issues", [])
        return found

    def codes(self, severity: str) -> list[str]:
        return [issue["code"] for issue in self.issues if issue["severity"] == severity]

    def only(self, code: str) -> dict[str, Any]:
        found = [issue for issue in self.issues if issue["code"] == code]
        assert len(found) == 1, self.issues
        return found[0]

    def where(self, code: str, severity: str = "error") -> set[str]:
        """Return the places of an issue: "Værter!B2", "interns.csv:3", a sheet or a file."""
        return {
            _where(place)
            for issue in self.issues
            if (issue["code"], issue["severity"]) == (code, severity)
            for place in issue["places"]
        }


Say = Callable[..., Heard]


def _where(place: dict[str, Any]) -> str:
    if place["cell"]:
        return f"{place['sheet']}!{place['cell']}"
    if place["line"]:
        return f"{place['file']}:{place['line']}"
    return str(place["sheet"] or place["file"] or place["table"])


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Run a command and hear it out, in both languages."""

    def run(*words: object) -> Heard:
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words] + ["--json"])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        data = json.loads(said.out) if said.out.strip() else {}
        for issue in data.get("issues", []):
            places = tuple(Place(**place) for place in issue["places"])
            told = Issue(issue["code"], issue["severity"], places, issue["values"])
            assert all(len(issue_lines([told], lang)[0]) > 30 for lang in ("da", "en"))
        return Heard(left.value.code or 0, data, said.err)

    return run


@pytest.fixture
def refused(say: Say, tmp_path: Path) -> Callable[..., Heard]:
    """Try to solve: refused with this error at these places, nothing solved and nothing written."""

    def run(path: Path | list[Path], code: str, *places: str, options: tuple[str, ...] = ()) -> Heard:
        out = tmp_path / "out" / "plan.json"
        paths = path if isinstance(path, list) else [path]
        heard = say("solve", *paths, "-o", out, *options)
        assert heard.code == 3, heard
        assert not out.exists()
        assert code in heard.codes("error"), heard.issues
        if places:
            assert heard.where(code) == set(places)
        return heard

    return run


@pytest.fixture
def accepted(say: Say) -> Callable[..., Heard]:
    """Check: no errors, and the warning (or note) of this code at these places."""

    def run(
        path: Path | list[Path], code: str | None = None, *places: str, severity: str = "warning"
    ) -> Heard:
        heard = say("check", *(path if isinstance(path, list) else [path]))
        assert heard.code == 0, heard.issues
        if code is None:
            assert heard.issues == []
        else:
            assert code in heard.codes(severity), heard.issues
        if places and code:
            assert heard.where(code, severity) == set(places)
        return heard

    return run
