"""The words of hand-outs: letters, lists and calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.texts.demand import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from innopraktik_match.domain.language import Lang

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


def day_line(day: date, lang: Lang) -> str:
    """Return a day in words.

    Examples
    --------
    >>> from datetime import date
    >>> day_line(date(2026, 9, 7), "da")
    '7. september 2026'
    """
    return f"{day.day}{'.' if lang == 'da' else ''} {MONTHS[lang][day.month - 1]} {day.year}"


def span_line(days: Sequence[date], lang: Lang) -> str:
    """Return the first and the last of some days in words, with as little as is needed.

    Examples
    --------
    >>> from datetime import date
    >>> span_line([date(2026, 9, 7), date(2026, 9, 9)], "da")
    '7.–9. september 2026'
    >>> span_line([date(2026, 9, 30), date(2026, 10, 1)], "en")
    '30 September – 1 October 2026'
    """
    if not days:
        return ""
    first, last, dot = days[0], days[-1], "." if lang == "da" else ""
    whole = day_line(last, lang)
    if first == last:
        return whole
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{dot}–{whole}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day}{dot} {MONTHS[lang][first.month - 1]}{year} – {whole}"


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
