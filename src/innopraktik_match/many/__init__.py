"""Many rounds at once, on any executor."""

from __future__ import annotations

import os
from concurrent.futures import as_completed
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.domain import arguments
from innopraktik_match.many.processes import ProcessEach

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from concurrent.futures import Executor, Future

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round

__all__ = ["Outcome", "ProcessEach", "solve_many", "solved"]


@dataclass(frozen=True)
class Outcome:
    """What came of one round.

    Attributes
    ----------
    number : int
        Which of the rounds, counted from 0.
    plan : Plan or None
        None where there is no answer.
    error : Exception or None
        Why there is none: a `RoundError` with every issue; `DiedError` where its process was killed; what the
        executor says where it lost it.
    """

    number: int
    plan: Plan | None = None
    error: Exception | None = None


def solve_many(
    rounds: Iterable[Round],
    *,
    executor: Executor | None = None,
    at_once: int | None = None,
    time_limit: float | None = None,
    gap: float = 0.0,
    workers: int | None = 1,
    memory_limit: float | None = None,
    on_done: Callable[[Outcome], None] | None = None,
) -> tuple[Outcome, ...]:
    """Solve many rounds, several at once. A round that fails costs no other its answer.

    Parameters
    ----------
    rounds : iterable of Round
        Each with its seed in its policy: the answers do not depend on who solves what, or when.
    executor : concurrent.futures.Executor, optional
        Any, such as that of a Dask client. Left out: each round is solved in a process of its own.
    at_once : int, optional
        Without an executor: how many processes. As many as there are cores where it is left out.
    time_limit, gap, workers, memory_limit
        Of each round, as in `solve`.
    on_done : callable, optional
        Called with each `Outcome` as it comes, in this thread.

    Returns
    -------
    tuple of Outcome
        In the order of the rounds.

    Examples
    --------
    >>> from concurrent.futures import ThreadPoolExecutor
    >>> import innopraktik_match as im
    >>> rounds = [im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1", "max": n}]) for n in (1, 2)]
    >>> with ThreadPoolExecutor(2) as executor:
    ...     [outcome.plan.status for outcome in im.solve_many(rounds, executor=executor)]
    ['optimal', 'optimal']
    """
    rounds = tuple(rounds)
    arguments.require(
        *(arguments.record(f"round {number}", one, "Round") for number, one in enumerate(rounds, 1)),
        arguments.executor("executor", executor),
        arguments.number("at_once", at_once, least=1, whole=True),
        arguments.called("on_done", on_done),
    )
    how = {"time_limit": time_limit, "gap": gap, "workers": workers, "memory_limit": memory_limit}
    found: list[Outcome] = []
    for outcome in solved(rounds, executor, at_once, how):
        found.append(outcome)
        if on_done is not None:
            on_done(outcome)
    return tuple(sorted(found, key=lambda one: one.number))


def solved(
    rounds: Iterable[Round], executor: Executor | None, at_once: int | None, how: Mapping[str, object]
) -> Iterator[Outcome]:
    """Yield the outcome of each round as it comes; whoever stops listening stops the rest.

    Parameters
    ----------
    rounds, executor, at_once
        As in `solve_many`.
    how : dict
        The other arguments of `solve`.
    """
    chosen = ProcessEach(at_once or os.cpu_count() or 1) if executor is None else executor
    running: dict[Future[Plan], int] = {}
    try:
        for number, round in enumerate(rounds):
            running[chosen.submit(_solve, round, how)] = number
        for future in as_completed(tuple(running)):
            yield _outcome(running.pop(future), future)
    finally:
        for future in running:
            future.cancel()
        if executor is None:
            chosen.shutdown(cancel_futures=True)


def _solve(round: Round, how: Mapping[str, object]) -> Plan:
    from innopraktik_match.solving import solve

    return solve(round, **how)  # type: ignore[arg-type]


def _outcome(number: int, future: Future[Plan]) -> Outcome:
    try:
        return Outcome(number, plan=future.result())
    except Exception as error:
        return Outcome(number, error=error)
