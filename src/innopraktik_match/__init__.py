"""Places interns at hosts: proven best, explained, from CSV and Excel.

Importing the package is cheap: every name below is loaded when it is first used.
"""

from __future__ import annotations

from innopraktik_match._version import __version__
from innopraktik_match.domain.doors import open_door

TYPE_CHECKING = False  # as in typing, which takes longer to import than all of this
if TYPE_CHECKING:
    from innopraktik_match.checker import CheckReport
    from innopraktik_match.domain.change import Change
    from innopraktik_match.domain.explanation import (
        Answer,
        ExplainedFinding,
        FindingAim,
        FindingRule,
        Move,
        Seat,
    )
    from innopraktik_match.domain.findings import Finding, Score
    from innopraktik_match.domain.issues import DisagreementError, Issue, Place, RoundError, WriteError
    from innopraktik_match.domain.own_rules import rule
    from innopraktik_match.domain.plan import AimResult, Plan, Visit
    from innopraktik_match.domain.policy import Policy
    from innopraktik_match.domain.replanned import Changed, Replanned, amended
    from innopraktik_match.domain.round import (
        Ban,
        Host,
        Intern,
        Journey,
        Lock,
        PairPoints,
        PastVisit,
        Relation,
        Round,
    )
    from innopraktik_match.domain.rulebook import Rules
    from innopraktik_match.domain.trade import TradePoint
    from innopraktik_match.domain.when import Days
    from innopraktik_match.engine.progress import Progress
    from innopraktik_match.explaining import explain
    from innopraktik_match.explaining.bounds import Bounds
    from innopraktik_match.explaining.standby import Reserves, Standby, Waiting, find_standby
    from innopraktik_match.explaining.study import Study
    from innopraktik_match.files import (
        read,
        read_frames,
        read_plan,
        read_with_issues,
        write_round,
        write_template,
    )
    from innopraktik_match.files.signing import sign, signed_by
    from innopraktik_match.many import Outcome, ProcessEach, solve_many
    from innopraktik_match.measuring import check, score
    from innopraktik_match.replanning import replan
    from innopraktik_match.replanning.comparing import Comparison, Shift, compare
    from innopraktik_match.replanning.moving import moving_choices
    from innopraktik_match.replanning.placing import Choice, choices, taken
    from innopraktik_match.replanning.trading import trade
    from innopraktik_match.report import write, write_report
    from innopraktik_match.report.demand import Demand, find_demand
    from innopraktik_match.report.demand_lines import demand_lines
    from innopraktik_match.solving import solve

__all__ = [
    "AimResult",
    "Answer",
    "Ban",
    "Bounds",
    "Change",
    "Changed",
    "CheckReport",
    "Choice",
    "Comparison",
    "Days",
    "Demand",
    "DisagreementError",
    "ExplainedFinding",
    "Finding",
    "FindingAim",
    "FindingRule",
    "Host",
    "Intern",
    "Issue",
    "Journey",
    "Lock",
    "Move",
    "Outcome",
    "PairPoints",
    "PastVisit",
    "Place",
    "Plan",
    "Policy",
    "ProcessEach",
    "Progress",
    "Relation",
    "Replanned",
    "Reserves",
    "Round",
    "RoundError",
    "Rules",
    "Score",
    "Seat",
    "Shift",
    "Standby",
    "Study",
    "TradePoint",
    "Visit",
    "Waiting",
    "WriteError",
    "__version__",
    "amended",
    "check",
    "choices",
    "compare",
    "demand_lines",
    "explain",
    "find_demand",
    "find_standby",
    "moving_choices",
    "read",
    "read_frames",
    "read_plan",
    "read_with_issues",
    "replan",
    "rule",
    "score",
    "sign",
    "signed_by",
    "solve",
    "solve_many",
    "taken",
    "trade",
    "write",
    "write_report",
    "write_round",
    "write_template",
]

_ROOMS = {
    "checker": ("CheckReport",),
    "domain.change": ("Change",),
    "domain.explanation": ("Answer", "ExplainedFinding", "FindingAim", "FindingRule", "Move", "Seat"),
    "replanning.comparing": ("Comparison", "Shift", "compare"),
    "domain.findings": ("Finding", "Score"),
    "domain.issues": ("DisagreementError", "Issue", "Place", "RoundError", "WriteError"),
    "domain.own_rules": ("rule",),
    "domain.plan": ("AimResult", "Plan", "Visit"),
    "domain.policy": ("Policy",),
    "domain.replanned": ("Changed", "Replanned", "amended"),
    "domain.round": (
        "Ban",
        "Host",
        "Intern",
        "Journey",
        "Lock",
        "PairPoints",
        "PastVisit",
        "Relation",
        "Round",
    ),
    "domain.rulebook": ("Rules",),
    "domain.trade": ("TradePoint",),
    "domain.when": ("Days",),
    "engine.progress": ("Progress",),
    "explaining": ("explain",),
    "explaining.standby": ("Reserves", "Standby", "Waiting", "find_standby"),
    "explaining.bounds": ("Bounds",),
    "explaining.study": ("Study",),
    "files": ("read", "read_frames", "read_plan", "read_with_issues", "write_round", "write_template"),
    "files.signing": ("sign", "signed_by"),
    "many": ("Outcome", "ProcessEach", "solve_many"),
    "measuring": ("check", "score"),
    "report": ("write", "write_report"),
    "report.demand": ("Demand", "find_demand"),
    "report.demand_lines": ("demand_lines",),
    "replanning.moving": ("moving_choices",),
    "replanning.placing": ("Choice", "choices", "taken"),
    "replanning.trading": ("trade",),
    "replanning": ("replan",),
    "solving": ("solve",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


open_door("issue_lines", f"{__name__}.texts.issues:issue_lines")
open_door("plan_html", f"{__name__}.report.notebook:plan_html")
open_door("round_html", f"{__name__}.report.notebook:round_html")
open_door("read_frames", f"{__name__}.files:read_frames")


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
