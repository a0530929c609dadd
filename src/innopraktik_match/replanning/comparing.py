"""Two plans for one round side by side: aims, rules, and what it means for each intern."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from innopraktik_match.domain import arguments
from innopraktik_match.domain.replanned import Spot, amended
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.measuring import score
from innopraktik_match.replanning.terms import still_so

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.domain.findings import Score
    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.round import Round


@dataclass(frozen=True)
class Shift:
    """What two plans mean for one intern.

    Attributes
    ----------
    intern : str
    before, after : tuple of Spot
        The visits in the one plan and in the other.
    points_before, points_after : int
        What the option rules charge for them; nothing for a visit to a host that is not in the round.
    known : bool
        Whether the points tell; not where a host of the visits, or the intern, is not in the round.
    gone : bool
        Whether the intern is not in the round: nobody gains or loses by that.
    """

    intern: str
    before: tuple[Spot, ...]
    after: tuple[Spot, ...]
    points_before: int
    points_after: int
    known: bool = True
    gone: bool = False

    @property
    def gains(self) -> int:
        """1 with more visits, or with as many at fewer points; -1 the other way round; else 0."""
        if self.gone:
            return 0
        now, then = ((-len(spots), points if self.known else 0) for spots, points in self._sides)
        return (now > then) - (now < then)

    @property
    def moves(self) -> bool:
        """Whether any visit is at another host, in another week or of another length."""
        return sorted(map(str, self.before)) != sorted(map(str, self.after))

    @property
    def _sides(self) -> tuple[tuple[tuple[Spot, ...], int], ...]:
        return (self.before, self.points_before), (self.after, self.points_after)


@dataclass(frozen=True)
class Comparison:
    """Two plans counted for one round.

    Attributes
    ----------
    before, after : Score
        Of those visits and interns that the round has.
    shifts : tuple of Shift
        The interns for whom anything differs, by id; also those who are not in the round.
    intern_names, host_names : dict
        What those are called who are not in the round, by id, where it is known.
    """

    before: Score
    after: Score
    shifts: tuple[Shift, ...]
    intern_names: Mapping[str, str] = field(default_factory=dict)
    host_names: Mapping[str, str] = field(default_factory=dict)


def compare(round: Round, one: Plan, other: Plan) -> Comparison:
    """Compare two plans for a round.

    Parameters
    ----------
    round : Round
    one, other : Plan
        Any plans, legal or not. Whoever is not in the round does not count in either score.

    Returns
    -------
    Comparison

    Examples
    --------
    >>> import innopraktik_match as im
    >>> round = im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}, {"id": "v2"}])
    >>> one, other = (im.Plan(visits=[im.Visit(host=host, interns=("p1",))]) for host in ("v1", "v2"))
    >>> im.compare(round, one, other).shifts[0].after[0].host
    'v2'
    """
    arguments.require(
        arguments.record("round", round, "Round"),
        arguments.record("one", one, "Plan"),
        arguments.record("other", other, "Plan"),
    )
    round = amended(round, still_so(other) or still_so(one))
    sides = [_counted(round, plan) for plan in (one, other)]
    there, hosts = {person.id for person in round.interns}, {host.id for host in round.hosts}
    shifts = []
    for intern in sorted(there.union(*(spots for _, spots, _ in sides))):
        (before, cost), (after, other_cost) = ((spots[intern], points[intern]) for _, spots, points in sides)
        known = intern in there and all(spot.host in hosts for spot in (*before, *after))
        shift = Shift(intern, tuple(before), tuple(after), cost, other_cost, known, intern not in there)
        if shift.moves or shift.gains:
            shifts.append(shift)
    return Comparison(sides[0][0], sides[1][0], tuple(shifts))


def _counted(round: Round, plan: Plan) -> tuple[Score, defaultdict[str, list[Spot]], defaultdict[str, int]]:
    """Return a plan's score, and the visits and points of each intern."""
    visits = _in_the_round(round, plan.visits)
    found = score(round, visits)
    spots: defaultdict[str, list[Spot]] = defaultdict(list)
    for visit in plan.visits:
        for intern in visit.interns:
            spots[intern].append(Spot(host=visit.host, week=visit.week, days=visit.days))
    points: defaultdict[str, int] = defaultdict(int)
    for finding in found.findings:
        if RULEBOOK[finding.rule].level == "option":
            points[finding.interns[0]] += finding.points
    return found, spots, points


def _in_the_round(round: Round, visits: tuple[Visit, ...]) -> list[Visit]:
    interns, hosts = {one.id for one in round.interns}, {host.id for host in round.hosts}
    kept = []
    for visit in visits:
        left = tuple(one for one in visit.interns if one in interns)
        if left and visit.host in hosts:
            kept.append(visit.model_copy(update={"interns": left}))
    return kept
