"""The words of a tidied workbook: changes, questions, and what is said when it is written."""

CHANGES = ("Rettelser", "Changes")
CHANGES_HEADER = (
    ("Fil", "Sted", "Kolonne", "Stod der", "Står nu", "Hvorfor"),
    ("File", "Where", "Column", "It said", "It says", "Why"),
)
QUESTIONS_HEADER = (
    ("Nr.", "Spørgsmål", "Gæt", "Svar", "Tabel", "Overskrift", "Felt"),
    ("No.", "Question", "Guess", "Answer", "Table", "Header", "Field"),
)
ANSWERS = (("ja", "nej"), ("yes", "no"))
WHY = {
    "read": ("læst sådan", "read so"),
    "moved": ("kolonnen er læst som {field}", "the column was read as {field}"),
    "withdrawn": ("har meldt fra; rækken er ikke med", "has withdrawn; the row is left out"),
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
    "evidence": (
        "{fitting} af {count} celler kan læses sådan.",
        "{fitting} of {count} cells can be read so.",
    ),
}
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
