"""Reasons why somebody is unplaced, and why no legal plan exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from innopraktik_match.domain.plan import Conflict, Reason, Unplaced
from innopraktik_match.model.chances import chances

if TYPE_CHECKING:
    from innopraktik_match.engine.plans.finish import Outcome
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.chances import Chances
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Flags
    from innopraktik_match.model.options import Offers

MOST_NAMED = 20


def unplaced(offers: Offers, groups: Groups) -> tuple[Unplaced, ...]:
    """Return everybody unplaced, with reasons: hosts excluded by rules, full, too few, or better used."""
    columns = offers.columns
    seated = offers.members[offers.unit[groups.options[groups.options >= 0]]]
    missing = np.setdiff1d(np.arange(len(columns.interns)), seated[seated >= 0])
    if not len(missing):
        return ()
    room, found = _room(offers, groups), list(chances(columns, missing))
    lacking = _lacking(columns, np.any([one.open for one in found], axis=0) & room)
    return tuple(
        Unplaced(intern=columns.interns[i].id, reasons=_reasons(columns, one, room, lacking))
        for i, one in zip(missing, found, strict=True)
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


def _room(offers: Offers, groups: Groups) -> np.ndarray:
    """Return which hosts have an unused visit, or a free seat in one."""
    columns = offers.columns
    host = offers.places.host[groups.place]
    heads = np.append(offers.size[offers.unit], 0)[groups.options].sum(axis=1)
    room = np.bincount(host, minlength=len(columns.hosts)) < columns.host_visits
    room[host[heads < columns.host_max[host]]] = True
    return room


def _lacking(columns: Columns, hosts: Flags) -> Flags:
    """Return which of the hosts take more people at least than could come to them."""
    asked = np.flatnonzero(hosts & (columns.host_min > 1))
    coming = np.zeros(len(asked), dtype=np.int64)
    for one in chances(columns, np.arange(len(columns.interns)), asked):
        if np.all(coming >= columns.host_min[asked]):
            break
        coming += one.open
    lacking = np.zeros(len(columns.hosts), dtype=bool)
    lacking[asked] = coming < columns.host_min[asked]
    return lacking


def _reasons(columns: Columns, one: Chances, room: Flags, lacking: Flags) -> tuple[Reason, ...]:
    if not len(columns.hosts):
        return (Reason(code="no_host"),)
    own = (
        _reason(columns, "full", one.open & ~room),
        _reason(columns, "too_few", one.open & room & lacking),
        _reason(columns, "outbid", one.open & room & ~lacking),
    )
    rules = tuple(_reason(columns, "rule", hosts, rule) for rule, hosts in one.away.items())
    return (*(reason for reason in own if reason.count), *rules)


def _reason(
    columns: Columns,
    code: Literal["rule", "full", "too_few", "outbid"],
    hosts: Flags,
    rule: str | None = None,
) -> Reason:
    named = tuple(columns.hosts[h].id for h in np.flatnonzero(hosts)[:MOST_NAMED])
    return Reason(code=code, rule=rule, hosts=named, count=int(hosts.sum()))
