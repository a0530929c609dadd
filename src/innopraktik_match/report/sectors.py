"""How many go from each sector to each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from innopraktik_match.domain.tables import Sector
from innopraktik_match.report.grids import Grid
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.page import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round


def sector_grid(plan: Plan, round: Round, lang: Lang) -> Grid:
    """Return how many places lead from each sector to each; a sector that nobody has is left out."""
    interns = {one.id: one.sector for one in round.interns}
    hosts = {one.id: one.sector for one in round.hosts}
    known = {sector: value_label(sector, lang) for sector in get_args(Sector)}
    labels: dict[str | None, str] = {**known, None: PAGE[lang]["unknown"]}
    counts = Counter(
        (labels[interns.get(one)], labels[hosts.get(visit.host)])
        for visit in plan.visits
        for one in visit.interns
    )
    return matrix(PAGE[lang]["from_to"], labels.values(), labels.values(), counts)


def matrix(
    corner: str, rows: Iterable[str], columns: Iterable[str], counts: Counter[tuple[str, str]]
) -> Grid:
    """Return counts as a table, without the rows and columns in which there are none."""
    across = [column for column in columns if any(one == column for _, one in counts)]
    down = [row for row in rows if any(one == row for one, _ in counts)]
    return Grid((corner, *across), tuple((row, *(counts[row, column] for column in across)) for row in down))
