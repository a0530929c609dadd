"""The question: who wants to visit, who receives, and under which policy."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pydantic import model_validator
from pydantic_core import to_json

from innopraktik_match.domain.doors import through
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.policy import Aim, Policy, sealed
from innopraktik_match.domain.record import Record
from innopraktik_match.domain.tables import (
    Ban,
    Earlier,
    Host,
    Intern,
    Journey,
    Lock,
    PairPoints,
    PastVisit,
    Relation,
    Sector,
    Status,
)
from innopraktik_match.domain.when import MOST_DAYS, Slot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

    from innopraktik_match.domain.given import Frame, GivenPolicy

    Row = Mapping[str, Any]

__all__ = [
    "Ban",
    "Earlier",
    "Host",
    "Intern",
    "Journey",
    "Lock",
    "PairPoints",
    "PastVisit",
    "Relation",
    "Round",
    "Sector",
    "Status",
]


class Round(Record):
    """One round of Innovationspraktik: everything a plan depends on.

    Examples
    --------
    >>> import innopraktik_match as im
    >>> round = im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}])
    >>> round.slots
    (Slot(week=None, days=None),)
    """

    schema_version: Literal[1] = 1
    interns: tuple[Intern, ...] = ()
    hosts: tuple[Host, ...] = ()
    pairs: tuple[PairPoints, ...] = ()
    bans: tuple[Ban, ...] = ()
    history: tuple[PastVisit, ...] = ()
    locks: tuple[Lock, ...] = ()
    travel: tuple[Journey, ...] = ()
    before: tuple[Earlier, ...] = ()
    relations: tuple[Relation, ...] = ()
    policy: Policy = Policy()

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            schema_version: Literal[1] = 1,
            interns: Sequence[Intern | Row] = (),
            hosts: Sequence[Host | Row] = (),
            pairs: Sequence[PairPoints | Row] = (),
            bans: Sequence[Ban | Row] = (),
            history: Sequence[PastVisit | Row] = (),
            locks: Sequence[Lock | Row] = (),
            travel: Sequence[Journey | Row] = (),
            before: Sequence[Earlier | Row] = (),
            relations: Sequence[Relation | Row] = (),
            policy: Policy | Row = ...,
        ) -> None:
            """Take rows as records or as mappings of their fields, told to type checkers."""

    @model_validator(mode="before")
    @classmethod
    def _week_numbers(cls, data: Any) -> Any:
        """Bare week numbers, such as 37, belong to `policy.year`; a table that is null has no rows."""
        if not isinstance(data, dict):
            return data
        data = {name: value for name, value in data.items() if value is not None}
        policy = data.get("policy") or {}
        year = policy.get("year") if isinstance(policy, dict) else getattr(policy, "year", None)
        if not isinstance(year, int):
            return data

        def dated(week: object) -> object:
            if isinstance(week, int) and not isinstance(week, bool):
                return f"{year}-W{week:02d}"
            return week

        def row(given: Any) -> Any:
            if not isinstance(given, dict):
                return given
            if isinstance(given.get("weeks"), (list, tuple)):
                given = {**given, "weeks": tuple(dated(week) for week in given["weeks"])}
            if "week" in given:
                given = {**given, "week": dated(given["week"])}
            return given

        out = dict(data)
        for table in ("interns", "hosts", "locks", "before"):
            if isinstance(out.get(table), (list, tuple)):
                out[table] = tuple(row(given) for given in out[table])
        return out

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the JSON Schema of what is read: any table, and the policy, may be null."""
        told = handler.resolve_ref_schema(handler(schema))
        for name, field in told["properties"].items():
            if name != "schema_version":
                told["properties"][name] = {"anyOf": [field, {"type": "null"}]}
        return told

    @property
    def people(self) -> tuple[Intern | Host, ...]:
        """The interns, then the hosts."""
        return (*self.interns, *self.hosts)

    @cached_property
    def weeks(self) -> tuple[str, ...]:
        """The weeks of the round, in order: the policy's, or else all that anybody names."""
        if self.policy.weeks:
            return tuple(sorted(set(self.policy.weeks)))
        named = {week for person in self.people for week in person.weeks}
        return tuple(sorted(named | {lock.week for lock in self.locks if lock.week}))

    @property
    def year(self) -> int | None:
        """The year whose regions hold: the policy's, or else that of the first week; None is unknown."""
        return self.policy.year or next((int(week[:4]) for week in self.weeks), None)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """The lengths a visit may have, in working days: all that anybody accepts."""
        reach = self.policy.rules.duration.tolerance
        found = {lock.days for lock in self.locks if lock.days}
        for person in self.people:
            if person.days is not None:
                slack = reach if person.days.about else 0
                first, last = max(1, person.days.min - slack), person.days.max + slack
                found.update(range(first, min(MOST_DAYS, last) + 1))
        return tuple(sorted(found))

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every week with every length; one empty slot where the round gives neither."""
        return tuple(
            Slot.model_construct(week=week, days=days)
            for week in self.weeks or (None,)
            for days in self.lengths or (None,)
        )

    @property
    def aims(self) -> tuple[Aim, ...]:
        """The policy's aims in order; by default those that anybody in the round gives a reason for."""
        if self.policy.aims is not None:
            return self.policy.aims
        aims: list[Aim] = ["placed"]
        if self.before:
            aims.append("changes")
        if any(person.priority for person in self.interns):
            aims.append("priority")
        if any(person.visits > 1 for person in self.interns):
            aims.append("visits")
        return (*aims, "points")

    def _repr_html_(self) -> str:
        """Return the round as notebooks show it."""
        shown: str = through("round_html")(self)
        return shown

    def sha256(self) -> str:
        """Return the SHA-256 of the round's policy and rows, the same for any order of the rows."""
        digest = hashlib.sha256(sealed(self.policy))
        later = [table for table in ("travel", "before", "relations") if getattr(self, table)]
        for table in ("interns", "hosts", "pairs", "bans", "history", "locks", *later):
            rows = sorted(to_json(row) for row in getattr(self, table))
            digest.update(b"\n".join([table.encode(), *rows]))
        return digest.hexdigest()

    @classmethod
    def from_frames(
        cls,
        interns: Frame | None = None,
        hosts: Frame | None = None,
        *,
        policy: GivenPolicy = None,
        preset: str | None = None,
        **tables: Frame | None,
    ) -> Round:
        """Build a round from data frames; the parameters are those of `read_frames`.

        Returns
        -------
        Round

        Raises
        ------
        RoundError
            With every issue of the frames, each with its table and row.
        """
        round, issues = through("read_frames")(interns, hosts, policy=policy, preset=preset, **tables)
        if round is None:
            raise RoundError(issues)
        return cls.model_validate(round)
