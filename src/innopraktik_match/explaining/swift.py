"""Answers by the prices of a proven plan, in milliseconds; each of them recounted by the checker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.checker import Facts, measure, recount
from innopraktik_match.domain.explanation import Answer, FindingAim
from innopraktik_match.domain.issues import DisagreementError
from innopraktik_match.domain.plan import AimResult, Plan, Unplaced
from innopraktik_match.domain.policy import cost_of
from innopraktik_match.engine.study import tuning
from innopraktik_match.engine.study.newcomer import hopeless
from innopraktik_match.engine.study.questions import Question, differing, leaving_out, placing, question_of
from innopraktik_match.explaining.bounds import Bounds, bounds_of
from innopraktik_match.explaining.changed import changed_round
from innopraktik_match.explaining.moves import moves
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.measures import Options
from innopraktik_match.model.options import build_offers, priced
from innopraktik_match.solving import proven_plan, stand_changed
from innopraktik_match.validation.faults import find_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.checker import Measured
    from innopraktik_match.domain.change import Change
    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.study.standing import Reply, Standing
    from innopraktik_match.model.options import Offers


class Swift:
    """A round and its proven plan, asked by prices.

    Parameters
    ----------
    round : Round
    plan : Plan
    now : dict
        Aim -> its value in the plan.
    standing : Standing
    """

    def __init__(self, round: Round, plan: Plan, now: dict[str, int], standing: Standing) -> None:
        self._round, self._plan, self._now, self._standing = round, plan, now, standing
        self._facts = Facts(round)
        self._measured: dict[tuple[object, ...], Measured] = {}
        self._changed: dict[Change, Standing | None] = {}
        self._best: dict[Change, Reply | None] = {}

    def ask(self, change: Change) -> Answer | None:
        """Return the answer to a change, or None where the prices do not settle it."""
        round = changed_round(self._round, change)
        posed = self._posed(change, round)
        reply = None if posed is None else posed[0].ask(posed[1])
        if posed is None or reply is None:
            return None
        visits, aims = self._recounted(round, change, posed[0].visits(round, reply.groups), reply)
        answer = Answer(change=change, aims=aims, moves=moves(self._plan.visits, visits), visits=visits)
        return answer.written_by(partial(proven_plan, round, visits))

    def next_best(self, count: int, people: int) -> Iterator[Answer]:
        """Yield the next-best plans, each at least so many people apart from the plan and from those before.

        Ends early where no further plan is proven to be the next.
        """
        standing, before = self._standing, [self._plan.visits]
        while len(before) <= count:
            apart = tuple(differing(standing.offers, visits, people) for visits in before)
            reply = standing.ask(Question(apart), tuning.NEXT_BEST_S)
            if reply is None:
                return
            found = standing.visits(self._round, reply.groups)
            visits, aims = self._recounted(self._round, None, found, reply)
            answer = Answer(aims=aims, moves=moves(self._plan.visits, visits), visits=visits)
            yield answer.written_by(partial(_unproven, self._round, answer))
            before.append(visits)

    def places(self, change: Change, intern: str) -> bool | None:
        """Return whether an intern has a visit in every best plan under a change, or in none of them.

        None where some have it and some have not, or the prices do not settle it.
        """
        round = changed_round(self._round, change)
        if change.intern == intern and hopeless(self._standing, self._options_of(round, intern)):
            return False
        posed = self._posed(change, round)
        if posed is None:
            return None
        standing, question = posed
        if change not in self._best:
            self._best[change] = standing.ask(question)
        best = self._best[change]
        if best is None:
            return None
        seated = placing(standing.offers, question, intern)
        bound = standing.bound(seated)
        if bound is not None and self._worse(bound, best.values):
            return False
        others = standing.ask(seated)
        if others is None:
            return None
        if self._worse(others.values, best.values):
            return False
        others = standing.ask(leaving_out(standing.offers, question, intern))
        return True if others is not None and self._worse(others.values, best.values) else None

    def _posed(self, change: Change, round: Round) -> tuple[Standing, Question] | None:
        """Return whom to ask what: the round kept warm, or the changed one with its prices."""
        question = question_of(self._standing.offers, change)
        if question is None:
            if change not in self._changed:
                self._changed = {change: stand_changed(round, self._plan) if _adds(change) else None}
            standing = self._changed[change]
            return None if standing is None else (standing, Question())
        if not question.holding() and any(fault.severity == "error" for fault in find_faults(round)):
            return None  # wrong locks need no look: no plan keeps them
        return self._standing, question

    def _options_of(self, round: Round, intern: str) -> Offers:
        """Return the options that an intern, and whoever travels along, would have in a changed round."""
        columns = build_columns(round)
        number = next(n for n, one in enumerate(columns.interns) if one.id == intern)
        members = np.flatnonzero(columns.unit == columns.unit[number])
        hosts, slots = np.arange(len(columns.hosts)), np.arange(len(columns.slot_week))
        every = [part.ravel() for part in np.meshgrid(members, hosts, slots, indexing="ij")]
        options = priced(columns, Options.unpriced(*(part.astype(np.int32) for part in every)))
        return build_offers(columns, options.take(np.lexsort((options.intern, options.slot, options.host))))

    def _worse(self, one: dict[str, int], other: dict[str, int]) -> bool:
        """Whether the first aim in which two differ is worse in the first."""
        first = next((aim for aim in self._round.aims if aim in one and one[aim] != other[aim]), None)
        return first is not None and cost_of(first, one[first]) > cost_of(first, other[first])

    def bound(self, change: Change) -> dict[str, int] | None:
        """Return what the prices alone say of each aim under a change; None where they say nothing."""
        question = question_of(self._standing.offers, change)
        return None if question is None else self._standing.bound(question)

    def bounds(self) -> Bounds:
        """Return what the prices alone say of every pair and of every host's room."""
        return bounds_of(self._standing)

    def _recounted(
        self, round: Round, change: Change | None, visits: tuple[Visit, ...], reply: Reply
    ) -> tuple[tuple[Visit, ...], tuple[FindingAim, ...]]:
        """Return visits and aims as the checker counts them; raise where it differs."""
        facts = Facts(round, self._facts)
        apart = _apart_from(change)
        measured = [self._said(facts, visit) if apart(visit) else measure(facts, visit) for visit in visits]
        score = recount(round, visits, facts, measured)
        wrong = [aim for aim, value in reply.values.items() if score.aims[aim] != value]
        if wrong or score.breaches:
            raise DisagreementError(f"a change by prices: {wrong}, {[one.rule for one in score.breaches]}")
        aims = tuple(
            FindingAim(
                aim=aim, now=self._now.get(aim), then=score.aims[aim], bound=score.aims[aim], proven=True
            )
            for aim in round.aims
        )
        return tuple(map(_with_points, visits, score.visit_points)), aims

    def _said(self, facts: Facts, visit: Visit) -> Measured:
        """Return what the rules say of a visit to a host that a change leaves as it is, measured once."""
        seat = visit.host, visit.week, visit.days, visit.interns
        if seat not in self._measured:
            self._measured[seat] = measure(facts, visit)
        return self._measured[seat]


def _with_points(visit: Visit, points: int) -> Visit:
    return visit if visit.points == points else visit.model_copy(update={"points": points})


def _adds(change: Change) -> bool:
    """Whether a change mostly allows more, so that the plan may still be kept."""
    return change.change in ("one_more_week", "days", "max_km", "without_lock", "rule_mode")


def _unproven(round: Round, answer: Answer) -> Plan:
    """Return a plan that is not the best of its round, and so has no proof."""
    aims = tuple(AimResult(aim=one.aim, value=one.then or 0, bound=None, proven=False) for one in answer.aims)
    used = {visit.host for visit in answer.visits}
    seated = {intern for visit in answer.visits for intern in visit.interns}
    return Plan(
        status="feasible",
        aims=aims,
        visits=answer.visits,
        unplaced=tuple(Unplaced(intern=one.id) for one in round.interns if one.id not in seated),
        unused_hosts=tuple(sorted(host.id for host in round.hosts if host.id not in used)),
        seed=round.policy.seed,
        input_sha256=round.sha256(),
    )


def _apart_from(change: Change | None) -> Callable[[Visit], bool]:
    """Return what tells the visits whose rules a change leaves as they are."""
    if change is None:
        return lambda _: True
    if change.host is None and change.intern is None:
        return lambda _: False
    return lambda visit: visit.host != change.host and change.intern not in visit.interns
