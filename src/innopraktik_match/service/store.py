"""Jobs in SQLite: what was accepted is there after a crash, and is answered."""

from __future__ import annotations

import secrets
import sqlite3
import time
from dataclasses import dataclass
from threading import RLock
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from innopraktik_match.domain.language import Lang

Status = Literal["queued", "running", "done", "stopped", "failed"]
ENDED: tuple[Status, ...] = ("done", "stopped", "failed")

_TABLE = """
create table if not exists jobs (
  number integer primary key, id text not null unique, owner text not null, kind text not null,
  lang text not null, status text not null,
  attempts integer not null default 0, stopping integer not null default 0,
  revision integer not null default 0, created real not null, started real, finished real,
  request blob not null, issues blob, best blob, plan blob, problem blob,
  key text, key_of text
);
create index if not exists jobs_by_status on jobs (status, number);
create unique index if not exists jobs_by_key on jobs (owner, key) where key is not null;
"""
_SETTINGS = (
    "locking_mode = exclusive",  # two services on one file would do each job twice
    "journal_mode = wal",
    "synchronous = full",
    "secure_delete = on",
    "busy_timeout = 5000",
)


class KeyReusedError(Exception):
    """An idempotency key was used for something else."""


@dataclass(frozen=True)
class Job:
    """A row of the store; `request`, `issues`, `best`, `plan` and `problem` are JSON."""

    id: str
    kind: str
    lang: Lang
    status: Status
    attempts: int
    stopping: bool
    revision: int
    created: float
    started: float | None
    finished: float | None
    issues: bytes | None
    best: bytes | None
    plan: bytes | None
    problem: bytes | None

    @property
    def ended(self) -> bool:
        """Whether nothing more comes of it."""
        return self.status in ENDED


_FIELDS = ", ".join(Job.__dataclass_fields__)


class Store:
    """The jobs of the service.

    Parameters
    ----------
    path : Path
        The SQLite file; made where it is not there, for nobody else to read.
    """

    def __init__(self, path: Path) -> None:
        path.touch(mode=0o600, exist_ok=True)
        self._lock = RLock()
        self._base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        for setting in _SETTINGS:
            self._base.execute(f"pragma {setting}")
        self._base.executescript(_TABLE)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._base.close()

    def add(
        self, owner: str, kind: str, lang: Lang, request: bytes, issues: bytes, key: str | None, key_of: str
    ) -> tuple[str, bool]:
        """Add a job; return its id, and whether it is new.

        Parameters
        ----------
        owner, kind, lang : str
        request, issues : bytes
            JSON: what is to be done, and what was told of it.
        key, key_of : str or None, str
            The idempotency key of the client, and a hash of what it was sent with.

        Raises
        ------
        KeyReusedError
            The key was used for something else.
        """
        identity = secrets.token_urlsafe(16)
        with self._lock:
            before = self.keyed(owner, key, key_of)
            if before is not None:
                return before, False
            self._change(
                "insert into jobs (id, owner, kind, lang, status, created, request, issues, key, key_of)"
                " values (?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?)",
                (identity, owner, kind, lang, time.time(), request, issues, key, key_of),
            )
        return identity, True

    def keyed(self, owner: str, key: str | None, key_of: str) -> str | None:
        """Return the id of the job that was added with a key; None where there is none."""
        if key is None:
            return None
        for identity, of in self._rows(
            "select id, key_of from jobs where owner = ? and key = ?", (owner, key)
        ):
            if of != key_of:
                raise KeyReusedError
            return str(identity)
        return None

    def job(self, owner: str, identity: str) -> Job | None:
        """Return a job of an owner."""
        return self._job("select {} from jobs where owner = ? and id = ?", (owner, identity))

    def revision(self, identity: str) -> tuple[int, str] | None:
        """Return how often a job has changed, and its status."""
        return next(self._rows("select revision, status from jobs where id = ?", (identity,)), None)

    def counts(self) -> dict[str, int]:
        """Return how many jobs there are of each status."""
        return dict(self._rows("select status, count(*) from jobs group by status"))

    def take(self) -> tuple[Job, bytes] | None:
        """Return the oldest job that waits, now running, and its request."""
        with self._lock:
            job = self._job("select {} from jobs where status = 'queued' order by number limit 1")
            if job is None:
                return None
            self._change(
                "update jobs set status = 'running', started = ?, attempts = attempts + 1,"
                " revision = revision + 1 where id = ?",
                (time.time(), job.id),
            )
            return job, next(self._rows("select request from jobs where id = ?", (job.id,)))[0]

    def advance(self, identity: str, best: bytes, plan: bytes | None) -> None:
        """Note how far a job is, and its best plan where there is a better one."""
        self._change(
            "update jobs set best = ?, plan = coalesce(?, plan), revision = revision + 1 where id = ?",
            (best, plan, identity),
        )

    def end(self, identity: str, status: Status, plan: bytes | None, problem: bytes | None) -> None:
        """Note the end of a job. Without a plan it keeps its best; what it was asked is forgotten."""
        self._change(
            "update jobs set status = ?, plan = coalesce(?, plan), problem = ?, finished = ?, request = '',"
            " revision = revision + 1 where id = ?",
            (status, plan, problem, time.time(), identity),
        )

    def stop(self, owner: str, identity: str) -> Job | None:
        """Ask a job to come to an end; one that waits ends at once. Return the job."""
        with self._lock:
            job = self.job(owner, identity)
            if job is not None and job.status == "queued":
                self.end(identity, "stopped", None, None)
            elif job is not None and job.status == "running":
                self._change(
                    "update jobs set stopping = 1, revision = revision + 1 where id = ?", (identity,)
                )
            return self.job(owner, identity)

    def stopping(self, identity: str) -> bool:
        """Whether a job was asked to come to an end, or is gone."""
        rows = self._rows("select stopping from jobs where id = ?", (identity,))
        return next((bool(one) for (one,) in rows), True)

    def forget(self, owner: str, identity: str) -> bool:
        """Delete a job and all that is known of it; return whether there was one."""
        return self._delete("owner = ? and id = ?", (owner, identity)) > 0

    def forget_ended(self, keep_s: float) -> int:
        """Delete the jobs that ended so many seconds ago; return how many."""
        return self._delete("finished < ?", (time.time() - keep_s,))

    def recover(self, lost: Callable[[Job], bytes], most_attempts: int) -> None:
        """Put the jobs that were running when the service went down in the queue again.

        Those that were being stopped have ended, with their best plan. Those that were running too often
        have failed, with the problem that `lost` returns.
        """
        with self._lock:
            for job in self._jobs("select {} from jobs where status = 'running'"):
                if job.stopping:
                    self.end(job.id, "stopped", None, None)
                elif job.attempts >= most_attempts:
                    self.end(job.id, "failed", None, lost(job))
                else:
                    self._change("update jobs set status = 'queued' where id = ?", (job.id,))

    def _delete(self, which: str, values: Iterable[Any]) -> int:
        """Delete jobs, in the log of the changes too."""
        with self._lock:
            count = self._change(f"delete from jobs where {which}", values)
            if count:
                self._rows("pragma wal_checkpoint(truncate)")
            return count

    def _job(self, query: str, values: Iterable[Any] = ()) -> Job | None:
        return next(iter(self._jobs(query, values)), None)

    def _jobs(self, query: str, values: Iterable[Any] = ()) -> list[Job]:
        return [Job(*row) for row in self._rows(query.format(_FIELDS), values)]

    def _rows(self, query: str, values: Iterable[Any] = ()) -> Any:
        with self._lock:
            return iter(self._base.execute(query, tuple(values)).fetchall())

    def _change(self, statement: str, values: Iterable[Any]) -> int:
        with self._lock:
            return self._base.execute(statement, tuple(values)).rowcount
