"""host_present: nobody is away in the week that their own guest comes."""

import numpy as np

from innopraktik_match.model.columns import Columns
from innopraktik_match.model.measures import NO_LIMIT, Bounds, Flags, Index, Ints, Options, Places


def host_present(columns: Columns, o: Options, p: Places) -> Bounds:
    """A host's contact is at home in the week of the host's own visit: the two never share a week."""
    rule, weeks = columns.rules.host_present, columns.round_weeks
    away, away_row = _loads(columns, columns.contact_intern, o.intern, o.slot)
    busy, busy_row = _loads(columns, columns.contact_host, p.host, p.slot)
    n = len(columns.contact_intern) * weeks
    given = np.ones(n, dtype=np.int64)
    upper = given
    if rule.hard and len(columns.decided):
        gone = _decided(columns, columns.decided.intern, len(columns.interns))[columns.contact_intern]
        needed = _decided(columns, columns.decided.host, len(columns.hosts))[columns.contact_host]
        upper = given + (gone & needed).ravel()
    return Bounds(
        key=lambda r: (
            columns.interns[columns.contact_intern[r // weeks]].id,
            columns.hosts[columns.contact_host[r // weeks]].id,
            columns.weeks[r % weeks],
        ),
        lower=np.full(n, -NO_LIMIT),
        upper=upper,
        option=away,
        option_row=away_row,
        option_load=np.ones(len(away), dtype=np.int64),
        place=busy,
        place_row=busy_row,
        place_load=np.ones(len(busy), dtype=np.int64),
        points=None if rule.hard else rule.points,
        given=given,
    )


def _decided(columns: Columns, who: Index, people: int) -> Flags:
    """Return the weeks [people, weeks] that decided visits take up."""
    taken = columns.decided.weeks_taken(columns.slot_week, columns.slot_days, columns.takes_up)
    flags = np.zeros((people, columns.round_weeks), dtype=bool)
    np.logical_or.at(flags, who, taken[:, : columns.round_weeks])
    return flags


def _loads(columns: Columns, contacts: Index, who: Index, slot: Index) -> tuple[Ints, Ints]:
    """Return which entries load which rows: those of each contact's pair, in the weeks that they take up."""
    listed = np.zeros(max(len(columns.interns), len(columns.hosts)), dtype=bool)
    listed[contacts] = True
    entries = np.flatnonzero(listed[who])
    entries = entries[np.argsort(who[entries], kind="stable")]
    first, last = (np.searchsorted(who[entries], contacts, side=side) for side in ("left", "right"))
    pair = np.repeat(np.arange(len(contacts)), last - first)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(last - first) - (last - first), last - first)
    entries = entries[first[pair] + within]
    at, week = np.nonzero(columns.takes_up[slot[entries], : columns.round_weeks])
    return entries[at], pair[at] * columns.round_weeks + week
