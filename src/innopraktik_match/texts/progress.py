"""How far the engine is, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.texts.report import AIMS, said

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.engine.progress import Progress

LINE = {
    "da": "{aim}: bedst {value}, grænse {bound}, afstand {gap}, {seconds} s",
    "en": "{aim}: best {value}, bound {bound}, gap {gap}, {seconds} s",
}
STEPS: dict[str, tuple[str, str]] = {
    "first_plan": ("Den første plan", "The first plan"),
    "lottery": ("Lodtrækningen", "The lottery"),
    "check": ("Planen regnes efter", "The plan is counted again"),
}


def progress_line(progress: Progress, lang: Lang) -> str:
    """Return what is told of a step: the numbers that are known, and how long it took so far."""
    words = said((AIMS | STEPS)[progress.aim], lang)
    seconds = f"{progress.seconds:.0f}"
    if progress.value is None:
        return f"{words}, {seconds} s"
    return LINE[lang].format(
        aim=words,
        value=progress.value,
        bound="-" if progress.bound is None else progress.bound,
        gap="-" if progress.gap is None else f"{progress.gap:.2%}",
        seconds=seconds,
    )
