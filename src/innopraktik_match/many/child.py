"""A call in a process of its own: it talks back, can be told to stop, and dies alone."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import suppress
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
CONTEXT: Any = multiprocessing.get_context(METHOD)
ENGINE = "innopraktik_match.solving"
FAREWELL_S = 5.0
"""A process that has answered needs no longer to end."""


class DiedError(RuntimeError):
    """The process ended without an answer: it was killed, ran out of memory, or crashed.

    Attributes
    ----------
    exit_code : int or None
        Below 0: the number of the signal that ended it.
    """

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code

    def __str__(self) -> str:
        return f"the process ended without an answer (exit code {self.exit_code})"


class Message(NamedTuple):
    """What a child says: `kind` is "told" on the way, "returned" or "raised" in the end."""

    kind: str
    value: Any


class Line:
    """What a call in a child is given: it talks to the parent and hears when it is to stop."""

    def __init__(self, connection: Connection) -> None:
        self.cancel = Event()
        self._connection = connection
        self._sending = Lock()
        Thread(target=self._listen, daemon=True).start()

    def tell(self, value: object) -> None:
        """Send something on the way."""
        self.send(Message("told", value))

    def send(self, message: Message) -> None:
        """Send a message; one that cannot be sent is sent in words."""
        with self._sending:
            try:
                self._connection.send(message)
            except OSError:
                os._exit(1)  # nobody waits for the answer any more
            except Exception as error:
                self._connection.send(Message("raised", RuntimeError(f"{type(error).__name__}: {error}")))

    def _listen(self) -> None:
        try:
            while True:
                self._connection.recv()
                self.cancel.set()
        except (EOFError, OSError):
            os._exit(1)


class Child:
    """A process that runs `call(line, *args)` and is gone afterwards.

    Raises
    ------
    DiedError
        The process ended before it began.

    Parameters
    ----------
    call : callable
        Of a module, so that the process can import it.
    *args
        What can be pickled.
    """

    def __init__(self, call: Callable[..., Any], *args: Any) -> None:
        self._connection, theirs = CONTEXT.Pipe()
        self.process = CONTEXT.Process(target=_run, args=(theirs, call, args), daemon=True)
        try:
            self.process.start()
        except (BrokenPipeError, EOFError):  # killed before it knew what to do
            self._connection.close()
            raise DiedError(None) from None
        finally:
            theirs.close()

    def hear(self, seconds: float | None = None) -> Message | None:
        """Return the next message; None where there is none within so many seconds.

        Raises
        ------
        DiedError
            The process has ended without an answer.
        """
        try:
            if not self._connection.poll(seconds):
                return None
            message = self._connection.recv()
        except (EOFError, OSError):
            self.process.join()
            raise DiedError(self.process.exitcode) from None
        return Message(*message)

    def answer(self) -> Any:
        """Wait for the end; return what the call returned, or raise what it raised."""
        while True:
            message = self.hear()
            if message is not None and message.kind == "returned":
                return message.value
            if message is not None and message.kind == "raised":
                raise message.value

    def stop(self) -> None:
        """Tell the call to come to an end and keep its best."""
        with suppress(OSError):  # it may have ended
            self._connection.send("stop")

    def close(self) -> None:
        """See to it that the process is gone."""
        self._connection.close()
        self.process.join(FAREWELL_S)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def load_once(*modules: str) -> None:
    """Have each child start with the engine, and more modules, loaded, where a process can be copied."""
    if METHOD == "forkserver":
        CONTEXT.set_forkserver_preload([ENGINE, *modules])


def _run(connection: Connection, call: Callable[..., Any], args: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C is for the parent to act on
    line = Line(connection)
    try:
        message = Message("returned", call(line, *args))
    except BaseException as error:
        message = Message("raised", error)
    line.send(message)
