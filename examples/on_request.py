"""Invent a year of matching on request, as since 2019: a standing pool of hosts, and requests as they come.

`python examples/on_request.py` writes paa_forespoergsel.xlsx beside itself. The weeks in which people ask are
drawn from a seed, more of them after New Year and after the summer; everybody is invented.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import innopraktik_match as im
from five_years import workplaces
from reconstruction import People

HERE = Path(__file__).parent
SEED = 2020
WEEKS = [week for week in range(2, 51) if week not in (7, 28, 29, 30, 42)]
BUSY = [*range(3, 8), *range(32, 38)]
REQUESTS = 90
HOST_WEEKS = 10


def round_2020() -> im.Round:
    """Return a year: 90 requests, a pool of 22 workplaces with two to five visits each."""
    rng, people, places = Random(SEED), People(Random(SEED)), workplaces()
    hosts: list[dict[str, Any]] = []
    for number, place in enumerate(places, 1):
        hosts.append(
            {
                "id": f"v{number}",
                "name": place.name,
                "workplace": place.name,
                "sector": place.sector,
                "municipality": place.municipality,
                "max": rng.choice([1, 1, 2]),
                "visits": rng.choice([2, 3, 4, 5]),
                "weeks": sorted(rng.sample(WEEKS, HOST_WEEKS)),
                "days": "2-4",
            }
        )
    interns: list[dict[str, Any]] = []
    for number in range(1, REQUESTS + 1):
        place = rng.choice(places)
        asked = rng.choice(BUSY if rng.random() < 0.5 else WEEKS[:-6])
        drawn = sorted(hosts, key=lambda host: rng.random())
        interns.append(
            {
                "id": f"p{number:02d}",
                "name": people.next(),
                "workplace": place.name,
                "sector": place.sector,
                "municipality": place.municipality,
                "days": "2-5",
                "wishes": [host["id"] for host in drawn if host["workplace"] != place.name][:2],
                "extra": {"Tilmeldt": f"2020-W{asked:02d}"},
            }
        )
    policy = {"year": 2020, "weeks": [f"2020-W{week:02d}" for week in WEEKS]}
    return im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy})


if __name__ == "__main__":
    im.write_round(round_2020(), HERE / "paa_forespoergsel.xlsx")
