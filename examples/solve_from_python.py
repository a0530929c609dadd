"""Build a small round in code, solve it, and print the plan."""

from __future__ import annotations

import innopraktik_match as im


def main() -> None:
    """Place three interns at two hosts."""
    round = im.Round(
        interns=[
            {"id": "Anna", "sector": "municipality", "municipality": "Vejle", "wishes": ["Museum"]},
            {"id": "Bo", "sector": "state", "municipality": "Randers", "days": "2-3"},
            {"id": "Carla", "sector": "region", "municipality": "Viborg", "themes": ["data"]},
        ],
        hosts=[
            {"id": "Museum", "sector": "civil", "municipality": "Silkeborg", "days": 3},
            {"id": "Lab", "sector": "private", "municipality": "Aarhus", "min": 1, "max": 2},
        ],
        policy={"weeks": ["2026-W37"]},
    )
    plan = im.solve(round, time_limit=60)
    print(f"{plan.status}:", ", ".join(f"{aim.aim} {aim.value}" for aim in plan.aims))
    for visit in plan.visits:
        print(f"{visit.host}, {visit.week}, {visit.days} days: {', '.join(visit.interns)}")


if __name__ == "__main__":
    main()
