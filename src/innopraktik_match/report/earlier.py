"""The plan before: its rows as people have changed them, what it was made from, and what it calls people."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from innopraktik_match.domain.replanned import Replanned
from innopraktik_match.domain.round import Round
from innopraktik_match.files.rounds.plans import names_told, sound_plan
from innopraktik_match.report.edits import plan_within

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.files.rounds.plan_source import PlanSource

OF_THE_WHOLE = ("replanned", "proof", "sha256", "unplaced", "unused_hosts")
"""What the rows of a workbook do not say of its plan."""


class EarlierPlan:
    """A plan in a file.

    Parameters
    ----------
    source : PlanSource
    """

    def __init__(self, source: PlanSource) -> None:
        self._source = source

    @cached_property
    def named(self) -> Plan:
        """The plan before it is known whom its words mean."""
        return self.read(Round())

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        return names_told(self._source)

    @cached_property
    def _whole(self) -> Plan | None:
        return plan_within(self._source)

    def read(self, round: Round) -> Plan:
        """Return the plan for a round; of a workbook of ours the rows, and what it was made from."""
        plan = sound_plan(self._source, round, earlier=True)
        if self._whole is None:
            return plan
        if _seats(plan) == _seats(self._whole):
            return self._whole
        return plan.model_copy(update={name: getattr(self._whole, name) for name in OF_THE_WHOLE})

    def naming_the_gone(self, plan: Plan, round: Round) -> Plan:
        """Return the next plan with the names of those of this one who are no longer in the round."""
        terms = plan.replanned
        if terms is None:
            return plan
        interns, hosts = self.gone(round)
        people, places = {one.intern for one in terms.before}, {one.host for one in terms.before}
        named = {
            "intern_names": {one: name for one, name in interns.items() if one in people},
            "host_names": {one: name for one, name in hosts.items() if one in places},
        }
        return plan.model_copy(update={"replanned": terms.model_copy(update=named)}).sealed()

    def gone(self, round: Round) -> tuple[dict[str, str], dict[str, str]]:
        """Return the names of the interns and of the hosts in this plan whom the round does not have."""
        terms = self.named.replanned or Replanned()
        interns, hosts = {one.id for one in round.interns}, {host.id for host in round.hosts}
        people = {**terms.intern_names, **self._names["intern"]}
        places = {**terms.host_names, **self._names["host"]}
        return (
            {one: name for one, name in people.items() if one not in interns},
            {one: name for one, name in places.items() if one not in hosts},
        )


def _seats(plan: Plan) -> set[tuple[object, ...]]:
    return {
        (visit.host, visit.week, visit.days, one, visit.status_of(one), len(visit.interns))
        for visit in plan.visits
        for one in visit.interns
    }
