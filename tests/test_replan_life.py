"""Any sequence of events: what is agreed stays, nobody is lost, and what costs nothing decides nothing."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import with_statuses
from innopraktik_match.domain.replanned import amended
from innopraktik_match.domain.round import Intern
from innopraktik_match.measuring import check
from innopraktik_match.replanning import replan
from innopraktik_match.solving import solve
from tests.random_rounds import random_round

FREE = {"moved": 0, "moved_told": 0, "rescheduled": 0, "locked": ()}
YES = st.sampled_from(["boss_ok", "host_ok", "agreed", "agreed"])


def seats(plan):
    return {
        (intern, visit.host, visit.week, visit.days): visit.status_of(intern)
        for visit in plan.visits
        for intern in visit.interns
    }


def with_rules(round, **changes):
    rules = round.policy.rules.model_copy(
        update={"changes": round.policy.rules.changes.model_copy(update=changes)}
    )
    return round.model_copy(update={"policy": round.policy.model_copy(update={"rules": rules})})


class Life(RuleBasedStateMachine):
    """A round whose people answer, withdraw, come late and lose places, planned anew now and then."""

    @initialize(seed=st.integers(0, 30))
    def begin(self, seed):
        """Plan a small round; hosts that take one or more, so that there always is a plan."""
        round = random_round(7, 5, seed)
        self.round = round.model_copy(
            update={"hosts": tuple(host.model_copy(update={"min": 1}) for host in round.hosts)}
        )
        self.plan = solve(self.round)
        self.late = 0

    def answered(self, data, status):
        """Write one status into the plan; return whose visit it was."""
        visit = data.draw(st.sampled_from(self.plan.visits))
        intern = data.draw(st.sampled_from(visit.interns))
        own = {one: visit.status_of(one) for one in visit.interns} | {intern: status}
        visits = tuple(with_statuses(one, own) if one is visit else one for one in self.plan.visits)
        self.plan = self.plan.model_copy(update={"visits": visits})
        return intern, visit.host

    @precondition(lambda self: self.plan.visits)
    @rule(data=st.data(), status=YES)
    def somebody_says_yes(self, data, status):
        self.answered(data, status)

    @precondition(lambda self: self.plan.visits)
    @rule(data=st.data())
    def somebody_says_no(self, data):
        self.answered(data, "declined")

    @precondition(lambda self: self.plan.visits)
    @rule(data=st.data())
    def somebody_withdraws_in_the_plan(self, data):
        self.answered(data, "withdrawn")

    @precondition(lambda self: len(self.round.interns) > 1)
    @rule(data=st.data())
    def somebody_withdraws_from_the_list(self, data):
        gone = data.draw(st.sampled_from(self.round.interns))
        self.round = self.round.model_copy(
            update={"interns": tuple(one for one in self.round.interns if one is not gone)}
        )

    @rule(data=st.data())
    def somebody_signs_up_late(self, data):
        self.late += 1
        wishes = data.draw(st.lists(st.sampled_from([host.id for host in self.round.hosts]), max_size=2))
        late = Intern(id=f"q{self.late}", wishes=tuple(dict.fromkeys(wishes)))
        self.round = self.round.model_copy(update={"interns": (*self.round.interns, late)})

    @rule(data=st.data())
    def a_host_loses_a_place(self, data):
        self.replaced(
            data.draw(st.sampled_from(self.round.hosts)),
            lambda host: host.model_copy(update={"max": max(1, host.max - 1)}),
        )

    @precondition(lambda self: len(self.round.hosts) > 1)
    @rule(data=st.data())
    def a_host_is_out(self, data):
        self.replaced(data.draw(st.sampled_from(self.round.hosts)), lambda _: None)

    def replaced(self, host, change):
        """Put another host in the place of one, unless that breaks what is agreed: then nobody may plan."""
        hosts = [change(one) if one is host else one for one in self.round.hosts]
        round = self.round.model_copy(update={"hosts": tuple(one for one in hosts if one is not None)})
        try:
            replan(round, self.plan)
        except RoundError as error:
            codes = {issue.code for issue in error.issues if issue.severity == "error"}
        else:
            self.round, codes = round, set()
        assert codes <= {"locks_over_capacity", "lock_impossible"}

    def teardown(self):
        """Plan anew once more: whatever happened last counts too."""
        if hasattr(self, "plan"):
            self.plan_anew()

    @rule()
    def plan_anew(self):
        before = self.plan
        after = replan(self.round, before)
        assert after.status == "optimal"
        assert check(self.round, after).holds
        self.nothing_agreed_is_lost(before, after)
        self.nobody_is_lost(before, after)
        self.costing_nothing_it_is_a_fresh_plan(before)
        self.plan = after

    def nothing_agreed_is_lost(self, before, after):
        interns, hosts = {one.id for one in self.round.interns}, {one.id for one in self.round.hosts}
        agreed = {
            seat
            for seat, status in seats(before).items()
            if status == "agreed" and seat[0] in interns and seat[1] in hosts
        }
        now = seats(after)
        assert agreed <= now.keys()
        assert {now[seat] for seat in agreed} <= {"agreed"}

    def nobody_is_lost(self, before, after):
        """Whoever takes part is placed or told as unplaced; every visit before is kept or told as changed."""
        now, then = seats(after), seats(before)
        told = {left.intern for left in after.unplaced}
        withdrawn = set(after.replanned.withdrawn)
        assert {one.id for one in self.round.interns} - withdrawn == {seat[0] for seat in now} | told
        assert told.isdisjoint({seat[0] for seat in now})
        changed = {
            (one.intern, spot.host, spot.week, spot.days)
            for one in after.changes
            for spot in (one.before, one.after)
            if spot
        }
        assert then.keys() ^ now.keys() == changed
        over = {seat[:2] for seat, status in then.items() if status in ("declined", "withdrawn")}
        assert over.isdisjoint({seat[:2] for seat in now})

    def costing_nothing_it_is_a_fresh_plan(self, before):
        round = with_rules(self.round, **FREE)
        plan = replan(round, before)
        rest = amended(round, plan.replanned)
        fresh = solve(rest.model_copy(update={"before": ()}))
        values = [(aim.aim, aim.value) for aim in plan.aims if aim.aim != "changes"]
        assert values == [(aim.aim, aim.value) for aim in fresh.aims if aim.aim != "changes"]
        assert rest.locks == self.round.locks


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
