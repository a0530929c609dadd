"""How the work of finding faults grows, counted in steps and not in seconds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from innopraktik_match.domain.round import Round
from innopraktik_match.validation.faults import find_faults
from tests.test_faults import KNOWN, OTHER

if TYPE_CHECKING:
    from types import FrameType

    from _typeshed import TraceFunction


def _steps(count: int) -> int:
    """Return how many instructions of ours it takes to find the faults of a round with so many interns."""
    interns = tuple({"id": f"p{n}", "wishes": (f"v{n % 90}", f"x{n}"), **KNOWN} for n in range(count))
    hosts = tuple({"id": f"v{n}", "name": f"Host {n}", **OTHER} for n in range(count // 4))
    round = Round.model_validate({"interns": interns, "hosts": hosts})
    steps = 0

    def trace(frame: FrameType, event: str, _: object) -> TraceFunction | None:
        nonlocal steps
        if "innopraktik_match" not in frame.f_code.co_filename:
            return None
        frame.f_trace_opcodes = True
        steps += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        issues = find_faults(round)
    finally:
        sys.settrace(before)
    assert len(issues) == count
    return steps


def test_the_work_grows_with_the_rows_and_not_with_the_pairs() -> None:
    once, twice = _steps(1000), _steps(2000)
    assert twice < 2.2 * once
