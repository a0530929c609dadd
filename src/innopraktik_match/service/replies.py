"""Replies as bytes: JSON that any client can read, and problems as RFC 9457 has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from innopraktik_match.files.rounds.plain import plain_issue
from innopraktik_match.texts.service import PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.language import Lang

JSON = "application/json"
PROBLEM = "application/problem+json"
ZIP = "application/zip"


class Reply(NamedTuple):
    """What is sent back."""

    status: int
    media_type: str
    body: bytes


def dumped(value: Any) -> bytes:
    """Return JSON in ASCII: half a character pair in a name is no reason not to answer."""
    return json.dumps(value, default=str, separators=(",", ":")).encode()


def reply(value: Any, status: int = 200) -> Reply:
    """Return plain data as a reply."""
    return Reply(status, JSON, dumped(value))


def problem(code: str, status: int, lang: Lang, issues: Iterable[Issue] = (), **values: object) -> Reply:
    """Return a problem as a reply.

    Parameters
    ----------
    code : str
        Stable name of the problem; `texts.service` holds its words.
    status : int
    lang : {"da", "en"}
    issues : iterable of Issue
        What is wrong with round, plan or options, each with its code, place and words.
    **values
        What the words need.
    """
    return Reply(status, PROBLEM, dumped(plain_problem(code, status, lang, issues, **values)))


def plain_problem(
    code: str, status: int, lang: Lang, issues: Iterable[Issue] = (), **values: object
) -> dict[str, Any]:
    """Return a problem as plain data; the parameters are those of `problem`."""
    title, detail = PROBLEMS[code][lang]
    return {
        "type": f"urn:innopraktik-match:problem:{code}",
        "title": title,
        "status": status,
        "detail": detail.format(**values),
        "code": code,
        "issues": [plain_issue(issue, lang) for issue in issues],
    }
