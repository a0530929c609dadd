"""A round -> a workbook, a folder of CSV files, or JSON, so that it reads back the same."""

from __future__ import annotations

import csv
import io
import json
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli_w

from innopraktik_match.domain.issues import Issue, Place, RoundError
from innopraktik_match.domain.policy import USUAL, Policy
from innopraktik_match.files.out.rules_sheet import add_rules_sheet, parted
from innopraktik_match.files.out.saving import hand_over, save
from innopraktik_match.files.out.tabling import CellText, exact, table_rows
from innopraktik_match.files.raw.cells import shown
from innopraktik_match.files.raw.guards import guarded, needs_guard
from innopraktik_match.files.raw.inert import inert
from innopraktik_match.files.raw.limits import STANDARD
from innopraktik_match.files.rounds.companions import join_companions
from innopraktik_match.files.rounds.entries import Entry
from innopraktik_match.files.rounds.joining import Left, people_of
from innopraktik_match.files.rounds.own_places import keep_from_own
from innopraktik_match.files.rounds.references import directory_of
from innopraktik_match.files.settings.dialect import ROWS
from innopraktik_match.files.settings.dialogue import Dialogue
from innopraktik_match.texts.columns import table_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.raw.in_hand import Target

MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS = 32_767, 16_384, 1_048_576  # of a sheet of a workbook
NARROWEST, WIDEST = 10, 40
TABLES = ("interns", "hosts", "pairs", "bans", "history", "locks", "travel", "before", "relations")


def write_round(round: Round, target: Target, ending: str, lang: Lang) -> None:
    """Write a round; see `innopraktik_match.files.write_round`."""
    if ending == ".json":
        hand_over(target, _json(round).encode())
    elif ending == ".xlsx":
        hand_over(target, _workbook(round, lang))
    elif isinstance(target, (str, PathLike)):
        files = dict(_folder(round, lang))  # all of them, before the first is written
        for name, data in files.items():
            save(Path(target) / name, data)
    else:
        raise ValueError("a round is written to an open file as .xlsx or .json: name its format")


def _folder(round: Round, lang: Lang) -> Iterator[tuple[str, bytes]]:
    for name in TABLES:
        rows = table_rows(round, name, lang)
        _require_room(name, rows, STANDARD.characters)
        if rows or name in ("interns", "hosts"):
            yield f"{table_label(name, lang).lower()}.csv", _csv(rows)
    yield "policy.toml", tomli_w.dumps(_without_null(settings_of(round))).encode()


def _require_room(table: str, rows: list[list[CellText]], most: int) -> None:
    """Raise RoundError with every cell that is too long for the file, and where the rows are too many."""
    issues = []
    if most == MOST_CHARACTERS and (len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows)):
        issues.append(Issue("sheet_too_small", places=(Place(table=table),)))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and len(cell) > most:
                values = {"column": str(rows[0][column]), "read": shown(cell), "limit": most}
                issues.append(
                    Issue("cell_too_small", places=(Place(table=table, row=number),), values=values)
                )
    if issues:
        raise RoundError(issues)


def policy_settings(policy: Policy) -> dict[str, Any]:
    """Return what a policy says beyond its preset, nested as in policy.toml.

    Examples
    --------
    >>> policy_settings(Policy.model_validate({"year": 2026}))
    {'preset': 'standard', 'year': 2026}
    """
    mine = policy.model_dump(mode="json")
    preset = Policy.model_validate({"preset": policy.preset}).model_dump(mode="json")
    rules = {}
    for rule, settings in mine.pop("rules").items():
        if settings != preset["rules"][rule]:
            changed = {k: v for k, v in settings.items() if v != preset["rules"][rule][k]}
            rules[rule] = {"mode": settings["mode"], **changed}
    told: dict[str, Any] = {"preset": policy.preset}
    told |= {name: value for name, value in mine.items() if value != preset[name]}
    return {**told, "rules": rules} if rules else told


def _json(round: Round) -> str:
    data: dict[str, Any] = {"schema_version": 1}
    for name in TABLES:
        records = getattr(round, name)
        if records or name not in ("before", "relations"):
            data[name] = [record.model_dump(mode="json", exclude_defaults=True) for record in records]
    data["policy"] = policy_settings(round.policy)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _without_null(settings: dict[str, Any]) -> dict[str, Any]:
    """Return settings as TOML and cells can say them: they have no null."""
    usual = {"aims": USUAL} if settings.get("aims", USUAL) is None else {}
    filled: dict[str, Any] = _filled(settings | usual)
    return filled


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _filled(one) for name, one in value.items() if one is not None}
    return [_filled(one) for one in value] if isinstance(value, list) else value


def _flat(settings: dict[str, Any], above: str = "") -> list[tuple[str, Any]]:
    flat: list[tuple[str, Any]] = []
    for name, value in settings.items():
        flat += _flat(value, f"{above}{name}.") if isinstance(value, dict) else [(above + name, value)]
    return flat


def _csv(rows: list[list[CellText]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([inert(value) if isinstance(value, str) else value for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _workbook(round: Round, lang: Lang) -> bytes:
    import xlsxwriter

    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for name in TABLES:
            rows = table_rows(round, name, lang)
            _require_room(name, rows, MOST_CHARACTERS)
            if rows or name in ("interns", "hosts"):
                fill_sheet(book.add_worksheet(table_label(name, lang)), rows, bold)
        add_settings(book, settings_of(round), bold, lang)
    return target.getvalue()


def add_settings(book: Any, settings: dict[str, Any], bold: Any, lang: Lang) -> None:
    """Add the sheet of settings, and that of rules with what is chosen for each."""
    chosen, rest = parted(settings)
    rows = settings_rows(rest, lang)
    _require_room("settings", rows, MOST_CHARACTERS)
    fill_sheet(book.add_worksheet(table_label("settings", lang)), rows, bold)
    add_rules_sheet(book, bold, chosen, _setting, lang, str(settings["preset"]))


def settings_of(round: Round) -> dict[str, Any]:
    """Return the settings of a round: its policy, and whether its rows are to be read as they stand."""
    exact_rows = {} if _rows_speak_for_themselves(round) else {"rows": ROWS[0]}
    return exact_rows | policy_settings(round.policy)


def _rows_speak_for_themselves(round: Round) -> bool:
    """Whether reading would take each row for a person of its own, as it is."""
    issues: list[Issue] = []
    entries = {
        table: [Entry(one.model_dump(mode="json", exclude_defaults=True), Place()) for one in rows]
        for table in ("interns", "hosts", "bans", "locks")
        for rows in (getattr(round, table),)
    }
    for kind in ("interns", "hosts"):
        entries[kind] = people_of(kind, entries[kind], Left(), issues)
    join_companions(entries["interns"], directory_of(entries["interns"]), Dialogue(), issues)
    keep_from_own(entries, round.policy, Dialogue(), issues)
    return all(issue.code == "consent_refused" for issue in issues)


def settings_rows(settings: dict[str, Any], lang: Lang) -> list[list[CellText]]:
    """Return settings as rows of key and value, the header first."""
    heading: list[CellText] = ["Nøgle", "Værdi"] if lang == "da" else ["key", "value"]
    return [heading, *([key, _setting(value)] for key, value in _flat(_without_null(settings)))]


def _setting(value: Any) -> CellText:
    if not isinstance(value, list):
        return None if value is None else exact(value)
    if all(isinstance(one, (str, int)) for one in value):
        twice = len(set(value)) < len(value)
        return guarded(tuple(value)) if twice and isinstance(value[0], str) else "|".join(map(str, value))
    text = json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if needs_guard(text) else text


def fill_sheet(sheet: Any, rows: list[list[CellText]], bold: Any) -> None:
    """Write rows to a worksheet: bold frozen header, text stays text, one page wide in print."""
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(line, column, value[:MOST_CHARACTERS], bold if line == 0 else None)
            elif value is not None:
                sheet.write_number(line, column, value)
    for column, width in enumerate(column_widths(rows)):
        sheet.set_column(column, column, width)


def column_widths(rows: Iterable[Sequence[object]]) -> list[int]:
    """Return a width for each column, in characters: that of its longest line, within reason."""
    widths: dict[int, int] = {}
    for row in rows:
        for column, value in enumerate(row):
            longest = max(map(len, str("" if value is None else value).split("\n")))
            widths[column] = max(widths.get(column, NARROWEST), min(longest + 2, WIDEST))
    return [widths[column] for column in sorted(widths)]
