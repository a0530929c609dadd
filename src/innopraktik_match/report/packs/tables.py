"""The tables and bars of the coordinator's page, as data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from innopraktik_match.domain.tables import Sector
from innopraktik_match.domain.when import MOST_DAYS
from innopraktik_match.report.rows import Grid, dates
from innopraktik_match.report.trace import counted, share
from innopraktik_match.texts.columns import column_label, value_label
from innopraktik_match.texts.names import named
from innopraktik_match.texts.packs import PAGE, listed
from innopraktik_match.texts.report import COLUMNS, FIGURES, said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Intern
    from innopraktik_match.report.figures import Figures
    from innopraktik_match.report.packs.book import Book

WIDTH, BAR, STEP, TEXT = 320, 14, 40, 15
TOLD = ("workplace", "sector", "municipality", "role", "themes", "email")
WISHES = ("first", "second", "third", "later", "other", "none")


@dataclass(frozen=True)
class Bar:
    """One bar of a figure: words above it, and where it is, in units of the figure.

    Attributes
    ----------
    label : str
    value : int
    text_y, y, width, height : int
    """

    label: str
    value: int
    text_y: int
    y: int
    width: int
    height: int = BAR


def wish_bars(figures: Figures, book: Book) -> list[Bar]:
    """Return a bar for each rank of wish, as wide as its share of those who had wishes."""
    found = [(name, value) for name, value, _ in counted(figures, book.plan) if name in WISHES]
    whole = max(1, figures.wishes.wished)
    return [
        Bar(
            said(FIGURES[name], book.lang),
            value,
            TEXT + n * STEP,
            TEXT + 6 + n * STEP,
            WIDTH * value // whole,
        )
        for n, (name, value) in enumerate(found)
    ]


def wish_grid(figures: Figures, book: Book) -> Grid:
    """Return the table behind the bars."""
    header = tuple(said(COLUMNS[name], book.lang) for name in ("figure", "value", "share"))
    rows = tuple(
        (said(FIGURES[name], book.lang), value, share(value, whole, book.lang))
        for name, value, whole in counted(figures, book.plan)
        if name in WISHES
    )
    return Grid(header, rows)


def sector_grid(book: Book) -> Grid:
    """Return how many places lead from each sector to each; a sector that nobody has is left out."""
    known = {sector: value_label(sector, book.lang) for sector in get_args(Sector)}
    labels: dict[str | None, str] = {**known, None: PAGE[book.lang]["unknown"]}
    counts = Counter(
        (labels[intern.sector], labels[meeting.host.sector])
        for meeting in book.visits
        for intern in meeting.interns
    )
    return _matrix(PAGE[book.lang]["from_to"], labels.values(), labels.values(), counts)


def length_grid(book: Book) -> Grid:
    """Return how many places there are of each length, by the length that was wished."""
    counts = Counter(
        (_wished(intern, book.lang), str(meeting.visit.days))
        for meeting in book.visits
        for intern in meeting.interns
        if meeting.visit.days
    )
    wished = dict.fromkeys(_wished(one, book.lang) for one in sorted(book.round.interns, key=_by_length))
    return _matrix(PAGE[book.lang]["wished_length"], wished, map(str, range(1, MOST_DAYS + 1)), counts)


def load_grid(book: Book) -> Grid:
    """Return how much of what each host offers is used."""
    words = PAGE[book.lang]
    header = ("name", "visits_used", "visits_offered", "places_used", "places_offered")
    names = named(book.round.hosts)
    visits = Counter(one.host.id for one in book.visits)
    seats = Counter(one.host.id for one in book.visits for _ in one.interns)
    rows = (
        (names[host.id], visits[host.id], host.visits, seats[host.id], host.visits * host.max)
        for host in book.round.hosts
    )
    return Grid(tuple(words[name] for name in header), tuple(rows))


def visit_grid(book: Book) -> Grid:
    """Return when and where each visit is, and who comes."""
    columns = ("visit", "host_name", "dates", "days", "interns", "status")
    header = tuple(said(COLUMNS[name], book.lang) for name in columns)
    hosts, interns = named(book.round.hosts), named(book.round.interns)
    rows = tuple(
        (
            meeting.number,
            hosts[meeting.host.id],
            dates(meeting.visit.week, meeting.visit.days),
            meeting.visit.days,
            listed([interns[one.id] for one in meeting.interns], book.lang),
            value_label(meeting.visit.status, book.lang),
        )
        for meeting in book.visits
    )
    return Grid(header, rows)


def intern_grid(interns: tuple[Intern, ...], lang: Lang) -> Grid:
    """Return what a host is told about its interns."""
    words = PAGE[lang]
    labels = [words["name"], *(column_label("interns", field, lang) for field in TOLD)]
    rows = [(one.name or one.id, *(getattr(one, field) or "" for field in TOLD)) for one in interns]
    kept = [n for n in range(len(labels)) if n == 0 or any(row[n] for row in rows)]
    return Grid(
        tuple(labels[n].capitalize() for n in kept),
        tuple(tuple(_in_words(row[n], lang) for n in kept) for row in rows),
    )


def _in_words(value: str | tuple[str, ...], lang: Lang) -> str:
    return ", ".join(value) if isinstance(value, tuple) else value_label(value, lang)


def _matrix(
    corner: str, rows: Iterable[str], columns: Iterable[str], counts: Counter[tuple[str, str]]
) -> Grid:
    """Return counts as a table, without the rows and columns in which there are none."""
    across = [column for column in columns if any(one == column for _, one in counts)]
    down = [row for row in rows if any(one == row for one, _ in counts)]
    return Grid((corner, *across), tuple((row, *(counts[row, column] for column in across)) for row in down))


def _by_length(intern: Intern) -> tuple[int, int]:
    return (intern.days.min, intern.days.max) if intern.days else (MOST_DAYS + 1, 0)


def _wished(intern: Intern, lang: Lang) -> str:
    days = intern.days
    if days is None:
        return PAGE[lang]["any_length"]
    return str(days.min) if days.min == days.max else f"{days.min}–{days.max}"
