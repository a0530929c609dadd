"""Hypothesis strategies: tiny rounds with every rule in play, and plans that may break them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any, NamedTuple, get_args

from hypothesis import strategies as st

from innopraktik_match.domain.municipalities import place_key
from innopraktik_match.domain.plan import Visit
from innopraktik_match.domain.round import Round, Status
from innopraktik_match.domain.rulebook import Rules
from innopraktik_match.domain.rulebook.criterion_settings import Even
from innopraktik_match.domain.rulebook.settings import RuleSettings, Wishes
from tests.drawn_criteria import criterion_of, week_prices

Draw = st.SearchStrategy
Data = dict[str, Any]
Ids = tuple[str, ...]

WEEKS = ("2026-W37", "2026-W38")
COUNTED = ("interns", "hosts", "visits")
DAYS = (None, 2, 3, "2-3", "3-5", 8)
AIMS = (
    None,
    ["placed", "points"],
    ["placed", "worst_off", "points"],
    ["placed", "empty_hosts", "priority"],
    ["placed", "changes", "points"],
)


@st.composite
def some(draw: st.DrawFn, items: Sequence[Any], most: int) -> list[Any]:
    """Draw up to `most` of the items, each number of them as often."""
    count = draw(st.integers(0, min(most, len(items))))
    if not count:
        return []
    return draw(st.lists(st.sampled_from(items), unique=True, min_size=count, max_size=count))


@st.composite
def row(draw: st.DrawFn, fields: dict[str, Draw[Any]]) -> Data:
    """Draw a value for each field."""
    return {name: draw(values) for name, values in fields.items()}


@st.composite
def quota(draw: st.DrawFn, field: str, words: Ids, least: Draw[int | None], most: Draw[int]) -> Data:
    """Draw a limit for those with a word in a field: at least, at most, or between."""
    named = {"field": field, "value": draw(st.sampled_from(words)), "of": draw(st.sampled_from(COUNTED))}
    low, high = draw(least), draw(most)
    if low is None or low > high:
        return {**named, "max": high} if draw(st.booleans()) else {**named, "min": high}
    return {**named, "min": low, "max": high}


EXTRAS = ({}, {}, {"x": "a; B"}, {"x": "b"}, {"x": "2,5", "y": "1"}, {"y": "07-09-2026"}, {"x": "2026-09-08"})
PAST_YEARS = st.sampled_from([None, 2021, 2024, 2025])
SECTOR_QUOTA = quota("sector", ("municipality", "state"), st.sampled_from([None, 0, 1]), st.integers(1, 2))
OWN_QUOTA = quota("X", ("b", "2,5"), st.sampled_from([None, 0, 1]), st.integers(1, 2))


class Reach(NamedTuple):
    """How far the values of a round reach: tame here, into every corner in `wide_rounds`.

    `alike` names the tables whose rows differ in nothing but the id.
    """

    modes: tuple[str, ...] = ("off", "off", *["soft"] * 6, "hard")
    points: Draw[int] = st.integers(0, 6)
    ranks: int = 3
    unlisted: Draw[int | str] = st.sampled_from([0, 1, 2, 5, 6, "forbid"])
    points_per_km: Draw[float] = st.just(0.05)
    tolerance: Draw[int] = st.integers(0, 1)
    limit: int = 3
    quotas: Draw[list[Data]] = st.lists(SECTOR_QUOTA | OWN_QUOTA, max_size=2)
    sectors: tuple[str | None, ...] = ("municipality", "state", "region", None)
    workplaces: tuple[str | None, ...] = ("A", "B", "C", None)
    regions: tuple[str | None, ...] = (None,)
    called: tuple[str | None, ...] = (None, "Ane", "Bo", "Cai")
    emails: tuple[str | None, ...] = (None, "ane@a.example", "bo@b.example")
    towns: tuple[str, ...] = ("Aarhus", "Odense", "København")
    abroad: tuple[str, ...] = ()
    km: Draw[int] = st.integers(0, 300)
    max_km: Draw[int | None] = st.sampled_from([None, None, 150])
    themes: tuple[tuple[str, ...], ...] = ((), ("x",), ("y",), ("x", "y"))
    weeks: tuple[str, ...] = WEEKS
    days: Draw[Any] = st.sampled_from(DAYS)
    wishes: int = 2
    visits: tuple[int, ...] = (1, 1, 1, 2)
    groups: tuple[str | None, ...] = (None, None, "g")
    priority: Draw[int] = st.sampled_from([0, 0, 1, 3])
    host_visits: tuple[int, ...] = (1, 1, 1, 2)
    pairs: int = 4
    pair_points: Draw[int] = st.integers(0, 5)
    past: Draw[Data] = row({"year": PAST_YEARS})
    relations: int = 3
    lock: Draw[Data] = st.fixed_dictionaries({"status": st.sampled_from(["agreed", "agreed", "proposed"])})
    locks: int = 1
    before: Draw[Data] = st.fixed_dictionaries({"status": st.sampled_from(get_args(Status))})
    alike: tuple[str, ...] = ()


def rules(reach: Reach) -> Draw[Data]:
    """Draw the settings of every rule."""
    return row(
        {name: settings_of(reach, name, field.annotation) for name, field in Rules.model_fields.items()}
    )


def settings_of(reach: Reach, name: str, rule: type[RuleSettings]) -> Draw[Data]:
    """Draw the settings of a rule."""
    allowed = get_args(rule.model_fields["mode"].annotation)
    if name == "worst_off":
        allowed = ("off", "soft")  # it has no limit to be hard about
    modes = [mode for mode in reach.modes if mode in allowed] if "soft" in allowed else allowed
    prices = st.lists(reach.points, min_size=1, max_size=reach.ranks)
    drawn = {
        "mode": st.sampled_from(modes),
        "points": prices if rule is Wishes else reach.points,
        "points_per_day": reach.points,
        "points_per_km": reach.points_per_km,
        "unlisted": reach.unlisted,
        "tolerance": reach.tolerance,
        "limit": st.just(reach.limit) if name == "capacity" else st.integers(1, reach.limit),
        "rescheduled": st.integers(0, 1),
        "moved": st.integers(1, 3),
        "moved_told": st.integers(1, 3),
        "locked": st.just(("agreed",)),
        "no_wishes": st.just("forbid") | reach.points | reach.points,
        "breaking": st.sampled_from(["refuse", "accept"]),
        "column": st.sampled_from(["id", "Region", "y"] if rule is Even else [None, "sector", "X", "y"]),
        "years": st.sampled_from(["always", 1, 2, 5]),
        "limits": reach.quotas,
        "weeks": week_prices(reach.weeks, reach.points),
        "criteria": st.lists(criterion_of(rule, reach.modes, reach.points), max_size=2),
    }
    return row({name: drawn[name] for name in rule.model_fields})


def interns(reach: Reach, hosts: Ids) -> Draw[Data]:
    """Draw an intern, but for the id."""
    return row(
        {
            **_person(reach, hosts),
            "name": st.sampled_from(reach.called),
            "role": st.sampled_from(["leader", "staff", None]),
            "max_km": reach.max_km,
            "visits": st.sampled_from(reach.visits),
            "group": st.sampled_from(reach.groups),
            "priority": reach.priority,
        }
    )


@st.composite
def hosts(draw: st.DrawFn, reach: Reach, interns: Ids) -> Data:
    """Draw a host, but for the id."""
    person = draw(row(_person(reach, interns)))
    most = draw(st.just(reach.limit) | st.integers(1, reach.limit))
    roles, visits = draw(some(("leader", "staff"), 1)), draw(st.sampled_from(reach.host_visits))
    least = draw(st.just(1) | st.integers(1, most))
    contact = draw(st.sampled_from(reach.called))
    return {**person, "contact": contact, "roles": roles, "visits": visits, "min": least, "max": most}


def _person(reach: Reach, others: Ids) -> dict[str, Draw[Any]]:
    return {
        "email": st.sampled_from(reach.emails),
        "sector": st.sampled_from(reach.sectors),
        "workplace": st.sampled_from(reach.workplaces),
        "municipality": st.sampled_from([*reach.towns, *reach.abroad, None]),
        "region": st.sampled_from(reach.regions),
        "themes": st.sampled_from(reach.themes),
        "days": reach.days,
        "weeks": some(reach.weeks, 2),
        "wishes": some(others, reach.wishes),
        "rejects": st.just([]) | some(others, 1),
        "extra": st.sampled_from(EXTRAS),
    }


@st.composite
def people(draw: st.DrawFn, person: Draw[Data], ids: Ids, alike: bool) -> list[Data]:
    """Draw a person for each id, or one for all of them."""
    same = draw(person) if alike else None
    return [{**(same or draw(person)), "id": id_} for id_ in ids]


def journeys(reach: Reach) -> Draw[list[Data]]:
    """Draw how far it is between some places."""
    town = st.sampled_from(reach.towns)
    journey = row({"origin": town, "destination": town, "km": reach.km})
    return st.lists(
        journey, max_size=2, unique_by=lambda one: (place_key(one["origin"]), place_key(one["destination"]))
    )


def relations(reach: Reach) -> Draw[Data]:
    """Draw what an earlier round brought together: two workplaces, and perhaps two sectors."""
    workplace = st.sampled_from([one for one in reach.workplaces if one])
    sector = st.sampled_from(reach.sectors)
    return row(
        {
            "workplace": workplace,
            "host_workplace": workplace,
            "sector": sector,
            "host_sector": sector,
            "year": PAST_YEARS,
        }
    )


@st.composite
def tables(draw: st.DrawFn, reach: Reach, intern_ids: Ids, host_ids: Ids) -> Data:
    """Draw the tables of a round, and its rules."""
    pairs = tuple(product(intern_ids, host_ids))

    def some_pairs(most: int, more: Draw[Data]) -> list[Data]:
        return [{"intern": intern, "host": host, **draw(more)} for intern, host in draw(some(pairs, most))]

    return {
        "interns": draw(people(interns(reach, host_ids), intern_ids, "interns" in reach.alike)),
        "hosts": draw(people(hosts(reach, intern_ids), host_ids, "hosts" in reach.alike)),
        "pairs": some_pairs(reach.pairs, row({"points": reach.pair_points})),
        "bans": some_pairs(1, st.just({})),
        "history": some_pairs(2, reach.past),
        "locks": some_pairs(reach.locks, reach.lock) if draw(st.integers(0, 3)) == 0 else [],
        "travel": draw(journeys(reach)),
        "before": some_pairs(4, reach.before) if draw(st.booleans()) else [],
        "relations": draw(st.lists(relations(reach), max_size=reach.relations)),
        "policy": {"rules": draw(rules(reach))},
    }


@st.composite
def rounds(draw: st.DrawFn, most_interns: int = 4, most_hosts: int = 3, aims: bool = True) -> Round:
    """Draw a tiny round, with any aims or (False) with the usual ones."""
    intern_ids = tuple(f"p{n}" for n in range(draw(st.integers(1, most_interns))))
    host_ids = tuple(f"v{n}" for n in range(draw(st.integers(1, most_hosts))))
    weeks = draw(st.sampled_from([(), WEEKS]))
    days = st.sampled_from(DAYS) if draw(st.booleans()) else st.none()
    before = row(
        {
            "week": st.sampled_from([None, *weeks]),
            "days": st.sampled_from([None, 2, 3]),
            "status": st.sampled_from(get_args(Status)),
        }
    )
    data = draw(tables(Reach(weeks=weeks, days=days, before=before), intern_ids, host_ids))
    if aims:
        data["policy"]["aims"] = draw(st.sampled_from(AIMS))
    return Round.model_validate(data)


@st.composite
def plans(draw: st.DrawFn, round: Round) -> tuple[Visit, ...]:
    """Draw any visits at all: most of them break some rule."""
    interns, hosts = [p.id for p in round.interns], [h.id for h in round.hosts]
    return tuple(
        Visit(
            host=draw(st.sampled_from(hosts)),
            week=draw(st.sampled_from([*round.weeks, *(["2026-W40"] if round.weeks else [])] or [None])),
            days=draw(st.sampled_from([*round.lengths, *([10] if round.lengths else [])] or [None])),
            interns=tuple(
                sorted(draw(st.lists(st.sampled_from(interns), unique=True, min_size=1, max_size=4)))
            ),
        )
        for _ in range(draw(st.integers(0, 3)))
    )
