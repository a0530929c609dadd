"""Some options of a stage, with the rest of the plan fixed, are the same problem but for a constant."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.domain.round import Round
from innopraktik_match.engine.plans.earlier import possible_visits
from innopraktik_match.engine.stages.aims import Stage, level_stage
from innopraktik_match.engine.stages.restriction import part_of
from innopraktik_match.model.groups import Groups, joined
from innopraktik_match.model.measures import NO_LIMIT, Ints
from tests.stages import solved_stages
from tests.strategies import rounds


def split(stage: Stage, visits: Groups, seed: int) -> tuple[Groups, Groups, Ints]:
    """Return the visits that stay, those that are freed, and the options of these and of some others."""
    rng = np.random.default_rng(seed)
    freed = rng.random(len(visits)) < 0.5
    rest = visits.take(freed)
    some = np.flatnonzero(rng.random(len(stage.offers)) < 0.5)
    return visits.take(~freed), rest, np.union1d(some, rest.options[rest.options >= 0])


def alternatives(rest: Groups) -> list[Groups]:
    """Return every selection of the freed visits."""
    chosen = (list(c) for many in range(len(rest) + 1) for c in combinations(range(len(rest)), many))
    return [rest.take(np.array(c, dtype=np.int64)) for c in chosen]


@given(rounds(most_interns=5, most_hosts=3), st.integers(0, 2**32))
@settings(max_examples=60)
def test_costs_differ_by_a_constant_and_the_same_rows_are_broken(round: Round, seed: int) -> None:
    plan, stages = solved_stages(round)
    for stage in stages:
        visits, _ = possible_visits(stage.offers, plan.visits)
        kept, rest, option = split(stage, visits, seed)
        part = part_of(stage, option, stage.total(kept))
        differences = set()
        for chosen in alternatives(rest):
            whole, own = joined([kept, chosen], visits.options.shape[1]), part.of(chosen)
            assert (part.whole(own).options == chosen.options).all()
            assert part.all_in(chosen).all()
            differences.add(stage.value(whole) - part.stage.value(own))
            assert (stage.broken(whole)[part.row] == part.stage.broken(own)).all()
        assert len(differences) == 1


@given(rounds(most_interns=5, most_hosts=3), st.integers(0, 2**32))
@settings(max_examples=60)
def test_just_the_options_that_a_full_row_blocks_are_left_out(round: Round, seed: int) -> None:
    plan, stages = solved_stages(round)
    level = int(np.median(stages[0].offers.level)) if stages and len(stages[0].offers) else 0
    for stage in [*stages, *(level_stage(one, level) for one in stages)]:
        visits, _ = possible_visits(stage.offers, plan.visits)
        kept, _, option = split(stage, visits, seed)
        used, rows = stage.total(kept), stage.rows
        soft = set(rows.miss.row[rows.miss.load < 0].tolist())
        full = {
            row
            for row, most in enumerate(rows.upper.tolist())
            if most < NO_LIMIT and used[row] >= most and row not in soft
        }
        free = [
            one
            for one in option.tolist()
            if (stage.open is None or stage.open[one])
            and full.isdisjoint(rows.by_option.take(np.array([one])).row.tolist())
            and full.isdisjoint(rows.by_place.take(stage.offers.place[[one]]).row.tolist())
        ]
        assert part_of(stage, option, used).option.tolist() == free
