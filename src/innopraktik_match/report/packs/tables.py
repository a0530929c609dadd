"""The tables and bars of the coordinator's page, as data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import natural_order
from innopraktik_match.domain.when import MOST_DAYS
from innopraktik_match.report.grids import Grid
from innopraktik_match.report.sectors import matrix
from innopraktik_match.report.trace import counted, share
from innopraktik_match.texts.columns import column_label, value_label
from innopraktik_match.texts.names import named
from innopraktik_match.texts.packs import listed, span_line
from innopraktik_match.texts.page import PAGE
from innopraktik_match.texts.report import COLUMNS, FIGURES, said

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Intern
    from innopraktik_match.report.figures import Figures
    from innopraktik_match.report.packs.book import Book

WIDTH, BAR, STEP, TEXT = 320, 12, 38, 13
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


@dataclass(frozen=True)
class BarChart:
    """Bars below each other, and how large the figure is."""

    bars: tuple[Bar, ...]
    width: int = WIDTH

    @property
    def height(self) -> int:
        """How high the figure is."""
        return STEP * len(self.bars)


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


def length_grid(book: Book) -> Grid:
    """Return how many places there are of each length, by the length that was wished."""
    counts = Counter(
        (_wished(intern, book.lang), str(meeting.visit.days))
        for meeting in book.visits
        for intern in meeting.interns
        if meeting.visit.days
    )
    wished = dict.fromkeys(_wished(one, book.lang) for one in sorted(book.round.interns, key=_by_length))
    return matrix(PAGE[book.lang]["wished_length"], wished, map(str, range(1, MOST_DAYS + 1)), counts)


def lengths_met(book: Book) -> tuple[int, int]:
    """Return how many places have a length that the intern wished, and how many had such a wish."""
    found = [(intern.days, meeting.visit.days) for meeting in book.visits for intern in meeting.interns]
    wished = [(days, given) for days, given in found if days is not None and given]
    return sum(days.min <= given <= days.max for days, given in wished), len(wished)


@dataclass(frozen=True)
class Load:
    """How much of what a host offers is used.

    Attributes
    ----------
    name : str
    visits, visits_offered : int
    places, offered : int
        Interns who come, and how many there is room for.
    """

    name: str
    visits: int
    visits_offered: int
    places: int
    offered: int


def host_loads(book: Book) -> list[Load]:
    """Return how much of what each host offers is used, by the names of the hosts."""
    names = named(book.round.hosts)
    visits = Counter(one.host.id for one in book.visits)
    seats = Counter(one.host.id for one in book.visits for _ in one.interns)
    loads = (
        Load(names[host.id], visits[host.id], host.visits, seats[host.id], host.visits * host.max)
        for host in book.round.hosts
    )
    return sorted(loads, key=lambda one: natural_order(one.name))


def visit_grid(book: Book) -> Grid:
    """Return when and where each visit is, and who comes."""
    columns = ("visit", "host_name", "dates", "days", "interns", "status")
    header = tuple(said(COLUMNS[name], book.lang) for name in columns)
    hosts, interns = named(book.round.hosts), named(book.round.interns)
    rows = tuple(
        (
            meeting.number,
            hosts[meeting.host.id],
            span_line(meeting.days, book.lang),
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


def _by_length(intern: Intern) -> tuple[int, int]:
    return (intern.days.min, intern.days.max) if intern.days else (MOST_DAYS + 1, 0)


def _wished(intern: Intern, lang: Lang) -> str:
    days = intern.days
    if days is None:
        return PAGE[lang]["any_length"]
    return str(days.min) if days.min == days.max else f"{days.min}–{days.max}"
