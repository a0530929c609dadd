"""Ctrl-C as a callback instead of an exception, so that the search stops where it is safe to."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENDS = ("SIGINT", "SIGTERM", "SIGHUP")


class _Note:
    """A nested context: its callback takes the first Ctrl-C, the next raises; without one all are ignored."""

    def __init__(self, call: Callable[[], None] | None) -> None:
        self.call = call
        self.heard = False


_open: list[_Note] = []
_raised: list[bool] = []


def interrupt(*_: object) -> None:
    """Signal handler: pass Ctrl-C to the innermost callback, or raise `KeyboardInterrupt`."""
    if not _open or _open[-1].heard:
        _raised.append(True)
        raise KeyboardInterrupt
    note = _open[-1]
    if note.call is not None:
        note.heard = True
        note.call()


def was_raised() -> bool:
    """Whether `interrupt` has raised a `KeyboardInterrupt`.

    If one propagates through `exec`, as when a dataclass is being imported, Python kills itself with SIGINT
    at exit even if the exception was caught.
    """
    return bool(_raised)


@contextmanager
def noting_ctrl_c(call: Callable[[], None] | None = None) -> Iterator[None]:
    """Turn the first Ctrl-C into a callback: an exception could strike anywhere and be swallowed.

    Contexts nest; the innermost is called. A signal handler installed by the caller is left alone.

    Parameters
    ----------
    call : callable, optional
        Called at the first Ctrl-C; without it every Ctrl-C is ignored.
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
    """Treat SIGTERM and SIGHUP like Ctrl-C, so that the best plan is written before the process ends.

    A signal that is ignored, as under nohup, or that has a handler is left alone.

    Parameters
    ----------
    last : bool
        Whether the process has nothing left to do afterwards; signals are then ignored.
    """
    named = [getattr(signal, name) for name in ENDS if hasattr(signal, name)]
    usual = (signal.SIG_DFL, signal.default_int_handler)
    ours = [one for one in named if signal.getsignal(one) in usual]
    if current_thread() is not main_thread():
        ours = []
    before = [signal.signal(one, interrupt) for one in ours]
    try:
        yield
    finally:
        for one, handler in zip(ours, before, strict=True):
            signal.signal(one, signal.SIG_IGN if last else handler)
