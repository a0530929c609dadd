"""The named rules about two columns are criteria: a policy that writes them as such has the same figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.domain.round import Round
from tests.strategies import plans, rounds
from tests.witness import both

NAMED = {
    "own_workplace": ("match", {"intern": "workplace", "host": "workplace", "how": "differ"}),
    "cross_sector": ("match", {"intern": "sector", "host": "sector", "how": "differ"}),
    "themes": ("match", {"intern": "themes", "host": "themes", "how": "share"}),
    "role": ("match", {"intern": "role", "host": "roles", "how": "share"}),
    "mixed_workplaces": ("visit_match", {"kind": "mix", "column": "workplace"}),
    "mixed_sectors": ("visit_match", {"kind": "mix", "column": "sector"}),
}


@pytest.mark.parametrize("name", NAMED)
@given(st.data())
def test_a_named_rule_has_the_figures_of_its_criterion(name, data):
    round = data.draw(rounds(most_interns=6, most_hosts=4))
    visits = data.draw(plans(round))
    price = {"mode": data.draw(st.sampled_from(["soft", "hard"])), "points": 7}
    reads, criterion = NAMED[name]

    def measured(rule, settings):
        together = {"mode": round.policy.rules.together.mode}
        policy = {"preset": "bare", "rules": {rule: settings, "together": together}}
        score = both(Round.model_validate({**round.model_dump(), "policy": policy}), visits)
        broken = sorted((one.host or "", one.interns) for one in score.breaches if one.rule == rule)
        return score.points_by_rule[rule], broken

    named, general = (
        measured(name, price),
        measured(reads, {"mode": "soft", "criteria": [{**criterion, **price}]}),
    )
    assert named == general
