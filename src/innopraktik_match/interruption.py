"""Ctrl-C as a note that is read where stopping is safe."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENDS = ("SIGTERM", "SIGHUP")


class _Note:
    """What is called at the first interruption; the next one is as ever."""

    def __init__(self, call: Callable[[], None] | None) -> None:
        self.call = call
        self.heard = False


_open: list[_Note] = []


def interrupt(*_: object) -> None:
    """Give the interruption to whoever is to note it; where nobody is, it is a `KeyboardInterrupt`."""
    if not _open or _open[-1].heard:
        raise KeyboardInterrupt
    note = _open[-1]
    note.heard = True
    if note.call is not None:
        note.call()


@contextmanager
def noting_ctrl_c(call: Callable[[], None] | None = None) -> Iterator[None]:
    """Take the first Ctrl-C as a note: an exception could come anywhere, also where it is lost.

    Contexts nest: the inner one hears first. A handler of the caller's own stays.

    Parameters
    ----------
    call : callable, optional
        Called at the first Ctrl-C; without it that is heard and forgotten.
    """
    if current_thread() is not main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, interrupt)
    _open.append(_Note(call))
    try:
        yield
    finally:
        _open.pop()
        if before is signal.default_int_handler:
            signal.signal(signal.SIGINT, before)


@contextmanager
def ended_as_by_ctrl_c() -> Iterator[None]:
    """Take what ends a process, or closes its terminal, as Ctrl-C: the best plan is written first.

    A signal that is ignored, as under nohup, or has a handler stays as it is.
    """
    named = [getattr(signal, name) for name in ENDS if hasattr(signal, name)]
    ours = [one for one in named if signal.getsignal(one) is signal.SIG_DFL]
    if current_thread() is not main_thread():
        ours = []
    for one in ours:
        signal.signal(one, interrupt)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, signal.SIG_DFL)
