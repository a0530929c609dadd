"""What is said of rows, of sheets of both sides, and of columns that name hosts."""

ROW_ISSUES = {
    "table_of_both": {
        "da": (
            "Arket har både praktikanter og værter og er delt efter denne kolonne: {interns} praktikanter, "
            "{hosts} værter.",
            "Ret svaret i rækken, hvis nogen er kommet i den forkerte tabel.",
        ),
        "en": (
            "The sheet holds both sides and was parted by this column: {interns} interns, {hosts} hosts.",
            "Change the answer in the row if somebody came into the wrong table.",
        ),
    },
    "side_not_said": {
        "da": (
            "Rækken siger ikke, om det er en praktikant eller en vært, og er sprunget over (antal: {count}).",
            "Skriv praktikant, vært eller begge dele.",
        ),
        "en": (
            "The row does not say whether it is an intern or a host, and was skipped (count: {count}).",
            "Write intern, host or both.",
        ),
    },
    "header_row_skipped": {
        "da": (
            "Rækken hører til overskrifterne og er ikke læst som en person.",
            "Slet rækken, hvis I vil slippe for beskeden.",
        ),
        "en": (
            "The row belongs to the headers and was not read as a person.",
            "Delete the row if you want to be rid of this note.",
        ),
    },
    "header_missing": {
        "da": (
            "Tabellen har ingen overskrifter: Den første række ligner en person.",
            "Indsæt en række øverst med overskrifter, for eksempel Navn, Sektor, Kommune, Højst.",
        ),
        "en": (
            "The table has no headers: its first row looks like a person.",
            "Insert a row at the top with headers, for example name, sector, municipality, max.",
        ),
    },
    "row_example": {
        "da": (
            "Rækken er skabelonens eksempel og er sprunget over (antal: {count}).",
            "Slet rækken, når I har set den.",
        ),
        "en": (
            "The row is the example of the template and was skipped (count: {count}).",
            "Delete the row once you have seen it.",
        ),
    },
    "row_withdrawn": {
        "da": (
            "Rækken siger, at deltageren har meldt fra; den er ikke med i runden (antal: {count}).",
            "Ret ordet i rækken, hvis det er forkert.",
        ),
        "en": (
            "The row says that they have withdrawn; they are not in the round (count: {count}).",
            "Change the word in the row if that is wrong.",
        ),
    },
    "person_twice": {
        "da": (
            "Samme person står i to rækker. Den nyeste (nederste) er brugt, den ældste er sprunget over.",
            "Slet den række, der ikke gælder.",
        ),
        "en": (
            "One person stands in two rows. The newer (lower) one is used, the older one was skipped.",
            "Delete the row that does not count.",
        ),
    },
    "consent_refused": {
        "da": (
            "Rækken siger nej til, at oplysningerne gemmes eller bruges (antal: {count}). De er med i "
            "planen.",
            "Aftal med dem, eller slet rækken.",
        ),
        "en": (
            "The row says no to keeping or using the data (count: {count}). They are in the plan.",
            "Agree with them, or delete the row.",
        ),
    },
    "answers_joined": {
        "da": (
            "Flere rækker er samlet til én person med ønskerne i rækkefølge (antal: {count}).",
            "Giv hver person sit eget id, hvis det er flere personer.",
        ),
        "en": (
            "Several rows were joined to one person with the wishes in order (count: {count}).",
            "Give each their own id if they are several people.",
        ),
    },
    "matrix_of_ranks": {
        "da": (
            "Kolonnerne nævner en vært hver og er læst som ønsker: 1 er det første (antal: {count}).",
            "Giv kolonnerne andre overskrifter, hvis de ikke er ønsker.",
        ),
        "en": (
            "The columns name a host each and were read as wishes: 1 is the first (count: {count}).",
            "Give the columns other headers if they are no wishes.",
        ),
    },
    "matrix_of_yes": {
        "da": (
            "Kolonnerne nævner en vært hver; ja er læst som et ønske, i kolonnernes orden.",
            "Skriv 1, 2, 3 i stedet for ja, hvis ønskerne har en rækkefølge.",
        ),
        "en": (
            "The columns name a host each; yes was read as a wish, in the order of the columns.",
            "Write 1, 2, 3 in place of yes if the wishes have an order.",
        ),
    },
    "matrix_of_points": {
        "da": (
            "Kolonnerne nævner en vært hver, men tallene er ikke en rækkefølge, og de er ikke brugt.",
            "Skriv 1 for det første ønske, 2 for det andet; eller brug arket Par med point.",
        ),
        "en": (
            "The columns name a host each, but the numbers are no ranking, and they were not used.",
            "Write 1 for the first wish, 2 for the second; or use the sheet Pairs with points.",
        ),
    },
    "companions_joined": {
        "da": (
            "De har skrevet hinandens navne og rejser sammen (antal: {count}).",
            "Slet navnet hos en af dem, hvis de ikke skal rejse sammen.",
        ),
        "en": (
            "They have written each other's names and travel together (count: {count}).",
            "Delete the name at one of them if they are not to travel together.",
        ),
    },
    "companion_one_sided": {
        "da": (
            "Praktikanten vil rejse sammen med en, der ikke har skrevet det samme. De er ikke sat sammen.",
            "Skriv det hos begge, eller slet det.",
        ),
        "en": (
            "The intern wants to travel with somebody who has not written the same. They were not joined.",
            "Write it at both, or delete it.",
        ),
    },
    "group_alone": {
        "da": (
            "Gruppen har kun et medlem, så den betyder ingenting.",
            "Skriv det samme ord hos alle i gruppen.",
        ),
        "en": (
            "The group has one member only, so it means nothing.",
            "Write the same word at everybody in the group.",
        ),
    },
    "pair_withdrawn": {
        "da": (
            "Rækken nævner en, der ikke er med i runden, og er sprunget over.",
            "Slet rækken, hvis I vil slippe for beskeden.",
        ),
        "en": (
            "The row names somebody who is not in the round, and was skipped.",
            "Delete the row if you want to be rid of this note.",
        ),
    },
    "wish_withdrawn": {
        "da": (
            "Ønsket nævner en, der har meldt fra, og er sprunget over.",
            "Slet ønsket, hvis I vil slippe for beskeden.",
        ),
        "en": (
            "The wish names somebody who has withdrawn, and was skipped.",
            "Delete the wish if you want to be rid of this note.",
        ),
    },
}
