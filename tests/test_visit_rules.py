"""Three witnesses for each visit rule: inside, at the limit, one beyond. Numbers worked by hand."""

from __future__ import annotations

import pytest

from innopraktik_match.domain.plan import Visit
from tests.witness import both, tiny


def visit(rule, settings, people, host=None):
    """Measure one rule on a visit of all but those marked absent: (points, breach)."""
    interns = [
        {"id": f"p{n}", **{k: v for k, v in person.items() if k != "absent"}}
        for n, person in enumerate(people)
    ]
    come = tuple(f"p{n}" for n, person in enumerate(people) if not person.get("absent"))
    rules = {rule: settings, "together": {"mode": "hard"}}
    round = tiny(interns, [{"id": "v1", "max": 3, **(host or {})}], rules)
    score = both(round, [Visit(host="v1", interns=come)])
    return score.points_by_rule[rule], any(breach.rule == rule for breach in score.breaches)


@pytest.mark.parametrize(("count", "breach"), [(1, True), (2, False), (3, False), (4, True)])
def test_a_host_takes_none_or_from_its_least_to_its_most(count, breach):
    assert visit("capacity", {}, [{}] * count, {"min": 2}) == (0, breach)


@pytest.mark.parametrize("rule", ["mixed_workplaces", "mixed_sectors"])
@pytest.mark.parametrize(
    ("words", "repeats"),
    [
        (["state", "region", "municipality"], 0),
        (["state", None, None], 0),  # what is not known does not repeat
        (["state", "state", "region"], 1),
        (["state", "state", "state"], 2),
    ],
)
def test_those_who_come_together_come_from_different_places(rule, words, repeats):
    field = rule.removeprefix("mixed_").removesuffix("s")
    people = [{field: word} for word in words]
    assert visit(rule, {"mode": "soft", "points": 5}, people) == (5 * repeats, False)
    assert visit(rule, {"mode": "hard", "points": 5}, people) == (5 * repeats, repeats > 0)


def test_a_group_may_be_from_one_office_but_not_with_a_third_from_there():
    mates = [{"workplace": "A", "group": "g"}, {"workplace": "A", "group": "g"}]
    assert visit("mixed_workplaces", {"mode": "hard", "points": 5}, mates) == (0, False)
    # units: g has A once, the third has A once: 2 pairs, 1 word, so 1 repeat
    assert visit("mixed_workplaces", {"mode": "hard", "points": 5}, [*mates, {"workplace": "A"}]) == (5, True)


@pytest.mark.parametrize(("absent", "breach"), [(0, False), (1, True), (2, True)])
def test_a_group_travels_together(absent, breach):
    people = [{"group": "g", "absent": n < absent} for n in range(3)]
    assert visit("together", {"mode": "hard"}, people) == (0, breach)


def test_a_group_that_is_switched_off_is_nobody():
    round = tiny(
        [{"id": "p1", "group": "g"}, {"id": "p2", "group": "g"}],
        [{"id": "v1"}],
        {"together": {"mode": "off"}},
    )
    assert both(round, [Visit(host="v1", interns=("p1",))]).legal
