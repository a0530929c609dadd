"""What is said of sheets of wishes, of places by week, and of rows that are remarks, in words."""

from __future__ import annotations

SHEET_ISSUES: dict[str, dict[str, tuple[str, str]]] = {
    "note_row_skipped": {
        "da": (
            "Rækken er en enkelt bemærkning og ikke en person; den er sprunget over.",
            "Slet rækken, hvis I vil undgå denne besked.",
        ),
        "en": (
            "The row is a single remark, not a person, and was skipped.",
            "Delete the row to avoid this message.",
        ),
    },
    "table_of_wishes": {
        "da": (
            "Arket har et ønske i hver række og er læst som ønskerne hos dem, det nævner.",
            "Er det forkert, så giv arket og kolonnerne andre navne.",
        ),
        "en": (
            "The sheet has a wish in each row and was read as the wishes of those it names.",
            "If that is wrong, give the sheet and its columns other names.",
        ),
    },
    "columns_of_places": {
        "da": (
            "Kolonnerne har værtens pladser i hver sin uge: Uger med 1 eller flere er læst som værtens uger.",
            "Giv kolonnerne andre overskrifter, hvis tallene betyder noget andet.",
        ),
        "en": (
            "The columns hold the host's places, a week each: weeks with 1 or more were read as its weeks.",
            "Give the columns other headers if the numbers mean something else.",
        ),
    },
    "places_differ": {
        "da": (
            "Værten har flere pladser i nogle uger end i andre. Det mindste antal, {count}, er brugt i alle.",
            "Kan flere komme i nogle af ugerne, så giv værten en række for hver slags uge, med sit eget id.",
        ),
        "en": (
            "The host has more places in some weeks than in others. The fewest, {count}, are used in all.",
            "If more may come in some weeks, give the host a row for each kind of week, with its own id.",
        ),
    },
    "plan_sheets_differ": {
        "da": (
            "To ark har planen, og de siger ikke det samme.",
            "Slet det ark, der ikke gælder, eller gem det i en fil for sig.",
        ),
        "en": (
            "Two sheets hold the plan, and they do not say the same.",
            "Delete the sheet that is not in force, or keep it in a file of its own.",
        ),
    },
    "column_negated": {
        "da": (
            "Kolonnen siger, hvad nogen ikke kan. Den er ikke brugt.",
            "Skriv de uger, hvor de kan, i en kolonne »Uger«, og de dage, de kan, i en kolonne »Dage«.",
        ),
        "en": (
            "The column says what somebody cannot do. It is not used.",
            'Write the weeks in which they are available in a column "weeks", and the days in one "days".',
        ),
    },
}
