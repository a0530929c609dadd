"""First come, first served: who signed up when, as priorities."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from innopraktik_match.domain.criteria import SCALE, number_in, value_of

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Round

_MOMENT = re.compile(r"(\S+?)[T ,]+(?:kl\.? *)?([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})\S*)?")
SECONDS = 86_400


def with_first_come(round: Round) -> Round:
    """Return the round with a priority for each intern without one: how many signed up later.

    Who has no number, date or time in the column of `policy.first_come` came last.
    """
    column = round.policy.first_come
    if not column:
        return round
    moments = [moment_in(value_of(person, column)) for person in round.interns]
    known = sorted(moment for moment in moments if moment is not None)
    unknown = len(moments) - len(known)
    later = [
        0 if moment is None else unknown + len(known) - bisect_right(known, moment) for moment in moments
    ]
    interns = tuple(
        person if person.priority else person.model_copy(update={"priority": count})
        for person, count in zip(round.interns, later, strict=True)
    )
    return round.model_copy(update={"interns": interns})


def moment_in(text: str) -> int | None:
    """Return a number or a date, with or without a time of day, in millionths of a day.

    Examples
    --------
    >>> moment_in("2026-05-01 12:00") - moment_in("2026-05-01")
    500000
    >>> moment_in("1-5-2026 kl. 08.30") < moment_in("2026-05-01T09:15:20")
    True
    """
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return number_in(text)
    day = number_in(found[1])
    seconds = int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4] or 0)
    return None if day is None else day + seconds * SCALE // SECONDS
