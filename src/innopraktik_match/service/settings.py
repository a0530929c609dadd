"""What the operator decides."""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MB = 2**20
LEAST_TOKEN = 16
LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True)
class Settings:
    """What the operator decides.

    Attributes
    ----------
    data : Path
        The SQLite file of the jobs.
    tokens : dict
        SHA-256 of a token -> its owner, whose jobs nobody else sees. Empty: no token is asked for.
    hosts, origins : tuple of str
        Names that the service answers to, beside those of this machine; addresses whose pages may ask it.
    at_once : int
        Jobs that run at the same time, and answers that are made at the same time.
    most_waiting : int
        Jobs that may wait for their turn, and answers.
    most_mb : int
        Of a body.
    body_s, answer_s, job_s : float
        How long a body may take to arrive, an answer to be made, and a job to be solved.
    memory_gb : float
        Of each process.
    keep_s : float
        How long a job is kept after its end.
    rate : int
        Requests of one client in a minute.
    """

    data: Path
    tokens: Mapping[str, str] = field(default_factory=dict)
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    at_once: int = field(default_factory=lambda: max(1, (os.cpu_count() or 2) - 1))
    most_waiting: int = 100
    most_mb: int = 20
    body_s: float = 30.0
    answer_s: float = 60.0
    job_s: float = 3600.0
    memory_gb: float = 2.0
    keep_s: float = 24 * 3600.0
    rate: int = 600


def fingerprint(token: str) -> str:
    """Return the SHA-256 of a token; the token itself is kept nowhere."""
    return hashlib.sha256(token.encode()).hexdigest()


def owner_of(token: str, tokens: Mapping[str, str]) -> str | None:
    """Return the owner of a token, in a time that says nothing of the tokens there are."""
    given, found = fingerprint(token), None
    for known, owner in tokens.items():
        if hmac.compare_digest(given, known):
            found = owner
    return found


def read_tokens(text: str) -> dict[str, str]:
    r"""Return the tokens of a file: one on each line, after the name of its owner where there is one.

    Examples
    --------
    >>> list(read_tokens("# comment\nkommune 0123456789abcdef0123\n").values())
    ['kommune']
    """
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if len(words[-1]) >= LEAST_TOKEN:
            found[fingerprint(words[-1])] = " ".join(words[:-1]) or f"token {number}"
    return found
