"""Write the pages of twenty explanations in docs/ as the tool gives them for the example rounds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import innopraktik_match as im

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.language import Lang

HOME = Path(__file__).parents[1]
PAGES: dict[Lang, Path] = {
    "da": HOME / "docs" / "da" / "forklaringer.md",
    "en": HOME / "docs" / "explanations.md",
}
INTRO: dict[Lang, str] = {
    "da": """# Tyve forklaringer

Sådan svarer værktøjet, når nogen spørger: Hvorfor fik jeg ikke den plads? Hvad skal der til? Alle personer er
opfundne; runderne ligger i `examples/`. Hvert tal er det samme, som hvis runden blev løst forfra med den ene
ændring. Siden er skrevet af værktøjet selv (`scripts/write_explanations.py`), og en test holder den ved lige.

Et point er en pris: Jo færre, jo bedre. 0 point er et besøg, som ingen kunne ønske sig bedre.
""",
    "en": """# Twenty explanations

This is how the tool answers when somebody asks: why did I not get that place? What would it take? All people
are invented; the rounds are in `examples/`. Each figure is what solving the round again with that one change
gives.
The page is written by the tool itself (`scripts/write_explanations.py`), and a test keeps it up to date.

A point is a price: fewer is better. 0 points is a visit nobody could wish better.
""",
}
ASKED: tuple[tuple[str, tuple[str, str], dict[str, Any]], ...] = (
    ("runde_2017", ("Hvorfor er de to sammen?", "Why are these two together?"), {"pair": ("p12", "v41")}),
    ("runde_2017", ("Og disse to?", "And these two?"), {"pair": ("p02", "v40")}),
    (
        "runde_2017",
        ("Hvorfor kom Magda ikke til Socialstyrelsen?", "Why did Magda not get this host?"),
        {"pair": ("p28", "v10")},
    ),
    ("runde_2017", ("Hvorfor må de to ikke mødes?", "Why may these two not meet?"), {"pair": ("p01", "v43")}),
    (
        "runde_2017",
        ("Hvad med antallet af dage?", "What about the number of days?"),
        {"pair": ("p47", "v47")},
    ),
    (
        "runde_2017",
        ("Hvad koster det, hvis kun én flytter?", "What does it cost if only one person moves?"),
        {"pair": ("p72", "v10")},
    ),
    (
        "runde_2017",
        ("Hvad koster det, hvis to bytter?", "What does it cost if two swap?"),
        {"pair": ("p06", "v47")},
    ),
    ("runde_2017", ("Kunne Dagmar bytte?", "Could Dagmar swap?"), {"pair": ("p20", "v06")}),
    (
        "runde_2017",
        ("Hvad koster en tidligere vært?", "What does an earlier host cost?"),
        {"pair": ("p06", "v01")},
    ),
    (
        "runde_2017",
        ("Findes der en anden plan, der er lige så god?", "Is there another plan that is just as good?"),
        {"next_best": 1, "differing": 3},
    ),
    ("runde_2017", ("Hvad binder hos Nordlys Data?", "What binds at Nordlys Data?"), {"binds": "v45"}),
    (
        "runde_2017",
        ("Hvad binder i Kriminalforsorgen?", "What binds at the prison service?"),
        {"binds": "v14"},
    ),
    ("runde_2017", ("Hvad binder i Gladsaxe?", "What binds in Gladsaxe?"), {"binds": "v31"}),
    (
        "runde_2015",
        ("Hvorfor fik Astrid denne vært?", "Why did Astrid get this host?"),
        {"pair": ("p001", "v36")},
    ),
    (
        "runde_2015",
        ("Hvorfor fik Frøya ikke sit ønske?", "Why did Frøya not get her wish?"),
        {"pair": ("p023", "v21")},
    ),
    ("runde_2015", ("Kunne Viggo få en plads?", "Could Viggo get a place?"), {"pair": ("p031", "v22")}),
    ("runde_2015", ("Og Bjarke?", "And Bjarke?"), {"pair": ("p136", "v17")}),
    (
        "runde_2015",
        ("Hvad binder hos Statens Serum Institut?", "What binds at Statens Serum Institut?"),
        {"binds": "v36"},
    ),
    (
        "runde_2015",
        ("Hvem mister sin plads, hvis Mille får en?", "Who loses a place if Mille gets one?"),
        {"pair": ("p004", "v08")},
    ),
    ("runde_2015", ("Hvorfor har p002 ikke fået et besøg?", "Why has p002 no visit?"), {"placed": "p002"}),
)
"""The round, the question in Danish and English, and what is asked of the tool."""


def pages() -> dict[Lang, str]:
    """Return both pages as the tool would write them now."""
    from innopraktik_match.explaining.wording import told

    found = {lang: [intro] for lang, intro in INTRO.items()}
    rounds = {name: im.read(HOME / "examples" / f"{name}.xlsx") for name, _, _ in ASKED}
    answered = dict(_answers(rounds))
    for number, (name, question, _) in enumerate(ASKED, 1):
        for lang, words in zip(("da", "en"), question, strict=True):
            text = " ".join(told(rounds[name], one, lang) for one in answered[number])
            found[lang].append(f"**{number}. {words}**\n\n> {text}\n")
    return {lang: "\n".join(parts) for lang, parts in found.items()}


def _answers(rounds: dict[str, im.Round]) -> Iterator[tuple[int, list[im.ExplainedFinding]]]:
    """Yield the findings of each question."""
    from innopraktik_match.explaining.findings import Findings

    of = {name: Findings(im.Study(round, im.solve(round))) for name, round in rounds.items()}
    for number, (name, _, asked) in enumerate(ASKED, 1):
        if "pair" in asked:
            yield number, [of[name].pair(*asked["pair"])]
        elif "binds" in asked:
            host = next(one for one in rounds[name].hosts if one.id == asked["binds"])
            yield number, list(of[name].more_of(host))[:1]
        elif "placed" in asked:
            intern = next(one for one in rounds[name].interns if one.id == asked["placed"])
            yield number, [of[name].not_placed(intern)]
        else:
            yield number, list(of[name].next_best(asked["next_best"], asked["differing"]))


if __name__ == "__main__":
    for lang, text in pages().items():
        PAGES[lang].write_text(text, encoding="utf-8")
