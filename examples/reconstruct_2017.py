"""Reconstruct the round of 2017: 51 hosts, 72 interns, 82 visits made in the real one.

`python examples/reconstruct_2017.py` writes, beside itself, runde_2017.xlsx (Danish, as a
coordinator has it) and round_2017/ (the same round as English CSV files), and the copy of the
workbook that `innopraktik-match demo` uses. The same bytes every time.

The real round took place in week 37. Week 38 is here for second visits only: ten interns make two.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from reconstruction import People, host_rows, intern_rows, wished, write_csvs, write_workbook

if TYPE_CHECKING:
    from reconstruction import Row

HERE = Path(__file__).parent
DEMO = HERE.parent / "src/innopraktik_match/data/demo"
TITLE = "Innovationspraktik 2017, uge 37"
ABOUT = [
    "51 værter og 72 praktikanter; i den virkelige runde blev det til 82 besøg. De tal er "
    "offentlige, resten er opdigtet. Institutionernes navne er virkelige eller sandsynlige; "
    "virksomhederne og foreningerne findes ikke.",
    "Besøg på 2-5 dage i uge 37. Uge 38 er kun til det andet besøg for de ti, der ønsker to.",
    "Ønske 1 er det kæreste. Den, der intet ønsker, er åben for alle. Tomt felt: ukendt.",
]
FIRST, SECOND = "2017-W37", "2017-W38"

# name; sector; municipality; themes; min-max; visits; days; popularity
HOSTS = """
Digitaliseringsstyrelsen;state;København;digitalisering|borgerinddragelse;1-3;2;2-5;4
Erhvervsstyrelsen;state;København;digitalisering|erhverv;1-2;1;2-5;3
Danmarks Statistik;state;København;data|digitalisering;1-2;1;2-3;1
Sundhedsdatastyrelsen;state;København;data|sundhed;1-2;2;2-5;2
Statens Serum Institut;state;København;sundhed|data;1;1;3;1
Slots- og Kulturstyrelsen;state;København;kultur|by og plan;1-2;1;2-5;2
Styrelsen for Patientsikkerhed;state;København;sundhed|ledelse;1-2;1;2-3;1
Vejdirektoratet;state;København;by og plan|klima;1-2;1;2-5;0
Arbejdstilsynet;state;København;ledelse|beskæftigelse;1;1;3;0
Socialstyrelsen;state;Odense;social|børn og unge;1-3;1;2-5;3
SKAT, Kundeservice;state;Esbjerg;digitalisering|ledelse;1-2;1;2-3;0
Kystdirektoratet;state;Lemvig;klima|natur;1;1;2-5;1
Naturstyrelsen, Trekantsområdet;state;Vejle;natur|borgerinddragelse;1-2;2;2-5;2
Kriminalforsorgen, Enner Mark Fængsel;state;Horsens;social|ledelse;1-2;1;3-5;3
Beredskabsstyrelsen Midtjylland;state;Herning;sikkerhed|ledelse;1-3;1;4-5;2
Aarhus Kommune, Sundhed og Omsorg;municipality;Aarhus;velfærdsteknologi|ældre;1-3;2;2-5;3
Aarhus Kommune, Dokk1;municipality;Aarhus;kultur|borgerinddragelse;1-3;2;2-5;4
Københavns Kommune, Socialforvaltningen;municipality;København;social|børn og unge;1-3;1;2-5;3
Københavns Kommune, Teknik og Miljø;municipality;København;klima|by og plan;1-2;2;2-5;3
Odense Kommune;municipality;Odense;velfærdsteknologi|sundhed;1-3;2;2-5;3
Aalborg Kommune;municipality;Aalborg;beskæftigelse|erhverv;1-2;2;2-5;2
Esbjerg Kommune;municipality;Esbjerg;ældre|sundhed;1-2;1;2-5;1
Randers Kommune;municipality;Randers;børn og unge|kultur;1-2;1;2-3;0
Herning Kommune;municipality;Herning;børn og unge|social;1-2;1;2-5;1
Roskilde Kommune;municipality;Roskilde;by og plan|borgerinddragelse;1-2;2;2-5;2
Slagelse Kommune;municipality;Slagelse;social|beskæftigelse;1-2;1;3;0
Guldborgsund Kommune;municipality;Guldborgsund;beskæftigelse|borgerinddragelse;1-2;1;2-5;0
Fredericia Kommune;municipality;Fredericia;ældre|velfærdsteknologi;1-3;1;2-5;2
Sønderborg Kommune;municipality;Sønderborg;klima|erhverv;1-2;1;2-5;2
Viborg Kommune;municipality;Viborg;sundhed|ældre;1-2;1;2-5;0
Gladsaxe Kommune;municipality;Gladsaxe;data|social;1-2;2;2-5;3
Ballerup Kommune;municipality;Ballerup;digitalisering|børn og unge;1-2;1;2-3;1
Høje-Taastrup Kommune;municipality;Høje-Taastrup;klima|by og plan;1-2;1;2-5;1
Bornholms Regionskommune;municipality;Bornholm;erhverv|natur;1-3;1;3-5;1
Thisted Kommune;municipality;Thisted;klima|natur;1-2;1;2-5;1
Helsingør Kommune;municipality;Helsingør;kultur|by og plan;1-2;2;2-5;1
Svendborg Kommune;municipality;Svendborg;natur|sundhed;1-2;1;2-3;1
Region Hovedstaden, Center for HR;region;Hillerød;ledelse|data;1-2;1;2-5;1
Region Sjælland;region;Sorø;sundhed|digitalisering;1-2;1;2-5;0
Region Syddanmark, Innovation;region;Vejle;velfærdsteknologi|sundhed;1-2;2;2-5;3
Odense Universitetshospital;region;Odense;sundhed|velfærdsteknologi;1-2;1;2-3;2
Region Midtjylland;region;Viborg;ledelse|klima;1-2;1;2-5;1
Aarhus Universitetshospital;region;Aarhus;sundhed|data;1-3;2;2-5;3
Region Nordjylland;region;Aalborg;sundhed|borgerinddragelse;1-2;1;2-5;1
Nordlys Data ApS;private;Aarhus;data|digitalisering;1-2;1;2-3;3
Kystvind Energi A/S;private;Esbjerg;klima|erhverv;1;1;3;2
Bymuld Arkitekter ApS;private;København;by og plan|borgerinddragelse;1;1;2-3;3
Tangkær Logistik A/S;private;Fredericia;ledelse|erhverv;1-2;1;2-5;1
Foreningen Åben Dør;civil;Odense;social|borgerinddragelse;1-2;1;2-5;2
Frivilligcenter Havnen;civil;Aalborg;social|beskæftigelse;1-2;1;2-5;1
Fonden Ny Start;civil;København;beskæftigelse|social;1-2;1;2-5;2
"""
# workplace; sector; municipality; what its people wish to learn about; how many
INTERNS = """
Aarhus Kommune;municipality;Aarhus;digitalisering|ældre|kultur|klima|data;5
Københavns Kommune;municipality;København;social|klima|borgerinddragelse|by og plan;4
Odense Kommune;municipality;Odense;velfærdsteknologi|sundhed|børn og unge|data;3
Aalborg Kommune;municipality;Aalborg;beskæftigelse|sundhed|digitalisering|natur;3
Gladsaxe Kommune;municipality;Gladsaxe;data|social|digitalisering|ledelse;2
Roskilde Kommune;municipality;Roskilde;by og plan|klima|kultur;2
Helsingør Kommune;municipality;Helsingør;kultur|erhverv|by og plan;2
Sønderborg Kommune;municipality;Sønderborg;klima|erhverv|ældre;2
Vejle Kommune;municipality;Vejle;velfærdsteknologi|natur|ledelse;3
Horsens Kommune;municipality;Horsens;social|beskæftigelse|kultur;2
Næstved Kommune;municipality;Næstved;social|sundhed|beskæftigelse;2
Holbæk Kommune;municipality;Holbæk;børn og unge|digitalisering|ledelse;1
Silkeborg Kommune;municipality;Silkeborg;natur|sundhed|ældre;2
Kolding Kommune;municipality;Kolding;borgerinddragelse|by og plan|erhverv;2
Hjørring Kommune;municipality;Hjørring;beskæftigelse|ældre|klima;1
Frederiksberg Kommune;municipality;Frederiksberg;ældre|klima|digitalisering;1
Favrskov Kommune;municipality;Favrskov;børn og unge|data|sundhed;1
Ringkøbing-Skjern Kommune;municipality;Ringkøbing-Skjern;natur|klima|erhverv;1
Bornholms Regionskommune;municipality;Bornholm;erhverv|ledelse|kultur;1
Lolland Kommune;municipality;Lolland;social|børn og unge|beskæftigelse;1
Digitaliseringsstyrelsen;state;København;borgerinddragelse|sundhed|social|digitalisering;3
Erhvervsstyrelsen;state;København;erhverv|data|ledelse;2
Danmarks Statistik;state;København;data|by og plan|sundhed;2
Sundhedsdatastyrelsen;state;København;sundhed|velfærdsteknologi|data;2
Socialstyrelsen;state;Odense;social|børn og unge|borgerinddragelse;2
Miljøstyrelsen;state;København;klima|natur|by og plan;2
SKAT;state;Esbjerg;digitalisering|data|ledelse;2
Rigspolitiet;state;København;sikkerhed|data|ledelse;1
Ankestyrelsen;state;Aalborg;social|beskæftigelse|digitalisering;2
Kriminalforsorgen;state;Horsens;social|beskæftigelse|kultur;1
Region Hovedstaden;region;Hillerød;sundhed|ledelse|digitalisering|klima;3
Region Syddanmark;region;Vejle;velfærdsteknologi|sundhed|erhverv;2
Region Midtjylland;region;Viborg;sundhed|klima|borgerinddragelse|data;3
Odense Universitetshospital;region;Odense;velfærdsteknologi|ledelse|ældre;2
Aarhus Universitetshospital;region;Aarhus;digitalisering|sundhed|ældre;1
Region Sjælland;region;Sorø;borgerinddragelse|social|sundhed;1
"""
NUMBERS_OF_WISHES = [0, 1, 1, 2, 3, 3, 3, 4, 5]
SECOND_VISITS = [1, 8, 14, 22, 27, 34, 40, 47, 55, 63]  # whose week 37 is one of two
TOGETHER = {"Aalborg": (12, 13), "Kolding": (32, 33)}  # two colleagues each
TURNED_AWAY = [17, 29, 45, 68]
KEEN_HOSTS = {"v10": 3, "v16": 2, "v24": 2, "v40": 3, "v44": 1, "v49": 2}
ROLES_WANTED = {"v14": ["leder", "projektleder"], "v38": ["leder"], "v45": ["udvikler"]}
BANS = [
    ("p01", "v43", "Ægtefælle er ansat hos værten"),
    ("p21", "v10", "Tidligere ansat hos værten"),
    ("p44", "v01", "Samarbejdsaftale under forhandling"),
    ("p49", "v31", "Fører tilsyn med værten"),
    ("p57", "v50", "Behandler klager over værten"),
    ("p66", "v41", "Nært familiemedlem er leder hos værten"),
]
HISTORY = [
    ("p02", "v45", None, 2016),
    ("p06", "v01", None, 2016),
    ("p15", "v40", None, 2015),
    ("p24", None, "Region Syddanmark", 2015),
    ("p33", "v19", None, 2016),
    ("p41", None, "Aarhus Kommune", 2016),
    ("p52", "v21", None, 2015),
    ("p70", None, "Socialstyrelsen", 2016),
]
POLICY = """\
# Innovationspraktik 2017, a reconstruction. Week 38 is for second visits only.
year = 2017
weeks = [37, 38]

[rules.cross_sector]
points = 25  # a completely different workplace is the point of the scheme
"""
SETTINGS = {"year": 2017, "weeks": "37, 38", "rules.cross_sector.points": 25}


def main() -> None:
    """Write both forms of the round, and the demo's copy."""
    tables = build_tables(Random(2017))
    workbook = HERE / "runde_2017.xlsx"
    write_workbook(workbook, TITLE, ABOUT, tables, SETTINGS)
    write_csvs(HERE / "round_2017", tables, POLICY)
    if DEMO.is_dir():
        shutil.copyfile(workbook, DEMO / workbook.name)


def build_tables(rng: Random) -> dict[str, list[Row]]:
    """Return the interns, hosts, bans and history of the round."""
    people = People(rng)
    hosts, popular = host_rows(HOSTS, people)
    interns = intern_rows(INTERNS, people, rng)
    for host in hosts:
        host["weeks"] = [FIRST, SECOND] if host["visits"] > 1 else [FIRST]
        host["roles"] = ROLES_WANTED.get(host["id"], [])
    for number, intern in enumerate(interns, 1):
        twice = number in SECOND_VISITS
        intern["visits"] = 2 if twice else 1
        intern["weeks"] = [FIRST, SECOND] if twice else [FIRST]
        many = max(rng.choice(NUMBERS_OF_WISHES), 3 if twice else 0)
        intern["wishes"] = wished(intern, hosts, popular, many, rng)
        intern["priority"] = int(number in TURNED_AWAY)
        intern["max_km"] = rng.choice([None, None, None, 60, 100, 150])
    for word, (one, other) in TOGETHER.items():
        first, second = interns[one - 1], interns[other - 1]
        first |= {"group": word, "days": "2-5", "max_km": None}
        second |= {name: first[name] for name in ("group", "days", "max_km", "wishes")}
    for host in hosts:
        host["wishes"] = _keen(host, interns, KEEN_HOSTS.get(host["id"], 0))
    _exceptions(interns, hosts)
    bans = [{"intern": i, "host": h, "reason": why} for i, h, why in BANS]
    history = [{"intern": i, "host": h, "workplace": w, "year": y} for i, h, w, y in HISTORY]
    return {"interns": interns, "hosts": hosts, "bans": bans, "history": history}


def _keen(host: Row, interns: list[Row], many: int) -> list[str]:
    """Return the interns that a host asks for: some of those who named it."""
    named = [intern["id"] for intern in interns if host["id"] in intern["wishes"]]
    return named[:many]


def _exceptions(interns: list[Row], hosts: list[Row]) -> None:
    """Add the few refusals and notes that no rule of thumb makes."""
    interns[18]["rejects"] = ["v15"]
    interns[59]["rejects"] = ["v14", "v48"]
    hosts[13]["rejects"] = [interns[20]["id"]]
    interns[36]["note"] = "Kan ikke om fredagen"
    hosts[13]["note"] = "Legitimation skal vises ved ankomst"
    hosts[33]["note"] = "Overnatning kan formidles"


if __name__ == "__main__":
    main()
