"""A question to a solved round: one thing that could be otherwise."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, StrictInt, model_validator

from innopraktik_match.domain.record import Record
from innopraktik_match.domain.rulebook import Rules
from innopraktik_match.domain.tables import Id
from innopraktik_match.domain.when import DaysWish, Week

ChangeKind = Literal[
    "pair_together",
    "pair_apart",
    "fix",
    "one_more_place",
    "one_place_fewer",
    "one_more_visit",
    "one_visit_fewer",
    "one_more_week",
    "days",
    "max_km",
    "without",
    "without_lock",
    "rule_mode",
]

_NEEDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "pair_together": (("intern", "host"),),
    "pair_apart": (("intern", "host"),),
    "fix": (("host", "interns"),),
    "one_more_place": (("host", "by"),),
    "one_place_fewer": (("host", "by"),),
    "one_more_visit": (("host", "by"),),
    "one_visit_fewer": (("host", "by"),),
    "one_more_week": (("intern", "week"), ("host", "week")),
    "days": (("intern", "days"), ("host", "days")),
    "max_km": (("intern", "to"), ("intern",)),
    "without": (("intern",), ("host",)),
    "without_lock": (("intern", "host"),),
    "rule_mode": (("rule", "mode"),),
}
"""Kind -> the fields that it needs; where there are several lists, one of them."""
_MAY: dict[str, tuple[str, ...]] = {"fix": ("week", "days")}
_STEPS = {"one_more_place": 1, "one_place_fewer": -1, "one_more_visit": 1, "one_visit_fewer": -1}


class Change(Record):
    """One change of a round, asked of a `Study`.

    Attributes
    ----------
    change : str
        The kind. `pair_together` and `pair_apart`: an intern and a host. `fix`: interns and a host, in the
        week and length where given. `one_more_place` and `one_place_fewer`: a host's `max`; `one_more_visit`
        and `one_visit_fewer`: its `visits`. `one_more_week` and `days`: of an intern or of a host. `max_km`:
        of an intern. `without`: an intern or a host is out, with all that names them; later wishes move up.
        `without_lock`: the lock of a pair is dropped. `rule_mode`: a rule becomes off, soft or hard.
    intern, host : str or None
        Ids.
    interns : tuple of str
        Ids, for `fix`.
    by : int or None
        How many places or visits more, or fewer where it is below 0; by itself 1 or -1.
    week : str or None
        ISO week.
    days : Days or None
        The new wish; for `fix` a single number.
    to : int or None
        Kilometres; None is no limit.
    rule, mode : str or None
        Rule id, and "off", "soft" or "hard".

    Examples
    --------
    >>> Change(change="one_more_place", host="v1").by
    1
    """

    change: ChangeKind
    intern: Id | None = None
    host: Id | None = None
    interns: tuple[Id, ...] = ()
    by: StrictInt | None = None
    week: Week | None = None
    days: DaysWish = None
    to: Annotated[StrictInt, Field(ge=0, le=10**6)] | None = None
    rule: str | None = None
    mode: Literal["off", "soft", "hard"] | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_step(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("by") is None and data.get("change") in _STEPS:
            return {**data, "by": _STEPS[data["change"]]}
        return data

    @model_validator(mode="after")
    def _complete(self) -> Self:
        given = {name for name, value in self if name != "change" and value not in (None, ())}
        asked = [set(fields) for fields in _NEEDS[self.change]]
        if not any(fields <= given <= fields | set(_MAY.get(self.change, ())) for fields in asked):
            needs = " or ".join(" and ".join(fields) for fields in _NEEDS[self.change])
            raise ValueError(f"{self.change} takes {needs}")
        if self.change in _STEPS and self.by is not None and self.by * _STEPS[self.change] <= 0:
            raise ValueError(f"by is {self.by}, which is not {self.change}")
        if self.change == "fix" and self.days is not None and self.days.min != self.days.max:
            raise ValueError("a visit that is fixed has one length")
        if self.rule is not None and self.rule not in Rules.model_fields:
            raise ValueError(f"there is no rule {self.rule}")
        return self
