"""Plans as files that people use: workbook, flat list, JSON; and the figures in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection
    from os import PathLike

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.raw.in_hand import Target

__all__ = ["ENDINGS", "write", "write_report"]

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


def write_report(
    plan: Plan,
    round: Round,
    folder: str | PathLike[str],
    *,
    lang: Lang = "da",
    only: Collection[str] | None = None,
    templates: str | PathLike[str] | None = None,
    force: bool = True,
) -> None:
    """Write the hand-outs of a plan as a folder, whole or not at all. Needs the extra `report`.

    Parameters
    ----------
    plan : Plan
        Legal in the round; what it says of itself is told as it is.
    round : Round
        As it is in the files, those who have withdrawn included.
    folder : path
        A folder that stands there is replaced; one that holds anything else is not.
    lang : {"da", "en"}
    only : collection of str, optional
        Parts, among "index", "boss", "plan", "hosts", "letters", "mail", "drafts", "calendar", "regions",
        "figures" and "shared"; all of them where left out.
    templates : path, optional
        A folder with templates of your own, such as letter.txt.
    force : bool
        Whether a folder of hand-outs that stands there may be replaced.

    Raises
    ------
    ValueError
        A part is unknown.
    RoundError
        A template cannot be used.
    WriteError
        The folder cannot be written, or holds what is not a hand-out.
    """
    import errno
    import os

    from innopraktik_match.domain import arguments
    from innopraktik_match.domain.issues import WriteError
    from innopraktik_match.files.out.folders import foreign_files, save_folder
    from innopraktik_match.report.packs import ENDINGS as PACK_ENDINGS
    from innopraktik_match.report.packs import PARTS, build_pack
    from innopraktik_match.report.packs.templates import read_templates

    arguments.require(
        arguments.record("plan", plan, "Plan"),
        arguments.record("round", round, "Round"),
        arguments.lang_of(lang),
    )
    chosen = tuple(PARTS) if only is None else tuple(only)
    if not set(chosen) <= PARTS.keys():
        raise ValueError(f"the parts are {', '.join(PARTS)}, not {sorted(set(chosen) - PARTS.keys())}")
    target = Path(folder)
    held = target.is_dir() and any(target.iterdir())
    if held and (not force or any(foreign_files(target, PARTS.values(), PACK_ENDINGS))):
        raise WriteError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    own = read_templates(Path(templates)) if templates is not None else {}
    save_folder(target, build_pack(round, plan, lang, chosen, templates=own))


def _rendered(plan: Plan, ending: str, round: Round | None, lang: Lang) -> bytes:
    if ending == ".json":
        from innopraktik_match.report.flat import plan_json

        return plan_json(plan)
    if ending == ".csv":
        from innopraktik_match.report.flat import plan_csv

        return plan_csv(plan, round, lang)
    from innopraktik_match.report.workbook import plan_workbook

    return plan_workbook(plan, round, lang)
