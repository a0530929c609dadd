"""What the coordinator's page shows, as values for its template."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from innopraktik_match.report.basis import basis_lines
from innopraktik_match.report.changes import changes_grid
from innopraktik_match.report.checks import find_checks
from innopraktik_match.report.fairness import find_groups
from innopraktik_match.report.figures import find_figures
from innopraktik_match.report.packs.map import map_notes, plan_map, region_grid
from innopraktik_match.report.packs.tables import (
    BarChart,
    host_loads,
    length_grid,
    lengths_met,
    visit_grid,
    wish_bars,
    wish_grid,
)
from innopraktik_match.report.rows import unplaced_grid
from innopraktik_match.report.ruling import rules_grid
from innopraktik_match.report.sectors import sector_grid
from innopraktik_match.report.trace import aims_grid, trace_grid
from innopraktik_match.report.verdict import proof_lines, result_line
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.page import PAGE

if TYPE_CHECKING:
    from innopraktik_match.report.fairness import Group
    from innopraktik_match.report.figures import Figures
    from innopraktik_match.report.packs.book import Book


def index_values(book: Book) -> dict[str, Any]:
    """Return everything that the template of the coordinator's page takes."""
    plan, round, lang, words = book.plan, book.round, book.lang, PAGE[book.lang]
    figures, loads, map = find_figures(round, plan), host_loads(book), plan_map(book)
    met, wished = lengths_met(book)
    full, some, none = (number(count, lang) for count in _fullness(book))
    return {
        "result": result_line(plan, figures, lang),
        "cards": _cards(figures, book),
        "proof": proof_lines(plan, lang),
        "basis": basis_lines(round, lang),
        "wished": number(figures.wishes.wished, lang),
        "has_wishes": figures.wishes.wished > 0,
        "bars": BarChart(tuple(wish_bars(figures, book))),
        "wishes": wish_grid(figures, book),
        "sectors": sector_grid(plan, round, lang),
        "map": map,
        "map_notes": map_notes(map, book) if map else [],
        "regions": region_grid(book),
        "lengths": length_grid(book),
        "length_line": words["length_line"].format(met=number(met, lang), wished=number(wished, lang)),
        "has_lengths": wished > 0,
        "loads": loads,
        "load_line": words["load_line"].format(full=full, some=some, none=none),
        "groups": _by_kind(find_groups(plan, round, lang)),
        "changes": None if plan.changes is None else changes_grid(round, plan, lang),
        "visits": visit_grid(book),
        "unplaced": unplaced_grid(plan, round, lang).seen(),
        "has_reasons": any(left.reasons for left in plan.unplaced),
        "checks": find_checks(plan, round, lang),
        "aims": aims_grid(plan, lang),
        "rules": rules_grid(plan, round, lang).seen(),
        "trace": trace_grid(plan, round, lang),
    }


def _cards(figures: Figures, book: Book) -> list[tuple[str, str]]:
    """Return the figures at the top of the page, each with its label; those of nobody are left out."""
    words = PAGE[book.lang]
    across = figures.across + figures.within
    told = (
        ("placed_card", figures.placed, figures.interns),
        ("first_wish", figures.wishes.by_rank[0], figures.wishes.wished),
        ("across_card", figures.across, across),
        ("hosts_card", figures.hosts_used, figures.hosts),
    )
    return [
        (words[name], words["of"].format(value=number(value, book.lang), whole=number(whole, book.lang)))
        for name, value, whole in told
        if whole
    ]


def _by_kind(groups: list[Group]) -> list[tuple[str, list[Group]]]:
    return [(kind, list(members)) for kind, members in groupby(groups, key=lambda one: one.kind)]


def _fullness(book: Book) -> tuple[int, int, int]:
    """Return how many hosts are full, have room for more, and have no visits."""
    counts = Counter(
        0 if not one.places else 2 if one.places >= one.offered else 1 for one in host_loads(book)
    )
    return counts[2], counts[1], counts[0]
