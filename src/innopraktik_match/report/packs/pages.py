"""Pages and letters from their templates: HTML escaped, without script, and with nothing from outside."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from innopraktik_match.report.packs.index import index_values
from innopraktik_match.report.packs.letters import contact_line, when_line, where_line
from innopraktik_match.report.packs.plain_text import one_line
from innopraktik_match.report.packs.tables import (
    intern_grid,
)
from innopraktik_match.report.packs.templates import ROOM, Templates
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.packs import day_line
from innopraktik_match.texts.page import PAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from innopraktik_match.domain.round import Host
    from innopraktik_match.report.grids import Cell, Grid
    from innopraktik_match.report.packs.book import Book
    from innopraktik_match.report.packs.letters import Letter

SHADES = 4


class Pages:
    """The templates of hand-outs in one language.

    Parameters
    ----------
    book : Book
    templates : dict of str to str, optional
        Those that people have edited, by name.
    """

    def __init__(self, book: Book, templates: Mapping[str, str] | None = None) -> None:
        self._book = book
        self._words = PAGE[book.lang]
        self._templates = Templates(templates or {}, book.lang, finalize=_finalize)
        style = (files(ROOM) / "templates" / "style.css").read_text(encoding="utf-8")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        self._templates.tell(
            lang=book.lang,
            words=self._words,
            style=_Own(style),
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            told=self._told,
            shade=shade,
            portion=self._portion,
        )

    def index(self) -> str:
        """Return the page for the coordinator."""
        return self._rendered("index.html", **self._values)

    def boss(self) -> str:
        """Return the page for those who decide: figures, and nobody's name."""
        return self._rendered("boss.html", **self._values)

    @cached_property
    def _values(self) -> dict[str, Any]:
        return index_values(self._book)

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
        """Return a letter as "txt" or "html"; as a page of its text where only that has been edited."""
        if (
            ending == "html"
            and self._templates.edited("letter.txt")
            and not self._templates.edited("letter.html")
        ):
            text = self._rendered("letter.txt", letter=letter)
            paragraphs = [part.strip().split("\n") for part in re.split(r"\n\s*\n", text) if part.strip()]
            return self._rendered("letter_text.html", letter=letter, paragraphs=paragraphs)
        return self._rendered(f"letter.{ending}", letter=letter)

    def _rendered(self, template: str, **values: Any) -> str:
        return self._templates.rendered(template, values)

    def _told(self, cell: Cell) -> list[str]:
        """Return the lines of a cell."""
        if isinstance(cell, str):
            return cell.split("\n")
        if isinstance(cell, date):
            return [day_line(cell, self._book.lang)]
        return [""] if cell is None else [number(cell, self._book.lang)]

    def _portion(self, value: int, whole: int) -> str:
        """Return a count with its share: "31 (51 %)"."""
        return f"{number(value, self._book.lang)} ({round(100 * value / whole)} %)"


def shade(cell: Cell, grid: Grid) -> str:
    """Return how dark a count is among those of its table: the name of a style, blank for none."""
    counts = [one for row in grid.rows for one in row[1:] if isinstance(one, int)]
    if not isinstance(cell, int) or not cell:
        return ""
    return f"s{-(-SHADES * cell // max(counts))}"


class _Own(str):
    """A text of ours that goes into a page as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def _finalize(value: object) -> object:
    """Return what stands in a page for a value: anybody's words in one line."""
    return value if hasattr(value, "__html__") else one_line(value)
