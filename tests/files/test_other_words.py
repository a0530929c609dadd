"""Headers in words that other people chose: each is read as what it means, or asked about, and never as another."""

from __future__ import annotations

import pytest

from innopraktik_match.domain.directory import Directory
from innopraktik_match.files.raw.cells import Row, Table
from innopraktik_match.files.tables.matching import find_columns
from innopraktik_match.files.tables.recognisers import Known

CELLS = {
    "name": ["Ane Holm", "Bo Lund", "Cai Falk", "Dea Krog"],
    "email": ["a@x.example", "b@x.example", "c@x.example", "d@x.example"],
    "workplace": ["Odense Kommune", "Region Midtjylland", "Skat", "Nordbro A/S"],
    "sector": ["Kommune", "Region", "Stat", "Privat"],
    "municipality": ["Odense", "Viborg", "Aarhus", "Aalborg"],
    "region": ["Region Syddanmark", "Region Midtjylland", "Region Midtjylland", "Region Nordjylland"],
    "role": ["Medarbejder", "Leder", "Konsulent", "Leder"],
    "days": ["3", "2-5", "2", "4"],
    "weeks": ["37", "36, 37", "38", "37"],
    "wishes": ["Havnen", "Museet", "Kystlab", "Havnen"],
    "rejects": ["Arkivet", "", "Havnen", ""],
    "max_km": ["100", "50", "200", "75"],
    "visits": ["1", "2", "1", "1"],
    "group": ["a", "a", "", ""],
    "priority": ["1", "0", "0", "2"],
    "note": ["vegetar", "", "kommer sent", ""],
    "themes": ["data", "velfærd", "dialog", "data"],
    "contact": ["Eva Bro", "Finn Dal", "Gro Ek", "Hans Friis"],
    "max": ["2", "1", "3", "2"],
    "min": ["1", "1", "2", "1"],
    "roles": ["leder", "", "medarbejder", ""],
    "-": ["x", "y", "z", "w"],
}
HEADERS = {
    "interns": """
name: Dit fulde navn | Medarbejderens fornavn og efternavn | Deltager | Surname, first name | Who are you?
email: Kontaktmail | Arbejdsmail | Din e-mailadresse (arbejde) | Contact e-mail
workplace: Hvor er du ansat til daglig? | Nuværende arbejdsplads | Myndighed/organisation | Institutionens navn | Hvilket arbejdssted? | Kommune/styrelse/region du arbejder i | Name of employer | Where are you employed?
sector: Offentlig sektor | Hvilken del af den offentlige sektor kommer du fra? | Ansat i | Sektortilhør | Public sector branch
municipality: Arbejdsstedets kommune | Hvor i landet arbejder du? | Kommunen du arbejder i | Hjemby | Work location (municipality)
region: Landsdel | Din region
role: Titel | Er du leder? | Ledelsesniveau | Hvad laver du? | Manager or employee?
days: Hvor mange dage vil du af sted? | Ønsket antal dage | Praktikkens længde (dage) | Dage du kan undværes | Varighed i dage | How many days do you want to be away? | Preferred length (days)
weeks: Hvilke uger kan du? | Uge(r) du kan | Kan du uge 36, 37 eller 38? | Foretrukken uge | Hvornår passer det? | Praktikperiode | Which week(s) suit you? | Weeks possible
rejects: Steder jeg har besøgt før / ikke vil til | Værter jeg ikke ønsker | Hvem vil du ikke besøge? | Hosts you do not want
max_km: Max rejseafstand (km) | Hvor mange km vil du køre? | Maks. km til værten | Transport højst km | Max distance | How many kilometres would you travel?
visits: Hvor mange praktikophold ønsker du? | Antal praktikker
note: Særlige behov | Øvrige bemærkninger | Andre oplysninger | Anything we should take into account?
themes: Hvad vil du gerne lære noget om? | Faglige interesser | Interesseområder | Emner, der optager dig | What do you want to learn about?
-: Telefonnummer | Må vi dele dine oplysninger? | Hvordan hørte du om ordningen? | Afdeling | Nærmeste leder | Phone number
group: Navn på den du følges med
""",
    "hosts": """
workplace: Værtsorganisation | Host organisation
name: Værtens navn | Hvem er vært? | Praktikstedets navn
contact: Kontaktperson hos jer | Kontaktpersonens navn | Ansvarlig for besøget | Person to contact
email: Kontaktpersonens mail
max: Hvor mange kan I have ad gangen? | Antal praktikanter vi kan tage | Max antal gæster | Pladser i alt | Number of guests at once | How many could you take?
min: Mindste antal | Hvor mange vil I mindst have?
days: Hvor længe kan praktikanten være hos jer? | Antal dage vi tilbyder | Length of stay offered (days)
weeks: Uger vi kan tage imod | Hvilke uger kan I? | Hvornår kan I have besøg? | Weeks we can host
municipality: Beliggenhed (kommune) | Hvor ligger I? | Where are you located?
themes: Hvad kan man lære hos jer? | Faglige temaer
roles: Type praktikant I ønsker (leder/medarbejder)
visits: Hvor mange besøg kan I have i alt?
note: Praktiske oplysninger
-: Hjemmeside
""",
}
KNOWN = Known(
    {
        side: Directory([(name, name, None) for name in names])
        for side, names in (
            ("hosts", ("Havnen", "Museet", "Kystlab", "Arkivet")),
            ("interns", ("Per P", "Ida I")),
        )
    }
)
ASKED = {"Kommune/styrelse/region du arbejder i", "Ansat i", "Værtsorganisation", "Host organisation"}
"""Two fields are so near that a person is asked, the right one first."""
CASES = [
    (kind, field, header)
    for kind, text in HEADERS.items()
    for line in text.strip().splitlines()
    for field, headers in [line.split(": ", 1)]
    for header in headers.split(" | ")
]


@pytest.mark.parametrize(("kind", "field", "header"), CASES, ids=[header for _, _, header in CASES])
def test_a_header_in_other_words_is_understood(kind: str, field: str, header: str) -> None:
    rows = [("Id", header), *((f"q{number}", cell) for number, cell in enumerate(CELLS[field]))]
    table = Table(kind, tuple(Row(line, cells) for line, cells in enumerate(rows, 1)))
    columns = find_columns(kind, table, known=KNOWN)
    read = [name.partition("[")[0] for name, column in columns.fields.items() if column == 1]
    asked = [issue.values["field"] for issue in columns.issues if issue.code == "column_proposed"]
    if header in ASKED:
        assert (read, asked) == ([], [field])
    else:
        assert (read, asked) == ([] if field == "-" else [field], [])
