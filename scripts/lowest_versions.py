"""Print the oldest version of each dependency that pyproject.toml allows, as constraints for pip."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"


def lowest_versions() -> list[str]:
    """Return a line such as `numpy==1.26.0` for each dependency, those of extras too."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [
        re.sub(r">=([\d.]+).*", r"==\1", requirement)
        for requirements in (project["dependencies"], *extras)
        for requirement in requirements
    ]


if __name__ == "__main__":
    print("\n".join(lowest_versions()))
