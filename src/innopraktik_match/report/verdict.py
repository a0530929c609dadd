"""What a plan reached, in one sentence, and why to rely on it, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.progress import nearness
from innopraktik_match.texts.report import AIMS, STATUS, said
from innopraktik_match.texts.workbook import OVERVIEW

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import AimResult, Plan
    from innopraktik_match.report.figures import Figures


def result_line(plan: Plan, figures: Figures | None, lang: Lang) -> str:
    """Return the result in one sentence or two; what is proven of it follows."""
    told = []
    if figures is None:
        told.append(said(OVERVIEW["bare"], lang).format(visits=number(len(plan.visits), lang)))
    else:
        names = ("placed", "interns", "hosts_used", "hosts")
        counts = {name: number(getattr(figures, name), lang) for name in names}
        told.append(said(OVERVIEW["result"], lang).format(**counts))
        if figures.wishes.wished:
            first, wished = (
                number(count, lang) for count in (figures.wishes.by_rank[0], figures.wishes.wished)
            )
            told.append(said(OVERVIEW["first"], lang).format(first=first, wished=wished))
    return " ".join([*told, said(STATUS[plan.status], lang)])


def proof_lines(plan: Plan, lang: Lang) -> list[str]:
    """Return, aim by aim, what is proven, and what kind of proof it is."""
    kinds = [kind for kind in ("prices", "search") if any(aim.proof == kind for aim in plan.aims)]
    told = [_aim(aim, lang) for aim in plan.aims] or [said(STATUS[plan.status], lang)]
    return [*told, *(said(OVERVIEW[kind], lang) for kind in kinds)]


def _aim(aim: AimResult, lang: Lang) -> str:
    named = {"aim": said(AIMS[aim.aim], lang), "value": number(aim.value, lang)}
    if aim.proven:
        return said(OVERVIEW["proven"], lang).format(**named)
    gap = None if aim.bound is None else abs(aim.value - aim.bound) / max(1, abs(aim.value))
    if gap is None or gap >= 1:
        return said(OVERVIEW["unknown"], lang).format(**named)
    return said(OVERVIEW["near"], lang).format(**named, nearness=nearness(gap, lang))
