"""What only a person can say, in words: what is wrong, how to fix it."""

from __future__ import annotations

DIALOGUE_ISSUES: dict[str, dict[str, tuple[str, str]]] = {
    "person_perhaps_twice": {
        "da": (
            "De to rækker er måske den samme.",
            "Kør tidy, og svar i arket Spørgsmål – eller slet den ene række.",
        ),
        "en": (
            "The two rows may be the same person or host.",
            "Run tidy and answer in the sheet Questions – or delete one of the rows.",
        ),
    },
    "contact_perhaps_intern": {
        "da": (
            "Praktikanten og værtens kontaktperson har samme e-mail, men ikke samme navn.",
            "Er det den samme, så skriv navnet ens. Eller kør tidy, og svar i arket Spørgsmål.",
        ),
        "en": (
            "The intern and the host's contact have the same e-mail, but different names.",
            "If it is one person, write the name alike. Or run tidy and answer in the sheet Questions.",
        ),
    },
    "answer_unknown": {
        "da": (
            "Svaret er ikke et af dem, der kan vælges, og er ikke brugt.",
            "Vælg et af dem: {expected}.",
        ),
        "en": (
            "The answer is none of those that can be chosen, and was not used.",
            "Choose one of them: {expected}.",
        ),
    },
}
