"""Why, why not, and what must give: the findings of one plan, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain import arguments
from innopraktik_match.domain.directory import Directory
from innopraktik_match.domain.issues import RoundError, issue_at, read_id

if TYPE_CHECKING:
    from innopraktik_match.domain.explanation import ExplainedFinding
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Host, Intern, Round
    from innopraktik_match.explaining.patience import Patience


def explain(
    round: Round,
    plan: Plan,
    *,
    pair: tuple[str, str] | None = None,
    intern: str | None = None,
    host: str | None = None,
    unplaced: bool = False,
    round_: bool = False,
    next_best: int = 0,
    differing: int = 1,
    lang: Lang = "da",
    time_limit: float | None = None,
    patience: Patience | None = None,
) -> tuple[ExplainedFinding, ...]:
    """Explain a plan; without a question: everybody without a visit, and what binds the round.

    Parameters
    ----------
    round : Round
    plan : Plan
        Its plan, by `solve` or by hand.
    pair : (str, str), optional
        Intern and host, by id or name: one finding, why they are together or what it would cost.
    intern, host : str, optional
        Why these visits, and why not what was wished.
    unplaced : bool
        Why somebody has no visit, and the least that would give one.
    round_ : bool
        Why there is no plan and what must give; or else which limits cost most.
    next_best : int
        So many plans that come next, each proven to be the next.
    differing : int
        In how many people at least those differ from the plan and from each other.
    lang : {"da", "en"}
        Of the texts.
    time_limit : float, optional
        Seconds for each plan that is made to answer.
    patience : Patience, optional
        A limit of seconds for all explanations together, progress, and a stop from outside.

    Returns
    -------
    tuple of ExplainedFinding

    Raises
    ------
    RoundError
        Somebody is not of the round, or the plan cannot be measured against it.

    Examples
    --------
    >>> import innopraktik_match as im
    >>> round = im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}], bans=[{"intern": "p1", "host": "v1"}])
    >>> found = im.explain(round, im.solve(round), pair=("p1", "v1"), lang="en")
    >>> found[0].text
    'p1 cannot visit v1: the pair is banned or refused.'
    """
    from innopraktik_match.explaining.findings import Findings
    from innopraktik_match.explaining.study import Study
    from innopraktik_match.explaining.wording import told

    arguments.require(arguments.lang_of(lang))
    study = Study(round, plan, time_limit=time_limit, cancel=patience)
    of, round = Findings(study, patience), study.round
    nothing_asked = not any((pair, intern, host, unplaced, round_, next_best))
    found: list[ExplainedFinding] = []
    if pair is not None:
        found.append(of.pair(_intern(round, pair[0]).id, _host(round, pair[1]).id))
    if intern is not None:
        found += of.about_intern(_intern(round, intern))
    if host is not None:
        found += of.about_host(_host(round, host))
    if unplaced or nothing_asked:
        found += of.unplaced()
    if round_ or nothing_asked:
        found += of.about_round()
    if next_best:
        found += of.next_best(next_best, differing)
    return tuple(one.model_copy(update={"text": told(round, one, lang)}) for one in found)


def _intern(round: Round, word: str) -> Intern:
    """Return the intern with an id or a name."""
    people = Directory((one.id, one.name) for one in round.interns)
    found = people.find(word)
    if len(found) != 1:
        raise RoundError([issue_at("intern_unknown", **read_id("interns", word), **people.nearest(word))])
    return next(one for one in round.interns if one.id == found[0])


def _host(round: Round, word: str) -> Host:
    """Return the host with an id or a name."""
    people = Directory((one.id, one.name, one.workplace) for one in round.hosts)
    found = people.find(word)
    if len(found) != 1:
        raise RoundError([issue_at("host_unknown", read=word, **people.nearest(word))])
    return next(one for one in round.hosts if one.id == found[0])
