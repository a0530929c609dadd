"""Which hosts somebody could have: those that a rule forbids in every slot, and those left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from innopraktik_match.model import tuning
from innopraktik_match.model.measures import Flags, Options
from innopraktik_match.model.options import slots_of, spread
from innopraktik_match.model.rules import OPTION_RULES, rules_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.measures import Index


class Chances(NamedTuple):
    """The hosts of one intern.

    Attributes
    ----------
    away : dict
        By rule, the hosts that it forbids in every slot; rules that forbid none are left out.
    open : array
        Hosts with a slot that no rule forbids to anybody who travels along, and with places for all of them.
    """

    away: dict[str, Flags]
    open: Flags


def chances(columns: Columns, interns: Index, hosts: Index | None = None) -> Iterator[Chances]:
    """Yield which of the hosts, or of all, each of the interns could have, in the order given."""
    hosts = np.arange(len(columns.hosts)) if hosts is None else hosts
    slots = slots_of(columns)
    at_once = max(1, tuning.OPTIONS_AT_ONCE // (max(1, len(hosts)) * max(map(len, slots.values()))))
    for first in range(0, len(interns), at_once):
        some = interns[first : first + at_once]
        units = np.unique(columns.unit[some])
        people = np.flatnonzero(np.isin(columns.unit, units)).astype(np.int32)
        people = people[np.argsort(columns.unit[people], kind="stable")]
        away, open_ = _measured(columns, people, hosts.astype(np.int32), slots)
        unit = np.searchsorted(units, columns.unit[some])
        row = np.empty(len(columns.interns), dtype=np.int64)
        row[people] = np.arange(len(people))
        for at, u in zip(row[some], unit, strict=True):
            yield Chances({rule: flags[at] for rule, flags in away.items() if flags[at].any()}, open_[u])


def _measured(
    columns: Columns, people: Index, hosts: Index, slots: dict[str, Index]
) -> tuple[dict[str, Flags], Flags]:
    """Return what each rule forbids to each of the people, and the hosts open to each unit of them.

    Each rule looks at the week or at the length, so that a slot is open where its week and its length are.
    """
    n = len(people) * len(hosts)
    pairs = Options.unpriced(
        np.repeat(people, len(hosts)), np.tile(hosts, len(people)), np.zeros(n, dtype=np.int32)
    )
    unit = columns.unit[people]
    starts = np.flatnonzero(np.append(True, unit[1:] != unit[:-1]))
    size = np.diff(np.append(starts, len(people)))
    away, open_ = {}, size[:, None] <= columns.host_max[hosts]
    for level, offsets in slots.items():
        options = spread(pairs, offsets)
        fine = np.ones((len(people), len(hosts), len(offsets)), dtype=bool)
        for rule in rules_on(columns, tuple(rule for rule in OPTION_RULES if rule.of == level)):
            breach = rule.measure(columns, options).breach.reshape(fine.shape)
            away[rule.id] = np.asarray(breach.all(axis=2))
            fine &= ~breach
        open_ &= np.logical_and.reduceat(fine, starts).any(axis=2)
    return away, open_
