"""What the cells of one column say together about how each of them is to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.files.raw.cells import shown
from innopraktik_match.files.values import numbers
from innopraktik_match.files.values.dates import spans_without_year
from innopraktik_match.files.values.no_answer import is_no_answer
from innopraktik_match.files.values.points import Order, month_and_day
from innopraktik_match.files.values.years import Span, Years, years_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.domain.issues import Severity

LONGEST_VALUE = 1_000
"""Characters of a number, a date or a list of weeks; patterns take time that grows with their square."""
MOST_WORDS = 5
DATED = ("weeks", "week")
WEIGHED = ("min", "max", "visits", "visit", "points", "year", "max_km", "km", "minutes", "priority")


@dataclass(frozen=True)
class Style:
    """How the texts of one column are read.

    Attributes
    ----------
    dates : {"day first", "month first", "doubtful"}
    decimal : {",", "."} or None
        None where the column does not tell.
    years : Years or None
        How the year of a week is found that does not name it.
    ranges : bool
        Whether one cell may give both the least and the most.
    """

    dates: Order = "day first"
    decimal: numbers.Decimal | None = None
    years: Years | None = None
    ranges: bool = False


PLAIN = Style()


class Note(NamedTuple):
    """Something to be said of a column: the issue, and its cells as numbers of rows from 0."""

    code: str
    severity: Severity
    rows: tuple[int, ...]
    values: dict[str, object]


def style_of(
    field: str,
    cells: Sequence[object],
    year: int | None,
    dates: Order | None,
    decimal: numbers.Decimal | None,
    since: date | None = None,
) -> Style:
    """Return how the texts of a column are to be read, by all of them together.

    Parameters
    ----------
    field : str
    cells : sequence
        All cells of the column, blank ones too.
    year : int or None
        The year of the round.
    dates, decimal : str or None
        What the coordinator says; None decides by the column.
    since : date, optional
        Where no year is known, weeks are the first from here on, not from today.
    """
    cells = distinct(cells)
    if field in DATED:
        order = dates or _order(cells)
        bare = (span for cell in cells for span in _bare(cell, order))
        return Style(dates=order, years=years_of(bare, year, since))
    if field in WEIGHED:
        marks = {numbers.decimal_of(cell) for cell in cells if isinstance(cell, str)} - {None}
        return Style(decimal=decimal or (marks.pop() if len(marks) == 1 else None))
    return Style(decimal=decimal)


def notes_on(field: str, cells: Sequence[object], style: Style) -> list[Note]:
    """Return what is to be said of a column as a whole."""
    found = [_unanswered(field, cells)]
    if field in DATED:
        found += [_year_assumed(cells, style), *_swapped(cells)]
    return [note for note in found if note is not None]


def undecided(cells: Sequence[object]) -> bool:
    """Whether nothing in a column of dates tells the day from the month."""
    figures = {pair for cell in distinct(cells) if (pair := month_and_day(cell))}
    return any(a != b for a, b in figures) and all(a <= 12 and b <= 12 for a, b in figures)


def _order(cells: Sequence[object]) -> Order:
    """Return "doubtful" where any date can only have its month first."""
    figures = [pair for cell in cells if (pair := month_and_day(cell))]
    return "doubtful" if any(second > 12 for _, second in figures) else "day first"


def _bare(cell: object, order: Order) -> list[Span]:
    """Return what a cell names without a year."""
    if cell is None or (isinstance(cell, str) and len(cell) > LONGEST_VALUE):
        return []
    return spans_without_year(cell, order)


def distinct(cells: Sequence[object]) -> list[object]:
    """Return the cells of a column without texts that stand there already.

    Examples
    --------
    >>> distinct(["ja", 1, True, "ja"])
    ['ja', 1, True]
    """
    return list({_word(cell): cell for cell in cells}.values())


def _word(cell: object) -> object:
    """Return what is equal for equal texts alone."""
    return (type(cell), cell) if isinstance(cell, str) else id(cell)


def _unanswered(field: str, cells: Sequence[object]) -> Note | None:
    none = {_word(cell) for cell in distinct(cells) if is_no_answer(field, cell)}
    if not none:
        return None
    rows = tuple(row for row, cell in enumerate(cells) if _word(cell) in none)
    words = list(dict.fromkeys(shown(cells[row]) for row in rows))
    values: dict[str, object] = {"count": len(rows), "read": ", ".join(words[:MOST_WORDS])}
    return Note("no_answer_read", "info", rows, values)


def _year_assumed(cells: Sequence[object], style: Style) -> Note | None:
    """Return a note at the first week whose year is not what the round says, with every year assumed."""
    years = style.years or Years()
    found: list[tuple[object, set[str]]] = []
    for cell in distinct(cells):
        named = {week[:4] for span in _bare(cell, style.dates) for week in years.readable(span)}
        if named - {str(years.known)}:
            found.append((cell, named))
    if not found:
        return None
    first = found[0][0]
    row = next(n for n, cell in enumerate(cells) if _word(cell) == _word(first))
    assumed = tuple(sorted(set().union(*(named for _, named in found))))
    return Note("week_year_assumed", "info", (row,), {"read": shown(first), "years": assumed})


def _swapped(cells: Sequence[object]) -> list[Note]:
    """Return the dates whose day and month a spreadsheet has probably swapped.

    It reads 07/09 as 9 July and leaves 14/09 as text, where it counts the month first. So there are
    both: texts that can only have the day first, and dates whose day could be a month.
    """
    texts = [pair for cell in distinct(cells) if (pair := month_and_day(cell))]
    dates = {row: cell for row, cell in enumerate(cells) if isinstance(cell, (date, datetime))}
    if not texts or any(first <= 12 for first, _ in texts) or any(one.day > 12 for one in dates.values()):
        return []
    return [
        Note("date_perhaps_swapped", "warning", (row,), {"read": shown(one), "suggestion": _other(one)})
        for row, one in dates.items()
        if one.day != one.month
    ]


def _other(one: date) -> str:
    """Return the date with day and month swapped."""
    return date(one.year, one.day, one.month).isoformat()
