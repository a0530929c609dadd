"""Teams that are spread over several hosts, each told as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key
from innopraktik_match.texts.names import named
from innopraktik_match.texts.summary import TEAM

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round


@dataclass(frozen=True)
class Team:
    """Those who signed up with one word in the column of groups.

    Attributes
    ----------
    name : str
    members, placed, first : int
        Its members, those with a visit, and those who got their first wish.
    at : dict
        Host id -> how many of the team it receives.
    """

    name: str
    members: int
    placed: int
    first: int
    at: dict[str, int]


def find_teams(round: Round, plan: Plan) -> list[Team]:
    """Return the teams of a round in which groups need not come to one visit; else none."""
    if round.policy.rules.together.on:
        return []
    names: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for one in round.interns:
        if one.group:
            names.setdefault(key(one.group), one.group)
            members.setdefault(key(one.group), []).append(one.id)
    wishes = {one.id: one.wishes for one in round.interns}
    seats = [(intern, visit.host) for visit in plan.visits for intern in visit.interns]
    teams = []
    for word, team in members.items():
        mine = [(intern, host) for intern, host in seats if intern in team]
        hosts = [host for _, host in mine]
        teams.append(
            Team(
                names[word],
                members=len(team),
                placed=len({intern for intern, _ in mine}),
                first=len({intern for intern, host in mine if wishes[intern][:1] == (host,)}),
                at={host: hosts.count(host) for host in dict.fromkeys(hosts)},
            )
        )
    return teams


def team_lines(round: Round, plan: Plan, lang: Lang) -> list[str]:
    """Return a line for each team: how many of it are placed, and where."""
    hosts = named(round.hosts)
    lines = [
        TEAM[lang].format(
            name=team.name,
            placed=team.placed,
            members=team.members,
            first=team.first,
            hosts=len(team.at),
            at="; ".join(f"{hosts.get(host, host)}: {count}" for host, count in team.at.items()),
        )
        for team in find_teams(round, plan)
    ]
    return ["", *lines] if lines else []
