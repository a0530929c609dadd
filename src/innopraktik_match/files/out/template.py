"""The workbook to fill in: drop-downs, help, and an example that reads back without an issue."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain import municipalities as places
from innopraktik_match.domain.names import danish_order
from innopraktik_match.domain.presets import PRESETS
from innopraktik_match.files.out.rules_sheet import add_rules_sheet
from innopraktik_match.files.out.writing import column_widths, fill_sheet
from innopraktik_match.files.raw.cells import letters
from innopraktik_match.files.values.years import coming_year
from innopraktik_match.texts.columns import ORDER, column_label, table_label, value_label
from innopraktik_match.texts.template import (
    EXAMPLE,
    EXAMPLE_IDS,
    EXAMPLE_WORDS,
    GUIDE,
    GUIDE_HEADER,
    HELP,
    LISTS,
    SETTINGS,
    SETTINGS_HEADER,
)

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang
    from innopraktik_match.files.out.tabling import CellText

LAST_ROW = 2000
USUAL_WEEK = 37
"""The week of every round so far."""
SECTORS = ("municipality", "region", "state", "private", "civil", "other")
LISTED = {"sector": "interns", "municipality": "interns", "status": "locks"}
"""Field -> a table that has it; its words stand in the sheet of lists."""
LOCKED = ("proposed", "boss_ok", "host_ok", "agreed")
_HOST: dict[str, str | int] = {
    "municipality": "Aarhus",
    "themes": "borgerinddragelse",
    "min": 1,
    "max": 2,
    "days": "2-5",
    "weeks": "37",
    "visits": 1,
}
EXAMPLES: dict[str, list[dict[str, str | int]]] = {
    "interns": [
        {
            "id": EXAMPLE_IDS[0],
            "name": "Eks Empel",
            "email": "eks@example.org",
            "workplace": "Eksempelby Bibliotek",
            "sector": "municipality",
            "municipality": "Odense",
            "role": "medarbejder",
            "themes": "borgerinddragelse; data",
            "days": "2-5",
            "weeks": "37",
            "wishes": EXAMPLE_IDS[1],
            "max_km": 200,
            "visits": 1,
        }
    ],
    "hosts": [
        {"id": EXAMPLE_IDS[1], "name": "Eksempelstyrelsen", **_HOST, "sector": "state"},
        {"id": EXAMPLE_IDS[2], "name": "Eksempelhospitalet", **_HOST, "sector": "region"},
    ],
    "pairs": [{"intern": EXAMPLE_IDS[0], "host": EXAMPLE_IDS[1], "points": 0}],
    "bans": [{"intern": EXAMPLE_IDS[0], "host": EXAMPLE_IDS[2], "reason": ""}],
    "history": [{"intern": EXAMPLE_IDS[0], "workplace": "Eksempelmuseet", "year": 2025}],
    "locks": [
        {"intern": EXAMPLE_IDS[0], "host": EXAMPLE_IDS[1], "week": "37", "days": 3, "status": "agreed"}
    ],
    "travel": [{"origin": "Odense", "destination": "Aarhus", "km": 145}],
}
"""Invented rows; sectors and statuses by their code words."""


def template_workbook(lang: Lang) -> bytes:
    """Return the template; see `innopraktik_match.files.write_template`."""
    import xlsxwriter

    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        header = book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#DDEBF7"}
        )
        plain = book.add_format({"num_format": "@"})
        lists = _lists(lang)
        for table in HELP:
            _data_sheet(book, table, header, plain, lists, lang)
        _settings_sheet(book, header, lang, coming_year(USUAL_WEEK))
        add_rules_sheet(book, header, {}, lambda value: value, lang)
        _guide_sheet(book, header, lang)
        rows: list[list[CellText]] = [[column_label(LISTED[name], name, lang) for name in lists]]
        for line in range(max(map(len, lists.values()))):
            rows.append([words[line] if line < len(words) else None for words in lists.values()])
        fill_sheet(book.add_worksheet(_said(LISTS, lang)), rows, header)
    return target.getvalue()


def _said(pair: tuple[Any, Any], lang: Lang) -> Any:
    return pair[0] if lang == "da" else pair[1]


def _lists(lang: Lang) -> dict[str, tuple[str, ...]]:
    """Return the words of each drop-down, by field."""
    return {
        "sector": tuple(value_label(word, lang) for word in SECTORS),
        "municipality": tuple(sorted((place.name for place in places.municipalities()), key=danish_order)),
        "status": tuple(value_label(word, lang) for word in LOCKED),
    }


def _data_sheet(
    book: Any, table: str, header: Any, plain: Any, lists: dict[str, tuple[str, ...]], lang: Lang
) -> None:
    names = [name for name in ORDER[table] if name in HELP[table]]
    rows: list[list[CellText]] = [[column_label(table, name, lang) for name in names]]
    rows += [[_example(table, name, row, lang) for name in names] for row in EXAMPLES[table]]
    sheet = book.add_worksheet(table_label(table, lang))
    fill_sheet(sheet, rows, header)
    widths = column_widths(rows)
    for column, name in enumerate(names):
        label, text = column_label(table, name, lang), _said(HELP[table][name], lang)
        sheet.write_comment(0, column, text, {"visible": False, "author": ""})
        source = _source(name, lists, lang)
        if source:
            choice = {"validate": "list", "source": source, "error_type": "warning"}
            note = {"input_title": label[:32], "input_message": text[:255]}
            sheet.data_validation(1, column, LAST_ROW, column, {**choice, **note})
        if name in ("id", "days", "weeks", "week", "intern", "host"):
            sheet.set_column(column, column, widths[column], plain)  # so that Excel keeps 007 and 2-5 as text


def _example(table: str, name: str, row: dict[str, str | int], lang: Lang) -> CellText:
    value = row.get(name)
    if name in ("note", "reason"):
        return str(_said(EXAMPLE, lang))
    if name == "workplace" and table == "hosts":
        value = row["name"]
    if name in ("sector", "status"):
        return value_label(str(value), lang)
    return EXAMPLE_WORDS.get(str(value), value) if lang == "en" else value


def _source(name: str, lists: dict[str, tuple[str, ...]], lang: Lang) -> str | None:
    """Return where the words of a drop-down stand: the list sheet, or the ids of the other side."""
    name = "municipality" if name in ("origin", "destination") else name
    if name in lists:
        column = letters(list(lists).index(name))
        return f"='{_said(LISTS, lang)}'!${column}$2:${column}${len(lists[name]) + 1}"
    if name in ("intern", "host"):
        return f"='{table_label(f'{name}s', lang)}'!$A$2:$A${LAST_ROW}"
    return None


def _settings_sheet(book: Any, header: Any, lang: Lang, year: int) -> None:
    rows: list[list[CellText]] = [list(_said(SETTINGS_HEADER, lang))]
    rows += [
        [_said(key, lang), year if key[1] == "year" else _said(value, lang), _said(help, lang)]
        for key, value, help in SETTINGS
    ]
    sheet = book.add_worksheet(table_label("settings", lang))
    fill_sheet(sheet, rows, header)
    sheet.set_column(1, 1, 20, book.add_format({"align": "left"}))
    sheet.set_column(2, 2, 90)
    presets = [value_label(preset, lang) for preset in PRESETS]
    sheet.data_validation(1, 1, 1, 1, {"validate": "list", "source": presets})


def _guide_sheet(book: Any, header: Any, lang: Lang) -> None:
    rows: list[list[CellText]] = [list(_said(GUIDE_HEADER, lang))]
    for table, fields in HELP.items():
        rows += [
            [table_label(table, lang), column_label(table, name, lang), _said(text, lang)]
            for name, text in fields.items()
        ]
    sheet = book.add_worksheet(_said(GUIDE, lang))
    fill_sheet(sheet, rows, header)
    sheet.set_column(2, 2, 90, book.add_format({"text_wrap": True, "valign": "top"}))
