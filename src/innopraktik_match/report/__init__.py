"""Plans as files that people use: workbook, flat list, JSON; and the figures in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from innopraktik_match.plan import Plan
    from innopraktik_match.round import Round
    from innopraktik_match.texts.columns import Lang

__all__ = ["ENDINGS", "write"]

ENDINGS = (".xlsx", ".csv", ".json")


def write(
    plan: Plan,
    path: str | PathLike[str],
    round: Round | None = None,
    *,
    lang: Lang = "da",
    force: bool = True,
) -> None:
    """Write a plan, whole or not at all.

    Parameters
    ----------
    plan : Plan
    path : path
        .xlsx is a workbook to hand out, .csv a flat list, .json the whole plan.
    round : Round, optional
        The round of the plan: with it names, workplaces, wishes and figures are written; without it
        only ids are known.
    lang : {"da", "en"}
        Language of sheets and headers.
    force : bool
        Whether to overwrite a file that stands there.

    Raises
    ------
    ValueError
        The ending is another.
    WriteError
        The file cannot be written, or stands there and `force` is false.
    """
    import errno
    import os

    from innopraktik_match import arguments
    from innopraktik_match.files.saving import save
    from innopraktik_match.issues import WriteError

    arguments.require(
        arguments.record("plan", plan, "Plan"),
        arguments.path("path", path),
        arguments.record("round", round, "Round", optional=True),
        arguments.lang_of(lang),
    )
    path = Path(path)
    if path.suffix.lower() not in ENDINGS:
        raise ValueError(f"a plan is written as {', '.join(ENDINGS)}, not {path.suffix!r}")
    if path.exists() and not force:
        raise WriteError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    save(path, _rendered(plan, path.suffix.lower(), round, lang))


def _rendered(plan: Plan, ending: str, round: Round | None, lang: Lang) -> bytes:
    if ending == ".json":
        from innopraktik_match.report.flat import plan_json

        return plan_json(plan)
    if ending == ".csv":
        from innopraktik_match.report.flat import plan_csv

        return plan_csv(plan, round, lang)
    from innopraktik_match.report.workbook import plan_workbook

    return plan_workbook(plan, round, lang)
