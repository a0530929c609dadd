"""Jobs as a client sees them: accepted, looked at, watched, stopped, forgotten."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from innopraktik_match.service.replies import Reply, dumped, problem, reply
from innopraktik_match.service.store import ENDED, KeyReusedError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from threading import Event

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.service.settings import Settings
    from innopraktik_match.service.store import Job, Store

WATCH_S = 0.2
HEARTBEAT_S = 15.0
"""How often a client that watches hears that there is nothing new: proxies close what is silent."""


class Jobs:
    """The jobs of one owner.

    Parameters
    ----------
    store : Store
    settings : Settings
    owner : str
    leaving : Event
        Set once nobody can watch any longer.
    """

    def __init__(self, store: Store, settings: Settings, owner: str, leaving: Event) -> None:
        self._store, self._settings, self._owner, self._leaving = store, settings, owner, leaving

    def too_many(self) -> bool:
        """Whether as many jobs wait as may."""
        return self._store.counts().get("queued", 0) >= self._settings.most_waiting

    def known(self, key: str | None, key_of: str, lang: Lang) -> Reply | None:
        """Return the job that was accepted with an idempotency key, or that the key was used otherwise."""
        try:
            identity = self._store.keyed(self._owner, key, key_of)
        except KeyReusedError:
            return problem("key_reused", 422, lang)
        job = None if identity is None else self._store.job(self._owner, identity)
        return None if job is None else reply(_accepted(job.id, job.status, job.issues), 202)

    def add(self, kind: str, request: bytes, key: str | None, key_of: str) -> Reply:
        """Accept a job.

        Parameters
        ----------
        kind : str
        request : bytes
            JSON, with the language and the issues that were told.
        key, key_of : str or None, str
            As of `Store.add`.
        """
        data = json.loads(request)
        issues = dumped(data.pop("issues"))
        lang = data["lang"]
        try:
            identity, _ = self._store.add(self._owner, kind, lang, dumped(data), issues, key, key_of)
        except KeyReusedError:  # at the same moment
            return problem("key_reused", 422, lang)
        return reply(_accepted(identity, "queued", issues), 202)

    def look(self, identity: str) -> dict[str, Any] | None:
        """Return a job as plain data."""
        job = self._store.job(self._owner, identity)
        return None if job is None else self._plain(job)

    def stop(self, identity: str) -> dict[str, Any] | None:
        """Ask a job to come to an end with its best plan; return it as plain data."""
        job = self._store.stop(self._owner, identity)
        return None if job is None else self._plain(job)

    def forget(self, identity: str) -> bool:
        """Delete a job and all that is known of it."""
        return self._store.forget(self._owner, identity)

    async def events(self, identity: str) -> AsyncIterator[bytes]:
        """Yield what becomes of a job as server-sent events, until it has ended."""
        seen, silent = -1, 0.0
        while not self._leaving.is_set() and (state := self._store.revision(identity)) is not None:
            revision, status = state
            job = self._store.job(self._owner, identity) if revision != seen else None
            if job is not None:
                seen, silent = revision, 0.0
                yield _event(status if job.ended else "progress", revision, self._plain(job, whole=False))
            if status in ENDED:
                return
            await asyncio.sleep(WATCH_S)
            silent += WATCH_S
            if silent >= HEARTBEAT_S:
                silent = 0.0
                yield b": still there\n\n"

    def _plain(self, job: Job, whole: bool = True) -> dict[str, Any]:
        expires = None if job.finished is None else job.finished + self._settings.keep_s
        found: dict[str, Any] = {
            "id": job.id,
            "kind": job.kind,
            "status": job.status,
            "stopping": bool(job.stopping),
            "attempts": job.attempts,
            "created": _time(job.created),
            "started": _time(job.started),
            "finished": _time(job.finished),
            "expires": _time(expires),
            "best": _loaded(job.best),
            "problem": _loaded(job.problem),
        }
        if whole:
            found |= {"issues": _loaded(job.issues) or [], "plan": _loaded(job.plan)}
        return found


def _accepted(identity: str, status: str, issues: bytes | None) -> dict[str, Any]:
    return {"id": identity, "status": status, "issues": _loaded(issues) or []}


def _event(name: str, number: int, data: dict[str, Any]) -> bytes:
    return b"event: %s\nid: %d\ndata: %s\n\n" % (name.encode(), number, dumped(data))


def _loaded(data: bytes | None) -> Any:
    return None if data is None else json.loads(data)


def _time(seconds: float | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
