"""The command `explain`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import innopraktik_match as im
from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import console, refuse_out
from innopraktik_match.cli.earlier import plan_of, plan_source
from innopraktik_match.cli.options import (
    Encoding,
    Force,
    Inputs,
    Json,
    Lang,
    Language,
    PlanFile,
    PolicyFile,
    Preset,
    Quiet,
    TimeLimit,
    Year,
)
from innopraktik_match.cli.solving import read_round_of
from innopraktik_match.engine.interruption import noting_ctrl_c
from innopraktik_match.files.out.saving import save

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.rounds.plan_source import PlanSource


def explain(
    plan_file: PlanFile,
    inputs: Inputs,
    intern: Annotated[str | None, typer.Option()] = None,
    host: Annotated[str | None, typer.Option()] = None,
    pair: Annotated[tuple[str, str] | None, typer.Option()] = None,
    unplaced: Annotated[bool, typer.Option("--unplaced")] = False,
    whole_round: Annotated[bool, typer.Option("--round")] = False,
    next_best: Annotated[int, typer.Option("--next", min=0)] = 0,
    differing: Annotated[int, typer.Option(min=1)] = 1,
    out: Annotated[Path | None, typer.Option("--out", "-o")] = None,
    stop_after: Annotated[float | None, typer.Option(min=0)] = None,
    policy: PolicyFile = None,
    preset: Preset = None,
    time_limit: TimeLimit = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Explain a plan: why, why not, and what must give."""
    from innopraktik_match.report.workbook import plan_workbook

    with console(lang, as_json, quiet) as told:
        if out is not None:
            refuse_out(told, out, [plan_file, *inputs, policy], (".xlsx",), force=force)
        how = {"policy": policy, "preset": preset, "year": year, "encoding": encoding}
        file = plan_source(plan_file)
        round = read_round_of(told, file, inputs, **how)
        plan = _plan(file, round)
        from innopraktik_match.explaining.patience import Patience

        patience = Patience(stop_after, told.counted if told.live else None)
        with noting_ctrl_c(patience.stop):  # what is found by then is told
            found = im.explain(
                round,
                plan,
                pair=pair,
                intern=intern,
                host=host,
                unplaced=unplaced,
                round_=whole_round,
                next_best=next_best,
                differing=differing,
                lang=told.lang,
                time_limit=time_limit,
                patience=patience,
            )
        told.end_progress()
        if out is not None:
            save(out, plan_workbook(plan, round, told.lang, found))
            told.say(told.word("written", path=out))
        told.say(*([one.text for one in found] or [told.word("nothing_to_explain")]))
        if patience.cut:
            told.say("", told.word("explaining_cut"))
        told.data({"findings": [one.plain() for one in found], "complete": not patience.cut})
        raise typer.Exit(Code.DONE)


def _plan(source: PlanSource, round: Round) -> Plan:
    """Return the plan of a file, with its proof where a workbook of ours was not changed since."""
    from innopraktik_match.report.edits import carried_plan

    carried = carried_plan(source, round)
    return plan_of(source, round) if carried is None or carried.edits else carried.plan
