"""How far a plan is from the best: aim by aim, as lines and as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.policy import MOST
from innopraktik_match.report.summary import in_columns
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.rating import WORDS
from innopraktik_match.texts.report import AIMS, said

if TYPE_CHECKING:
    from innopraktik_match.domain.findings import Score
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import AimResult, Plan


def rating_lines(counted: Score, best: Plan | None, lang: Lang) -> list[str]:
    """Return a plan's aims beside those of the best legal plan."""
    words = WORDS[lang]
    if best is None or not best.aims:
        return [words["unknown"]]
    rows = [
        (
            said(AIMS[aim.aim], lang),
            number(counted.aims[aim.aim], lang),
            number(aim.value, lang),
            _difference(aim, counted, lang),
            _proven(aim, lang),
        )
        for aim in best.aims
    ]
    differ = [aim for aim in best.aims if aim.value != counted.aims[aim.aim]]
    if counted.legal and not differ and best.status == "optimal":
        return [words["title"], *in_columns(rows), words["as_good"]]
    told = ", ".join(
        words["difference"].format(aim=said(AIMS[aim.aim], lang), difference=_difference(aim, counted, lang))
        for aim in differ
    )
    lines = [words["title"], *in_columns(rows)]
    return [*lines, words["short"].format(differences=told)] if differ and counted.legal else lines


def plain_rating(counted: Score, best: Plan | None) -> dict[str, Any] | None:
    """Return the same as plain data."""
    if best is None or not best.aims:
        return None
    return {
        "status": best.status,
        "aims": [
            {
                "aim": aim.aim,
                "value": counted.aims[aim.aim],
                "best": aim.value,
                "bound": aim.bound,
                "proven": aim.proven,
            }
            for aim in best.aims
        ],
    }


def _difference(aim: AimResult, counted: Score, lang: Lang) -> str:
    """Return what the best plan reaches more or less: "+2", "-31"."""
    more = aim.value - counted.aims[aim.aim]
    return f"{'+' if more > 0 else '-' if more < 0 else '±'}{number(abs(more), lang)}"


def _proven(aim: AimResult, lang: Lang) -> str:
    words = WORDS[lang]
    if aim.proven or aim.bound is None:
        return words["proven"] if aim.proven else ""
    return words["bound" if aim.aim in MOST else "bound_least"].format(bound=number(aim.bound, lang))
