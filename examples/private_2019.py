"""Reconstruct a trial as in 2019: a team of public employees at selected private companies.

`python examples/private_2019.py` writes private_2019.xlsx beside itself. That there was such a trial, and
that some asked for a company by name, is public; the team, the companies and all numbers are invented.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import innopraktik_match as im
from reconstruction import People

HERE = Path(__file__).parent
TEAM = "Hold 2019"

# workplace; sector; municipality; how many
WORKPLACES = """
Gladsaxe Kommune;municipality;Gladsaxe;4
Region Sjælland;region;Sorø;3
Erhvervsstyrelsen;state;København;3
Digitaliseringsstyrelsen;state;København;2
"""
# company; municipality; themes; min-max; whom it does not want from (a workplace that inspects it)
COMPANIES = """
Nordlys Pumper A/S;Gladsaxe;produktion|data;1-3;
Kystens Brød ApS;Køge;kunder;1-1;
Havnegade Design;København;brugerinddragelse|kunder;1-2;
Rundt Regnskab ApS;København;data|automatisering;1-2;Erhvervsstyrelsen
Skovly Møbler A/S;Roskilde;produktion;2-3;
Tværs Software;København;automatisering|data;1-2;
"""


def round_2019() -> im.Round:
    """Return the round: preset private, week 37, three to five days."""
    rng, people = Random(2019), People(Random(2019))
    hosts, refused = [], {}
    for number, line in enumerate(COMPANIES.strip().splitlines(), 1):
        name, town, themes, size, veto = line.split(";")
        least, most = map(int, size.split("-"))
        refused[f"v{number}"] = veto
        hosts.append(
            {
                "id": f"v{number}",
                "name": name,
                "workplace": name,
                "contact": people.next(),
                "sector": "private",
                "municipality": town,
                "themes": themes.split("|"),
                "min": least,
                "max": most,
                "days": "3-5",
            }
        )
    interns: list[dict[str, Any]] = []
    for line in WORKPLACES.strip().splitlines():
        workplace, sector, town, count = line.split(";")
        for _ in range(int(count)):
            number = len(interns) + 1
            by_name = rng.random() < 0.5
            interns.append(
                {
                    "id": f"p{number:02d}",
                    "name": people.next(),
                    "email": f"p{number:02d}@example.org",
                    "workplace": workplace,
                    "sector": sector,
                    "municipality": town,
                    "themes": rng.sample(["data", "automatisering", "kunder", "produktion"], 2),
                    "days": rng.choice(["3", "3-5", "3-4"]),
                    "wishes": [rng.choice(hosts)["id"]] if by_name else [],
                    "group": TEAM,
                }
            )
    for host in hosts:
        veto = refused[str(host["id"])]
        host["rejects"] = [one["id"] for one in interns if one["workplace"] == veto]
    policy = {"preset": "private", "year": 2019, "weeks": ["2019-W37"]}
    return im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy})


if __name__ == "__main__":
    im.write_round(round_2019(), HERE / "private_2019.xlsx")
