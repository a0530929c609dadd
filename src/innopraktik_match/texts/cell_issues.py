"""Faults of cells and settings in words: what is wrong, and how to mend it."""

from __future__ import annotations

Words = dict[str, tuple[str, str]]

CELL_ISSUES: dict[str, Words] = {
    "error_value": {
        "da": ("Cellen indeholder en regnefejl.", "Ret formlen, eller skriv værdien."),
        "en": ("The cell holds an error value.", "Mend the formula, or write the value."),
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
            "The id is so long a number that Excel rounds it.",
            "Format the column as text and write the id again.",
        ),
    },
    "name_ambiguous": {
        "da": ("Navnet passer på flere.", "Skriv id'et i stedet: {expected}."),
        "en": ("The name fits several.", "Write the id instead: {expected}."),
    },
    "not_whole": {
        "da": ("Det er ikke et helt tal.", "Skriv et helt tal, for eksempel 2."),
        "en": ("This is not a whole number.", "Write a whole number, for example 2."),
    },
    "not_number": {
        "da": ("Det er ikke et tal.", "Skriv et tal, for eksempel 0,1."),
        "en": ("This is not a number.", "Write a number, for example 0.1."),
    },
    "number_too_small": {
        "da": ("Tallet er for lille.", "Det mindste er {limit}."),
        "en": ("The number is too small.", "The least is {limit}."),
    },
    "number_too_large": {
        "da": ("Tallet er for stort.", "Det største er {limit}."),
        "en": ("The number is too large.", "The most is {limit}."),
    },
    "not_text": {
        "da": ("Det er ikke tekst.", "Skriv tekst."),
        "en": ("This is not text.", "Write text."),
    },
    "text_blank": {
        "da": ("Feltet er tomt.", "Udfyld det."),
        "en": ("The field is blank.", "Fill it in."),
    },
    "text_too_long": {
        "da": ("Teksten er for lang.", "Højst {limit} tegn."),
        "en": ("The text is too long.", "At most {limit} characters."),
    },
    "not_list": {
        "da": ("Det er ikke en liste, eller listen er tom.", "Skriv en liste med mindst én værdi."),
        "en": (
            "This is not a list, or the list is empty.",
            "Write a list with at least one value.",
        ),
    },
    "not_object": {
        "da": ("Det er ikke et sæt af felter.", "Skriv felter med navn og værdi."),
        "en": ("This is not a set of fields.", "Write fields with name and value."),
    },
    "not_one_of": {
        "da": ("Værdien er ikke blandt de kendte.", "Brug en af disse: {expected}."),
        "en": ("The value is not among the known ones.", "Use one of these: {expected}."),
    },
    "days_unreadable": {
        "da": (
            "Antal dage kan ikke læses.",
            "Skriv for eksempel 3 eller 2-5 (1-10 arbejdsdage, det mindste tal først).",
        ),
        "en": (
            "The number of days cannot be read.",
            "Write for example 3 or 2-5 (1-10 working days, the least first).",
        ),
    },
    "days_out_of_range": {
        "da": (
            "Antal dage er uden for det mulige.",
            "Skriv 1-{limit} arbejdsdage, det mindste tal først.",
        ),
        "en": (
            "The number of days is out of range.",
            "Write 1-{limit} working days, the least first.",
        ),
    },
    "days_became_date": {
        "da": (
            "Excel har lavet antal dage om til en dato.",
            "Formatér kolonnen som tekst, og skriv for eksempel 2-5 igen.",
        ),
        "en": (
            "Excel has turned the number of days into a date.",
            "Format the column as text and write for example 2-5 again.",
        ),
    },
    "weeks_unreadable": {
        "da": ("Ugen kan ikke læses.", "Skriv for eksempel 2026-W37, uge 37 eller 37-39."),
        "en": ("The week cannot be read.", "Write for example 2026-W37, week 37 or 37-39."),
    },
    "week_without_year": {
        "da": (
            "Ugen har intet årstal.",
            "Skriv for eksempel 2026-W37, eller angiv year i indstillingerne.",
        ),
        "en": (
            "The week has no year.",
            "Write for example 2026-W37, or give year in the settings.",
        ),
    },
    "week_does_not_exist": {
        "da": ("Ugen findes ikke.", "Et år har uge 1 til 52, nogle år 53."),
        "en": ("The week does not exist.", "A year has weeks 1 to 52, some years 53."),
    },
    "value_unreadable": {
        "da": ("Værdien kan ikke læses.", "Se forklaringen af feltet, og ret værdien."),
        "en": ("The value cannot be read.", "See the description of the field and mend the value."),
    },
    "field_missing": {
        "da": ("Feltet «{column}» mangler.", "Udfyld det."),
        "en": ('The field "{column}" is missing.', "Fill it in."),
    },
    "key_unknown": {
        "da": ("Navnet kendes ikke.", "Ret det, eller slet det."),
        "en": ("The name is not known.", "Mend it, or delete it."),
    },
    "setting_twice": {
        "da": ("Indstillingen «{key}» står to gange.", "Slet den ene."),
        "en": ('The setting "{key}" is given twice.', "Delete one of them."),
    },
    "plan_row_incomplete": {
        "da": (
            "Rækken mangler «{column}» og er ikke et besøg.",
            "Udfyld den, hvis den skal tælle med.",
        ),
        "en": ('The row lacks "{column}" and is no visit.', "Fill it in if it should count."),
    },
}
