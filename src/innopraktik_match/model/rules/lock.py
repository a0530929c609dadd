"""lock: agreed visits stay."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import numpy as np

from innopraktik_match.domain.round import Lock
from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Ints, Options, Places, Verdict


def lock(columns: Columns, o: Options, p: Places) -> Bounds:
    """Agreed visits stay: one visit of the pair, in the week and length that the lock names."""
    pair = o.intern.astype(np.int64) * len(columns.hosts) + o.host
    order = np.argsort(pair, kind="stable")
    locked = locked_pairs(columns)
    first, last = (np.searchsorted(pair[order], locked, side=side) for side in ("left", "right"))
    matching = [
        _agreeing(columns, o, agreed, np.sort(order[start:stop]))
        for agreed, start, stop in zip(columns.locks, first, last, strict=True)
    ]
    rows = np.repeat(np.arange(len(matching)), [len(options) for options in matching])
    options = np.concatenate([*matching, np.zeros(0, dtype=np.int64)])
    return Bounds(
        key=lambda r: lock_key(columns.locks[r]),
        lower=np.ones(len(matching), dtype=np.int64),
        upper=np.full(len(matching), NO_LIMIT),
        option=options,
        option_row=rows,
        option_load=np.ones(len(options), dtype=np.int64),
    )


def lock_key(agreed: Lock) -> tuple[str, ...]:
    """Return the words that name the row of one lock."""
    return agreed.intern, agreed.host, agreed.week or "", str(agreed.days or "")


def locked_pairs(columns: Columns) -> Ints:
    """Return the pair of each lock as a number."""
    intern = {person.id: n for n, person in enumerate(columns.interns)}
    host = {place.id: n for n, place in enumerate(columns.hosts)}
    numbers = [intern[one.intern] * len(host) + host[one.host] for one in columns.locks]
    return np.array(numbers, dtype=np.int64)


def _agreeing(columns: Columns, o: Options, agreed: Lock, options: Ints) -> Ints:
    """Return those of a pair's options that are in the week and length of its lock."""
    if agreed.week and columns.weeks:
        options = options[columns.slot_week[o.slot[options]] == columns.weeks.index(agreed.week)]
    if agreed.days:
        options = options[columns.slot_days[o.slot[options]] == agreed.days]
    return options


def excused(
    measure: Callable[[Columns, Options], Verdict], names: Literal["pair", "week", "length"] = "pair"
) -> Callable[[Columns, Options], Verdict]:
    """Return an option rule that forbids nothing that a lock, the coordinator's decision, `names`."""

    def judged(columns: Columns, o: Options) -> Verdict:
        verdict, decided = measure(columns, o), columns.decided
        if verdict.limit is None or not len(decided):
            return verdict
        if names == "pair":
            named = decided.met_by(o)
        elif names == "week":
            named = decided.in_week(o, columns.slot_week)
        else:
            named = decided.of_length(o, columns.slot_days)
        limit = np.where(named, NO_LIMIT, verdict.limit)
        return replace(verdict, limit=limit, accepted=named & verdict.breach)

    return judged
