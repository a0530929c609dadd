"""The changes of a plan as lines and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.report.rows import Cell, Grid, dates, grid
from innopraktik_match.texts.changes import WHY, WORDS
from innopraktik_match.texts.names import named
from innopraktik_match.texts.numbers import counted, number
from innopraktik_match.texts.report import AIMS, said
from innopraktik_match.texts.standby import WORDS as STANDBY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.replanned import Changed, Spot
    from innopraktik_match.domain.round import Round


def change_lines(round: Round, plan: Plan, lang: Lang) -> list[str]:
    """Return each change in words.

    Parameters
    ----------
    round : Round
        As it is in the files, those who have withdrawn included.
    """
    words = WORDS[lang]
    if not plan.changes:
        return [words["nothing"]]
    interns, hosts = named(round.interns), named(round.hosts)
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
    return [*lines, *(f"  {line}" for line in _reserve_lines(round, plan, lang))]


def _reserve_lines(round: Round, plan: Plan, lang: Lang) -> Iterator[str]:
    """Yield which reserves stepped in, and at what cost the others would have."""
    words, now = STANDBY[lang], {aim.aim: aim.value for aim in plan.aims}
    interns, hosts = named(round.interns), named(round.hosts)
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
    """Return one row for each change."""
    interns = named(round.interns) if round else {}
    hosts = named(round.hosts) if round else {}
    records: list[dict[str, Cell]] = [
        {
            "intern": interns.get(one.intern, one.intern),
            **_cells("before", one.before, hosts),
            **_cells("after", one.after, hosts),
            "change_why": _with_reserve(plan, one, _why(one, interns, lang), interns, lang),
        }
        for one in plan.changes or ()
    ]
    return grid(records, lang, ("intern", "before_host", "after_host", "change_why"))


def spot_words(spot: Spot | None, hosts: Mapping[str, str], lang: Lang) -> str:
    """Return where and when somebody comes: "Museet (V3), uge 37, 3 dage"."""
    words = WORDS[lang]
    if spot is None:
        return words["nowhere"]
    week = words["week"].format(week=int(spot.week[6:])) if spot.week else ""
    days = words["days"].format(days=counted("days", spot.days, lang)) if spot.days else ""
    return hosts.get(spot.host, spot.host) + week + days


def _cells(side: str, spot: Spot | None, hosts: Mapping[str, str]) -> dict[str, Cell]:
    if spot is None:
        return {f"{side}_host": None, f"{side}_week": None, f"{side}_dates": None, f"{side}_days": None}
    return {
        f"{side}_host": hosts.get(spot.host, spot.host),
        f"{side}_week": spot.week,
        f"{side}_dates": dates(spot.week, spot.days),
        f"{side}_days": spot.days,
    }


def _why(change: Changed, interns: Mapping[str, str], lang: Lang) -> str:
    whom = interns.get(change.whom or "", change.whom)
    return said(WHY[change.why], lang).format(whom=whom)


def _with_reserve(plan: Plan, change: Changed, why: str, interns: Mapping[str, str], lang: Lang) -> str:
    """Return the reason of a change; of a reserve also for whom."""
    for step in plan.replanned.stepped_in if plan.replanned else ():
        if step.used and step.intern == change.intern and change.after and change.after.host == step.host:
            return STANDBY[lang]["reserve_for"].format(why=why, whom=interns.get(step.whom, step.whom))
    return why
