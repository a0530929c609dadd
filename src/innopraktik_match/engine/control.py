"""Deadline, memory budget, cancellation and progress, shared by every step of the engine."""

from __future__ import annotations

import atexit
import time
from functools import cached_property
from math import inf
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from innopraktik_match.engine import memory
from innopraktik_match.engine.progress import Listener
from innopraktik_match.model import tuning

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.domain.plan import StoppedBy
    from innopraktik_match.engine.prices.shards import Shards
    from innopraktik_match.engine.progress import Cancel, Progress

_BEHIND: list[Thread] = []

T = TypeVar("T")


class Stopped(Exception):
    """Raised inside a step that overruns its deadline; the caller that holds the incumbent returns it."""


class Control:
    """One deadline, one memory budget and one progress callback for a whole solve.

    The clock starts when the control is made. Steps check `stopped` before they start and call `look` in
    their loops, which aborts a step that overruns the deadline by more than a little.

    Parameters
    ----------
    time_limit : float or None
        Seconds; None for no limit.
    on_progress : callable or None
        Called with a `Progress` at every better plan or bound.
    workers : int or None
        With 1, solvers run one at a time instead of racing.
    memory_limit : int, callable or None
        Bytes the process may use; None for no limit. A callable is asked once, when that first matters.
    cancel : Cancel or None
        Ends the solve early once it is set, from any thread.
    shards : Shards or None
        Prices large stages elsewhere.
    """

    def __init__(
        self,
        time_limit: float | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        workers: int | None = None,
        memory_limit: int | Callable[[], int] | None = None,
        cancel: Cancel | None = None,
        shards: Shards | None = None,
    ) -> None:
        self.began = time.perf_counter()
        self.limit = inf if time_limit is None else time_limit
        self.listener = Listener(on_progress)
        self.cancel = cancel
        self.shards = shards
        self.workers = workers
        self._memory_limit = memory_limit
        self.out_of_memory = False
        self.interrupted_at = inf
        self._kept = self._check_takes = 0.0
        self._looked = tuning.MEMORY_FIRST_LOOK_S if self.usual_memory else -tuning.MEMORY_LOOK_S

    @property
    def usual_memory(self) -> bool:
        """Whether nobody has said how much memory the process may use."""
        return callable(self._memory_limit)

    @cached_property
    def memory_limit(self) -> int | None:
        """Bytes the process may use; None for no limit."""
        return self._memory_limit() if callable(self._memory_limit) else self._memory_limit

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self.began

    @property
    def interrupted(self) -> bool:
        """Whether the solve has been interrupted or cancelled."""
        return self.interrupted_at < inf

    @property
    def left(self) -> float:
        """Seconds left: infinite without a limit, 0 once interrupted or out of memory."""
        self.hear()
        if self.interrupted or self._short_of_memory():
            return 0.0
        return max(0.0, self.limit - self._kept - self.seconds)

    @property
    def stopped(self) -> bool:
        """Whether it is time to return the incumbent."""
        return self.left <= 0

    @property
    def stopped_by(self) -> StoppedBy | None:
        """Why the search had to stop; None while it need not."""
        if self.interrupted:
            return "interruption"
        if self.out_of_memory:
            return "memory"
        return "time" if self.stopped else None

    def keep(self, seconds: float) -> None:
        """Reserve time for the final check, up to a fixed share of the limit."""
        self._check_takes = seconds
        self._kept = min(seconds, tuning.CHECK_MOST_SHARE * self.limit)

    def end(self) -> None:
        """Let the time be up."""
        self.limit = min(self.limit, self.seconds)

    def listen(self) -> None:
        """Raise `Stopped` shortly after Ctrl-C, whatever the deadline: for work that every plan needs."""
        self.hear()
        if self.seconds > self.interrupted_at + tuning.STEP_SLACK_S:
            raise Stopped

    def look(self) -> None:
        """Raise `Stopped` if a step overruns its deadline or the memory budget."""
        self.hear()
        until = self.limit - self._kept + tuning.STEP_SLACK_SHARE * self.limit
        if self.seconds > min(until, self.interrupted_at) + tuning.STEP_SLACK_S or self._short_of_memory():
            raise Stopped

    def overtime_is_up(self) -> bool:
        """Return whether there is no time left even for the final check."""
        self.hear()
        if self.interrupted and self._check_takes > tuning.CHECK_OVERTIME_S:
            return True
        until = min((1 + tuning.CHECK_OVERTIME_SHARE) * self.limit, self.interrupted_at)
        return self.seconds > until + tuning.CHECK_OVERTIME_S

    def within(self, seconds: float) -> Control:
        """Return a control for a single step with an earlier deadline."""
        return _Step(self, seconds)

    def _short_of_memory(self) -> bool:
        """Whether the process has used up its memory budget; sampled a few times a second."""
        if self._memory_limit is not None and self.seconds - self._looked > tuning.MEMORY_LOOK_S:
            self._looked = self.seconds
            self.out_of_memory |= memory.used() > (self.memory_limit or 0)
        return self.out_of_memory

    def interrupt(self) -> None:
        """Request an early end."""
        self.interrupted_at = min(self.interrupted_at, self.seconds)

    def tell(self, aim: str, value: int | None = None, bound: int | None = None) -> None:
        """Report value and bound of an aim, in its own direction, to the callback."""
        self.listener.tell(aim, value, bound, self.seconds)
        self.hear()

    def hear(self) -> None:
        """Poll for cancellation and send a heartbeat to the callback."""
        self.listener.beat(self.seconds)
        if self.listener.ends or (self.cancel is not None and self.cancel.is_set()):
            self.interrupt()

    def wait(self, work: Callable[[], T], stop: Callable[[], None], seconds: float = inf) -> T | None:
        """Run `work` in a thread and return its result; None if it does not stop when told to.

        The main thread only waits, so Ctrl-C is always delivered at once.
        """
        return next(iter(self.race([(work, stop)], lambda _: True, seconds)), None)

    def race(
        self,
        runners: list[tuple[Callable[[], T], Callable[[], None]]],
        enough: Callable[[T], bool],
        seconds: float = inf,
    ) -> list[T]:
        """Run all in parallel, each in a thread, until a result is `enough`; then stop the others.

        Returns the results in order of arrival, those of stopped runners included. A solver that does not
        stop when told to is abandoned: its result is lost and its thread ends whenever the solver does.

        Parameters
        ----------
        runners : list of (work, stop)
        enough : callable
        seconds : float
            All are told to stop after so many.
        """
        answers: Queue[T | BaseException] = Queue()

        def run(work: Callable[[], T]) -> None:
            try:
                answers.put(work())
            except BaseException as error:
                answers.put(error)

        threads = [Thread(target=run, args=(work,), daemon=True) for work, _ in runners]
        for thread in threads:
            thread.start()
        got: list[T] = []
        until, patience = self.seconds + seconds, inf
        while len(got) < len(runners) and self.seconds < patience:
            over = self.stopped or self.seconds > until
            try:
                answer = answers.get(timeout=tuning.LISTEN_S)
                if isinstance(answer, BaseException):
                    raise answer
                got.append(answer)
                over |= enough(answer)
            except Empty:
                pass
            except KeyboardInterrupt:
                self.interrupt()
                over = True
            if over or patience < inf:  # repeatedly: a solver that has not started yet ignores it
                patience = min(patience, self.seconds + tuning.SOLVER_STOP_S)
                for _, stop in runners:
                    stop()
        leave_behind(threads)
        return got


class _Step(Control):
    """A control with an earlier deadline that defers to its parent."""

    def __init__(self, whole: Control, seconds: float) -> None:
        super().__init__(whole.seconds + seconds, None, whole.workers, shards=whole.shards)
        self.began = whole.began
        self.whole = whole

    @property
    def left(self) -> float:
        """Seconds left for the step, and no more than for the whole."""
        return min(self.whole.left, max(0.0, self.limit - self.seconds))

    def look(self) -> None:
        """Raise `Stopped` if the step, or the whole solve, overruns its deadline."""
        self.whole.look()
        if self.seconds > self.limit + tuning.STEP_SLACK_S:
            raise Stopped

    def interrupt(self) -> None:
        """Request an early end of the whole solve."""
        self.whole.interrupt()

    def listen(self) -> None:
        """Raise `Stopped` shortly after Ctrl-C."""
        self.whole.listen()

    def tell(self, aim: str, value: int | None = None, bound: int | None = None) -> None:
        """Report to the callback of the whole solve."""
        self.whole.tell(aim, value, bound)


def leave_behind(threads: list[Thread]) -> None:
    """Register threads whose solvers ignored the request to stop, so that the interpreter waits for them.

    An interpreter that exits while a solver is still running can crash.
    """
    _BEHIND[:] = [thread for thread in (*_BEHIND, *threads) if thread.is_alive()]
    if _BEHIND:
        atexit.unregister(wait_for_those_behind)
        atexit.register(wait_for_those_behind, tuning.FAREWELL_S)


def wait_for_those_behind(seconds: float) -> bool:
    """Wait for abandoned solvers; return whether all have ended."""
    until = time.perf_counter() + seconds
    while any(thread.is_alive() for thread in _BEHIND) and time.perf_counter() < until:
        time.sleep(tuning.LISTEN_S)
    return not any(thread.is_alive() for thread in _BEHIND)
