"""The lists of a hand-out as CSV: mail merge, key figures, and the plan under pseudonyms."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from innopraktik_match.domain.municipalities import region_named, region_of
from innopraktik_match.report.figures import find_figures
from innopraktik_match.report.flat import csv_bytes
from innopraktik_match.report.packs.plain_text import one_address
from innopraktik_match.report.trace import figures_grid
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.packs import MAIL, SHARED
from innopraktik_match.texts.report import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.round import Host, Intern
    from innopraktik_match.report.grids import Cell
    from innopraktik_match.report.packs.book import Book
    from innopraktik_match.report.packs.letters import Letter

TOKEN_DIGITS = 16  # 64 bits: among 100,000 people the odds of two alike are below one in a billion


def mail_csv(letters: Iterable[tuple[Letter, str]]) -> bytes:
    """Return one row for each recipient of a letter with its text; without a single address, it is blank."""
    rows = [(one.name, one_address(one.email), one.subject, text) for one, text in letters]
    return csv_bytes(MAIL, rows)


def figures_csv(book: Book) -> bytes:
    """Return the key figures: they name nobody."""
    grid = figures_grid(find_figures(book.round, book.plan), book.plan, book.lang)
    return csv_bytes(grid.header, grid.rows)


def shared_csv(book: Book, salt: bytes) -> bytes:
    """Return the plan with tokens for people, and workplaces as sector and region.

    A token is the HMAC-SHA256 of side and id under the salt: without the salt nobody can tell whether an id
    that they guess is a token's. Rows are in the order of the tokens, which says nothing.
    """
    interns = {one.id: one for one in book.round.interns}
    hosts = {one.id: one for one in book.round.hosts}
    rows: list[dict[str, Cell]] = [
        {
            "intern": token("P", intern, salt),
            "host": token("V", visit.host, salt),
            "week": visit.week,
            "days": visit.days,
            **_origin("intern", interns[intern], book),
            **_origin("host", hosts[visit.host], book),
            "wish_rank": _rank(interns[intern], visit.host),
            "status": value_label(visit.status, book.lang),
        }
        for visit in book.plan.visits
        for intern in visit.interns
    ]
    rows += [
        {"intern": token("P", left.intern, salt), **_origin("intern", interns[left.intern], book)}
        for left in book.plan.unplaced
    ]
    header = [said(word, book.lang) for word in SHARED.values()]
    rows.sort(key=lambda row: (str(row["intern"]), str(row.get("host"))))
    return csv_bytes(header, [[row.get(name) for name in SHARED] for row in rows])


def token(side: str, identity: str, salt: bytes) -> str:
    """Return what stands for somebody: the same for the same salt.

    Examples
    --------
    >>> token("P", "p1", b"salt") == token("P", "p1", b"salt") != token("P", "p1", b"other")
    True
    """
    digest = hmac.new(salt, f"{side}\0{identity}".encode(), hashlib.sha256).hexdigest()
    return f"{side}-{digest[:TOKEN_DIGITS]}"


def _origin(side: str, person: Intern | Host, book: Book) -> dict[str, Cell]:
    """Return sector and region; a region that the country does not have may be a workplace in disguise."""
    year = book.round.year
    return {
        f"{side}_sector": person.sector and value_label(person.sector, book.lang),
        f"{side}_region": region_named(region_of(person, year), year),
    }


def _rank(intern: Intern, host: str) -> int | None:
    return intern.wishes.index(host) + 1 if host in intern.wishes else None
