"""Reasons why somebody is unplaced, and why no legal plan exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from innopraktik_match.domain.plan import Conflict, Reason, Unplaced
from innopraktik_match.model.options import Offers, blocked

if TYPE_CHECKING:
    from innopraktik_match.engine.plans.finish import Outcome
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Flags

MOST_NAMED = 20


def unplaced(offers: Offers, groups: Groups) -> tuple[Unplaced, ...]:
    """Return everybody unplaced, with reasons: hosts excluded by rules, full, too few, or better used."""
    columns = offers.columns
    seated = offers.members[offers.unit[groups.options[groups.options >= 0]]]
    missing = np.setdiff1d(np.arange(len(columns.interns)), seated[seated >= 0])
    if not len(missing):
        return ()
    room, lacking = _room(offers, groups), _could_come(offers) < columns.host_min
    hosts = {int(i): np.unique(offers.options.host[rows]) for i, rows in _rows_of(offers, missing)}
    return tuple(
        Unplaced(
            intern=columns.interns[i].id,
            reasons=_reasons(columns, away, hosts.get(int(i)), room, lacking),
        )
        for i, away in zip(missing, blocked(columns, missing), strict=True)
    )


def impossible(stage: Stage, outcome: Outcome) -> tuple[Conflict, ...]:
    """Return the rows with a price in the proof of infeasibility, and how much is lacking."""
    prices = [
        (stage.name(int(row)), int(outcome.priced.price[row])) for row in np.flatnonzero(outcome.priced.price)
    ]
    return (
        Conflict(
            short=outcome.bound,
            demands=tuple((rule, *key) for (rule, key), price in prices if price > 0),
            limits=tuple((rule, *key) for (rule, key), price in prices if price < 0),
        ),
    )


def _rows_of(offers: Offers, interns: np.ndarray) -> list[tuple[int, np.ndarray]]:
    order = np.argsort(offers.options.intern, kind="stable")
    first = np.searchsorted(offers.options.intern[order], interns)
    last = np.searchsorted(offers.options.intern[order], interns, side="right")
    return [(i, order[a:b]) for i, a, b in zip(interns, first, last, strict=True) if b > a]


def _room(offers: Offers, groups: Groups) -> np.ndarray:
    """Return which hosts have an unused visit, or a free seat in one."""
    columns = offers.columns
    host = offers.places.host[groups.place]
    heads = np.append(offers.size[offers.unit], 0)[groups.options].sum(axis=1)
    room = np.bincount(host, minlength=len(columns.hosts)) < columns.host_visits
    room[host[heads < columns.host_max[host]]] = True
    return room


def _could_come(offers: Offers) -> np.ndarray:
    """Return how many interns could come to each host, everybody with their unit."""
    units, hosts = len(offers.size), len(offers.columns.hosts)
    pairs = np.unique(offers.places.host[offers.place] * units + offers.unit)
    return np.bincount(pairs // units, offers.size[pairs % units], minlength=hosts)


def _reasons(
    columns: Columns, away: dict[str, Flags], hosts: np.ndarray | None, room: np.ndarray, lacking: np.ndarray
) -> tuple[Reason, ...]:
    if not len(columns.hosts):
        return (Reason(code="no_host"),)
    reasons = tuple(_reason(columns, "rule", np.flatnonzero(taken), rule) for rule, taken in away.items())
    if hosts is None:
        return reasons
    free, few = room[hosts], lacking[hosts]
    own = (
        _reason(columns, "full", hosts[~free]),
        _reason(columns, "too_few", hosts[free & few]),
        _reason(columns, "outbid", hosts[free & ~few]),
    )
    return (*(reason for reason in own if reason.count), *reasons)


def _reason(
    columns: Columns,
    code: Literal["rule", "full", "too_few", "outbid"],
    hosts: np.ndarray,
    rule: str | None = None,
) -> Reason:
    named = tuple(columns.hosts[h].id for h in hosts[:MOST_NAMED])
    return Reason(code=code, rule=rule, hosts=named, count=len(hosts))
