"""Jobs run, at most so many at once, each in a process of its own."""

from __future__ import annotations

import logging
import sqlite3
import time
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any

from innopraktik_match.engine.memory import GIGA
from innopraktik_match.many.child import Child, DiedError
from innopraktik_match.service.replies import dumped, plain_problem
from innopraktik_match.service.working import work

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.service.settings import Settings
    from innopraktik_match.service.store import Job, Status, Store

LOG = logging.getLogger("innopraktik_match.service")
LOOK_S = 0.25
"""How often it is looked whether a job was stopped, or uses too much."""
SWEEP_S = 60.0
RETRY_S = 5.0
"""How long it is waited after the disk was full."""
MOST_ATTEMPTS = 20
"""How often a job may have been running when the service went down: it may be what takes it down."""
GRACE_S = 60.0
"""How long a job may go on after its time: it checks its plan."""
SLACK = 1.5
"""The engine keeps to its memory by itself; a process that goes on to this many times it is killed."""


class TooSlowError(RuntimeError):
    """A process had no answer in time."""


class TooLargeError(MemoryError):
    """A process used too much memory."""


def memory_of(child: Child) -> int:
    """Return the bytes that a process uses; 0 where it is gone."""
    import psutil

    try:
        return int(psutil.Process(child.process.pid).memory_info().rss)
    except psutil.Error:
        return 0


def heard(
    call: Callable[..., Any],
    args: tuple[Any, ...],
    *,
    seconds: float,
    memory_gb: float,
    on_told: Callable[[Any], None] = lambda _: None,
    look: Callable[[Child], None] = lambda _: None,
) -> Any:
    """Return what a call returns in a process of its own; the process is gone afterwards.

    Parameters
    ----------
    call, args
        As for `Child`.
    seconds, memory_gb : float
        After so many seconds, or with half as much memory again, the process is killed.
    on_told : callable
        Called with what the process tells on the way.
    look : callable
        Called a few times a second; what it raises ends the process.

    Raises
    ------
    TooSlowError, TooLargeError, DiedError
        And whatever the call raises.
    """
    child, until = Child(call, *args), time.monotonic() + seconds
    try:
        while True:
            message = child.hear(LOOK_S)
            look(child)
            if message is not None and message.kind == "returned":
                return message.value
            if message is not None and message.kind == "raised":
                raise message.value
            if message is not None:
                on_told(message.value)
            if time.monotonic() > until:
                raise TooSlowError
            if memory_of(child) > SLACK * memory_gb * GIGA:
                raise TooLargeError
    except BaseException:
        child.process.kill()
        raise
    finally:
        child.close()


class GoneError(Exception):
    """The service is going down; its jobs are run again after the next start."""


class Runner:
    """Threads that take the jobs of a store, one after another.

    Parameters
    ----------
    store : Store
    settings : Settings
    on_end : callable
        Called with the status of each job that ends, and the seconds that it took.
    """

    def __init__(
        self, store: Store, settings: Settings, on_end: Callable[[str, float], None] = lambda *_: None
    ) -> None:
        self._store, self._settings, self._on_end = store, settings, on_end
        self._news = Condition()
        self._over = False
        self._threads = [Thread(target=self._run, daemon=True) for _ in range(settings.at_once)]
        self._threads.append(Thread(target=self._clean, daemon=True))

    def start(self) -> None:
        """Run what was not done when the service went down, and whatever comes."""
        self._store.recover(
            lambda job: dumped(plain_problem("lost", 500, job.lang, count=MOST_ATTEMPTS)), MOST_ATTEMPTS
        )
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """Say that there is a job."""
        with self._news:
            self._news.notify_all()  # the thread that cleans waits too

    @property
    def alive(self) -> bool:
        """Whether jobs are taken."""
        return not self._over and all(thread.is_alive() for thread in self._threads)

    def close(self) -> None:
        """End the processes; their jobs are run again after the next start."""
        with self._news:
            self._over = True
            self._news.notify_all()
        for thread in self._threads:
            thread.join()

    def _run(self) -> None:
        while not self._over:
            try:
                with self._news:
                    taken = self._store.take()
                    if taken is None:
                        self._news.wait(SWEEP_S)
                        continue
                self._do(*taken)
            except GoneError:
                return
            except sqlite3.Error as error:
                self._wait_for_room(error)

    def _do(self, job: Job, request: bytes) -> None:
        began = time.monotonic()
        plan = wrong = None
        LOG.info("job_begun", extra={"job": job.id, "question": job.kind, "attempt": job.attempts + 1})
        try:
            plan, wrong = heard(
                work,
                (request, self._settings.memory_gb),
                seconds=self._settings.job_s + GRACE_S,
                memory_gb=self._settings.memory_gb,
                on_told=lambda told: self._advance(job, *told),
                look=lambda child: self._look(job, child),
            )
        except GoneError:
            raise
        except Exception as error:
            LOG.error("job_failed", extra={"job": job.id, "kind": type(error).__name__})
            wrong = dumped(self._problem(error, job.lang))
        status = self._end(job, plan, wrong)
        took = round(time.monotonic() - began, 3)
        self._on_end(status, took)
        LOG.info("job_ended", extra={"job": job.id, "status": status, "seconds": took})

    def _end(self, job: Job, plan: bytes | None, wrong: bytes | None) -> Status:
        """Note the end of a job, as soon as there is room for it."""
        while True:
            try:
                status: Status = "stopped" if self._store.stopping(job.id) else "done"
                if wrong is not None:
                    status = "failed"
                self._store.end(job.id, status, plan, wrong)
                return status
            except sqlite3.Error as error:
                self._wait_for_room(error)
                if self._over:
                    raise GoneError from None

    def _advance(self, job: Job, best: bytes, plan: bytes | None) -> None:
        """Note how far a job is; where there is no room for that, it goes on all the same."""
        try:
            self._store.advance(job.id, best, plan)
        except sqlite3.Error as error:
            LOG.error("not_stored", extra={"kind": type(error).__name__})

    def _wait_for_room(self, error: sqlite3.Error) -> None:
        """Wait a while: the disk may be full, and have room again."""
        LOG.error("not_stored", extra={"kind": type(error).__name__})
        with self._news:
            if not self._over:
                self._news.wait(RETRY_S)

    def _look(self, job: Job, child: Child) -> None:
        if self._over:
            raise GoneError
        if self._store.stopping(job.id):
            child.stop()

    def _problem(self, error: Exception, lang: Lang) -> dict[str, Any]:
        if isinstance(error, TooSlowError):
            return plain_problem("too_slow", 422, lang, seconds=round(self._settings.job_s))
        if isinstance(error, MemoryError):
            return plain_problem("memory", 422, lang)
        if isinstance(error, DiedError):
            return plain_problem("died", 500, lang)
        return plain_problem("bug", 500, lang, kind=type(error).__name__)

    def _clean(self) -> None:
        """Delete what has expired."""
        while not self._over:
            try:
                count = self._store.forget_ended(self._settings.keep_s)
                if count:
                    LOG.info("jobs_expired", extra={"count": count})
            except sqlite3.Error as error:
                LOG.error("not_stored", extra={"kind": type(error).__name__})
            with self._news:
                if not self._over:
                    self._news.wait(SWEEP_S)
