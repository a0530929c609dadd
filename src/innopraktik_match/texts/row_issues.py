"""Faults of rows, of sheets of both sides and of columns that name hosts, in words."""

ROW_ISSUES = {
    "table_of_both": {
        "da": (
            "Arket har både praktikanter og værter og er delt efter denne kolonne: {interns} praktikanter, "
            "{hosts} værter.",
            "Ret svaret i rækken, hvis nogen er kommet det forkerte sted.",
        ),
        "en": (
            "The sheet holds both sides and was split by this column: {interns} interns, {hosts} hosts.",
            "Fix the answer in the row if somebody is on the wrong side.",
        ),
    },
    "table_by_columns": {
        "da": (
            "Tabellen er læst som {table} på grund af sine kolonner.",
            "Er det forkert, så kald arket eller filen Praktikanter eller Værter.",
        ),
        "en": (
            "The table was read as {table} because of its columns.",
            "If that is wrong, call the sheet or file Interns or Hosts.",
        ),
    },
    "side_not_said": {
        "da": (
            "Det fremgår ikke, om det er en praktikant eller en vært; {rows} er sprunget over.",
            "Skriv praktikant, vært eller begge dele.",
        ),
        "en": (
            "It is not said whether this is an intern or a host; {rows} skipped.",
            "Write intern, host or both.",
        ),
    },
    "header_row_skipped": {
        "da": (
            "Rækken hører til overskrifterne og er sprunget over.",
            "Slet rækken, hvis I vil undgå denne besked.",
        ),
        "en": (
            "The row belongs to the headers and was skipped.",
            "Delete the row to avoid this message.",
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
            "Skabelonens eksempel er sprunget over ({rows}).",
            "Slet rækken, når I har set den.",
        ),
        "en": (
            "The example of the template was skipped ({rows}).",
            "Delete the row once you have seen it.",
        ),
    },
    "row_withdrawn": {
        "da": (
            "Deltageren har meldt fra og er ikke med i runden ({rows}).",
            "Ret ordet i rækken, hvis det er forkert.",
        ),
        "en": (
            "The participant has withdrawn and is not in the round ({rows}).",
            "Fix the word in the row if that is wrong.",
        ),
    },
    "person_twice": {
        "da": (
            "Samme person står i to rækker. Den nyeste (nederste) er brugt, den ældste er sprunget over.",
            "Slet den række, der ikke gælder.",
        ),
        "en": (
            "The same person is in two rows. The newer (lower) one is used, the older one was skipped.",
            "Delete the row that does not count.",
        ),
    },
    "contact_away": {
        "da": (
            "Praktikanten er selv kontaktperson hos værten. De to sættes ikke sammen, og helst er "
            "kontaktpersonen ikke væk i den uge, hvor værten har besøg.",
            "Må det slet ikke ske, så vælg »fast« ved reglen i arket Regler. Eller giv værten en anden "
            "kontaktperson.",
        ),
        "en": (
            "The intern is the host's own contact. The two are kept apart, and preferably the contact is not "
            "away in the week when the host has a visit.",
            'If it must never happen, choose "hard" for the rule in the sheet Rules. Or give the host '
            "another contact.",
        ),
    },
    "contact_may_be_away": {
        "da": (
            "Praktikanten er selv kontaktperson hos værten. De to sættes ikke sammen, men kontaktpersonen "
            "kan være væk, når værten får besøg: Reglen om det er slået fra.",
            "Vælg »blød« eller »fast« ved reglen i arket Regler, eller giv værten en anden kontaktperson.",
        ),
        "en": (
            "The intern is the host's own contact. The two are kept apart, but the contact may be away when "
            "the host has a visit: the rule about it is switched off.",
            'Choose "soft" or "hard" for the rule in the sheet Rules, or give the host another contact.',
        ),
    },
    "contact_stays": {
        "da": (
            "Praktikanten er selv kontaktperson hos værten. De to sættes ikke sammen, og kontaktpersonen er "
            "ikke væk i den uge, hvor værten har besøg.",
            "Bliver ugerne for få, så giv værten en anden kontaktperson.",
        ),
        "en": (
            "The intern is the host's own contact. The two are kept apart, and the contact is not away in "
            "the week when the host has a visit.",
            "If that leaves too few weeks, give the host another contact.",
        ),
    },
    "workplace_by_name": {
        "da": (
            "Værten har ingen arbejdsplads, men hedder som en praktikants; navnet er taget for den.",
            "Udfyld Arbejdsplads hos værten, hvis den er en anden.",
        ),
        "en": (
            "The host is called as an intern's workplace and has none; its name was read as its workplace.",
            "Fill in the host's workplace if it is another one.",
        ),
    },
    "workplace_nearly_same": {
        "da": (
            "Arbejdspladserne begynder ens og regnes for den samme, så praktikanten ikke sendes til værten.",
            "Skriv dem ens, hvis de er den samme, og ellers sådan, at de begynder forskelligt.",
        ),
        "en": (
            "The workplaces begin alike and are taken for the same, so the intern is not sent to the host.",
            "Write them alike if they are the same, and otherwise so that they begin differently.",
        ),
    },
    "workplaces_alike": {
        "da": (
            "Arbejdspladserne begynder ens, men så mange gør det, at de regnes for forskellige.",
            "Skriv dem ens, hvis de er den samme.",
        ),
        "en": (
            "The workplaces begin alike, but so many do that they are taken for different ones.",
            "Write them alike if they are the same.",
        ),
    },
    "consent_refused": {
        "da": (
            "Deltageren siger nej til, at oplysningerne bruges, eller lederen siger nej ({rows}), "
            "men deltageren er med i planen.",
            "Aftal det, eller slet rækken.",
        ),
        "en": (
            "The participant says no to using the data, or the manager says no ({rows}), "
            "but the participant is in the plan.",
            "Agree it, or delete the row.",
        ),
    },
    "answers_joined": {
        "da": (
            "Flere rækker er samlet til én person med ønskerne i rækkefølge ({rows}).",
            "Giv hver person sit eget id, hvis det er flere personer.",
        ),
        "en": (
            "Several rows were joined into one person with the wishes in order ({rows}).",
            "Give each person their own id if they are several people.",
        ),
    },
    "matrix_of_ranks": {
        "da": (
            "Kolonnerne nævner en vært hver og er læst som ønsker: 1 er det første (antal: {count}).",
            "Giv kolonnerne andre overskrifter, hvis de ikke er ønsker.",
        ),
        "en": (
            "Each of the columns names a host, and was read as wishes: 1 is the first (count: {count}).",
            "Give the columns other headers if they are not wishes.",
        ),
    },
    "matrix_of_yes": {
        "da": (
            "Kolonnerne nævner en vært hver; ja er læst som et ønske, i kolonnernes rækkefølge.",
            "Skriv 1, 2, 3 i stedet for ja, hvis ønskerne har en rækkefølge.",
        ),
        "en": (
            "Each of the columns names a host; yes was read as a wish, in the order of the columns.",
            "Write 1, 2, 3 in place of yes if the wishes have an order.",
        ),
    },
    "matrix_of_points": {
        "da": (
            "Kolonnerne nævner en vært hver, men tallene er ikke en rækkefølge, og de er ikke brugt.",
            "Skriv 1 for det første ønske, 2 for det andet; eller brug arket Par med point.",
        ),
        "en": (
            "Each of the columns names a host, but the numbers are not a ranking, and they were not used.",
            "Write 1 for the first wish, 2 for the second; or use the sheet Pairs with points.",
        ),
    },
    "companions_joined": {
        "da": (
            "De har skrevet hinandens navne og kommer i samme besøg ({rows}).",
            "Slet navnet hos en af dem, hvis de ikke skal i samme besøg.",
        ),
        "en": (
            "They wrote each other's names and come to the same visit ({rows}).",
            "Delete the name in one of the rows if they should not come to the same visit.",
        ),
    },
    "companion_one_sided": {
        "da": (
            "Praktikanten vil i samme besøg som en, der ikke har skrevet det samme. De er ikke sat sammen.",
            "Skriv det hos begge, eller slet det.",
        ),
        "en": (
            "The intern wants to come with somebody who has not written the same. They were not joined.",
            "Write it in both rows, or delete it.",
        ),
    },
    "group_alone": {
        "da": (
            "Gruppen har kun ét medlem, så den betyder ingenting.",
            "Skriv det samme ord hos alle i gruppen.",
        ),
        "en": (
            "The group has only one member, so it has no effect.",
            "Write the same word for everybody in the group.",
        ),
    },
    "pair_withdrawn": {
        "da": (
            "Rækken nævner en, der ikke er med i runden, og er sprunget over.",
            "Slet rækken, hvis I vil undgå denne besked.",
        ),
        "en": (
            "The row names somebody who is not in the round, and was skipped.",
            "Delete the row to avoid this message.",
        ),
    },
    "wish_withdrawn": {
        "da": (
            "Ønsket nævner en, der ikke er med i runden, og er sprunget over.",
            "Slet ønsket, hvis I vil undgå denne besked.",
        ),
        "en": (
            "The wish names somebody who is not in the round, and was skipped.",
            "Delete the wish to avoid this message.",
        ),
    },
    "plan_week_missing": {
        "da": ("Besøget mangler uge, og runden har flere uger.", "Udfyld kolonnen Uge."),
        "en": ("The visit lacks a week, and the round has several.", "Fill in the column week."),
    },
    "plan_days_missing": {
        "da": ("Besøget mangler antal dage, og runden har flere muligheder.", "Udfyld kolonnen Dage."),
        "en": (
            "The visit lacks its days, and the round has several possibilities.",
            "Fill in the column days.",
        ),
    },
    "plan_name_differs": {
        "da": (
            "Id og navn i rækken er ikke den samme.",
            "Ret den ene celle, så de passer sammen.",
        ),
        "en": (
            "The id and the name in the row are not the same person or host.",
            "Change one of the cells so that they agree.",
        ),
    },
    "plan_visit_parted": {
        "da": (
            "Rækkerne i besøg {visit} siger ikke det samme.",
            "Ret den ene celle, eller slet besøgets nummer i den række, der er flyttet.",
        ),
        "en": (
            "The rows of visit {visit} do not say the same.",
            "Change one of the cells, or delete the number of the visit in the row that was moved.",
        ),
    },
    "plan_row_incomplete": {
        "da": (
            "Rækken mangler »{column}« og tæller ikke som et besøg.",
            "Udfyld cellen, hvis rækken skal tælle med.",
        ),
        "en": (
            'The row lacks "{column}" and does not count as a visit.',
            "Fill in the cell if the row should count.",
        ),
    },
}
