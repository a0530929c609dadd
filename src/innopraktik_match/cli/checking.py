"""The commands `check`, `score` and `verify`."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import typer

import innopraktik_match as im
from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import console, plain_issue
from innopraktik_match.cli.options import (
    Encoding,
    Inputs,
    Json,
    Lang,
    Language,
    PlanFile,
    PolicyFile,
    Preset,
    Quiet,
)
from innopraktik_match.cli.solving import read_round

if TYPE_CHECKING:
    from innopraktik_match.plan import Plan
    from innopraktik_match.round import Round


def check(
    inputs: Inputs,
    policy: PolicyFile = None,
    preset: Preset = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Show every issue in the files, and places against people."""
    from innopraktik_match.report.demand import find_demand
    from innopraktik_match.report.summary import demand_lines

    with console(lang, as_json, quiet) as told:
        round, issues = im.read_with_issues(*inputs, policy=policy, preset=preset, encoding=encoding)
        told.issues(issues)
        counts = {
            kind: sum(issue.severity == kind for issue in issues) for kind in ("error", "warning", "info")
        }
        told.say(told.word("counts", **counts))
        sound = round is not None and not counts["error"]
        demand = find_demand(round) if round is not None and sound else None
        if round is not None and demand is not None:
            told.say("", *demand_lines(round, demand, told.lang))
        told.data(
            {
                "issues": [plain_issue(issue) for issue in issues],
                "demand": dataclasses.asdict(demand) if demand is not None else None,
            }
        )
        raise typer.Exit(Code.DONE if sound else Code.INPUT)


def score(
    plan_file: PlanFile,
    inputs: Inputs,
    policy: PolicyFile = None,
    preset: Preset = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Measure any plan."""
    from innopraktik_match.report.summary import score_lines

    with console(lang, as_json, quiet) as told:
        round = read_round(told, inputs, policy, preset, encoding)
        round, plan = _plan_of(plan_file, round)
        counted = im.score(round, plan)
        told.say(*score_lines(counted, told.lang))
        told.data({"legal": counted.legal, **dataclasses.asdict(counted)})
        raise typer.Exit(Code.DONE if counted.legal else Code.BREACH)


def verify(
    plan_file: PlanFile,
    inputs: Inputs,
    policy: PolicyFile = None,
    preset: Preset = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Give the checker's word on a plan."""
    from innopraktik_match.report.summary import verdict_lines

    with console(lang, as_json, quiet) as told:
        round = read_round(told, inputs, policy, preset, encoding)
        round, plan = _plan_of(plan_file, round)
        report = im.check(round, plan)
        told.say(*verdict_lines(plan, report, told.lang))
        told.data(
            {
                "legal": report.legal,
                "holds": report.holds,
                "proven": report.proven,
                "bounds": report.bounds,
                "faults": [dataclasses.asdict(fault) for fault in report.faults],
            }
        )
        raise typer.Exit(Code.DONE if report.holds else Code.BREACH)


def _plan_of(path: Path, round: Round) -> tuple[Round, Plan]:
    """Return the plan, and the round with the seed that the plan was drawn with."""
    from innopraktik_match.report.embedded import with_proof

    plan = with_proof(im.read_plan(path, round), path)
    policy = round.policy.model_copy(update={"seed": plan.seed})
    return round.model_copy(update={"policy": policy}), plan
