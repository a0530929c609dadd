"""Two schemes that are like Innovationspraktik, by columns of their own: mentoring, and student projects.

`python examples/own_columns.py` writes mentorordning.xlsx (two lists, languages, one pair each) and
studieprojekter.xlsx (teams of three to five, ranks, supervisors with limits over several projects) beside
itself. Everybody is invented.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import innopraktik_match as im
from reconstruction import People

HERE = Path(__file__).parent
LANGUAGES = ("dansk", "engelsk", "arabisk", "polsk", "ukrainsk")
SUBJECTS = ("økonomi", "jura", "it", "pleje", "pædagogik")
SUPERVISORS = ("Bodil Vad", "Ejnar Lund", "Thyra Bro")


def mentoring() -> im.Round:
    """Return 24 mentees and 26 mentors: a language in common is a must, subject and years count."""
    rng, people = Random(1), People(Random(1))

    def person(number: int, side: str) -> dict[str, Any]:
        spoken = ["dansk", rng.choice(LANGUAGES[1:])] if rng.random() < 0.8 else ["engelsk"]
        years = rng.randint(0, 4) if side == "p" else rng.randint(3, 25)
        return {
            "id": f"{side}{number:02d}",
            "name": people.next(),
            "municipality": rng.choice(["Aarhus", "Randers", "Silkeborg", "Horsens"]),
            "extra": {
                "Sprog": "; ".join(spoken),
                "Fag": rng.choice(SUBJECTS),
                "Erfaring (år)": str(years),
            },
        }

    criteria = [
        {"intern": "Sprog", "host": "Sprog", "how": "share", "mode": "hard"},
        {"intern": "Fag", "host": "Fag", "how": "equal", "points": 20},
        {"intern": "Erfaring (år)", "host": "Erfaring (år)", "how": "at_most", "mode": "hard"},
        {"intern": "Erfaring (år)", "host": "Erfaring (år)", "how": "within", "limit": 10, "points": 5},
    ]
    return im.Round.model_validate(
        {
            "interns": [person(number, "p") for number in range(1, 25)],
            "hosts": [person(number, "m") for number in range(1, 27)],
            "policy": {"criteria": [{"level": "option", "kind": "match", **one} for one in criteria]},
        }
    )


def projects() -> im.Round:
    """Return 40 students and 12 projects of three to five; a supervisor takes at most 15 students."""
    rng, people = Random(2), People(Random(2))
    hosts = [
        {
            "id": f"projekt{number:02d}",
            "name": f"Projekt {number}",
            "contact": SUPERVISORS[number % 3],
            "min": 3,
            "max": 5,
            "extra": {"Kræver niveau": str(rng.choice([1, 1, 2, 3]))},
        }
        for number in range(1, 13)
    ]
    interns = [
        {
            "id": f"s{number:02d}",
            "name": people.next(),
            "wishes": [host["id"] for host in rng.sample(hosts, 4)],
            "extra": {"Niveau": str(rng.choice([1, 2, 2, 3]))},
        }
        for number in range(1, 41)
    ]
    at_most = [
        {"kind": "quota", "of": "hosts", "field": "contact", "value": name, "max": 15} for name in SUPERVISORS
    ]
    level = {"kind": "match", "intern": "Niveau", "host": "Kræver niveau", "how": "at_least", "points": 15}
    rules = {"capacity": {"limit": 5}, "intern_wishes": {"points": [0, 1, 4, 9], "unlisted": 40}}
    policy = {"preset": "bare", "rules": rules, "criteria": [level, *at_most]}
    policy["rules"] = {**rules, "quota": {"mode": "hard"}}
    return im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy})


if __name__ == "__main__":
    im.write_round(mentoring(), HERE / "mentorordning.xlsx")
    im.write_round(projects(), HERE / "studieprojekter.xlsx")
