"""Criteria and quotas about columns that nobody has, or that hold nothing of the kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.criteria import number_in, value_of
from innopraktik_match.domain.issues import Issue, nearest
from innopraktik_match.domain.names import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from innopraktik_match.domain.round import Host, Intern, Round

NUMBERS = ("within", "at_least", "at_most")


def criterion_faults(round: Round) -> Iterator[Issue]:
    """Yield a warning for each criterion about a column that is blank, or holds no numbers."""
    rules = round.policy.rules
    asked = [
        (side, column, one.how in NUMBERS)
        for one in rules.match.criteria
        if rules.match.on and one.on
        for side, column in (("interns", one.intern), ("hosts", one.host))
    ]
    asked += [(one.side, one.field, False) for one in rules.quota.limits if rules.quota.on]
    if round.policy.first_come:
        asked.append(("interns", round.policy.first_come, False))
    if rules.even.on and rules.even.column:
        asked.append(("hosts", rules.even.column, False))
    if rules.mixed_column.on and rules.mixed_column.column:
        asked.append(("interns", rules.mixed_column.column, False))
    asked += [
        (
            "interns",
            one.column,
            one.kind in ("spread", "average") or (one.kind == "alike" and one.how in NUMBERS),
        )
        for one in rules.visit_match.criteria
        if rules.visit_match.on and one.on
    ]
    for side, column, numbers in dict.fromkeys(asked):
        people: Sequence[Intern | Host] = round.interns if side == "interns" else round.hosts
        filled = [text for one in people if (text := value_of(one, column))]
        if people and not filled and key(column) != "region":
            known = {header for one in people for header in one.extra}
            values = {"column": column, "table": side, **nearest(column, known)}
            yield Issue("criterion_column_blank", "warning", values=values)
        elif numbers and filled and all(number_in(text) is None for text in filled):
            yield Issue("criterion_not_numbers", "warning", values={"column": column, "table": side})
