"""What a plan reached and what it was made from: figures, aims, and the trace of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.report.grids import Grid, Record, grid
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.demand import week_label
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.report import (
    AIMS,
    COLUMNS,
    FIGURES,
    PROOFS,
    STATUS,
    TRACE,
    YES_NO,
    said,
)

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.report.figures import Figures

Counted = tuple[str, int, int | None]


def counted(figures: Figures, plan: Plan) -> list[Counted]:
    """Return the key figures in the order they are told: name, value, and of how many."""
    wishes, hosts = figures.wishes, figures.host_wishes
    first, second, third = wishes.by_rank
    told: list[Counted] = [
        ("placed", figures.placed, figures.interns),
        ("unplaced", figures.interns - figures.placed, figures.interns),
        ("visits", figures.visits, None),
        ("seats", figures.seats, figures.seats + figures.free_places),
    ]
    if wishes.wished:
        told += [
            ("first", first, wishes.wished),
            ("second", second, wishes.wished),
            ("third", third, wishes.wished),
            ("later", wishes.later, wishes.wished),
            ("other", wishes.other, wishes.wished),
            ("none", wishes.none, wishes.wished),
        ]
    if hosts.wished:
        told.append(("host_first", hosts.by_rank[0], hosts.wished))
    if figures.across + figures.within:
        told += [
            ("across", figures.across, figures.across + figures.within),
            ("within", figures.within, figures.across + figures.within),
        ]
    told += [
        ("hosts_used", figures.hosts_used, figures.hosts),
        ("free_places", figures.free_places, None),
    ]
    if plan.points_by_rule:
        told.append(("points", sum(plan.points_by_rule.values()), None))
    return told


def figures_grid(figures: Figures, plan: Plan, lang: Lang) -> Grid:
    """Return the key figures, each with its share."""
    return Grid(
        tuple(said(COLUMNS[key], lang) for key in ("figure", "value", "share")),
        tuple(
            (said(FIGURES[name], lang), value, share(value, whole, lang))
            for name, value, whole in counted(figures, plan)
        ),
    )


def share(value: int, whole: int | None, lang: Lang) -> str | None:
    """Return a share in words.

    Examples
    --------
    >>> share(1, 3, "da")
    '33 % af 3'
    """
    of = "af" if lang == "da" else "of"
    return f"{round(100 * value / whole)} % {of} {number(whole, lang)}" if whole else None


def aims_grid(plan: Plan, lang: Lang) -> Grid:
    """Return the aims in order, each with what is proven about it."""
    records: list[Record] = [
        {
            "aim": f"{number}. {said(AIMS[aim.aim], lang)}",
            "reached": aim.value,
            "bound": aim.bound,
            "proven": said(YES_NO[aim.proven], lang),
            "proof": said(PROOFS[aim.proof], lang),
        }
        for number, aim in enumerate(plan.aims, 1)
    ]
    return grid(records, lang, ("aim", "reached", "bound", "proven"))


def trace_grid(plan: Plan, round: Round | None, lang: Lang) -> Grid:
    """Return what it takes to make the plan again."""
    told: Record = {
        "status": said(STATUS[plan.status], lang),
        "version": plan.version,
        "seed": plan.seed,
        "lottery": said(YES_NO[plan.lottery.proven], lang) if plan.lottery else None,
        "seconds": round_off(plan.seconds) or None,
        "preset": value_label(round.policy.preset, lang) if round else None,
        "weeks": ", ".join(week_label(week, lang) for week in round.weeks) if round else None,
        "input_sha256": plan.input_sha256,
        "sha256": plan.sha256,
    }
    records: list[Record] = [
        {"setting": said(TRACE[name], lang), "value": value}
        for name, value in told.items()
        if value not in (None, "")
    ]
    return grid(records, lang)


def round_off(seconds: float) -> float:
    """Return seconds as people read them."""
    return round(seconds, 2)
