"""The second writing: every rule again in plain Python, and the proof verified without a solver.

Written from docs/model.md; imports nothing of the rules, the options, the visits or the engine.
"""

from innopraktik_match.checker.recount import recount
from innopraktik_match.checker.report import CheckReport, Fault
from innopraktik_match.checker.verdict import check

__all__ = ["CheckReport", "Fault", "check", "recount"]
