"""Who has not met before: the person, the two workplaces, the two sectors, fading with the years."""

from __future__ import annotations

import pytest

from innopraktik_match.domain.policy import Policy, sealed
from innopraktik_match.domain.round import Round
from tests.test_option_rules import option

THIS_YEAR = {"policy": {"year": 2026}}
MINE = {"workplace": "Odense Kommune", "sector": "municipality"}
THEIRS = {"workplace": "DMI", "sector": "state"}


def met(rule, year, years, mode="soft", **swapped):
    """Measure a rule worth 10 points where the two met in a year."""
    one = {"workplace": "odense  kommune", "host_workplace": "dmi", **swapped}
    one |= {"sector": "municipality", "host_sector": "state", "year": year}
    settings = {"mode": mode, "points": 10, "years": years}
    return option(rule, settings, MINE, THEIRS, relations=[one], **THIS_YEAR)


@pytest.mark.parametrize("rule", ["new_workplaces", "new_sectors"])
@pytest.mark.parametrize(
    ("year", "years", "points"),
    [
        (2025, 4, 10),  # last year: 4 of 4 shares
        (2024, 4, 7),  # 3 of 4 of 10 is 7.5, rounded down
        (2022, 4, 2),  # at the limit, 4 years ago: 1 of 4 is 2.5
        (2021, 4, 0),  # one beyond
        (1999, "always", 10),  # never fades
        (None, 4, 10),  # nobody knows when: as last year
        (2030, 4, 10),  # a later year is no earlier round: as last year
    ],
)
def test_a_link_costs_less_with_each_year(rule, year, years, points):
    assert met(rule, year, years) == (points, False)


@pytest.mark.parametrize("rule", ["new_workplaces", "new_sectors"])
def test_a_hard_rule_forbids_a_link_as_long_as_it_counts(rule):
    assert met(rule, 2022, 4, "hard") == (2, True)
    assert met(rule, 2021, 4, "hard") == (0, False)


def test_a_link_counts_in_both_directions_and_others_do_not():
    assert met("new_workplaces", 2025, 4, workplace="DMI", host_workplace="Odense Kommune") == (10, False)
    assert met("new_workplaces", 2025, 4, host_workplace="DTU") == (0, False)


def test_unknown_workplaces_have_never_met():
    """The codes of two unknown words must not be taken for those of two known ones."""
    relation = {"workplace": "DMI", "host_workplace": "Odense Kommune", "year": 2025}
    settings = {"mode": "soft", "points": 10}
    for mine, theirs in (({}, THEIRS), (MINE, {}), ({}, {})):
        assert option("new_workplaces", settings, mine, theirs, relations=[relation]) == (0, False)


def test_the_latest_of_several_visits_counts():
    history = [{"intern": "p1", "host": "v1", "year": year} for year in (2025, 2023)]
    history.append({"intern": "p1", "workplace": "DMI", "year": 2024})
    settings = {"mode": "soft", "points": 9, "years": 3}
    assert option("new_relations", settings, MINE, THEIRS, history=history, **THIS_YEAR) == (9, False)
    assert option("new_relations", settings, MINE, THEIRS, history=history[1:], **THIS_YEAR) == (6, False)


def test_what_came_later_changes_no_fingerprint_where_it_is_not_set():
    assert b"years" not in sealed(Policy())
    assert b"years" in sealed(Policy.model_validate({"rules": {"new_relations": {"years": 3}}}))
    people = {"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]}
    plain = Round.model_validate(people)
    relation = {"sector": "state", "host_sector": "region"}
    assert plain.sha256() == Round.model_validate({**people, "relations": []}).sha256()
    assert plain.sha256() != Round.model_validate({**people, "relations": [relation]}).sha256()
