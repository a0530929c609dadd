"""The words of an evaluation: what surveys ask and answer, and what came of a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WHO: dict[str, tuple[str, ...]] = {
    "id": ("Id", "nr", "praktikant-id", "vært-id", "intern id", "host id", "svarnr"),
    "name": ("Navn", "Name", "dit navn", "your name", "praktikant", "intern", "deltager", "participant"),
    "email": ("E-mail", "mail", "email", "e-mailadresse", "din e-mail", "your e-mail"),
    "host": ("Vært", "Host", "praktiksted", "hvor var du", "hvor var du i praktik", "where were you"),
}
"""Columns that say who answers, and about which visit."""

ASKED: dict[str, tuple[str, ...]] = {
    "how": ("hvordan", "uddyb", "how have", "how did", "how do", "please explain"),
    "used": ("konkret", "brugt", "bruge", "brugbar", "nytte", "anvendt", "used", "useful", "concrete"),
    "recommend": ("anbefal", "recommend"),
    "contact": ("i kontakt", "stadig kontakt", "holder kontakt", "in contact", "in touch", "kept contact"),
}
"""Question -> parts of the headers that ask it, in the order in which they are looked for."""

ANSWERED_YES = frozenset(
    (
        *("ja", "j", "yes", "y", "x", "sand", "true", "1", "ja helt sikkert", "ja bestemt"),
        *("i høj grad", "i meget høj grad", "i nogen grad", "helt enig", "enig", "overvejende enig"),
        *("to a high degree", "to a very high degree", "to some degree", "strongly agree", "agree"),
    )
)
ANSWERED_NO = frozenset(
    (
        *("nej", "n", "no", "falsk", "false", "0"),
        *("i mindre grad", "i lav grad", "slet ikke", "uenig", "helt uenig", "hverken eller"),
        *("to a lesser degree", "to a low degree", "not at all", "disagree", "strongly disagree", "neither"),
    )
)

QUESTIONS: dict[Lang, dict[str, str]] = {
    "da": {
        "used": "Har brugt det konkret",
        "recommend": "Vil anbefale det",
        "contact": "Er stadig i kontakt",
    },
    "en": {
        "used": "Had concrete use of it",
        "recommend": "Would recommend it",
        "contact": "Are still in contact",
    },
}
SIDES: dict[Lang, dict[str, str]] = {
    "da": {"all": "alle", "interns": "praktikanter", "hosts": "værter"},
    "en": {"all": "all", "interns": "interns", "hosts": "hosts"},
}
TOPICS: dict[Lang, dict[str, str]] = {
    "da": {
        "wish": "ønske",
        "sector": "sektor",
        "days": "længde",
        "distance": "afstand",
        "theme": "tema",
    },
    "en": {"wish": "wish", "sector": "sector", "days": "length", "distance": "distance", "theme": "theme"},
}
GROUPS: dict[Lang, dict[str, str]] = {
    "da": {
        "first": "første ønske",
        "second": "andet ønske",
        "third": "tredje ønske",
        "later": "senere ønske",
        "unlisted": "ikke på ønskelisten",
        "none": "havde ingen ønsker",
        "across": "en anden sektor",
        "within": "samme sektor",
        "short": "højst 3 dage",
        "long": "4 dage eller flere",
        "near": "højst 50 km",
        "far": "over 50 km",
        "shared": "fælles tema",
        "apart": "intet fælles tema",
        "unknown": "ikke oplyst",
    },
    "en": {
        "first": "first wish",
        "second": "second wish",
        "third": "third wish",
        "later": "a later wish",
        "unlisted": "not on the list",
        "none": "had no wishes",
        "across": "another sector",
        "within": "the same sector",
        "short": "3 days at most",
        "long": "4 days or more",
        "near": "50 km at most",
        "far": "over 50 km",
        "shared": "a theme in common",
        "apart": "no theme in common",
        "unknown": "not told",
    },
}
LINES: dict[Lang, dict[str, str]] = {
    "da": {
        "answered": "Svar: {answered} af {people} ({interns} af {all_interns} praktikanter, "
        "{hosts} af {all_hosts} værter). Svar uden en kendt person: {unknown}.",
        "few_answered": "Under halvdelen har svaret. De, der svarer, kan være gladere end de andre.",
        "share": "{question}: {yes} af {answers} = {share} (mellem {low} og {high}). "
        "Programmets eget tal: {own}.",
        "no_answer": "{question}: ingen svar.",
        "unclear": "Svar, der hverken er ja eller nej og ikke tæller: {count}.",
        "several": "Svar, der kan gælde flere besøg og derfor ikke er delt op: {count}.",
        "split": "Delt op efter det, planen kunne se (kun praktikanter, spørgsmålet »{question}«):",
        "group": "  {topic}, {group}: {yes} af {answers} = {share} ({low}-{high}){few}",
        "few": "  for få svar",
        "compare": "  {topic}: {one} mod {other}: {difference} procentpoint ({low} til {high}) – {verdict}",
        "certain": "en sikker forskel",
        "uncertain": "kan ikke siges med så få svar",
        "interval": "Intervallerne (Wilson, Newcombe) dækker det sande tal i 95 af 100 undersøgelser. "
        "Ser man på mange forskelle, bliver en af dem let sikker ved et tilfælde.",
    },
    "en": {
        "answered": "Answers: {answered} of {people} ({interns} of {all_interns} interns, "
        "{hosts} of {all_hosts} hosts). Answers of nobody we know: {unknown}.",
        "few_answered": "Fewer than half have answered. Those who answer may be happier than the others.",
        "share": "{question}: {yes} of {answers} = {share} (between {low} and {high}). "
        "The scheme's own figure: {own}.",
        "no_answer": "{question}: no answers.",
        "unclear": "Answers that are neither yes nor no, and do not count: {count}.",
        "several": "Answers that may be about several visits, and are not broken down: {count}.",
        "split": 'Broken down by what the plan could see (interns only, the question "{question}"):',
        "group": "  {topic}, {group}: {yes} of {answers} = {share} ({low}-{high}){few}",
        "few": "  too few answers",
        "compare": "  {topic}: {one} against {other}: {difference} percentage points ({low} to {high}) – "
        "{verdict}",
        "certain": "a certain difference",
        "uncertain": "cannot be said from so few answers",
        "interval": "The intervals (Wilson, Newcombe) hold the true figure in 95 of 100 surveys. "
        "Where many differences are looked at, one of them easily seems certain by chance.",
    },
}
OWN_FIGURES: dict[Lang, dict[str, str]] = {
    "da": {"used": "3 af 4", "recommend": "over 9 af 10", "contact": "2 af 3"},
    "en": {"used": "3 of 4", "recommend": "more than 9 of 10", "contact": "2 of 3"},
}
"""What Center for Offentlig Innovation says of Innovationspraktik on its public pages."""

ABOUT_SUGGESTION: dict[Lang, dict[str, str]] = {
    "da": {
        "none": "Ingen forskel er sikker nok til at foreslå andre point.",
        "title": "Et forslag, ikke en beslutning. Skriv det i policy.toml, hvis I er enige:",
        "effect": "Med de point var sidste runde blevet sådan: {moved} af {placed} fik en anden vært. "
        "Første ønske: {first} før, {first_then} så. Anden sektor: {across} før, {across_then} så.",
    },
    "en": {
        "none": "No difference is certain enough to suggest other points.",
        "title": "A suggestion, not a decision. Write it in policy.toml if you agree:",
        "effect": "With these points the last round would have been: {moved} of {placed} at another host. "
        "First wish: {first} before, {first_then} then. Another sector: {across} before, {across_then} then.",
    },
}
TABLE: dict[Lang, dict[str, str]] = {
    "da": {
        "sheet": "Evaluering",
        "question": "Spørgsmål",
        "topic": "Delt op efter",
        "group": "Gruppe",
        "yes": "Ja",
        "answers": "Svar",
        "share": "Andel",
        "low": "Mindst",
        "high": "Højst",
        "few": "For få svar",
    },
    "en": {
        "sheet": "Evaluation",
        "question": "Question",
        "topic": "Broken down by",
        "group": "Group",
        "yes": "Yes",
        "answers": "Answers",
        "share": "Share",
        "low": "At least",
        "high": "At most",
        "few": "Too few answers",
    },
}
