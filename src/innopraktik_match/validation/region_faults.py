"""What is wrong with the regions that people and quotas name, in the year of the round."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import issue_at, warning_at
from innopraktik_match.domain.municipalities import REFORM_YEAR, nearest_region, region_named, regions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.round import Host, Intern, Round

_FORMER, _NOT_YET, _UNKNOWN = "region_renamed", "region_not_yet", "region_unknown"


def region_faults(people: Iterable[tuple[str, int, Intern | Host]], year: int | None) -> Iterator[Issue]:
    """Yield the regions of people (table, row) that have another name in the year of the round, or none."""
    for table, row, person in people:
        if person.region and person.region.strip():
            code, values = _judged(person.region, year)
            if code:
                fault = issue_at(code, (table, row, "region"), read=person.region, **values)
                yield replace(fault, severity="info") if code == _FORMER else fault


def quota_faults(round: Round) -> Iterator[Issue]:
    """Yield the values of quotas that nobody has, or that are regions of other years."""
    rule, year = round.policy.rules.quota, round.year
    known: dict[tuple[str, str], set[str]] = {}
    for number, limit in enumerate(rule.limits if rule.on else (), 1):
        at = {"key": f"rules.quota.limits.{number}", "read": limit.value}
        code, values = _judged(limit.value, year) if limit.field == "region" else (None, {})
        if code in (_FORMER, _NOT_YET):
            yield warning_at(code, **at, **values)
        group = (limit.side, limit.field)
        if group not in known:
            known[group] = {limit.word(person, year) for person in getattr(round, limit.side)}
        if code != _NOT_YET and limit.meant(year) not in known[group]:
            yield warning_at("quota_value_unknown", **at, table=limit.side, field=limit.field)


def _judged(name: str, year: int | None) -> tuple[str | None, dict[str, object]]:
    """Return what is to be said about the name of a region, and the values of its sentence."""
    called = region_named(name, year)
    if called is not None:
        former = region_named(name, None) not in (None, called)
        return (_FORMER, {"expected": (called,)}) if former else (None, {})
    if region_named(name, REFORM_YEAR):
        return _NOT_YET, {"expected": regions(year), "limit": REFORM_YEAR}
    near = nearest_region(name, year)
    return _UNKNOWN, {"expected": regions(year), **({"suggestion": near} if near else {})}
