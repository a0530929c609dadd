"""The words of a tidied workbook: changes, questions, and what is said when it is written."""

CHANGES = ("Rettelser", "Changes")
CHANGES_HEADER = (
    ("Fil", "Sted", "Kolonne", "Stod der", "Står nu", "Hvorfor"),
    ("File", "Where", "Column", "It said", "It says", "Why"),
)
QUESTIONS_HEADER = (
    ("Nr.", "Spørgsmål", "Gæt", "Svar", "Tabel", "Om", "Felt", "Slags"),
    ("No.", "Question", "Guess", "Answer", "Table", "About", "Field", "Kind"),
)
ANSWERS = (("ja", "nej"), ("yes", "no"))
WHY = {
    "read": ("læst sådan", "read so"),
    "moved": ("kolonnen er læst som {field}", "the column was read as {field}"),
    "withdrawn": ("har meldt fra; rækken er ikke med", "has withdrawn; the row is left out"),
    "closed": ("tager ingen denne gang; rækken er ikke med", "takes nobody this time; the row is left out"),
    "duplicate": ("står der to gange; den nyeste er brugt", "is there twice; the newest is used"),
    "example": ("skabelonens eksempel; rækken er ikke med", "example of the template; the row is left out"),
    "doubtful": ("kunne ikke læses; cellen er farvet", "could not be read; the cell is coloured"),
}
NOTHING = ("(ikke med)", "(left out)")
QUESTION = {
    "one": (
        "Er kolonnen «{header}» {field}?",
        'Is the column "{header}" {field}?',
    ),
    "same_person": (
        "Er {first} og {second} den samme?",
        "Are {first} and {second} the same?",
    ),
    "same_contact": (
        "Er praktikanten {first} og kontaktpersonen {second} den samme? De har samme e-mail.",
        "Are the intern {first} and the contact {second} the same person? They have the same e-mail.",
    ),
    "which_one": (
        "{who} skriver »{word}«, og det kan være flere. Hvem menes der?",
        '{who} writes "{word}", which fits several. Who is meant?',
    ),
    "nearly_named": (
        "{who} skriver »{word}«, som ikke findes. Menes der {first}?",
        '{who} writes "{word}", which is not there. Is {first} meant?',
    ),
    "nobody_named": (
        "{who} skriver »{word}«, som ikke findes. Hvem menes der?",
        '{who} writes "{word}", which is not there. Who is meant?',
    ),
    "companion": (
        "{first} vil følges med {second}, som ikke har skrevet det. Skal de følges?",
        "{first} wants to come with {second}, who has not written so. Should they come together?",
    ),
    "same_workplace": (
        "Er {names} den samme arbejdsplads? I så fald besøger de ikke hinanden.",
        "Are {names} the same workplace? Then they do not visit each other.",
    ),
    "same_workplaces": (
        "Er {names} og {more} til den samme arbejdsplads? I så fald besøger de ikke hinanden.",
        "Are {names} and {more} more the same workplace? Then they do not visit each other.",
    ),
    "swapped_date": (
        "Der står {read}, men Excel har nok byttet om på dag og måned. Menes der {meant}?",
        "It says {read}, but Excel has probably swapped day and month. Is {meant} meant?",
    ),
    "evidence": (
        "{fitting} af {count} celler kan læses sådan.",
        "{fitting} of {count} cells can be read so.",
    ),
}
NONE_OF_THEM = ("ingen af dem", "none of them")
DONE = {
    "da": "Rettelser: {changes}. Spørgsmål: {questions}. Celler at se på: {doubtful}.",
    "en": "Changes: {changes}. Questions: {questions}. Cells to look at: {doubtful}.",
}
OFFER = {
    "da": "Eller få det hele skrevet pænt om, med spørgsmålene til at svare på: "
    "innopraktik-match tidy {inputs} -o runde.xlsx",
    "en": "Or have it all written out neatly, with the questions to answer: "
    "innopraktik-match tidy {inputs} -o round.xlsx",
}
NEXT = {
    "da": "Svar i arket Spørgsmål, ret farvede celler, og kør: innopraktik-match solve {path} -o plan.xlsx",
    "en": "Answer the sheet Questions, mend coloured cells: innopraktik-match solve {path} -o plan.xlsx",
}
