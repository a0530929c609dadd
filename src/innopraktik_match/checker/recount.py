"""A plan counted again, in plain Python."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING

from innopraktik_match.checker.facts import Facts
from innopraktik_match.checker.loads import find_row, rows_demanded, seat_loads, stay_loads
from innopraktik_match.checker.option_rules import measure_option
from innopraktik_match.checker.round_rules import PEAK
from innopraktik_match.checker.visit_rules import measure_visit
from innopraktik_match.domain.findings import Finding, Score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from innopraktik_match.checker.rows import Key, Row
    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.domain.round import Round

_IN_ORDER = attrgetter(*(field.name for field in fields(Finding)))


@dataclass(frozen=True)
class Measured:
    """What the rules about options and visits say of one visit, and what it loads on the rows of the round.

    Attributes
    ----------
    findings : tuple of Finding
    points : int
    by_rule : tuple of (str, int)
        Those rule by rule, where there are any.
    dearest : int
        Option points of the dearest member.
    loads : tuple of (str, tuple, int)
        Rule and key of a row, and the load.
    """

    findings: tuple[Finding, ...]
    points: int
    by_rule: tuple[tuple[str, int], ...]
    dearest: int
    loads: tuple[tuple[str, Key, int], ...]


def recount(
    round: Round,
    visits: Sequence[Visit],
    facts: Facts | None = None,
    measured: Iterable[Measured] | None = None,
) -> Score:
    """Return a plan's worth, measured from docs/model.md and nothing of the engine.

    Parameters
    ----------
    round : Round
    visits : sequence of Visit
        Legal or not; every host and intern must be of the round.
    facts : Facts, optional
        The round's facts, if they are at hand.
    measured : iterable of Measured, optional
        What `measure` says of each visit, if that is at hand.

    Returns
    -------
    Score
    """
    f = facts or Facts(round)
    findings: list[Finding] = []
    by_rule = {rule: 0 for rule in type(f.rules).model_fields if rule in f.on}
    total: defaultdict[str, defaultdict[Key, int]] = defaultdict(lambda: defaultdict(int))
    count: Counter[str] = Counter()
    visit_points, peak = [], 0
    for said in measured or (measure(f, visit) for visit in visits):
        findings += said.findings
        for rule, points in said.by_rule:
            by_rule[rule] += points
        for rule, key, load in said.loads:
            total[rule][key] += load
        peak = max(peak, said.dearest)
        visit_points.append(said.points)
    for visit in visits:
        count.update(visit.interns)
    for rule in by_rule:
        loads = total[rule]
        for key, row in _rows_at_stake(f, rule, loads):
            load = loads.get(key, 0)
            short = max(0, row.lower - load) if row.lower is not None else 0
            over = max(0, load - row.upper) if row.upper is not None else 0
            amount = (short + over) * row.weight
            points = amount * (row.price or 0)
            by_rule[rule] += points
            if points or (row.price is None and amount):
                findings.append(Finding(rule, "", "", "", (), key, amount, points, row.price is None))
            elif row.given is not None and load > row.given:
                findings.append(Finding(rule, key=key, amount=load - row.given, accepted=True))
    if PEAK in by_rule:
        by_rule[PEAK] = peak * f.rules.worst_off.points
        if by_rule[PEAK]:
            findings.append(Finding(PEAK, key=("peak",), amount=peak, points=by_rule[PEAK]))
    points = sum(by_rule.values())
    aims = {
        "placed": len(count),
        "priority": sum(f.interns[name].priority for name in count),
        "visits": sum(
            min(n, f.interns[name].visits) for name, n in count.items() if f.interns[name].visits > 1
        ),
        "points": points,
        "worst_off": peak,
        "empty_hosts": len(f.hosts) - len({visit.host for visit in visits}),
        "changes": sum(
            row.weight for key, row in _rows_at_stake(f, "changes", ()) if not total["changes"][key]
        ),
    }
    return Score(aims, points, by_rule, tuple(visit_points), tuple(sorted(findings, key=_IN_ORDER)))


def measure(facts: Facts, visit: Visit) -> Measured:
    """Return what the rules about options and visits say of a visit, and its loads."""
    f, host = facts, facts.hosts[visit.host]
    week, days = visit.week or "", "" if visit.days is None else str(visit.days)
    members = tuple(sorted(visit.interns))
    findings: list[Finding] = []
    by_rule: Counter[str] = Counter()
    options = [
        ((name,), measure_option(f, f.interns[name], host, visit.week, visit.days)) for name in members
    ]
    for who, words in [*options, (members, measure_visit(f, host, members))]:
        for rule, (amount, points, breach, accepted) in words.items():
            by_rule[rule] += points
            if points or breach or accepted:
                where = rule, visit.host, week, days, who, ()
                findings.append(Finding(*where, amount, points, breach, accepted))
    loads = list(stay_loads(f, host, visit.week, visit.days))
    for name in members:
        loads += seat_loads(f, f.interns[name], host, visit.week, visit.days)
    dearest = max((sum(word.points for word in words.values()) for _, words in options), default=0)
    counted = tuple((rule, points) for rule, points in by_rule.items() if points)
    return Measured(tuple(findings), sum(by_rule.values()), counted, dearest, tuple(loads))


def _rows_at_stake(facts: Facts, rule: str, loaded: Iterable[Key]) -> Iterator[tuple[Key, Row]]:
    """Yield the rows that a plan can miss: those that demand something, and those that it loads."""
    demanded = rows_demanded(facts, rule)
    yield from demanded.items()
    for key in loaded:
        if key not in demanded and (found := find_row(facts, rule, key)) is not None:
            yield key, found[0]
