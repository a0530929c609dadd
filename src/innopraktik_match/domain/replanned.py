"""What a plan made from an earlier one rests on besides its round, and what it changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    StrictInt,
    model_serializer,
)

from innopraktik_match.domain.record import FrozenDict, Record, nothing, where_told
from innopraktik_match.domain.rulebook.settings import MostChanges
from innopraktik_match.domain.tables import Ban, Earlier, Host, Id, Intern, Lock
from innopraktik_match.domain.when import MOST_DAYS, Week

if TYPE_CHECKING:
    from innopraktik_match.domain.policy import Aim, Policy
    from innopraktik_match.domain.round import Round

Person = TypeVar("Person", Intern, Host)
Why = Literal["withdrawn", "host_withdrawn", "declined", "no_longer_possible", "new", "moved_for", "better"]


class Spot(Record):
    """Where and when somebody comes."""

    host: str
    week: Week | None = None
    days: Annotated[StrictInt, Field(ge=1, le=MOST_DAYS)] | None = None


class Changed(Record):
    """What is new for one intern, and why.

    Attributes
    ----------
    intern : str
    before, after : Spot or None
        In JSON "from" and "to"; None for no visit.
    why : str
        `withdrawn`, `host_withdrawn`: the intern, or the host, has gone. `declined`: one of them said no.
        `no_longer_possible`: the visit would break a hard rule. `new`: there was no visit.
        `moved_for`: somebody else needed the place. `better`: another reason; the aims gain.
    whom : str or None
        For whom the place was needed, or who of the group said no, or heard it; in JSON "for".
    """

    model_config = ConfigDict(populate_by_name=True)

    intern: str
    before: Annotated[Spot | None, Field(alias="from")] = None
    after: Annotated[Spot | None, Field(alias="to")] = None
    why: Why
    whom: Annotated[str | None, Field(alias="for")] = None

    @model_serializer
    def _by_alias(self) -> dict[str, Any]:
        spots = {"from": self.before, "to": self.after}
        told = {name: spot and spot.model_dump() for name, spot in spots.items()}
        return {"intern": self.intern, **told, "why": self.why, "for": self.whom}


class StepIn(Record):
    """A reserve, first in line for a place that somebody has left.

    Attributes
    ----------
    intern : str
        The reserve.
    host, week, days
        The place.
    whom : str
        Who has left it.
    used : bool
        Whether the reserve has the place now.
    worse : dict
        Where not: what the aims would reach with the reserve there, where that is something else; empty
        where there is no such plan.
    """

    intern: Id
    host: Id
    week: Week | None = None
    days: Annotated[StrictInt, Field(ge=1, le=MOST_DAYS)] | None = None
    whom: Id
    used: bool = True
    worse: Annotated[Mapping[str, int], AfterValidator(FrozenDict)] = nothing()


class Event(Record):
    """What has happened since the plan before.

    Attributes
    ----------
    what : str
        An answer (a status), `withdrawn` also of somebody who is no longer in the round, `host_withdrawn`,
        `signed_up` or `host_signed_up`.
    intern, host : str or None
    """

    what: Literal[
        "boss_ok",
        "host_ok",
        "agreed",
        "declined",
        "withdrawn",
        "host_withdrawn",
        "signed_up",
        "host_signed_up",
    ]
    intern: Id | None = None
    host: Id | None = None


class Replanned(Record):
    """What a plan was made from besides its round.

    Attributes
    ----------
    before : tuple of Earlier
        The plan before, those who have gone included.
    withdrawn : tuple of str
        Interns who have withdrawn.
    absent_interns, absent_hosts : tuple of str
        Whom an earlier plan names and the round does not have.
    bans : tuple of Ban
        Pairs of which one said no, now or in an earlier plan.
    locks : tuple of Lock
        Visits that had to stay, and reserves who step in though the lottery would have had it otherwise.
    limit : int or None
        How many of the others were to change at most, those included that break a hard rule now.
    stepped_in : tuple of StepIn
        Who was first in line for the places that were left.
    events : tuple of Event
        What has happened since the plan before.
    intern_names, host_names : dict
        What those of the plan before are called who are no longer in the round, by id, where it is known.
    """

    before: tuple[Earlier, ...] = ()
    withdrawn: tuple[Id, ...] = ()
    absent_interns: tuple[Id, ...] = ()
    absent_hosts: tuple[Id, ...] = ()
    bans: tuple[Ban, ...] = ()
    locks: tuple[Lock, ...] = ()
    limit: Annotated[StrictInt, Field(ge=0)] | None = None
    stepped_in: tuple[StepIn, ...] = ()
    events: tuple[Event, ...] = ()
    intern_names: Annotated[Mapping[str, str], AfterValidator(FrozenDict)] = nothing()
    host_names: Annotated[Mapping[str, str], AfterValidator(FrozenDict)] = nothing()

    @model_serializer(mode="wrap")
    def _where_told(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        told = ("stepped_in", "events", "intern_names", "host_names")
        return where_told(self, write(self), told)


def amended(round: Round, terms: Replanned | None) -> Round:
    """Return the round that a plan is for: its own where it was not made from an earlier plan.

    Whoever has withdrawn is left out everywhere; bans, locks and what was planned before are added. To amend
    a round twice changes nothing more.
    """
    if terms is None:
        return round
    gone = {*terms.withdrawn, *terms.absent_interns}
    interns = tuple(
        _without(one, set(terms.absent_hosts)) for one in round.interns if one.id not in terms.withdrawn
    )
    hosts = tuple(_without(host, gone) for host in round.hosts)
    there = {one.id for one in interns}, {host.id for host in hosts}
    locked = {(lock.intern, lock.host) for lock in round.locks}
    tables = {
        table: tuple(
            row
            for row in getattr(round, table)
            if row.intern not in gone and row.host not in terms.absent_hosts
        )
        for table in ("pairs", "bans", "history", "locks")
    }
    bans = (ban for ban in terms.bans if _both(ban, there) and ban not in round.bans)
    locks = (lock for lock in terms.locks if _both(lock, there) and (lock.intern, lock.host) not in locked)
    return round.model_copy(
        update={
            **tables,
            "interns": interns,
            "hosts": hosts,
            "bans": (*tables["bans"], *bans),
            "locks": (*tables["locks"], *locks),
            "before": tuple(one for one in terms.before if one.intern in there[0]),
            "policy": _policy(round, terms.limit),
        }
    )


def _both(row: Ban | Lock, there: tuple[set[str], set[str]]) -> bool:
    return row.intern in there[0] and row.host in there[1]


def _without(person: Person, gone: set[str]) -> Person:
    """Return somebody without wishes and refusals of those who have gone."""
    if gone.isdisjoint((*person.wishes, *person.rejects)):
        return person
    wishes = tuple(one for one in person.wishes if one not in gone)
    rejects = tuple(one for one in person.rejects if one not in gone)
    return person.model_copy(update={"wishes": wishes, "rejects": rejects})


def _policy(round: Round, limit: int | None) -> Policy:
    """Return the policy with the limit of changes, and `changes` among its aims unless it has it.

    After `placed`, as few as possible change; where so many may, they are used for every other aim.
    """
    policy, rules = round.policy, round.policy.rules
    aims: tuple[Aim, ...] | None = policy.aims
    if limit is not None:
        rules = rules.model_copy(update={"changes_limit": MostChanges(mode="hard", limit=limit)})
        if aims is None or "changes" not in aims:
            aims = (*(aim for aim in round.aims if aim != "changes"), "changes")
    elif aims is not None and "changes" not in aims:
        at = aims.index("placed") + 1 if "placed" in aims else 0
        aims = (*aims[:at], "changes", *aims[at:])
    return policy.model_copy(update={"aims": aims, "rules": rules})
