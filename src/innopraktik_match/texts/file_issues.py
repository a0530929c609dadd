"""Faults of files and headers in words: what is wrong, and how to mend it."""

from __future__ import annotations

Words = dict[str, tuple[str, str]]

FILE_ISSUES: dict[str, Words] = {
    "no_input": {
        "da": (
            "Der er ikke angivet nogen filer.",
            "Angiv en projektmappe (.xlsx), en mappe med CSV-filer eller en JSON-fil.",
        ),
        "en": (
            "No files were given.",
            "Name a workbook (.xlsx), a folder of CSV files or a JSON file.",
        ),
    },
    "file_missing": {
        "da": ("Filen findes ikke.", "Kontrollér navn og placering."),
        "en": ("The file does not exist.", "Check its name and folder."),
    },
    "file_not_a_file": {
        "da": ("Det er ikke en fil.", "Angiv en fil eller en mappe."),
        "en": ("This is not a file.", "Name a file or a folder."),
    },
    "file_unreadable": {
        "da": (
            "Filen kan ikke åbnes.",
            "Luk den i andre programmer, og kontrollér, at du har adgang til den.",
        ),
        "en": (
            "The file cannot be opened.",
            "Close it in other programs, and check that you may read it.",
        ),
    },
    "file_empty": {
        "da": (
            "Filen er tom.",
            "Vælg filen med jeres tilmeldinger, eller lav en ny med kommandoen template.",
        ),
        "en": (
            "The file is empty.",
            "Choose the file with your sign-ups, or make a new one with the command template.",
        ),
    },
    "file_too_large": {
        "da": (
            "Filen er større end {limit}.",
            "Gem kun de ark og kolonner, der skal bruges, i en ny fil.",
        ),
        "en": (
            "The file is larger than {limit}.",
            "Save only the sheets and columns you need in a new file.",
        ),
    },
    "folder_empty": {
        "da": (
            "Mappen indeholder ingen tabeller.",
            "Læg praktikanter.csv og værter.csv (eller en .xlsx) i mappen.",
        ),
        "en": ("The folder holds no tables.", "Put interns.csv and hosts.csv (or an .xlsx) in it."),
    },
    "workbook_damaged": {
        "da": (
            "Projektmappen er beskadiget eller er ikke en Excel-fil.",
            "Åbn den i Excel, og gem den igen som .xlsx.",
        ),
        "en": (
            "The workbook is damaged, or is not an Excel file.",
            "Open it in Excel and save it again as .xlsx.",
        ),
    },
    "workbook_old_or_locked": {
        "da": (
            "Filen er en gammel Excel-fil (.xls) eller har adgangskode.",
            "Fjern adgangskoden, og gem filen som .xlsx.",
        ),
        "en": (
            "The file is an old Excel file (.xls) or has a password.",
            "Remove the password and save the file as .xlsx.",
        ),
    },
    "file_is_html": {
        "da": ("Filen er en webside, ikke en tabel.", "Åbn den i Excel, og gem den som .xlsx."),
        "en": ("The file is a web page, not a table.", "Open it in Excel and save it as .xlsx."),
    },
    "file_is_workbook": {
        "da": (
            "Filen er en projektmappe, selv om navnet siger noget andet, og er læst som den.",
            "Giv filen endelsen .xlsx.",
        ),
        "en": (
            "The file is a workbook although its name says otherwise. It was read as a workbook.",
            "Give the file the ending .xlsx.",
        ),
    },
    "file_is_text": {
        "da": (
            "Filen er en tekstfil, selv om navnet siger projektmappe. Den er læst som CSV.",
            "Giv filen endelsen .csv.",
        ),
        "en": (
            "The file is text although its name says workbook. It was read as CSV.",
            "Give the file the ending .csv.",
        ),
    },
    "json_and_more": {
        "da": (
            "En JSON-fil er en hel runde og kan ikke læses sammen med andre tabeller.",
            "Angiv JSON-filen alene.",
        ),
        "en": (
            "A JSON file is a whole round and cannot be read together with other tables.",
            "Name the JSON file alone.",
        ),
    },
    "json_broken": {
        "da": ("Filen er ikke gyldig JSON.", "Lav den igen i det program, den kommer fra."),
        "en": ("The file is not valid JSON.", "Make it again in the program it comes from."),
    },
    "json_not_a_round": {
        "da": ("Filen indeholder ikke en runde.", "Den skal være et objekt med interns og hosts."),
        "en": ("The file does not hold a round.", "It must be an object with interns and hosts."),
    },
    "schema_version_unknown": {
        "da": ("Filens skemaversion er ukendt.", "Brug version {expected}."),
        "en": ("The schema version of the file is unknown.", "Use version {expected}."),
    },
    "toml_broken": {
        "da": ("Filen er ikke gyldig TOML.", "Ret linjen; tekst skal stå i anførselstegn."),
        "en": ("The file is not valid TOML.", "Mend the line; text must stand in quotation marks."),
    },
    "null_byte": {
        "da": (
            "Filen indeholder tegn, som ikke hører til i en tekstfil.",
            "Gem den igen som CSV UTF-8.",
        ),
        "en": (
            "The file holds characters that do not belong in a text file.",
            "Save it again as CSV UTF-8.",
        ),
    },
    "encoding_unknown": {
        "da": ("Tegnsættet kendes ikke.", "Brug for eksempel utf-8, cp1252 eller cp850."),
        "en": ("The encoding is not known.", "Use for example utf-8, cp1252 or cp850."),
    },
    "encoding_wrong": {
        "da": (
            "Filen kan ikke læses med tegnsættet.",
            "Gem den som CSV UTF-8, eller angiv et andet tegnsæt med --encoding.",
        ),
        "en": (
            "The file cannot be read with this encoding.",
            "Save it as CSV UTF-8, or name another encoding with --encoding.",
        ),
    },
    "read_as_cp1252": {
        "da": (
            "Filen er læst med Windows-tegnsættet (cp1252).",
            "Se efter, at æ, ø og å er rigtige.",
        ),
        "en": (
            "The file was read with the Windows encoding (cp1252).",
            "Check that letters such as æ, ø and å are right.",
        ),
    },
    "quote_unclosed": {
        "da": (
            "Et anførselstegn, der begynder i rækken, bliver ikke afsluttet.",
            "Sæt det manglende anførselstegn.",
        ),
        "en": (
            "A quotation mark that opens in this row is never closed.",
            "Add the missing quotation mark.",
        ),
    },
    "cell_too_large": {
        "da": (
            "En celle er for stor til at være rigtig.",
            "Se efter et manglende anførselstegn, eller forkort teksten.",
        ),
        "en": (
            "A cell is too large to be right.",
            "Look for a missing quotation mark, or shorten the text.",
        ),
    },
    "row_ragged": {
        "da": (
            "Rækken har et andet antal kolonner end den første række ({expected}).",
            "Sæt celler med skilletegn i anførselstegn, så intet forskydes.",
        ),
        "en": (
            "The row has another number of columns than the first row ({expected}).",
            "Put cells that hold the delimiter in quotation marks, so that nothing shifts.",
        ),
    },
    "table_unknown": {
        "da": (
            "Tabellen er ikke genkendt og er ikke brugt.",
            "Kald den for eksempel Praktikanter eller Værter, hvis den skal bruges.",
        ),
        "en": (
            "The table was not recognised and is not used.",
            "Call it for example Interns or Hosts if it should be.",
        ),
    },
    "column_twice": {
        "da": ("To kolonner betyder begge «{column}».", "Behold den ene, eller omdøb den anden."),
        "en": ('Two columns both mean "{column}".', "Keep one of them, or rename the other."),
    },
    "column_missing": {
        "da": ("Kolonnen «{column}» mangler.", "Tilføj den, eller ret overskriften."),
        "en": ('The column "{column}" is missing.', "Add it, or mend the header."),
    },
    "column_misspelt": {
        "da": (
            "Overskriften ligner en, som værktøjet kender, men er stavet anderledes.",
            "Ret overskriften; er det noget helt andet, så giv den et andet navn.",
        ),
        "en": (
            "The header looks like one that the tool knows, but is spelt differently.",
            "Mend the header; if it is something else, give it another name.",
        ),
    },
    "column_without_header": {
        "da": (
            "Kolonnen har ingen overskrift; den er ført med uden at blive brugt.",
            "Skriv en overskrift, eller slet kolonnen.",
        ),
        "en": (
            "The column has no header; it is carried along unused.",
            "Write a header, or delete the column.",
        ),
    },
    "total_row_skipped": {
        "da": (
            "Rækken er en sum og er ikke læst som en person.",
            "Slet rækken, hvis den ikke er nødvendig.",
        ),
        "en": (
            "The row is a total and was not read as a person.",
            "Delete the row if it is not needed.",
        ),
    },
}
