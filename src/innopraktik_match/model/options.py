"""All options that no hard rule forbids, with their points, for interns and for units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model import tuning
from innopraktik_match.model.measures import Flags, Index, Ints, Options, Places
from innopraktik_match.model.rules import OPTION_RULES, VISIT_RULES, OptionRule, rules_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.shortlist import Shortlist


@dataclass(frozen=True)
class Offers:
    """The decision space: K options of units (interns who travel together) at P places.

    Sorted by place, then unit. `start` [P + 1] delimits the options of each place.

    Attributes
    ----------
    columns : Columns
        The round.
    options : Options
        The options of single interns, K' rows; `of` [K'] is the row of the unit's option.
    unit, place : array [K]
        Unit number and place number.
    points, level : array [K]
        Option points of all members together, and of the dearest member.
    places : Places
        P rows of (host, slot).
    members : array [U, size of the largest unit]
        Interns of each unit, -1 where empty; `size` [U] counts them.
    visit_points : int
        The most that visit rules charge for one visit.
    """

    columns: Columns
    options: Options
    of: Ints
    unit: Index
    place: Index
    points: Ints
    level: Ints
    places: Places
    start: Ints
    members: Index
    size: Ints
    visit_points: int

    def __len__(self) -> int:
        return len(self.unit)


class TooManyOptions(Exception):
    """There are more options than allowed: at least `count`."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(count)


def build_options(
    columns: Columns,
    most: int | None = None,
    look: Callable[[], None] = lambda: None,
    shortlist: Shortlist | None = None,
) -> Options:
    """Return every option that no hard option rule forbids, with its points, by host and slot.

    Parameters
    ----------
    most : int, optional
        The number of options allowed.
    look : callable, optional
        Called between steps; may raise to abort.
    shortlist : Shortlist, optional
        Chooses among the pairs, where the time is too short for all.

    Raises
    ------
    TooManyOptions
        There are more than `most`.
    """
    by = {of: tuple(r for r in OPTION_RULES if r.of == of) for of in ("pair", "week", "length")}
    later = slots_of(columns)
    found, count = [], 0

    def in_slots(pairs: Options) -> Options:
        in_week = priced(columns, spread(pairs, later["week"]), by["week"])
        return priced(columns, spread(in_week, later["length"]), by["length"])

    for pairs, share in _pairs(columns):
        pairs = priced(columns, pairs, by["pair"])
        if shortlist is not None and np.isfinite(shortlist.most) and len(pairs):
            few = pairs.take(np.linspace(0, len(pairs) - 1, tuning.SHORTLIST_SAMPLE).astype(np.int64))
            pairs = shortlist.of(pairs, share, len(in_slots(few)) / len(few))
        for some in _parts(pairs, len(columns.slot_week)):
            look()
            found.append(in_slots(some))
            count += len(found[-1])
            if most is not None and count > most:
                raise TooManyOptions(count)
    look()
    options = _joined(found)
    look()
    in_slot = options.host.astype(np.int64) * len(columns.slot_week) + options.slot
    order = np.argsort(in_slot * len(columns.interns) + options.intern, kind="stable")  # fast: in long runs
    look()
    return options.take(order)


def _pairs(columns: Columns) -> Iterator[tuple[Options, float]]:
    """Yield pairs, and their share: of the shortest list that a hard rule restricts to, or else of all."""
    lists = [rule.listed(columns) for rule in rules_on(columns, OPTION_RULES) if rule.listed]
    kept = min((pairs for pairs in lists if pairs is not None), key=lambda pairs: len(pairs[0]), default=None)
    if kept is not None:
        decided = columns.decided.pairs.split()
        pair = np.unique(
            np.concatenate([i.astype(np.int64) * len(columns.hosts) + h for i, h in (kept, decided)])
        )
        interns, hosts = (side.astype(np.int32) for side in np.divmod(pair, len(columns.hosts)))
        for part in _parts(Options.unpriced(interns, hosts, np.zeros(len(interns), dtype=np.int32))):
            yield part, len(part) / len(interns)
        return
    interns = np.arange(len(columns.interns), dtype=np.int32)
    hosts_at_once = max(1, tuning.OPTIONS_AT_ONCE // max(1, len(interns)))
    for first in range(0, len(columns.hosts), hosts_at_once):
        hosts = np.arange(first, min(first + hosts_at_once, len(columns.hosts)), dtype=np.int32)
        pairs = Options.unpriced(
            np.tile(interns, len(hosts)),
            np.repeat(hosts, len(interns)),
            np.zeros(len(interns) * len(hosts), dtype=np.int32),
        )
        yield pairs, len(hosts) / len(columns.hosts)


def priced(columns: Columns, o: Options, rules: tuple[OptionRule, ...] = OPTION_RULES) -> Options:
    """Return the rows that no rule forbids, with the points of the rules added."""
    for rule in rules_on(columns, rules):
        verdict = rule.measure(columns, o)
        o = replace(o, points=o.points + verdict.points)
        if verdict.limit is not None:
            o = o.take(~verdict.breach)
    return o


def slots_of(columns: Columns) -> dict[str, Index]:
    """Return representative slots for rules that depend on the pair, the week or the length only.

    The slots are the product of weeks and lengths.
    """
    lengths = int(np.count_nonzero(columns.slot_week == columns.slot_week[0]))
    weeks = np.arange(len(columns.slot_week) // lengths, dtype=np.int32)
    return {
        "pair": np.zeros(1, dtype=np.int32),
        "week": weeks * lengths,
        "length": np.arange(lengths, dtype=np.int32),
    }


def build_offers(columns: Columns, o: Options, look: Callable[[], None] = lambda: None) -> Offers:
    """Return the options of units: a unit has an option where all its members have it."""
    look()
    units, unit_of = np.unique(columns.unit, return_inverse=True)
    size = np.bincount(unit_of, minlength=len(units)).astype(np.int64)
    members = _members(unit_of, size)
    n_slots = len(columns.slot_week)
    spot = o.host.astype(np.int64) * n_slots + o.slot
    unit = unit_of[o.intern]
    keep = size[unit] <= columns.host_max[o.host]
    if len(units) < len(columns.unit):
        keep &= _whole_units(spot * len(units) + unit, size[unit])
    o, spot, unit = o.take(keep), spot[keep], unit[keep]
    look()
    rows, first, of = np.unique(spot * len(units) + unit, return_index=True, return_inverse=True)
    look()
    points = np.zeros(len(rows), dtype=np.int64)
    np.add.at(points, of, o.points)
    level = np.zeros(len(rows), dtype=np.int64)
    np.maximum.at(level, of, o.points)
    spots, start, place = np.unique(spot[first], return_index=True, return_inverse=True)
    return Offers(
        columns=columns,
        options=o,
        of=of,
        unit=unit[first].astype(np.int32),
        place=place.astype(np.int32),
        points=points,
        level=level,
        places=Places((spots // n_slots).astype(np.int32), (spots % n_slots).astype(np.int32)),
        start=np.append(start, len(rows)),
        members=members,
        size=size,
        visit_points=_dearest_company(columns),
    )


def _dearest_company(columns: Columns) -> int:
    """Return the most that visit rules charge for one visit."""
    members = int(columns.host_max.max(initial=1))
    charged = [(rule, getattr(columns.rules, rule.id)) for rule in VISIT_RULES if not rule.by_construction]
    return sum(rule.most(settings, members) for rule, settings in charged if settings.on)


def _parts(o: Options, copies: int = 1) -> Iterator[Options]:
    """Yield the rows in batches small enough to hold `copies` of each at once."""
    step = max(1, tuning.OPTIONS_AT_ONCE // copies)
    for first in range(0, len(o), step):
        yield o.take(np.arange(first, min(first + step, len(o))))


def spread(o: Options, later: Index) -> Options:
    """Return each row once for each slot offset in `later`."""
    copies = len(later)
    return Options(
        np.repeat(o.intern, copies),
        np.repeat(o.host, copies),
        np.repeat(o.slot, copies) + np.tile(later, len(o)),
        np.repeat(o.points, copies),
    )


def _joined(parts: list[Options]) -> Options:
    empty = np.zeros(0, dtype=np.int32)
    parts = [Options(empty, empty, empty, np.zeros(0, dtype=np.int64)), *parts]
    return Options(
        np.concatenate([part.intern for part in parts]),
        np.concatenate([part.host for part in parts]),
        np.concatenate([part.slot for part in parts]),
        np.concatenate([part.points for part in parts]),
    )


def _members(unit_of: Ints, size: Ints) -> Index:
    members = np.full((len(size), int(size.max(initial=1))), -1, dtype=np.int32)
    order = np.argsort(unit_of, kind="stable")
    first = np.cumsum(size) - size
    members[unit_of[order], np.arange(len(order)) - first[unit_of[order]]] = order
    return members


def _whole_units(row: Ints, size: Ints) -> Flags:
    """Return the rows of units all of whose members have the option."""
    _, of, count = np.unique(row, return_inverse=True, return_counts=True)
    return np.asarray(count[of] == size)
