"""The words of plans and key figures, for screens and files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.texts.numbers import number

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan, Reason

MOST_IDS = 12

COLUMNS: dict[str, tuple[str, str]] = {
    "intern_name": ("Praktikant", "Intern"),
    "intern_workplace": ("Arbejdsplads", "Workplace"),
    "host_name": ("Vært", "Host"),
    "why_intern": ("Praktikant", "Intern"),
    "why_host": ("Vært", "Host"),
    "why_kind": ("Spørgsmål", "Question"),
    "why_possible": ("Kan lade sig gøre", "Possible"),
    "why_moves": ("Personer, der flytter", "People who move"),
    "why_text": ("Forklaring", "Explanation"),
    "week": ("Uge", "Week"),
    "first_day": ("Datoer fra", "Dates from"),
    "last_day": ("Datoer til", "Dates to"),
    "dates": ("Datoer", "Dates"),
    "days": ("Dage", "Days"),
    "wish_rank": ("Ønske", "Wish"),
    "km": ("Km", "Km"),
    "status": ("Status", "Status"),
    "visit": ("Besøg", "Visit"),
    "host": ("Vært-id", "Host id"),
    "host_workplace": ("Værtens arbejdsplads", "Host workplace"),
    "host_sector": ("Værtens sektor", "Host sector"),
    "host_municipality": ("Værtens kommune", "Host municipality"),
    "contact": ("Kontaktperson", "Contact"),
    "host_email": ("Værtens e-mail", "Host e-mail"),
    "intern": ("Praktikant-id", "Intern id"),
    "intern_email": ("Praktikantens e-mail", "Intern e-mail"),
    "intern_sector": ("Praktikantens sektor", "Intern sector"),
    "intern_municipality": ("Praktikantens kommune", "Intern municipality"),
    "role": ("Rolle", "Role"),
    "points": ("Point", "Points"),
    "visit_points": ("Besøgets point", "Points of the visit"),
    "intern_note": ("Praktikantens bemærkning", "Intern note"),
    "host_note": ("Værtens bemærkning", "Host note"),
    "interns": ("Praktikanter", "Interns"),
    "reasons": ("Hvorfor", "Why"),
    "help": ("Det kan hjælpe", "What can help"),
    "free_visits": ("Ledige besøg", "Free visits"),
    "free_places": ("Ledige pladser", "Free places"),
    "where": ("Hvor", "Where"),
    "themes": ("Temaer", "Themes"),
    "figure": ("Nøgletal", "Figure"),
    "value": ("Værdi", "Value"),
    "share": ("Andel", "Share"),
    "of": ("Ud af", "Out of"),
    "aim": ("Mål", "Aim"),
    "reached": ("Nået", "Reached"),
    "bound": ("Bevist grænse", "Proven bound"),
    "proven": ("Bevist bedst", "Proven best"),
    "proof": ("Bevis", "Proof"),
    "rule": ("Navn i indstillinger", "Name in settings"),
    "promise": ("Reglen siger", "The rule says"),
    "mode": ("Fast eller blød", "Hard or soft"),
    "settings": ("Indstillinger", "Settings"),
    "did": ("Det gjorde reglen", "What the rule did"),
    "setting": ("Indstilling", "Setting"),
    "about": ("Hvad", "What"),
    "whom": ("Hvem", "Whom"),
    "mend": ("Det kan I gøre", "What to do"),
    "before_host": ("Vært før", "Host before"),
    "before_dates": ("Datoer før", "Dates before"),
    "before_days": ("Dage før", "Days before"),
    "after_host": ("Vært nu", "Host now"),
    "after_dates": ("Datoer nu", "Dates now"),
    "after_days": ("Dage nu", "Days now"),
    "decided": ("Jeres beslutning trods", "Your decision in spite of"),
    "change_why": ("Hvorfor", "Why"),
    "change_intern": ("Praktikant", "Intern"),
    "answer": ("Havde svaret", "Had answered"),
    "reached_at": ("Praktikanten træffes på", "Intern is reached at"),
    "before_contact": ("Vært før træffes på", "Host before is reached at"),
    "after_contact": ("Vært nu træffes på", "Host now is reached at"),
    "chances": ("Står for tur", "In line"),
}
"""Column -> header in Danish and English."""

EXTRA_OF_HOST = ("Vært: {}", "Host: {}")

STATUS: dict[str, tuple[str, str]] = {
    "optimal": (
        "Det er bevist, at ingen anden plan opfylder målene bedre.",
        "Proven optimal: no other plan does better on your aims.",
    ),
    "feasible": (
        "Planen følger alle faste regler. Det er ikke bevist, at den er den bedste.",
        "The plan keeps every hard rule. It is not proven to be the best.",
    ),
    "infeasible": (
        "Det er bevist, at ingen plan kan følge alle faste regler.",
        "Proven impossible: no plan can keep every hard rule.",
    ),
    "unknown": (
        "Der blev ikke fundet en plan inden for tiden.",
        "No plan was found in time.",
    ),
}

AIMS: dict[str, tuple[str, str]] = {
    "placed": ("Praktikanter med besøg", "Interns with a visit"),
    "priority": ("Forrang til tidligere afviste", "Priority for those who missed out before"),
    "visits": ("Besøg til dem, der ønsker flere", "Visits for those who want several"),
    "points": ("Point i alt (jo færre, jo bedre)", "Total points (fewer is better)"),
    "worst_off": ("Flest point til én praktikant", "Most points for one intern"),
    "empty_hosts": ("Værter uden besøg", "Hosts without a visit"),
    "changes": ("Ændringer af det planlagte, vægtet", "Changes of what was planned, weighted"),
}

PROOFS: dict[str | None, tuple[str, str]] = {
    "prices": ("ved priser", "by prices"),
    "search": ("ved søgning", "by search"),
    None: ("", ""),
}

MODES: dict[str, tuple[str, str]] = {
    "off": ("fra", "off"),
    "soft": ("blød", "soft"),
    "hard": ("fast", "hard"),
}

FIGURES: dict[str, tuple[str, str]] = {
    "placed": ("Praktikanter med besøg", "Interns with a visit"),
    "unplaced": ("Praktikanter uden besøg", "Interns without a visit"),
    "visits": ("Besøg", "Visits"),
    "seats": ("Pladser i brug", "Places filled"),
    "first": ("Fik deres 1. ønske", "Got their first wish"),
    "second": ("Fik deres 2. ønske", "Got their second wish"),
    "third": ("Fik deres 3. ønske", "Got their third wish"),
    "later": ("Fik et senere ønske", "Got a later wish"),
    "other": ("Fik en vært, de ikke havde ønsket", "Got a host they had not wished for"),
    "none": ("Havde ønsker, men fik intet besøg", "Had wishes but got no visit"),
    "host_first": ("Værter, der fik deres 1. ønske", "Hosts that got their first wish"),
    "across": ("Kommer til en anden sektor", "Go to another sector"),
    "within": ("Kommer til en vært i egen sektor", "Stay in their own sector"),
    "hosts_used": ("Værter med besøg", "Hosts with a visit"),
    "free_places": ("Ledige pladser", "Free places"),
    "points": ("Point i alt (jo færre, jo bedre)", "Total points (fewer is better)"),
}

TRACE: dict[str, tuple[str, str]] = {
    "status": ("Planens status", "Status of the plan"),
    "version": ("innopraktik-match, version", "innopraktik-match, version"),
    "seed": ("Tal til lodtrækningen", "Number for the lottery"),
    "lottery": ("Lodtrækningen er gjort færdig", "Every tie has been drawn"),
    "seconds": ("Sekunder", "Seconds"),
    "preset": ("Grundindstilling", "Preset"),
    "weeks": ("Uger", "Weeks"),
    "input_sha256": ("Data (SHA-256)", "Data (SHA-256)"),
    "sha256": ("Plan (SHA-256)", "Plan (SHA-256)"),
}

REASONS: dict[str, tuple[str, str]] = {
    "no_host": ("Der er ingen værter i runden.", "The round has no hosts."),
    "full": ("Fyldt op: {hosts}.", "Full: {hosts}."),
    "outbid": (
        "Har plads, men den kan ikke bruges uden at bryde en regel eller gå ud over et mål: {hosts}.",
        "Has room, but it cannot be used without breaking a rule or doing worse on an aim: {hosts}.",
    ),
    "too_few": (
        "Har plads, men vil have flere på én gang, end der kan komme: {hosts}.",
        "Has room, but wants more at once than can come: {hosts}.",
    ),
    "unused": (
        "Har plads, som planen ikke bruger: {hosts}.",
        "Has room that the plan does not use: {hosts}.",
    ),
    "rule": ("Udelukket ({away}): {hosts}.", "Ruled out ({away}): {hosts}."),
}

YES_NO = (("nej", "no"), ("ja", "yes"))
MORE = ("og {} til", "and {} more")
NOT_WISHED = ("ikke ønsket", "not wished")
FREE_VISIT = ("Hele besøget", "Whole visit")
IN_VISIT = ("I besøg {}", "In visit {}")
IN_CELL = ("… forkortet", "… shortened")


def said(words: tuple[str, str], lang: Lang) -> str:
    """Return the Danish or the English word of a pair."""
    return words[0] if lang == "da" else words[1]


def promise(rule: str, lang: Lang) -> str:
    """Return a rule's sentence."""
    entry = RULEBOOK[rule]
    return entry.da if lang == "da" else entry.en


def away(rule: str, lang: Lang) -> str:
    """Return why a rule takes a host away, in a few words."""
    entry = RULEBOOK[rule]
    return entry.away_da if lang == "da" else entry.away_en


def ids_line(ids: tuple[str, ...], lang: Lang, count: int = 0, most: int = MOST_IDS) -> str:
    """Return ids in one line, the first of many; `count` where there are more than are given.

    Examples
    --------
    >>> ids_line(("v1", "v2"), "en")
    'v1, v2'
    """
    rest = max(count, len(ids)) - most
    shown = ", ".join(ids[:most])
    return f"{shown} {said(MORE, lang).format(number(rest, lang))}" if rest > 0 else shown


def told_as(reason: Reason, plan: Plan) -> str:
    """Return the code of a reason; only of a proven plan is it known that room could not be used better."""
    return "unused" if reason.code == "outbid" and plan.status != "optimal" else reason.code


def reason_line(reason: Reason, plan: Plan, names: dict[str, str], lang: Lang, most: int = MOST_IDS) -> str:
    """Return one reason why somebody has no visit; `names` are those of the hosts.

    Examples
    --------
    >>> from innopraktik_match.domain.plan import Plan, Reason
    >>> reason_line(Reason(code="full", hosts=("v1", "v2")), Plan(), {"v1": "DMI (v1)"}, "da")
    'Fyldt op: DMI (v1), v2.'
    """
    why = away(reason.rule, lang) if reason.rule else ""
    hosts = ids_line(tuple(names.get(one, one) for one in reason.hosts), lang, reason.count, most)
    return said(REASONS[told_as(reason, plan)], lang).format(away=why, hosts=hosts)
