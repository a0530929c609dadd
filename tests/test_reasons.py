"""Why somebody has no visit, by the engine and by the checker: each of the reasons where it holds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import innopraktik_match as im
from innopraktik_match.model.chances import chances
from innopraktik_match.model.columns import build_columns

BARE = {"preset": "bare"}


def round_of(interns: list[dict[str, Any]], hosts: list[dict[str, Any]], **more: Any) -> im.Round:
    return im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": BARE} | more)


def reasons(round: im.Round) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    plan = im.solve(round)
    assert im.check(round, plan).holds
    return {left.intern: [(why.code, why.hosts) for why in left.reasons] for left in plan.unplaced}


def test_a_host_that_wants_more_than_can_come_is_too_few() -> None:
    host = {"id": "v1", "min": 2, "max": 2}
    assert reasons(round_of([{"id": "p1"}], [host])) == {"p1": [("too_few", ("v1",))]}
    assert reasons(round_of([{"id": "p1"}, {"id": "p2"}], [host])) == {}


def test_whoever_is_kept_away_by_a_rule_does_not_count_among_those_who_can_come() -> None:
    round = round_of(
        [{"id": "p1"}, {"id": "p2"}],
        [{"id": "v1", "min": 2, "max": 3}, {"id": "v2"}],
        bans=[{"intern": "p2", "host": "v1"}, {"intern": "p1", "host": "v2"}],
    )
    assert reasons(round) == {"p1": [("too_few", ("v1",)), ("rule", ("v2",))]}


def test_a_host_that_others_could_fill_is_not_too_few() -> None:
    round = round_of(
        [{"id": "p1"}, {"id": "p2"}],
        [{"id": "v1", "min": 2, "max": 2}, {"id": "v2"}],
        bans=[{"intern": "p1", "host": "v2"}],
        locks=[{"intern": "p2", "host": "v2"}],
    )
    assert reasons(round) == {"p1": [("outbid", ("v1",)), ("rule", ("v2",))]}


@pytest.mark.parametrize(("least", "left"), [(2, 0), (3, 2)])
def test_a_group_counts_with_everybody_in_it(least: int, left: int) -> None:
    interns = [{"id": "p1", "group": "G"}, {"id": "p2", "group": "G"}]
    policy = {**BARE, "rules": {"together": {"mode": "hard"}}}
    hosts = [{"id": "v1", "min": least, "max": 3}]
    found = reasons(im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy}))
    assert found == {one: [("too_few", ("v1",))] for one in ("p1", "p2")[:left]}


@pytest.mark.parametrize("said", ["outbid", "full"])
def test_another_reason_is_refused(said: str) -> None:
    round = round_of([{"id": "p1"}], [{"id": "v1", "min": 2, "max": 2}])
    plan = im.solve(round)
    data = plan.model_dump(mode="json")
    data["unplaced"][0]["reasons"][0]["code"] = said
    assert not im.check(round, im.Plan.model_validate(data)).holds


def test_the_reason_is_told_in_words() -> None:
    from innopraktik_match.report.summary import summary_lines

    round = round_of([{"id": "p1"}], [{"id": "v1", "min": 2, "max": 2}])
    assert any("vil have flere på én gang" in line for line in summary_lines(round, im.solve(round), "da"))


def test_a_host_is_open_to_those_who_travel_together_where_all_can_come_at_once() -> None:
    """Both can come to v1, one in week 37 and one in 39; together only to v2, and v3 takes one."""
    people = [{"id": "p1", "group": "g", "weeks": ["2026-W37", "2026-W38"]}]
    people += [{"id": "p2", "group": "g", "weeks": ["2026-W38", "2026-W39"]}]
    hosts = [{"id": "v1", "max": 2, "weeks": ["2026-W37", "2026-W39"]}]
    hosts += [{"id": "v2", "max": 2, "weeks": ["2026-W38"]}, {"id": "v3", "max": 1, "weeks": ["2026-W38"]}]
    policy = {"rules": {"dates": {"mode": "hard"}}}
    columns = build_columns(round_of(people, hosts, policy=policy))
    for interns in ([0, 1], [1], [1, 0]):
        found = list(chances(columns, np.array(interns)))
        assert [one.open.tolist() for one in found] == [[False, True, False]] * len(interns)
        assert not any(one.away for one in found), "no rule alone keeps anybody from a host"
