"""Every plan of a tiny round, judged by the checker: the best one, without any engine."""

from __future__ import annotations

from itertools import chain, combinations, product
from math import comb, prod
from typing import TYPE_CHECKING

from innopraktik_match.checker import Facts, recount
from innopraktik_match.domain.plan import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.findings import Score
    from innopraktik_match.domain.round import Host, Round

MOST = {"placed", "priority", "visits"}
ONE_VISIT = {
    "own_workplace", "ban", "dates", "duration", "travel", "cross_sector", "themes", "intern_wishes",
    "host_wishes", "role", "new_relations", "new_workplaces", "new_sectors", "match", "pair_points", "capacity", "mixed_workplaces", "mixed_sectors", "mixed_column", "visit_match", "own_option", "week_points", "own_visit",
    "together", "intern_visits", "host_visits",
}  # fmt: skip


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
    """Yield every legal plan: for each host, some of the visits that are legal alone."""
    for some in product(*(list(_choices(round, host)) for host in _hosts(round))):
        plan = tuple(chain.from_iterable(some))
        if recount(round, plan).legal:
            yield plan


def plans_to_judge(round: Round) -> int:
    """Return how many plans `legal_plans` looks at."""
    visits = [(host, sum(1 for _ in _visits(round, host))) for host in _hosts(round)]
    return prod(sum(comb(n, count) for count in range(min(host.visits, n) + 1)) for host, n in visits)


def fewer_plans(round: Round, than: int) -> bool:
    """Whether there are so few plans, legal or not, that counting them is no work."""
    people, plans = len(round.interns), 1
    for host in _hosts(round):
        visits = len(round.slots) * sum(comb(people, size) for size in range(host.min, host.max + 1))
        plans *= sum(comb(visits, count) for count in range(min(visits, host.visits) + 1))
    return plans < than


def _hosts(round: Round) -> tuple[Host, ...]:
    """Return the hosts, each with room for what the coordinator has decided."""
    return Facts(round).round.hosts


def _choices(round: Round, host: Host) -> Iterator[tuple[Visit, ...]]:
    visits = list(_visits(round, host))
    for count in range(min(host.visits, len(visits)) + 1):
        yield from combinations(visits, count)


def _visits(round: Round, host: Host) -> Iterator[Visit]:
    ids = sorted(person.id for person in round.interns)
    for slot in round.slots:
        for size in range(host.min, host.max + 1):
            for interns in combinations(ids, size):
                visit = Visit(host=host.id, week=slot.week, days=slot.days, interns=interns)
                alone = {f.rule for f in recount(round, [visit]).breaches}
                if not alone & ONE_VISIT:
                    yield visit


def _signed(round: Round, score: Score) -> tuple[int, ...]:
    return tuple(-score.aims[aim] if aim in MOST else score.aims[aim] for aim in round.aims)
