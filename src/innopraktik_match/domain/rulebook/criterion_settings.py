"""The settings of criteria about columns of your own that look at several people at once."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StrictFloat,
    StrictInt,
    ValidationInfo,
    field_validator,
    model_validator,
)

from innopraktik_match.domain.criteria import SCALE, number_in
from innopraktik_match.domain.own_rules import registered
from innopraktik_match.domain.record import Record
from innopraktik_match.domain.rulebook.settings import AtMost, Mode, Points, Priced, RuleSettings
from innopraktik_match.domain.when import Week

Column = Annotated[str, Field(min_length=1, max_length=500)]
HIGHEST = 10**9


def _written(value: object) -> object:
    """Return a number as it is written in a cell."""
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


class VisitMatch(Priced):
    """One criterion about a column of the interns who come together.

    Attributes
    ----------
    kind : str
        "alike": each two fit, by `how`; "mix": nobody has what another has; "not_alone": nobody is the only
        one of a kind; "spread": the highest number is at least `limit` above the lowest; "average": the
        average is at most `limit` from `value`.
    column : str
        A field by its name, or the header of a column of your own.
    how : str
        Of "alike": "equal" compares the whole cell, "share" the words of lists, "within" numbers or dates.
    limit : float
        Of "within", "spread" and "average": how far apart, in the unit of the column, days for dates.
    value : str or None
        Of "not_alone": only those with this value count. Of "average": the number or date to be near.
    """

    kind: Literal["alike", "mix", "not_alone", "spread", "average"]
    column: Column
    how: Literal["equal", "share", "within"] = "equal"
    limit: Annotated[StrictInt | StrictFloat, Field(ge=0, le=HIGHEST, allow_inf_nan=False)] = 0
    value: Annotated[Column | None, BeforeValidator(_written)] = Field(default=None, validate_default=True)

    @field_validator("value")
    @classmethod
    def _number(cls, value: str | None, told: ValidationInfo) -> str | None:
        if told.data.get("kind") == "average":
            number = number_in(value or "")
            if number is None or abs(number) > HIGHEST * SCALE:
                raise ValueError("the value of an average is a number or a date")
        return value


class Even(AtMost):
    """Places spread evenly over the hosts, group by group of those with the same word in a column.

    Attributes
    ----------
    column : str or None
        A field by its name, or the header of a column of your own; "id" makes each host a group.
    limit : int
        So many places for each host of a group are free. Soft, each place above them is charged, above one
        more for each host twice, and so on; hard, there are no more.
    """

    mode: Mode = "off"
    column: Column | None = None


class VisitMatches(RuleSettings):
    """Criteria about those who come together, each with a mode and points of its own."""

    mode: Literal["off", "soft"] = "off"
    criteria: Annotated[tuple[VisitMatch, ...], Field(max_length=20)] = ()


class WeekPrice(Record):
    """What a visit costs that begins in a week."""

    week: Week
    points: Points


class WeekPoints(RuleSettings):
    """Weeks that cost points, for each intern of a visit that begins in them."""

    mode: Literal["off", "soft"] = "off"
    weeks: Annotated[tuple[WeekPrice, ...], Field(max_length=60)] = ()

    @model_validator(mode="after")
    def _once_each(self) -> Self:
        if len({one.week for one in self.weeks}) < len(self.weeks):
            raise ValueError("a week is named twice")
        return self


def _of_level(level: str) -> AfterValidator:
    """Return what tells that nobody has registered a rule of that level."""

    def known(name: str) -> str:
        found = registered(name)
        if found is None or found.level != level:
            raise ValueError(f"no {level} rule is registered as {name!r}")
        return name

    return AfterValidator(known)


class OwnOption(Priced):
    """A rule about pairs that a developer has registered: points for each of its amount, or none at all."""

    rule: Annotated[str, _of_level("option")]


class OwnVisit(Priced):
    """The same about those who come together."""

    rule: Annotated[str, _of_level("visit")]


class OwnLimit(Record):
    """At most so many places for each word of a rule that a developer has registered."""

    rule: Annotated[str, _of_level("round")]
    limit: Annotated[StrictInt, Field(ge=0, le=10**6)] = 1


class OwnOptions(RuleSettings):
    """Rules of developers about pairs, each with a mode and points of its own."""

    mode: Literal["off", "soft"] = "off"
    criteria: Annotated[tuple[OwnOption, ...], Field(max_length=20)] = ()


class OwnVisits(RuleSettings):
    """Rules of developers about those who come together, each with a mode and points of its own."""

    mode: Literal["off", "soft"] = "off"
    criteria: Annotated[tuple[OwnVisit, ...], Field(max_length=20)] = ()


class OwnLimits(Priced):
    """Limits of developers' own; soft prices each place too many."""

    mode: Mode = "off"
    criteria: Annotated[tuple[OwnLimit, ...], Field(max_length=20)] = ()
