"""The rows of a plan: what each sheet and list holds, before anybody formats it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import natural_order
from innopraktik_match.report.grids import Cell, Grid, Record, grid
from innopraktik_match.report.packs.working_days import working_days
from innopraktik_match.report.people import People
from innopraktik_match.report.remedies import remedy_lines
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.names import named
from innopraktik_match.texts.report import FREE_VISIT, IN_VISIT, promise, reason_line, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.report.figures import Figures

MOST_HOSTS = 4
"""Hosts that are named in a reason: who waits has a row of a page, not a page."""
PLAN_FIRST = (
    *("intern_name", "intern_workplace", "host_name", "week", "first_day", "last_day", "days"),
    *("wish_rank", "km", "status", "decided"),
)
HOST_FIRST = (
    *("host_name", "week", "first_day", "last_day", "days", "intern_name", "intern_workplace"),
    *("intern_email", "role", "status"),
)
UNPLACED_FIRST = ("intern_name", "intern_workplace", "intern_municipality", "reasons", "help", "chances")
FREE_FIRST = (
    *("host_name", "host_municipality", "where", "week", "days", "free_visits", "free_places", "themes"),
    *("contact", "host_email"),
)


def dates(week: str | None, days: int | None) -> str | None:
    """Return the first and the last working day of a visit; None where it has no week, or no day in it.

    Examples
    --------
    >>> dates("2026-W37", 3)
    '07.09.2026 – 09.09.2026'
    """
    found = working_days(week, days) if week else ()
    return f"{found[0]:%d.%m.%Y} – {found[-1]:%d.%m.%Y}" if found else None


def plan_grid(plan: Plan, round: Round | None, lang: Lang, *, short: bool = False) -> Grid:
    """Return one row for each intern in each visit, by the names of the interns.

    `short` tells weeks as numbers, for a file that carries the years elsewhere.
    """
    people, decided = People(plan, round, lang, short=short), decisions(plan, round, lang)
    records = [
        {
            **people.of_intern(intern),
            **people.of_host(visit.host),
            **people.when(visit),
            "wish_rank": people.rank(intern, visit.host),
            "km": people.km(intern, visit.host),
            "status": value_label(visit.status_of(intern), lang),
            "decided": decided.get((intern, visit.host)),
            "visit": number,
            "points": people.points.get((intern, visit.host)),
            "visit_points": visit.points,
            **people.carried(intern, visit.host),
        }
        for number, visit in enumerate(plan.visits, 1)
        for intern in visit.interns
    ]
    records.sort(key=lambda one: (_order(one, "intern"), str(one["week"]), one["visit"]))
    return grid(records, lang, ("intern_name", "host_name", "intern", "host", "visit", "status"), PLAN_FIRST)


def host_grid(plan: Plan, round: Round | None, lang: Lang) -> Grid:
    """Return, host by host, one row for each intern who comes, with how to reach both sides."""
    people = People(plan, round, lang, short=True)
    records = [
        {
            **people.of_host(visit.host),
            **people.when(visit),
            **people.of_intern(intern),
            "status": value_label(visit.status_of(intern), lang),
            "visit": number,
        }
        for number, visit in enumerate(plan.visits, 1)
        for intern in visit.interns
    ]
    records.sort(key=lambda one: (_order(one, "host"), str(one["week"]), one["visit"], _order(one, "intern")))
    return grid(records, lang, ("host_name", "intern_name", "status", "host", "intern"), HOST_FIRST)


def unplaced_grid(
    plan: Plan, round: Round | None, lang: Lang, chances: Mapping[str, str] = MappingProxyType({})
) -> Grid:
    """Return those without a visit, why, what would help, and their chances of getting one."""
    people = People(plan, round, lang)
    hosts = named(round.hosts) if round else {}
    records = [
        {
            **people.of_intern(left.intern),
            "reasons": "\n".join(
                reason_line(reason, plan, hosts, lang, MOST_HOSTS) for reason in left.reasons
            ),
            "help": "\n".join(remedy_lines(left.reasons, lang)),
            "chances": chances.get(left.intern),
        }
        for left in plan.unplaced
    ]
    records.sort(key=lambda one: _order(one, "intern"))
    return grid(records, lang, ("intern_name", "reasons", "intern"), UNPLACED_FIRST)


def free_grid(plan: Plan, round: Round, figures: Figures, lang: Lang) -> Grid:
    """Return the places that nobody got."""
    people = People(plan, round, lang, short=True)
    hosts = {one.id: one for one in round.hosts}
    records: list[Record] = []
    for free in figures.free:
        visit = plan.visits[free.visit - 1] if free.visit else None
        host = hosts[free.host]
        records.append(
            {
                **people.of_host(free.host),
                "themes": ", ".join(host.themes),
                "where": said(IN_VISIT, lang).format(free.visit) if visit else said(FREE_VISIT, lang),
                "week": people.week(visit.week) if visit else _listed(map(people.week, host.weeks)),
                "days": visit.days if visit else None,
                "free_visits": free.visits or None,
                "free_places": free.places,
            }
        )
    records.sort(key=lambda one: _order(one, "host"))
    return grid(records, lang, ("host_name", "where", "free_places", "host"), FREE_FIRST)


def decisions(plan: Plan, round: Round | None, lang: Lang) -> dict[tuple[str, str], str]:
    """Return the rules that give way to the coordinator's decision, in words, of each pair that has any."""
    if round is None or round.policy.rules.lock.breaking == "refuse":
        return {}
    import innopraktik_match as im

    told: dict[tuple[str, str], list[str]] = {}
    decided = [(lock.intern, lock.host) for lock in round.locks if lock.status != "proposed"]
    for finding in im.score(round, plan).accepted:
        pairs = [(intern, finding.host) for intern in finding.interns]
        pairs = pairs or [pair for pair in decided if finding.rule == "quota" or set(pair) & set(finding.key)]
        for pair in pairs:
            told.setdefault(pair, []).append(promise(finding.rule, lang))
    return {pair: "\n".join(dict.fromkeys(rules)) for pair, rules in told.items()}


def _listed(cells: map[Cell]) -> Cell:
    """Return cells as one: alone as it is, several as words."""
    told = list(cells)
    return told[0] if len(told) == 1 else ", ".join(map(str, told))


def _order(record: Record, side: str) -> tuple[str, str]:
    """Return where a row belongs: by name, and by id where names are alike."""
    return natural_order(str(record[f"{side}_name"])), natural_order(str(record[side]))
