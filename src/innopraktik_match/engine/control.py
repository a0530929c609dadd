"""Time, interruption and progress: what every step of the engine looks at."""

from __future__ import annotations

import atexit
import time
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
    from innopraktik_match.engine.progress import Cancel, Progress

_BEHIND: list[Thread] = []

T = TypeVar("T")


class Stopped(Exception):
    """The time is up, and a step did not end by itself: whoever holds the best so far returns it."""


class Control:
    """One deadline and one budget for everything that is done for a plan, and a listener.

    The time is counted from here on. Steps look at `stopped` before they begin; what is done inside a
    step calls `look`, which ends a step that goes on beyond the deadline and a little more.

    Parameters
    ----------
    time_limit : float or None
        Seconds; None for no limit.
    on_progress : callable or None
        Called with a `Progress` at every better plan or bound.
    workers : int or None
        1 keeps to one solver at a time.
    memory_limit : int or None
        Bytes that the process may have; None for no limit.
    cancel : Cancel or None
        Asks for an early end, from any thread.
    """

    def __init__(
        self,
        time_limit: float | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        workers: int | None = None,
        memory_limit: int | None = None,
        cancel: Cancel | None = None,
    ) -> None:
        self.began = time.perf_counter()
        self.limit = inf if time_limit is None else time_limit
        self.listener = Listener(on_progress)
        self.cancel = cancel
        self.workers = workers
        self.memory_limit = memory_limit
        self.out_of_memory = False
        self.interrupted_at = inf
        self._kept = self._check_takes = 0.0
        self._looked = -tuning.MEMORY_LOOK_S

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self.began

    @property
    def interrupted(self) -> bool:
        """Whether an early end has been asked for."""
        return self.interrupted_at < inf

    @property
    def left(self) -> float:
        """Seconds left; infinite without a limit, 0 after an interruption or without memory."""
        self.hear()
        if self.interrupted or self._short_of_memory():
            return 0.0
        return max(0.0, self.limit - self._kept - self.seconds)

    @property
    def stopped(self) -> bool:
        """Whether it is time to return the best plan so far."""
        return self.left <= 0

    @property
    def stopped_by(self) -> StoppedBy | None:
        """Why it is time to return."""
        if self.interrupted:
            return "interruption"
        if self.out_of_memory:
            return "memory"
        return "time" if self.stopped else None

    def keep(self, seconds: float) -> None:
        """Keep some of the time for what comes after the search; never more than a good part of it."""
        self._check_takes = seconds
        self._kept = min(seconds, tuning.CHECK_MOST_SHARE * self.limit)

    def listen(self) -> None:
        """Raise `Stopped` a moment after Ctrl-C: in what is to be done however short the time is."""
        self.hear()
        if self.seconds > self.interrupted_at + tuning.STEP_SLACK_S:
            raise Stopped

    def look(self) -> None:
        """Raise `Stopped` if a step goes on though the time for it is up."""
        self.hear()
        until = self.limit - self._kept + tuning.STEP_SLACK_SHARE * self.limit
        if self.seconds > min(until, self.interrupted_at) + tuning.STEP_SLACK_S or self._short_of_memory():
            raise Stopped

    def overtime_is_up(self) -> bool:
        """Return whether no time at all is left, not even for the last check of the plan."""
        self.hear()
        if self.interrupted and self._check_takes > tuning.CHECK_OVERTIME_S:
            return True
        until = min((1 + tuning.CHECK_OVERTIME_SHARE) * self.limit, self.interrupted_at)
        return self.seconds > until + tuning.CHECK_OVERTIME_S

    def within(self, seconds: float) -> Control:
        """Return a control of a step of its own, which nobody listens to and which ends sooner."""
        return _Step(self, seconds)

    def _short_of_memory(self) -> bool:
        """Whether the process has what it may have; looked up some times a second."""
        if self.memory_limit is not None and self.seconds - self._looked > tuning.MEMORY_LOOK_S:
            self._looked = self.seconds
            self.out_of_memory |= memory.used() > self.memory_limit
        return self.out_of_memory

    def interrupt(self) -> None:
        """Ask for an early end."""
        self.interrupted_at = min(self.interrupted_at, self.seconds)

    def tell(self, aim: str, value: int | None = None, bound: int | None = None) -> None:
        """Tell the listener how far the aim is, in its own direction."""
        self.listener.tell(aim, value, bound, self.seconds)
        self.hear()

    def hear(self) -> None:
        """Hear whoever asks for an early end, and let the listener know that it goes on."""
        self.listener.beat(self.seconds)
        if self.listener.ends or (self.cancel is not None and self.cancel.is_set()):
            self.interrupt()

    def wait(self, work: Callable[[], T], stop: Callable[[], None], seconds: float = inf) -> T | None:
        """Return what `work` gives, done in a thread; None if it does not end when it is told to stop.

        Solvers hold no Python signals meanwhile, so Ctrl-C always reaches us.
        """
        return next(iter(self.race([(work, stop)], lambda _: True, seconds)), None)

    def race(
        self,
        runners: list[tuple[Callable[[], T], Callable[[], None]]],
        enough: Callable[[T], bool],
        seconds: float = inf,
    ) -> list[T]:
        """Run all at once, each in a thread, until an answer is `enough`; stop the others.

        Returns the answers in the order they came, those of the stopped ones too. A solver that does not
        stop when it is told to is left behind: its answer is lost, and its thread ends when it does.

        Parameters
        ----------
        runners : list of (work, stop)
        enough : callable
        seconds : float
            After these all are told to stop.
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
            if over or patience < inf:  # again and again: a solver that has not begun does not hear
                patience = min(patience, self.seconds + tuning.SOLVER_STOP_S)
                for _, stop in runners:
                    stop()
        leave_behind(threads)
        return got


class _Step(Control):
    """A part of the time of another control."""

    def __init__(self, whole: Control, seconds: float) -> None:
        super().__init__(whole.seconds + seconds, None, whole.workers)
        self.began = whole.began
        self.whole = whole

    @property
    def left(self) -> float:
        """Seconds left, of the whole too."""
        return min(self.whole.left, max(0.0, self.limit - self.seconds))

    def look(self) -> None:
        """Raise `Stopped` if the time for the step, or for the whole, is up."""
        self.whole.look()
        if self.seconds > self.limit + tuning.STEP_SLACK_S:
            raise Stopped

    def interrupt(self) -> None:
        """Ask for an early end of the whole."""
        self.whole.interrupt()

    def listen(self) -> None:
        """Raise `Stopped` a moment after Ctrl-C in the whole."""
        self.whole.listen()

    def tell(self, aim: str, value: int | None = None, bound: int | None = None) -> None:
        """Tell the listener of the whole."""
        self.whole.tell(aim, value, bound)


def leave_behind(threads: list[Thread]) -> None:
    """Remember the solvers that go on though they were told to stop; the interpreter waits for them.

    One that ends while a solver is at work can crash.
    """
    _BEHIND[:] = [thread for thread in (*_BEHIND, *threads) if thread.is_alive()]
    if _BEHIND:
        atexit.unregister(wait_for_those_behind)
        atexit.register(wait_for_those_behind, tuning.FAREWELL_S)


def wait_for_those_behind(seconds: float) -> bool:
    """Wait for solvers that were left behind; return whether all have ended."""
    until = time.perf_counter() + seconds
    while any(thread.is_alive() for thread in _BEHIND) and time.perf_counter() < until:
        time.sleep(tuning.LISTEN_S)
    return not any(thread.is_alive() for thread in _BEHIND)
