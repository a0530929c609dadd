"""The work of a job, done in a process of its own."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import Plan
from innopraktik_match.domain.round import Round
from innopraktik_match.service.replies import dumped, plain_problem

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.engine.progress import Progress
    from innopraktik_match.many.child import Line

TELL_S = 0.25
"""How often a client hears of a search that goes on."""
PLAN_S = 2.0
PLAN_SHARE = 0.05
"""How often the best plan is handed over, and the share of the time that it may take."""


class Telling:
    """Tells of the progress of a search, and hands over its best plan from time to time."""

    def __init__(self, line: Line, lang: Lang) -> None:
        self._line, self._lang = line, lang
        self._aim = ""
        self._reached: tuple[str, int | None] = ("", None)
        self._told = self._next_plan = 0.0

    def __call__(self, progress: Progress) -> None:
        """Hear of the progress; called by the engine."""
        now = time.monotonic()
        if progress.aim == self._aim and now - self._told < TELL_S:
            return
        if progress.value is None and self._reached[0]:
            return  # what is known of the best plan stands
        self._aim, self._told = progress.aim, now
        told: dict[str, Any] = {
            name: getattr(progress, name) for name in ("aim", "value", "bound", "gap", "seconds")
        }
        self._line.tell((dumped({**told, "text": progress.text(self._lang)}), self._plan(progress, now)))

    def _plan(self, progress: Progress, now: float) -> bytes | None:
        """Return the best plan, if it is another and it is time."""
        reached = (progress.aim, progress.value)
        if progress.value is None or reached == self._reached or now < self._next_plan:
            return None
        plan = progress.plan()
        if plan is None:
            return None
        self._reached = reached
        took = time.monotonic() - now
        self._next_plan = now + max(PLAN_S, took / PLAN_SHARE)
        return dumped(plan.model_dump(mode="json"))


def work(line: Line, request: bytes, memory_limit: float | None) -> tuple[bytes | None, bytes | None]:
    """Return the plan of a job, or the problem that there is none, as JSON.

    Parameters
    ----------
    line : Line
        Told of the progress: JSON of the figures, and of the best plan where there is a better one.
    request : bytes
        The round, the options, and the earlier plan where there is one; JSON.
    memory_limit : float or None
        Gigabytes.
    """
    from innopraktik_match.replanning import replan
    from innopraktik_match.solving import solve

    asked = json.loads(request)
    lang: Lang = asked["lang"]
    how = {
        **asked["options"],
        "workers": 1,
        "memory_limit": memory_limit,
        "on_progress": Telling(line, lang),
        "cancel": line.cancel,
    }
    try:
        round = Round.model_validate(asked["round"])
        if "plan" in asked:
            plan = replan(round, Plan.model_validate(asked["plan"]), **how)
        else:
            plan = solve(round, **how)
    except RoundError as error:
        return None, dumped(plain_problem("input", 422, lang, error.issues))
    except MemoryError:
        return None, dumped(plain_problem("memory", 422, lang))
    return dumped(plan.model_dump(mode="json")), None
