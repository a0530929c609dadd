"""What a plan must keep and what it costs: aims in order, every rule's mode, limits and points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, get_args

from pydantic import Field, StrictFloat, StrictInt, WithJsonSchema, model_validator

from innopraktik_match.domain.municipalities import region_named, region_of
from innopraktik_match.domain.names import key
from innopraktik_match.domain.record import Record
from innopraktik_match.domain.when import FIRST_YEAR, LAST_YEAR, existing_week

if TYPE_CHECKING:
    from innopraktik_match.domain.tables import Host, Intern

Mode = Literal["off", "soft", "hard"]
Always = Literal["hard"]
Aim = Literal["placed", "priority", "visits", "points", "worst_off", "empty_hosts", "changes"]
MOST: frozenset[str] = frozenset({"placed", "priority", "visits"})  # the aims that are best when highest
Points = Annotated[StrictInt, Field(ge=0, le=10**9)]
Unlisted = Points | Literal["forbid"]
USUAL = "usual"
_WEEKS_OF_ROUND = {
    "description": 'Weeks as in a file: "2026-W37", 37 (of `year`), "uge 37-39"; one of them, or a list.',
    "anyOf": [
        {"type": ["string", "integer"]},
        {"type": "array", "items": {"type": ["string", "integer"]}},
    ],
}
_AIMS = {
    "anyOf": [
        {"type": "array", "minItems": 1, "items": {"enum": [*get_args(Aim), USUAL]}},
        {"enum": [USUAL, None]},
    ]
}


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
    listed nothing is open: the rule does not apply to them. `hard` is the same as
    `unlisted = "forbid"`: only listed pairs.
    """

    points: Annotated[tuple[Points, ...], Field(min_length=1)] = (0, 4, 8, 12)
    unlisted: Unlisted = 40

    def price(self, rank: int) -> int:
        """Return the points of wish number `rank`, counted from 1."""
        if rank <= len(self.points):
            return self.points[rank - 1]
        step = self.points[-1] - self.points[-2] if len(self.points) > 1 else 0
        return max(0, self.points[-1] + step * (rank - len(self.points)))


class GivenPairs(RuleSettings):
    """A coordinator's own points for named pairs; `hard` allows only listed pairs."""

    unlisted: Unlisted = 0


class Capacity(AlwaysHard):
    """None, or between the host's min and max interns in one visit.

    `limit` is the highest `max` a host may state. Raising it costs: with n possible interns a host
    has about n**limit / limit! possible visits, so 3 is fast, 4 slower, 6 only for small rounds.
    """

    limit: Annotated[StrictInt, Field(ge=1, le=6)] = 3


class QuotaLimit(Record):
    """At least `min`, at most `max` places in visits for a named group of interns or hosts."""

    of: Literal["interns", "hosts"] = "interns"
    field: Literal["sector", "region", "municipality", "workplace"]
    value: str
    min: Annotated[StrictInt, Field(ge=0, le=10**6)] | None = None
    max: Annotated[StrictInt, Field(ge=0, le=10**6)] | None = None

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if self.min is None and self.max is None:
            raise ValueError("a quota needs min or max")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        return self

    def meant(self, year: int | None) -> str:
        """Return the value as it is compared; a region as it is called in a year."""
        named = region_named(self.value, year) if self.field == "region" else None
        return key(named or self.value)

    def word(self, person: Intern | Host, year: int | None) -> str:
        """Return what somebody has in the field, as it is compared."""
        return key(region_of(person, year) if self.field == "region" else getattr(person, self.field) or "")


class Quota(Priced):
    """Limits for named groups; soft prices each place too few or too many."""

    mode: Mode = "hard"
    limits: Annotated[tuple[QuotaLimit, ...], Field(max_length=1000)] = ()


class OffOrHard(RuleSettings):
    """A rule that has no price."""

    mode: Literal["off", "hard"] = "hard"


class Rules(Record):
    """One field a rule, by its id; the defaults are the preset `standard`."""

    own_workplace: Priced = Priced(mode="hard", points=100)
    ban: AlwaysHard = AlwaysHard()
    dates: OffOrHard = OffOrHard()
    duration: Duration = Duration()
    travel: Travel = Travel()
    cross_sector: Priced = Priced(points=20)
    themes: Priced = Priced(points=10)
    intern_wishes: Wishes = Wishes()
    host_wishes: Wishes = Wishes(points=(0, 2, 4), unlisted=10)
    role: Priced = Priced(points=5)
    new_relations: Priced = Priced(points=15)
    pair_points: GivenPairs = GivenPairs()
    capacity: Capacity = Capacity()
    mixed_workplaces: Priced = Priced(mode="hard", points=20)
    mixed_sectors: Priced = Priced(points=5)
    together: OffOrHard = OffOrHard()
    intern_visits: AlwaysHard = AlwaysHard()
    host_visits: AlwaysHard = AlwaysHard()
    lock: AlwaysHard = AlwaysHard()
    placed: Priced = Priced(points=0)
    visits: Priced = Priced(points=0)
    priority: Priced = Priced(points=0)
    empty_hosts: Priced = Priced(points=10)
    worst_off: Priced = Priced(mode="off", points=1)
    quota: Quota = Quota()


_NEEDED = {"capacity", "intern_visits", "host_visits", "ban", "lock"}
_OFF: dict[str, Any] = {rule: {"mode": "off"} for rule in Rules.model_fields if rule not in _NEEDED}

PRESETS: dict[str, dict[str, Any]] = {
    "standard": {},
    "bare": {
        "aims": ["placed", "points"],
        "rules": {
            **_OFF,
            "dates": {"mode": "hard"},
            "duration": {"mode": "hard", "points_per_day": 0},
            "together": {"mode": "hard"},
        },
    },
}


class Policy(Record):
    """Aims in order, and every rule's mode, limits and points.

    Attributes
    ----------
    preset : str
        What is not said here is taken from the preset. `standard`: the points of `Rules`. `bare`:
        every rule off but those a plan cannot do without (capacity, intern_visits, host_visits,
        ban, lock; dates and duration where the round gives any, unpriced; together where anybody
        signed up as a group).
    year : int or None
        The year of bare week numbers, and of the regions (see `Round.year`).
    weeks : tuple of str
        The weeks of the round; empty means all that anybody names.
    aims : tuple of str or None
        In order, each solved within the ones before. None (in files also "usual"): placed, priority
        (where anybody has one), visits (where anybody wishes several), points. A last lottery among
        equals is always on.
    seed : int
        The lottery's seed: another seed draws other lots.
    rules : Rules
        One field a rule.
    """

    preset: Literal["standard", "bare"] = "standard"
    year: Annotated[StrictInt, Field(ge=FIRST_YEAR, le=LAST_YEAR)] | None = None
    weeks: Annotated[tuple[str, ...], WithJsonSchema(_WEEKS_OF_ROUND)] = ()
    aims: Annotated[Annotated[tuple[Aim, ...], Field(min_length=1)] | None, WithJsonSchema(_AIMS)] = None
    seed: Annotated[StrictInt, Field(ge=0)] = 0
    rules: Rules = Rules()

    @model_validator(mode="before")
    @classmethod
    def _from_preset(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        data = dict(data)
        if data.get("aims") in (USUAL, [USUAL], (USUAL,)):
            data["aims"] = None
        year, weeks = data.get("year"), data.get("weeks")
        if isinstance(year, int) and isinstance(weeks, (list, tuple)):
            data["weeks"] = [f"{year}-W{w:02d}" if isinstance(w, int) else w for w in weeks]
        name = data.get("preset", "standard")
        preset = PRESETS.get(name) if isinstance(name, str) else None
        if preset is None:
            return data
        rules = data.get("rules", {})
        if not isinstance(rules, dict):
            return {**preset, **data}
        return {**preset, **data, "rules": _filled(preset.get("rules", {}), rules)}

    @model_validator(mode="after")
    def _sensible_aims(self) -> Self:
        for week in self.weeks:
            existing_week(week)
        aims = self.aims or ()
        if len(set(aims)) < len(aims):
            raise ValueError("an aim is named twice")
        before = aims[: aims.index("points")] if "points" in aims else aims
        if aims and "placed" not in before and not self.rules.placed.hard:
            raise ValueError(
                'the aim "placed" must come before "points" (or rules.placed.mode be "hard"): '
                "otherwise the best plan places nobody"
            )
        return self


def _filled(preset: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Complete each given rule: first from the preset, then from the defaults of `Rules`."""
    filled: dict[str, Any] = {}
    for rule in {**preset, **given}:
        mine = given.get(rule, {})
        if rule not in Rules.model_fields or not isinstance(mine, dict):
            filled[rule] = mine
            continue
        default = Rules.model_fields[rule].default.model_dump()
        ours = preset.get(rule, {})
        if mine and "mode" not in mine:  # to give a rule a price is to switch it on
            ours = {key: value for key, value in ours.items() if key != "mode"}
        filled[rule] = {**default, **ours, **mine}
    return filled
