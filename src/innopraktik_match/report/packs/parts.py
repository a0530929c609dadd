"""The parts of what a coordinator hands out, each as its files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from innopraktik_match.report.packs.book import Book
from innopraktik_match.report.packs.calendars import calendars
from innopraktik_match.report.packs.drafts import draft
from innopraktik_match.report.packs.letters import letters
from innopraktik_match.report.packs.lists import figures_csv, mail_csv, shared_csv
from innopraktik_match.report.packs.pages import Pages
from innopraktik_match.report.packs.regions import region_lists
from innopraktik_match.report.workbook import plan_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.report.packs.letters import Letter

File = tuple[str, bytes]


class Parts:
    """The parts of one plan's hand-outs; the parameters are those of `build_pack`."""

    def __init__(
        self,
        round: Round,
        plan: Plan,
        lang: Lang,
        templates: Mapping[str, str],
        made: datetime,
        salt: bytes,
    ) -> None:
        self._book = Book(round, plan, lang)
        self._pages = Pages(self._book, templates)
        self._made, self._salt = made, salt

    def files(self, part: str) -> Iterable[File]:
        """Return the files of a part: path within the folder, and content."""
        files: Iterable[File] = getattr(self, f"_{part}")()
        return files

    @cached_property
    def _texts(self) -> list[tuple[Letter, str, str]]:
        """The letters, each as text and as a page."""
        return [
            (one, self._pages.letter(one, "txt"), self._pages.letter(one, "html"))
            for one in letters(self._book)
        ]

    def _index(self) -> Iterator[File]:
        yield "index.html", self._pages.index().encode()

    def _boss(self) -> Iterator[File]:
        yield "boss.html", self._pages.boss().encode()

    def _plan(self) -> Iterator[File]:
        yield "plan.xlsx", plan_workbook(self._book.plan, self._book.round, self._book.lang)

    def _hosts(self) -> Iterator[File]:
        for host in self._book.round.hosts:
            yield f"hosts/{self._book.host_files[host.id]}.html", self._pages.host(host).encode()

    def _letters(self) -> Iterator[File]:
        for letter, text, html in self._texts:
            yield f"letters/{letter.file}.txt", text.encode()
            yield f"letters/{letter.file}.html", html.encode()

    def _mail(self) -> Iterator[File]:
        yield "mail.csv", mail_csv((letter, text) for letter, text, _ in self._texts)

    def _drafts(self) -> Iterator[File]:
        for letter, text, html in self._texts:
            yield f"drafts/{letter.file}.eml", draft(letter, text, html)

    def _calendar(self) -> Iterator[File]:
        for name, data in calendars(self._book, self._made):
            yield f"calendar/{name}", data

    def _regions(self) -> Iterator[File]:
        for name, data in region_lists(self._book):
            yield f"regions/{name}", data

    def _figures(self) -> Iterator[File]:
        yield "figures.csv", figures_csv(self._book)

    def _shared(self) -> Iterator[File]:
        yield "shared.csv", shared_csv(self._book, self._salt)
