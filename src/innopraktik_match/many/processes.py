"""An executor that runs each call in a process of its own."""

from __future__ import annotations

from concurrent.futures import Executor, Future, ThreadPoolExecutor
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from innopraktik_match.many.child import Child, Line

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class ProcessEach(Executor):
    """Runs each call in a process of its own, a few at once: one that dies costs only its call.

    In a `ProcessPoolExecutor` a process that is killed takes all the calls that wait with it.

    Parameters
    ----------
    at_once : int
        How many processes there are at most.
    """

    def __init__(self, at_once: int) -> None:
        self._threads = ThreadPoolExecutor(at_once)
        self._children: set[Child] = set()
        self._over = False
        self._lock = Lock()

    def submit(self, call: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run `call(*args, **kwargs)` as soon as a process may be started.

        The future raises `DiedError` where the process ends without an answer.
        """
        return self._threads.submit(self._answer, call, args, kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls; with `cancel_futures` those that run are killed too."""
        if cancel_futures:
            with self._lock:
                self._over = True
                for child in self._children:
                    child.process.kill()
        self._threads.shutdown(wait, cancel_futures=cancel_futures)

    def _answer(self, call: Callable[..., T], args: Any, kwargs: Any) -> T:
        with self._lock:
            if self._over:
                raise RuntimeError("the executor was shut down")
            child = Child(_without_line, call, args, kwargs)
            self._children.add(child)
        try:
            answer: T = child.answer()
        finally:
            with self._lock:
                self._children.discard(child)
            child.close()
        return answer


def _without_line(_: Line, call: Callable[..., T], args: Any, kwargs: Any) -> T:
    return call(*args, **kwargs)
