"""Scoring of any plan, legal or not, computed or made by hand, by the rules themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from innopraktik_match.domain.findings import Finding, Score
from innopraktik_match.model.measures import Bounds, Ints, Options, Places, Verdict, Visits
from innopraktik_match.model.rules import OPTION_RULES, ROUND_RULES, VISIT_RULES, RoundRule, rules_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.model.columns import Columns


def measured(columns: Columns, visits: tuple[Visit, ...]) -> Score:
    """Measure the visits of a round whose columns have all their slots; see `measuring.score`."""
    host, slot, seats = as_arrays(columns, visits)
    seated = np.nonzero(seats >= 0)
    owner = seated[0]
    options = Options.unpriced(seats[seated], host[owner], slot[owner])
    findings: list[Finding] = []
    by_rule: dict[str, int] = {}
    visit_points = np.zeros(len(visits), dtype=np.int64)
    option_points = np.zeros(len(options), dtype=np.int64)
    for rule in rules_on(columns, OPTION_RULES):
        verdict = rule.measure(columns, options)
        points = np.zeros(len(options), dtype=np.int64) + verdict.points
        option_points += points
        by_rule[rule.id] = int(points.sum())
        decided = np.zeros(len(options), dtype=bool) if verdict.accepted is None else verdict.accepted
        for n in np.flatnonzero((points != 0) | verdict.breach | decided):
            intern = columns.interns[options.intern[n]].id
            findings.append(_finding(rule.id, visits[owner[n]], (intern,), verdict, points, n))
    np.add.at(visit_points, owner, option_points)
    groups = Visits(host, slot, seats)
    for visit_rule in VISIT_RULES:
        if not getattr(columns.rules, visit_rule.id).on:
            continue
        verdict = visit_rule.measure(columns, groups)
        points = np.zeros(len(visits), dtype=np.int64) + verdict.points
        visit_points += points
        by_rule[visit_rule.id] = int(points.sum())
        decided = np.zeros(len(visits), dtype=bool) if verdict.accepted is None else verdict.accepted
        for n in np.flatnonzero((points != 0) | verdict.breach | decided):
            members = tuple(sorted(visits[n].interns))
            findings.append(_finding(visit_rule.id, visits[n], members, verdict, points, n))
    options = Options(options.intern, options.host, options.slot, option_points)
    for round_rule in ROUND_RULES:
        settings = getattr(columns.rules, round_rule.id)
        if settings.on:
            missed = _missed(columns, round_rule, options, Places(host, slot))
            by_rule[round_rule.id] = sum(finding.points for finding in missed)
            findings += [one for one in missed if one.points or one.breach or one.accepted]
    return Score(
        aims=_aims(columns, options, Places(host, slot), by_rule),
        points=sum(by_rule.values()),
        points_by_rule=by_rule,
        visit_points=tuple(visit_points.tolist()),
        findings=tuple(sorted(findings)),
    )


def as_arrays(columns: Columns, visits: Sequence[Visit]) -> tuple[Ints, Ints, Ints]:
    """Return host [G], slot [G] and members [G, M] of some visits, as indexes into the columns."""
    of_intern = {person.id: n for n, person in enumerate(columns.interns)}
    of_host = {host.id: n for n, host in enumerate(columns.hosts)}
    slots = {
        (int(w), int(d)): n for n, (w, d) in enumerate(zip(columns.slot_week, columns.slot_days, strict=True))
    }
    width = max((len(visit.interns) for visit in visits), default=1)
    members = np.full((len(visits), max(1, width)), -1, dtype=np.int64)
    host, slot = np.zeros(len(visits), dtype=np.int64), np.zeros(len(visits), dtype=np.int64)
    has_days = bool(columns.slot_days.any())
    for n, visit in enumerate(visits):
        members[n, : len(visit.interns)] = [of_intern[intern] for intern in visit.interns]
        host[n] = of_host[visit.host]
        week = columns.weeks.index(visit.week) if columns.weeks and visit.week else -1
        slot[n] = slots[week, (visit.days or 0) if has_days else 0]
    return host, slot, members


def _finding(
    rule: str,
    visit: Visit,
    who: tuple[str, ...],
    verdict: Verdict,
    points: Ints,
    row: np.integer[Any],
) -> Finding:
    return Finding(
        rule,
        host=visit.host,
        week=visit.week or "",
        days="" if visit.days is None else str(visit.days),
        interns=who,
        amount=int(verdict.amount[row]),
        points=int(points[row]),
        breach=bool(verdict.breach[row]),
        accepted=verdict.accepted is not None and bool(verdict.accepted[row]),
    )


def _missed(columns: Columns, rule: RoundRule, o: Options, p: Places) -> list[Finding]:
    """Return a finding for every row that is violated, or would be where a decision did not need more."""
    bounds = rule.bounds(columns, o, p)
    if bounds.peak:
        peak = int(bounds.option_load.max(initial=0))
        return [Finding(rule.id, key=("peak",), amount=peak, points=peak * (bounds.points or 0))]
    total = _totals(bounds)
    amount = np.maximum(0, np.maximum(bounds.lower - total, total - bounds.upper))
    if bounds.weight is not None:
        amount = amount * bounds.weight
    accepted = np.zeros(len(amount), dtype=bool)
    if bounds.given is not None and bounds.points is None:
        accepted = (amount == 0) & (total > bounds.given)
        amount = np.where(accepted, total - bounds.given, amount)
    price = 0 if bounds.points is None else bounds.points
    return [
        Finding(
            rule.id,
            key=bounds.key(int(row)),
            amount=int(amount[row]),
            points=price * int(amount[row]),
            breach=bounds.points is None and not accepted[row],
            accepted=bool(accepted[row]),
        )
        for row in np.flatnonzero(amount)
    ]


def _totals(bounds: Bounds) -> Ints:
    total = np.zeros(len(bounds.lower), dtype=np.int64)
    np.add.at(total, bounds.option_row, bounds.option_load)
    np.add.at(total, bounds.place_row, bounds.place_load)
    return total


def _aims(columns: Columns, o: Options, p: Places, by_rule: dict[str, int]) -> dict[str, int]:
    """Return every aim's value, in its own direction."""
    count = np.bincount(o.intern, minlength=len(columns.interns))
    changes = next(rule for rule in ROUND_RULES if rule.id == "changes")
    served = count > 0
    several = columns.intern_visits > 1
    return {
        "placed": int(served.sum()),
        "priority": int(columns.intern_priority[served].sum()),
        "visits": int(np.minimum(count, columns.intern_visits)[several].sum()),
        "points": sum(by_rule.values()),
        "worst_off": int(o.points.max(initial=0)),
        "empty_hosts": len(columns.hosts) - len(np.unique(p.host)),
        "changes": sum(finding.amount for finding in _missed(columns, changes, o, p)),
    }
