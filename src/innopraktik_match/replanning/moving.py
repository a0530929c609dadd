"""The places that one intern can get, or the interns that one host can get, where others must move for it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from innopraktik_match.domain.change import Change
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.names import key
from innopraktik_match.explaining.exchanging import Exchanges
from innopraktik_match.explaining.study import Study
from innopraktik_match.measuring import score
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.scoring import measured
from innopraktik_match.replanning.answered import answered
from innopraktik_match.replanning.placing import Choice, best_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.domain.explanation import Answer
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Intern, Round


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
    plan = answered(round, plan)
    study = Study(round, plan)
    done = {(one, choice.visit.host) for choice in without for one in choice.interns}
    done |= {(one, visit.host) for visit in plan.visits for one in visit.interns}
    columns = build_columns(study.round)
    now = score(study.round, plan.visits).points_by_rule
    found = []
    for pair in _possible(study.round, intern, host):
        if pair not in done:
            with suppress(RoundError):
                answer = study.ask(Change(change="pair_together", intern=pair[0], host=pair[1]))
                if answer.possible:
                    then = measured(columns, answer.visits).points_by_rule
                    more = {rule: points - now.get(rule, 0) for rule, points in then.items()}
                    found.append(_choice(answer, *pair, more))
    return best_first(study.round, found)


def _possible(round: Round, intern: str | None, host: str | None) -> Iterator[tuple[str, str]]:
    """Yield the pairs that no rule about options forbids in every slot."""
    interns = [one.id for one in round.interns if intern in (None, one.id)]
    hosts = [one.id for one in round.hosts if host in (None, one.id)]
    party = {
        one.id: {mate.id for mate in round.interns if _together(round, one, mate)}
        for one in round.interns
        if one.id in interns
    }
    spots = [(there, slot.week, slot.days) for slot in round.slots for there in hosts]
    exchanges = Exchanges(round, (), set().union(*party.values()), spots)
    for one in interns:
        for there in sorted({spot[0] for spot in exchanges.open_to(party[one])}):
            yield one, there


def _together(round: Round, one: Intern, other: Intern) -> bool:
    if one.id == other.id:
        return True
    grouped = round.policy.rules.together.on and one.group and other.group
    return bool(grouped) and key(one.group or "") == key(other.group or "")


def _choice(answer: Answer, intern: str, host: str, more: dict[str, int]) -> Choice:
    visit = next(one for one in answer.visits if one.host == host and intern in one.interns)
    return Choice(
        interns=(intern,),
        visit=visit,
        visits=answer.visits,
        now={aim.aim: aim.now for aim in answer.aims if aim.now is not None},
        then={aim.aim: aim.then for aim in answer.aims if aim.then is not None},
        points_by_rule={rule: points for rule, points in more.items() if points},
        moves=tuple(move for move in answer.moves if move.intern != intern),
    )
