"""Faults of tables, headers and limits in words: what is wrong, and how to fix it."""

from __future__ import annotations

Words = dict[str, tuple[str, str]]

TABLE_ISSUES: dict[str, Words] = {
    "file_overfull": {
        "da": (
            "Filen indeholder mere, end der læses: grænsen er {limit}.",
            "Slet det, der ikke hører til runden, eller hæv {setting} i columns.toml.",
        ),
        "en": (
            "The file holds more than is read: the limit is {limit}.",
            "Delete what does not belong to the round, or raise {setting} in columns.toml.",
        ),
    },
    "number_too_long": {
        "da": ("Et tal har flere cifre, end noget i en runde kan have.", "Ret tallet, eller slet det."),
        "en": (
            "A number has more digits than anything in a round can have.",
            "Fix the number, or delete it.",
        ),
    },
    "table_too_long": {
        "da": (
            "Tabellen har flere end {limit} rækker.",
            "Slet det, der ikke hører til runden, eller hæv {setting} i columns.toml.",
        ),
        "en": (
            "The table has more than {limit} rows.",
            "Delete what does not belong to the round, or raise {setting} in columns.toml.",
        ),
    },
    "rows_unread": {
        "da": (
            "Der er så mange fejl, at kontrollen stoppede med {rows} tilbage.",
            "Ret det, der er vist, og prøv igen; står samme fejl i alle rækker, så ret hele kolonnen.",
        ),
        "en": (
            "There are so many faults that the check stopped with {rows} left.",
            "Fix what is shown and try again; if every row has the same fault, fix the whole column.",
        ),
    },
    "table_too_large": {
        "da": (
            "Tabellen har flere end {limit} celler.",
            "Slet det, der ikke hører til runden, eller hæv {setting} i columns.toml.",
        ),
        "en": (
            "The table has more than {limit} cells.",
            "Delete what does not belong to the round, or raise {setting} in columns.toml.",
        ),
    },
    "cell_far_away": {
        "da": (
            "Der står noget langt uden for tabellen. Der læses til og med {limit}.",
            "Slet cellen, eller flyt den hen til tabellen. Grænserne er {setting} i columns.toml.",
        ),
        "en": (
            "There is a value far outside the table. Cells up to {limit} are read.",
            "Delete the cell, or move it to the table. The limits are {setting} in columns.toml.",
        ),
    },
    "cell_too_small": {
        "da": (
            "Teksten i »{column}« er for lang: en celle har plads til {limit} tegn.",
            "Forkort teksten, eller skriv runden som .json.",
        ),
        "en": (
            'The text in "{column}" is too long: a cell holds {limit} characters.',
            "Shorten it, or write the round as .json.",
        ),
    },
    "sheet_too_small": {
        "da": (
            "Tabellen har flere rækker eller kolonner, end et ark har plads til.",
            "Skriv runden som .json eller som en mappe med CSV-filer.",
        ),
        "en": (
            "The table has more rows or columns than a sheet has room for.",
            "Write the round as .json or as a folder of CSV files.",
        ),
    },
    "sheet_empty": {
        "da": ("Arket er tomt.", "Slet det, hvis det ikke skal bruges."),
        "en": ("The sheet is empty.", "Delete it if it is not needed."),
    },
    "sheet_hidden": {
        "da": (
            "Arket er skjult, men er brugt alligevel.",
            "Vis arket, og kontrollér det, eller slet det.",
        ),
        "en": ("The sheet is hidden, but was still used.", "Unhide it and check it, or delete it."),
    },
    "rows_hidden": {
        "da": (
            "Skjulte rækker er brugt alligevel (antal: {count}).",
            "Vis rækkerne, og kontrollér dem, eller slet dem.",
        ),
        "en": (
            "Hidden rows were still used (count: {count}).",
            "Unhide the rows and check them, or delete them.",
        ),
    },
    "rows_filtered": {
        "da": (
            "Rækker, som et filter skjuler, er brugt alligevel (antal: {count}).",
            "Fjern filteret, og kontrollér rækkerne, eller slet dem, der ikke skal være med.",
        ),
        "en": (
            "Rows that a filter hides were still used (count: {count}).",
            "Clear the filter and check the rows, or delete those that should not be used.",
        ),
    },
    "columns_hidden": {
        "da": (
            "Skjulte kolonner er brugt alligevel (antal: {count}).",
            "Vis kolonnerne, og kontrollér dem, eller slet dem.",
        ),
        "en": (
            "Hidden columns were still used (count: {count}).",
            "Unhide the columns and check them, or delete them.",
        ),
    },
    "cells_merged": {
        "da": (
            "Celler er flettet, så man ikke kan se, hvilken række værdien hører til.",
            "Ophæv fletningen i Excel, og skriv værdien i hver celle.",
        ),
        "en": (
            "Cells are merged, so it is unclear which row the value belongs to.",
            "Unmerge them in Excel, and write the value in each cell.",
        ),
    },
    "table_second_header": {
        "da": (
            "Her begynder en ny tabel på det samme ark.",
            "Flyt den til sit eget ark: ét ark til hver tabel.",
        ),
        "en": (
            "Another table begins here on the same sheet.",
            "Move it to a sheet of its own: one sheet for each table.",
        ),
    },
    "tables_swapped": {
        "da": (
            "Praktikanter og værter ser ud til at være byttet om.",
            "Byt navnene på arkene (eller filerne) om.",
        ),
        "en": (
            "Interns and hosts seem to be swapped.",
            "Swap the names of the sheets (or files).",
        ),
    },
    "column_proposed": {
        "da": (
            "Vi kender ikke overskriften. Vores gæt er »{column}«; kolonnen er ikke brugt endnu.",
            "Kald kolonnen »{column}«, hvis det er rigtigt.",
        ),
        "en": (
            'We do not know this header. Our guess is "{column}"; the column is not used yet.',
            'Rename the column to "{column}" if that is right.',
        ),
    },
    "columns_ticked": {
        "da": (
            "Kolonnerne har hver en mulighed, der kan krydses af, og er læst som »{column}«.",
            "Giv kolonnerne andre overskrifter, hvis de betyder noget andet.",
        ),
        "en": (
            'Each of the columns has an option to tick, and they were read as "{column}".',
            "Give the columns other headers if they mean something else.",
        ),
    },
    "column_understood": {
        "da": (
            "Kolonnen er læst som »{column}«.",
            "Giv kolonnen en anden overskrift, hvis det er forkert.",
        ),
        "en": (
            'The column was read as "{column}".',
            "Give the column another header if that is wrong.",
        ),
    },
    "column_holds_other": {
        "da": (
            "Overskriften passer ikke til kolonnens værdier; de hører til »{column}«.",
            "Kald kolonnen »{column}«.",
        ),
        "en": (
            'The header does not fit the values of the column; they belong to "{column}".',
            'Rename the column to "{column}".',
        ),
    },
    "table_unknown": {
        "da": (
            "Tabellen er sprunget over, fordi vi ikke kan se, om det er praktikanter eller værter.",
            "Kald den Praktikanter eller Værter, hvis den skal bruges.",
        ),
        "en": (
            "The table was skipped, as we cannot tell whether it is interns or hosts.",
            "Call it Interns or Hosts if it should be used.",
        ),
    },
    "table_not_known": {
        "da": ("Der er ingen tabel, der hedder sådan.", "Brug et af disse navne: {expected}."),
        "en": ("There is no table of that name.", "Use one of these names: {expected}."),
    },
    "not_a_table": {
        "da": (
            "Her skulle være en tabel: en dataramme, en liste af rækker (dict) eller en dict af lige lange "
            "kolonner.",
            "Giv tabellen i en af de former; en fil læses med read.",
        ),
        "en": (
            "This should be a table: a data frame, a list of rows (dicts), or a dict of columns as long as "
            "each other.",
            "Give it in one of these forms; a file is read with read.",
        ),
    },
    "wishes_without_order": {
        "da": (
            "Ønskerne er et sæt (set), og det har ingen rækkefølge. De er taget i alfabetisk rækkefølge.",
            "Giv dem som en liste med det første ønske først.",
        ),
        "en": (
            "The wishes are a set, which has no order. They were taken in alphabetical order.",
            "Give them as a list, the first wish first.",
        ),
    },
    "columns_carried": {
        "da": (
            "Kolonner, som vi ikke kender, bruges ikke; korte svar kommer med i planen.",
            "Omdøb dem, der skal bruges.",
        ),
        "en": (
            "Columns that we do not know are not used; short answers are copied to the plan.",
            "Rename those that should be used.",
        ),
    },
    "columns_unused": {
        "da": (
            "Vi kender ikke nogle af tabellens kolonner, og de er ikke brugt.",
            "Omdøb dem, der skal bruges, eller slet dem.",
        ),
        "en": (
            "We do not know some columns of the table, and they are not used.",
            "Rename those that should be used, or delete them.",
        ),
    },
    "column_twice": {
        "da": ("To kolonner betyder begge »{column}«.", "Behold den ene, eller omdøb den anden."),
        "en": ('Two columns both mean "{column}".', "Keep one of them, or rename the other."),
    },
    "column_missing": {
        "da": ("Kolonnen »{column}« mangler.", "Tilføj den, eller ret overskriften."),
        "en": ('The column "{column}" is missing.', "Add it, or fix the header."),
    },
    "column_misspelt": {
        "da": (
            "Overskriften ligner en, som vi kender, men er stavet anderledes.",
            "Ret overskriften; er det noget helt andet, så giv den et andet navn.",
        ),
        "en": (
            "The header looks like one that we know, but is spelt differently.",
            "Fix the header; if it is something else, give it another name.",
        ),
    },
    "column_without_header": {
        "da": (
            "Kolonnen har ingen overskrift og bruges ikke; korte svar kommer med i planen.",
            "Skriv en overskrift, eller slet kolonnen.",
        ),
        "en": (
            "The column has no header and is not used; short answers are copied to the plan.",
            "Write a header, or delete the column.",
        ),
    },
    "total_row_skipped": {
        "da": (
            "Rækken ligner en sum og er sprunget over.",
            "Slet rækken, hvis den ikke er nødvendig.",
        ),
        "en": (
            "The row looks like a total and was skipped.",
            "Delete the row if it is not needed.",
        ),
    },
}
