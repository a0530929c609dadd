"""The commands `solve` and `demo`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import innopraktik_match as im
from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import PLAN_ENDINGS, Console, console, refuse_folder, refuse_out
from innopraktik_match.cli.earlier import plan_of
from innopraktik_match.cli.history import dated, older_plan, tell_of_replan
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
    PolicyFile,
    Preset,
    Quiet,
    Seed,
    Sign,
    TimeLimit,
    Workers,
    Year,
)
from innopraktik_match.engine.interruption import noting_ctrl_c
from innopraktik_match.files.signing import require_signing

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.rounds.plan_source import PlanSource

EXAMPLE = "runde_2017.xlsx"
HANDED_OUT: dict[str, str] = {"da": "ud", "en": "out"}


def solve(
    inputs: Inputs,
    out: Out = None,
    policy: PolicyFile = None,
    preset: Preset = None,
    time_limit: TimeLimit = None,
    gap: Gap = 0.0,
    seed: Seed = None,
    workers: Workers = None,
    memory_limit: MemoryLimit = None,
    sign: Sign = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Read a round, solve it, write and show the plan."""
    with console(lang, as_json, quiet) as told:
        if out is not None:
            refuse_out(told, out, [*inputs, policy], PLAN_ENDINGS, force=force)
        if sign is not None:
            require_signing(sign)
            im.sign(im.Plan(), sign)  # a key that cannot be read is told before an hour of solving
        round = read_round(told, inputs, policy, preset, year, encoding)
        older = None if out is None else older_plan(out, inputs, round)
        told.step("solving")
        with noting_ctrl_c():  # a plan that is found is written, and told
            plan = im.solve(
                round,
                time_limit=time_limit,
                gap=gap,
                seed=seed,
                workers=workers,
                memory_limit=memory_limit,
                on_progress=told.progress if told.live else None,
            )
            told.end_progress()
            plan = dated(plan)
            if sign is not None:
                plan = im.sign(plan, sign)
            found = plan.status in ("optimal", "feasible")
            if out is not None and found:
                im.write(plan, out, round, lang=told.lang)
            told.data(plan.model_dump(mode="json"))
            summarise(told, round, plan)
            if out is not None:
                told.say(told.word("written" if found else "nothing_written", path=out))
                if found and out.suffix.lower() != ".csv":
                    named = " ".join(shell_word(path) for path in inputs)
                    told.say(told.word("next_report", plan=shell_word(out), inputs=named))
                if older is not None:
                    tell_of_replan(told, older, inputs, out)
            elif found and not as_json:
                told.say(told.word("not_saved"))
            raise typer.Exit(exit_code(plan, gap))


def demo(
    folder: Annotated[Path, typer.Argument()] = Path("innopraktik-demo"),
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Solve the example round."""
    from importlib.resources import files

    from innopraktik_match.files.out.saving import save

    with console(lang, as_json, quiet) as told:
        given, workbook, whole = (folder / name for name in (EXAMPLE, "plan.xlsx", "plan.json"))
        for path in (given, workbook, whole):
            refuse_out(told, path, [], force=force)
        pack = _refused_pack(told, folder, force=force)
        with noting_ctrl_c():
            save(given, (files(im) / "data" / "demo" / EXAMPLE).read_bytes())
            round = read_round(told, [given])
            told.step("solving")
            plan = im.solve(round, on_progress=told.progress if told.live else None)
            told.end_progress()
            told.step("writing")
            im.write(plan, workbook, round, lang=told.lang)
            im.write(plan, whole, round, lang=told.lang)
            if pack is not None:
                im.write_report(plan, round, pack, lang=told.lang)
            told.end_progress()
            told.data(plan.model_dump(mode="json"))
            summarise(told, round, plan)
            if pack is not None:
                told.say(told.word("demo", workbook=workbook, pack=pack, index=pack / "index.html"))
            else:
                told.say(told.word("demo_bare", workbook=workbook))
            raise typer.Exit(exit_code(plan, 0.0))


def _refused_pack(told: Console, folder: Path, *, force: bool) -> Path | None:
    """Return the folder of the hand-outs; None where what they need is not installed."""
    from innopraktik_match.files.out.folders import foreign_files
    from innopraktik_match.report.packs import ENDINGS, PARTS, missing_packages

    if missing_packages():
        return None
    pack = folder / HANDED_OUT[told.lang]
    refuse_folder(told, pack, [], foreign_files(pack, PARTS.values(), ENDINGS), force=force)
    return pack


def shell_word(path: Path) -> str:
    """Return a path as it is written in a command."""
    return f'"{path}"' if " " in str(path) else str(path)


def read_round(
    told: Console,
    inputs: list[Path],
    policy: Path | None = None,
    preset: str | None = None,
    year: int | None = None,
    encoding: str | None = None,
    after: Plan | None = None,
) -> Round:
    """Return the round, its warnings told; raise RoundError where it has errors."""
    told.step("reading")
    round, issues = im.read_with_issues(
        *inputs, policy=policy, preset=preset, year=year, encoding=encoding, after=after
    )
    told.end_progress()
    return _sound(told, round, issues)


def read_round_of(told: Console, source: PlanSource, inputs: list[Path], **how: Any) -> Round:
    """Return the round that a plan is for.

    Weeks without a year are those around the plan's, also when they have passed, and where the plan was made
    with `--year` nobody has to say so again. Some may have gone since the plan that it was made from.
    """
    from innopraktik_match.files import read_files
    from innopraktik_match.files.settings.dialect import beside

    plan = _written(source)
    if plan is None:
        return read_round(told, inputs, **how)
    how |= {"dialect": beside(plan), "after": plan if plan.replanned is not None else None}
    read = read_files(*inputs, **how)
    years = sorted(visit.week[:4] for visit in plan.visits if visit.week)
    if read.round is not None and read.round.sha256() != plan.input_sha256 and years and how["year"] is None:
        again = read_files(*inputs, **how | {"year": int(years[0])})
        if again.round is not None and again.round.sha256() == plan.input_sha256:
            read = again
    return _sound(told, read.round, read.issues)


def _sound(told: Console, round: Round | None, issues: list[im.Issue]) -> Round:
    if round is None or any(issue.severity == "error" for issue in issues):
        raise im.RoundError(issues)
    told.warnings(issues)
    return round


def _written(source: PlanSource) -> Plan | None:
    """Return the plan that a file of ours holds; None where it is made by hand, or cannot be read."""
    from innopraktik_match.report.edits import plan_within

    if not source.is_json:
        return plan_within(source)
    try:
        return plan_of(source, im.Round(), earlier=True)
    except im.RoundError:  # told in its turn, after what is wrong with the round
        return None


def summarise(told: Console, round: Round, plan: Plan) -> None:
    """Print what a plan rests on and what it is worth."""
    from innopraktik_match.report.basis import basis_lines
    from innopraktik_match.report.summary import summary_lines
    from innopraktik_match.report.teams import team_lines

    told.say(*basis_lines(round, told.lang), *summary_lines(round, plan, told.lang))
    told.say(*team_lines(round, plan, told.lang))


def exit_code(plan: Plan, gap: float) -> Code:
    """Return what a plan that was looked for leaves with."""
    if plan.status == "optimal":
        return Code.DONE
    if plan.status == "infeasible":
        return Code.IMPOSSIBLE
    if plan.status == "unknown":
        return Code.NO_PLAN
    good_enough = gap > 0 and plan.gap is not None and plan.gap <= gap
    return Code.DONE if good_enough else Code.NOT_PROVEN
