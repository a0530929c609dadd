"""Build the package, look into it, and use its wheel in an empty environment, from another folder.

`python scripts/check_dist.py` leaves the sdist, and the wheel that is built from it, in `dist/`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist"
PACKAGE = ROOT / "src" / "innopraktik_match"
COMMANDS = (["--version"], ["template", "runde.xlsx"], ["check", "runde.xlsx"], ["demo"])
"""Run one after another in an empty folder."""


def main() -> None:
    """Build, look and use; end at the first thing that is wrong."""
    shutil.rmtree(DIST, ignore_errors=True)
    run(sys.executable, "-m", "build", ROOT)
    (sdist,), (wheel,) = DIST.glob("*.tar.gz"), DIST.glob("*.whl")
    run(sys.executable, "-m", "twine", "check", "--strict", sdist, wheel)
    look_into_sdist(sdist)
    look_into_wheel(wheel)
    with tempfile.TemporaryDirectory() as folder:
        use(wheel, Path(folder))


def look_into_sdist(sdist: Path) -> None:
    """Require every file of the repository in the sdist."""
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    told = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    require(not (missing := set(told.splitlines()) - names), f"not in the sdist: {sorted(missing)}")


def look_into_wheel(wheel: Path) -> None:
    """Require the files of the package in the wheel, and nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    files = (path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    expected = {path.relative_to(PACKAGE.parent).as_posix() for path in files}
    require(names == expected, f"the wheel differs from the package in {sorted(names ^ expected)}")


def use(wheel: Path, folder: Path) -> None:
    """Install the wheel in an empty environment and run the commands from another folder."""
    venv.create(folder / "environment", with_pip=True)
    scripts = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", wheel)
    (elsewhere := folder / "elsewhere").mkdir()
    for command in COMMANDS:
        run(scripts / "innopraktik-match", *command, cwd=elsewhere)


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run a command; end where it fails."""
    require(subprocess.run(command, cwd=cwd, check=False).returncode == 0, f"failed: {command}")


def require(holds: bool, words: str) -> None:
    """End with words where something does not hold."""
    if not holds:
        raise SystemExit(words)


if __name__ == "__main__":
    main()
