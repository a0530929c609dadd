"""The command `report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import innopraktik_match as im
from innopraktik_match.cli.checking import verdict
from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import Console, console, refuse_folder
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
    Year,
)
from innopraktik_match.cli.solving import read_round_of
from innopraktik_match.engine.interruption import noting_ctrl_c
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.reporting import SAID

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.rounds.plan_source import PlanSource


def _parts(value: str | None) -> str | None:
    from innopraktik_match.report.packs import PARTS

    if value is not None and not set(_split(value)) <= PARTS.keys():
        raise typer.BadParameter("")  # texts.cli says what it can be
    return value


def _split(value: str) -> list[str]:
    return [word.strip() for word in value.split(",")]


def report(
    plan_file: PlanFile,
    inputs: Inputs,
    pack: Annotated[Path, typer.Option("--out", "-o")],
    only: Annotated[str | None, typer.Option(callback=_parts)] = None,
    templates: Annotated[Path | None, typer.Option()] = None,
    policy: PolicyFile = None,
    preset: Preset = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Write the hand-outs of a plan."""
    from innopraktik_match.files.out.folders import foreign_files, save_folder
    from innopraktik_match.report.packs import ENDINGS, PARTS, build_pack, missing_packages

    with console(lang, as_json, quiet) as told:
        missing = missing_packages()
        if missing:
            _leave(told, Code.USAGE, "report_not_installed", names=", ".join(missing))
        own = _templates(told, templates)
        read = [plan_file, *inputs, *([policy] if policy else [])]
        refuse_folder(told, pack, read, foreign_files(pack, PARTS.values(), ENDINGS), force=force)
        how = {"policy": policy, "preset": preset, "year": year, "encoding": encoding}
        file = plan_source(plan_file)
        round = read_round_of(told, file, inputs, **how)
        plan = _legal_plan(told, file, round)
        with noting_ctrl_c():
            chosen = _split(only) if only is not None else list(PARTS)
            told.step("writing")
            files = build_pack(round, plan, told.lang, chosen, templates=own)
            save_folder(pack, files)
            told.end_progress()
            told.data({"folder": str(pack), "files": list(files)})
            _tell_addresses(told, round, chosen)
            told.say(told.word("written", path=pack))
            raise typer.Exit(Code.DONE)


def _templates(told: Console, folder: Path | None) -> dict[str, str]:
    """Return people's own templates; where the folder is missing, write ours there to edit, and leave."""
    from innopraktik_match.files.out.folders import save_folder
    from innopraktik_match.report.packs.templates import originals, read_templates

    if folder is None:
        return {}
    if not folder.is_dir():
        save_folder(folder, originals(told.lang))
        _leave(told, Code.DONE, "templates_made", folder=str(folder))
    return read_templates(folder)


def _legal_plan(told: Console, source: PlanSource, round: Round) -> Plan:
    """Return the plan of a file; one that is not as it says is counted again and claims nothing."""
    from innopraktik_match.report.packs.claims import without_claims
    from innopraktik_match.report.summary import score_lines

    plan, word = verdict(source, round)
    if not word.holds:
        claimed, plan = plan.status, plan_of(source, round)
        score = im.score(round, plan)
        if not score.legal:
            told.tell(*score_lines(round, score, told.lang))
            _leave(told, Code.BREACH, "broken_plan")
        if claimed == "optimal":
            told.say(SAID[told.lang]["unproven_plan"])
        plan = without_claims(round, plan, score)
    if not plan.visits:
        _leave(told, Code.NO_PLAN, "nothing_to_hand_out")
    return plan


def _tell_addresses(told: Console, round: Round, chosen: list[str]) -> None:
    from innopraktik_match.report.packs.plain_text import one_address

    lacking = sum(not one_address(one.email) for one in round.people)
    if lacking and "mail" in chosen:
        told.say(SAID[told.lang]["no_address"].format(count=number(lacking, told.lang)))


def _leave(told: Console, code: Code, key: str, **values: str) -> NoReturn:
    told.tell(SAID[told.lang][key].format(**values))
    raise typer.Exit(code)
