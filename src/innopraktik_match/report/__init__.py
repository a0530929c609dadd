"""Plans as files that people use: workbook, flat list, JSON; and the figures in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.raw.in_hand import Target

__all__ = ["ENDINGS", "write"]

ENDINGS = (".xlsx", ".csv", ".json")


def write(
    plan: Plan,
    path: Target,
    round: Round | None = None,
    *,
    lang: Lang = "da",
    force: bool = True,
    format: Literal["xlsx", "csv", "json"] | None = None,
) -> None:
    """Write a plan, whole or not at all.

    Parameters
    ----------
    plan : Plan
    path : path or binary file
        .xlsx is a workbook to hand out, .csv a flat list, .json the whole plan.
    round : Round, optional
        The round of the plan: with it names, workplaces, wishes and figures are written; without it
        only ids are known.
    lang : {"da", "en"}
        Language of sheets and headers.
    force : bool
        Whether to overwrite a file that stands there.
    format : {"xlsx", "csv", "json"}, optional
        Wins over the ending; a file that is open and has no name with an ending needs it.

    Raises
    ------
    ValueError
        The ending is another, or there is none.
    WriteError
        The file cannot be written, or stands there and `force` is false.
    """
    import errno
    import os

    from innopraktik_match.domain import arguments
    from innopraktik_match.domain.issues import WriteError
    from innopraktik_match.files.out.saving import hand_over
    from innopraktik_match.files.raw.in_hand import ending_of

    arguments.require(
        arguments.record("plan", plan, "Plan"),
        arguments.target("path", path),
        arguments.record("round", round, "Round", optional=True),
        arguments.lang_of(lang),
    )
    ending = ending_of(path, format)
    if ending not in ENDINGS:
        raise ValueError(f"a plan is written as {', '.join(ENDINGS)}, not {ending!r}")
    if not force and isinstance(path, (str, os.PathLike)) and Path(path).exists():
        raise WriteError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    hand_over(path, _rendered(plan, ending, round, lang))


def _rendered(plan: Plan, ending: str, round: Round | None, lang: Lang) -> bytes:
    if ending == ".json":
        from innopraktik_match.report.flat import plan_json

        return plan_json(plan)
    if ending == ".csv":
        from innopraktik_match.report.flat import plan_csv

        return plan_csv(plan, round, lang)
    from innopraktik_match.report.workbook import plan_workbook

    return plan_workbook(plan, round, lang)
