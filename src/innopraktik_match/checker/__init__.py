"""The second writing: every rule again in plain Python, and the proof verified without a solver.

Written from docs/model.md; what it may share with the rules and the engine stands there as common ground.
"""

from innopraktik_match.checker.facts import Facts
from innopraktik_match.checker.recount import Measured, measure, recount
from innopraktik_match.checker.report import CheckReport, Fault
from innopraktik_match.checker.verdict import check

__all__ = ["CheckReport", "Facts", "Fault", "Measured", "check", "measure", "recount"]
