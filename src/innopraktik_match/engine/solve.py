"""From a round to a proven plan: what is asked for is looked at, searched, written up and recounted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match import arguments, memory
from innopraktik_match.engine.control import Control, Stopped
from innopraktik_match.engine.recounted import at_hand, recounted
from innopraktik_match.engine.search import Search
from innopraktik_match.engine.write_up import nothing_found
from innopraktik_match.faults import find_faults
from innopraktik_match.interruption import noting_ctrl_c
from innopraktik_match.issues import RoundError

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.engine.progress import Cancel, Progress
    from innopraktik_match.plan import Plan
    from innopraktik_match.round import Round


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
    )
    most = memory.usual_limit() if memory_limit is None else int(memory_limit * memory.GIGA)
    control = Control(time_limit, on_progress, workers, most, cancel)
    with noting_ctrl_c(control.interrupt):
        faults = find_faults(round)
        if any(fault.severity == "error" for fault in faults):
            raise RoundError(faults)
        if seed is not None:
            policy = round.policy.model_copy(update={"seed": int(seed)})
            round = round.model_copy(update={"policy": policy})
        plan = recounted(round, _plan(round, control, gap), control)
    control.listener.raise_what_it_raised()
    return plan


def _plan(round: Round, control: Control, gap: float) -> Plan:
    """Return the best plan found in time; without any visits where not even a first one was."""
    try:
        search = Search(round, control, gap)
    except Stopped:
        return nothing_found(round)
    control.listener.plan_at_hand = lambda: at_hand(round, search.written(round), control.seconds)
    search.run()
    control.listener.raise_what_it_raised()
    return search.written(round)
