"""What a person should look at before a plan is handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.report.grids import Grid, Record, grid
from innopraktik_match.report.packs.book import CALLED_OFF
from innopraktik_match.report.packs.plain_text import one_address
from innopraktik_match.report.packs.working_days import working_days
from innopraktik_match.texts.issues import issue_parts
from innopraktik_match.texts.names import named
from innopraktik_match.texts.report import said
from innopraktik_match.texts.workbook import WARNED
from innopraktik_match.validation.faults import find_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round


def alerts_grid(plan: Plan, round: Round, lang: Lang) -> Grid:
    """Return one row for each warning: what, whom it concerns, what to do."""
    found = [*_of_plan(plan, round), *_without_address(plan, round)]
    records: list[Record] = [
        {"about": said(WARNED[code][0], lang), "whom": "\n".join(who), "mend": said(WARNED[code][1], lang)}
        for code, who in found
    ]
    records += _of_round(round, lang)
    return grid(records, lang, ("about", "whom", "mend"))


def _of_plan(plan: Plan, round: Round) -> Iterator[tuple[str, list[str]]]:
    interns, hosts = named(round.interns), named(round.hosts)
    if plan.status == "feasible":
        yield "unproven", []
    off = [
        f"{interns.get(one, one)} – {hosts.get(visit.host, visit.host)}"
        for visit in plan.visits
        for one in visit.interns
        if visit.status_of(one) in CALLED_OFF
    ]
    if off:
        yield "called_off", off
    short = [
        hosts.get(visit.host, visit.host)
        for visit in plan.visits
        if visit.week and visit.days and len(working_days(visit.week, visit.days)) < visit.days
    ]
    if short:
        yield "few_days", short


def _without_address(plan: Plan, round: Round) -> Iterator[tuple[str, list[str]]]:
    met = {one for visit in plan.visits for one in (*visit.interns, visit.host)}
    names = named(round.people)
    lacking = [names[one.id] for one in round.people if one.id in met and not one_address(one.email)]
    if lacking:
        yield "no_address", lacking


def _of_round(round: Round, lang: Lang) -> Iterable[Record]:
    """Return the warnings of the round, one row for all that are alike."""
    alike: dict[tuple[str, str], dict[str, None]] = {}
    for issue in find_faults(round):
        if issue.severity == "warning":
            parts = issue_parts(issue, lang)
            alike.setdefault((parts.what, parts.mend), {}).update(dict.fromkeys(_whom(issue, round)))
    return [{"about": what, "whom": "\n".join(who), "mend": mend} for (what, mend), who in alike.items()]


def _whom(issue: Issue, round: Round) -> Iterator[str]:
    """Yield the names of the people in whose rows a warning stands."""
    for place in issue.places:
        if place.table in ("interns", "hosts") and place.row:
            one = getattr(round, place.table)[place.row - 1]
            yield named([one])[one.id]
