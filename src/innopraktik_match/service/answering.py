"""Answers to questions, made in a process of their own."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.files.rounds.plain import plain_issue, plain_reading
from innopraktik_match.files.values.codes import issues_of
from innopraktik_match.service.replies import ZIP, Reply, problem, reply
from innopraktik_match.service.sent import Asked, Sent

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.domain.explanation import Answer
    from innopraktik_match.many.child import Line

IN_TIME = 0.7
"""The share of its time after which an explanation tries nothing more: what it has begun must end."""


def answer(_: Line, question: str, sent: Sent, most_s: float, as_job: bool) -> Reply:
    """Return the reply to a question.

    Parameters
    ----------
    question : str
        One of `ANSWERS`, or of `JOBS`.
    sent : Sent
    most_s : float
        Seconds that a plan may take which is made to answer.
    as_job : bool
        Whether to return what a job needs, in place of the answer.
    """
    lang = sent.lang
    try:
        asked = Asked(question, sent)
        lang = asked.lang
        return (JOBS if as_job else ANSWERS)[question](asked, most_s)
    except RoundError as error:
        return problem("input", 422, lang, error.issues)
    except ValidationError as error:
        return problem("input", 422, lang, issues_of(error, "options"))
    except MemoryError:
        return problem("memory", 422, lang)


def _check(asked: Asked, _: float) -> Reply:
    from innopraktik_match.report.demand import find_demand

    reading = asked.reading()
    demand = find_demand(reading.round) if reading.round is not None and reading.sound else None
    return reply(
        {
            "sound": reading.sound,
            **plain_reading(reading, asked.lang),
            "demand": None if demand is None else dataclasses.asdict(demand),
        }
    )


def _solve_job(asked: Asked, most_s: float) -> Reply:
    """Return what a job needs: the round as it was read, and the options."""
    round, warnings = asked.sound_round()
    return _job({"round": round.model_dump(mode="json")}, asked, most_s, warnings)


def _replan_job(asked: Asked, most_s: float) -> Reply:
    round, plan = asked.round_and_earlier()
    both = {"round": round.model_dump(mode="json"), "plan": plan.model_dump(mode="json")}
    return _job(both, asked, most_s, ())


def _job(data: dict[str, Any], asked: Asked, most_s: float, warnings: Any) -> Reply:
    options = {name: getattr(asked.options, name) for name in ("time_limit", "gap", "seed")}
    if "plan" in data:
        options |= {"freeze": asked.options.freeze, "changes": asked.options.changes}
    options["time_limit"] = min(most_s, most_s if options["time_limit"] is None else options["time_limit"])
    issues = [plain_issue(issue, asked.lang) for issue in warnings]
    return reply({**data, "options": options, "lang": asked.lang, "issues": issues})


def _score(asked: Asked, _: float) -> Reply:
    from innopraktik_match.measuring import score

    counted = score(*asked.round_and_plan())
    return reply({"legal": counted.legal, **dataclasses.asdict(counted)})


def _verify(asked: Asked, _: float) -> Reply:
    report = _verdict(*asked.round_and_plan())
    names = ("legal", "holds", "proven", "bounds", "unvouched")
    faults = [dataclasses.asdict(fault) for fault in report.faults]
    return reply({**{name: getattr(report, name) for name in names}, "faults": faults})


def _explain(asked: Asked, most_s: float) -> Reply:
    from innopraktik_match.explaining import explain
    from innopraktik_match.explaining.patience import Patience

    options, patience = asked.options, Patience(IN_TIME * most_s)
    found = explain(
        *asked.round_and_plan(),
        pair=options.pair,
        intern=options.intern,
        host=options.host,
        unplaced=options.unplaced,
        round_=options.round,
        next_best=options.next_best,
        differing=options.differing,
        lang=asked.lang,
        time_limit=_at_most(options.time_limit, most_s),
        patience=patience,
    )
    return reply({"findings": [one.plain() for one in found], "complete": not patience.cut})


def _ask(asked: Asked, most_s: float) -> Reply:
    from innopraktik_match.explaining.study import Study

    study = Study(*asked.round_and_plan(), time_limit=_at_most(asked.options.time_limit, most_s))
    answers = study.ask_many(asked.options.changes)
    return reply({"answers": [_with_plan(one) for one in answers]})


def _with_plan(answer: Answer) -> dict[str, Any]:
    found = answer.model_dump(mode="json", by_alias=True)
    return {**found, "plan": answer.plan.model_dump(mode="json")}


def _replan(asked: Asked, most_s: float) -> Reply:
    from innopraktik_match.replanning import replan

    options = asked.options
    plan = replan(
        *asked.round_and_earlier(),
        freeze=options.freeze,
        changes=options.changes,
        time_limit=_at_most(options.time_limit, most_s),
        gap=options.gap,
        seed=options.seed,
        workers=1,
    )
    return reply(plan.model_dump(mode="json"))


def _report(asked: Asked, _: float) -> Reply:
    from innopraktik_match.measuring import score
    from innopraktik_match.report.packs import PARTS, build_pack, missing_packages
    from innopraktik_match.report.packs.claims import without_claims

    missing = missing_packages()
    if missing:
        return problem("report_not_installed", 422, asked.lang, names=", ".join(missing))
    round, plan = asked.round_and_plan()
    if not plan.visits:
        return problem("no_visits", 422, asked.lang)
    if not _verdict(round, plan).holds:
        counted = score(round, plan)
        if not counted.legal:
            return problem("broken_plan", 422, asked.lang)
        plan = without_claims(round, plan, counted)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in build_pack(round, plan, asked.lang, asked.options.only or list(PARTS)).items():
            archive.writestr(name, data)
    return Reply(200, ZIP, packed.getvalue())


def _verdict(round: Any, plan: Any) -> Any:
    """Return the checker's word, with the seed of the plan in the policy of the round."""
    from innopraktik_match.measuring import check

    policy = round.policy.model_copy(update={"seed": plan.seed})
    return check(round.model_copy(update={"policy": policy}), plan)


def _at_most(seconds: float | None, most: float) -> float:
    return most if seconds is None else min(seconds, most)


ANSWERS: dict[str, Callable[[Asked, float], Reply]] = {
    "check": _check,
    "score": _score,
    "verify": _verify,
    "explain": _explain,
    "ask": _ask,
    "replan": _replan,
    "report": _report,
}
JOBS: dict[str, Callable[[Asked, float], Reply]] = {"solve": _solve_job, "replan": _replan_job}
