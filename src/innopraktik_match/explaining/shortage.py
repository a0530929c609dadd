"""Who competes for the same places: for somebody without a visit, by an alternating search (Kőnig, 1931)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.domain.explanation import Shortage
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.options import build_options

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.domain.round import Round


class Shortages:
    """The hosts that each intern could visit, and who is there in a plan.

    Parameters
    ----------
    round : Round
    visits : tuple of Visit
    """

    def __init__(self, round: Round, visits: tuple[Visit, ...]) -> None:
        columns = build_columns(round)
        options = build_options(columns)
        pairs = np.unique(np.stack([options.intern, options.host]), axis=1)
        self._hosts: defaultdict[str, list[str]] = defaultdict(list)
        for intern, host in pairs.T.tolist():
            self._hosts[columns.interns[intern].id].append(columns.hosts[host].id)
        self._room = {host.id: host.visits * host.max for host in round.hosts}
        self._guests: defaultdict[str, list[str]] = defaultdict(list)
        for visit in visits:
            self._guests[visit.host] += visit.interns

    def around(self, intern: str) -> Shortage | None:
        """Return those who share too few places with an intern without a visit; None where a seat is free.

        Whoever sits where the intern could come is asked where else to go, and so on. If no free seat is
        reached, all who were asked have no other hosts than those (Hall, 1935). If one is, places are enough:
        then minima, weeks or who may come together stand in the way.
        """
        people, hosts, asked = {intern: None}, dict[str, None](), [intern]
        while asked:
            for host in self._hosts[asked.pop()]:
                if host in hosts:
                    continue
                hosts[host] = None
                if len(self._guests[host]) < self._room[host]:
                    return None
                fresh = [guest for guest in self._guests[host] if guest not in people]
                people |= dict.fromkeys(fresh)
                asked += fresh
        places = sum(self._room[host] for host in hosts)
        if not hosts or len(people) <= places:
            return None
        return Shortage(interns=tuple(sorted(people)), hosts=tuple(sorted(hosts)), places=places)
