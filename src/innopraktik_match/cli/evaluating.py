"""The command `evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import console, refuse_out
from innopraktik_match.cli.earlier import earlier_plan, plan_source
from innopraktik_match.cli.options import (
    Encoding,
    Force,
    Inputs,
    Json,
    Lang,
    Language,
    Out,
    PlanFile,
    PolicyFile,
    Preset,
    Quiet,
    TimeLimit,
    Year,
)
from innopraktik_match.cli.solving import read_round_of
from innopraktik_match.engine.interruption import noting_ctrl_c

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang as Tongue
    from innopraktik_match.domain.round import Round


def evaluate(
    answers: Annotated[Path, typer.Argument()],
    plan_file: PlanFile,
    inputs: Inputs,
    out: Out = None,
    suggest: Annotated[bool, typer.Option("--suggest")] = False,
    time_limit: TimeLimit = None,
    policy: PolicyFile = None,
    preset: Preset = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Join what people answered to the plan: what came of the round."""
    from innopraktik_match.files.out.saving import save
    from innopraktik_match.years.outcome_lines import outcome_lines, outcome_workbook, plain_outcomes
    from innopraktik_match.years.outcomes import find_outcomes
    from innopraktik_match.years.suggestion import suggested_rules
    from innopraktik_match.years.survey import read_survey

    with console(lang, as_json, quiet) as told:
        if out is not None:
            refuse_out(told, out, [answers, plan_file, *inputs, policy], (".xlsx",), force=force)
        file = plan_source(plan_file)
        round = read_round_of(told, file, inputs, policy=policy, preset=preset, year=year, encoding=encoding)
        plan = earlier_plan(file).read(round)
        found = find_outcomes(round, plan, read_survey(answers, round))
        rules = suggested_rules(round, found) if suggest else {}
        with noting_ctrl_c():
            told.say(*outcome_lines(found, told.lang))
            data = plain_outcomes(found)
            if suggest:
                data["suggestion"], lines = _suggested(round, rules, time_limit, told.lang)
                told.say("", *lines)
            told.data(data)
            if out is not None:
                save(out, outcome_workbook(found, told.lang))
                told.say(told.word("written", path=out))
            raise typer.Exit(Code.DONE)


def _suggested(
    round: Round, rules: dict[str, Any], time_limit: float | None, lang: Tongue
) -> tuple[dict[str, Any], list[str]]:
    """Return the suggestion with what it would have changed, as data and in words."""
    import dataclasses

    import tomli_w

    from innopraktik_match.texts.outcomes import ABOUT_SUGGESTION
    from innopraktik_match.years.suggestion import effect_of

    words = ABOUT_SUGGESTION[lang]
    if not rules:
        return {"rules": {}}, [words["none"]]
    effect = dataclasses.asdict(effect_of(round, rules, time_limit=time_limit))
    lines = [words["title"], "", *tomli_w.dumps({"rules": rules}).splitlines(), ""]
    return {"rules": rules, "effect": effect}, [*lines, words["effect"].format(**effect)]
