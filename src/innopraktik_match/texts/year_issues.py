"""Faults of the files of earlier rounds in words: what is wrong, and how to fix it."""

from __future__ import annotations

YEAR_ISSUES: dict[str, dict[str, tuple[str, str]]] = {
    "earlier_plan_alone": {
        "da": (
            "En plan som .json nævner kun id'er, ikke personer og arbejdspladser.",
            "Giv plan.xlsx i stedet, eller en mappe med både planen og rundens filer.",
        ),
        "en": (
            "A plan as .json names only ids, not people and workplaces.",
            "Give plan.xlsx instead, or a folder that holds both the plan and the files of its round.",
        ),
    },
    "earlier_is_sign_ups": {
        "da": (
            "Filen er tilmeldinger til en runde og siger ikke, hvem der kom hvorhen.",
            "Giv plan.xlsx fra runden, eller en mappe med både filen og plan.json.",
        ),
        "en": (
            "The file holds sign-ups to a round and does not say who went where.",
            "Give plan.xlsx of that round, or a folder that holds both the file and plan.json.",
        ),
    },
    "earlier_not_understood": {
        "da": (
            "Filen siger ikke, hvem der har besøgt hvem.",
            "Giv kolonnerne overskrifter som Navn, E-mail, Praktikantens arbejdsplads, Vært og År.",
        ),
        "en": (
            "The file does not say who visited whom.",
            "Give the columns headers such as Name, E-mail, Intern workplace, Host and Year.",
        ),
    },
    "earlier_row_nowhere": {
        "da": (
            "Rækken siger hverken, hvor besøget var, eller at nogen blev afvist, og er ikke brugt.",
            "Udfyld kolonnen Vært, eller skriv ja i kolonnen Afvist.",
        ),
        "en": (
            "The row says neither where the visit was nor that somebody was turned away; it is not used.",
            'Fill in the column Host, or write "yes" in the column Turned away.',
        ),
    },
    "area_unknown": {
        "da": (
            "Stedet er hverken en region eller en kommune.",
            "Skriv for eksempel »Region Syddanmark« eller »Odense«.",
        ),
        "en": (
            "The place is neither a region nor a municipality.",
            'Write for example "Region Syddanmark" or "Odense".',
        ),
    },
    "area_empty": {
        "da": (
            "Der er ingen praktikanter, eller ingen værter, i området.",
            "Tag flere steder med, eller brug --within.",
        ),
        "en": ("There are no interns, or no hosts, in the area.", "Name more places, or use --within."),
    },
    "pool_without_weeks": {
        "da": (
            "Der er for få uger at matche i.",
            "Skriv årets uger, for eksempel 2-50, i arket Indstillinger.",
        ),
        "en": (
            "There are too few weeks to match in.",
            "Write the weeks of the year, for example 2-50, in the settings.",
        ),
    },
    "survey_not_understood": {
        "da": (
            "Filen spørger ikke, om nogen har brugt praktikken, vil anbefale den eller stadig er i kontakt.",
            "Skriv i overskrifterne »Konkret brugt«, »Vil anbefale« eller »Stadig i kontakt«.",
        ),
        "en": (
            "The file asks neither about concrete use nor about recommending it nor about contact.",
            'Write "Concrete use", "Would recommend" or "Still in contact" in the headers.',
        ),
    },
    "forget_unknown": {
        "da": (
            "Den person, der skal glemmes, findes ikke i filerne.",
            'Skriv e-mailadressen, som den var dengang, eller "navn, arbejdsplads". '
            "Er der brugt kendetegn, så giv også nøglen med --key.",
        ),
        "en": (
            "The person to forget is not in the files.",
            'Write the e-mail address as it was then, or "name, workplace". '
            "Where tokens were used, give the key as well, with --key.",
        ),
    },
    "token_key_unreadable": {
        "da": ("Nøglefilen kan ikke læses.", "Giv den fil, som archive lavede første gang."),
        "en": ("The key file cannot be read.", "Give the file that archive made the first time."),
    },
    "token_key_too_short": {
        "da": (
            "Nøglen er for kort til at holde på en hemmelighed.",
            "Slet filen, og lad archive lave en ny nøgle; mindst {limit} tegn er nødvendige.",
        ),
        "en": (
            "The key is too short to keep a secret.",
            "Remove the file and let archive make a new key; it takes at least {limit} characters.",
        ),
    },
}
