"""The places that one intern can get, or the interns that one host can get, where others must move for it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from innopraktik_match.domain.change import Change
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.explaining.study import Study
from innopraktik_match.replanning.placing import Choice, best_first
from innopraktik_match.solving import score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.domain.explanation import Answer
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round


def moving_choices(
    round: Round,
    plan: Plan,
    without: Iterable[Choice] = (),
    *,
    intern: str | None = None,
    host: str | None = None,
) -> tuple[Choice, ...]:
    """Return the best plan with each pair that has no open place, and who moves in it; the best first.

    Each is as good as a fresh solve with the pair locked. Of a plan that is proven best and not edited the
    answers come from its own prices; of another each is solved from the beginning.

    Parameters
    ----------
    round : Round
    plan : Plan
    without : iterable of Choice
        Those for which nobody moves: pairs that are left out.
    intern, host : str
        One of them: whose places, or whose interns.

    Returns
    -------
    tuple of Choice
        With `moves`, those of the pair itself left out.
    """
    study = Study(round, plan)
    done = {(one, choice.visit.host) for choice in without for one in choice.interns}
    done |= {(one, visit.host) for visit in plan.visits for one in visit.interns}
    interns = [intern] if intern is not None else [one.id for one in study.round.interns]
    hosts = [host] if host is not None else [one.id for one in study.round.hosts]
    found = []
    for pair in ((one, there) for one in interns for there in hosts):
        if pair not in done:
            with suppress(RoundError):
                answer = study.ask(Change(change="pair_together", intern=pair[0], host=pair[1]))
                found += list(_choice(study, answer, *pair))
    return best_first(study.round, found)


def _choice(study: Study, answer: Answer, intern: str, host: str) -> Iterator[Choice]:
    if not answer.plan.aims:
        return
    visits = answer.plan.visits
    visit = next(one for one in visits if one.host == host and intern in one.interns)
    now = score(study.round, study.plan).points_by_rule
    then = score(study.round, visits).points_by_rule
    more = {rule: points - now.get(rule, 0) for rule, points in then.items()}
    yield Choice(
        interns=(intern,),
        visit=visit,
        visits=visits,
        now={aim.aim: aim.now for aim in answer.aims if aim.now is not None},
        then={aim.aim: aim.then for aim in answer.aims if aim.then is not None},
        points_by_rule={rule: points for rule, points in more.items() if points},
        moves=tuple(move for move in answer.moves if move.intern != intern),
    )
