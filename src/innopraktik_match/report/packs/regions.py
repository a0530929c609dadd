"""The plan as one list for each region of the hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.municipalities import region_of
from innopraktik_match.domain.privacy import told
from innopraktik_match.report.flat import csv_bytes
from innopraktik_match.report.packs.plain_text import file_name
from innopraktik_match.report.rows import plan_grid
from innopraktik_match.texts.page import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.report.grids import Cell
    from innopraktik_match.report.packs.book import Book


def region_lists(book: Book) -> Iterator[tuple[str, bytes]]:
    """Yield a file for each region in which a host gets a visit, as Danish spreadsheets read it."""
    grid, year = plan_grid(book.plan, book.round, book.lang), book.round.year
    regions = {host.id: region_of(host, year) or PAGE[book.lang]["unknown"] for host in book.round.hosts}
    host = grid.keys.index("host")
    found: dict[str, list[tuple[Cell, ...]]] = {}
    for row in grid.rows:
        cells = tuple(told(cell) if isinstance(cell, str) else cell for cell in row)
        found.setdefault(regions[str(row[host])], []).append(cells)
    for number, region in enumerate(sorted(found), 1):
        yield f"{file_name(number, region)}.csv", csv_bytes(grid.header, found[region])
