"""Every fault of a round is found, at its row, all in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innopraktik_match.domain.directory import Directory
from innopraktik_match.domain.plan import Plan
from innopraktik_match.domain.round import Round
from innopraktik_match.validation.faults import find_faults, find_plan_faults
from innopraktik_match.validation.largest import MOST_POINTS, most_points

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Issue

KNOWN = {"workplace": "A", "sector": "state", "municipality": "Aarhus"}
OTHER = {"workplace": "B", "sector": "region", "municipality": "Odense"}


def _round(**changes: object) -> Round:
    data = {"interns": [{"id": "p1", **KNOWN}], "hosts": [{"id": "v1", **OTHER}]}
    return Round.model_validate({**data, **changes})


def _interns(*rows: dict[str, object]) -> list[dict[str, object]]:
    return [{**KNOWN, **row} for row in rows]


def _hosts(*rows: dict[str, object]) -> list[dict[str, object]]:
    return [{**OTHER, **row} for row in rows]


def _only(round: Round) -> Issue:
    issues = find_faults(round)
    assert len(issues) == 1, issues
    return issues[0]


def _at(issue: Issue) -> list[tuple[str | None, int | None, str]]:
    fields = issue.values["fields"]
    assert isinstance(fields, tuple)
    return [(place.table, place.row, field) for place, field in zip(issue.places, fields, strict=True)]


def test_a_sound_round_has_no_faults() -> None:
    assert find_faults(_round()) == []


def test_ids_that_look_alike_are_one_id() -> None:
    issue = _only(_round(interns=_interns({"id": "Pia"}, {"id": "p2"}, {"id": "pia\u200b"})))
    assert (issue.code, issue.severity) == ("id_twice", "error")
    assert _at(issue) == [("interns", 1, "id"), ("interns", 3, "id")]


def test_an_intern_and_a_host_may_have_the_same_id() -> None:
    assert find_faults(_round(interns=_interns({"id": "x"}), hosts=_hosts({"id": "x"}))) == []


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        (
            {"interns": _interns({"id": "p1", "wishes": ["v1", "v2"]})},
            "host_unknown",
            ("interns", 1, "wishes[1]"),
        ),
        (
            {"interns": _interns({"id": "p1", "rejects": ["v2"]})},
            "host_unknown",
            ("interns", 1, "rejects[0]"),
        ),
        (
            {"hosts": _hosts({"id": "v1", "wishes": ["p2"]})},
            "intern_unknown",
            ("hosts", 1, "wishes[0]"),
        ),
        (
            {"pairs": [{"intern": "p1", "host": "v2", "points": 0}]},
            "host_unknown",
            ("pairs", 1, "host"),
        ),
        ({"bans": [{"intern": "p2", "host": "v1"}]}, "intern_unknown", ("bans", 1, "intern")),
        ({"history": [{"intern": "p1", "host": "v2"}]}, "host_unknown", ("history", 1, "host")),
        ({"locks": [{"intern": "p2", "host": "v1"}]}, "intern_unknown", ("locks", 1, "intern")),
    ],
)
def test_unknown_people_are_found_wherever_they_are_named(
    changes: dict[str, object], code: str, place: tuple[str, int, str]
) -> None:
    issue = _only(_round(**changes))
    assert (issue.code, _at(issue)) == (code, [place])


def test_a_misspelt_name_gets_the_id_that_was_probably_meant() -> None:
    hosts = _hosts({"id": "v1", "name": "Odense Bibliotek"})
    issue = _only(_round(hosts=hosts, interns=_interns({"id": "p1", "wishes": ["Odense Biblotek"]})))
    assert issue.values["suggestion"] == "v1"
    assert issue.values["read"] == "Odense Biblotek"


def test_the_name_of_an_unknown_intern_is_not_repeated() -> None:
    issue = _only(_round(hosts=_hosts({"id": "v1", "wishes": ["Anne Jensen"]})))
    assert "read" not in issue.values


def test_a_host_takes_at_most_the_limit_at_once() -> None:
    assert find_faults(_round(hosts=_hosts({"id": "v1", "max": 3}))) == []
    issue = _only(_round(hosts=_hosts({"id": "v1", "max": 4})))
    assert (issue.code, issue.values["limit"], _at(issue)) == (
        "max_above_limit",
        3,
        [("hosts", 1, "max")],
    )


def test_a_pair_has_points_once() -> None:
    pair = {"intern": "p1", "host": "v1", "points": 1}
    issue = _only(_round(pairs=[pair, {**pair, "points": 2}]))
    assert (issue.code, [place.row for place in issue.places]) == ("pair_twice", [1, 2])


@pytest.mark.parametrize(
    ("changes", "other"),
    [
        ({"bans": [{"intern": "p1", "host": "v1"}]}, ("bans", 1, "host")),
        ({"interns": _interns({"id": "p1", "rejects": ["v1"]})}, ("interns", 1, "rejects[0]")),
        ({"hosts": _hosts({"id": "v1", "rejects": ["p1"]})}, ("hosts", 1, "rejects[0]")),
    ],
)
def test_a_pair_is_not_both_locked_and_banned(
    changes: dict[str, object], other: tuple[str, int, str]
) -> None:
    issue = _only(_round(locks=[{"intern": "p1", "host": "v1"}], **changes))
    assert issue.code == "lock_banned"
    assert _at(issue) == [("locks", 1, "host"), other]


def test_locks_fit_the_places_of_a_host() -> None:
    interns = _interns(*({"id": f"p{n}"} for n in range(5)))
    locks = [{"intern": f"p{n}", "host": "v1"} for n in range(5)]
    hosts = _hosts({"id": "v1", "max": 2, "visits": 2})
    assert find_faults(_round(interns=interns, hosts=hosts, locks=locks[:4])) == []
    issue = _only(_round(interns=interns, hosts=hosts, locks=locks))
    assert (issue.code, issue.values["limit"], len(issue.places)) == ("locks_over_capacity", 4, 5)


def test_locks_fit_the_visits_of_an_intern() -> None:
    hosts = _hosts({"id": "v1"}, {"id": "v2"}, {"id": "v3"})
    locks = [{"intern": "p1", "host": host} for host in ("v1", "v2", "v3")]
    interns = _interns({"id": "p1", "visits": 2})
    assert find_faults(_round(interns=interns, hosts=hosts, locks=locks[:2])) == []
    issue = _only(_round(interns=interns, hosts=hosts, locks=locks))
    assert (issue.code, issue.values["limit"]) == ("locks_over_visits", 2)


def test_a_pair_is_locked_once() -> None:
    lock = {"intern": "p1", "host": "v1"}
    hosts = _hosts({"id": "v1", "max": 2})
    assert _only(_round(hosts=hosts, locks=[lock, lock])).code == "pair_twice"


def test_a_locked_week_is_one_of_the_round() -> None:
    policy = {"weeks": ["2026-W37"]}
    locks = [{"intern": "p1", "host": "v1", "week": "2026-W38"}]
    issue = _only(_round(policy=policy, locks=locks))
    assert (issue.code, _at(issue)) == ("lock_week_outside", [("locks", 1, "week")])


def test_a_group_fits_a_host_or_there_is_a_warning() -> None:
    hosts = _hosts({"id": "v1", "max": 2})
    interns = _interns(*({"id": f"p{n}", "group": "G"} for n in range(3)))
    assert find_faults(_round(interns=interns[:2], hosts=hosts)) == []
    issue = _only(_round(interns=interns, hosts=hosts))
    assert (issue.code, issue.severity, len(issue.places)) == ("group_too_large", "warning", 3)


def test_a_group_wishes_equally_many_visits() -> None:
    hosts = _hosts({"id": "v1", "max": 2})
    interns = _interns({"id": "p1", "group": "G"}, {"id": "p2", "group": "g", "visits": 2})
    issue = _only(_round(interns=interns, hosts=hosts))
    assert (issue.code, issue.severity) == ("group_visits_differ", "warning")


def test_an_empty_round_says_both() -> None:
    assert [issue.code for issue in find_faults(Round())] == ["no_interns", "no_hosts"]


def test_points_may_reach_the_limit_and_not_pass_it() -> None:
    rules = {"pair_points": {"mode": "soft"}}
    policy = {"preset": "bare", "aims": ["placed", "visits", "points"], "rules": rules}
    interns = [{"id": f"p{n}", "visits": 1000} for n in range(9)]
    pair = {"intern": "p0", "host": "v1", "points": 10**12}
    round = _round(interns=interns, pairs=[pair], policy=policy)
    assert most_points(round) == 10**15
    assert find_faults(round) == []
    pairs = [{**pair, "intern": f"p{n}"} for n in range(9)]
    assert most_points(_round(interns=interns, pairs=pairs, policy=policy)) == 9 * 10**15
    assert 9 * 10**15 < MOST_POINTS < 10 * 10**15
    interns.append({"id": "p9", "visits": 1000})
    pairs.append({**pair, "intern": "p9"})
    issue = _only(_round(interns=interns, pairs=pairs, policy=policy))
    assert issue.code == "points_too_large"


def test_worst_off_is_never_hard() -> None:
    assert _only(_round(policy={"rules": {"worst_off": {"mode": "hard"}}})).code == "worst_off_hard"


@pytest.mark.parametrize(
    ("field", "rules"),
    [
        ("workplace", ("own_workplace", "mixed_workplaces")),
        ("sector", ("cross_sector", "mixed_sectors")),
        ("municipality", ("travel",)),
    ],
)
def test_blank_fields_give_one_warning_with_their_rows(field: str, rules: tuple[str, ...]) -> None:
    interns = _interns({"id": "p1", field: None}, {"id": "p2"}, {"id": "p3", field: None})
    issue = _only(_round(interns=interns))
    assert (issue.code, issue.severity) == ("field_blank", "warning")
    assert (issue.values["count"], issue.values["rules"]) == (2, rules)
    assert _at(issue) == [("interns", 1, field), ("interns", 3, field)]


def test_blank_fields_do_not_matter_to_rules_that_are_off() -> None:
    assert find_faults(Round(interns=[{"id": "p"}], hosts=[{"id": "v"}], policy={"preset": "bare"})) == []


def test_an_unknown_municipality_is_an_error() -> None:
    issue = _only(_round(hosts=_hosts({"id": "v1", "municipality": "Andeby"})))
    assert (issue.code, issue.severity) == ("municipality_unknown", "error")


def test_a_week_outside_the_round_is_a_warning() -> None:
    interns = _interns({"id": "p1", "weeks": ["2026-W37", "2026-W38"]})
    issue = _only(_round(interns=interns, policy={"weeks": ["2026-W37"]}))
    assert (issue.code, issue.severity, issue.values["read"]) == (
        "week_outside",
        "warning",
        "2026-W38",
    )


def test_a_quota_about_nobody_is_a_warning() -> None:
    limits = [
        {"field": "sector", "value": "State", "max": 1},
        {"field": "workplace", "value": "B", "max": 1},
        {"of": "hosts", "field": "workplace", "value": "b", "max": 1},
    ]
    issue = _only(_round(policy={"rules": {"quota": {"limits": limits}}}))
    assert (issue.code, issue.severity, issue.values["read"]) == (
        "quota_value_unknown",
        "warning",
        "B",
    )


def test_a_directory_finds_the_id_before_the_name() -> None:
    people = Directory([("v1", "v2"), ("v2", "Biblioteket"), ("v3", "biblioteket ")])
    assert people.find("v2") == ("v2",)
    assert people.find("V2") == ("v2",)
    assert people.find("BIBLIOTEKET") == ("v2", "v3")
    assert people.find("v4") == ()


def test_a_plan_is_measured_against_its_own_round() -> None:
    round = _round(
        interns=_interns({"id": "p1", "weeks": ["2026-W37"], "days": 3}),
        policy={"weeks": ["2026-W37", "2026-W38"]},
    )
    visits = [
        {"host": "v1", "week": "2026-W37", "days": 3, "interns": ["p1"]},
        {"host": "v9", "week": "2026-W37", "days": 3, "interns": ["p9"]},
        {"host": "v1", "interns": ["p1", "p1"]},
    ]
    issues = find_plan_faults(round, Plan.model_validate({"visits": visits}))
    assert [(issue.code, issue.places[0].row) for issue in issues] == [
        ("host_unknown", 2),
        ("intern_unknown", 2),
        ("intern_twice", 3),
        ("plan_week_missing", 3),
        ("plan_days_missing", 3),
    ]
