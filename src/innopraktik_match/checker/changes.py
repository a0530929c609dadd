"""What a plan says it changes of the one before, compared with both."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from innopraktik_match.checker.report import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.replanned import Changed, Replanned

When = tuple[str, str, str | None, int | None]  # intern, host, week, days


def misreported(facts: Facts, plan: Plan) -> Iterator[Fault]:
    """Yield a fault for each intern whose changes are not those stated, or not for the reason stated."""
    if plan.replanned is None:
        if plan.changes is not None:
            yield Fault("changes_unfounded")
        return
    if not plan.aims and plan.changes is None:  # nothing was found
        return
    stated = plan.changes or ()
    gone, came = _differences(facts, plan, plan.replanned)
    told_gone = Counter(
        (one.intern, one.before.host, one.before.week, one.before.days) for one in stated if one.before
    )
    told_came = Counter(
        (one.intern, one.after.host, one.after.week, one.after.days) for one in stated if one.after
    )
    wrong = {key[0] for key in ((gone - told_gone) + (told_gone - gone))}
    wrong |= {key[0] for key in ((came - told_came) + (told_came - came))}
    wrong |= {one.intern for one in stated if not _holds(facts, plan.replanned, stated, one)}
    there = {(intern, visit.host) for visit in plan.visits for intern in visit.interns}
    wrong |= {
        one.intern for one in plan.replanned.stepped_in if one.used != ((one.intern, one.host) in there)
    }
    for intern in sorted(wrong):
        yield Fault("changes_differ", {"intern": intern})


def _differences(facts: Facts, plan: Plan, terms: Replanned) -> tuple[Counter[When], Counter[When]]:
    """Return the earlier visits that are gone, and the visits that are new."""
    came: Counter[When] = Counter(
        (intern, visit.host, visit.week, visit.days) for visit in plan.visits for intern in visit.interns
    )
    gone: Counter[When] = Counter()
    for one in terms.before:
        same = [
            key
            for key in came
            if key[:2] == (one.intern, one.host)
            and (not one.week or not facts.weeks or one.week == key[2])
            and (not one.days or not facts.lengths or one.days == key[3])
        ]
        if same:
            came[same[0]] -= 1
        else:
            gone[one.intern, one.host, one.week, one.days] += 1
    return gone, +came


def _holds(facts: Facts, terms: Replanned, stated: tuple[Changed, ...], one: Changed) -> bool:
    """Whether a reason is so, as far as the round and the plan before tell."""
    if one.before is None:
        return one.why == "new" and one.whom is None
    pair = one.intern, one.before.host
    if one.intern not in facts.interns:
        reasons: tuple[str, ...] = ("withdrawn",)
    elif one.before.host not in facts.hosts:
        reasons = ("host_withdrawn",)
    elif any((ban.intern, ban.host) == pair for ban in terms.bans):
        said = {ban.reason for ban in terms.bans if (ban.intern, ban.host) == pair}
        reasons = ("withdrawn",) if "withdrawn" in said else ("declined",)
    else:
        reasons = ("no_longer_possible", "moved_for", "better")
    whom: set[str | None] = {None}
    if one.why == "moved_for":
        whom = {other.intern for other in stated if other is not one and other.after}
    elif one.why == "no_longer_possible":
        mates = set(facts.units[one.intern]) - {one.intern}
        whom |= mates & {ban.intern for ban in terms.bans if ban.host == one.before.host}
    return one.why in reasons and one.whom in whom
