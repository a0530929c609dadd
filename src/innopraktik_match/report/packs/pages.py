"""Pages and letters from their templates: HTML escaped, without script, and with nothing from outside."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from innopraktik_match.report.basis import basis_lines
from innopraktik_match.report.figures import find_figures
from innopraktik_match.report.packs.letters import contact_line, when_line, where_line
from innopraktik_match.report.packs.plain_text import one_line
from innopraktik_match.report.packs.tables import (
    WIDTH,
    intern_grid,
    length_grid,
    load_grid,
    sector_grid,
    visit_grid,
    wish_bars,
    wish_grid,
)
from innopraktik_match.report.rows import unplaced_grid
from innopraktik_match.report.trace import aims_grid, rules_grid, trace_grid
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.packs import PAGE
from innopraktik_match.texts.report import STATUS, said

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Host
    from innopraktik_match.report.packs.book import Book
    from innopraktik_match.report.packs.letters import Letter
    from innopraktik_match.report.rows import Cell

ROOM = "innopraktik_match.report"
COUNTED = ("placed", "interns", "hosts_used", "hosts")


class Pages:
    """The templates of hand-outs in one language.

    Parameters
    ----------
    book : Book
    """

    def __init__(self, book: Book) -> None:
        from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

        self._book = book
        self._words = PAGE[book.lang]
        self._environment = Environment(
            loader=PackageLoader(ROOM),
            autoescape=select_autoescape(enabled_extensions=("html",), disabled_extensions=("txt",)),
            undefined=StrictUndefined,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        style = (files(ROOM) / "templates" / "style.css").read_text(encoding="utf-8")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        self._environment.globals.update(
            lang=book.lang,
            words=self._words,
            style=_Own(style),
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            told=self._told,
        )

    def index(self) -> str:
        """Return the page for the coordinator."""
        book, lang = self._book, self._book.lang
        figures = find_figures(book.round, book.plan)
        counts = {name: number(getattr(figures, name), lang) for name in COUNTED}
        return self._rendered(
            "index.html",
            status=said(STATUS[book.plan.status], lang),
            placed=self._words["placed"].format_map(counts),
            basis=basis_lines(book.round, lang),
            wished=number(figures.wishes.wished, lang),
            has_wishes=figures.wishes.wished > 0,
            bars=wish_bars(figures, book),
            width=WIDTH,
            wishes=wish_grid(figures, book),
            sectors=sector_grid(book),
            lengths=length_grid(book),
            load=load_grid(book),
            visits=visit_grid(book),
            unplaced=unplaced_grid(book.plan, book.round, lang),
            has_reasons=any(left.reasons for left in book.plan.unplaced),
            aims=aims_grid(book.plan, lang),
            rules=rules_grid(book.plan, book.round, lang),
            trace=trace_grid(book.plan, book.round, lang),
        )

    def host(self, host: Host) -> str:
        """Return the page of one host, with nobody on it but its own interns."""
        book = self._book
        meetings = book.at(host)
        visits = [
            (
                self._words["visit_caption"].format(
                    number=n, count=len(meetings), when=when_line(meeting, book.lang)
                ),
                intern_grid(meeting.interns, book.lang),
            )
            for n, meeting in enumerate(meetings, 1)
        ]
        called = host.name or host.id
        return self._rendered(
            "host.html", name=called, where=where_line(host), contact=contact_line(host), visits=visits
        )

    def letter(self, letter: Letter, ending: str) -> str:
        """Return a letter as "txt" or "html"."""
        return self._rendered(f"letter.{ending}", letter=letter)

    def _rendered(self, template: str, **values: Any) -> str:
        return self._environment.get_template(template).render(values)

    def _told(self, cell: Cell) -> list[str]:
        """Return the lines of a cell."""
        if isinstance(cell, str):
            return cell.split("\n")
        return [""] if cell is None else [number(cell, self._book.lang)]


class _Own(str):
    """A text of ours that goes into a page as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def _finalize(value: object) -> object:
    """Return what stands in a page for a value: anybody's words in one line."""
    return value if hasattr(value, "__html__") else one_line(value)
