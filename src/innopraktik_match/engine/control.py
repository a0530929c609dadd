"""Time, interruption and progress: what every step of the engine looks at."""

from __future__ import annotations

import time
from dataclasses import dataclass
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from innopraktik_match import memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.plan import StoppedBy

LOOK_EVERY = 0.2

T = TypeVar("T")


@dataclass(frozen=True)
class Progress:
    """How far the engine is.

    Attributes
    ----------
    aim : str
        The aim being solved.
    value, bound : int or None
        The best plan so far and what no plan can beat, in the aim's own direction.
    gap : float or None
        Their distance as a share of the value.
    seconds : float
        Since the start.
    """

    aim: str
    value: int | None
    bound: int | None
    gap: float | None
    seconds: float


class Control:
    """A clock, a stop flag and a listener.

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
    """

    def __init__(
        self,
        time_limit: float | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        workers: int | None = None,
        memory_limit: int | None = None,
    ) -> None:
        self.began = time.perf_counter()
        self.time_limit = time_limit
        self.on_progress = on_progress
        self.interrupted = False
        self.workers = workers
        self.memory_limit = memory_limit
        self.out_of_memory = False
        self._looked = -LOOK_EVERY

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self.began

    @property
    def left(self) -> float:
        """Seconds left; infinite without a limit, 0 after an interruption or without memory."""
        if self.interrupted or self._short_of_memory():
            return 0.0
        return float("inf") if self.time_limit is None else max(0.0, self.time_limit - self.seconds)

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

    def within(self, seconds: float) -> Control:
        """Return a control of a step of its own, which nobody listens to and which ends sooner."""
        return Control(min(self.left, seconds), None, self.workers, self.memory_limit)

    def _short_of_memory(self) -> bool:
        """Whether the process has what it may have; looked up some times a second."""
        if self.memory_limit is not None and self.seconds - self._looked > LOOK_EVERY:
            self._looked = self.seconds
            self.out_of_memory |= memory.used() > self.memory_limit
        return self.out_of_memory

    def interrupt(self) -> None:
        """Ask for an early end."""
        self.interrupted = True

    def tell(self, aim: str, value: int | None = None, bound: int | None = None) -> None:
        """Tell the listener how far the aim is, in its own direction."""
        if self.on_progress is None:
            return
        gap = None
        if value is not None and bound is not None:
            gap = abs(value - bound) / max(1, abs(value))
        self.on_progress(Progress(aim, value, bound, gap, round(self.seconds, 3)))

    def wait(self, work: Callable[[], T], stop: Callable[[], None]) -> T:
        """Run `work` in a thread; at Ctrl-C or the time limit ask it to `stop`, and wait for its answer.

        Solvers hold no Python signals meanwhile, so Ctrl-C always reaches us.
        """
        return self.race([(work, stop)], enough=lambda _: True)[0]

    def race(
        self, runners: list[tuple[Callable[[], T], Callable[[], None]]], enough: Callable[[T], bool]
    ) -> list[T]:
        """Run all at once, each in a thread, until an answer is `enough`; stop the others.

        Returns every answer, those of the stopped ones too, in the order they came.
        """
        answers: Queue[T | BaseException] = Queue()

        def run(work: Callable[[], T]) -> None:
            try:
                answers.put(work())
            except BaseException as error:
                answers.put(error)

        for work, _ in runners:
            Thread(target=run, args=(work,), daemon=True).start()
        got: list[T | BaseException] = []
        asked = False
        while len(got) < len(runners):
            try:
                answer = answers.get(timeout=0.05)
                got.append(answer)
                over = asked or isinstance(answer, BaseException) or enough(answer)
            except Empty:
                over = asked or self.stopped
            except KeyboardInterrupt:
                self.interrupted = over = True
            if over:  # again and again: a solver that has not begun does not hear
                asked = True
                for _, stop in runners:
                    stop()
        for answer in got:
            if isinstance(answer, BaseException):
                raise answer
        return [answer for answer in got if not isinstance(answer, BaseException)]
