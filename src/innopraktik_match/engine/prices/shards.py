"""Pricing by shards of hosts on an executor: prices go out, the best visits of each shard come back."""

from __future__ import annotations

import pickle
import secrets
from collections import OrderedDict
from concurrent.futures import wait
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from innopraktik_match.model import tuning
from innopraktik_match.model.groups import Groups, best_groups, by_codes, joined, rank_within
from innopraktik_match.model.least import least_groups
from innopraktik_match.model.measures import Places

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.groups import Reduced
    from innopraktik_match.model.growth import Look
    from innopraktik_match.model.measures import Ints


UNKNOWN = b""


class Visits(NamedTuple):
    """What pricing finds: the visit of least reduced cost of each host, and those to enter the master."""

    least: Groups
    entering: Groups | None


@dataclass(frozen=True)
class Shard:
    """A stage at the hosts of some places that follow each other, by the numbers that prices need alone."""

    key: tuple[str, int, int]
    first: int
    last: int


class Shards:
    """Prices large stages on an executor, by shards of their hosts.

    What comes back is what one process finds, visit by visit, so that bounds and plans are the same. A worker
    keeps the shards that it was asked about; one that has not seen a shard is sent it. What the executor
    loses is priced in this process.

    Parameters
    ----------
    executor : concurrent.futures.Executor
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._solve, self._number = secrets.token_hex(8), 0
        self._cut: list[tuple[Stage, list[Shard]]] = []

    def priced(self, stage: Stage, price: Ints, look: Look, entering: bool = True) -> Visits | None:
        """Return the best visits under the prices; None where the stage is priced in this process.

        Parameters
        ----------
        stage : Stage
        price : array [rows]
        look : callable
            Called while others work; may raise to abort.
        entering : bool
            Whether to find visits for the master as well.
        """
        shards = self._shards(stage)
        if not shards:
            return None
        calls = [self._call(stage, one, price, entering, whole=False) for one in shards]
        try:
            found = [
                self._answer(stage, one, price, entering, call, look)
                for one, call in zip(shards, calls, strict=True)
            ]
        finally:
            for call in calls:
                if call is not None:
                    call.cancel()
        width = int(stage.offers.columns.host_max.max(initial=1))
        least = joined([one.least for one in found], width)
        return Visits(least, joined([one.entering for one in found if one.entering is not None], width))

    def _shards(self, stage: Stage) -> list[Shard]:
        """Return the shards of a stage, none where it is too small for that."""
        for known, shards in self._cut:
            if known is stage:
                return shards
        offers = stage.offers
        count = -(-len(offers) // tuning.SHARD_OPTIONS)
        if count < 2 or stage.cuts is not None or not by_codes(offers.columns):
            return []
        host = offers.places.host
        first = np.flatnonzero(np.append(True, host[1:] != host[:-1]))  # the first place of each host
        aimed = np.arange(1, count) * (len(offers) // count)
        cuts = np.unique(first[np.searchsorted(offers.start[first], aimed, side="right") - 1])
        edges = [0, *(int(place) for place in cuts if place > 0), len(host)]
        self._number += 1
        key = (self._solve, self._number)
        shards = [Shard((*key, n), *edges[n : n + 2]) for n in range(len(edges) - 1)]
        self._cut = [*self._cut[1 - tuning.SHARDED_STAGES :], (stage, shards)]
        return shards

    def _call(
        self, stage: Stage, shard: Shard, price: Ints, entering: bool, whole: bool
    ) -> Future[bytes] | None:
        """Ask the executor about a shard; None where it takes no more calls."""
        data = pickle.dumps(stage_of(stage, shard), protocol=5) if whole else None
        try:
            return self._executor.submit(price_shard, shard.key, data, price.tobytes(), entering)
        except RuntimeError:
            return None

    def _answer(
        self,
        stage: Stage,
        shard: Shard,
        price: Ints,
        entering: bool,
        call: Future[bytes] | None,
        look: Look,
    ) -> Visits:
        """Return what was found in a shard, as visits of the whole stage."""
        data = _heard(call, look)
        if data == UNKNOWN:
            data = _heard(self._call(stage, shard, price, entering, whole=True), look)
        if data:
            found = Visits(*pickle.loads(data))
        else:
            found = visits_of(stage_of(stage, shard), price, entering, look)
        return Visits(
            _in_whole(stage, shard, found.least),
            None if found.entering is None else _in_whole(stage, shard, found.entering),
        )


def _heard(call: Future[bytes] | None, look: Look) -> bytes | None:
    """Return the answer to a call; None where it was lost."""
    if call is None:
        return None
    while not wait([call], timeout=tuning.LISTEN_S).done:
        look()
    try:
        return call.result()
    except Exception:  # whatever the executor or its worker says: it is priced here
        return None


def _in_whole(stage: Stage, shard: Shard, found: Groups) -> Groups:
    first = int(stage.offers.start[shard.first])
    return replace(
        found,
        place=(found.place + shard.first).astype(np.int32),
        options=np.where(found.options >= 0, found.options + first, -1),
    )


def stage_of(stage: Stage, shard: Shard) -> Stage:
    """Return what of a stage is needed to price a shard: numbers, and nobody's name."""
    offers, rows = stage.offers, stage.rows
    begin, end = (int(offers.start[place]) for place in (shard.first, shard.last))
    option, place = np.arange(begin, end), np.arange(shard.first, shard.last)
    misses, nobody = np.arange(len(rows.miss_points)), np.zeros(0, dtype=np.int64)
    return replace(
        stage,
        offers=replace(
            offers,
            columns=_without_names(offers.columns),
            options=offers.options.take(nobody),
            of=nobody,
            unit=offers.unit[begin:end],
            place=offers.place[begin:end] - np.int32(shard.first),
            points=nobody,
            level=nobody,
            places=Places(
                offers.places.host[shard.first : shard.last], offers.places.slot[shard.first : shard.last]
            ),
            start=offers.start[shard.first : shard.last + 1] - begin,
        ),
        rows=replace(
            rows, name=_nameless, by_option=rows.by_option.take(option), by_place=rows.by_place.take(place)
        ),
        cost=stage.cost.take(option, place, misses),
        reached=tuple((measure.take(option, place, misses), most) for measure, most in stage.reached),
        open=None if stage.open is None else stage.open[begin:end],
    )


def _without_names(columns: Columns) -> Columns:
    """Return the columns with numbers in place of people: pricing only counts them."""
    people: Any = {"interns": range(len(columns.interns)), "hosts": range(len(columns.hosts))}
    return replace(columns, **people, locks=(), before=(), criteria=(), visit_criteria=())


def _nameless(row: int) -> tuple[str, tuple[str, ...]]:
    return str(row), ()


_KEPT: OrderedDict[tuple[str, int, int], Stage] = OrderedDict()
"""The shards that this process was asked about, the oldest first."""
_KEEPING = Lock()


def price_shard(key: tuple[str, int, int], data: bytes | None, price: bytes, entering: bool) -> bytes:
    """Return the best visits of a shard, pickled; `UNKNOWN` where this process does not know it.

    Parameters
    ----------
    key : tuple
        Of the solve, its stage and the shard.
    data : bytes or None
        The shard, for a process that does not know it.
    price : bytes
        Whole numbers, one a row.
    entering : bool
        Whether to find visits for the master as well.
    """
    with _KEEPING:
        stage = _kept(key, data)
    if stage is None:
        return UNKNOWN
    return pickle.dumps(tuple(visits_of(stage, np.frombuffer(price, dtype=np.int64), entering)), protocol=5)


def _kept(key: tuple[str, int, int], data: bytes | None) -> Stage | None:
    """Return a shard, and forget those of earlier stages and of all but the last solves."""
    if data is not None:
        _KEPT[key] = pickle.loads(data)
    stage = _KEPT.get(key)
    if stage is not None:
        _KEPT.move_to_end(key)
    solve, number, _ = key
    solves = list(dict.fromkeys(other[0] for other in reversed(_KEPT)))[: tuning.SHARDED_SOLVES]
    for other in list(_KEPT):
        passed = other[0] == solve and other[1] <= number - tuning.SHARDED_STAGES
        if passed or other[0] not in solves:
            del _KEPT[other]
    return stage


def visits_of(stage: Stage, price: Ints, entering: bool, look: Look = lambda: None) -> Visits:
    """Return the best visits of a stage under the prices."""
    reduced = stage.reduced(price)
    found = least_groups(stage.offers, reduced, look)
    return Visits(found, wanted(stage, reduced) if entering else None)


def wanted(stage: Stage, reduced: Reduced) -> Groups:
    """Return visits of negative reduced cost to enter the master, a few for each host."""
    found = best_groups(stage.offers, reduced, tuning.PRICING_OPTIONS)
    host = stage.offers.places.host[found.place]
    order = np.lexsort((found.reduced, host))
    rank = rank_within(host[order], len(stage.offers.columns.hosts))
    return found.take(order[rank < tuning.PRICING_VISITS])


def least_visits(stage: Stage, price: Ints, control: Control) -> Groups:
    """Return the visit of least reduced cost of each host, where that is below 0."""
    if control.shards is not None:
        visits = control.shards.priced(stage, price, control.look, entering=False)
        if visits is not None:
            return visits.least
    return least_groups(stage.offers, stage.reduced(price), control.look)
