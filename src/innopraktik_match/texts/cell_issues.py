"""Faults of cells and settings in words: what is wrong, and how to fix it."""

from __future__ import annotations

Words = dict[str, tuple[str, str]]

CELL_ISSUES: dict[str, Words] = {
    "error_value": {
        "da": (
            "Cellen indeholder en fejl fra Excel i stedet for en værdi.",
            "Ret formlen, eller skriv værdien.",
        ),
        "en": ("The cell holds an error from Excel.", "Fix the formula, or write the value."),
    },
    "formula_without_value": {
        "da": (
            "Cellen indeholder en formel, som ikke er regnet ud.",
            "Åbn filen i Excel, og gem den igen.",
        ),
        "en": (
            "The cell holds a formula that has not been calculated.",
            "Open the file in Excel and save it again.",
        ),
    },
    "id_missing": {
        "da": ("Rækken har hverken id eller navn.", "Giv den et id, som ingen anden har."),
        "en": ("The row has neither id nor name.", "Give it an id that nobody else has."),
    },
    "id_long_number": {
        "da": (
            "Id'et er et så langt tal, at Excel runder det af.",
            "Formatér kolonnen som tekst, og skriv id'et igen.",
        ),
        "en": (
            "The id is a number so long that Excel rounds it.",
            "Format the column as text and write the id again.",
        ),
    },
    "name_ambiguous": {
        "da": ("Flere har det navn.", "Skriv id'et i stedet: {expected}."),
        "en": ("Several have this name.", "Write the id instead: {expected}."),
    },
    "not_whole": {
        "da": ("Værdien er ikke et helt tal.", "Skriv et helt tal, for eksempel 2."),
        "en": ("This is not a whole number.", "Write a whole number, for example 2."),
    },
    "not_number": {
        "da": ("Værdien er ikke et tal.", "Skriv et tal, for eksempel 0,1."),
        "en": ("This is not a number.", "Write a number, for example 0.1."),
    },
    "number_is_zero": {
        "da": ("Antallet er 0.", "Skriv mindst 1, eller lad cellen stå tom."),
        "en": ("The number is 0.", "Write at least 1, or leave the cell empty."),
    },
    "host_closed": {
        "da": (
            "Værten tager ingen denne gang og er ikke med i runden ({rows}).",
            "Skriv mindst 1, hvis værten er med.",
        ),
        "en": (
            "The host takes nobody this time and is not in the round ({rows}).",
            "Write at least 1 if the host takes part.",
        ),
    },
    "number_negative": {
        "da": ("Antallet er mindre end 0.", "Skriv et helt tal, der er mindst 1."),
        "en": ("The number is below 0.", "Write a whole number of at least 1."),
    },
    "number_is_range": {
        "da": (
            "Cellen indeholder to tal.",
            "Skriv det mindste i kolonnen »Mindst« og det største i kolonnen »Højst«.",
        ),
        "en": (
            "The cell holds two numbers.",
            'Put the minimum in column "min" and the maximum in column "max".',
        ),
    },
    "number_is_yes_no": {
        "da": ("Her står ja eller nej i stedet for et tal.", "Skriv et helt tal, for eksempel 2."),
        "en": ("This is yes or no instead of a number.", "Write a whole number, for example 2."),
    },
    "number_became_date": {
        "da": (
            "Excel har lavet antallet om til en dato.",
            "Formatér kolonnen som tekst, og skriv antallet igen.",
        ),
        "en": (
            "Excel has turned the number into a date.",
            "Format the column as text and write the number again.",
        ),
    },
    "number_about": {
        "da": ("Tallet er et omtrentligt tal.", "Skriv ét bestemt helt tal."),
        "en": ("The number is only about right.", "Write one definite whole number."),
    },
    "distance_in_hours": {
        "da": (
            "Afstanden er skrevet som en tid i timer.",
            "Skriv højst så mange kilometer, eller skriv rejsetiderne i arket Rejser.",
        ),
        "en": (
            "The distance is written as a time in hours.",
            "Write a number of kilometres, or write the journey times in the sheet Travel.",
        ),
    },
    "no_answer_read": {
        "da": (
            "Celler uden et svar er læst som tomme (celler: {count}).",
            "Er et af ordene et svar, så skriv det på en anden måde.",
        ),
        "en": (
            "Cells without an answer were read as blank (cells: {count}).",
            "If one of the words is an answer, write it in another way.",
        ),
    },
    "number_in_words": {
        "da": ("Tallet er skrevet med bogstaver.", "Skriv det med cifre."),
        "en": ("The number is written in words.", "Use digits."),
    },
    "number_ambiguous": {
        "da": (
            "Tallet kan læses på to måder, og kolonnens andre tal viser ikke, hvilken der er rigtig.",
            "Skriv det uden punktum og komma, eller skriv , eller . ved Decimaltegn i arket Indstillinger.",
        ),
        "en": (
            "The number can be read in two ways, and the column does not tell which.",
            "Write it without point and comma, or put , or . at decimal in the sheet Settings.",
        ),
    },
    "number_too_small": {
        "da": ("Tallet er for lille.", "Skriv mindst {limit}."),
        "en": ("The number is too small.", "Write at least {limit}."),
    },
    "number_too_large": {
        "da": ("Tallet er for stort.", "Skriv højst {limit}."),
        "en": ("The number is too large.", "Write at most {limit}."),
    },
    "not_text": {
        "da": ("Værdien er ikke tekst.", "Skriv tekst."),
        "en": ("This is not text.", "Write text."),
    },
    "text_blank": {
        "da": ("Feltet er tomt.", "Udfyld det."),
        "en": ("The field is blank.", "Fill it in."),
    },
    "text_too_long": {
        "da": ("Teksten er for lang.", "Skriv højst {limit} tegn."),
        "en": ("The text is too long.", "Write at most {limit} characters."),
    },
    "not_list": {
        "da": ("Værdien er ikke en liste, eller listen er tom.", "Skriv en liste med mindst én værdi."),
        "en": (
            "This is not a list, or the list is empty.",
            "Write a list with at least one value.",
        ),
    },
    "not_object": {
        "da": ("Her skulle stå et sæt af felter.", "Skriv felter med navn og værdi."),
        "en": ("This is not a set of fields.", "Write fields with name and value."),
    },
    "not_one_of": {
        "da": ("Værdien kendes ikke.", "Brug en af disse: {expected}."),
        "en": ("Unknown value.", "Use one of these: {expected}."),
    },
    "region_unknown": {
        "da": (
            "Regionen kendes ikke.",
            "Skriv en af disse: {expected}. Lad cellen stå tom, så findes regionen ud fra kommunen.",
        ),
        "en": (
            "Unknown region.",
            "Write one of these: {expected}. Blank: the region is found from the municipality.",
        ),
    },
    "region_not_yet": {
        "da": (
            "Regionen findes først fra {limit}; runden ligger før det, eller dens år er ikke skrevet.",
            "Skriv rundens år i arket Indstillinger, eller brug en af disse: {expected}.",
        ),
        "en": (
            "The region exists from {limit} on; the round is earlier, or its year is not given.",
            "Put the year of the round in the sheet Settings, or use one of these: {expected}.",
        ),
    },
    "region_renamed": {
        "da": (
            "Regionen er i rundens år en del af {expected} og er læst sådan.",
            "Skriv det nye navn, hvis I vil undgå denne besked.",
        ),
        "en": (
            "In the year of the round the region is part of {expected}, and was read as that.",
            "Write the new name to avoid this message.",
        ),
    },
    "looks_like_cpr": {
        "da": (
            "Cellen ser ud til at indeholde et CPR-nummer. Det er skjult i alt, hvad vi viser og skriver.",
            "Slet nummeret: Det må ikke bruges her.",
        ),
        "en": (
            "The cell seems to hold a Danish civil registration number (CPR). It is hidden everywhere.",
            "Delete the number: it must not be used here.",
        ),
    },
    "text_will_be_cut": {
        "da": (
            "Teksten er så lang, at Excel kun kan vise de første {limit} tegn.",
            "Forkort den, hvis hele teksten skal med i projektmappen.",
        ),
        "en": (
            "The text is so long that Excel can only show the first {limit} characters.",
            "Shorten it if the whole text should be in the workbook.",
        ),
    },
    "value_unreadable": {
        "da": ("Værdien kan ikke læses.", "Se forklaringen af feltet, og ret værdien."),
        "en": ("The value cannot be read.", "See the description of the field and fix the value."),
    },
    "field_missing": {
        "da": ("Feltet »{column}« mangler.", "Udfyld det."),
        "en": ('The field "{column}" is missing.', "Fill it in."),
    },
    "key_unknown": {
        "da": ("Der er ikke et felt eller en indstilling med det navn.", "Ret navnet, eller slet det."),
        "en": ("There is no field or setting of that name.", "Fix the name, or delete it."),
    },
    "setting_twice": {
        "da": ("Indstillingen »{key}« står to gange.", "Slet den ene."),
        "en": ('The setting "{key}" is given twice.', "Delete one of them."),
    },
}
