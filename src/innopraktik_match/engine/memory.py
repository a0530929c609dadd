"""Memory used by the process, and its limit."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from innopraktik_match.model import tuning

GIGA = 10**9
GROUPS = Path("/sys/fs/cgroup")
_FILES = (  # of a control group: limit, usage, and the reclaimable part of the usage
    ("memory.max", "memory.current", "memory.stat", "inactive_file"),
    (
        "memory/memory.limit_in_bytes",
        "memory/memory.usage_in_bytes",
        "memory/memory.stat",
        "total_inactive_file",
    ),
)


def used() -> int:
    """Return the resident memory of this process in bytes."""
    return int(_process().memory_info().rss)


def usual_limit() -> int:
    """Return the default memory limit in bytes: current usage plus most of what is free."""
    import psutil

    free = int(psutil.virtual_memory().available)
    in_container = free_in_container(GROUPS)
    return used() + int(tuning.MEMORY_SHARE * (free if in_container is None else min(free, in_container)))


def free_in_container(groups: Path) -> int | None:
    """Return the bytes still free in the container; None without a container limit.

    Parameters
    ----------
    groups : Path
        The control group file system of Linux, version 2 or 1.
    """
    for limit, in_use, facts, kept in _FILES:
        try:
            most = (groups / limit).read_text().strip()
            taken = int((groups / in_use).read_text())
            stat = dict(line.split() for line in (groups / facts).read_text().splitlines())
            return None if most == "max" else max(0, int(most) - taken + int(stat.get(kept, 0)))
        except (OSError, ValueError):
            continue
    return None


@cache
def _process() -> Any:
    import psutil

    return psutil.Process()
