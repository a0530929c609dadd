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
    """What is called at the first interruption, the next one is as ever; without a call all are forgotten."""

    def __init__(self, call: Callable[[], None] | None) -> None:
        self.call = call
        self.heard = False


_open: list[_Note] = []
_raised: list[bool] = []


def interrupt(*_: object) -> None:
    """Give the interruption to whoever is to note it; where nobody is, it is a `KeyboardInterrupt`."""
    if not _open or _open[-1].heard:
        _raised.append(True)
        raise KeyboardInterrupt
    note = _open[-1]
    if note.call is not None:
        note.heard = True
        note.call()


def was_raised() -> bool:
    """Whether there was a `KeyboardInterrupt` of `interrupt`.

    Where one passes through `exec`, as in every import of a dataclass, Python kills itself in the end by
    SIGINT, also when it was caught.
    """
    return bool(_raised)


@contextmanager
def noting_ctrl_c(call: Callable[[], None] | None = None) -> Iterator[None]:
    """Take the first Ctrl-C as a note: an exception could come anywhere, also where it is lost.

    Contexts nest: the inner one hears first. A handler of the caller's own stays.

    Parameters
    ----------
    call : callable, optional
        Called at the first Ctrl-C; without it every one is forgotten.
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
def ended_as_by_ctrl_c(last: bool) -> Iterator[None]:
    """Take what ends a process, or closes its terminal, as Ctrl-C: the best plan is written first.

    A signal that is ignored, as under nohup, or has a handler stays as it is.

    Parameters
    ----------
    last : bool
        Whether the process does nothing afterwards: then all is done, and nothing is to be ended.
    """
    named = [getattr(signal, name) for name in ENDS if hasattr(signal, name)]
    ours = [one for one in named if signal.getsignal(one) is signal.SIG_DFL]
    if current_thread() is not main_thread():
        ours = []
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler and current_thread() is main_thread():
        ours.append(signal.SIGINT)
    before = [signal.signal(one, interrupt) for one in ours]
    try:
        yield
    finally:
        for one, handler in zip(ours, before, strict=True):
            signal.signal(one, signal.SIG_IGN if last else handler)
