"""What is said of cells with weeks, dates and lengths."""

from innopraktik_match.texts.cell_issues import Words

DATE_ISSUES: dict[str, Words] = {
    "days_unreadable": {
        "da": (
            "Antallet af dage kan ikke læses.",
            "Skriv for eksempel 3 eller 2-5 (1-10 arbejdsdage, det mindste tal først).",
        ),
        "en": (
            "The number of days cannot be read.",
            "Write for example 3 or 2-5 (1-10 working days, the smaller number first).",
        ),
    },
    "days_out_of_range": {
        "da": (
            "Antallet af dage er uden for det mulige.",
            "Skriv 1-{limit} arbejdsdage, det mindste tal først.",
        ),
        "en": (
            "The number of days is out of range.",
            "Write 1-{limit} working days, the smaller number first.",
        ),
    },
    "days_became_date": {
        "da": (
            "Excel har lavet antallet af dage om til en dato.",
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
    "weeks_reversed": {
        "da": ("Slutningen ligger før begyndelsen.", "Skriv den tidligste uge eller dato først."),
        "en": ("The end comes before the beginning.", "Write the earliest week or date first."),
    },
    "date_does_not_exist": {
        "da": ("Datoen findes ikke.", "Skriv dag, måned og år, for eksempel 07-09-2026."),
        "en": ("The date does not exist.", "Write day, month and year, for example 07-09-2026."),
    },
    "date_month_first": {
        "da": (
            "Nogle af kolonnens datoer har måneden først, så dagen kan ikke skelnes sikkert fra måneden.",
            "Skriv datoerne som 2026-09-07, eller skriv »måned først« ved Datoer i arket Indstillinger, hvis "
            "måneden altid står først.",
        ),
        "en": (
            "Some dates in the column have the month first, so day and month cannot be told apart.",
            'Write the dates as 2026-09-07, or put "month first" at dates in the sheet Settings if the month '
            "always comes first.",
        ),
    },
    "dates_day_first": {
        "da": (
            "Kolonnens datoer er læst med dagen først: 01-02-2026 er den 1. februar.",
            "Skriv »måned først« ved Datoer i arket Indstillinger, hvis måneden står først.",
        ),
        "en": (
            "The dates in the column were read with the day first: 01-02-2026 is 1 February.",
            'Put "month first" at dates in the sheet Settings if the month comes first.',
        ),
    },
    "date_perhaps_swapped": {
        "da": (
            "Excel har måske byttet om på dag og måned: kolonnen har også datoer som tekst, der kun kan have "
            "dagen først. Datoen er læst, som den står.",
            "Skriv datoen igen som tekst, for eksempel 2026-09-07.",
        ),
        "en": (
            "Excel has perhaps swapped day and month: the column also has dates as text that can only have "
            "the day first. The date was read as it is.",
            "Write the date again as text, for example 2026-09-07.",
        ),
    },
    "date_unlikely": {
        "da": (
            "Datoen ligger så langt væk, at den nok er forkert.",
            "Skriv et år mellem 2000 og 2100, og kontrollér, at cellen virkelig skal være en dato.",
        ),
        "en": (
            "The date is so far away that it is probably wrong.",
            "Write a year between 2000 and 2100; check that the cell really is a date.",
        ),
    },
    "date_with_time": {
        "da": (
            "Datoen har et klokkeslæt, som ikke er brugt.",
            "Slet klokkeslættet, hvis I vil undgå denne besked.",
        ),
        "en": (
            "The date has a time of day, which is not used.",
            "Delete the time to avoid this message.",
        ),
    },
    "year_two_digits": {
        "da": ("Årstallet har kun to cifre.", "Skriv årstallet med fire cifre, for eksempel 2026."),
        "en": ("The year has only two digits.", "Write it with four digits, for example 2026."),
    },
    "week_without_year": {
        "da": (
            "Ugen har intet årstal.",
            "Skriv for eksempel 2026-W37, eller skriv år i arket Indstillinger.",
        ),
        "en": (
            "The week has no year.",
            "Write for example 2026-W37, or put the year in the sheet Settings.",
        ),
    },
    "week_year_assumed": {
        "da": (
            "Nogle uger eller datoer har intet årstal. De er læst som de første, der passer: {years}.",
            "Er det et andet år, så skriv for eksempel 2026-W37, angiv året i arket Indstillinger, eller "
            "brug --year.",
        ),
        "en": (
            "Some weeks or dates have no year. They were read as the first that fit: {years}.",
            "If another year is meant, write for example 2026-W37, give year in the settings, or use --year.",
        ),
    },
    "week_does_not_exist": {
        "da": ("Ugen findes ikke.", "Et år har uge 1 til 52 og nogle år også uge 53."),
        "en": ("The week does not exist.", "A year has weeks 1 to 52, some years 53."),
    },
}
