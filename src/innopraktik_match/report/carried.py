"""Which columns that the tool does not know come out beside the plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.round import Host, Intern, Round

CONSENT = (
    "samtykke",
    "consent",
    "gdpr",
    "tilladelse",
    "permission",
    "privatliv",
    "privacy",
    "må vi",
    "may we",
)
NOTES = ("note", "bemærkning")
LONGEST_LABEL = 40
"""Characters of a cell; whatever is longer, or takes several lines, is free text."""


def carried(round: Round) -> tuple[frozenset[str], frozenset[str]]:
    """Return the headers of interns, and of hosts, that come out beside the plan.

    Those that the policy names in `carry`, "note" among them; by default all of short words, without
    consent and free text.
    """
    chosen = round.policy.carry
    if chosen is not None:
        wanted = {key(header) for header in chosen}
        return _named(round.interns, wanted), _named(round.hosts, wanted)
    return _usual(round.interns), _usual(round.hosts)


def kept_out(round: Round | None) -> frozenset[str]:
    """Return the headers of unknown columns that do not come out beside the plan; none without a round."""
    if round is None:
        return frozenset()
    headers = {header for one in round.people for header in one.extra}
    return frozenset(headers).difference(*carried(round))


def notes_carried(round: Round) -> bool:
    """Whether the policy names the column of notes."""
    return any(key(header) in NOTES for header in round.policy.carry or ())


def _named(people: Iterable[Intern | Host], wanted: set[str]) -> frozenset[str]:
    return frozenset(header for one in people for header in one.extra if key(header) in wanted)


def _usual(people: Iterable[Intern | Host]) -> frozenset[str]:
    free = {header for one in people for header, text in one.extra.items() if _is_free_text(text)}
    headers = {header for one in people for header in one.extra}
    return frozenset(one for one in headers - free if not _is_consent(one))


def _is_free_text(text: str) -> bool:
    return len(text) > LONGEST_LABEL or "\n" in text


def _is_consent(header: str) -> bool:
    return any(re.search(rf"\b{word}", key(header)) for word in CONSENT)
