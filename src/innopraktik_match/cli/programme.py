"""The commands `supplement` and `requests`."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Annotated

import typer

import innopraktik_match as im
from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import PLAN_ENDINGS, console, refuse_out
from innopraktik_match.cli.options import (
    Encoding,
    Force,
    Inputs,
    Json,
    Lang,
    Language,
    Out,
    PolicyFile,
    Preset,
    Quiet,
    Seed,
    TimeLimit,
    Year,
)
from innopraktik_match.cli.solving import read_round
from innopraktik_match.engine.interruption import noting_ctrl_c

if TYPE_CHECKING:
    from innopraktik_match.cli.console import Console
    from innopraktik_match.domain.round import Round
    from innopraktik_match.programme.supplement import Area, Outcome

WAYS = ("together", "local_first", "national_first")


def supplement(
    inputs: Inputs,
    area: Annotated[list[str], typer.Option("--area")],
    within: Annotated[int, typer.Option("--within", min=0)] = 0,
    not_home: Annotated[bool, typer.Option("--not-home")] = False,
    way: Annotated[str, typer.Option("--way")] = "together",
    out: Out = None,
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
    """Plan a local round beside a national one, and show what each order costs."""
    from innopraktik_match.programme.supplement import find_area, find_outcomes, not_at_home

    with console(lang, as_json, quiet) as told:
        if way not in WAYS:
            raise typer.BadParameter(", ".join(WAYS))
        if out is not None:
            refuse_out(told, out, [*inputs, policy], PLAN_ENDINGS, force=force)
        round = read_round(told, inputs, policy, preset, year, encoding)
        there = find_area(round, area, within)
        bans = not_at_home(round, there) if not_home else ()
        found = find_outcomes(round, there, bans, time_limit=time_limit)
        with noting_ctrl_c():
            _tell_ways(told, round, there, found)
            if out is not None:
                chosen = next(one for one in found if one.way == way)
                im.write(chosen.plan, out, round, lang=told.lang)
                told.say(told.word("written", path=out))
            raise typer.Exit(Code.DONE)


def _tell_ways(told: Console, round: Round, area: Area, found: list[Outcome]) -> None:
    from innopraktik_match.texts.programme import SUPPLEMENT, WAYS

    words = SUPPLEMENT[told.lang]
    counts = {
        "interns": len(area.interns),
        "all_interns": len(round.interns),
        "hosts": len(area.hosts),
        "all_hosts": len(round.hosts),
    }
    told.say(words["area"].format(**counts))
    together = found[0]
    plain = []
    for one in found:
        values = {
            name: value for name, value in dataclasses.asdict(one).items() if name not in ("plan", "way")
        }
        plain.append({"way": one.way, "status": one.plan.status, **values})
        if one.plan.status not in ("optimal", "feasible"):
            told.say(words["none"].format(way=WAYS[told.lang][one.way]))
            continue
        told.say(words["way"].format(way=WAYS[told.lang][one.way], local=len(area.interns), **values))
        if one is not together:
            change = {"placed": one.placed - together.placed, "points": one.points - together.points}
            told.say(words["cost"].format(moved=one.moved, **change))
        if one.plan.status != "optimal":
            told.say(words["unproven"])
    told.data({"area": counts, "ways": plain})


def requests(
    inputs: Inputs,
    every: Annotated[list[int] | None, typer.Option("--every", min=1, max=52)] = None,
    seed: Seed = None,
    time_limit: TimeLimit = None,
    policy: PolicyFile = None,
    preset: Preset = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Run a year of matching on request, in batches, and show waiting times and places used."""
    from innopraktik_match.programme.on_request import LEAD, year_of
    from innopraktik_match.texts.numbers import number
    from innopraktik_match.texts.programme import ON_REQUEST

    with console(lang, as_json, quiet) as told:
        round = read_round(told, inputs, policy, preset, year, encoding)
        if len(round.weeks) <= LEAD:
            raise im.RoundError([im.Issue("pool_without_weeks")])
        words = ON_REQUEST[told.lang]
        ends = {"first": round.weeks[0], "last": round.weeks[-1]}
        told.say(words["pool"].format(requests=len(round.interns), hosts=len(round.hosts), **ends))
        found = [year_of(round, weeks, seed=seed or 0, time_limit=time_limit) for weeks in every or (1, 2, 4)]
        for one in found:
            values = dataclasses.asdict(one)
            told.say(words["year"].format(**values))
            median = number(one.median_wait, told.lang, 1)
            told.say(words["wait"].format(median=median, at_90=one.at_90, longest=one.longest_wait))
            told.say(words["quality"].format(**values | {"points": number(one.points, told.lang, 1)}))
        told.data({"years": [dataclasses.asdict(one) for one in found]})
        raise typer.Exit(Code.DONE)
