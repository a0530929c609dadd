"""The archive: one workbook of all earlier rounds, which says what it keeps and for how long."""

from __future__ import annotations

import io
import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from innopraktik_match.domain.issues import Issue, Place, RoundError
from innopraktik_match.domain.names import key
from innopraktik_match.files.out.saving import save
from innopraktik_match.files.out.writing import fill_sheet
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.report import said
from innopraktik_match.texts.years import ARCHIVE_SHEET, EARLIER_COLUMNS, KEPT, PERSONS, README_SHEET, YES
from innopraktik_match.years.past import identities, marks_of, tokens_of, unique

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.files.out.tabling import CellText
    from innopraktik_match.years.past import Past

YEARS_KEPT = 5
"""Years after which people are removed: as long as the rules count by default."""
SHORTEST_KEY = 16
"""Bytes: a shorter key could be guessed, and with it the names behind the tokens."""
COLUMNS = tuple(name for name in EARLIER_COLUMNS if name not in ("week", "status"))


@dataclass(frozen=True)
class Archive:
    """What goes into the archive.

    Attributes
    ----------
    rows : tuple of Past
    before : int or None
        People of rounds before this year have been removed; None where no row has a year.
    forgotten, faded : int
        Rows whose person was removed on request, and because of their age.
    """

    rows: tuple[Past, ...]
    before: int | None
    forgotten: int
    faded: int


def archive_of(
    earlier: Iterable[Past],
    *,
    secret: bytes | None = None,
    forget: Iterable[str] = (),
    years: int = YEARS_KEPT,
) -> Archive:
    """Return the rows to keep.

    Parameters
    ----------
    earlier : iterable of Past
    secret : bytes, optional
        Makes tokens of names and e-mail addresses.
    forget : iterable of str
        E-mail addresses, or "name, workplace": the person goes, the workplaces stay.
    years : int
        After so many years people are removed; it is counted from the last round.

    Raises
    ------
    RoundError
        Where nobody in the rows is called what is to be forgotten.
    """
    rows = unique(earlier, secret)
    asked = {word: _called(word, secret) for word in forget}
    told = set().union(*(_marks(one, secret) for one in rows))
    for marks in asked.values():
        if not marks & told:
            raise RoundError([Issue("forget_unknown")])
    gone = set().union(*asked.values())
    last = max((one.year for one in rows if one.year is not None), default=None)
    before = None if last is None else last - years + 1
    kept, forgotten, faded = [], 0, 0
    for one in rows:
        if one.named and _marks(one, secret) & gone:
            forgotten += 1
            kept.append(one.without_person())
        elif one.named and before is not None and one.year is not None and one.year < before:
            faded += 1
            kept.append(one.without_person())
        else:
            kept.append(one if secret is None else _with_tokens(one, secret))
    told_of = [one for one in kept if one.named or not one.turned_away]
    return Archive(tuple(told_of), before, forgotten, faded)


def _called(word: str, secret: bytes | None) -> set[str]:
    """Return every mark of somebody called by an e-mail address, or by name and workplace."""
    name, _, workplace = word.rpartition(",")
    known = [f"mail {key(word)}", *identities(name.strip(), None, workplace.strip())]
    return {*known, *(tokens_of(known, secret) if secret is not None else ())}


def _marks(one: Past, secret: bytes | None) -> set[str]:
    return {*marks_of(one, secret), *marks_of(one, None)}


def _with_tokens(one: Past, secret: bytes) -> Past:
    """Return a row that names nobody; a person without e-mail and workplace keeps the name."""
    marks = marks_of(one, secret)
    return replace(one, name=None, email=None, tokens=tuple(dict.fromkeys(marks))) if marks else one


def archive_workbook(archive: Archive, file: str, years: int, lang: Lang) -> bytes:
    """Return the archive as a workbook that `remember` reads: the rows, and what is kept and how long."""
    import xlsxwriter

    fields = [name for name in COLUMNS if any(getattr(one, name) for one in archive.rows)]
    rows: list[list[CellText]] = [[said(EARLIER_COLUMNS[name][:2], lang) for name in fields]]  # type: ignore[arg-type]
    rows += [[_cell(one, name, lang) for name in fields] for one in archive.rows]
    told: list[list[CellText]] = [[line] for line in kept_lines(archive, file, years, lang)]
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        fill_sheet(book.add_worksheet(said(ARCHIVE_SHEET, lang)), rows, bold)
        fill_sheet(book.add_worksheet(said(README_SHEET, lang)), told, None)
    return target.getvalue()


def kept_lines(archive: Archive, file: str, years: int, lang: Lang) -> list[str]:
    """Return what the archive keeps, how long, and how somebody is forgotten."""
    by_name = any(one.name or one.email for one in archive.rows)
    by_token = any(one.tokens for one in archive.rows)
    kind = "both" if by_name and by_token else "tokens" if by_token else "names"
    values = {"persons": PERSONS[lang][kind], "years": years, "before": archive.before or "-", "file": file}
    return [line.format(**values) for line in KEPT[lang]]


def _cell(one: Past, name: str, lang: Lang) -> CellText:
    value = getattr(one, name)
    if name == "tokens":
        return " ".join(value) or None
    if name == "turned_away":
        return said(YES, lang) if value else None
    return value_label(value, lang) if name in ("sector", "host_sector") and value else value


def read_key(path: Path) -> bytes:
    """Return the key of a file.

    Raises
    ------
    RoundError
        Where it cannot be read or is too short to keep anything secret.
    """
    try:
        secret = path.read_bytes().strip()
    except OSError:
        raise RoundError([Issue("token_key_unreadable", places=(Place(file=path.name),))]) from None
    if len(secret) < SHORTEST_KEY:
        values: dict[str, object] = {"limit": SHORTEST_KEY}
        raise RoundError([Issue("token_key_too_short", places=(Place(file=path.name),), values=values)])
    return secret


def make_key(path: Path) -> bytes:
    """Write a new key that only its owner can read, and return it."""
    secret = secrets.token_hex(32).encode()
    save(path, secret + b"\n")
    path.chmod(0o600)
    return secret


def all_rows(rows: Sequence[Past]) -> tuple[int, int]:
    """Return how many visits and how many turned away there are."""
    away = sum(one.turned_away for one in rows)
    return len(rows) - away, away
