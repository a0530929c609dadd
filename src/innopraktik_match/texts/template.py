"""The words of the workbook to fill in."""

from __future__ import annotations

HELP: dict[str, dict[str, tuple[str, str]]] = {
    "interns": {
        "id": (
            "Et kort id, som ingen anden praktikant har. Tomt: navnet bruges.",
            "A short id that no other intern has. Blank: the name is used.",
        ),
        "name": ("Navnet.", "The name."),
        "email": ("Følger med til planen.", "Carried to the plan."),
        "workplace": (
            "Hvor praktikanten arbejder. Ingen besøger sin egen arbejdsplads.",
            "Where the intern works. Nobody visits their own workplace.",
        ),
        "sector": ("Vælg på listen.", "Choose from the list."),
        "municipality": (
            "Arbejdspladsens kommune; bruges til afstanden.",
            "The workplace's municipality; used for the distance.",
        ),
        "region": ("Tomt: findes ud fra kommunen.", "Blank: found from the municipality."),
        "role": (
            "Stilling; sammenlignes med værtens ønskede roller.",
            "Position; compared with the host's wanted roles.",
        ),
        "themes": (
            "Hvad praktikanten vil lære om, adskilt af |.",
            "What the intern wants to learn about, parted by |.",
        ),
        "days": (
            "Ønsket antal arbejdsdage: 3 (cirka) eller 2-5 (alle lige gode). Tomt: alt passer.",
            "Wished working days: 3 (about) or 2-5 (equally fine). Blank: anything suits.",
        ),
        "weeks": (
            "Uger, besøget kan begynde i: 37 eller 36-38. Tomt: alle rundens uger.",
            "Weeks in which a visit may begin: 37 or 36-38. Blank: every week of the round.",
        ),
        "wishes": (
            "Værter i ønsket rækkefølge, id eller navn, adskilt af |.",
            "Hosts in the order wished, id or name, parted by |.",
        ),
        "rejects": ("Værter, som ikke må vælges.", "Hosts that must not be chosen."),
        "max_km": (
            "Længste vej til værten, anslået i km ad landevej.",
            "Longest way to the host, estimated road km.",
        ),
        "visits": ("Antal ønskede besøg. Tomt: 1.", "How many visits are wished. Blank: 1."),
        "group": (
            "Samme ord hos dem, der skal rejse sammen.",
            "The same word for those who travel together.",
        ),
        "priority": (
            "1, hvis praktikanten blev afvist tidligere. Tomt: 0.",
            "1 if the intern was turned away before. Blank: 0.",
        ),
        "note": ("Følger med til planen.", "Carried to the plan."),
    },
    "hosts": {
        "id": (
            "Et kort id, som ingen anden vært har. Tomt: navnet bruges.",
            "A short id that no other host has. Blank: the name is used.",
        ),
        "name": ("Værtens navn.", "The host's name."),
        "contact": ("Kontaktperson; følger med til planen.", "Contact; carried to the plan."),
        "email": ("Følger med til planen.", "Carried to the plan."),
        "workplace": (
            "Arbejdspladsen, skrevet som hos praktikanterne.",
            "The workplace, written as for the interns.",
        ),
        "sector": ("Vælg på listen.", "Choose from the list."),
        "municipality": (
            "Værtens kommune; bruges til afstanden.",
            "The host's municipality; used for the distance.",
        ),
        "region": ("Tomt: findes ud fra kommunen.", "Blank: found from the municipality."),
        "themes": (
            "Hvad man kan lære hos værten, adskilt af |.",
            "What can be learnt there, parted by |.",
        ),
        "min": ("Det mindste antal praktikanter ad gangen. Tomt: 1.", "At least so many at once. Blank: 1."),
        "max": (
            "Det højeste antal praktikanter ad gangen. Tomt: samme som det mindste.",
            "At most so many at once. Blank: the least number.",
        ),
        "days": (
            "Antal arbejdsdage: 3 (cirka) eller 2-5 (alle lige gode). Tomt: alt passer.",
            "Working days: 3 (about) or 2-5 (equally fine). Blank: anything suits.",
        ),
        "weeks": (
            "Uger, besøget kan begynde i: 37 eller 36-38. Tomt: alle rundens uger.",
            "Weeks in which a visit may begin: 37 or 36-38. Blank: every week of the round.",
        ),
        "visits": (
            "Antal besøg, værten tilbyder. Tomt: 1.",
            "How many visits the host offers. Blank: 1.",
        ),
        "wishes": (
            "Praktikanter i ønsket rækkefølge, id eller navn, adskilt af |.",
            "Interns in the order wished, id or name, parted by |.",
        ),
        "rejects": ("Praktikanter, som ikke må vælges.", "Interns that must not be chosen."),
        "roles": ("Ønskede roller, adskilt af |. Tomt: alle.", "Wanted roles. Blank: all."),
        "note": ("Følger med til planen.", "Carried to the plan."),
    },
    "pairs": {
        "intern": ("Id eller navn.", "Id or name."),
        "host": ("Id eller navn.", "Id or name."),
        "points": (
            "Jeres egne point for parret: 0 er bedst.",
            "Your own points for the pair: 0 is best.",
        ),
    },
    "bans": {
        "intern": ("Id eller navn.", "Id or name."),
        "host": ("Id eller navn.", "Id or name."),
        "reason": ("Til jer selv, for eksempel inhabil.", "For yourselves."),
    },
    "history": {
        "intern": ("Id eller navn.", "Id or name."),
        "host": ("Vært i denne runde, id eller navn.", "A host of this round, id or name."),
        "workplace": ("Eller arbejdspladsens navn.", "Or the name of the workplace."),
        "year": ("Året for besøget.", "The year of the visit."),
    },
    "locks": {
        "intern": ("Id eller navn.", "Id or name."),
        "host": ("Id eller navn.", "Id or name."),
        "week": ("Aftalt uge. Tomt: endnu ikke aftalt.", "Agreed week. Blank: open."),
        "days": ("Aftalt antal arbejdsdage. Tomt: endnu ikke aftalt.", "Agreed working days. Blank: open."),
        "status": ("Vælg på listen. Tomt: aftalt.", "Choose from the list. Blank: agreed."),
    },
    "travel": {
        "origin": (
            "Kommune, eller et andet sted, skrevet som hos praktikanter og værter.",
            "Municipality, or another place, written as for interns and hosts.",
        ),
        "destination": (
            "Hvortil. Gælder begge veje, medmindre den anden vej har sin egen række.",
            "Where to. Holds both ways unless the other way has a row of its own.",
        ),
        "km": (
            "Afstand i km. Går forud for afstanden mellem kommunerne.",
            "Distance, km. Goes before the distance between the municipalities.",
        ),
        "minutes": (
            "I stedet for km: rejsetid i minutter. Et minut tæller som en km.",
            "Instead of km: travel time in minutes. A minute counts as a km.",
        ),
    },
}
"""Table -> field -> help in Danish and English."""

EXAMPLE = ("Eksempel – slet rækken", "Example – delete the row")
EXAMPLE_IDS = ("P-eksempel", "V-eksempel", "V-eksempel-2")

Said = tuple[str | int, str | int]

SETTINGS: tuple[tuple[tuple[str, str], Said, tuple[str, str]], ...] = (
    (
        ("Grundindstilling", "preset"),
        ("standard", "standard"),
        ("standard, eller bare: kun det nødvendige", "standard, or bare: only what is needed"),
    ),
    (
        ("År", "year"),
        (2026, 2026),
        ("Det år, ugenumre uden årstal hører til", "The year of week numbers without a year"),
    ),
    (
        ("Uger", "weeks"),
        ("37", "37"),
        ("Rundens uger: 37 eller 36-38", "Weeks of the round: 37 or 36-38"),
    ),
    (
        ("Mål", "aims"),
        ("placerede|point", "placed|points"),
        (
            "Mål i rækkefølge: placerede, forrang, besøg, point, dårligst stillede, tomme værter",
            "Aims in order: placed, priority, visits, points, worst_off, empty_hosts",
        ),
    ),
    (
        ("Lodtrækning", "seed"),
        (0, 0),
        ("Lodtrækningens tal: et andet tal trækker lod på ny", "Another number draws other lots"),
    ),
    (
        ("rules.travel.points_per_km", "rules.travel.points_per_km"),
        ("0,1", "0.1"),
        ("Point pr. kilometer", "Points per kilometre"),
    ),
)
"""Key, value and help, each in Danish and English."""

SETTINGS_HEADER = (("Nøgle", "Værdi", "Hjælp"), ("key", "value", "help"))
GUIDE_HEADER = (("Ark", "Kolonne", "Forklaring"), ("Sheet", "Column", "Explanation"))
GUIDE = ("Forklaring", "Explanation")
LISTS = ("Lister", "Lists")
