"""Faults of files in words: what is wrong, and how to fix it."""

from __future__ import annotations

Words = dict[str, tuple[str, str]]

FILE_ISSUES: dict[str, Words] = {
    "no_input": {
        "da": (
            "Der er ingen tilmeldinger at læse.",
            "Angiv en projektmappe (.xlsx), en mappe med CSV-filer eller en JSON-fil. Ved score og verify "
            "skrives planen først og tilmeldingerne bagefter.",
        ),
        "en": (
            "There are no sign-ups to read.",
            "Give a workbook (.xlsx), a folder of CSV files or a JSON file. For score and verify the plan "
            "comes first and the sign-ups after it.",
        ),
    },
    "file_missing": {
        "da": ("Filen findes ikke.", "Kontrollér navn og placering."),
        "en": ("The file does not exist.", "Check its name and folder."),
    },
    "file_not_a_file": {
        "da": ("Det er ikke en fil.", "Angiv en fil eller en mappe."),
        "en": ("This is not a file.", "Give a file or a folder."),
    },
    "file_unreadable": {
        "da": (
            "Filen kan ikke åbnes.",
            "Luk den i andre programmer, og kontrollér, at I har adgang til den.",
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
            "Filen fylder mere end {limit}; for en projektmappe gælder det, når den er pakket ud.",
            "Kopiér de celler, der skal bruges, til en ny fil, eller hæv {setting} i columns.toml.",
        ),
        "en": (
            "The file is larger than {limit}; for a workbook, when it is unpacked.",
            "Copy the cells you need to a new file, or raise {setting} in columns.toml.",
        ),
    },
    "folder_empty": {
        "da": (
            "Mappen indeholder ingen tabeller.",
            "Læg praktikanter.csv og værter.csv (eller en .xlsx) i mappen.",
        ),
        "en": ("The folder holds no tables.", "Put interns.csv and hosts.csv (or an .xlsx) in it."),
    },
    "plan_left_out": {
        "da": (
            "Filen er en plan, ikke tilmeldinger, og er sprunget over.",
            "Flyt den, hvis I vil undgå denne besked.",
        ),
        "en": (
            "The file is a plan, not sign-ups, and was skipped.",
            "Move it to avoid this message.",
        ),
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
    "workbook_locked": {
        "da": (
            "Projektmappen er beskyttet med en adgangskode.",
            "Fjern adgangskoden i Excel (Filer, Oplysninger, Beskyt projektmappe), og gem filen igen.",
        ),
        "en": (
            "The workbook has a password.",
            "Remove the password in Excel (File, Info, Protect Workbook) and save it again.",
        ),
    },
    "workbook_old": {
        "da": (
            "Filen er gemt i det gamle Excel-format (.xls).",
            "Åbn den i Excel, vælg Gem som, og gem den som Excel-projektmappe (.xlsx).",
        ),
        "en": (
            "The file is in the old Excel format (.xls).",
            "Open it in Excel, choose Save As, and save it as an Excel workbook (.xlsx).",
        ),
    },
    "workbook_unsafe": {
        "da": (
            "Projektmappen indeholder kode, som hverken Excel eller vi bruger, og den er ikke åbnet.",
            "Brug den kun, hvis I kender afsenderen: Åbn den i Excel, og gem den som en ny fil.",
        ),
        "en": (
            "The workbook holds code that neither Excel nor we use, and was not opened.",
            "Use it only if you know the sender: open it in Excel and save it as a new file.",
        ),
    },
    "workbook_without_sheets": {
        "da": (
            "Projektmappen har ingen ark med celler.",
            "Vælg filen med jeres tilmeldinger, eller lav en ny med kommandoen template.",
        ),
        "en": (
            "The workbook has no sheets with cells.",
            "Choose the file with your sign-ups, or make a new one with the command template.",
        ),
    },
    "macros_ignored": {
        "da": (
            "Projektmappen har makroer. De er ikke kørt; kun cellernes værdier er læst.",
            "Gem den som .xlsx, hvis I vil undgå denne besked.",
        ),
        "en": (
            "The workbook has macros. They were not run; only the values of the cells were read.",
            "Save it as .xlsx to avoid this message.",
        ),
    },
    "links_to_workbooks": {
        "da": (
            "Projektmappen henter værdier fra andre projektmapper. "
            "De værdier, der sidst blev gemt, er brugt.",
            "Åbn den i Excel, opdater kæderne, og gem den, hvis værdierne kan være forældede.",
        ),
        "en": (
            "The workbook takes values from other workbooks. The values saved last were used.",
            "Open it in Excel, update the links and save it if the values may be out of date.",
        ),
    },
    "file_is_html": {
        "da": ("Filen er en webside, ikke en tabel.", "Åbn den i Excel, og gem den som .xlsx."),
        "en": ("The file is a web page, not a table.", "Open it in Excel and save it as .xlsx."),
    },
    "file_is_workbook": {
        "da": (
            "Filen er en projektmappe, selv om navnet siger noget andet. Den er læst som projektmappe.",
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
            "Give the JSON file alone.",
        ),
    },
    "json_broken": {
        "da": ("Filen er ikke gyldig JSON.", "Hent den igen fra det program, den kommer fra."),
        "en": ("The file is not valid JSON.", "Export it again from the program it comes from."),
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
        "en": ("The file is not valid TOML.", "Fix the line; text must be in quotation marks."),
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
        "en": ("Unknown encoding.", "Use for example utf-8, cp1252 or cp850."),
    },
    "encoding_wrong": {
        "da": (
            "Filen kan ikke læses med dette tegnsæt.",
            "Gem den som CSV UTF-8, eller angiv et andet tegnsæt med --encoding.",
        ),
        "en": (
            "The file cannot be read with this encoding.",
            "Save it as CSV UTF-8, or give another encoding with --encoding.",
        ),
    },
    "read_as_cp1252": {
        "da": (
            "Filen er læst med Windows-tegnsættet (cp1252).",
            "Kontrollér, at æ, ø og å er rigtige.",
        ),
        "en": (
            "The file was read with the Windows encoding (cp1252).",
            "Check that letters such as æ, ø and å are right.",
        ),
    },
    "encoding_other": {
        "da": (
            "Filen ser ud til at være gemt med et ældre tegnsæt, så æ, ø og å ville blive forkerte.",
            "Prøv igen med --encoding {encoding}, eller gem filen som CSV UTF-8.",
        ),
        "en": (
            "The file seems to be saved in an older encoding; æ, ø and å would come out wrong.",
            "Try again with --encoding {encoding}, or save the file as CSV UTF-8.",
        ),
    },
    "text_twice_encoded": {
        "da": (
            "Teksten er kodet to gange, så der står for eksempel Ã¸ i stedet for ø.",
            "Hent filen igen fra det program, den kommer fra, som CSV UTF-8 eller .xlsx.",
        ),
        "en": (
            "The text was encoded twice: it says for example Ã¸ instead of ø.",
            "Fetch the file again from the program it comes from, as CSV UTF-8 or .xlsx.",
        ),
    },
    "quote_unclosed": {
        "da": (
            "Et anførselstegn, der begynder en celle i rækken, bliver ikke afsluttet lige før et skilletegn.",
            'Tilføj det, der mangler, og skriv anførselstegn midt i teksten dobbelt, som "Den ""gode"" idé".',
        ),
        "en": (
            "A quotation mark that opens a cell in this row is not closed just before a delimiter.",
            'Add the missing one, and write those within the text twice, as in "The ""good"" idea".',
        ),
    },
    "cell_too_large": {
        "da": (
            "Cellen har flere end {limit} tegn.",
            "Led efter et manglende anførselstegn, eller forkort teksten (grænse: {setting}).",
        ),
        "en": (
            "The cell has more than {limit} characters.",
            "Look for a missing quotation mark, or shorten the text (limit: {setting}).",
        ),
    },
    "row_ragged": {
        "da": (
            "Rækken har {found} celler, men overskriften har {expected}; noget kan være forskudt.",
            'Sæt anførselstegn om celler med skilletegnet i, som "2,5" i en kommafil, og tilføj skilletegn, '
            "hvor celler mangler.",
        ),
        "en": (
            "The row has {found} cells, but the header has {expected}; something may have shifted.",
            'Put quotation marks around cells that hold the delimiter, as "2,5" in a file with commas, and '
            "add delimiters where cells are missing.",
        ),
    },
    "rows_short": {
        "da": (
            "Der er færre celler end i overskriften i {rows}; de manglende er læst som tomme.",
            "Kontrollér, at det er de sidste celler, der mangler.",
        ),
        "en": (
            "There are fewer cells than in the header in {rows}; the missing ones were read as blank.",
            "Check that it is the last cells that are missing.",
        ),
    },
}
