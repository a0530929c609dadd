"""Three rules of one's own: about pairs, about those who come together, and about all visits.

Each is written twice, from its sentence: as arrays for the engine, and in plain Python for the checker.
"""

from __future__ import annotations

import numpy as np

import innopraktik_match as im


def bicycle(columns, options):
    """Whoever comes by bicycle stays in their municipality: 1 for each pair where that is not so."""
    cycles = np.array([one.extra.get("Bicycle") == "yes" for one in columns.interns], dtype=bool)
    towns = sorted({one.municipality or "" for one in (*columns.interns, *columns.hosts)})
    home = np.array([towns.index(one.municipality or "") for one in columns.interns])
    there = np.array([towns.index(one.municipality or "") for one in columns.hosts])
    return cycles[options.intern] & (home[options.intern] != there[options.host])


def bicycle_again(intern, host):
    """Say the same about one intern and one host."""
    cycles = intern.extra.get("Bicycle") == "yes"
    return int(cycles and (intern.municipality or "") != (host.municipality or ""))


def leader_first(columns, visits):
    """Those who come several at a time have a leader among them: 1 for each visit without."""
    leads = np.array([one.role == "leader" for one in columns.interns], dtype=bool)
    here = visits.members >= 0
    led = (leads[visits.members] & here).any(axis=1)
    return (here.sum(axis=1) > 1) & ~led


def leader_first_again(interns, host):
    """Say the same about one visit."""
    return int(len(interns) > 1 and all(one.role != "leader" for one in interns))


def team(columns, options):
    """Only so many of a team leave it at the same time: the team of each option's intern."""
    teams = np.array([one.extra.get("Team", "") for one in columns.interns], dtype=object)
    return teams[options.intern]


def team_again(intern, host):
    """Name the team of one intern."""
    return intern.extra.get("Team", "")


im.rule(
    "bicycle",
    level="option",
    measure=bicycle,
    again=bicycle_again,
    da="Den, der kommer på cykel, bliver i sin egen kommune.",
    en="Whoever comes by bicycle stays in their own municipality.",
)
im.rule(
    "leader_first",
    level="visit",
    measure=leader_first,
    again=leader_first_again,
    da="De, der kommer flere sammen, har en leder imellem sig.",
    en="Those who come several at a time have a leader among them.",
)
im.rule(
    "team",
    level="round",
    measure=team,
    again=team_again,
    da="Kun så mange fra et hold er væk på én gang.",
    en="Only so many of a team are away at the same time.",
)
