"""Demand before anybody is placed: people against places, and what a shortage will mean."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from innopraktik_match.domain.municipalities import region_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import numpy as np
    from numpy.typing import NDArray

    from innopraktik_match.domain.round import Host, Intern, Round
    from innopraktik_match.model.columns import Columns

FEW_OPTIONS = 2
MOST_NAMED = 10
MOST_EXPLAINED = 200
MOST_PAIRS = 3 * 10**6
COMBINED = "combined"
"""Stands for the rules where no single one takes a host away, but all of them together do."""


@dataclass(frozen=True)
class Balance:
    """People against places in one group; a week or a length counts everybody who can have it."""

    interns: int
    hosts: int
    places: int


@dataclass(frozen=True)
class FewOptions:
    """An intern with few possible hosts, and what took the others away.

    Attributes
    ----------
    intern : str
        Id.
    hosts : tuple of str
        The hosts that are left.
    taken : dict of str to tuple of str
        Rule -> hosts that it takes away; `COMBINED` for those that no rule takes away alone.
    """

    intern: str
    hosts: tuple[str, ...]
    taken: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Shortage:
    """Why not everybody can get a visit, whatever the plan: these people have only these hosts.

    Attributes
    ----------
    unplaced : int
        So many at least stay without a visit.
    interns, hosts : tuple of str
        The people, and all the hosts that any of them can visit.
    places : int
        Room at those hosts.
    """

    unplaced: int
    interns: tuple[str, ...]
    hosts: tuple[str, ...]
    places: int


@dataclass(frozen=True)
class Demand:
    """What a coordinator wants to know before placing anybody.

    Attributes
    ----------
    total : Balance
        All people and all places; a place is room for one intern in one visit.
    wished_visits : int
        Visits that the interns wish together.
    by_sector, by_region, by_week, by_days : dict of str to Balance
        The same by sector ("" is unknown), by region, by week and by length.
    wanted : tuple of (host id, interns who wish it, places)
        The most wanted hosts, at most ten.
    few_options : tuple of FewOptions
        Interns with at most two hosts that no hard rule takes away (of more), the fewest first.
    idle_hosts : tuple of str
        Hosts that nobody can visit.
    shortage : Shortage or None
        None where everybody could get a visit as far as the single rules go.
    """

    total: Balance
    wished_visits: int
    by_sector: dict[str, Balance]
    by_region: dict[str, Balance]
    by_week: dict[str, Balance]
    by_days: dict[str, Balance]
    wanted: tuple[tuple[str, int, int], ...]
    few_options: tuple[FewOptions, ...]
    idle_hosts: tuple[str, ...]
    shortage: Shortage | None


def find_demand(round: Round) -> Demand:
    """Count people against places.

    Parameters
    ----------
    round : Round

    Returns
    -------
    Demand

    Examples
    --------
    >>> from innopraktik_match import Host, Intern, Round
    >>> round = Round(interns=(Intern(id="p1"), Intern(id="p2")), hosts=(Host(id="v1"),))
    >>> find_demand(round).shortage
    Shortage(unplaced=1, interns=('p1', 'p2'), hosts=('v1',), places=1)
    """
    from innopraktik_match.model.columns import build_columns

    wished = Counter(wish for intern in round.interns for wish in set(intern.wishes))
    hosts = {host.id: host for host in round.hosts}
    most = sorted(wished.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_NAMED]
    columns = build_columns(round)
    pairs = _possible_pairs(columns)
    return Demand(
        total=Balance(len(round.interns), len(round.hosts), sum(map(_places, round.hosts))),
        wished_visits=sum(intern.visits for intern in round.interns),
        by_sector=_by(round, lambda one: (one.sector or "",)),
        by_region=_by(round, lambda one: (region_of(one, columns.year),)),
        by_week=_by(round, lambda one: one.weeks or round.weeks, places=lambda host: host.max),
        by_days=_by(round, lambda one: map(str, _lengths(one, round))),
        wanted=tuple((host, count, _places(hosts[host])) for host, count in most if host in hosts),
        few_options=_few_options(columns, pairs),
        idle_hosts=_idle_hosts(columns, pairs),
        shortage=_shortage(columns, pairs),
    )


def _places(host: Host) -> int:
    return host.visits * host.max


def _lengths(one: Intern | Host, round: Round) -> Iterable[int]:
    """Return the lengths that somebody accepts."""
    if one.days is None:
        return round.lengths
    slack = round.policy.rules.duration.tolerance if one.days.about else 0
    return (days for days in round.lengths if one.days.min - slack <= days <= one.days.max + slack)


def _by(
    round: Round,
    groups: Callable[[Intern | Host], Iterable[str]],
    places: Callable[[Host], int] = _places,
) -> dict[str, Balance]:
    interns = Counter(group for one in round.interns for group in groups(one))
    hosts: Counter[str] = Counter()
    room: Counter[str] = Counter()
    for one in round.hosts:
        for group in groups(one):
            hosts[group] += 1
            room[group] += places(one)
    found = sorted({*interns, *hosts}, key=lambda group: (len(group) if group.isdigit() else 0, group))
    return {group: Balance(interns[group], hosts[group], room[group]) for group in found}


def _possible_pairs(columns: Columns) -> NDArray[np.int32]:
    """Return the pairs that no hard rule keeps apart in every slot: rows of interns and of hosts."""
    import numpy as np

    from innopraktik_match.model.options import build_options

    options = build_options(columns)
    possible = np.zeros((len(columns.interns), len(columns.hosts)), dtype=bool)
    possible[options.intern, options.host] = True
    return np.stack(np.nonzero(possible)).astype(np.int32)


def _few_options(columns: Columns, pairs: NDArray[np.int32]) -> tuple[FewOptions, ...]:
    import numpy as np

    count = np.bincount(pairs[0], minlength=len(columns.interns))
    short = (count <= FEW_OPTIONS) & (count < len(columns.hosts))
    few = sorted(np.flatnonzero(short).tolist(), key=lambda intern: count[intern])
    found = []
    for number, intern in enumerate(few):
        left = pairs[1][pairs[0] == intern].tolist()
        taken = _taken(columns, intern, left) if number < MOST_EXPLAINED else {}
        found.append(
            FewOptions(columns.interns[intern].id, tuple(columns.hosts[host].id for host in left), taken)
        )
    return tuple(found)


def _taken(columns: Columns, intern: int, left: list[int]) -> dict[str, tuple[str, ...]]:
    import numpy as np

    from innopraktik_match.model.chances import chances

    mine = next(chances(columns, np.array([intern])))
    away = {rule: np.flatnonzero(hosts) for rule, hosts in mine.away.items()}
    together = np.setdiff1d(np.arange(len(columns.hosts)), np.concatenate([left, *away.values()]))
    away |= {COMBINED: together} if len(together) else {}
    return {rule: tuple(columns.hosts[host].id for host in hosts) for rule, hosts in sorted(away.items())}


def _idle_hosts(columns: Columns, pairs: NDArray[np.int32]) -> tuple[str, ...]:
    used = set(pairs[1].tolist())
    return tuple(host.id for number, host in enumerate(columns.hosts) if number not in used)


def _shortage(columns: Columns, pairs: NDArray[np.int32]) -> Shortage | None:
    """Return the group of people with too few places, by a largest flow from people to hosts."""
    import numpy as np
    from ortools.graph.python.max_flow import SimpleMaxFlow

    n, m = len(columns.interns), len(columns.hosts)
    if not n or pairs.shape[1] > MOST_PAIRS:
        return None
    source, sink = n + m, n + m + 1
    flow = SimpleMaxFlow()
    room = columns.host_visits * columns.host_max
    for tails, heads, capacities in (
        (np.full(n, source), np.arange(n), np.ones(n)),
        (pairs[0], n + pairs[1].astype(np.int64), np.ones(pairs.shape[1])),
        (np.arange(n, n + m), np.full(m, sink), room),
    ):
        flow.add_arcs_with_capacity(
            tails.astype(np.int32), heads.astype(np.int32), capacities.astype(np.int64)
        )
    flow.solve(source, sink)
    if flow.optimal_flow() >= n:
        return None
    cut = [node for node in flow.get_source_side_min_cut() if node < n + m]
    hosts = sorted(node - n for node in cut if node >= n)
    return Shortage(
        unplaced=n - flow.optimal_flow(),
        interns=tuple(columns.interns[node].id for node in sorted(cut) if node < n),
        hosts=tuple(columns.hosts[host].id for host in hosts),
        places=int(room[hosts].sum()),
    )
