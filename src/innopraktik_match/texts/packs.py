"""The words of hand-outs: the page for the coordinator, hosts' pages, letters, lists and calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.texts.demand import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from innopraktik_match.domain.language import Lang

PAGE: dict[Lang, dict[str, str]] = {
    "da": {
        "title": "Planen for Innovationspraktik",
        "for_coordinator": "Til koordinatoren. Siden indeholder personoplysninger: Del den ikke videre.",
        "placed": "{placed} af {interns} praktikanter har fået besøg, hos {hosts_used} af {hosts} værter.",
        "basis": "Det bygger planen på",
        "wishes": "Hvem fik hvilket ønske",
        "wishes_bars": "Praktikanternes ønsker",
        "wishes_of": "De {wished} praktikanter, der havde ønsker, talt ved det bedste ønske, de fik",
        "no_wishes": "Ingen praktikanter havde ønsker.",
        "sectors": "Fra sektor til sektor",
        "sectors_caption": "Pladser: praktikantens sektor i rækken, værtens i kolonnen",
        "lengths": "Længder: ønsket og fået",
        "lengths_caption": "Pladser: ønsket antal dage i rækken, besøgets antal dage i kolonnen",
        "no_lengths": "Runden har ingen længder.",
        "wished_length": "Ønsket",
        "any_length": "Alle længder",
        "from_to": "Fra / til",
        "unknown": "Ukendt",
        "load": "Værterne",
        "load_caption": "Besøg og pladser hos hver vært, i brug og tilbudt",
        "visits_used": "Besøg",
        "visits_offered": "Tilbudte besøg",
        "places_used": "Praktikanter",
        "places_offered": "Pladser",
        "plan": "Alle besøg",
        "plan_caption": "Én række for hvert besøg",
        "unplaced": "Ikke placeret",
        "unplaced_caption": "Praktikanter uden besøg, og hvorfor",
        "no_reasons": "Planen er rettet eller lavet i hånden, så grundene er ikke fundet.",
        "everybody": "Alle praktikanter har fået besøg.",
        "made": "Sådan er planen lavet",
        "aims": "Målene i rækkefølge",
        "rules": "Reglerne, og hvad de kostede",
        "trace": "Det, der skal til for at lave planen igen",
        "no_visits": "Der er ingen besøg.",
        "for_host": "Besøg i Innovationspraktik",
        "visit_caption": "Praktikanter i besøg {number} af {count}: {when}",
        "name": "Navn",
    },
    "en": {
        "title": "The plan for Innovationspraktik",
        "for_coordinator": "For the coordinator. This page holds personal data: do not pass it on.",
        "placed": "{placed} of {interns} interns got a visit, at {hosts_used} of {hosts} hosts.",
        "basis": "What the plan rests on",
        "wishes": "Who got which wish",
        "wishes_bars": "The interns' wishes",
        "wishes_of": "The {wished} interns who had wishes, counted at the best wish they got",
        "no_wishes": "No intern had wishes.",
        "sectors": "From sector to sector",
        "sectors_caption": "Places: the intern's sector in the row, the host's in the column",
        "lengths": "Lengths wished and given",
        "lengths_caption": "Places: the wished number of days in the row, that of the visit in the column",
        "no_lengths": "The round has no lengths.",
        "wished_length": "Wished",
        "any_length": "Any length",
        "from_to": "From / to",
        "unknown": "Unknown",
        "load": "The hosts",
        "load_caption": "Visits and places at each host, used and offered",
        "visits_used": "Visits",
        "visits_offered": "Visits offered",
        "places_used": "Interns",
        "places_offered": "Places",
        "plan": "All visits",
        "plan_caption": "One row for each visit",
        "unplaced": "Not placed",
        "unplaced_caption": "Interns without a visit, and why",
        "no_reasons": "The plan was changed or made by hand, so no reasons were found.",
        "everybody": "Every intern got a visit.",
        "made": "How the plan was made",
        "aims": "The aims in order",
        "rules": "The rules, and what they cost",
        "trace": "What it takes to make the plan again",
        "no_visits": "There are no visits.",
        "for_host": "Visits in Innovationspraktik",
        "visit_caption": "Interns in visit {number} of {count}: {when}",
        "name": "Name",
    },
}

LETTER: dict[Lang, dict[str, str]] = {
    "da": {
        "subject_intern": "Dit besøg i Innovationspraktik",
        "subject_host": "Jeres besøg i Innovationspraktik",
        "greeting": "Kære {name}",
        "intern": "Her står, hvor og hvornår du skal på besøg i Innovationspraktik.",
        "intern_none": "Vi har desværre ikke fundet et besøg til dig i denne runde af Innovationspraktik.",
        "host": "Her står, hvem der kommer på besøg hos jer i Innovationspraktik, og hvornår.",
        "host_none": "Der kommer ingen praktikanter til jer i denne runde af Innovationspraktik. "
        "Tak, fordi I tilbød at tage imod.",
        "proposal": "Det er et forslag. Det gælder først, når både leder og vært har sagt ja.",
        "agree_days": "De præcise dage aftaler praktikant og vært med hinanden.",
        "answer": "Svar på denne mail, hvis noget ikke passer.",
        "closing": "Venlig hilsen",
        "sender": "Koordinatoren for Innovationspraktik",
        "where": "Hvor",
        "when": "Hvornår",
        "days": "Foreslåede dage",
        "agreed_days": "Dage",
        "with": "Sammen med",
        "alone": "ingen andre",
        "who": "Praktikant",
        "contact": "Kontakt",
        "status": "Status",
        "later": "aftales senere",
        "and": "og",
    },
    "en": {
        "subject_intern": "Your visit in Innovationspraktik",
        "subject_host": "Visits at your workplace in Innovationspraktik",
        "greeting": "Dear {name}",
        "intern": "This letter says where and when your visit in Innovationspraktik is.",
        "intern_none": "Unfortunately we have not found a visit for you in this round of Innovationspraktik.",
        "host": "This letter says who will visit you in Innovationspraktik, and when.",
        "host_none": "No interns will visit you in this round of Innovationspraktik. "
        "Thank you for offering to receive them.",
        "proposal": "This is a proposal. It holds once both manager and host have said yes.",
        "agree_days": "Intern and host agree on the exact days between themselves.",
        "answer": "Please reply if something does not suit you.",
        "closing": "Kind regards",
        "sender": "The coordinator of Innovationspraktik",
        "where": "Where",
        "when": "When",
        "days": "Proposed days",
        "agreed_days": "Days",
        "with": "Together with",
        "alone": "nobody else",
        "who": "Intern",
        "contact": "Contact",
        "status": "Status",
        "later": "to be agreed",
        "and": "and",
    },
}

MAIL = ("name", "email", "subject", "text")
"""Headers of mail.csv, the same in both languages: a mail merge is set up once."""

SHARED: dict[str, tuple[str, str]] = {
    "intern": ("Praktikant", "Intern"),
    "host": ("Vært", "Host"),
    "week": ("Uge", "Week"),
    "days": ("Dage", "Days"),
    "intern_sector": ("Praktikantens sektor", "Intern sector"),
    "intern_region": ("Praktikantens region", "Intern region"),
    "host_sector": ("Værtens sektor", "Host sector"),
    "host_region": ("Værtens region", "Host region"),
    "wish_rank": ("Ønske nr.", "Wish rank"),
    "status": ("Status", "Status"),
}
"""Column of shared.csv -> header in Danish and English."""

CALENDAR: dict[Lang, dict[str, str]] = {
    "da": {"summary": "Innovationspraktik: {host}", "interns": "Praktikanter: {names}"},
    "en": {"summary": "Innovationspraktik: {host}", "interns": "Interns: {names}"},
}

WEEKDAYS: dict[Lang, list[str]] = {
    "da": ["mandag", "tirsdag", "onsdag", "torsdag", "fredag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
}


def days_line(days: Sequence[date], lang: Lang) -> str:
    """Return days in words, with the year after the last.

    Examples
    --------
    >>> from datetime import date
    >>> days_line([date(2026, 9, 7), date(2026, 9, 8)], "da")
    'mandag 7. september og tirsdag 8. september 2026'
    """
    dot = "." if lang == "da" else ""
    told = [f"{WEEKDAYS[lang][one.weekday()]} {one.day}{dot} {MONTHS[lang][one.month - 1]}" for one in days]
    return f"{listed(told, lang)} {days[-1].year}" if days else ""


def listed(words: Sequence[str], lang: Lang) -> str:
    """Return words as a list in a sentence.

    Examples
    --------
    >>> listed(["a", "b", "c"], "en")
    'a, b and c'
    """
    *before, last = words or [""]
    return f"{', '.join(before)} {LETTER[lang]['and']} {last}" if before else last
