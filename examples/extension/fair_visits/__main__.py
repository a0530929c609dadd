"""Solve a small round under the three rules: `python -m fair_visits` in the folder of this package."""

from __future__ import annotations

import fair_visits  # noqa: F401  (registers the rules; an installed package is found by itself)
import innopraktik_match as im

TOWNS = ("Aarhus", "Odense")
ROUND = im.Round.model_validate(
    {
        "interns": [
            {
                "id": f"p{n}",
                "municipality": TOWNS[n % 2],
                "role": "leader" if n < 2 else "staff",
                "extra": {"Bicycle": "yes" if n == 2 else "no", "Team": "kitchen" if n > 2 else ""},
            }
            for n in range(6)
        ],
        "hosts": [{"id": town.lower(), "municipality": town, "max": 3} for town in TOWNS],
        "policy": {
            "preset": "bare",
            "criteria": [
                {"kind": "own", "rule": "bicycle", "mode": "hard"},
                {"kind": "own", "rule": "leader_first", "points": 20},
                {"kind": "own", "rule": "team", "limit": 2, "mode": "hard"},
            ],
        },
    }
)

if __name__ == "__main__":
    plan = im.solve(ROUND)
    for visit in plan.visits:
        print(visit.host, *visit.interns)
    print(plan.status, *(f"{aim.aim} {aim.value}" for aim in plan.aims))
