"""The settings of rules: off, soft or hard, limits and points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, StrictFloat, StrictInt, field_validator, model_validator

from innopraktik_match.domain.criteria import value_of
from innopraktik_match.domain.municipalities import region_named, region_of
from innopraktik_match.domain.names import key
from innopraktik_match.domain.record import Record

if TYPE_CHECKING:
    from innopraktik_match.domain.tables import Host, Intern

Mode = Literal["off", "soft", "hard"]
Always = Literal["hard"]
Points = Annotated[StrictInt, Field(ge=0, le=10**9)]
Unlisted = Points | Literal["forbid"]
TOLD = ("boss_ok", "host_ok", "agreed")
MOST_TOGETHER = 6


class RuleSettings(Record):
    """Off, soft (priced) or hard (a limit that no plan breaks; priced inside the limit)."""

    mode: Mode = "soft"

    @property
    def on(self) -> bool:
        """Whether the rule speaks at all."""
        return self.mode != "off"

    @property
    def hard(self) -> bool:
        """Whether the rule forbids."""
        return self.mode == "hard"


class AlwaysHard(RuleSettings):
    """A rule no plan can do without."""

    mode: Always = "hard"


class Priced(RuleSettings):
    """A rule with one price for each breach."""

    points: Points = 10


class Fading(Priced):
    """One price for what has been before, less by each year since.

    Attributes
    ----------
    years : int or "always"
        So many years count, the latest in full and each one before it by a share less; "always" never fades.
    """

    years: Annotated[StrictInt, Field(ge=1, le=100)] | Literal["always"] = "always"


class Duration(RuleSettings):
    """Length of the visit; a single number is a wish with a tolerance, in days."""

    mode: Mode = "hard"
    tolerance: Annotated[StrictInt, Field(ge=0, le=9)] = 1
    points_per_day: Points = 3


class Travel(RuleSettings):
    """Distance between the seats of the two municipalities; `hard` keeps everyone's max_km."""

    mode: Mode = "hard"
    points_per_km: Annotated[StrictFloat, Field(ge=0, le=10**6, allow_inf_nan=False)] = 0.1


class Wishes(RuleSettings):
    """Prices of the first, second, ... wish, and of a pair that is not listed.

    Past the end of `points` the last step goes on: [0, 4, 8] makes the fourth wish 12. Whoever
    listed nothing is open: nothing is forbidden, and each visit costs `no_wishes`; with `no_wishes =
    "forbid"` they meet nobody. `hard` is the same as `unlisted = "forbid"`: only listed pairs.
    """

    points: Annotated[tuple[Points, ...], Field(min_length=1)] = (0, 4, 8, 12)
    unlisted: Unlisted = 40
    no_wishes: Unlisted = 0

    def price(self, rank: int) -> int:
        """Return the points of wish number `rank`, counted from 1."""
        if rank <= len(self.points):
            return self.points[rank - 1]
        step = self.points[-1] - self.points[-2] if len(self.points) > 1 else 0
        return max(0, self.points[-1] + step * (rank - len(self.points)))


class GivenPairs(RuleSettings):
    """A coordinator's own points for named pairs; `hard` allows only listed pairs."""

    unlisted: Unlisted = 0


class Match(Priced):
    """One criterion about two columns, of the intern and of the host.

    Attributes
    ----------
    intern, host : str
        The columns: a field by its name, or the header of a column of your own.
    how : str
        "equal" and "differ" compare the whole cell; "share": a word of a list in common; "within": numbers or
        dates at most `limit` apart; "at_least" and "at_most": the intern's number against the host's.
    mode : {"off", "soft", "hard"}
    points : int
        Of a pair that does not fit. A blank cell, or one that is no number where one is needed, fits all.
    limit : float
        Of "within": how far apart, in the unit of the column, days for dates.
    """

    intern: Annotated[str, Field(min_length=1, max_length=500)]
    host: Annotated[str, Field(min_length=1, max_length=500)]
    how: Literal["equal", "differ", "share", "within", "at_least", "at_most"] = "equal"
    limit: Annotated[StrictInt | StrictFloat, Field(ge=0, le=10**9, allow_inf_nan=False)] = 0


class Matches(RuleSettings):
    """Criteria about columns of intern and host, each with a mode and points of its own."""

    mode: Literal["off", "soft"] = "off"
    criteria: Annotated[tuple[Match, ...], Field(max_length=20)] = ()


class Locks(AlwaysHard):
    """Agreed visits stay.

    Attributes
    ----------
    breaking : {"refuse", "accept"}
        What becomes of a lock that another hard rule forbids: the round is refused, or the lock is the
        coordinator's decision. Then that rule gives way to it, which is told wherever the plan is. Week and
        length give way where the lock names them, and a lock of status proposed decides nothing.
    """

    breaking: Literal["refuse", "accept"] = "refuse"


class MixedColumn(Priced):
    """One price for each who repeats what stands in a column: a field by its name, or one of your own."""

    mode: Mode = "off"
    column: Annotated[str, Field(min_length=1, max_length=500)] | None = None


class Capacity(AlwaysHard):
    """None, or between the host's min and max interns in one visit.

    `limit` is the highest `max` a host may state. Raising it costs: with n possible interns a host
    has about n**limit / limit! possible visits, so 3 is fast, 4 slower, 6 only for small rounds.
    """

    limit: Annotated[StrictInt, Field(ge=1, le=MOST_TOGETHER)] = 3


class QuotaLimit(Record):
    """At least `min`, at most `max` places in visits for those with a value in a column.

    The column is a field by its name, or the header of a column of your own: of the interns, or of the hosts.
    Of "visits" it is the host's too, and visits are counted in place of those who come.
    """

    of: Literal["interns", "hosts", "visits"] = "interns"
    field: Annotated[str, Field(min_length=1, max_length=500)]
    value: str
    min: Annotated[StrictInt, Field(ge=0, le=10**6)] | None = None
    max: Annotated[StrictInt, Field(ge=0, le=10**6)] | None = None

    @field_validator("field")
    @classmethod
    def _region_as_others_write_it(cls, field: str) -> str:
        return "region" if key(field) == "region" else field

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if self.min is None and self.max is None:
            raise ValueError("a quota needs min or max")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        return self

    @property
    def side(self) -> Literal["interns", "hosts"]:
        """The table that has the column."""
        return "interns" if self.of == "interns" else "hosts"

    def meant(self, year: int | None) -> str:
        """Return the value as it is compared; a region as it is called in a year."""
        named = region_named(self.value, year) if self.field == "region" else None
        return key(named or self.value)

    def word(self, person: Intern | Host, year: int | None) -> str:
        """Return what somebody has in the field, as it is compared."""
        return word_of(person, self.field, year)


def word_of(person: Intern | Host, column: str, year: int | None) -> str:
    """Return what somebody has in a column, as it is compared; a region as it is called in a year."""
    return key(region_of(person, year) if key(column) == "region" else value_of(person, column))


class Quota(Priced):
    """Limits for named groups; soft prices each place too few or too many."""

    mode: Mode = "hard"
    limits: Annotated[tuple[QuotaLimit, ...], Field(max_length=1000)] = ()


class AtMost(Priced):
    """So many and no more; soft prices each one too many."""

    limit: Annotated[StrictInt, Field(ge=1, le=10**6)] = 1


class OffOrHard(RuleSettings):
    """A rule that has no price."""

    mode: Literal["off", "hard"] = "hard"


class MostChanges(OffOrHard):
    """So many of the visits planned before may change."""

    mode: Literal["off", "hard"] = "off"
    limit: Annotated[StrictInt, Field(ge=0, le=10**6)] = 0


class Changes(Priced):
    """How much it counts that a visit planned before changes.

    Attributes
    ----------
    moved : int
        Another host, or none.
    moved_told : int
        The same where the boss or the host has said yes: people have been told.
    rescheduled : int
        The same host in another week or for another length.
    locked : tuple of str
        Visits of these statuses stay, whatever it costs, when a plan is made from an earlier one.
    """

    moved: Annotated[StrictInt, Field(ge=0, le=1000)] = 2
    moved_told: Annotated[StrictInt, Field(ge=0, le=1000)] = 3
    rescheduled: Annotated[StrictInt, Field(ge=0, le=1000)] = 1
    locked: tuple[Literal["boss_ok", "host_ok", "agreed"], ...] = ("agreed",)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.rescheduled > min(self.moved, self.moved_told):
            raise ValueError("another host cannot count less than another week: lower rescheduled")
        return self

    def weight(self, status: str) -> int:
        """Return what it counts that a visit with a status goes to another host."""
        return self.moved_told if status in TOLD else self.moved
