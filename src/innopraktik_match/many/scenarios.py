"""Scenarios: every combination of a policy, a capacity, who takes part, and a draw of the lottery."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, StrictInt, model_validator

from innopraktik_match.domain.change import Change
from innopraktik_match.domain.record import Record
from innopraktik_match.explaining.changed import changed_round

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.round import Host, Intern, Round

MOST_DRAWS = 10_000
MOST_ARRIVING = 100_000
SEEDS = 2**31
OWN: dict[str, Any] = {"name": None, "email": None, "group": None, "note": None, "extra": {}}
"""What somebody who arrives does not share with the one who was drawn."""


class Capacity(Record):
    """Other places than the hosts gave.

    Attributes
    ----------
    places, visits : int
        How many more every host takes at once, and how many more visits it takes; below 0 fewer. A host
        keeps one of each, and takes no more at once than `rules.capacity.limit`.
    changes : tuple of Change
        For single hosts and interns, in order.
    """

    places: StrictInt = 0
    visits: StrictInt = 0
    changes: tuple[Change, ...] = ()


class People(Record):
    """Others than signed up.

    Attributes
    ----------
    leave : int
        How many interns leave, drawn by lot; others with each draw.
    without : tuple of str
        Ids of interns and hosts that leave.
    arrive : int
        How many interns arrive, each with the wishes and limits of one drawn by lot.
    """

    leave: Annotated[StrictInt, Field(ge=0)] = 0
    without: tuple[str, ...] = ()
    arrive: Annotated[StrictInt, Field(ge=0, le=MOST_ARRIVING)] = 0


class Sweep(Record):
    """What a file of scenarios says.

    Attributes
    ----------
    policies : dict
        Name -> keys as in policy.toml, over those of the round.
    capacities, people : dict
        Name -> what is otherwise.
    draws : int
        How many times each combination is solved, with another lottery.
    """

    policies: Mapping[str, Mapping[str, Any]] = Field(default={"as_given": {}})
    capacities: Mapping[str, Capacity] = Field(default={"as_given": Capacity()})
    people: Mapping[str, People] = Field(default={"as_given": People()})
    draws: Annotated[StrictInt, Field(ge=1, le=MOST_DRAWS)] = 1

    @model_validator(mode="before")
    @classmethod
    def _as_given_where_empty(cls, data: Any) -> Any:
        return (
            {name: value for name, value in data.items() if value != {}} if isinstance(data, dict) else data
        )


@dataclass(frozen=True)
class Scenario:
    """One combination.

    Attributes
    ----------
    policy, capacity, people : str
        Names of its parts.
    draw : int
        From 1.
    id : str
        A hash of what the parts say, and of the round: the same scenario has the same everywhere.
    """

    policy: str
    capacity: str
    people: str
    draw: int
    id: str

    @property
    def seed(self) -> int:
        """The seed of its lottery: decided by what the scenario says, never by who solves it."""
        return int(self.id, 16) % SEEDS


def scenarios_of(sweep: Sweep, rounds: Mapping[str, Round]) -> Iterator[Scenario]:
    """Yield the scenarios in the order of the file.

    Parameters
    ----------
    sweep : Sweep
    rounds : dict
        The round under each policy.
    """
    given = {name: round.sha256() for name, round in rounds.items()}
    draws = range(1, sweep.draws + 1)
    for policy, capacity, people, draw in product(sweep.policies, sweep.capacities, sweep.people, draws):
        said = (sweep.capacities[capacity].model_dump_json(), sweep.people[people].model_dump_json())
        yield Scenario(policy, capacity, people, draw, _hash(given[policy], *said, draw))


def round_of(scenario: Scenario, sweep: Sweep, rounds: Mapping[str, Round]) -> Round:
    """Return the round of a scenario.

    Raises
    ------
    RoundError
        Somebody who is named is not of the round.
    ValidationError
        A number would be one that no host can have.
    """
    capacity, people = sweep.capacities[scenario.capacity], sweep.people[scenario.people]
    # the same people leave and arrive under each policy and capacity, so that these can be compared
    lots = random.Random(_hash(people.model_dump_json(), scenario.draw))
    round = rounds[scenario.policy]
    policy = round.policy.model_copy(update={"seed": scenario.seed})
    limit = round.policy.rules.capacity.limit
    hosts = tuple(_with_capacity(host, capacity, limit) for host in round.hosts)
    round = round.model_copy(update={"policy": policy, "hosts": hosts})
    for change in capacity.changes:
        round = changed_round(round, change)
    for identity in people.without:
        round = _without(round, identity)
    staying = sorted(one.id for one in round.interns)
    for identity in lots.sample(staying, min(people.leave, len(staying))):
        round = _without(round, identity)
    return _with_arriving(round, people.arrive, lots)


def _with_capacity(host: Host, capacity: Capacity, limit: int) -> Host:
    most = max(1, min(host.max + capacity.places, max(host.max, limit)))
    visits = max(1, host.visits + capacity.visits)
    return host.model_copy(update={"max": most, "min": min(host.min, most), "visits": visits})


def _without(round: Round, identity: str) -> Round:
    """Return the round without somebody; the intern, where an intern and a host have one id."""
    hosts = {one.id for one in round.hosts} - {one.id for one in round.interns}
    side = "host" if identity in hosts else "intern"
    return changed_round(round, Change.model_validate({"change": "without", side: identity}))


def _with_arriving(round: Round, count: int, lots: random.Random) -> Round:
    if not count or not round.interns:
        return round
    taken = {one.id for one in round.interns}
    models = sorted(round.interns, key=lambda one: one.id)
    new: list[Intern] = []
    for number in range(1, count + 1):
        model = lots.choice(models)
        identity = next(name for name in _names(model.id, number) if name not in taken)
        taken.add(identity)
        new.append(model.model_copy(update={"id": identity, **OWN}))
    return round.model_copy(update={"interns": (*round.interns, *new)})


def _names(identity: str, number: int) -> Iterator[str]:
    name = f"{identity}+{number}"
    while True:
        yield name
        name += "+"


def _hash(*said: object) -> str:
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]
