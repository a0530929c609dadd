"""Who may ask, and how often: names, pages, tokens and rates, before anything is read."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import Response

from innopraktik_match.service.replies import problem
from innopraktik_match.service.settings import LOOPBACK, owner_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.service.replies import Reply
    from innopraktik_match.service.settings import Settings

OPEN_PATHS = ("/healthz", "/readyz", "/v1/openapi.json")
"""What says nothing of anybody."""
READABLE = {"Vary": "Origin", "Access-Control-Expose-Headers": "Retry-After"}
"""With these a page that may ask reads why it was refused."""
MOST_CLIENTS = 10_000
MINUTE_S = 60.0


def response(reply: Reply, headers: dict[str, str] | None = None) -> Response:
    """Return a reply as a response."""
    return Response(reply.body, reply.status, headers, reply.media_type)


def language(headers: Headers) -> Lang:
    """Return the language that a client would like to read: Danish unless it says English first."""
    return "en" if headers.get("accept-language", "").strip().lower().startswith("en") else "da"


class Rates:
    """Buckets of requests, one a client, each filled up over a minute."""

    def __init__(self, in_a_minute: int) -> None:
        self._most = in_a_minute
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_s(self, client: str, now: float) -> float:
        """Take one request from the bucket of a client; return how long it must wait where there is none."""
        left, at = self._left.pop(client, (float(self._most), now))
        left = min(self._most, left + (now - at) * self._most / MINUTE_S)
        wait = 0.0 if left >= 1 else (1 - left) * MINUTE_S / self._most
        self._left[client] = (left if wait else left - 1, now)
        if len(self._left) > MOST_CLIENTS:
            self._left.popitem(last=False)
        return wait


class Guards:
    """Refuses what may not be asked; the owner of the token is noted for what follows."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._hosts = {*LOOPBACK, *settings.hosts}
        self._rates = Rates(settings.rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = self._refused(scope)
        if scope["method"] == "HEAD" and scope["path"] in OPEN_PATHS:
            scope = {**scope, "method": "GET"}  # the server sends the head alone
        origin = Headers(scope=scope).get("origin")
        if refused is not None and origin in self._settings.origins:
            refused.headers.update(READABLE | {"Access-Control-Allow-Origin": str(origin)})
        await (refused or self._app)(scope, receive, send)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        lang = language(headers)
        if _name(headers.get("host", "")) not in self._hosts:
            return response(problem("host", 400, lang))
        if headers.get("origin") is not None and headers["origin"] not in self._settings.origins:
            return response(problem("origin", 403, lang))
        asks_first = scope["method"] == "OPTIONS" and "access-control-request-method" in headers
        if scope["path"] in OPEN_PATHS or (asks_first and "origin" in headers):
            return None  # what a browser asks before it sends a token says nothing of anybody
        owner: str | None = ""
        if self._settings.tokens:
            scheme, _, token = headers.get("authorization", "").partition(" ")
            owner = owner_of(token.strip(), self._settings.tokens) if scheme.lower() == "bearer" else None
        if owner is None:
            return response(problem("token", 401, lang), {"WWW-Authenticate": "Bearer"})
        client = scope.get("client")
        wait = self._rates.wait_s(owner or (client[0] if client else ""), time.monotonic())
        if wait:
            seconds = max(1, round(wait))
            return response(problem("too_many", 429, lang, seconds=seconds), {"Retry-After": str(seconds)})
        scope["owner"] = owner
        return None


def _name(host: str) -> str:
    """Return the name in a Host header, without its port.

    Examples
    --------
    >>> _name("localhost:8080"), _name("[::1]:8080"), _name("::1")
    ('localhost', '::1', '::1')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host if host.count(":") > 1 else host.partition(":")[0].lower()
