"""The benchmarks measure what they say: seeded rounds, rivals judged like us, a page made of the tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from benchmarks import cells, report, suite
from benchmarks.generate import Recipe, generate
from benchmarks.one import proven
from benchmarks.rivals import by_hand, deferred_acceptance, hungarian
from benchmarks.specs import RIVALS, Entry, Goal, read_specs
from benchmarks.textbook import solve_textbook

from innopraktik_match.domain.round import Round
from innopraktik_match.measuring import score
from innopraktik_match.solving import solve
from innopraktik_match.validation.faults import find_faults

TINY = Recipe(interns=8, hosts=6, choices=4, weeks=3)
DENSE = Recipe(interns=1500, hosts=800, choices=None)
SMALL = (
    *(replace(TINY, seed=seed) for seed in range(4)),
    *(Recipe(interns=12, hosts=7, choices=5, weeks=2, several=0.4, seed=seed) for seed in range(2)),
    *(Recipe(interns=10, hosts=6, choices=5, weeks=0, several=0.4, seed=seed) for seed in range(2)),
    Recipe(interns=16, hosts=9, choices=5, weeks=3, points="random"),
    Recipe(interns=16, hosts=9, choices=5, weeks=3, points="random", sector_points=50),
    Recipe(interns=16, hosts=9, choices=6, weeks=2, quota=True),
    Recipe(interns=16, hosts=9, choices=5, weeks=3, worst_off=True),
    Recipe(interns=16, hosts=9, choices=5, weeks=3, locked=0.3, no_empty_hosts=True, minima=0.0),
    Recipe(interns=16, hosts=9, choices=5, weeks=3, grouped=0.3, largest=6),
)
SIMPLE = (hungarian, deferred_acceptance, by_hand)


def test_the_same_recipe_makes_the_same_round_and_another_seed_another_one():
    assert generate(TINY).sha256() == generate(TINY).sha256()
    assert generate(TINY).sha256() != generate(replace(TINY, seed=2)).sha256()


@pytest.mark.parametrize("recipe", SMALL)
def test_a_generated_round_has_no_errors(recipe):
    assert [issue.code for issue in find_faults(generate(recipe)) if issue.severity == "error"] == []


def test_the_shares_are_those_of_the_recipe():
    """400 people: 55 % municipal, 10 % want two visits, 440 places; each within what chance allows."""
    round = generate(Recipe(interns=400, hosts=220, places=1.1 * 1.1, choices=7, several=0.1, minima=0.2))
    assert sum(host.max for host in round.hosts) == 440  # 1.1 x 1.1 x 400 / (1 + 0.1)
    assert 180 <= sum(person.sector == "municipality" for person in round.interns) <= 260
    assert 20 <= sum(person.visits == 2 for person in round.interns) <= 60
    large = [host for host in round.hosts if host.max > 1]
    assert 0.1 <= sum(host.min == 2 for host in large) / len(large) <= 0.3
    assert set(Counter(pair.intern for pair in round.pairs).values()) == {7}


def test_every_pair_is_open_where_nobody_has_a_shortlist():
    assert generate(replace(TINY, choices=None)).pairs == ()


@pytest.mark.parametrize("recipe", SMALL)
def test_two_textbook_solvers_and_the_engine_reach_the_same_aims(recipe):
    round = generate(recipe)
    plan = solve(round)
    ours = (plan.status, {aim.aim: aim.value for aim in plan.aims})
    for solver in ("highs", "cpsat"):
        answer = solve_textbook(round, solver)
        assert (answer.status, answer.values) == ours, solver
        assert answer.bounds == answer.values


@pytest.mark.parametrize("rival", SIMPLE)
@pytest.mark.parametrize("recipe", SMALL)
def test_the_plan_of_a_simple_rival_can_be_scored_and_places_nobody_twice_at_a_host(rival, recipe):
    round = generate(recipe)
    visits = rival(round)
    pairs = Counter((visit.host, intern) for visit in visits for intern in visit.interns)
    assert score(round, visits).aims["placed"] > 0
    assert visits == rival(round)
    if rival is not hungarian:  # it assigns both wishes of a person without knowing it is one person
        assert set(pairs.values()) == {1}


def four_with_one_best_host(**rules):
    """Host v1 is best for all, takes two; p1-p3 are from one office; the weeks of p1 and p2 differ."""
    people = [
        {"id": f"p{n}", "workplace": "A" if n < 4 else "B", "weeks": [f"2026-W{37 + n % 2}"]}
        for n in range(1, 5)
    ]
    hosts = [{"id": "v1", "max": 2}, {"id": "v2", "min": 2, "max": 2}]
    pairs = [
        {"intern": p["id"], "host": f"v{h}", "points": h * n} for n, p in enumerate(people, 1) for h in (1, 2)
    ]
    policy = {"preset": "bare", "rules": {"pair_points": {"mode": "soft"}, **rules}}
    return Round.model_validate({"interns": people, "hosts": hosts, "pairs": pairs, "policy": policy})


def test_the_hungarian_method_breaks_the_rules_it_cannot_see_and_is_shown_with_them():
    """Least points: p3 and p4 to v1 for 3 + 4, p1 and p2 to v2 for 2 + 4: 13. Odd weeks and even ones meet."""
    round = four_with_one_best_host(mixed_workplaces={"mode": "hard", "points": 0})
    found = score(round, hungarian(round))
    assert (found.aims["placed"], found.points) == (4, 13)
    assert Counter(breach.rule for breach in found.breaches) == {"dates": 2, "mixed_workplaces": 1}


def test_in_deferred_acceptance_the_host_keeps_the_cheapest_guests():
    """v1 keeps p1 (1) and p2 (2) of all four; p3 and p4 go to v2 for 6 + 8."""
    round = four_with_one_best_host()
    visits = {visit.host: visit.interns for visit in deferred_acceptance(round)}
    assert visits == {"v1": ("p1", "p2"), "v2": ("p3", "p4")}
    assert score(round, deferred_acceptance(round)).points == 17


def test_the_coordinator_by_hand_breaks_up_a_visit_that_is_too_small():
    """p1 opens v1 in week 38 and p3 joins; p2 alone at v2, in week 37, is joined by p4: all legal."""
    round = four_with_one_best_host()
    found = score(round, by_hand(round))
    assert (found.legal, found.aims["placed"]) == (True, 4)
    alone = round.model_copy(update={"interns": round.interns[:3]})
    pairs = tuple(pair for pair in round.pairs if pair.intern != "p4")
    alone = alone.model_copy(update={"pairs": pairs})
    found = score(alone, by_hand(alone))
    assert (found.legal, found.aims["placed"]) == (True, 2)


def test_every_entry_of_the_specs_is_sound_and_has_its_own_name():
    entries = read_specs()
    assert len({entry.name for entry in entries}) == len(entries)
    assert all(set(entry.rivals) <= set(RIVALS) for entry in entries)
    assert {goal.seconds for entry in entries if (goal := entry.goal) and entry.recipe.interns == 40000} == {
        600
    }
    assert max(e.recipe.interns for e in entries if e.smoke is not None) <= 200


def test_a_grid_is_an_entry_for_each_choice_from_its_lists(tmp_path):
    grid = 'name = "{places} places, seed {seed}"\nrecipe = { interns = 8, hosts = 6, places = [0.6, 0.9], seed = [1, 2] }'
    (tmp_path / "grid.toml").write_text(
        f'family = "tiny"\n[[grid]]\n{grid}\ntime_limit = 5\n', encoding="utf-8"
    )
    entries = read_specs(tmp_path)
    assert [(entry.name, entry.recipe.places, entry.recipe.seed) for entry in entries] == [
        ("0.6 places, seed 1", 0.6, 1),
        ("0.6 places, seed 2", 0.6, 2),
        ("0.9 places, seed 1", 0.9, 1),
        ("0.9 places, seed 2", 0.9, 2),
    ]


def test_a_half_of_the_visits_of_a_plan_by_hand_are_agreed():
    recipe = Recipe(interns=16, hosts=9, choices=5, weeks=3, locked=0.5)
    round = generate(recipe)
    assert {(lock.intern, lock.host) for lock in round.locks} <= {(p.intern, p.host) for p in round.pairs}
    visits = Counter(visit.host for visit in by_hand(generate(replace(recipe, locked=0.0))))
    assert len({lock.host for lock in round.locks}) == len(visits) // 2


def test_those_in_twos_have_the_same_lists_and_weeks():
    round = generate(Recipe(interns=16, hosts=9, choices=5, weeks=3, grouped=0.5))
    twos = [(round.interns[n], round.interns[n + 1]) for n in range(0, 8, 2)]
    lists = {who.id: {p.host for p in round.pairs if p.intern == who.id} for who in round.interns}
    assert all(one.group == other.group and one.weeks == other.weeks for one, other in twos)
    assert all(lists[one.id] == lists[other.id] for one, other in twos)
    assert not any(who.group for who in round.interns[8:])


def test_hosts_may_take_six_and_offer_several_visits():
    round = generate(Recipe(interns=60, hosts=10, largest=6, offered=2, choices=5))
    assert max(host.max for host in round.hosts) > 3
    assert {host.visits for host in round.hosts} == {2}
    assert sum(host.max * host.visits for host in round.hosts) == 66


def test_a_run_in_a_process_of_its_own_measures_and_verifies():
    entry = Entry("size", "tiny", TINY, time_limit=20, goal=Goal(10))
    row = suite.run(entry, "ours", 20)
    assert (row["outcome"], row["status"], row["verified"], row["legal"]) == ("done", "optimal", True, True)
    assert row["gap"] == 0
    assert row["aims"] == row["bounds"]
    assert 0 < row["memory_before_mb"] <= row["memory_mb"]
    assert [point[0] for point in row["curve"]][-1] in ("points", "lottery")


def test_a_legal_plan_that_meets_every_bound_is_proven_whatever_the_solver_calls_it():
    met = {"legal": True, "aims": {"placed": 9, "points": 40}, "bounds": {"points": 40, "placed": 9}}
    assert proven(met)
    assert not proven({**met, "bounds": {"placed": 9, "points": 39}})
    assert not proven({**met, "bounds": {"placed": 9}})
    assert not proven({**met, "legal": False})
    assert not proven({"bounds": {}})


def test_a_run_that_ends_badly_is_told_and_ends_nothing_else():
    entry = Entry("size", "tiny", TINY, time_limit=5)
    crashed = suite.run(entry, "nobody", 5)
    assert (crashed["outcome"], crashed["gap"]) == ("crash: 1", None)
    assert crashed["memory_before_mb"] > 0
    too_large = suite.run(Entry("size", "dense", DENSE, time_limit=5), "by_hand", 5, memory_gb=0.2)
    assert too_large["outcome"] in ("out of memory", "crash: 1")


def runs():
    """Two rounds: ours proves the first; of the second the time was up, and a rival broke rules."""
    row = dict.fromkeys(suite.RUN_FIELDS, "")
    row |= {
        "suite": "full", "date": "2026-01-02", "commit": "abc1234", "dirty": "False", "package": "0.1.0",
        "python": "3.11.7", "ortools": "9.15", "highspy": "1.16", "numpy": "2.4", "cpu": "a processor",
        "cores": "2", "load": "0.1", "memory_gb": "24", "family": "size", "interns": "1000", "outcome": "done",
        "memory_mb": "1234", "memory_before_mb": "234", "legal": "True",
    }  # fmt: skip
    proven = {
        **row, "round": "first", "solver": "ours", "goal_seconds": "10", "goal_gap": "0.0", "status": "optimal",
        "seconds": "3.21", "first_plan_seconds": "0.5", "placed": "1000", "placed_bound": "1000",
        "aims": "placed:1000 worst_off:7 points:18500",
        "points": "18500", "points_bound": "18500", "gap": "0.0", "proven": "True", "verified": "True",
        "verify_seconds": "1.5", "plan_kb": "321", "options": "2000000",
    }  # fmt: skip
    open_ = {**proven, "round": "second", "points_bound": "18000", "gap": "0.027027", "proven": "False"}
    rival = {
        **row, "round": "second", "solver": "hungarian", "seconds": "0.3", "placed": "999", "points": "17000",
        "legal": "False", "breaches": "capacity:2 dates:3",
    }  # fmt: skip
    stopped = {
        **row,
        "round": "second",
        "solver": "highs",
        "outcome": "time-out",
        "legal": "",
        "memory_mb": "",
    }
    return [proven, open_, rival, stopped]


def test_the_page_is_written_from_the_tables():
    text = report.page(runs(), {"size.svg": "Time and gap"})
    assert "at commit `abc1234` on 2 cores of a processor with 24 GB" in text
    assert "load 0.1 when the run began" in text
    assert "![Time and gap](benchmarks/size.svg)" in text
    assert (
        "| first | proven best in 10 s | reached | 3.2 s | 0.5 s | 1,000 (1,000) | worst off 7 | 18,500 (18,500) "
        "| 0 %, proven | yes, 1.5 s | 321 kB | 1,234 MB |"
    ) in text
    assert "| second | proven best in 10 s | **missed** |" in text
    assert "| first | 2,000,000 | 1.6 s | 0.8 s | 500.0 MB |" in text
    assert "| 18,500 (18,000) | 2.70 % |" in text
    assert "| Hungarian method | 999 | - | 17,000 | - | `capacity` 2, `dates` 3 | 0.3 s | 1,234 MB |" in text
    assert "| textbook HiGHS | - | - | - | - | time-out | time-out | - |" in text


def test_a_goal_of_a_gap_is_reached_where_all_that_can_be_are_placed_too():
    near = {**runs()[1], "goal_gap": "0.05"}
    assert cells.reached(near) == "reached"
    assert cells.reached({**near, "placed": "999"}) == "**missed**"
    assert cells.reached({**near, "goal_gap": "0.01"}) == "**missed**"
    assert cells.reached({**near, "seconds": "10.1"}) == "**missed**"


def test_rounds_stand_in_the_order_of_their_specifications():
    names = [entry.name for entry in read_specs()]
    mixed = [{"round": "gone"}, {"round": names[3]}, {"round": names[0]}, {"round": names[3]}]
    assert [row["round"] for row in report.in_order(mixed)] == [names[0], names[3], names[3], "gone"]


def test_the_rows_of_rounds_that_are_not_run_again_stay(tmp_path):
    table = tmp_path / "runs.csv"
    table.write_text("round,solver\na,ours\nb,ours\n", encoding="utf-8")
    assert suite.others(table, {"b"}) == [{"round": "a", "solver": "ours"}]
    assert suite.others(tmp_path / "none.csv", set()) == []


def test_the_short_table_stands_between_the_markers_of_the_readme():
    readme = f"before\n{report.OPENING}\nold\n{report.CLOSING}\nafter\n"
    text = report.with_figures(readme, runs())
    assert text.startswith(f"before\n{report.OPENING}\nMeasured 2026-01-02")
    assert text.endswith(f"| 1,234 MB |\n{report.CLOSING}\nafter\n")
    assert "old" not in text
    assert report.with_figures(text, runs()) == text
    assert report.OPENING in report.README.read_text(encoding="utf-8")
