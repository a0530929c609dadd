"""Answers by the prices of a proven plan, in milliseconds; each of them recounted by the checker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker import Facts, measure, recount
from innopraktik_match.domain.explanation import Answer, FindingAim
from innopraktik_match.domain.issues import DisagreementError
from innopraktik_match.engine.study.questions import question_of
from innopraktik_match.explaining.changed import changed_round
from innopraktik_match.explaining.moves import moves
from innopraktik_match.solving import proven_plan
from innopraktik_match.validation.faults import find_faults

if TYPE_CHECKING:
    from innopraktik_match.checker import Measured
    from innopraktik_match.domain.change import Change
    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.engine.study.standing import Reply, Standing


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
        self._measured: dict[tuple[object, ...], Measured] = {}

    def ask(self, change: Change) -> Answer | None:
        """Return the answer to a change, or None where the prices do not settle it."""
        question = question_of(self._standing.offers, change)
        if question is None:
            return None
        round = changed_round(self._round, change)
        if not question.holding() and any(fault.severity == "error" for fault in find_faults(round)):
            return None  # wrong locks need no look: no plan keeps them
        reply = self._standing.ask(question)
        if reply is None:
            return None
        visits, aims = self._recounted(round, change, reply)
        answer = Answer(change=change, aims=aims, moves=moves(self._plan.visits, visits), visits=visits)
        return answer.written_by(lambda: proven_plan(round, visits))

    def bound(self, change: Change) -> dict[str, int] | None:
        """Return what the prices alone say of each aim under a change; None where they say nothing."""
        question = question_of(self._standing.offers, change)
        return None if question is None else self._standing.bound(question)

    def _recounted(
        self, round: Round, change: Change, reply: Reply
    ) -> tuple[tuple[Visit, ...], tuple[FindingAim, ...]]:
        """Return visits and aims as the checker counts them; raise where it differs."""
        visits = self._standing.visits(self._round, reply.groups)
        facts = Facts(round)
        measured = [
            measure(facts, visit) if visit.host == change.host else self._said(facts, visit)
            for visit in visits
        ]
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
