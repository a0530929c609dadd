"""What keeps a plan from being measured against a round, all of it at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from innopraktik_match.domain.directory import Directory
from innopraktik_match.domain.issues import issue_at, read_id

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round


def find_plan_faults(round: Round, plan: Plan) -> list[Issue]:
    """Return what keeps a plan from being measured against a round.

    Parameters
    ----------
    round : Round
    plan : Plan
        Any plan, legal or not. Broken rules are no faults: `score` counts them.

    Returns
    -------
    list of Issue
        Errors only; places are the visits, counted from 1.
    """
    interns = Directory((intern.id, intern.name) for intern in round.interns)
    hosts = Directory((host.id, host.name) for host in round.hosts)
    weeks, lengths = round.weeks, round.lengths
    issues = []
    for row, visit in enumerate(plan.visits, 1):
        at = ("visits", row, "host")
        if visit.host not in hosts:
            issues.append(issue_at("host_unknown", at, read=visit.host, **hosts.nearest(visit.host)))
        for intern, count in Counter(visit.interns).items():
            at = ("visits", row, "intern")
            if intern not in interns:
                found = {**read_id("interns", intern), **interns.nearest(intern)}
                issues.append(issue_at("intern_unknown", at, **found))
            elif count > 1:
                issues.append(issue_at("intern_twice", at, intern=intern, host=visit.host))
        if visit.week is None and weeks:
            issues.append(issue_at("plan_week_missing", ("visits", row, "week")))
        if visit.days is None and lengths:
            issues.append(issue_at("plan_days_missing", ("visits", row, "days")))
    return issues
