"""The words of the workbook to fill in."""

from __future__ import annotations

HELP: dict[str, dict[str, tuple[str, str]]] = {
    "interns": {
        "id": (
            "Et kort id, som ingen anden praktikant har. Tomt: navnet bruges.",
            "A short id that no other intern has. Blank: the name is used.",
        ),
        "name": ("Fornavn og efternavn.", "First name and surname."),
        "email": ("Kommer med i planen.", "Copied to the plan."),
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
            "Stilling; sammenlignes med de roller, værten ønsker.",
            "Position; compared with the roles that the host wants.",
        ),
        "themes": (
            "Hvad praktikanten vil lære om, adskilt af semikolon.",
            "What the intern wants to learn about, separated by semicolons.",
        ),
        "days": (
            "Ønsket antal arbejdsdage: 3 (cirka) eller 2-5 (alle lige gode). Tomt: alt passer.",
            "Preferred number of working days: 3 (about) or 2-5 (equally fine). Blank: anything suits.",
        ),
        "weeks": (
            "Uger, hvor besøget kan begynde: 37 eller 36-38. Tomt: alle rundens uger.",
            "Weeks in which the visit can start: 37 or 36-38. Blank: every week of the round.",
        ),
        "wishes": (
            "Værter i ønsket rækkefølge, id eller navn, adskilt af semikolon.",
            "Hosts in order of preference, id or name, separated by semicolons.",
        ),
        "rejects": ("Værter, som praktikanten ikke vil til.", "Hosts that the intern does not want."),
        "max_km": (
            "Så langt vil praktikanten højst rejse, i km ad landevej (anslået).",
            "How far the intern will travel at most, in road km (estimated).",
        ),
        "visits": ("Antal ønskede besøg. Tomt: 1.", "How many visits the intern wants. Blank: 1."),
        "group": (
            "Skriv samme ord hos dem, der skal i samme besøg.",
            "Write the same word for those who should come to the same visit.",
        ),
        "priority": (
            "1, hvis praktikanten tidligere er blevet afvist. Tomt: 0.",
            "1 if the intern missed out before. Blank: 0.",
        ),
        "note": ("Til jer selv; kommer ikke med i planen.", "For yourselves; not copied to the plan."),
    },
    "hosts": {
        "id": (
            "Et kort id, som ingen anden vært har. Tomt: navnet bruges.",
            "A short id that no other host has. Blank: the name is used.",
        ),
        "name": ("Værtens navn.", "The host's name."),
        "contact": ("Kontaktperson; kommer med i planen.", "Contact person; copied to the plan."),
        "email": ("Kommer med i planen.", "Copied to the plan."),
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
            "Hvad man kan lære hos værten, adskilt af semikolon.",
            "What can be learnt there, separated by semicolons.",
        ),
        "min": ("Mindste antal praktikanter ad gangen. Tomt: 1.", "Minimum at once. Blank: 1."),
        "max": (
            "Højeste antal praktikanter ad gangen. Tomt: samme som Mindst.",
            "Maximum at once. Blank: same as the minimum.",
        ),
        "days": (
            "Antal arbejdsdage: 3 (cirka) eller 2-5 (alle lige gode). Tomt: alt passer.",
            "Working days: 3 (about) or 2-5 (equally fine). Blank: anything suits.",
        ),
        "weeks": (
            "Uger, hvor besøget kan begynde: 37 eller 36-38. Tomt: alle rundens uger.",
            "Weeks in which the visit can start: 37 or 36-38. Blank: every week of the round.",
        ),
        "visits": (
            "Antal besøg, værten tilbyder. Tomt: 1.",
            "How many visits the host offers. Blank: 1.",
        ),
        "wishes": (
            "Praktikanter i ønsket rækkefølge, id eller navn, adskilt af semikolon.",
            "Interns in order of preference, id or name, separated by semicolons.",
        ),
        "rejects": ("Praktikanter, som værten ikke vil have.", "Interns that the host does not want."),
        "roles": (
            "Ønskede roller, adskilt af semikolon. Tomt: alle.",
            "Wanted roles, separated by semicolons. Blank: all.",
        ),
        "note": ("Til jer selv; kommer ikke med i planen.", "For yourselves; not copied to the plan."),
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
        "reason": ("Kun til jer selv, for eksempel »inhabil«.", "For yourselves only."),
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
        "week": ("Aftalt uge. Tomt: endnu ikke aftalt.", "Agreed week. Blank: not agreed yet."),
        "days": ("Aftalt antal arbejdsdage. Tomt: ikke aftalt.", "Agreed working days. Blank: not agreed."),
        "status": ("Vælg på listen. Tomt: aftalt.", "Choose from the list. Blank: agreed."),
    },
    "travel": {
        "origin": (
            "Fra. En kommune eller et andet sted, skrevet som hos praktikanter og værter.",
            "From. A municipality or another place, written as for interns and hosts.",
        ),
        "destination": (
            "Til. Gælder i begge retninger, medmindre I skriver en række for hjemvejen.",
            "To. Applies both ways unless you add a row for the way back.",
        ),
        "km": (
            "Afstand i km. Gælder i stedet for afstanden mellem kommunerne.",
            "Distance in km. Overrides the distance between the municipalities.",
        ),
        "minutes": (
            "I stedet for km: rejsetid i minutter. Et minut tæller som en km.",
            "Instead of km: travel time in minutes. A minute counts as a km.",
        ),
    },
}
"""Table -> field -> help in Danish and English."""

EXAMPLE_IDS = ("P-eksempel", "V-eksempel", "V-eksempel-2")

EXAMPLE_WORDS = {
    "P-eksempel": "P-example",
    "Eks Empel": "Exa Mple",
    "Eksempelby Bibliotek": "Exampletown Library",
    "medarbejder": "employee",
    "borgerinddragelse; data": "citizen participation; data",
    "borgerinddragelse": "citizen participation",
    "V-eksempel": "V-example",
    "V-eksempel-2": "V-example-2",
    "Eksempelstyrelsen": "Example Agency",
    "Eksempelhospitalet": "Example Hospital",
    "Eksempelmuseet": "Example Museum",
}
"""The words of the invented rows, Danish -> English."""

EVERY_EXAMPLE_ID = frozenset({*EXAMPLE_IDS, *(EXAMPLE_WORDS[one] for one in EXAMPLE_IDS)})

EXAMPLE = ("Eksempel – slet rækken", "Example – delete the row")

Said = tuple[str | int, str | int]

SETTINGS: tuple[tuple[tuple[str, str], Said, tuple[str, str]], ...] = (
    (
        ("Grundindstilling", "preset"),
        ("standard", "standard"),
        (
            "Vælg på listen. »enkel« er kun de nødvendige regler; kommandoen presets viser forskellen",
            'Choose from the list. "bare" is only the rules that are needed; the command presets compares',
        ),
    ),
    (
        ("År", "year"),
        ("", ""),
        ("Det år, ugenumre uden årstal hører til", "The year of week numbers without a year"),
    ),
    (
        ("Uger", "weeks"),
        ("37", "37"),
        ("Rundens uger: 37 eller 36-38", "Weeks of the round: 37 or 36-38"),
    ),
    (
        ("Mål", "aims"),
        ("", ""),
        (
            "Tomt: de sædvanlige. Ellers i rækkefølge, fx »placerede; dårligst stillede; point«",
            'Blank: the usual ones. Else in order, such as "placed; worst_off; points"',
        ),
    ),
    (
        ("Lodtrækning", "seed"),
        (0, 0),
        (
            "Tal til lodtrækningen. Skriv et andet, hvis der skal trækkes lod igen",
            "Change the number to redraw the lottery",
        ),
    ),
)
"""Key, value and help, each in Danish and English."""

SETTINGS_HEADER = (("Nøgle", "Værdi", "Hjælp"), ("key", "value", "help"))
GUIDE_HEADER = (("Ark", "Kolonne", "Forklaring"), ("Sheet", "Column", "Explanation"))
GUIDE = ("Forklaring", "Explanation")
LISTS = ("Lister", "Lists")
