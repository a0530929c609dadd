"""The command `history`, and the word of `solve` about an older plan."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import console
from innopraktik_match.cli.options import Json, Lang, Language, Quiet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.cli.console import Console
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round

MOST_FILES = 200
"""A folder with more is not one of plans: nobody waits for it to be searched."""
MOST_READ = 3


def history(
    plans: Annotated[Path, typer.Argument(exists=False)],
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Show the line of plans in a folder."""
    from innopraktik_match.report.trail import plain_trail, plans_in, trail_lines

    with console(lang, as_json, quiet) as told:
        if not plans.is_dir():
            raise typer.BadParameter(told.word("no_folder", path=plans))
        steps = plans_in(plans)
        told.say(*trail_lines(steps, told.lang))
        told.data({"plans": plain_trail(steps)})
        raise typer.Exit(Code.DONE)


def dated(plan: Plan) -> Plan:
    """Return a plan that says when it was made."""
    now = datetime.now().astimezone().isoformat(timespec="minutes")
    return plan.model_copy(update={"made": now}).sealed()


def older_plan(out: Path, inputs: Sequence[Path], round: Round) -> Path | None:
    """Return the newest plan of about the same people, where one is to be written or beside the round."""
    from innopraktik_match.report.trail import looks_like_plan, sealed_plan

    folders = {path if path.is_dir() else path.absolute().parent for path in (out, *inputs)}
    files = [path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())[:MOST_FILES]]
    there = [path for path in files if path not in inputs and looks_like_plan(path)]
    there.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in there[:MOST_READ]:
        plan = sealed_plan(path)
        if plan is not None and _of_the_same(plan, round):
            return path
    return None


def _of_the_same(plan: Plan, round: Round) -> bool:
    """Whether at least half of those whom a plan names are in a round."""
    named = {one for visit in plan.visits for one in visit.interns} | {one.intern for one in plan.unplaced}
    return 2 * len(named & {one.id for one in round.interns}) >= max(1, len(named))


def tell_of_replan(told: Console, older: Path, inputs: Sequence[Path], out: Path) -> None:
    """Say that there is an older plan, and how to go on from it."""
    from innopraktik_match.texts.trail import WORDS

    def quoted(path: Path) -> str:
        return f'"{path}"' if " " in str(path) else str(path)

    new = out.with_stem(f"{out.stem}-2") if older.absolute() == out.absolute() else out
    named = " ".join(map(quoted, inputs))
    told.say("", WORDS[told.lang]["replan"].format(path=quoted(older), inputs=named, new=quoted(new)))
