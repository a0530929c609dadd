"""Progress callbacks, and cancellation from outside."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from threading import get_ident
from typing import TYPE_CHECKING, Protocol

from innopraktik_match.model import tuning

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan

LOG = logging.getLogger("innopraktik_match")
FIRST_PLAN, LOTTERY, CHECK = "first_plan", "lottery", "check"


class Cancel(Protocol):
    """Cancels the solve once it is set: a `threading.Event`, or anything like it."""

    def is_set(self) -> bool:
        """Return whether the solve is cancelled."""


@dataclass(frozen=True)
class Progress:
    """How far the engine is.

    Attributes
    ----------
    aim : str
        The aim being solved; "first_plan", "lottery" or "check" before and after the aims.
    value, bound : int or None
        Incumbent and bound, in the aim's own direction; for the first plan, how many have a visit.
    gap : float or None
        Their distance as a share of the value.
    seconds : float
        Since the start of the solve.
    """

    aim: str
    value: int | None
    bound: int | None
    gap: float | None
    seconds: float
    _hand_over: Callable[[], Plan | None] | None = field(default=None, repr=False, compare=False)

    def text(self, lang: Lang = "en") -> str:
        """Return one line for people.

        Examples
        --------
        >>> Progress("placed", 71, 72, 1 / 71, 0.4).text()
        'Interns with a visit: 71, at most 1.41 % from the best, 0 s'
        """
        from innopraktik_match.texts.progress import progress_line

        return progress_line(self, lang)

    def plan(self) -> Plan | None:
        """Return the incumbent as a plan, recounted but without bounds; None if there is none yet.

        It is built on request, and only during the callback.
        """
        return None if self._hand_over is None else self._hand_over()


class Listener:
    """Calls the progress callback at every step, and as a heartbeat during long ones.

    A callback that raises is not called again; the solve ends as after Ctrl-C and then raises the error.

    Parameters
    ----------
    call : callable or None
        Called with a `Progress`, always in the thread that solves.

    Attributes
    ----------
    plan_at_hand : callable or None
        Builds the current plan, once there can be one.
    ends : bool
        Whether the callback has requested an early end, by Ctrl-C or an error.
    error : BaseException or None
        What the callback raised.
    """

    def __init__(self, call: Callable[[Progress], None] | None) -> None:
        self.call = call
        self.plan_at_hand: Callable[[], Plan | None] | None = None
        self.ends = False
        self.error: BaseException | None = None
        self._last = Progress(FIRST_PLAN, None, None, None, 0.0)
        self._told = time.perf_counter()
        self._busy = False
        self._thread = get_ident()

    def tell(self, aim: str, value: int | None, bound: int | None, seconds: float) -> None:
        """Report value and bound of an aim."""
        gap = None
        if value is not None and bound is not None:
            gap = abs(value - bound) / max(1, abs(value))
        self._last = Progress(aim, value, bound, gap, round(seconds, 3))
        LOG.debug("%s: best %s, bound %s, %.2f s", aim, value, bound, seconds)
        self._tell()

    def beat(self, seconds: float) -> None:
        """Repeat the last report if the callback has not been called for a while."""
        lately = time.perf_counter() - self._told < tuning.HEARTBEAT_S
        if self.call is None or lately or self._thread != get_ident():
            return
        last = self._last
        self._last = Progress(last.aim, last.value, last.bound, last.gap, round(seconds, 3))
        self._tell()

    def raise_what_it_raised(self) -> None:
        """Raise the error that the callback raised, if any."""
        if self.error is not None:
            raise self.error

    def _tell(self) -> None:
        if self.call is None or self._busy:
            return
        self._busy, open_ = True, [True]

        def hand_over() -> Plan | None:
            if not open_:
                raise RuntimeError("the plan at hand is handed over only while the listener is being told")
            return None if self.plan_at_hand is None else self.plan_at_hand()

        last = self._last
        try:
            self.call(Progress(last.aim, last.value, last.bound, last.gap, last.seconds, hand_over))
        except KeyboardInterrupt:
            self.ends = True
        except BaseException as error:
            self.ends, self.error, self.call = True, error, None
        finally:
            open_.clear()
            self._busy, self._told = False, time.perf_counter()
