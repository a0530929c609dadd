"""Reconstruct a year of shortage, 2015: 91 places and 160 who wish for one.

`python examples/shortage_2015.py` writes runde_2015.xlsx beside itself, the same bytes every time.
In the real round 91 interns went out, from or to 29 municipalities, 4 regions and 10 ministries,
and many were turned away. How many is not known: 160 is our guess. Those who were turned away
before come first (`priority`).
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from reconstruction import People, host_rows, intern_rows, wished, write_workbook

if TYPE_CHECKING:
    from reconstruction import Row

HERE = Path(__file__).parent
TITLE = "Innovationspraktik 2015, uge 37"
ABOUT = [
    "Et år med for få pladser: 91 pladser, 160 tilmeldte. 91 praktikanter, 29 kommuner, 4 regioner "
    "og 10 ministerområder er offentlige tal; antallet af tilmeldte er et gæt, resten er opdigtet.",
    "Den, der er afvist i en tidligere runde, har forrang.",
]

# name; sector; municipality; themes; min-max; visits; days; popularity
HOSTS = """
Københavns Kommune, Borgerservice;municipality;København;digitalisering|borgerinddragelse;1-3;1;2-5;3
Aarhus Kommune, Sundhed og Omsorg;municipality;Aarhus;velfærdsteknologi|ældre;1-3;1;2-5;4
Odense Kommune;municipality;Odense;velfærdsteknologi|sundhed;1-3;1;2-5;3
Aalborg Kommune;municipality;Aalborg;beskæftigelse|erhverv;1-3;1;2-5;2
Esbjerg Kommune;municipality;Esbjerg;ældre|sundhed;1-2;1;2-5;1
Randers Kommune;municipality;Randers;børn og unge|kultur;1-2;1;2-4;0
Herning Kommune;municipality;Herning;børn og unge|social;1-2;1;2-5;1
Roskilde Kommune;municipality;Roskilde;by og plan|borgerinddragelse;1-2;1;2-5;2
Fredericia Kommune;municipality;Fredericia;ældre|velfærdsteknologi;1-3;1;2-5;3
Sønderborg Kommune;municipality;Sønderborg;klima|erhverv;1-2;1;2-5;2
Viborg Kommune;municipality;Viborg;sundhed|ældre;1-2;1;2-5;0
Gladsaxe Kommune;municipality;Gladsaxe;data|social;1-3;1;2-5;2
Ballerup Kommune;municipality;Ballerup;digitalisering|børn og unge;1-2;1;2-4;1
Helsingør Kommune;municipality;Helsingør;kultur|by og plan;1-2;1;2-5;1
Svendborg Kommune;municipality;Svendborg;natur|sundhed;1-2;1;2-5;1
Vejle Kommune;municipality;Vejle;velfærdsteknologi|klima;1-3;1;2-5;2
Horsens Kommune;municipality;Horsens;social|beskæftigelse;1-2;1;2-5;1
Kolding Kommune;municipality;Kolding;borgerinddragelse|by og plan;1-2;1;2-5;1
Region Hovedstaden;region;Hillerød;sundhed|ledelse;1-3;1;2-5;2
Region Midtjylland;region;Viborg;ledelse|klima;1-2;1;2-5;1
Region Syddanmark;region;Vejle;velfærdsteknologi|sundhed;1-3;1;2-5;3
Region Nordjylland;region;Aalborg;sundhed|borgerinddragelse;1-2;1;2-5;1
Digitaliseringsstyrelsen (Finansministeriet);state;København;digitalisering|data;1-3;1;2-5;4
Moderniseringsstyrelsen (Finansministeriet);state;København;ledelse|data;1-2;1;2-5;1
Erhvervsstyrelsen (Erhvervs- og Vækstministeriet);state;København;erhverv|digitalisering;1-3;1;2-5;3
Patent- og Varemærkestyrelsen (Erhvervs- og Vækstministeriet);state;Høje-Taastrup;erhverv|data;1-2;1;2-5;1
Kriminalforsorgen (Justitsministeriet);state;Horsens;social|ledelse;1-2;1;2-5;3
Rigspolitiet (Justitsministeriet);state;København;sikkerhed|ledelse;1-2;1;2-5;2
Rigsarkivet (Kulturministeriet);state;København;kultur|data;1-2;1;2-5;1
Naturstyrelsen (Miljø- og Fødevareministeriet);state;Vejle;natur|borgerinddragelse;1-2;1;2-5;2
Fødevarestyrelsen (Miljø- og Fødevareministeriet);state;Høje-Taastrup;sundhed|erhverv;1-2;1;2-5;0
SKAT (Skatteministeriet);state;København;digitalisering|ledelse;1-3;1;2-5;1
Socialstyrelsen (Social- og Indenrigsministeriet);state;Odense;social|børn og unge;1-2;1;2-5;3
Danmarks Statistik (Social- og Indenrigsministeriet);state;København;data|digitalisering;1-2;1;2-4;1
Sundhedsstyrelsen (Sundheds- og Ældreministeriet);state;København;sundhed|ældre;1-2;1;2-5;2
Statens Serum Institut (Sundheds- og Ældreministeriet);state;København;sundhed|data;1;1;2-4;1
Vejdirektoratet (Transport- og Bygningsministeriet);state;København;by og plan|klima;1-2;1;2-5;0
Banedanmark (Transport- og Bygningsministeriet);state;Fredericia;ledelse|sikkerhed;1-2;1;2-5;0
Arbejdstilsynet (Beskæftigelsesministeriet);state;København;beskæftigelse|ledelse;1-2;1;2-5;1
Beskæftigelsesministeriet (Beskæftigelsesministeriet);state;København;beskæftigelse|data;1-2;1;2-5;1
"""
# workplace; sector; municipality; what its people wish to learn about; how many
INTERNS = """
Københavns Kommune;municipality;København;social|klima|borgerinddragelse|by og plan|data;12
Aarhus Kommune;municipality;Aarhus;digitalisering|ældre|kultur|klima|data;11
Odense Kommune;municipality;Odense;velfærdsteknologi|sundhed|børn og unge|data;7
Aalborg Kommune;municipality;Aalborg;beskæftigelse|sundhed|digitalisering|natur;6
Esbjerg Kommune;municipality;Esbjerg;klima|ældre|erhverv;3
Randers Kommune;municipality;Randers;børn og unge|social|ledelse;3
Herning Kommune;municipality;Herning;ledelse|social|digitalisering;2
Roskilde Kommune;municipality;Roskilde;by og plan|klima|kultur;4
Fredericia Kommune;municipality;Fredericia;sundhed|digitalisering|ledelse;2
Sønderborg Kommune;municipality;Sønderborg;klima|erhverv|ældre;3
Viborg Kommune;municipality;Viborg;natur|digitalisering|børn og unge;2
Gladsaxe Kommune;municipality;Gladsaxe;data|social|digitalisering|ledelse;4
Ballerup Kommune;municipality;Ballerup;velfærdsteknologi|ældre|data;2
Helsingør Kommune;municipality;Helsingør;kultur|erhverv|by og plan;2
Svendborg Kommune;municipality;Svendborg;sundhed|social|natur;2
Vejle Kommune;municipality;Vejle;velfærdsteknologi|natur|ledelse;4
Horsens Kommune;municipality;Horsens;social|beskæftigelse|kultur;3
Kolding Kommune;municipality;Kolding;borgerinddragelse|by og plan|erhverv;3
Næstved Kommune;municipality;Næstved;social|sundhed|beskæftigelse;3
Holbæk Kommune;municipality;Holbæk;børn og unge|digitalisering|ledelse;2
Silkeborg Kommune;municipality;Silkeborg;natur|sundhed|ældre;3
Hjørring Kommune;municipality;Hjørring;beskæftigelse|ældre|klima;2
Frederiksberg Kommune;municipality;Frederiksberg;ældre|klima|digitalisering;3
Favrskov Kommune;municipality;Favrskov;børn og unge|data|sundhed;2
Gentofte Kommune;municipality;Gentofte;borgerinddragelse|kultur|ældre;2
Lyngby-Taarbæk Kommune;municipality;Lyngby-Taarbæk;by og plan|erhverv|data;2
Skive Kommune;municipality;Skive;klima|natur|erhverv;1
Middelfart Kommune;municipality;Middelfart;klima|borgerinddragelse|ledelse;2
Ikast-Brande Kommune;municipality;Ikast-Brande;erhverv|børn og unge|social;1
Region Hovedstaden;region;Hillerød;sundhed|ledelse|digitalisering|klima;8
Region Midtjylland;region;Viborg;sundhed|klima|borgerinddragelse|data;7
Region Syddanmark;region;Vejle;velfærdsteknologi|sundhed|erhverv;7
Region Nordjylland;region;Aalborg;digitalisering|ledelse|ældre;4
Digitaliseringsstyrelsen (Finansministeriet);state;København;borgerinddragelse|sundhed|social|data;5
Erhvervsstyrelsen (Erhvervs- og Vækstministeriet);state;København;erhverv|data|ledelse;5
Kriminalforsorgen (Justitsministeriet);state;Horsens;social|beskæftigelse|kultur;3
Rigsarkivet (Kulturministeriet);state;København;digitalisering|data|borgerinddragelse;2
Naturstyrelsen (Miljø- og Fødevareministeriet);state;Vejle;natur|klima|by og plan;4
SKAT (Skatteministeriet);state;København;digitalisering|data|ledelse;5
Socialstyrelsen (Social- og Indenrigsministeriet);state;Odense;social|børn og unge|borgerinddragelse;4
Statens Serum Institut (Sundheds- og Ældreministeriet);state;København;sundhed|ledelse|digitalisering;2
Vejdirektoratet (Transport- og Bygningsministeriet);state;København;klima|by og plan|natur;3
Arbejdstilsynet (Beskæftigelsesministeriet);state;København;beskæftigelse|sundhed|ledelse;3
"""
NUMBERS_OF_WISHES = [0, 1, 2, 3, 3, 3, 4, 5]
TURNED_AWAY_SHARE = 0.2
SETTINGS = {"year": 2015, "weeks": 37}


def main() -> None:
    """Write the workbook."""
    tables = build_tables(Random(2015))
    write_workbook(HERE / "runde_2015.xlsx", TITLE, ABOUT, tables, SETTINGS)


def build_tables(rng: Random) -> dict[str, list[Row]]:
    """Return the interns and hosts of the round."""
    people = People(rng)
    hosts, popular = host_rows(HOSTS, people)
    interns = intern_rows(INTERNS, people, rng)
    for intern in interns:
        intern["wishes"] = wished(intern, hosts, popular, rng.choice(NUMBERS_OF_WISHES), rng)
        intern["max_km"] = rng.choice([None, None, None, 50, 100, 150])
        intern["priority"] = int(rng.random() < TURNED_AWAY_SHARE)
    return {"interns": interns, "hosts": hosts}


if __name__ == "__main__":
    main()
