"""The words of the commands: what each does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

ABOUT: dict[Lang, str] = {
    "da": "Fordeler praktikanter på værter. Alle data bliver på denne computer.",
    "en": "Places interns at hosts. All data stays on this computer.",
}

COMMANDS: dict[str, dict[Lang, str]] = {
    "demo": {
        "da": "Skriv en eksempelrunde i en mappe, lav planen, og vis den.",
        "en": "Write an example round to a folder, make the plan and show it.",
    },
    "template": {
        "da": "Skriv en projektmappe til udfyldning med rullelister og et eksempel.",
        "en": "Write a workbook to fill in, with drop-down lists and an example.",
    },
    "check": {
        "da": "Vis, hvordan filerne er læst, hvad der skal rettes, og om der er plads til alle.",
        "en": "Show how the files were read, what to fix, and whether there is room for everybody.",
    },
    "solve": {
        "da": "Lav planen, vis den, og gem den med -o (.xlsx, .csv eller .json).",
        "en": "Make the plan, show it, and save it with -o (.xlsx, .csv or .json).",
    },
    "replan": {
        "da": "Lav planen om, når nogen er faldet fra eller kommet til, med så få ændringer som muligt.",
        "en": "Plan anew when people have left or joined, with as few changes as possible.",
    },
    "compare": {
        "da": "Sammenlign to planer: mål, regler, og hvem der vinder, taber eller flytter.",
        "en": "Compare two plans: aims, rules, and who gains, loses or moves.",
    },
    "place": {
        "da": "Vis de pladser, en praktikant kan få nu, eller hvem en vært kan få, uden at andre flytter.",
        "en": "Show the places that an intern can get now, or whom a host can get, without moving others.",
    },
    "history": {
        "da": "Vis rækken af planer i en mappe: hvad der er sket imellem dem, og hvem der flyttede.",
        "en": "Show the line of plans in a folder: what happened between them, and who moved.",
    },
    "score": {
        "da": "Vis, hvor god en plan er – også en, I selv har rettet: mål, point og brudte regler.",
        "en": "Show how good a plan is, also one you have changed yourselves: aims, points, broken rules.",
    },
    "tidy": {
        "da": "Skriv det, der er sendt, som den faste projektmappe, med rettelser og spørgsmål i egne ark.",
        "en": "Write whatever was sent as the standard workbook, with sheets of changes and questions.",
    },
    "verify": {
        "da": "Kontrollér, at en plan følger reglerne, at tallene stemmer, og at ingen plan er bedre.",
        "en": "Verify that a plan keeps the rules, that its figures are correct and that no plan is better.",
    },
    "explain": {
        "da": "Vis, hvorfor planen er, som den er, hvad noget andet ville koste, og hvad der kan hjælpe.",
        "en": "Explain why the plan is as it is, what another would cost, and what can help.",
    },
    "report": {
        "da": "Skriv alt det, der deles ud: oversigt, breve, mails, kalendere, sider til værter.",
        "en": "Write all that is handed out: overview, letters, mails, calendars, pages for hosts.",
    },
    "sweep": {
        "da": "Løs runden under mange scenarier, og skriv en tabel over, hvad der kom ud af dem.",
        "en": "Solve the round under many scenarios, and write a table of what came of them.",
    },
    "serve": {
        "da": "Svar andre programmer over HTTP, på denne computer, medmindre andet er valgt.",
        "en": "Answer other programs over HTTP, on this computer unless told otherwise.",
    },
    "presets": {
        "da": "Vis, hvad hver grundindstilling betyder, og hvad den ville ændre i runden.",
        "en": "Show what each preset means, and what it would change in the round.",
    },
    "supplement": {
        "da": "Lav en lokal runde ved siden af den nationale, og vis, hvad rækkefølgen koster.",
        "en": "Plan a local round beside the national one, and show what the order costs.",
    },
    "requests": {
        "da": "Gennemløb et år med matchning efter ønske: ventetider og pladser, hver uge eller sjældnere.",
        "en": "Run a year of matching on request: waiting times and places, weekly or less often.",
    },
    "evaluate": {
        "da": "Vis, hvad der kom ud af runden: svarene fra evalueringen, holdt op mod planen.",
        "en": "Show what came of the round: the answers of the evaluation, joined to the plan.",
    },
    "remember": {
        "da": "Skriv runden med det, tidligere runder fortæller: hvem der har været hvor og blev afvist.",
        "en": "Write the round with what earlier rounds tell: who has been where, and who was turned away.",
    },
    "archive": {
        "da": "Gem tidligere runder i én projektmappe, med navne eller kendetegn, og glem personer.",
        "en": "Keep earlier rounds in one workbook, with names or tokens, and forget people.",
    },
    "network": {
        "da": "Vis, hvilke arbejdspladser runderne har forbundet, som tabeller (.xlsx) og billede (.svg).",
        "en": "Show which workplaces the rounds have linked, as tables (.xlsx) and as a picture (.svg).",
    },
    "schema": {
        "da": "Vis JSON Schema for runde, indstillinger og plan.",
        "en": "Print the JSON Schema of round, policy and plan.",
    },
}
