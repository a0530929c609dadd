"""The changes of a plan as lines and as a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from innopraktik_match.domain.replanned import Replanned
from innopraktik_match.domain.rulebook.settings import TOLD
from innopraktik_match.domain.tables import Host
from innopraktik_match.report.grids import Cell, Grid, grid
from innopraktik_match.report.rows import dates
from innopraktik_match.texts.changes import WHY, WORDS
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.names import with_gone
from innopraktik_match.texts.numbers import counted, number
from innopraktik_match.texts.report import AIMS, said
from innopraktik_match.texts.standby import WORDS as STANDBY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.replanned import Changed, Spot
    from innopraktik_match.domain.round import Intern, Round

PHONE = re.compile(r"te?le?fo?n|tlf|mobil|phone", re.IGNORECASE)
"""Headers of columns, unknown to the tool, that hold telephone numbers."""


def change_lines(round: Round, plan: Plan, lang: Lang) -> list[str]:
    """Return each change in words.

    Parameters
    ----------
    round : Round
        As it is in the files, those who have withdrawn included.
    """
    words = WORDS[lang]
    interns, hosts = _names(round, plan)
    withdrawn = plan.replanned.withdrawn if plan.replanned else ()
    still = [interns[one.id] for one in round.interns if one.id in withdrawn]
    out = [words["still_out"].format(interns=", ".join(still))] if still else []
    if not plan.changes:
        return [words["nothing"], *out]
    told = [
        words["change"].format(
            intern=interns.get(one.intern, one.intern),
            before=spot_words(one.before, hosts, lang),
            after=spot_words(one.after, hosts, lang),
            why=_why(one, interns, lang),
        )
        for one in plan.changes
    ]
    lines = [words["changes"].format(count=number(len(told), lang)), *(f"  {line}" for line in told)]
    return [*lines, *(f"  {line}" for line in _reserve_lines(round, plan, lang)), *out]


def _reserve_lines(round: Round, plan: Plan, lang: Lang) -> Iterator[str]:
    """Yield which reserves stepped in, and at what cost the others would have."""
    words, now = STANDBY[lang], {aim.aim: aim.value for aim in plan.aims}
    interns, hosts = _names(round, plan)
    for step in plan.replanned.stepped_in if plan.replanned else ():
        worse = "; ".join(
            words["worse"].format(
                aim=said(AIMS[aim], lang), now=number(now[aim], lang), then=number(then, lang)
            )
            for aim, then in step.worse.items()
        )
        yield words["stepped_in" if step.used else "passed_over"].format(
            reserve=interns.get(step.intern, step.intern),
            whom=interns.get(step.whom, step.whom),
            host=hosts.get(step.host, step.host),
            worse=worse or words["impossible"],
        )


def changes_grid(round: Round | None, plan: Plan, lang: Lang) -> Grid:
    """Return one row for each change, with all that is needed to ring those it is about."""
    interns = {one.id: one for one in round.interns} if round else {}
    hosts = {one.id: one for one in round.hosts} if round else {}
    names, host_names = _names(round, plan)
    told = {(one.intern, one.host): one.status for one in plan.replanned.before} if plan.replanned else {}
    records: list[dict[str, Cell]] = []
    for one in plan.changes or ():
        status = told.get((one.intern, one.before.host)) if one.before else None
        records.append(
            {
                "change_intern": names.get(one.intern, one.intern),
                "reached_at": _reached_at(interns.get(one.intern)),
                "change_why": _with_reserve(plan, one, _why(one, names, lang), names, lang),
                "answer": value_label(status, lang) if status in TOLD else None,
                **_cells("before", one.before, hosts, host_names),
                **_cells("after", one.after, hosts, host_names),
            }
        )
        if not (one.before and one.after and one.before.host == one.after.host):
            records[-1]["before_days"] = None  # of interest where only the length is another
    return grid(records, lang, ("change_intern", "change_why", "before_host", "after_host"))


def spot_words(spot: Spot | None, hosts: Mapping[str, str], lang: Lang) -> str:
    """Return where and when somebody comes: "Museet (V3), uge 37, 3 dage"."""
    words = WORDS[lang]
    if spot is None:
        return words["nowhere"]
    week = words["week"].format(week=int(spot.week[6:])) if spot.week else ""
    days = words["days"].format(days=counted("days", spot.days, lang)) if spot.days else ""
    return hosts.get(spot.host, spot.host) + week + days


def _names(round: Round | None, plan: Plan) -> tuple[dict[str, str], dict[str, str]]:
    """Return what interns and hosts are called, those who have gone included, by id."""
    terms = plan.replanned or Replanned()
    return (
        with_gone(round.interns if round else (), terms.intern_names),
        with_gone(round.hosts if round else (), terms.host_names),
    )


def _cells(
    side: str, spot: Spot | None, hosts: Mapping[str, Host], names: Mapping[str, str]
) -> dict[str, Cell]:
    host = None if spot is None else hosts.get(spot.host)
    return {
        f"{side}_host": None if spot is None else names.get(spot.host, spot.host),
        f"{side}_dates": None if spot is None else dates(spot.week, spot.days),
        f"{side}_days": None if spot is None else spot.days,
        f"{side}_contact": _reached_at(host),
    }


def _reached_at(person: Intern | Host | None) -> str | None:
    """Return how somebody is reached: contact person, e-mail, and columns with telephone numbers."""
    if person is None:
        return None
    contact = person.contact if isinstance(person, Host) else None
    phones = (text for name, text in person.extra.items() if PHONE.search(name))
    return "\n".join(filter(None, (contact, person.email, *phones))) or None


def _why(change: Changed, interns: Mapping[str, str], lang: Lang) -> str:
    whom = interns.get(change.whom or "", change.whom)
    together = change.why == "no_longer_possible" and change.whom is not None
    return said(WHY["together" if together else change.why], lang).format(whom=whom)


def _with_reserve(plan: Plan, change: Changed, why: str, interns: Mapping[str, str], lang: Lang) -> str:
    """Return the reason of a change; of a reserve also for whom."""
    for step in plan.replanned.stepped_in if plan.replanned else ():
        if step.used and step.intern == change.intern and change.after and change.after.host == step.host:
            return STANDBY[lang]["reserve_for"].format(why=why, whom=interns.get(step.whom, step.whom))
    return why
