"""Every plan of a tiny round, judged by the checker: the best one, without any engine."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from innopraktik_match.checker import recount
from innopraktik_match.plan import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.findings import Score
    from innopraktik_match.round import Host, Round

MOST = {"placed", "priority", "visits"}


def best_values(round: Round) -> tuple[int, ...] | None:
    """Return the value of each aim in order of the best legal plan; None if there is none."""
    best: tuple[int, ...] | None = None
    for plan in legal_plans(round):
        values = _signed(round, recount(round, plan))
        if best is None or values < best:
            best = values
    if best is None:
        return None
    return tuple(-value if aim in MOST else value for aim, value in zip(round.aims, best, strict=True))


def legal_plans(round: Round) -> Iterator[tuple[Visit, ...]]:
    """Yield every legal plan, host by host."""

    def extended(done: tuple[Visit, ...], hosts: tuple[Host, ...]) -> Iterator[tuple[Visit, ...]]:
        if not hosts:
            if recount(round, done).legal:
                yield done
            return
        mine = [visit for visit in _visits(round, hosts[0])]
        for count in range(hosts[0].visits + 1):
            for some in combinations(mine, count):
                yield from extended((*done, *some), hosts[1:])

    yield from extended((), round.hosts)


def _visits(round: Round, host: Host) -> Iterator[Visit]:
    ids = sorted(person.id for person in round.interns)
    for slot in round.slots:
        for size in range(host.min, host.max + 1):
            for interns in combinations(ids, size):
                visit = Visit(host=host.id, week=slot.week, days=slot.days, interns=interns)
                alone = {f.rule for f in recount(round, [visit]).breaches}
                if not alone & ONE_VISIT:
                    yield visit


ONE_VISIT = {
    "own_workplace", "ban", "dates", "duration", "travel", "cross_sector", "themes", "intern_wishes",
    "host_wishes", "role", "new_relations", "pair_points", "capacity", "mixed_workplaces", "mixed_sectors",
    "together", "intern_visits", "host_visits",
}  # fmt: skip


def _signed(round: Round, score: Score) -> tuple[int, ...]:
    return tuple(-score.aims[aim] if aim in MOST else score.aims[aim] for aim in round.aims)
