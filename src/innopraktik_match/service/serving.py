"""The service as a process: its socket, its server, and how it says that it is ready."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import uvicorn

from innopraktik_match.many.child import load_once
from innopraktik_match.service.app import build_app
from innopraktik_match.service.logs import log_to_stderr

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.service.settings import Settings

MOST_CONNECTIONS = 500
IN_EACH_PROCESS = (
    "innopraktik_match.service.answering",
    "innopraktik_match.service.working",
    "innopraktik_match.explaining",
    "innopraktik_match.replanning",
    "innopraktik_match.report.demand",
    "innopraktik_match.files.rounds.from_tables",
    "innopraktik_match.files.rounds.json_round",
)
FAREWELL_S = 3
"""How long answers that are under way may take when the service is stopped."""


class _Server(uvicorn.Server):
    """Says when it is ready, and when it ends."""

    def __init__(
        self, config: uvicorn.Config, on_ready: Callable[[], None], on_leave: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._on_ready, self._on_leave = on_ready, on_leave

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        if self.started:
            self._on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Come to an end, without waiting for those who watch."""
        self._on_leave()
        await super().shutdown(sockets)


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that is bound to an address; port 0 is any that is free.

    Raises
    ------
    OSError
        It is in use, or may not be used.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    found = socket.socket(family, kind, protocol)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
    except OSError:
        found.close()
        raise
    return found


def url_of(listening: socket.socket, host: str) -> str:
    """Return the address of a socket for a browser."""
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listening.getsockname()[1]}"


def serve(settings: Settings, listening: socket.socket, on_ready: Callable[[], None]) -> None:
    """Serve until a signal comes.

    Parameters
    ----------
    settings : Settings
    listening : socket
        Bound already.
    on_ready : callable
        Called once requests are answered.

    Raises
    ------
    sqlite3.Error
        The file of the jobs cannot be used.
    """
    load_once(*IN_EACH_PROCESS)
    app = build_app(settings)
    log_to_stderr()
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=FAREWELL_S,
    )
    _Server(config, on_ready, app.state.leaving.set).run(sockets=[listening])
