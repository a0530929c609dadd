"""A sweep: scenarios solved, a row each, on the disk as soon as it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from innopraktik_match.domain.issues import Issue, RoundError
from innopraktik_match.files.out.saving import save
from innopraktik_match.files.raw.inputs import read_bytes
from innopraktik_match.many import Outcome, solved
from innopraktik_match.many.scenarios import round_of, scenarios_of
from innopraktik_match.many.table import LOST, append, columns_of, line, row_of, rows_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from innopraktik_match.domain.round import Round
    from innopraktik_match.many.scenarios import Scenario, Sweep
    from innopraktik_match.many.table import Row

KEY = ("scenario", "policy", "capacity", "people", "draw")


class Sweeping:
    """The scenarios of a sweep and the table that they fill.

    Parameters
    ----------
    sweep : Sweep
    rounds : dict
        The round under each policy.
    out : path
        The table, a .csv; rows of the same scenarios that stand in it need not be solved again.

    Attributes
    ----------
    rows : dict
        Scenario -> its row, of those that have one.
    issues : list of Issue
        What is wrong with the rounds of scenarios, each once.
    """

    def __init__(self, sweep: Sweep, rounds: Mapping[str, Round], out: Path) -> None:
        self.sweep, self.rounds, self.out = sweep, rounds, out
        self.scenarios = list(scenarios_of(sweep, rounds))
        self.aims = list(dict.fromkeys(aim for round in rounds.values() for aim in round.aims))
        self.columns = columns_of(self.aims)
        self.rows: dict[Scenario, Row] = {}
        self.issues: list[Issue] = []

    def begin(self, resume: bool) -> bool:
        """Begin the table, or go on with one; return False where it is that of another sweep."""
        data = read_bytes(self.out)[0] if resume and self.out.exists() else None
        if data is not None:
            by_key = {tuple(map(str, _key(one))): one for one in self.scenarios}
            rows = rows_within(data)
            if rows and tuple(rows[0]) != self.columns:
                return False
            for row in rows:
                scenario = by_key.get(tuple(row[name] for name in KEY))
                if scenario is not None and row["status"] != LOST:
                    self.rows[scenario] = dict(row)
        self._save()
        return True

    def run(self, executor: Executor | None, at_once: int | None, how: dict[str, Any]) -> Iterator[Row]:
        """Solve what has no row, and yield each new row once it is on the disk.

        Parameters
        ----------
        executor, at_once, how
            As in `solved`.
        """
        for scenario, outcome in self._outcomes(executor, at_once, how):
            row = row_of(scenario, outcome)
            if isinstance(outcome.error, RoundError):
                wrong = (issue for issue in outcome.error.issues if issue.severity == "error")
                self.issues += [issue for issue in wrong if issue not in self.issues]
            self.rows[scenario] = row
            append(self.out, line(self.columns, row))
            yield row
        self._save()

    def _outcomes(
        self, executor: Executor | None, at_once: int | None, how: dict[str, Any]
    ) -> Iterator[tuple[Scenario, Outcome]]:
        asked: list[Scenario] = []
        rounds: list[Round] = []
        for scenario in self.scenarios:
            if scenario in self.rows:
                continue
            try:
                rounds.append(round_of(scenario, self.sweep, self.rounds))
                asked.append(scenario)
            except RoundError as error:
                yield scenario, Outcome(0, error=error)
            except ValidationError:
                yield scenario, Outcome(0, error=RoundError([Issue("value_unreadable")]))
        for outcome in solved(rounds, executor, at_once, how):
            yield asked[outcome.number], outcome

    def _save(self) -> None:
        """Write the table in the order of the file of scenarios."""
        rows: Iterable[Row] = (self.rows[one] for one in self.scenarios if one in self.rows)
        save(self.out, b"\xef\xbb\xbf" + b"".join(line(self.columns, row) for row in (None, *rows)))


def _key(scenario: Scenario) -> tuple[object, ...]:
    return scenario.id, scenario.policy, scenario.capacity, scenario.people, scenario.draw
