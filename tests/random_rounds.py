"""Seeded rounds of everyday size: two weeks, sectors, themes, wishes, minima, several visits."""

from __future__ import annotations

import random
from typing import Any

from innopraktik_match.domain.round import Round

SECTORS = ["municipality"] * 57 + ["state"] * 25 + ["region"] * 17 + ["private"] * 5 + ["civil"] * 3
THEMES = [f"t{n}" for n in range(12)]
WEEKS = ["2026-W37", "2026-W38"]


def random_round(n_interns: int, n_hosts: int, seed: int, policy: dict[str, Any] | None = None) -> Round:
    draw = random.Random(seed)

    def person(id_: str) -> dict[str, Any]:
        return {
            "id": id_,
            "workplace": f"w{draw.randrange(n_hosts * 2)}",
            "sector": draw.choice(SECTORS),
            "themes": draw.sample(THEMES, draw.randint(0, 3)),
            "weeks": draw.sample(WEEKS, draw.randint(1, 2)),
        }

    hosts = []
    for n in range(n_hosts):
        most = draw.choice([1, 2, 2, 3, 3])
        days = draw.choice(["2-5", "2-3", 3, "3-5", None])
        least = draw.choice([1, 1, 1, min(2, most)])
        host = {**person(f"v{n:03}"), "min": least, "max": most, "days": days}
        hosts.append({**host, "visits": draw.choice([1, 1, 1, 2])})
    interns = []
    for n in range(n_interns):
        wishes = [f"v{int(draw.random() ** 2 * n_hosts):03}" for _ in range(draw.choice([0, 1, 2, 3, 3, 5]))]
        intern = {**person(f"p{n:03}"), "wishes": list(dict.fromkeys(wishes))}
        intern |= {"days": draw.choice(["2-5", "2-3", 3, 4, None]), "visits": draw.choice([1] * 9 + [2])}
        interns.append({**intern, "priority": draw.choice([0] * 9 + [1])})
    return Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy or {}})
