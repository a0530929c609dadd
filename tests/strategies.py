"""Hypothesis strategies: tiny rounds with every rule in play, and plans that may break them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from innopraktik_match.plan import Visit
from innopraktik_match.round import Round

SECTORS = ["municipality", "state", "region", None]
WORKPLACES = ["A", "B", "C", None]
TOWNS = ["Aarhus", "Odense", "København", None]
WEEKS = ["2026-W37", "2026-W38"]
DAYS = [None, 2, 3, "2-3", "3-5", 8]


def modes(*allowed: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from(allowed).map(lambda mode: {"mode": mode})


@st.composite
def rules(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a mode for every rule, and small prices."""
    points = st.integers(0, 6)

    def priced(*allowed: str) -> dict[str, Any]:
        return {"mode": draw(st.sampled_from(allowed)), "points": draw(points)}

    wishes = {
        "mode": draw(st.sampled_from(["off", "soft", "hard"])),
        "points": draw(st.lists(points, min_size=1, max_size=3)),
        "unlisted": draw(st.sampled_from([0, 5, "forbid"])),
    }
    return {
        "own_workplace": priced("off", "soft", "hard"),
        "dates": {"mode": draw(st.sampled_from(["off", "hard", "hard"]))},
        "duration": {
            "mode": draw(st.sampled_from(["off", "soft", "hard"])),
            "tolerance": draw(st.integers(0, 1)),
            "points_per_day": draw(points),
        },
        "travel": {"mode": draw(st.sampled_from(["off", "soft", "hard"])), "points_per_km": 0.05},
        "cross_sector": priced("off", "soft", "hard"),
        "themes": priced("off", "soft"),
        "intern_wishes": wishes,
        "host_wishes": {**wishes, "mode": draw(st.sampled_from(["off", "soft"]))},
        "role": priced("off", "soft"),
        "new_relations": priced("off", "soft", "hard"),
        "pair_points": {"mode": draw(st.sampled_from(["off", "soft"])), "unlisted": draw(points)},
        "mixed_workplaces": priced("off", "soft", "hard"),
        "mixed_sectors": priced("off", "soft", "hard"),
        "together": {"mode": draw(st.sampled_from(["off", "hard"]))},
        "placed": priced("off", "soft", "soft", "hard"),
        "visits": priced("off", "soft"),
        "priority": priced("off", "soft"),
        "empty_hosts": priced("off", "soft", "hard"),
        "worst_off": priced("off", "off", "soft"),
        "quota": {**priced("off", "soft", "hard"), "limits": draw(quotas())},
    }


def quotas() -> st.SearchStrategy[list[dict[str, Any]]]:
    limit = st.fixed_dictionaries(
        {
            "of": st.sampled_from(["interns", "hosts"]),
            "field": st.just("sector"),
            "value": st.sampled_from(["municipality", "state"]),
            "min": st.sampled_from([None, 0, 1]),
            "max": st.integers(1, 2),
        }
    )
    return st.lists(limit, max_size=2)


def journeys() -> st.SearchStrategy[list[dict[str, Any]]]:
    town = st.sampled_from([town for town in TOWNS if town])
    journey = st.fixed_dictionaries({"origin": town, "destination": town, "km": st.integers(0, 300)})
    return st.lists(journey, max_size=2, unique_by=lambda one: (one["origin"], one["destination"]))


@st.composite
def rounds(draw: st.DrawFn, most_interns: int = 4, most_hosts: int = 3, aims: bool = True) -> Round:
    """Draw a tiny round."""
    n = draw(st.integers(1, most_interns))
    m = draw(st.integers(1, most_hosts))
    intern_ids, host_ids = [f"p{i}" for i in range(n)], [f"v{j}" for j in range(m)]
    with_weeks, with_days = draw(st.booleans()), draw(st.booleans())

    def person(id_: str, others: list[str]) -> dict[str, Any]:
        return {
            "id": id_,
            "sector": draw(st.sampled_from(SECTORS)),
            "workplace": draw(st.sampled_from(WORKPLACES)),
            "municipality": draw(st.sampled_from(TOWNS)),
            "themes": draw(st.lists(st.sampled_from(["x", "y"]), unique=True, max_size=2)),
            "days": draw(st.sampled_from(DAYS)) if with_days else None,
            "weeks": draw(st.lists(st.sampled_from(WEEKS), unique=True, max_size=2)) if with_weeks else [],
            "wishes": draw(st.lists(st.sampled_from(others), unique=True, max_size=2)),
            "rejects": draw(st.lists(st.sampled_from(others), unique=True, max_size=1))
            if draw(st.booleans())
            else [],
            "visits": draw(st.sampled_from([1, 1, 1, 2])),
        }

    interns = [
        {
            **person(id_, host_ids),
            "role": draw(st.sampled_from(["leader", "staff", None])),
            "max_km": draw(st.sampled_from([None, None, 150])),
            "group": draw(st.sampled_from([None, None, "g"])),
            "priority": draw(st.sampled_from([0, 0, 1, 3])),
        }
        for id_ in intern_ids
    ]
    hosts = []
    for id_ in host_ids:
        most = draw(st.integers(1, 3))
        hosts.append(
            {
                **person(id_, intern_ids),
                "roles": draw(st.lists(st.sampled_from(["leader", "staff"]), unique=True, max_size=1)),
                "min": draw(st.integers(1, most)),
                "max": most,
            }
        )
    pair = st.tuples(st.sampled_from(intern_ids), st.sampled_from(host_ids))
    listed = draw(st.lists(pair, unique=True, max_size=4))
    past = draw(st.lists(pair, unique=True, max_size=2))
    locked = draw(st.lists(pair, unique=True, max_size=1)) if draw(st.integers(0, 3)) == 0 else []
    order = draw(
        st.sampled_from(
            [
                None,
                ["placed", "points"],
                ["placed", "worst_off", "points"],
                ["placed", "empty_hosts", "priority"],
            ]
        )
    )
    return Round.model_validate(
        {
            "interns": interns,
            "hosts": hosts,
            "pairs": [{"intern": i, "host": h, "points": draw(st.integers(0, 5))} for i, h in listed],
            "history": [{"intern": i, "host": h} for i, h in past],
            "locks": [{"intern": i, "host": h} for i, h in locked],
            "travel": draw(journeys()),
            "policy": {"rules": draw(rules()), "aims": order if aims else None},
        }
    )


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
