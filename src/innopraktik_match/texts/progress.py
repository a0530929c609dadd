"""How far the engine is, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.texts.numbers import number, percent
from innopraktik_match.texts.report import AIMS, said

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.engine.progress import Progress

STEPS: dict[str, tuple[str, str]] = {
    "first_plan": ("Søger den første plan", "Looking for a first plan"),
    "lottery": ("Trækker lod", "Drawing lots"),
    "check": ("Regner planen efter", "Checking the plan"),
}
IMPROVING = ("Forbedrer: {} point", "Improving: {} points")
FOUND = ("Første plan: {} med besøg", "First plan: {} with a visit")
NEAR = ("højst {} fra det bedste", "at most {} from the best")
THERE = ("bevist bedst", "proven best")
FAR = ("endnu ikke kendt, hvor tæt på det bedste", "not yet known how close to the best")


def progress_line(progress: Progress, lang: Lang) -> str:
    """Return what is told of a step: the numbers that are known, and how long it took so far."""
    told = said((AIMS | STEPS)[progress.aim], lang)
    if progress.value is not None:
        value = number(progress.value, lang)
        told = f"{told}: {value}" if progress.aim in AIMS else said(FOUND, lang).format(value)
        if progress.aim == "points":
            told = said(IMPROVING, lang).format(value)
    if progress.gap is not None:
        told += f", {nearness(progress.gap, lang)}"
    return f"{told}, {number(progress.seconds, lang, 0)} s"


def nearness(gap: float, lang: Lang) -> str:
    """Return how near the best a plan is; a distance as large as the value itself says nothing.

    Examples
    --------
    >>> nearness(0.00021, "da"), nearness(35.08, "en"), nearness(0, "en")
    ('højst 0,03 % fra det bedste', 'not yet known how close to the best', 'proven best')
    """
    if gap == 0:
        return said(THERE, lang)
    return said(NEAR, lang).format(percent(gap, lang)) if gap < 1 else said(FAR, lang)
