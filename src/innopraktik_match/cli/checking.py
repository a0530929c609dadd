"""The commands `check`, `score` and `verify`."""

from __future__ import annotations

import dataclasses
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import innopraktik_match as im
from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import Console, console, refuse_out
from innopraktik_match.cli.earlier import made_from, plan_of, plan_source
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
    SignedBy,
    TimeLimit,
    Year,
)
from innopraktik_match.cli.solving import read_round_of
from innopraktik_match.engine.interruption import noting_ctrl_c
from innopraktik_match.files.signing import require_signing

if TYPE_CHECKING:
    from innopraktik_match.checker import CheckReport
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.rounds.plan_source import PlanSource
    from innopraktik_match.files.rounds.reading import Reading
    from innopraktik_match.replanning.comparing import Comparison


BEST_WITHIN_S = 10.0
"""A plan of a few hundred people is proven long before; nobody waits longer to hear how good theirs is."""
GUESSED = ("column_proposed", "column_understood")
"""Issues of columns whose header is a question or unknown."""


def check(
    inputs: Inputs,
    marked: Annotated[Path | None, typer.Option()] = None,
    policy: PolicyFile = None,
    preset: Preset = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Show how the files were read, every issue in them, and places against people."""
    from innopraktik_match.files import read_files
    from innopraktik_match.files.rounds.plain import plain_reading
    from innopraktik_match.report.basis import basis_lines
    from innopraktik_match.report.demand import find_demand
    from innopraktik_match.report.demand_lines import demand_lines

    with console(lang, as_json, quiet) as told:
        if marked is not None:
            refuse_out(told, marked, [*inputs, policy], (".xlsx",), force=force)
        reading = read_files(*inputs, policy=policy, preset=preset, year=year, encoding=encoding)
        demand = find_demand(reading.round) if reading.round is not None and reading.sound else None
        with noting_ctrl_c():
            if marked is not None:
                _write_marked(told, reading, marked)
            counted = dataclasses.asdict(demand) if demand is not None else None
            told.data(lambda: {**plain_reading(reading, told.lang), "demand": counted})
            _tell(told, reading)
            if reading.round is not None and demand is not None:
                told.say("", *basis_lines(reading.round, told.lang))
                told.say("", *demand_lines(reading.round, demand, told.lang))
            if marked is not None:
                told.say("", told.word("written", path=marked))
            if any(issue.code in GUESSED for issue in reading.issues):
                _offer_tidy(told, inputs)
            raise typer.Exit(Code.DONE if reading.sound else Code.INPUT)


def _tell(told: Console, reading: Reading) -> None:
    """Print how the files were read, what is wrong, and what to save for next year."""
    from innopraktik_match.files.rounds.plain import plain_table
    from innopraktik_match.report.carried import kept_out
    from innopraktik_match.texts.issues import issue_groups, mapping_lines
    from innopraktik_match.texts.readback import readback_lines

    if reading.understood:
        tables, out = map(plain_table, reading.understood), kept_out(reading.round)
        told.say(told.word("readback"), *readback_lines(tables, told.lang, out), "")
    shown = [one for one in reading.issues if one.severity == "error" or not told.quiet]
    told.tell(*issue_groups(shown, told.lang))
    if shown:
        told.say("")
    severities = Counter(one.severity for one in reading.issues)
    told.say(told.word("counts", **{kind: severities[kind] for kind in ("error", "warning", "info")}))
    saved = mapping_lines(reading.issues, told.lang)
    if saved:
        told.say("", told.word("mapping"), *(f"    {line}" for line in saved))


def _offer_tidy(told: Console, inputs: list[Path]) -> None:
    from innopraktik_match.texts.tidy import OFFER

    named = (f'"{path}"' if " " in str(path) else str(path) for path in inputs)
    told.say("", OFFER[told.lang].format(inputs=" ".join(named)))


def _write_marked(told: Console, reading: Reading, marked: Path) -> None:
    from innopraktik_match.files.out.marked import marked_workbook
    from innopraktik_match.files.out.saving import save

    save(marked, marked_workbook(reading, told.lang))


def score(
    plan_file: PlanFile,
    inputs: Inputs,
    policy: PolicyFile = None,
    preset: Preset = None,
    time_limit: TimeLimit = BEST_WITHIN_S,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Measure any plan."""
    from innopraktik_match.report.comparison import comparison_lines, plain_comparison
    from innopraktik_match.report.rating import plain_rating, rating_lines
    from innopraktik_match.report.summary import score_lines

    with console(lang, as_json, quiet) as told:
        how = {"policy": policy, "preset": preset, "year": year, "encoding": encoding}
        file = plan_source(plan_file)
        round = read_round_of(told, file, inputs, **how)
        plan = made_from(plan_of(file, round), file)
        counted = im.score(round, plan)
        told.say(*score_lines(im.amended(round, plan.replanned), counted, told.lang))
        edited = _edited(file, round, plan)
        if edited is not None:
            told.say("", told.word("edited"), *comparison_lines(round, edited, told.lang))
        plain = plain_comparison(edited) if edited is not None else None
        best = _best(im.amended(round, plan.replanned), plan, time_limit)
        told.say("", *rating_lines(counted, best, told.lang))
        rating = plain_rating(counted, best)
        told.data({"legal": counted.legal, **dataclasses.asdict(counted), "edited": plain, "best": rating})
        raise typer.Exit(Code.DONE if counted.legal else Code.BREACH)


def _best(round: Round, plan: Plan, time_limit: float | None) -> Plan | None:
    """Return the best plan of a round; None where there is none, or the round has faults."""
    if time_limit == 0:
        return None
    with noting_ctrl_c(), suppress(im.RoundError):
        return im.solve(round, start=plan, time_limit=time_limit)
    return None


def _edited(source: PlanSource, round: Round, plan: Plan) -> Comparison | None:
    """Return how the rows of a workbook differ from the plan that it was written from."""
    from innopraktik_match.report.edits import plan_within

    written = plan_within(source)
    found = im.compare(round, written, plan) if written is not None else None
    return found if found is not None and found.shifts else None


def verify(
    plan_file: PlanFile,
    inputs: Inputs,
    policy: PolicyFile = None,
    preset: Preset = None,
    year: Year = None,
    encoding: Encoding = None,
    signed_by: SignedBy = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Give the checker's word on a plan."""
    from innopraktik_match.report.summary import verdict_lines

    with console(lang, as_json, quiet) as told:
        if signed_by is not None:
            require_signing(signed_by)
        how = {"policy": policy, "preset": preset, "year": year, "encoding": encoding}
        file = plan_source(plan_file)
        round = read_round_of(told, file, inputs, **how)
        plan, report = verdict(file, round)
        if signed_by is not None:
            report = _signed(plan, report, signed_by)
        told.say(*verdict_lines(round, plan, report, told.lang))
        told.data(
            {
                "legal": report.legal,
                "holds": report.holds,
                "proven": report.proven,
                "bounds": report.bounds,
                "unvouched": report.unvouched,
                "faults": [dataclasses.asdict(fault) for fault in report.faults],
            }
        )
        raise typer.Exit(Code.DONE if report.holds else Code.BREACH)


def _signed(plan: Plan, report: CheckReport, key: Path) -> CheckReport:
    """Return the checker's word with one on who signed the plan."""
    from innopraktik_match.checker import Fault

    left = tuple(name for name in report.unvouched if name != "signature")
    if im.signed_by(plan, key):
        return dataclasses.replace(report, unvouched=left)
    fault = Fault("signature_differs", {"file": key.name})
    return dataclasses.replace(report, faults=(*report.faults, fault))


def verdict(source: PlanSource, round: Round) -> tuple[Plan, CheckReport]:
    """Return the plan of a file, and the checker's word: on a workbook of ours on every cell of it."""
    from innopraktik_match.checker import Fault
    from innopraktik_match.report.edits import carried_plan

    carried = carried_plan(source, round)
    plan = plan_of(source, round) if carried is None else carried.plan
    policy = round.policy.model_copy(update={"seed": plan.seed})
    report = im.check(round.model_copy(update={"policy": policy}), plan)
    if carried is None:
        return plan, report
    edits = [Fault("cell_differs", {"sheet": place.sheet, "cell": place.cell}) for place in carried.edits]
    if edits and plan.version != im.__version__:
        edits.append(Fault("other_version", {"stated": plan.version, "counted": im.__version__}))
    unsaid = ("sheets",) if carried.others else ()
    return plan, dataclasses.replace(
        report, faults=(*report.faults, *edits), unvouched=(*report.unvouched, *unsaid)
    )
