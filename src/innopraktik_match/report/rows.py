"""The rows of a plan: what each sheet and list holds, before anybody formats it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.names import named
from innopraktik_match.texts.report import (
    COLUMNS,
    EXTRA_OF_HOST,
    FREE_VISIT,
    IN_VISIT,
    reason_line,
    said,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.round import Host, Intern, Round
    from innopraktik_match.report.figures import Figures

Cell = str | int | float | None
DAYS_IN_WEEK = 5


@dataclass(frozen=True)
class Grid:
    """A table to be written: headers and rows of equal length."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def grid(records: list[dict[str, Cell]], lang: Lang, always: Iterable[str] = ()) -> Grid:
    """Return records as a grid; a column that nobody fills is left out unless it is in `always`."""
    keys = dict.fromkeys(key for record in records for key in record) or dict.fromkeys(always)
    kept = [
        key for key in keys if key in always or any(record.get(key) not in (None, "") for record in records)
    ]
    header = tuple(said(COLUMNS[key], lang) if key in COLUMNS else key for key in kept)
    return Grid(header, tuple(tuple(record.get(key) for key in kept) for record in records))


def dates(week: str | None, days: int | None) -> str | None:
    """Return the Monday to Friday within which a visit lies.

    Examples
    --------
    >>> dates("2026-W37", 3)
    '07.09.2026 – 11.09.2026'
    """
    if week is None:
        return None
    monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    weeks = ((days or 1) - 1) // DAYS_IN_WEEK
    last = monday + timedelta(days=7 * weeks + DAYS_IN_WEEK - 1)
    return f"{monday:%d.%m.%Y} – {last:%d.%m.%Y}"


def plan_grid(plan: Plan, round: Round | None, lang: Lang) -> Grid:
    """Return one row for each intern in each visit."""
    interns = {one.id: one for one in round.interns} if round else {}
    hosts = {one.id: one for one in round.hosts} if round else {}
    points = _pair_points(plan, round)
    records = []
    for number, visit in enumerate(plan.visits, 1):
        for intern in visit.interns:
            record: dict[str, Cell] = {
                **_when(number, visit),
                **_host(visit.host, hosts.get(visit.host), lang),
                **_intern(intern, interns.get(intern), lang),
                "wish_rank": _rank(interns.get(intern), visit.host),
                "points": points.get((intern, visit.host)),
                "visit_points": visit.points,
                "status": value_label(visit.status_of(intern), lang),
            }
            record |= _carried(interns.get(intern), hosts.get(visit.host), record, lang)
            records.append(record)
    return grid(records, lang, ("visit", "host", "intern", "status"))


def host_grid(plan: Plan, round: Round | None, lang: Lang) -> Grid:
    """Return one row for each visit, with those who come."""
    names = named(round.interns) if round else {}
    hosts = {one.id: one for one in round.hosts} if round else {}
    order = {host: number for number, host in enumerate(hosts)}
    visits = sorted(
        enumerate(plan.visits, 1),
        key=lambda pair: (order.get(pair[1].host, 0), pair[1].host, pair[1].week or "", pair[0]),
    )
    records: list[dict[str, Cell]] = []
    for number, visit in visits:
        host = hosts.get(visit.host)
        records.append(
            {
                **_host(visit.host, host, lang),
                **_when(number, visit),
                "count": len(visit.interns),
                "room": max(0, host.max - len(visit.interns)) if host else None,
                "interns": "\n".join(names.get(one, one) for one in visit.interns),
                "status": "\n".join(value_label(one, lang) for one in _statuses(visit)),
            }
        )
    return grid(records, lang, ("host", "visit", "count", "interns", "status"))


def unplaced_grid(
    plan: Plan, round: Round | None, lang: Lang, chances: Mapping[str, str] = MappingProxyType({})
) -> Grid:
    """Return those without a visit, why, and their chances of getting one."""
    interns = {one.id: one for one in round.interns} if round else {}
    names = named(round.hosts) if round else {}
    records: list[dict[str, Cell]] = [
        {
            **_intern(left.intern, interns.get(left.intern), lang),
            "reasons": "\n".join(reason_line(reason, plan, names, lang) for reason in left.reasons),
            "chances": chances.get(left.intern),
        }
        for left in plan.unplaced
    ]
    return grid(records, lang, ("intern", "reasons"))


def free_grid(plan: Plan, round: Round, figures: Figures, lang: Lang) -> Grid:
    """Return the places that nobody got."""
    hosts = {one.id: one for one in round.hosts}
    records: list[dict[str, Cell]] = []
    for free in figures.free:
        visit = plan.visits[free.visit - 1] if free.visit else None
        host = hosts[free.host]
        records.append(
            {
                **_host(free.host, host, lang),
                "themes": ", ".join(host.themes),
                "where": said(IN_VISIT, lang).format(free.visit) if visit else said(FREE_VISIT, lang),
                "week": visit.week if visit else ", ".join(host.weeks),
                "days": visit.days if visit else None,
                "free_visits": free.visits or None,
                "free_places": free.places,
            }
        )
    return grid(records, lang, ("host", "where", "free_places"))


def _statuses(visit: Visit) -> Iterable[str]:
    """Return the status of a visit, or of each who comes where they differ."""
    return [visit.status_of(one) for one in visit.interns] if visit.statuses else [visit.status]


def _when(number: int, visit: Visit) -> dict[str, Cell]:
    when = dates(visit.week, visit.days)
    return {"visit": number, "week": visit.week, "dates": when, "days": visit.days}


def _host(identity: str, host: Host | None, lang: Lang) -> dict[str, Cell]:
    if host is None:
        return {"host": identity}
    return {
        "host": identity,
        "host_name": host.name,
        "host_workplace": None if host.workplace == host.name else host.workplace,
        "host_sector": host.sector and value_label(host.sector, lang),
        "host_municipality": host.municipality,
        "contact": host.contact,
        "host_email": host.email,
    }


def _intern(identity: str, intern: Intern | None, lang: Lang) -> dict[str, Cell]:
    if intern is None:
        return {"intern": identity}
    return {
        "intern": identity,
        "intern_name": intern.name,
        "intern_email": intern.email,
        "intern_workplace": intern.workplace,
        "intern_sector": intern.sector and value_label(intern.sector, lang),
        "intern_municipality": intern.municipality,
        "role": intern.role,
    }


def _carried(intern: Intern | None, host: Host | None, known: dict[str, Cell], lang: Lang) -> dict[str, Cell]:
    """Return notes and the columns that the tool does not know, under names of their own."""
    carried: dict[str, Cell] = {}
    taken = {said(COLUMNS[name], lang).casefold() for name in known}
    if intern:
        carried["intern_note"] = intern.note
        mine = said(COLUMNS["intern"], lang).partition("-")[0].partition(" ")[0]
        for name, text in intern.extra.items():
            carried[f"{mine}: {name}" if name.casefold() in taken | COLUMNS.keys() else name] = text
    if host:
        carried["host_note"] = host.note
        carried |= {said(EXTRA_OF_HOST, lang).format(k): text for k, text in host.extra.items()}
    return carried


def _rank(intern: Intern | None, host: str) -> int | None:
    wished = intern is not None and host in intern.wishes
    return intern.wishes.index(host) + 1 if intern and wished else None


def _pair_points(plan: Plan, round: Round | None) -> dict[tuple[str, str], int]:
    """Return the points of each intern's own match: what the option rules charge."""
    if round is None:
        return {}
    import innopraktik_match as im
    from innopraktik_match.domain.rulebook import RULEBOOK

    points = {(one, visit.host): 0 for visit in plan.visits for one in visit.interns}
    for finding in im.score(round, plan).findings:
        if RULEBOOK[finding.rule].level == "option" and finding.interns:
            points[finding.interns[0], finding.host] += finding.points
    return points
