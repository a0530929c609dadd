"""Everything that a coordinator hands out of a plan, as the files of one folder."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round

PARTS = {
    "index": "index.html",
    "plan": "plan.xlsx",
    "hosts": "hosts",
    "letters": "letters",
    "mail": "mail.csv",
    "calendar": "calendar",
    "figures": "figures.csv",
    "shared": "shared.csv",
}
"""Part -> the file or folder that holds it."""

ENDINGS = (".html", ".txt", ".csv", ".ics", ".xlsx")

NEEDED = ("jinja2", "icalendar")
"""What the extra `report` installs."""


def missing_packages() -> list[str]:
    """Return what hand-outs need and is not installed."""
    return [name for name in NEEDED if find_spec(name) is None]


def build_pack(
    round: Round,
    plan: Plan,
    lang: Lang = "da",
    only: Collection[str] = tuple(PARTS),
    *,
    made: datetime | None = None,
    salt: bytes | None = None,
) -> dict[str, bytes]:
    """Return the hand-outs of a plan. Needs the extra `report`.

    Parameters
    ----------
    round : Round
    plan : Plan
        Legal in the round; what it says of itself is told as it is.
    lang : {"da", "en"}
    only : collection of str
        Names among `PARTS`.
    made : datetime, optional
        What calendars say of when they were made; now where left out.
    salt : bytes, optional
        What the tokens of shared.csv are made with; at random, and kept nowhere, where left out.

    Returns
    -------
    dict of str to bytes
        Path within the folder, parted by "/" -> content.
    """
    from innopraktik_match.report.packs.book import Book
    from innopraktik_match.report.packs.calendars import calendars
    from innopraktik_match.report.packs.letters import letters
    from innopraktik_match.report.packs.lists import figures_csv, mail_csv, shared_csv
    from innopraktik_match.report.packs.pages import Pages
    from innopraktik_match.report.workbook import plan_workbook

    book = Book(round, plan, lang)
    pages = Pages(book)
    files: dict[str, bytes] = {}
    if "index" in only:
        files["index.html"] = pages.index().encode()
    if "plan" in only:
        files["plan.xlsx"] = plan_workbook(plan, round, lang)
    if "hosts" in only:
        files |= {f"hosts/{book.host_files[one.id]}.html": pages.host(one).encode() for one in round.hosts}
    if "letters" in only:
        for letter in letters(book):
            for ending in ("txt", "html"):
                files[f"letters/{letter.file}.{ending}"] = pages.letter(letter, ending).encode()
    if "mail" in only:
        files["mail.csv"] = mail_csv(letters(book), lambda letter: pages.letter(letter, "txt"))
    if "calendar" in only:
        made = made or datetime.now(UTC)
        files |= {f"calendar/{name}": data for name, data in calendars(book, made)}
    if "figures" in only:
        files["figures.csv"] = figures_csv(book)
    if "shared" in only:
        files["shared.csv"] = shared_csv(book, salt or secrets.token_bytes(32))
    return files
