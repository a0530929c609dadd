"""Simulate five years of the scheme, with and without a memory of earlier rounds.

`python examples/five_years.py` prints what came of both, and writes beside itself what a coordinator has
before the sixth round: tidligere_runder.xlsx, the archive of the five years, netvaerk.svg, the links that
they made, and runde_2026.xlsx, the sign-ups. People, wishes and sign-ups are drawn from a seed and are the
same in every run; everything is invented.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import innopraktik_match as im
from innopraktik_match.years.archive import YEARS_KEPT, archive_of, archive_workbook
from innopraktik_match.years.earlier_files import from_plan
from innopraktik_match.years.network import find_network
from innopraktik_match.years.picture import network_picture
from innopraktik_match.years.remembering import remember
from reconstruction import People

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.years.past import Past

HERE = Path(__file__).parent
YEARS = (2021, 2022, 2023, 2024, 2025)
NEXT = 2026
SEED = 37
STAYS = 0.4  # how many of those who signed up sign up again
HOSTS_AGAIN = 0.8
MEMORIES: dict[str, dict[str, Any]] = {
    "off": {},
    "on": {"new_workplaces": {"mode": "soft"}, "new_sectors": {"mode": "soft"}},
    "strong": {"new_workplaces": {"mode": "soft", "points": 40}, "new_sectors": {"mode": "soft"}},
}
"""What the policy says of earlier rounds: nothing, the usual points, or as much as for an unwished host."""

# workplace; sector; municipality; popularity
WORKPLACES = """
Aarhus Kommune, Sundhed og Omsorg;municipality;Aarhus;4
Odense Kommune, Kultur;municipality;Odense;3
Aalborg Kommune, Job;municipality;Aalborg;2
Vejle Kommune, Klima;municipality;Vejle;3
Roskilde Kommune, Byplan;municipality;Roskilde;2
Herning Kommune, Børn og Unge;municipality;Herning;1
Gladsaxe Kommune, Data;municipality;Gladsaxe;3
Svendborg Kommune, Natur;municipality;Svendborg;1
Kolding Kommune, Design;municipality;Kolding;2
Randers Kommune, Bibliotek;municipality;Randers;1
Region Hovedstaden;region;Hillerød;3
Region Midtjylland;region;Viborg;2
Region Syddanmark;region;Vejle;2
Region Nordjylland;region;Aalborg;1
Digitaliseringsstyrelsen;state;København;5
DMI;state;København;4
Rigsarkivet;state;København;2
Naturstyrelsen;state;Vejle;2
Erhvervsstyrelsen;state;København;3
Kriminalforsorgen;state;Horsens;2
Museum Havnen;civil;Esbjerg;2
Frivilligcenter Åbne Døre;civil;Odense;1
"""


class Workplace(NamedTuple):
    """One workplace that sends and receives, year by year."""

    name: str
    sector: str
    municipality: str
    popularity: int


class Year(NamedTuple):
    """What came of one round."""

    visits: int
    new_links: int
    repeats: int
    first_wish: int
    turned_away: int


def workplaces() -> list[Workplace]:
    """Return the workplaces of the table."""
    rows = (line.split(";") for line in WORKPLACES.strip().splitlines())
    return [Workplace(name, sector, town, int(popularity)) for name, sector, town, popularity in rows]


def sign_ups() -> dict[int, dict[str, Any]]:
    """Return interns and hosts of each year, drawn without regard to any plan."""
    rng, people, places = Random(SEED), People(Random(SEED)), workplaces()
    staff: dict[str, list[str]] = {place.name: [] for place in places}
    rounds = {}
    for year in (*YEARS, NEXT):
        hosts = [place for place in places if rng.random() < HOSTS_AGAIN]
        interns = []
        for place in places:
            again = [name for name in staff[place.name] if rng.random() < STAYS]
            new = [people.next() for _ in range(rng.choice([0, 1, 1, 2]))]
            staff[place.name] = again + new
            interns += [(name, place) for name in staff[place.name]]
        rounds[year] = {
            "interns": [_intern(n, name, place, hosts, rng) for n, (name, place) in enumerate(interns, 1)],
            "hosts": [_host(n, place, rng) for n, place in enumerate(hosts, 1)],
        }
    return rounds


def _intern(number: int, name: str, place: Workplace, hosts: list[Workplace], rng: Random) -> dict[str, Any]:
    drawn = sorted(hosts, key=lambda host: -(rng.random() ** (1 / host.popularity)))
    wishes = [f"v{hosts.index(host) + 1}" for host in drawn if host is not place][:3]
    address = name.casefold().replace(" ", ".") + "@example.org"
    return {
        "id": f"p{number}",
        "name": name,
        "email": address,
        "workplace": place.name,
        "sector": place.sector,
        "municipality": place.municipality,
        "days": "2-5",
        "wishes": wishes,
    }


def _host(number: int, place: Workplace, rng: Random) -> dict[str, Any]:
    return {
        "id": f"v{number}",
        "name": place.name,
        "workplace": place.name,
        "sector": place.sector,
        "municipality": place.municipality,
        "max": rng.choice([1, 2, 2]),
        "days": "3-4",
    }


def round_of(year: int, people: dict[str, Any], **rules: Any) -> im.Round:
    """Return the round of a year: one week, the standard policy."""
    return im.Round.model_validate(
        {**people, "policy": {"year": year, "weeks": [f"{year}-W37"], "rules": rules}}
    )


def simulate(memory: str) -> tuple[list[Year], list[Past]]:
    """Return what came of each year, and all that is known of them afterwards."""
    past: list[Past] = []
    figures = []
    for year, people in sign_ups().items():
        if year == NEXT:
            break
        round = round_of(year, people, **MEMORIES[memory])
        plan = im.solve(remember(round, past).round if MEMORIES[memory] else round)
        rows = list(from_plan(plan, round))
        figures.append(_figures(rows, past, plan, round))
        past += rows
    return figures, past


def _links(rows: Iterable[Past]) -> list[frozenset[str | None]]:
    return [frozenset((one.workplace, one.place)) for one in rows if not one.turned_away]


def _figures(rows: list[Past], past: list[Past], plan: im.Plan, round: im.Round) -> Year:
    """Count the pairs of workplaces that had met before, and those that had not."""
    links, before = _links(rows), set(_links(past))
    new = {link for link in links if link not in before}
    wishes = {one.id: one.wishes for one in round.interns}
    seats = [(intern, visit.host) for visit in plan.visits for intern in visit.interns]
    return Year(
        visits=len(seats),
        new_links=len(new),
        repeats=sum(link in before for link in links),
        first_wish=sum(wishes[intern][:1] == (host,) for intern, host in seats),
        turned_away=len(plan.unplaced),
    )


def main() -> None:
    """Print the figures of each memory; write the archive, its picture and the next round."""
    print("memory  year  visits  new links  repeats  first wish  turned away")
    past: list[Past] = []
    for memory in MEMORIES:
        figures, past = simulate(memory)
        for year, one in zip(YEARS, figures, strict=True):
            print(f"{memory:6}  {year}  {one.visits:6}  {one.new_links:9}  {one.repeats:7}", end="")
            print(f"  {one.first_wish:10}  {one.turned_away:11}")
        total = [sum(values) for values in zip(*figures, strict=True)]
        print(f"{memory:6}  all   {total[0]:6}  {total[1]:9}  {total[2]:7}  {total[3]:10}  {total[4]:11}")
    archive = archive_of(past)
    workbook = archive_workbook(archive, "tidligere_runder.xlsx", YEARS_KEPT, "da")
    (HERE / "tidligere_runder.xlsx").write_bytes(workbook)
    picture = network_picture(find_network(past), "da")
    (HERE / "netvaerk.svg").write_text(picture, encoding="utf-8")
    im.write_round(round_of(NEXT, sign_ups()[NEXT]), HERE / "runde_2026.xlsx")


if __name__ == "__main__":
    main()
