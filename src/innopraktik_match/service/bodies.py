"""Bodies of requests -> what was sent, within limits of size and time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from innopraktik_match.service.guards import language
from innopraktik_match.service.replies import problem
from innopraktik_match.service.sent import Sent
from innopraktik_match.service.settings import MB

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from starlette.requests import Request

    from innopraktik_match.service.replies import Reply
    from innopraktik_match.service.settings import Settings

MOST_FILES = 20
MOST_IN_VAIN = 256 * MB
JSON_TYPES = ("application/json", "")
FORM = "multipart/form-data"


class RefusedError(Exception):
    """A request is answered with a problem.

    Attributes
    ----------
    reply : Reply
    headers : dict
    """

    def __init__(self, reply: Reply, **headers: str) -> None:
        super().__init__(reply.status)
        self.reply = reply
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


async def received(request: Request, settings: Settings) -> tuple[Sent, bytes]:
    """Return what was sent, and the bytes that it came in.

    Raises
    ------
    RefusedError
        It is too large, too slow, or of another kind.
    """
    lang = language(request.headers)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    packed = request.headers.get("content-encoding", "identity").strip().lower() != "identity"
    if packed or kind not in (*JSON_TYPES, FORM):
        raise RefusedError(problem("media_type", 415, lang))
    try:
        async with asyncio.timeout(settings.body_s):
            body = await _read(request, settings.most_mb * MB)
    except TimeoutError:
        raise RefusedError(
            problem("slow_body", 408, lang, seconds=settings.body_s), Connection="close"
        ) from None
    if body is None:
        raise RefusedError(problem("too_large", 413, lang, megabytes=settings.most_mb), Connection="close")
    if kind != FORM:
        return Sent(whole=body, lang=lang), body
    return await _form(request, body), body


async def _read(request: Request, most: int) -> bytes | None:
    """Return the body; None where it is too large, though read on: many clients listen only after it."""
    body, length = bytearray(), 0
    async for chunk in request.stream():
        length += len(chunk)
        if length <= most:
            body += chunk
        elif length > MOST_IN_VAIN:
            break
        else:
            body.clear()
    return bytes(body) if length <= most else None


async def _form(request: Request, body: bytes) -> Sent:
    """Return the files of a form; the one called `plan` is the plan, the text `options` is JSON."""
    lang = language(request.headers)
    parser = MultiPartParser(
        request.headers, _once(body), max_files=MOST_FILES, max_fields=MOST_FILES, max_part_size=MB
    )
    try:
        form = await parser.parse()
    except (MultiPartException, ValueError, KeyError):
        raise RefusedError(problem("bad_request", 400, lang)) from None
    files, plan, options = [], None, None
    for name, value in form.multi_items():
        if not isinstance(value, UploadFile):
            options = value.encode("utf-8", "replace") if name == "options" else options
        elif name == "plan":
            plan = (value.filename or "plan.json", await value.read())
        elif name == "options":
            options = await value.read()
        else:
            files.append((value.filename or name, await value.read()))
    await form.close()
    return Sent(files=tuple(files), plan=plan, options=options, lang=lang)


async def _once(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body
