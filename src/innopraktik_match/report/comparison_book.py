"""Two plans side by side as a workbook: aims and rules, and what it means for each person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.report.changes import spot_words
from innopraktik_match.report.comparison import by_rule
from innopraktik_match.report.grids import Cell, Grid
from innopraktik_match.report.workbook import tables_workbook
from innopraktik_match.texts.comparison import HEADERS, SIDES, WORDS
from innopraktik_match.texts.names import with_gone
from innopraktik_match.texts.report import AIMS, promise, said

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.replanned import Spot
    from innopraktik_match.domain.round import Round
    from innopraktik_match.replanning.comparing import Comparison, Shift


def comparison_workbook(round: Round, found: Comparison, lang: Lang) -> bytes:
    """Return a workbook with a sheet of totals and one of people."""
    illegal = [
        WORDS[lang][f"illegal_{side}"]
        for side, score in (("before", found.before), ("after", found.after))
        if not score.legal
    ]
    tables = [
        ("totals", totals_grid(found, lang), " ".join(illegal)),
        ("people", people_grid(round, found, lang), ""),
    ]
    return tables_workbook(tables, lang)


def totals_grid(found: Comparison, lang: Lang) -> Grid:
    """Return every aim, then every rule that charges anything, in the one plan and in the other."""
    aims = [
        (said(AIMS[aim], lang), value, found.after.aims[aim])
        for aim, value in found.before.aims.items()
        if value or found.after.aims[aim]
    ]
    rules = [(promise(rule, lang), one, other) for rule, one, other in by_rule(found) if one or other]
    rows = tuple((what, one, other, other - one) for what, one, other in (*aims, *rules))
    return Grid(HEADERS[lang]["totals"], rows)


def people_grid(round: Round, found: Comparison, lang: Lang) -> Grid:
    """Return one row for everybody for whom anything differs, those who lose first."""
    interns = with_gone(round.interns, found.intern_names)
    hosts = with_gone(round.hosts, found.host_names)

    def spots(some: tuple[Spot, ...]) -> str:
        return "\n".join(spot_words(spot, hosts, lang) for spot in some or (None,))

    def row(shift: Shift) -> tuple[Cell, ...]:
        side = SIDES[lang]["gain" if shift.gains > 0 else "lose" if shift.gains < 0 else "same"]
        return (
            interns.get(shift.intern, shift.intern),
            side,
            spots(shift.before),
            spots(shift.after),
            shift.points_before,
            shift.points_after,
        )

    shifts = sorted(found.shifts, key=lambda shift: (shift.gains, shift.intern))
    return Grid(HEADERS[lang]["people"], tuple(map(row, shifts)))
