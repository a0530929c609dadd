"""The commands `compare` and `place`."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

import innopraktik_match as im
from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import PLAN_ENDINGS, console, refuse_out
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
    Year,
)
from innopraktik_match.cli.solving import read_round, read_round_of
from innopraktik_match.domain.directory import Directory
from innopraktik_match.engine.interruption import noting_ctrl_c

if TYPE_CHECKING:
    from innopraktik_match.cli.console import Console
    from innopraktik_match.domain.round import Round


def compare(
    plan_file: PlanFile,
    other_plan: PlanFile,
    inputs: Inputs,
    out: Out = None,
    policy: PolicyFile = None,
    preset: Preset = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Compare two plans for a round."""
    from innopraktik_match.files.out.saving import save
    from innopraktik_match.report.comparison import comparison_lines, plain_comparison
    from innopraktik_match.report.comparison_book import comparison_workbook

    with console(lang, as_json, quiet) as told:
        if out is not None:
            refuse_out(told, out, [plan_file, other_plan, *inputs, policy], (".xlsx", ".json"), force=force)
        both = [earlier_plan(plan_source(path)) for path in (plan_file, other_plan)]
        names = im.Plan(
            visits=tuple(visit for one in both for visit in one.named.visits),
            unused_hosts=tuple(host for one in both for host in one.named.unused_hosts),
            unplaced=tuple(left for one in both for left in one.named.unplaced),
        )
        round = read_round(told, inputs, policy, preset, year, encoding, after=names)
        one, other = (plan.read(round) for plan in both)
        found = im.compare(round, one, other)
        gone = [plan.gone(round) for plan in both]
        interns, hosts = ({**first, **second} for first, second in zip(*gone, strict=True))
        found = replace(found, intern_names=interns, host_names=hosts)
        told.say(*comparison_lines(round, found, told.lang))
        plain = plain_comparison(found)
        if out is not None:
            in_json = out.suffix.lower() == ".json"
            save(out, _to_json(plain) if in_json else comparison_workbook(round, found, told.lang))
            told.say("", told.word("written", path=out))
        told.data(plain)
        raise typer.Exit(Code.DONE)


def place(
    plan_file: PlanFile,
    inputs: Inputs,
    intern: Annotated[str | None, typer.Option("--intern")] = None,
    host: Annotated[str | None, typer.Option("--host")] = None,
    moving: Annotated[bool, typer.Option("--moving")] = False,
    take: Annotated[int | None, typer.Option(min=1)] = None,
    out: Out = None,
    policy: PolicyFile = None,
    preset: Preset = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """List the places of an intern, or the interns of a host, and take one."""
    from innopraktik_match.replanning.answered import answered
    from innopraktik_match.replanning.placing import best_first
    from innopraktik_match.report.comparison import choice_lines, plain_choices

    with console(lang, as_json, quiet) as told:
        if (intern is None) == (host is None):
            raise typer.BadParameter(told.word("one_of_two"))
        if (take is None) != (out is None):
            raise typer.BadParameter(told.word("take_needs_out"))
        if out is not None:
            refuse_out(told, out, [plan_file, *inputs, policy], PLAN_ENDINGS, force=force)
        how = {"policy": policy, "preset": preset, "year": year, "encoding": encoding}
        file = plan_source(plan_file)
        round = read_round_of(told, file, inputs, **how)
        plan = answered(round, earlier_plan(file).read(round))
        who = intern and _identity(told, round, "interns", intern)
        where = host and _identity(told, round, "hosts", host)
        _require_in(told, im.amended(round, plan.replanned), who, where)
        found = im.choices(round, plan, intern=who, host=where)
        if moving:
            more = im.moving_choices(round, plan, found, intern=who, host=where)
            found = best_first(im.amended(round, plan.replanned), (*found, *more))
        told.say(*choice_lines(round, found, told.lang))
        told.data({"choices": plain_choices(round, found)})
        if take is not None and out is not None:
            if take > len(found):
                raise typer.BadParameter(told.word("no_such_choice", count=len(found), number=take))
            with noting_ctrl_c():
                im.write(im.taken(round, plan, found[take - 1]), out, round, lang=told.lang)
                told.say(told.word("written", path=out))
        raise typer.Exit(Code.DONE)


def _to_json(data: dict[str, Any]) -> bytes:
    """Return plain data as a file of JSON."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8")


def _require_in(told: Console, round: Round, intern: str | None, host: str | None) -> None:
    """Refuse to place somebody who has withdrawn."""
    if intern and intern not in {one.id for one in round.interns}:
        raise typer.BadParameter(told.word("person_withdrawn", name=intern))
    if host and host not in {one.id for one in round.hosts}:
        raise typer.BadParameter(told.word("person_withdrawn", name=host))


def _identity(told: Console, round: Round, side: str, word: str) -> str:
    """Return the id of somebody who is named by id or name."""
    found = Directory((one.id, one.name) for one in getattr(round, side)).find(word)
    if not found:
        raise typer.BadParameter(told.word("person_unknown", name=word))
    return found[0]
