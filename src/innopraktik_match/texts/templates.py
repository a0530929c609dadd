"""Templates of hand-outs in words: what they may use, what is wrong with them."""

from __future__ import annotations

HINT = {
    "da": "Ret teksten, som I vil. Det, der står i dobbelte krøllede parenteser, bliver skiftet ud: "
    "letter.name er modtageren, letter.subject emnet, letter.greeting hilsenen, letter.opening den første "
    "sætning, letter.visits besøgene med hver deres oplysninger, letter.notes sætningerne til sidst.",
    "en": "Change the text as you like. What stands in double curly brackets is filled in: letter.name is "
    "the recipient, letter.subject the subject, letter.greeting the greeting, letter.opening the first "
    "sentence, letter.visits the visits, each with its facts, letter.notes the sentences at the end.",
}
"""What stands at the top of a template to edit."""

TEMPLATE_ISSUES: dict[str, dict[str, tuple[str, str]]] = {
    "template_unknown": {
        "da": ("Der er ingen skabelon med det navn.", "Kald filen et af disse: {expected}."),
        "en": ("There is no template of that name.", "Call the file one of these: {expected}."),
    },
    "template_unreadable": {
        "da": ("Skabelonen kan ikke læses.", "Gem den som almindelig tekst (UTF-8)."),
        "en": ("The template cannot be read.", "Save it as plain text (UTF-8)."),
    },
    "template_broken": {
        "da": (
            "Skabelonen kan ikke bruges, og intet er skrevet.",
            "Ret linjen. Slet filen for at bruge den oprindelige igen.",
        ),
        "en": (
            "The template cannot be used, and nothing was written.",
            "Mend the line. Delete the file to use the original again.",
        ),
    },
}
