"""Places interns at hosts: proven best, explained, from CSV and Excel.

Importing the package is cheap: every name below is loaded when it is first used.
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False  # as in typing, which takes longer to import than all of this
if TYPE_CHECKING:
    from innopraktik_match.checker import CheckReport, check
    from innopraktik_match.engine.progress import Progress
    from innopraktik_match.engine.solve import solve
    from innopraktik_match.files import (
        read,
        read_frames,
        read_plan,
        read_with_issues,
        write_round,
        write_template,
    )
    from innopraktik_match.findings import Finding, Score
    from innopraktik_match.issues import DisagreementError, Issue, Place, RoundError, WriteError
    from innopraktik_match.plan import AimResult, Plan, Visit
    from innopraktik_match.policy import Policy, Rules
    from innopraktik_match.report import write
    from innopraktik_match.report.demand import Demand, find_demand
    from innopraktik_match.report.demand_lines import demand_lines
    from innopraktik_match.round import Ban, Host, Intern, Journey, Lock, PairPoints, PastVisit, Round
    from innopraktik_match.score import score
    from innopraktik_match.signing import sign, signed_by
    from innopraktik_match.when import Days

__version__ = "0.1.0"

__all__ = [
    "AimResult",
    "Ban",
    "CheckReport",
    "Days",
    "Demand",
    "DisagreementError",
    "Finding",
    "Host",
    "Intern",
    "Issue",
    "Journey",
    "Lock",
    "PairPoints",
    "PastVisit",
    "Place",
    "Plan",
    "Policy",
    "Progress",
    "Round",
    "RoundError",
    "Rules",
    "Score",
    "Visit",
    "WriteError",
    "__version__",
    "check",
    "demand_lines",
    "find_demand",
    "read",
    "read_frames",
    "read_plan",
    "read_with_issues",
    "score",
    "sign",
    "signed_by",
    "solve",
    "write",
    "write_round",
    "write_template",
]

_ROOMS = {
    "checker": ("CheckReport", "check"),
    "engine.progress": ("Progress",),
    "engine.solve": ("solve",),
    "files": ("read", "read_frames", "read_plan", "read_with_issues", "write_round", "write_template"),
    "findings": ("Finding", "Score"),
    "issues": ("DisagreementError", "Issue", "Place", "RoundError", "WriteError"),
    "plan": ("AimResult", "Plan", "Visit"),
    "policy": ("Policy", "Rules"),
    "report": ("write",),
    "report.demand": ("Demand", "find_demand"),
    "report.demand_lines": ("demand_lines",),
    "round": ("Ban", "Host", "Intern", "Journey", "Lock", "PairPoints", "PastVisit", "Round"),
    "score": ("score",),
    "signing": ("sign", "signed_by"),
    "when": ("Days",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__


class _Face(ModuleType):
    """Keeps `score` the function, also after somebody has imported the module of that name."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _ROOM_OF and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
