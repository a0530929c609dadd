"""The order of the work: validate the arguments and the round, model, search, write up, check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain import arguments
from innopraktik_match.domain.issues import DisagreementError, RoundError, issue_at
from innopraktik_match.engine import memory
from innopraktik_match.engine.control import Control, Stopped
from innopraktik_match.engine.interruption import noting_ctrl_c
from innopraktik_match.engine.last_check import at_hand, recounted
from innopraktik_match.engine.prices.shards import Shards
from innopraktik_match.engine.search import Search
from innopraktik_match.engine.study.before import groups_of
from innopraktik_match.engine.study.proving import Proving
from innopraktik_match.engine.study.standing import Standing
from innopraktik_match.engine.write_up import PEAK, nothing_found, write_up
from innopraktik_match.measuring import check, score
from innopraktik_match.model import tuning
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.locks import require_possible_locks
from innopraktik_match.model.options import TooManyOptions, build_offers, build_options
from innopraktik_match.model.shortlist import Shortlist, pairs_of
from innopraktik_match.validation.faults import NOBODY_LEFT, find_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor

    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.progress import Cancel, Progress
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.measures import Options


def solve(
    round: Round,
    *,
    time_limit: float | None = None,
    gap: float = 0.0,
    seed: int | None = None,
    workers: int | None = None,
    memory_limit: float | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    cancel: Cancel | None = None,
    start: Plan | None = None,
    executor: Executor | None = None,
) -> Plan:
    """Return the best plan for a round, proven best unless stopped before.

    Parameters
    ----------
    round : Round
        The question.
    time_limit : float, optional
        Seconds. The best plan so far comes back when they are up, or at Ctrl-C.
    gap : float
        A share of an aim's value, such as 0.01, that is good enough to stop at.
    seed : int, optional
        The lottery's seed; the policy's where it is left out.
    workers : int, optional
        1 keeps to one solver at a time; otherwise two race on two cores.
    memory_limit : float, optional
        Gigabytes that the process may have: a round that needs more is refused, and a search that nears
        them ends with the best plan so far. Where it is left out, most of what the machine has free.
    on_progress : callable, optional
        Called with a `Progress` at every better plan or bound, and some times a second between them. What it
        raises ends the search and is raised from here.
    cancel : threading.Event or alike, optional
        Once it is set, from any thread, the best plan so far comes back, as at Ctrl-C.
    start : Plan, optional
        An earlier plan of about the same people: the search begins with what still fits of its visits and
        prices. What is found and proven is the same, sooner. If all have left since, the plan is empty.

    executor : concurrent.futures.Executor, optional
        Where large rounds are priced, by shards of hosts (`docs/large-rounds.md`). The plan is the same.

    Returns
    -------
    Plan
        Recounted by the checker. `status` tells what it is worth.

    Raises
    ------
    RoundError
        The round has errors, all of them; or its options do not fit into the memory.
    TypeError, ValueError
        An argument cannot be used; the message names each that cannot.
    DisagreementError
        Engine and checker differ: a bug of ours.

    Examples
    --------
    >>> import innopraktik_match as im
    >>> plan = im.solve(im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}]))
    >>> plan.status, plan.visits[0].host
    ('optimal', 'v1')
    """
    arguments.require(
        arguments.record("round", round, "Round"),
        arguments.number("time_limit", time_limit, least=0, endless=True),
        arguments.number("gap", gap, least=0, most=1),
        arguments.number("seed", seed, least=0, whole=True),
        arguments.number("workers", workers, least=1, whole=True),
        arguments.number("memory_limit", memory_limit, above=0),
        arguments.called("on_progress", on_progress),
        arguments.settable("cancel", cancel),
        arguments.record("start", start, "Plan", optional=True),
        arguments.executor("executor", executor),
    )
    most = memory.usual_limit if memory_limit is None else int(memory_limit * memory.GIGA)
    shards = None if executor is None else Shards(executor)
    control = Control(time_limit, on_progress, workers, most, cancel, shards)
    with noting_ctrl_c(control.interrupt):
        faults = [one for one in find_faults(round) if start is None or one.code not in NOBODY_LEFT]
        if any(fault.severity == "error" for fault in faults):
            raise RoundError(faults)
        if seed is not None:
            policy = round.policy.model_copy(update={"seed": int(seed)})
            round = round.model_copy(update={"policy": policy})
        plan = recounted(round, _plan(round, control, gap, start), control)
    control.listener.raise_what_it_raised()
    return plan


def stand(round: Round, plan: Plan) -> Standing | None:
    """Return a solved round kept warm; None where its plan is not proven best by the checker.

    None too where the worst-served intern is the last aim: that one has no prices.

    Parameters
    ----------
    round : Round
    plan : Plan
    """
    if plan.status != "optimal" or plan.proof is None or round.aims[-1] == PEAK:
        return None
    report = check(round, plan)
    if not (report.holds and report.proven):
        return None
    columns = build_columns(round)
    return Standing(round, build_offers(columns, build_options(columns)), plan, Control())


def stand_changed(round: Round, plan: Plan) -> Standing | None:
    """Return a round kept warm that is not the plan's own, but one that the plan keeps too; else None.

    Parameters
    ----------
    round : Round
    plan : Plan
        Proven best for the round before the change.
    """
    columns = build_columns(round)
    options = build_options(columns)
    worth = score(round, plan.visits)
    if not worth.legal or plan.proof is None or any(f.severity == "error" for f in find_faults(round)):
        return None
    standing = Standing(round, build_offers(columns, options), plan, Control(), worth.aims)
    return standing if standing.finest() >= plan.proof.scale else None


def proven_plan(round: Round, visits: Sequence[Visit]) -> Plan:
    """Return a plan of these visits with its proof, where no other plan is better.

    Parameters
    ----------
    round : Round
    visits : sequence of Visit
        That keep every rule.

    Raises
    ------
    DisagreementError
        Another plan is better.
    """
    control = Control()
    columns = build_columns(round)
    offers = build_offers(columns, build_options(columns))
    search = Proving(round, offers, control, groups_of(offers, tuple(visits)))
    search.run()
    plan = recounted(round, write_up(round, search.found()), control)
    if plan.status != "optimal":
        raise DisagreementError("a better plan than the one found by its prices")
    return plan


def _plan(round: Round, control: Control, gap: float, start: Plan | None) -> Plan:
    """Return the best plan found in time; an empty one if there was no time for any."""
    try:
        columns = build_columns(round)
        shortlist = Shortlist(
            columns, control.limit - control.seconds, pairs_of(columns, start.visits if start else ())
        )
        options = _options_that_fit(columns, control, shortlist)
        control.keep(tuning.CHECK_INTERN_S * len(columns.interns) + tuning.CHECK_OPTION_S * len(options))
        offers = build_offers(columns, options, control.listen)
        control.listen()
        require_possible_locks(round, columns, offers)
        search = Search(offers, round.aims, round.policy.seed, control, gap, start)
    except Stopped:
        return nothing_found(round)
    control.listener.plan_at_hand = lambda: at_hand(round, write_up(round, search.found()), control.seconds)
    search.run(whole=not shortlist.left_out)
    control.listener.raise_what_it_raised()
    return write_up(round, search.found())


def _options_that_fit(columns: Columns, control: Control, shortlist: Shortlist) -> Options:
    """Return the options of a round; raise RoundError if they do not fit into memory."""
    most = None
    every = len(columns.interns) * len(columns.hosts) * len(columns.slot_week)
    plenty = control.usual_memory and every <= tuning.MEMORY_LOOK_OPTIONS
    if not plenty and control.memory_limit is not None:
        most = (control.memory_limit - memory.used()) // tuning.OPTION_BYTES
    try:
        return build_options(columns, most, control.listen, shortlist)
    except TooManyOptions as error:
        gigabytes = (control.memory_limit or 0) / memory.GIGA
        raise RoundError([issue_at("round_too_large", options=error.count, limit=gigabytes)]) from None
