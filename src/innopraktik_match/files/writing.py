"""A round -> a workbook, a folder of CSV files, or JSON, so that it reads back the same."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from innopraktik_match.files.saving import save
from innopraktik_match.policy import Policy
from innopraktik_match.texts.columns import ORDER, Lang, column_label, table_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike

    from pydantic import BaseModel

    from innopraktik_match.round import Round

MOST_CHARACTERS = 32767  # in a cell of a workbook
NARROWEST, WIDEST = 10, 40
CellText = str | int | float | None
TABLES = ("interns", "hosts", "pairs", "bans", "history", "locks", "travel")


def write_round(round: Round, path: str | PathLike[str], lang: Lang) -> None:
    """Write a round; see `innopraktik_match.files.write_round`."""
    path = Path(path)
    if path.suffix.lower() == ".json":
        save(path, _json(round).encode())
    elif path.suffix.lower() == ".xlsx":
        save(path, _workbook(round, lang))
    else:
        for name in TABLES:
            rows = table_rows(round, name, lang)
            if rows or name in ("interns", "hosts"):
                save(path / f"{table_label(name, lang).lower()}.csv", _csv(rows))
        save(path / "policy.toml", _toml(policy_settings(round.policy)).encode())


def table_rows(round: Round, table: str, lang: Lang) -> list[list[CellText]]:
    """Return a table as rows of cells, the header first; nothing where it has no rows."""
    records: tuple[BaseModel, ...] = getattr(round, table)
    if not records:
        return []
    extra = list(dict.fromkeys(name for record in records for name in getattr(record, "extra", ())))
    used = [
        name for name in ORDER[table] if any(getattr(record, name) not in (None, ()) for record in records)
    ]
    header: list[CellText] = [column_label(table, name, lang) for name in used]
    rows: list[list[CellText]] = [header + extra]
    for record in records:
        plain = record.model_dump(mode="json")
        known = [_cell(plain[name]) for name in used]
        rows.append(known + [plain["extra"].get(name) for name in extra])
    return rows


def _cell(value: Any) -> CellText:
    if isinstance(value, list):
        return "|".join(value) or None
    if isinstance(value, dict):
        return f"{value['min']}-{value['max']}"
    return value  # type: ignore[no-any-return]


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
        data[name] = [record.model_dump(mode="json", exclude_defaults=True) for record in records]
    data["policy"] = policy_settings(round.policy)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _flat(settings: dict[str, Any], above: str = "") -> list[tuple[str, Any]]:
    flat: list[tuple[str, Any]] = []
    for name, value in settings.items():
        if isinstance(value, dict):
            flat += _flat(value, f"{above}{name}.")
        elif value is not None:
            flat.append((above + name, value))
    return flat


def _toml(settings: dict[str, Any]) -> str:
    return "".join(f"{name} = {_toml_value(value)}\n" for name, value in _flat(settings))


def _toml_value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml_value, value))}]"
    if isinstance(value, dict):
        known = {name: one for name, one in value.items() if one is not None}
        return f"{{{', '.join(f'{name} = {_toml_value(one)}' for name, one in known.items())}}}"
    return json.dumps(value, ensure_ascii=False)


def _csv(rows: list[list[CellText]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([inert(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def inert(value: CellText) -> CellText:
    """Put a mark before text that a spreadsheet would calculate; reading takes it off again."""
    calculated = isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r")
    return f"'{value}" if calculated else value


def _workbook(round: Round, lang: Lang) -> bytes:
    import xlsxwriter

    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for name in TABLES:
            rows = table_rows(round, name, lang)
            if rows or name in ("interns", "hosts"):
                fill_sheet(book.add_worksheet(table_label(name, lang)), rows, bold)
        settings = [[key, _setting(value)] for key, value in _flat(policy_settings(round.policy))]
        heading: list[CellText] = ["Nøgle", "Værdi"] if lang == "da" else ["key", "value"]
        fill_sheet(book.add_worksheet(table_label("settings", lang)), [heading, *settings], bold)
    return target.getvalue()


def _setting(value: Any) -> CellText:
    if isinstance(value, list):
        plain = all(isinstance(one, (str, int)) for one in value)
        return "|".join(map(str, value)) if plain else json.dumps(value, ensure_ascii=False)
    return value  # type: ignore[no-any-return]


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
