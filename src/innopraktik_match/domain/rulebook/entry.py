"""What the rulebook says of a rule: its promise, its level, its unit, its message, its worst case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from innopraktik_match.domain.round import Round

Level = Literal["option", "visit", "round"]


@dataclass(frozen=True)
class Entry:
    """One rule. It annotates the field of the rule's settings, whose default is the preset `standard`.

    Attributes
    ----------
    level : {"option", "visit", "round"}
        What the rule speaks about: a pair in a slot, those who come together, or all visits.
    unit : str
        What the amount counts, in English code words ("km", "days", "interns", ...).
    da, en : str
        The promise, one sentence.
    message_da, message_en : str
        What a breach says; `{amount}` and `{limit}` are filled in.
    away_da, away_en : str
        Of an option rule: why a host is ruled out for an intern, in a few words.
    per_visit : callable or None
        Settings, round -> the most points of one visit of each intern, in the order of the round.
    in_all : callable or None
        Settings, round, the most option points of any visit -> the most points of a plan, beside those of
        `per_visit`. A rule with neither has no points.
    reads : tuple of str
        The fields that it looks at: "workplace" of both sides, "interns.role" of one table.
    later : bool
        Whether the rule came after plans had been sealed: by default it is off, or charges nothing where
        the data gives no new reason, and it counts in no fingerprint.
    later_fields : tuple of str
        Settings that came after plans had been sealed; by default they change nothing.
    """

    level: Level
    unit: str
    da: str
    en: str
    message_da: str
    message_en: str
    away_da: str = ""
    away_en: str = ""
    per_visit: Callable[[Any, Round], Sequence[int]] | None = None
    in_all: Callable[[Any, Round, int], int] | None = None
    reads: tuple[str, ...] = ()
    later: bool = False
    later_fields: tuple[str, ...] = ()
