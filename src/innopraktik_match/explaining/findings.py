"""Why, why not, and what must give: findings as data."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING

from innopraktik_match.domain.change import Change
from innopraktik_match.domain.explanation import ExplainedFinding, FindingAim
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.policy import cost_of
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.explaining.alternatives import Alternatives, in_order
from innopraktik_match.explaining.patience import Patience
from innopraktik_match.explaining.relaxations import softer, to_allow, to_place
from innopraktik_match.explaining.rulings import Rulings, finding_rule
from innopraktik_match.explaining.shortage import Shortages
from innopraktik_match.explaining.study import conflicting
from innopraktik_match.solving import solve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.explanation import Answer
    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.domain.round import Host, Intern
    from innopraktik_match.explaining.study import Study

MOST_WISHES = 5
"""Wishes that were not met and are explained; each costs a solve."""
MOST_ALTERNATIVES = 3
"""Other hosts that are told to an intern, those that cost the round the least by its prices."""
MOST_TRIED = 5
"""Changes of one kind that are tried to make a round possible."""
MOST_DRAWN = 3
"""Changes of one kind that lots may decide and that are solved; those of a host are shared by all."""
MOST_LOOKED_AT = 40
"""Changes of one kind that are looked at for a person; most are settled by prices, in milliseconds."""
MOST_HELP = 3
"""Changes of one kind that are told."""
NESTED = ("max_km", "days")
"""Kinds of which the smallest change is told alone: a larger one holds it."""
MOST_BINDING = 10
"""Hosts that are asked for one place more."""


class Findings:
    """The findings of one plan, without words.

    Parameters
    ----------
    study : Study
        Of the round and the plan.
    patience : Patience, optional
        After which no further change is tried.
    """

    def __init__(self, study: Study, patience: Patience | None = None) -> None:
        self.study = study
        self.patience = patience or Patience()
        self.round = study.round
        self.plan = study.plan
        self.rulings = Rulings(self.round, self.plan.visits)
        self._others = Alternatives(study, self.rulings)

    def pair(self, intern: str, host: str) -> ExplainedFinding:
        """Return why two are together, or why they are not and what it would cost."""
        visit = next((one for one in self._visits(intern) if one.host == host), None)
        if visit is not None:
            return self._visit(intern, visit)
        forbidding = self.rulings.forbidding(intern, host)
        if forbidding:
            return ExplainedFinding(
                kind="not_this_host", intern=intern, host=host, allowed=False, rules=forbidding
            )
        answer = None
        with self._stoppable():
            answer = self.study.ask(Change(change="pair_together", intern=intern, host=host))
        if answer is None:
            return ExplainedFinding(
                kind="not_this_host", intern=intern, host=host, allowed=True, complete=False
            )
        seat = next((one for one in answer.visits if one.host == host and intern in one.interns), None)
        return ExplainedFinding(
            kind="not_this_host",
            intern=intern,
            host=host,
            allowed=answer.possible is not False,
            rules=answer.rules if seat is None else self.rulings.of_visit(intern, seat),
            aims=answer.aims if answer.possible is not False else (),
            moves=answer.moves,
        )

    def about_intern(self, intern: Intern) -> Iterator[ExplainedFinding]:
        """Yield why an intern has these visits or none, why not the hosts wished, and what else there is."""
        visits = self._visits(intern.id)
        for visit in visits:
            yield self._visit(intern.id, visit)
        if not visits:
            yield self.not_placed(intern)
        given = {visit.host for visit in visits}
        for host in self.patience.left([host for host in intern.wishes if host not in given][:MOST_WISHES]):
            yield self.pair(intern.id, host)
        yield from self._alternatives(intern, given | set(intern.wishes))

    def about_host(self, host: Host) -> Iterator[ExplainedFinding]:
        """Yield why a host has these interns, why not those it wished, and what one place more would give."""
        here = [visit for visit in self.plan.visits if visit.host == host.id]
        for visit in here:
            for intern in visit.interns:
                yield self._visit(intern, visit)
        given = {intern for visit in here for intern in visit.interns}
        for intern in self.patience.left([one for one in host.wishes if one not in given][:MOST_WISHES]):
            yield self.pair(intern, host.id)
        yield from self.more_of(host)

    def unplaced(self) -> Iterator[ExplainedFinding]:
        """Yield why each intern without a visit has none."""
        seated = {intern for visit in self.plan.visits for intern in visit.interns}
        waiting = [intern for intern in self.round.interns if intern.id not in seated]
        for done, intern in enumerate(waiting, 1):
            yield self.not_placed(intern)
            self.patience.tell(done, len(waiting))

    def about_round(self) -> Iterator[ExplainedFinding]:
        """Yield what must give where there is no plan; else the limits that cost."""
        plan = self.plan
        if not plan.visits and plan.status == "unknown":
            plan = solve(self.study.round, cancel=self.patience)
        if plan.status == "infeasible":
            against = conflicting(plan)
            helps = tuple(
                change
                for changes in to_allow(self.round, against)
                for change in self.patience.left(changes[:MOST_TRIED])
                if self._possible(change)
            )
            yield ExplainedFinding(kind="impossible", rules=against, changes=helps)
            return
        hosts = [change for host in self._dearest_hosts() for change in self._more(host)]
        softened = [change for rule in RULEBOOK for change in softer(self.round, rule)]
        for done, change in enumerate(self.patience.left([*softened, *hosts]), 1):
            yield from self._binding(change)
            self.patience.tell(done, len(softened) + len(hosts))

    def next_best(self, count: int, people: int) -> Iterator[ExplainedFinding]:
        """Yield the next-best plans, each with who sits elsewhere."""
        for answer in self.patience.left(self.study.each_next(count, people)):
            yield ExplainedFinding(kind="alternative", allowed=True, aims=answer.aims, moves=answer.moves)

    def _visit(self, intern: str, visit: Visit) -> ExplainedFinding:
        rules = self.rulings.of_visit(intern, visit)
        reached = {aim.aim: aim for aim in self.plan.aims}
        aims = tuple(
            FindingAim(
                aim=aim,
                now=self.study.now[aim],
                then=self.study.now[aim],
                bound=reached[aim].bound if aim in reached else None,
                proven=aim in reached and reached[aim].proven,
            )
            for aim in self.round.aims
        )
        allowed = not any(rule.breaks for rule in rules)
        return ExplainedFinding(
            kind="visit", intern=intern, host=visit.host, allowed=allowed, rules=rules, aims=aims
        )

    def not_placed(self, intern: Intern) -> ExplainedFinding:
        """Return why an intern has no visit, and the smallest changes that would give one."""
        forbidding = {host.id: self.rulings.forbidding(intern.id, host.id) for host in self.round.hosts}
        hosts = Counter((rule.rule, rule.criterion) for rules in forbidding.values() for rule in rules)
        helps = [
            answer
            for changes in to_place(self.round, intern, forbidding)
            for answer in self._placing(intern.id, changes)
        ]
        complete = not self.patience.over
        taken = (finding_rule(rule, n, 0, 0, True, criterion=one) for (rule, one), n in hosts.items())
        return ExplainedFinding(
            kind="not_placed",
            intern=intern.id,
            rules=tuple(rule.model_copy(update={"unit": "hosts", "limit": None}) for rule in taken),
            aims=helps[0].aims if helps else (),
            moves=helps[0].moves if helps else (),
            changes=tuple(answer.change for answer in helps),
            shortage=self._shortages.around(intern.id),
            complete=complete,
        )

    def _alternatives(self, intern: Intern, told: set[str]) -> Iterator[ExplainedFinding]:
        """Yield what other hosts would cost the round, the cheapest of those that are asked first."""
        hosts = self._others.hosts(intern.id, told)[:MOST_ALTERNATIVES]
        found = [one for host in self.patience.left(hosts) if (one := self.pair(intern.id, host)).allowed]
        for one in sorted(found, key=lambda one: in_order(one.aims)):
            yield one.model_copy(update={"kind": "alternative"})

    def _placing(self, intern: str, changes: list[Change]) -> list[Answer]:
        """Return the first answers whose plans place an intern."""
        found: list[Answer] = []
        drawn = 0
        for change in self.patience.left(changes[:MOST_LOOKED_AT]):
            if len(found) == (1 if change.change in NESTED else MOST_HELP):
                break
            with (
                self._stoppable(),
                suppress(RoundError),
            ):  # what goes beyond the limits of the data helps nobody
                settled = self.study.places(change, intern)
                drawn += settled is None
                if settled is False or drawn > MOST_DRAWN:
                    continue
                answer = self.study.ask(change) if settled else self.study.drawn(change)
                if any(intern in visit.interns for visit in answer.visits):
                    found.append(answer)
        return found

    @contextmanager
    def _stoppable(self) -> Iterator[None]:
        """Turn Ctrl-C in the middle of a solve into the end of the search."""
        try:
            yield
        except KeyboardInterrupt:
            self.patience.stop()
            self.patience.cut = True

    @cached_property
    def _shortages(self) -> Shortages:
        return Shortages(self.round, self.plan.visits)

    def more_of(self, host: Host) -> Iterator[ExplainedFinding]:
        """Yield what one place more in a visit, or one visit more, would give."""
        for change in self.patience.left(self._more(host)):
            yield from self._binding(change)

    def _more(self, host: Host) -> list[Change]:
        """Return that a host takes one more at once, if it may, and that it receives once more."""
        more = [Change(change="one_more_visit", host=host.id)]
        if host.max < self.round.policy.rules.capacity.limit:
            more.insert(0, Change(change="one_more_place", host=host.id))
        return more

    def _binding(self, change: Change) -> Iterator[ExplainedFinding]:
        """Yield the finding that a limit costs, if the plan without it is better."""
        answer = self._asked(change)
        if answer is None or not answer.visits or not _better(answer.aims):
            return
        rules = () if change.rule is None else (finding_rule(change.rule, 0, 0, 0, False),)
        yield ExplainedFinding(
            kind="binds",
            host=change.host,
            rules=rules,
            aims=answer.aims,
            moves=answer.moves,
            changes=(change,),
        )

    def _dearest_hosts(self) -> list[Host]:
        """Return the hosts that a proof gives the highest prices, or, without one, those with visits."""
        prices: dict[str, int] = {}
        for aim in self.plan.proof.aims if self.plan.proof is not None else ():
            for price in aim.prices:
                if price.rule == "host_visits":
                    prices[price.key[0]] = max(prices.get(price.key[0], 0), abs(price.price))
        if not prices:
            prices = {visit.host: len(visit.interns) for visit in self.plan.visits}
        hosts = [host for host in self.round.hosts if prices.get(host.id)]
        return sorted(hosts, key=lambda host: -prices[host.id])[:MOST_BINDING]

    def _visits(self, intern: str) -> list[Visit]:
        return [visit for visit in self.plan.visits if intern in visit.interns]

    def _possible(self, change: Change) -> bool:
        answer = self._asked(change)
        return answer is not None and answer.possible is True

    def _asked(self, change: Change) -> Answer | None:
        """Return the answer to a change; None where it goes beyond what a round can say."""
        with self._stoppable(), suppress(RoundError):
            return self.study.ask(change)
        return None


def _better(aims: tuple[FindingAim, ...]) -> bool:
    """Whether the first aim that differs is better than before."""
    for aim in aims:
        if aim.now is not None and aim.then is not None and aim.now != aim.then:
            return cost_of(aim.aim, aim.then) < cost_of(aim.aim, aim.now)
    return False
