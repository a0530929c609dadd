"""The rows of a round's tables: people, pairs, agreements and journeys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, StrictInt, WithJsonSchema, model_validator

from innopraktik_match.domain.record import FrozenDict, Record, nothing
from innopraktik_match.domain.when import MOST_DAYS, DaysWish, Week, Weeks

Sector = Literal["municipality", "region", "state", "private", "civil", "other"]
Status = Literal["proposed", "boss_ok", "host_ok", "agreed", "declined", "withdrawn"]
_ID = {
    "description": "1 to 200 characters; white space around them does not count.",
    "type": "string",
    "pattern": r"^\s*\S[\s\S]{0,199}\s*$",
}
Id = Annotated[str, Field(min_length=1, max_length=200), WithJsonSchema(_ID)]
Names = tuple[str, ...]
Extra = Annotated[Mapping[str, str], AfterValidator(FrozenDict)]
Count = Annotated[StrictInt, Field(ge=1, le=1000)]
_MOST = {
    "description": "Follows min where it is left out, or null.",
    "anyOf": [{"type": "integer", "minimum": 1, "maximum": 1000}, {"type": "null"}],
}
VisitCount = Annotated[StrictInt, Field(ge=1, le=100_000)]
GivenPoints = Annotated[StrictInt, Field(ge=0, le=10**12)]


class Intern(Record):
    """Somebody who wishes to visit another workplace. Blank means unknown, open or the default.

    Attributes
    ----------
    id : str
        Unique among the interns.
    name, email, role, note : str or None
        Carried through; `role` is compared with `Host.roles`.
    workplace, sector, municipality, region : str or None
        Where the intern works; rules about a blank one do not apply.
    themes : tuple of str
        What the intern wants to learn about.
    days : Days or None
        Wished length, working days; None accepts every length.
    weeks : tuple of str
        Weeks in which a visit may begin, "2026-W37"; empty means every week of the round.
    wishes, rejects : tuple of str
        Host ids: the wished ones, first wish first; the ones never to visit.
    max_km : int or None
        Longest way to the host, road kilometres by estimate (docs/model.md).
    visits : int
        How many visits the intern wishes at most, each to another host and never overlapping.
    group : str or None
        Interns with the same word travel together, as one unit of their number.
    priority : int
        Above 0: turned away before; higher comes first.
    extra : dict
        Columns that the tool does not know, carried through to the plan.
    """

    id: Id
    name: str | None = None
    email: str | None = None
    workplace: str | None = None
    sector: Sector | None = None
    municipality: str | None = None
    region: str | None = None
    role: str | None = None
    themes: Names = ()
    days: DaysWish = None
    weeks: Weeks = ()
    wishes: Names = ()
    rejects: Names = ()
    max_km: Annotated[StrictInt, Field(ge=0, le=10**6)] | None = None
    visits: VisitCount = 1
    group: str | None = None
    priority: Annotated[StrictInt, Field(ge=0, le=10**6)] = 0
    note: str | None = None
    extra: Extra = nothing()


class Host(Record):
    """A workplace that receives interns. Blank means unknown, open or the default.

    Attributes
    ----------
    id : str
        Unique among the hosts (an intern may have the same id).
    name, contact, email, note : str or None
        Carried through.
    workplace, sector, municipality, region : str or None
        What the host is and where; rules about a blank one do not apply.
    themes : tuple of str
        What can be learnt there.
    min, max : int
        Interns in one visit: none, or from `min` to `max`. `max` defaults to `min`.
    days : Days or None
        Accepted length, working days.
    weeks : tuple of str
        Weeks in which a visit may begin; empty means every week of the round.
    visits : int
        Visits offered at most; in different weeks where the round has weeks.
    wishes, rejects : tuple of str
        Intern ids: the wished ones, first wish first; the refused ones.
    roles : tuple of str
        Wanted roles; empty welcomes all.
    extra : dict
        Columns that the tool does not know, carried through to the plan.
    """

    id: Id
    name: str | None = None
    contact: str | None = None
    email: str | None = None
    workplace: str | None = None
    sector: Sector | None = None
    municipality: str | None = None
    region: str | None = None
    themes: Names = ()
    min: Count = 1
    max: Annotated[Count, WithJsonSchema(_MOST)] = 1
    days: DaysWish = None
    weeks: Weeks = ()
    visits: VisitCount = 1
    wishes: Names = ()
    rejects: Names = ()
    roles: Names = ()
    note: str | None = None
    extra: Extra = nothing()

    @model_validator(mode="before")
    @classmethod
    def _max_follows_min(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("max") is None:
            least = data.get("min")
            return {**data, "max": 1 if least is None else least}
        return data

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        return self


class PairPoints(Record):
    """A coordinator's own points for one pair; lower is better."""

    intern: Id
    host: Id
    points: GivenPoints


class Ban(Record):
    """A pair that must not meet: conflict of interest, or a refusal."""

    intern: Id
    host: Id
    reason: str | None = None


class PastVisit(Record):
    """An earlier visit, to a host of this round or to a workplace by name."""

    intern: Id
    host: Id | None = None
    workplace: str | None = None
    year: StrictInt | None = None

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if self.host is None and self.workplace is None:
            raise ValueError("a past visit needs a host or a workplace")
        return self


class Relation(Record):
    """Two workplaces that an earlier round brought together; it names nobody.

    Attributes
    ----------
    workplace, sector : str or None
        Of the intern.
    host_workplace, host_sector : str or None
        Of the host.
    year : int or None
        None counts as the year before this round.
    """

    workplace: str | None = None
    sector: Sector | None = None
    host_workplace: str | None = None
    host_sector: Sector | None = None
    year: StrictInt | None = None

    @model_validator(mode="after")
    def _between_two(self) -> Self:
        both = (self.workplace and self.host_workplace) or (self.sector and self.host_sector)
        if not both:
            raise ValueError("a relation needs two workplaces or two sectors")
        return self


class Lock(Record):
    """An agreed visit that stays: the pair meets, in the week and length where given."""

    intern: Id
    host: Id
    week: Week | None = None
    days: Annotated[StrictInt, Field(ge=1, le=MOST_DAYS)] | None = None
    status: Literal["proposed", "boss_ok", "host_ok", "agreed"] = "agreed"


class Earlier(Record):
    """A visit of one intern as it was planned before; a blank week or length agrees with any."""

    intern: Id
    host: Id
    week: Week | None = None
    days: Annotated[StrictInt, Field(ge=1, le=MOST_DAYS)] | None = None
    status: Status = "proposed"

    def agrees(self, week: str | None, days: int | None) -> bool:
        """Whether a visit in that week and of that length is as planned; None where the round has none."""
        same_week = self.week is None or week in (None, self.week)
        return same_week and (self.days is None or days in (None, self.days))


class Journey(Record):
    """How far it is from one place to another, where the distance between the seats is not the truth.

    Attributes
    ----------
    origin, destination : str
        Municipalities, or other places that stand in the column municipality.
    km, minutes : int or None
        One of them; `km` wins. A minute counts as a kilometre: 60 km/h.
    """

    origin: Id
    destination: Id
    km: Annotated[StrictInt, Field(ge=0, le=1000)] | None = None
    minutes: Annotated[StrictInt, Field(ge=0, le=1000)] | None = None

    @model_validator(mode="after")
    def _measured(self) -> Self:
        if self.km is None and self.minutes is None:
            raise ValueError("a journey needs kilometres or minutes")
        return self

    @property
    def distance(self) -> int:
        """Kilometres, or minutes in their stead."""
        return self.km if self.km is not None else self.minutes or 0
