"""The sheet of rules to fill in: drop-downs, what the presets say, and what a policy has chosen."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.policy import Policy
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.files.settings.rules_sheet import COLUMNS, modes_of, setting_in
from innopraktik_match.texts.columns import table_label, value_label
from innopraktik_match.texts.knobs import KNOBS
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.report import promise, said
from innopraktik_match.texts.rules import HOLDS_IN_PRESET, IN_PRESET, RULES_HEADER, RULES_HELP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from innopraktik_match.domain.language import Lang
    from innopraktik_match.files.out.tabling import CellText

    Chosen = Mapping[str, Mapping[str, Any]]

NOT_THERE, TOLD, EDGE = "#D9D9D9", "#595959", "#BFBFBF"
TWO_LINES = 31
USUAL = "standard"
WIDTH_OF_PRESET = 44
WIDTHS = {
    "promise": 62,
    "mode": 9,
    "points": 12,
    "unlisted": 15,
    "limit": 9,
    "key": 28,
}


def parted(settings: dict[str, Any]) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    """Return what of some settings stands in the sheet of rules, and the settings without it.

    Examples
    --------
    >>> parted({"year": 2026, "rules": {"changes": {"mode": "soft", "moved": 3}}})
    ({'changes': {'mode': 'soft'}}, {'year': 2026, 'rules': {'changes': {'moved': 3}}})
    """
    chosen: dict[str, dict[str, Any]] = {}
    rest: dict[str, dict[str, Any]] = {}
    for rule, given in settings.get("rules", {}).items():
        here = {setting_in(rule, column) for column in COLUMNS}
        chosen[rule] = {name: value for name, value in given.items() if name in here}
        rest[rule] = {name: value for name, value in given.items() if name not in here}
    others = {name: value for name, value in settings.items() if name != "rules"}
    left = {rule: given for rule, given in rest.items() if given}
    return chosen, {**others, "rules": left} if left else others


def add_rules_sheet(
    book: Any,
    header: Any,
    chosen: Chosen,
    as_cell: Callable[[Any], CellText],
    lang: Lang,
    preset: str = USUAL,
) -> None:
    """Add the sheet of rules to a workbook.

    Parameters
    ----------
    book : xlsxwriter.Workbook
    header : format
    chosen : dict
        Rule -> its settings, where they are not those of the preset.
    as_cell : callable
        A setting -> what stands in its cell.
    lang : {"da", "en"}
    preset : str
        What holds where nothing is chosen; two more presets stand beside.
    """
    columns = [*list(RULES_HEADER)[:-1], *dict.fromkeys((preset, USUAL, "bare")), "key"]
    sheet = book.add_worksheet(table_label("rules", lang))
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    top = {"text_wrap": True, "valign": "top", "border": 1, "border_color": EDGE}
    sheet.set_row(0, TWO_LINES)
    plain, told = book.add_format(top), book.add_format({**top, "font_color": TOLD})
    absent = book.add_format({**top, "bg_color": NOT_THERE})
    for column, name in enumerate(columns):
        label, help = value_label(name, lang), said(RULES_HELP.get(name, HOLDS_IN_PRESET), lang)
        sheet.set_column(column, column, WIDTHS.get(name, WIDTH_OF_PRESET))
        sheet.write_string(0, column, said(RULES_HEADER.get(name, IN_PRESET), lang).format(label), header)
        sheet.write_comment(0, column, help.format(label), {"visible": False, "author": ""})
    for line, rule in enumerate(RULEBOOK, 1):
        if len(promise(rule, lang)) > WIDTHS["promise"]:
            sheet.set_row(line, TWO_LINES)
        for column, name in enumerate(columns):
            setting = setting_in(rule, name) if name in COLUMNS else None
            if setting is not None:
                _put(sheet, line, column, as_cell(_worded(chosen.get(rule, {}).get(setting), lang)), plain)
            elif name in COLUMNS:
                sheet.write_blank(line, column, None, absent)
            else:
                dress = plain if name == "promise" else told
                sheet.write_string(line, column, _said_of(rule, name, lang), dress)
        _offer(sheet, line, rule, lang)


def _put(sheet: Any, line: int, column: int, value: CellText, dress: Any) -> None:
    if value is None:
        sheet.write_blank(line, column, None, dress)
    elif isinstance(value, str):
        sheet.write_string(line, column, value, dress)
    else:
        sheet.write_number(line, column, value, dress)


def _offer(sheet: Any, line: int, rule: str, lang: Lang) -> None:
    """Add the drop-down of a rule."""
    column = list(RULES_HEADER).index("mode")
    source = [value_label(mode, lang) for mode in modes_of(rule)]
    sheet.data_validation(line, column, line, column, {"validate": "list", "source": source})


def _said_of(rule: str, column: str, lang: Lang) -> str:
    """Return what stands in a column that is not to be filled in."""
    if column == "promise":
        return promise(rule, lang)
    return f"rules.{rule}" if column == "key" else _preset(column, rule, lang)


def _worded(value: Any, lang: Lang) -> Any:
    return value_label(value, lang) if isinstance(value, str) else value


@cache
def _policy(preset: str) -> Policy:
    return Policy.model_validate({"preset": preset})


def _preset(preset: str, rule: str, lang: Lang) -> str:
    """Return what a preset says of a rule: "fast; 0,1 point pr. km"."""
    settings = getattr(_policy(preset).rules, rule)
    told = [value_label(settings.mode, lang)]
    for column in COLUMNS:
        name = setting_in(rule, column)
        if column != "mode" and name is not None and settings.on:
            value = getattr(settings, name)
            values = value if isinstance(value, tuple) else (value,)
            words = ", ".join(
                value_label(one, lang) if isinstance(one, str) else number(one, lang) for one in values
            )
            knob = said(KNOBS[name], lang)
            told.append(f"{words} {knob}" if column == "points" else f"{knob} {words}")
    return "; ".join(told)
