"""The command `replan`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

import innopraktik_match as im
from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import PLAN_ENDINGS, console, refuse_out
from innopraktik_match.cli.earlier import earlier_plan, plan_source
from innopraktik_match.cli.history import dated
from innopraktik_match.cli.options import (
    Encoding,
    Force,
    Gap,
    Inputs,
    Json,
    Lang,
    Language,
    MemoryLimit,
    Out,
    PlanFile,
    PolicyFile,
    Preset,
    Quiet,
    Seed,
    TimeLimit,
    Workers,
    Year,
)
from innopraktik_match.cli.solving import exit_code, read_round, summarise
from innopraktik_match.engine.interruption import noting_ctrl_c

if TYPE_CHECKING:
    from pathlib import Path

    from innopraktik_match.cli.console import Console
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.domain.trade import TradePoint


def replan(
    plan_file: PlanFile,
    inputs: Inputs,
    out: Out = None,
    freeze: Annotated[bool, typer.Option("--freeze")] = False,
    changes: Annotated[int | None, typer.Option(min=0)] = None,
    with_trade: Annotated[bool, typer.Option("--trade")] = False,
    back: Annotated[bool, typer.Option("--back")] = False,
    policy: PolicyFile = None,
    preset: Preset = None,
    time_limit: TimeLimit = None,
    gap: Gap = 0.0,
    seed: Seed = None,
    workers: Workers = None,
    memory_limit: MemoryLimit = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Plan anew from an earlier plan, with as few changes as possible."""
    from innopraktik_match.report.changes import change_lines

    with console(lang, as_json, quiet) as told:
        if out is not None:
            refuse_out(told, out, [plan_file, *inputs, policy], PLAN_ENDINGS, force=force)
            if with_trade:
                refuse_out(told, _picture(out), [plan_file, *inputs, policy], force=force)
        before = earlier_plan(plan_source(plan_file))
        round = read_round(told, inputs, policy, preset, year, encoding, after=before.named)
        earlier = before.read(round)
        if back:
            if freeze or with_trade or changes is not None:
                raise typer.BadParameter(told.word("back_alone"))
            _go_back(told, earlier, plan_file, round, out)
        with noting_ctrl_c():  # a plan that is found is written, and told
            how: dict[str, Any] = {
                "time_limit": time_limit,
                "seed": seed,
                "workers": workers,
                "memory_limit": memory_limit,
                "on_progress": told.progress if told.live else None,
            }
            plan = im.replan(round, earlier, freeze=freeze, changes=changes, gap=gap, **how)
            found = plan.status in ("optimal", "feasible")
            if with_trade and found:
                plan = plan.model_copy(update={"trade": im.trade(round, earlier, **how)})
            plan = dated(before.naming_the_gone(plan, round))
            told.end_progress()
            if out is not None and found:
                im.write(plan, out, round, lang=told.lang)
            told.data(plan.model_dump(mode="json"))
            summarise(told, im.amended(round, plan.replanned), plan)
            if found:
                told.say("", *change_lines(round, plan, told.lang))
            if plan.trade is not None:
                _show_trade(told, plan.trade, out)
            if out is not None:
                told.say(told.word("written" if found else "nothing_written", path=out))
            elif found and not as_json:
                told.say(told.word("not_saved"))
            raise typer.Exit(exit_code(plan, gap))


def _go_back(told: Console, plan: Plan, plan_file: Path, round: Round, out: Path | None) -> NoReturn:
    """Write the plan that another was made from; it is looked for where that one, or the new file, is."""
    from innopraktik_match.replanning.undoing import undone
    from innopraktik_match.report.trail import file_of

    folders = dict.fromkeys(path.absolute().parent for path in (plan_file, out) if path is not None)
    found = file_of(plan.ancestor, folders) if plan.ancestor else None
    if found is None:
        raise typer.BadParameter(told.word("plan_before_lost" if plan.ancestor else "no_plan_before"))
    before = undone(earlier_plan(plan_source(found)).read(round), plan)
    told.data(before.model_dump(mode="json"))
    told.say(told.word("back", path=found))
    if out is not None:
        im.write(before, out, round, lang=told.lang)
    told.say(told.word("not_saved") if out is None else told.word("written", path=out))
    raise typer.Exit(Code.DONE)


def _picture(out: Path) -> Path:
    return out.with_suffix(".svg")


def _show_trade(told: Console, points: tuple[TradePoint, ...], out: Path | None) -> None:
    """Print the curve; where a plan is written, draw it beside the plan."""
    from innopraktik_match.files.out.saving import save
    from innopraktik_match.report.trade import trade_lines, trade_svg

    told.say("", *trade_lines(points, told.lang))
    if out is not None and points:
        save(_picture(out), trade_svg(points, told.lang).encode("utf-8"))
        told.say(told.word("written", path=_picture(out)))
