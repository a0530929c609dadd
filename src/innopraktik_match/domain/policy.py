"""What a plan must keep and what it costs: aims in order, every rule's mode, limits and points."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, get_args

from pydantic import Field, StrictInt, WithJsonSchema, model_validator

from innopraktik_match.domain.own_criteria import CRITERIA_SCHEMA, with_criteria
from innopraktik_match.domain.presets import PRESETS, Preset
from innopraktik_match.domain.record import Record
from innopraktik_match.domain.rulebook import RULEBOOK, Rules
from innopraktik_match.domain.when import FIRST_YEAR, LAST_YEAR, existing_week

Aim = Literal["placed", "priority", "visits", "points", "worst_off", "empty_hosts", "changes"]
MOST: frozenset[str] = frozenset({"placed", "priority", "visits"})  # the aims that are best when highest
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


class Policy(Record):
    """Aims in order, and every rule's mode, limits and points.

    Attributes
    ----------
    preset : str
        What is not said here is taken from the preset (domain/presets.py). `standard`: the points of
        `Rules`. `bare`: every rule off but those a plan cannot do without (capacity, intern_visits,
        host_visits, ban, lock; dates and duration where the round gives any, unpriced; together where
        anybody signed up as a group).
    year : int or None
        The year of bare week numbers, and of the regions (see `Round.year`).
    weeks : tuple of str
        The weeks of the round; empty means all that anybody names.
    aims : tuple of str or None
        In order, each solved within the ones before. None (in files also "usual"): placed, changes
        (where the round carries an earlier plan), priority (where anybody has one), visits (where anybody
        wishes several), points. A last lottery among equals is always on.
    seed : int
        The lottery's seed: another seed draws other lots.
    carry : tuple of str or None
        Headers of the columns that the tool does not know and that come out beside the plan, "note" among
        them; None: all of short words, without consent and free text. It changes nothing in a plan.
    first_come : str or None
        The column of interns that says when they signed up: where files are read, whoever has no priority
        gets as much as others signed up later. It changes nothing but that.
    rules : Rules
        One field a rule.
    criteria : tuple
        Only to write them: criteria about columns of your own become settings of the rule that reads them,
        here `rules.match`.
    """

    preset: Preset = "standard"
    year: Annotated[StrictInt, Field(ge=FIRST_YEAR, le=LAST_YEAR)] | None = None
    weeks: Annotated[tuple[str, ...], WithJsonSchema(_WEEKS_OF_ROUND)] = ()
    aims: Annotated[Annotated[tuple[Aim, ...], Field(min_length=1)] | None, WithJsonSchema(_AIMS)] = None
    seed: Annotated[StrictInt, Field(ge=0)] = 0
    carry: tuple[str, ...] | None = None
    first_come: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    rules: Rules = Rules()
    criteria: Annotated[tuple[()], WithJsonSchema(CRITERIA_SCHEMA)] = Field(default=(), exclude=True)

    @model_validator(mode="before")
    @classmethod
    def _from_preset(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        data = with_criteria(dict(data))
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


def cost_of(aim: str, value: int) -> int:
    """Return the value of an aim as a cost: the lower, the better.

    Examples
    --------
    >>> cost_of("placed", 72), cost_of("points", 40)
    (-72, 40)
    """
    return -value if aim in MOST else value


def sealed(policy: Policy) -> bytes:
    """Return what of a policy counts in the fingerprint of a round.

    What came later counts where it is not as in the preset: plans sealed before it still belong to their
    rounds.
    """
    preset = Policy.model_validate({"preset": policy.preset}).rules
    unset: dict[str, Any] = {}
    for rule, entry in RULEBOOK.items():
        mine, usual = getattr(policy.rules, rule), getattr(preset, rule)
        if entry.later and mine == usual:
            unset[rule] = True
        else:
            unset[rule] = {name for name in entry.later_fields if getattr(mine, name) == getattr(usual, name)}
    return policy.model_dump_json(exclude={"carry": True, "first_come": True, "rules": unset}).encode()


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
