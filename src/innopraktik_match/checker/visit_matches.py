"""The criteria about those who come together in plain Python."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from innopraktik_match.checker.matches import MILLIONTHS, apart, cell_of
from innopraktik_match.domain.criteria import number_in
from innopraktik_match.domain.names import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.checker.facts import Facts, Unit
    from innopraktik_match.domain.rulebook.criterion_settings import VisitMatch

Cells = list[list[str]]
"""What stands in a column of each member, unit by unit."""
LASTING = ("alike", "mix")
"""The kinds that nobody who comes along makes good."""


def misfits_together(one: VisitMatch, cells: Cells) -> int:
    """Return how often those who come together are against a criterion."""
    return _KINDS[one.kind](one, cells)


def _alike(one: VisitMatch, cells: Cells) -> int:
    """Each two of different units fit."""
    read = [[cell_of(one.how, cell) for cell in unit] for unit in cells]
    return sum(
        apart(one.how, mine, theirs, one.limit)
        for some, others in combinations(read, 2)
        for mine in some
        for theirs in others
    )


def _mix(one: VisitMatch, cells: Cells) -> int:
    """Nobody has what another unit has."""
    return repeated([{key(cell) for cell in unit} - {""} for unit in cells])


def repeated(words: list[set[str]]) -> int:
    """Count the distinct words of each unit, less those of all."""
    return sum(map(len, words)) - len(set[str]().union(*words))


def _not_alone(one: VisitMatch, cells: Cells) -> int:
    """Nobody is the only one of a kind, unless one unit comes alone."""
    words = [word for unit in cells for cell in unit if (word := key(cell))]
    lonely = [word for word in words if words.count(word) == 1]
    if len(cells) < 2:
        return 0
    return len(lonely) if one.value is None else lonely.count(key(one.value))


def _spread(one: VisitMatch, cells: Cells) -> int:
    """The numbers of several units do not all lie close together."""
    numbers = _numbers_of_several(cells)
    return int(bool(numbers) and max(numbers) - min(numbers) < round(one.limit * MILLIONTHS))


def _average(one: VisitMatch, cells: Cells) -> int:
    """The average of several units is near the value."""
    numbers, value = _numbers_of_several(cells), number_in(one.value or "") or 0
    return int(abs(sum(numbers) - value * len(numbers)) > round(one.limit * MILLIONTHS) * len(numbers))


def _numbers_of_several(cells: Cells) -> list[int]:
    """Return all numbers, none where fewer than two units have any."""
    units = [[number for cell in unit if (number := number_in(cell)) is not None] for unit in cells]
    return [number for unit in units for number in unit] if sum(map(bool, units)) > 1 else []


_KINDS = {"alike": _alike, "mix": _mix, "not_alone": _not_alone, "spread": _spread, "average": _average}


def cells_of(facts: Facts, column: str, interns: Iterable[str]) -> Cells:
    """Return what some interns have in a column, unit by unit."""
    units: dict[Unit, list[str]] = {}
    for intern in interns:
        units.setdefault(facts.units[intern], []).append(facts.cells[column][intern])
    return list(units.values())
