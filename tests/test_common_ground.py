"""What both writings use, worked out by hand: nothing else would tell a fault in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from innopraktik_match.checker import check
from innopraktik_match.checker.facts import Facts
from innopraktik_match.checker.slots import weeks_taken
from innopraktik_match.domain.findings import Finding, Score
from innopraktik_match.domain.municipalities import (
    municipality,
    place_key,
    region_of,
)
from innopraktik_match.domain.names import key
from innopraktik_match.domain.plan import Visit
from innopraktik_match.domain.round import Host, Intern, Lock, Round
from innopraktik_match.domain.rulebook import RULEBOOK, Rules
from innopraktik_match.domain.rulebook.settings import Priced
from innopraktik_match.domain.when import Days
from innopraktik_match.model.columns import build_columns
from innopraktik_match.solving import solve
from tests.random_rounds import random_round

# -- words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("A\u030arhus", "\u00e5rhus"),  # A and a ring, as a Mac writes it
        ("Odense\u00a0Kommune", "odense kommune"),  # a space that does not break
        ("O\u200bden\u00adse\ufeff", "odense"),  # a zero-width space, a soft hyphen, a byte order mark
        ("  to \t\n ord ", "to ord"),
        ("SKATTESTYRELSEN", "skattestyrelsen"),
        ("Weißenburg", "weissenburg"),
        ("ﬁnans ２", "finans 2"),  # a ligature, and a digit as wide as two
        ("Æ Ø Å", "æ ø å"),
        ("a-b", "a-b"),
        (" \u200b ", ""),
    ],
)
def test_words_are_compared_without_case_width_marks_and_spare_space(written, read):
    assert key(written) == read
    assert key(key(written)) == read


def test_a_direction_mark_and_an_accent_are_not_the_same():
    assert key("\u202aOdense\u202c \u2066Syd\u2069") == "odense syd"
    assert key("Allé") != key("Alle")


# -- places ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Århus Kommune", "0751"),
        ("aarhus", "0751"),
        ("751", "0751"),
        (" Malmö ", "malmö"),
        ("Malmö Kommune", "malmö kommune"),
    ],
)
def test_a_place_is_its_municipality_or_its_words(written, place):
    assert place_key(written) == place


def test_the_region_goes_by_the_year():
    capital = municipality("København")
    assert [region_of(capital, year) for year in (None, 2026, 2027)] == [
        "Region Hovedstaden",
        "Region Hovedstaden",
        "Region Østdanmark",
    ]


# -- days and weeks -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (3, (3, 3, True)),
        ("3", (3, 3, True)),
        ("2-5", (2, 5, False)),
        (" 2 – 5 ", (2, 5, False)),
        ("3-3", (3, 3, False)),  # a range of one is no wish with a tolerance
        ({"min": 1, "max": 10}, (1, 10, False)),
    ],
)
def test_days_are_a_range_or_a_wish_with_a_tolerance(written, read):
    days = Intern(id="p1", days=written).days
    assert (days.min, days.max, days.about) == read
    again = Intern.model_validate_json(Intern(id="p1", days=days).model_dump_json())
    assert again.days == days


@pytest.mark.parametrize("written", [0, 11, "5-2", "0-3", "2-11", "to", True, "", 2.5])
def test_days_that_are_no_length_are_refused(written):
    with pytest.raises(ValueError, match=r"days"):
        Intern(id="p1", days=written)


def test_about_is_said_of_one_number_only():
    with pytest.raises(ValueError, match="equal"):
        Days(min=2, max=3, about=True)


@pytest.mark.parametrize("week", ["2026-W01", "2026-W53", "2027-W52"])  # 1 January 2026 is a Thursday
def test_a_week_is_one_of_the_calendar(week):
    assert Lock(intern="p1", host="v1", week=week).week == week


@pytest.mark.parametrize("week", ["2026-W00", "2027-W53", "2026-W54", "2026-37", "37", "26-W37"])
def test_a_week_that_the_calendar_does_not_have_is_refused(week):
    with pytest.raises(ValueError, match="week"):
        Lock(intern="p1", host="v1", week=week)


@pytest.mark.parametrize(
    ("week", "days", "taken"),
    [
        ("2026-W53", 5, ["2026-W53"]),
        ("2026-W53", 6, ["2026-W53", "2027-W01"]),
        ("2026-W53", 10, ["2026-W53", "2027-W01"]),
        ("2027-W52", 6, ["2027-W52"]),  # the next is 2028-W01, which is no week of the round
        ("2026-W52", 6, ["2026-W52", "2026-W53"]),
        ("2026-W37", None, ["2026-W37"]),
    ],
)
def test_a_visit_takes_up_whole_weeks_across_new_year_in_both_writings(week, days, taken):
    weeks = ["2026-W37", "2026-W52", "2026-W53", "2027-W01", "2027-W52"]
    people = {"interns": [{"id": "p1", "days": "5-10" if days else None}], "hosts": [{"id": "v1"}]}
    round = Round.model_validate({**people, "policy": {"weeks": weeks}})
    f, c = Facts(round), build_columns(round)
    slot = [(w, d or None) for w, d in zip(c.slot_week, c.slot_days, strict=True)].index(
        (weeks.index(week), days)
    )
    assert [name for name, busy in zip(c.weeks, c.takes_up[slot], strict=True) if busy] == taken
    assert [name for name in weeks_taken(week, days) if name in f.weeks] == taken


# -- what is given where nothing is said ----------------------------------------------------


@pytest.mark.parametrize(
    ("priority", "visits", "aims"),
    [
        (0, 1, ("placed", "points")),
        (1, 1, ("placed", "priority", "points")),
        (0, 2, ("placed", "visits", "points")),
        (1, 2, ("placed", "priority", "visits", "points")),
    ],
)
def test_the_usual_aims_are_those_with_a_reason(priority, visits, aims):
    interns = [{"id": "p1"}, {"id": "p2", "priority": priority, "visits": visits}]
    round = Round.model_validate({"interns": interns, "hosts": [{"id": "v1", "visits": 2}]})
    assert Facts(round).aims == round.aims == aims


def test_a_host_takes_one_and_a_highest_left_out_is_the_lowest():
    assert [(Host(id="v1", **given).min, Host(id="v1", **given).max) for given in ({}, {"min": 3})] == [
        (1, 1),
        (3, 3),
    ]


def test_an_intern_who_says_nothing_makes_one_visit_anywhere_at_any_time():
    person = Intern(id="p1")
    assert (person.visits, person.priority, person.max_km, person.days) == (1, 0, None, None)
    assert (person.weeks, person.wishes, person.rejects, person.themes, person.group) == (
        (),
        (),
        (),
        (),
        None,
    )


def test_a_rule_speaks_unless_it_is_off_and_forbids_where_it_is_hard():
    said = {mode: (Priced(mode=mode).on, Priced(mode=mode).hard) for mode in ("off", "soft", "hard")}
    assert said == {"off": (False, False), "soft": (True, False), "hard": (True, True)}


def test_the_standard_limits_are_those_of_the_model():
    rules = Rules()
    hard = {name for name in Rules.model_fields if getattr(rules, name).hard}
    assert hard == {
        "own_workplace", "ban", "dates", "duration", "travel", "capacity", "mixed_workplaces", "together",
        "intern_visits", "host_visits", "lock", "quota",
    }  # fmt: skip
    off = {name for name in Rules.model_fields if not getattr(rules, name).on}
    assert off == {
        "worst_off", "same_workplace_limit", "changes", "changes_limit",
        "new_workplaces", "new_sectors", "match", "mixed_column", "visit_match", "even", "own_option", "week_points", "own_visit", "own_round",
    }  # fmt: skip


# -- the forms of what is found -------------------------------------------------------------


def test_a_score_is_legal_where_no_finding_breaks_a_limit():
    costs, breaks = Finding("travel", points=9), Finding("ban", breach=True)
    assert Score(findings=(costs,)).legal
    assert not Score(findings=(costs, breaks)).legal
    assert Score(findings=(costs, breaks)).breaches == (breaks,)


def test_a_round_has_a_fingerprint_of_its_content_and_not_of_its_order():
    round = random_round(6, 4, 1)
    turned = round.model_copy(update={"interns": round.interns[::-1], "hosts": round.hosts[::-1]})
    assert turned.sha256() == round.sha256()
    other = round.interns[0].model_copy(update={"max_km": 10})
    others = [
        {"interns": (other, *round.interns[1:])},
        {"hosts": round.hosts[1:]},
        {"locks": (Lock(intern="p000", host="v000"),)},
        {"policy": round.policy.model_copy(update={"seed": 1})},
    ]
    assert len({round.model_copy(update=change).sha256() for change in [{}, *others]}) == 5


@pytest.mark.parametrize(
    ("policy", "fingerprint"),
    [
        ({}, "9468aad93f2a148e7dd3c21483b4ed4f5a2817b62436a0e48aa8e6bb277203b9"),
        (
            {"preset": "bare", "year": 2026},
            "1e137af9984c8f3cdbb857d2aaf6d2e1b06726abc765e86547a4fe45abf5af88",
        ),
        (
            {"rules": {"quota": {"limits": [{"field": "sector", "value": "state", "max": 3}]}}},
            "cdd7c59fd2dccae7cdc0460b2e241784eb9c6b5d9dcde2c80a080cf88e5b926b",
        ),
    ],
)
def test_rounds_have_the_fingerprints_that_plans_were_sealed_with(policy, fingerprint):
    round = Round.model_validate({"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}], "policy": policy})
    assert round.sha256() == fingerprint


def test_a_rule_that_came_later_counts_in_the_fingerprint_only_where_it_is_set(monkeypatch):
    unset, on = ({"rules": {"worst_off": {"mode": mode}}} for mode in ("off", "soft"))
    before = [Round(policy=policy).sha256() for policy in (unset, on)]
    monkeypatch.setitem(RULEBOOK, "worst_off", replace(RULEBOOK["worst_off"], later=True))
    after = [Round(policy=policy).sha256() for policy in (unset, on)]
    assert after[1] == before[1]
    assert len({*before, *after}) == 3


def test_a_plan_that_was_changed_after_it_was_sealed_shows_it():
    round = random_round(6, 4, 1)
    plan = solve(round)
    assert check(round, plan).holds
    first = plan.visits[0]
    for changed in (
        {"seconds": plan.seconds + 1},
        {"visits": (Visit(**{**first.model_dump(), "status": "agreed"}), *plan.visits[1:])},
    ):
        codes = {fault.code for fault in check(round, plan.model_copy(update=changed)).faults}
        assert codes == ({"edited"} if "seconds" in changed else {"edited", "visit_status_differs"})


def test_what_a_round_works_out_once_is_not_kept_by_its_copies():
    round = Round(interns=(Intern(id="p1", weeks=("2026-W37",), days=Days(min=3, max=3)),))
    assert (round.weeks, round.lengths) == (("2026-W37",), (3,))
    copied = round.model_copy(update={"interns": ()})
    assert (copied.weeks, copied.lengths) == ((), ())
    assert round == Round(interns=round.interns)
    assert hash(round) == hash(Round(interns=round.interns))
