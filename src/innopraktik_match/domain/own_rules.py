"""Rules that a developer writes outside of the package, registered by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Level = Literal["option", "visit", "round"]
GROUP = "innopraktik_match.rules"
"""Entry points of installed packages: loaded when a policy names a rule that is not registered."""
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
_REGISTERED: dict[str, OwnRule] = {}


@dataclass(frozen=True)
class OwnRule:
    """A rule of a developer's own; see `rule`."""

    id: str
    level: Level
    measure: Callable[[Any, Any], Any]
    again: Callable[..., Any]
    da: str
    en: str
    most: int = 1


def rule(
    id: str,
    *,
    level: Level,
    measure: Callable[[Any, Any], Any],
    again: Callable[..., Any],
    da: str,
    en: str,
    most: int = 1,
) -> None:
    """Register a rule of your own, written twice: as arrays for the engine, in plain Python for the checker.

    A policy then names it in its criteria: `{kind = "own", rule = "the_id", points = 5}`. To register an id
    again replaces the rule.

    Parameters
    ----------
    id : str
        Small letters, digits and underscores.
    level : {"option", "visit", "round"}
    measure : callable
        The first writing, numpy over rows. Of an option rule: columns, options -> amounts [K], whole numbers
        from 0 to `most`, the same for a pair in every slot. Of a visit rule: columns, visits -> amounts [G].
        Of a round rule: columns, options -> a word for each option [K], "" for none: at most `limit` places
        have the same word. `columns.interns` and `columns.hosts` are the people, rows are indexes into them;
        `visits.members` is -1 where a seat is empty.
    again : callable
        The second writing. Of an option rule: intern, host -> amount. Of a visit rule: interns (in order of
        id), host -> amount. Of a round rule: intern, host -> word.
    da, en : str
        The promise, one sentence.
    most : int
        The largest amount.

    Raises
    ------
    ValueError
        Where the id, the level or the largest amount cannot be used.
    """
    if not _NAME.fullmatch(id):
        raise ValueError(f"the id of a rule is small letters, digits and underscores: {id!r}")
    if level not in ("option", "visit", "round"):
        raise ValueError(f"the level of a rule is option, visit or round: {level!r}")
    if not 1 <= most <= 1000:
        raise ValueError(f"the largest amount of a rule is 1 to 1000: {most}")
    _REGISTERED[id] = OwnRule(id, level, measure, again, da, en, most)


def registered(id: str) -> OwnRule | None:
    """Return the rule of that id, None where neither this program nor an installed package registers it."""
    if id not in _REGISTERED:
        from importlib.metadata import entry_points

        for found in entry_points(group=GROUP, name=id):
            found.load()
    return _REGISTERED.get(id)


def own_rule(id: str) -> OwnRule:
    """Return the rule of that id, which a policy has named."""
    return _REGISTERED[id]
