"""Ctrl-C as a note that is read where stopping is safe."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from dataclasses import dataclass
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True)
class _Note:
    """Notes the first Ctrl-C; the next one is as ever."""

    note: Callable[[], None] | None

    def __call__(self, *_: object) -> None:
        if self.note is not None:
            self.note()
        signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def noting_ctrl_c(note: Callable[[], None] | None = None) -> Iterator[None]:
    """Take the first Ctrl-C as a note: an exception could come anywhere, also where it is lost.

    Contexts nest: the inner one hears first. A handler of the caller's own stays.

    Parameters
    ----------
    note : callable, optional
        Called at the first Ctrl-C; without it that is heard and forgotten.
    """
    before = signal.getsignal(signal.SIGINT)
    ours = before is signal.default_int_handler or isinstance(before, _Note)
    if not ours or current_thread() is not main_thread():
        yield
        return
    signal.signal(signal.SIGINT, _Note(note))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
