"""What each preset would change in one round: every one solved, and set against the round's own policy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.domain.presets import PRESETS
from innopraktik_match.domain.round import Round
from innopraktik_match.report.figures import find_figures, hosts_of
from innopraktik_match.solving import solve
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.presets import PRESET_LINES, PRESET_MEANINGS
from innopraktik_match.texts.report import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan

KEPT = ("year", "weeks", "seed")
"""What of a policy says when and by which lots, not what is good."""


@dataclass(frozen=True)
class Judgement:
    """One policy and what it gives.

    Attributes
    ----------
    preset : str or None
        None is the round's own policy.
    status : str
    placed, first, across, hosts : int
        Interns with a visit, first wishes, visits to another sector, hosts used.
    worst : int
        The most wishes that anybody placed was passed over for: 0 is the first wish, and a host that was not
        listed counts all of them.
    moved : int
        Interns whose hosts differ from the round's own policy.
    """

    preset: str | None
    status: str
    placed: int = 0
    first: int = 0
    across: int = 0
    hosts: int = 0
    worst: int = 0
    moved: int = 0


def find_judgements(
    round: Round, presets: Iterable[str] = tuple(PRESETS), *, time_limit: float | None = None
) -> list[Judgement]:
    """Return what the round's own policy gives, then each preset.

    Parameters
    ----------
    round : Round
    presets : iterable of str
    time_limit : float, optional
        Seconds for each.
    """
    own = solve(round, time_limit=time_limit)
    found = [_judged(None, round, own, own)]
    for preset in presets:
        when = {name: getattr(round.policy, name) for name in KEPT}
        other = Round.model_validate({**round.model_dump(), "policy": {"preset": preset, **when}})
        found.append(_judged(preset, other, solve(other, time_limit=time_limit), own))
    return found


def _judged(preset: str | None, round: Round, plan: Plan, own: Plan) -> Judgement:
    if plan.status not in ("optimal", "feasible"):
        return Judgement(preset, plan.status)
    figures, mine, before = find_figures(round, plan), hosts_of(plan), hosts_of(own)
    wishes = {one.id: one.wishes for one in round.interns}
    over = [
        wishes[intern].index(host) if host in wishes[intern] else len(wishes[intern])
        for intern, hosts in mine.items()
        for host in hosts
    ]
    return Judgement(
        preset,
        plan.status,
        placed=figures.placed,
        first=figures.wishes.by_rank[0],
        across=figures.across,
        hosts=figures.hosts_used,
        worst=max(over, default=0),
        moved=sum(mine.get(one) != before.get(one) for one in mine.keys() | before.keys()),
    )


def judgement_lines(found: Iterable[Judgement], lang: Lang) -> list[str]:
    """Return each policy with its sentence and what it gives."""
    words = PRESET_LINES[lang]
    lines = []
    for one in found:
        if one.preset is None:
            lines.append(words["yours"])
        else:
            sentence = said(PRESET_MEANINGS[one.preset], lang)
            lines += ["", f"{value_label(one.preset, lang)}: {sentence}"]
        if one.status not in ("optimal", "feasible"):
            lines.append(words["impossible" if one.status == "infeasible" else "unproven"])
            continue
        values = {name: getattr(one, name) for name in ("placed", "first", "across", "hosts", "worst")}
        lines.append(words["found"].format(**values))
        if one.preset is not None:
            lines.append(words["moved"].format(moved=one.moved))
        if one.status != "optimal":
            lines.append(words["unproven"])
    return lines
