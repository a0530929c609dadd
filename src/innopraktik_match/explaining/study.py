"""What if: a solved round, and the plan of the round with one change."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from pydantic import ValidationError

from innopraktik_match.domain import arguments
from innopraktik_match.domain.explanation import Answer, FindingAim, FindingRule
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import Plan
from innopraktik_match.domain.replanned import amended
from innopraktik_match.explaining.changed import changed_round
from innopraktik_match.explaining.moves import moves
from innopraktik_match.explaining.rulings import Rulings, finding_rule
from innopraktik_match.explaining.swift import Swift
from innopraktik_match.measuring import score
from innopraktik_match.solving import solve, stand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor

    from innopraktik_match.domain.change import Change
    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.progress import Cancel
    from innopraktik_match.explaining.bounds import Bounds

TOGETHER = 100
"""Changes that are asked in one call of an executor: the round is prepared once for them all."""
_IMPOSSIBLE = {
    "lock_banned": ("ban",),
    "locks_over_capacity": ("capacity",),
    "locks_over_visits": ("intern_visits",),
    "lock_impossible": (),
}
"""What is wrong with a round whose locks no plan can keep -> the rules against them."""


class Study:
    """A round and its plan, to be asked what a change would do.

    Every answer is as good as that of `solve` for the changed round. Where a proven plan gets a pair or visit
    fixed or forbidden, or a host more places or fewer, the prices in its proof are used again: that takes
    milliseconds, and of plans that are equally good the answer is one with few moves, mostly the fewest.
    Else, and wherever the prices do not settle it, the changed round is solved from the beginning, with the
    seed of the plan. Every answer is recounted; its `plan`, with the proof of every aim, is made when it is
    asked for.

    Parameters
    ----------
    round : Round
    plan : Plan
        Its plan, or any other of the same round: what is told of "now" is what this plan reaches.
    time_limit : float, optional
        Seconds for each question.
    cancel : threading.Event, optional
        Once it is set, a question that must be solved afresh raises KeyboardInterrupt.

    Raises
    ------
    RoundError
        The plan cannot be measured against the round.

    Examples
    --------
    >>> import innopraktik_match as im
    >>> round = im.Round(interns=[{"id": "p1"}, {"id": "p2"}], hosts=[{"id": "v1"}])
    >>> study = im.Study(round, im.solve(round))
    >>> answer = study.ask(im.Change(change="one_more_place", host="v1"))
    >>> [(aim.aim, aim.now, aim.then) for aim in answer.aims]
    [('placed', 1, 2), ('points', 0, 0)]
    """

    def __init__(
        self, round: Round, plan: Plan, *, time_limit: float | None = None, cancel: Cancel | None = None
    ) -> None:
        arguments.require(
            arguments.record("round", round, "Round"),
            arguments.record("plan", plan, "Plan"),
            arguments.number("time_limit", time_limit, least=0, endless=True),
            arguments.settable("cancel", cancel),
        )
        self.plan = plan
        self._given = round
        round = amended(round, plan.replanned)
        if plan.version:  # a plan made by hand has no seed of its own
            policy = round.policy.model_copy(update={"seed": plan.seed})
            round = round.model_copy(update={"policy": policy})
        self.round = round
        self.now = score(round, plan).aims if plan.status != "infeasible" else {}
        self._time_limit, self._cancel = time_limit, cancel
        self._answers: dict[Change, Answer] = {}
        self._afresh: dict[Change, Answer] = {}

    def changed(self, change: Change) -> Round:
        """Return the round with the change made, which `solve` would answer alike."""
        return changed_round(self.round, change)

    def ask(self, change: Change) -> Answer:
        """Return what a change would do: aims, moves and the plan of the changed round.

        Parameters
        ----------
        change : Change

        Returns
        -------
        Answer

        Raises
        ------
        RoundError
            The changed round has errors: the change names somebody unknown, or goes beyond a limit of the
            data. A change that no plan can keep is no error.
        ValidationError
            A row would have a number that it cannot have, such as no place at all.
        """
        if change not in self._answers:
            self._answers[change] = self._answered(change)
        return self._answers[change]

    def ask_many(self, changes: Iterable[Change], *, executor: Executor | None = None) -> tuple[Answer, ...]:
        """Return the answers to several changes, each made alone.

        Parameters
        ----------
        changes : iterable of Change
        executor : concurrent.futures.Executor, optional
            Where they are answered, `TOGETHER` in a call. What it loses is answered here.
        """
        changes = tuple(changes)
        if executor is not None:
            self._ask_elsewhere(changes, executor)
        return tuple(self.ask(change) for change in changes)

    def _ask_elsewhere(self, changes: tuple[Change, ...], executor: Executor) -> None:
        new = [change for change in dict.fromkeys(changes) if change not in self._answers]
        asked = (self._given, self.plan, self._time_limit)
        parts = [new[at : at + TOGETHER] for at in range(0, len(new), TOGETHER)]
        calls = [executor.submit(_answers, *asked, part) for part in parts]
        for call in calls:
            with suppress(Exception):  # it is asked here in its turn
                self._answers.update(call.result())

    def bounds(self) -> Bounds:
        """Return what the prices alone say of every pair, and of one place or visit more at every host.

        No plan of the changed round is better; `ask` tells the exact values.

        Raises
        ------
        ValueError
            The plan is not proven best by prices: there is nothing to tell from.
        """
        if self._swift is None:
            raise ValueError("the plan has no prices: its proof is not that of a best plan")
        return self._swift.bounds()

    def next_best(self, count: int, people: int = 1) -> tuple[Answer, ...]:
        """Return the next-best plans of the round, best first, each proven to be the next.

        Parameters
        ----------
        count : int
            How many plans.
        people : int
            So many of those placed, at least, have another host, or none, in each of them than in the plan
            and in those before.

        Returns
        -------
        tuple of Answer
            Fewer where there are no more, or where the plan has no proof to begin from.
        """
        arguments.require(
            arguments.number("count", count, least=1, whole=True),
            arguments.number("people", people, least=1, whole=True),
        )
        return tuple(self.each_next(count, people))

    def each_next(self, count: int, people: int) -> Iterator[Answer]:
        """Yield the same plans one after the other, as each is found."""
        if self._swift is not None:
            yield from self._swift.next_best(count, people)

    def places(self, change: Change, intern: str) -> bool | None:
        """Return whether a change gives an intern a visit in every best plan, or in none of them.

        None where that is not known by prices: then lots may decide, and `drawn` tells.

        Raises
        ------
        RoundError
            As in `ask`.
        """
        return None if self._swift is None else self._swift.places(change, intern)

    def drawn(self, change: Change) -> Answer:
        """Return the answer of an ordinary solve, lots included."""
        if change not in self._afresh:
            self._afresh[change] = self._solved(change)
        return self._afresh[change]

    def _answered(self, change: Change) -> Answer:
        swift = self._swift
        answer = None if swift is None else swift.ask(change)
        return self.drawn(change) if answer is None else answer

    def _solved(self, change: Change) -> Answer:
        """Return the answer of an ordinary solve of the changed round."""
        round = self.changed(change)
        try:
            plan = solve(round, time_limit=self._time_limit, cancel=self._cancel)
            if plan.stopped_by == "interruption":
                raise KeyboardInterrupt
            against = conflicting(plan)
        except RoundError as error:
            wrong = [issue for issue in error.issues if issue.severity == "error"]
            if any(issue.code not in _IMPOSSIBLE for issue in wrong):
                raise
            plan = Plan(status="infeasible", seed=round.policy.seed)
            against = tuple(dict.fromkeys(rule for issue in wrong for rule in _against(round, issue)))
        answer = Answer(
            change=change,
            aims=tuple(self._aims(round, plan)),
            moves=moves(self.plan.visits, plan.visits) if plan.aims else (),
            visits=plan.visits,
            status=plan.status,
            rules=against,
        )
        return answer.written_by(partial(_as_it_is, plan))

    @cached_property
    def _swift(self) -> Swift | None:
        """Answers by the prices of the plan; None where it has none that are proven."""
        standing = stand(self.round, self.plan)
        return None if standing is None else Swift(self.round, self.plan, self.now, standing)

    def _aims(self, round: Round, plan: Plan) -> Iterable[FindingAim]:
        reached = {aim.aim: aim for aim in plan.aims}
        for aim in round.aims:
            then = reached.get(aim)
            if then is None:
                yield FindingAim(aim=aim, now=self.now.get(aim), then=None)
            else:
                yield FindingAim(
                    aim=aim, now=self.now.get(aim), then=then.value, bound=then.bound, proven=then.proven
                )


def _answers(
    round: Round, plan: Plan, time_limit: float | None, changes: list[Change]
) -> dict[Change, Answer]:
    """Return the answers to the changes that have one."""
    study, found = Study(round, plan, time_limit=time_limit), {}
    for change in changes:
        with suppress(RoundError, ValidationError):
            found[change] = study.ask(change)
    return found


def _as_it_is(plan: Plan) -> Plan:
    return plan


def conflicting(plan: Plan) -> tuple[FindingRule, ...]:
    """Return the rows of the round that cannot all be kept, each with how much is short."""
    return tuple(
        finding_rule(rule, conflict.short, 0, 0, True, tuple(key))
        for conflict in plan.impossible
        for rule, *key in (*conflict.demands, *conflict.limits)
    )


def _against(round: Round, issue: Issue) -> Iterable[FindingRule]:
    """Yield the rules against the locks of an issue, with amounts and limits."""
    locks = {place.row for place in issue.places if place.table == "locks" and place.row is not None}
    rulings = Rulings(round, ())
    forbidding = [
        rule
        for row in sorted(locks)
        for rule in rulings.forbidding(round.locks[row - 1].intern, round.locks[row - 1].host)
    ]
    yield from forbidding
    if not forbidding:
        rules, limit = issue.values.get("rules", ()), issue.values.get("limit", 0)
        assert isinstance(rules, tuple)
        assert isinstance(limit, int)
        for rule in _IMPOSSIBLE[issue.code] or rules:
            yield finding_rule(rule, limit + 1, limit, 0, True)
