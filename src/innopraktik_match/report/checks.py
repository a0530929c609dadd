"""The named checks of a plan, each with its result."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.page import CHECKS
from innopraktik_match.texts.report import AIMS, promise, said

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round


@dataclass(frozen=True)
class Check:
    """One check: what was looked at, what came of it, and whether that is as it should be."""

    name: str
    result: str
    passed: bool


def find_checks(plan: Plan, round: Round, lang: Lang) -> list[Check]:
    """Return every hard rule, the figures and the bound of each aim, as the checker finds them."""
    import innopraktik_match as im

    policy = round.policy.model_copy(update={"seed": plan.seed})
    report = im.check(round.model_copy(update={"policy": policy}), plan)
    codes = Counter(fault.code for fault in report.faults)
    broken = Counter(one.rule for one in im.score(round, plan).breaches)
    found = [
        _check(promise(rule, lang), broken[rule], "kept", "broken", lang)
        for rule in type(round.policy.rules).model_fields
        if getattr(round.policy.rules, rule).hard
    ]
    wrong = sum(count for code, count in codes.items() if code != "breach")
    found.append(_check(said(CHECKS["figures"], lang), wrong, "counted", "miscounted", lang))
    found += [
        Check(
            said(CHECKS["bound"], lang).format(aim=said(AIMS[aim.aim], lang)),
            said(CHECKS["proven" if aim.proven else "unproven"], lang),
            aim.proven,
        )
        for aim in plan.aims
    ]
    return found


def _check(name: str, faults: int, good: str, bad: str, lang: Lang) -> Check:
    words = CHECKS[bad if faults else good]
    return Check(name, said(words, lang).format(count=number(faults, lang)), not faults)
