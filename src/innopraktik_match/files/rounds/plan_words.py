"""What the words of a plan mean in its round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.directory import Directory
from innopraktik_match.domain.when import MOST_DAYS
from innopraktik_match.files.raw.cells import Unreadable, shown
from innopraktik_match.files.values.cell_values import read_value
from innopraktik_match.files.values.styles import Style
from innopraktik_match.files.values.years import years_of_weeks
from innopraktik_match.texts.names import named

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Round


class PlanWords:
    """Reads the words of a plan.

    Parameters
    ----------
    round : Round
        Without people where it is not known yet.
    written : tuple of str
        Weeks that the plan is known to have.

    Attributes
    ----------
    usual : dict
        The week and the length of every visit, where the round has but one.
    """

    def __init__(self, round: Round, written: tuple[str, ...] = ()) -> None:
        interns, hosts = named(round.interns), named(round.hosts)
        self._interns = Directory((one.id, one.name, interns[one.id]) for one in round.interns)
        self._hosts = Directory((one.id, one.name, hosts[one.id]) for one in round.hosts)
        weeks, lengths = round.weeks, round.lengths
        self._style = Style(years=years_of_weeks(written or weeks, round.year))
        self._no_round = not round.people
        self.usual: dict[str, Any] = {"week": weeks[0]} if len(weeks) == 1 else {}
        self.usual |= {"days": lengths[0]} if len(lengths) == 1 else {}

    def intern(self, word: str) -> str:
        """Return the id of an intern; what is unknown stays as it is."""
        return (self._interns.find(word) or (word,))[0]

    def host(self, word: str) -> str:
        """Return the id of a host; what is unknown stays as it is."""
        return (self._hosts.find(word) or (word,))[0]

    def read(self, table: str, name: str, value: object) -> Any:
        """Return what a cell says; raise `Unreadable` where a visit cannot be so.

        Before there is a round, a week may lack its year.
        """
        try:
            read = read_value(table, name, value, None, self._style)
        except Unreadable as fault:
            if self._no_round and fault.code == "week_without_year":
                return None
            raise
        if name == "days" and isinstance(read, int) and not 1 <= read <= MOST_DAYS:
            raise Unreadable("days_out_of_range", read=shown(value), limit=MOST_DAYS)
        return read
