"""Issues in words: where, what was read, what is wrong, how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.texts.cell_issues import CELL_ISSUES
from innopraktik_match.texts.columns import Lang, column_label, table_label, value_label
from innopraktik_match.texts.file_issues import FILE_ISSUES
from innopraktik_match.texts.round_issues import ROUND_ISSUES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.issues import Issue, Place

MOST_PLACES = 5
ISSUES = FILE_ISSUES | CELL_ISSUES | ROUND_ISSUES
"""Code -> language -> what is wrong, how to mend it."""

_SEVERITY = {
    "da": {"error": "Fejl", "warning": "Advarsel", "info": "Bemærk"},
    "en": {"error": "Error", "warning": "Warning", "info": "Note"},
}
_WORDS = {
    "da": {
        "sheet": "arket",
        "cell": "celle",
        "line": "linje",
        "row": "række",
        "column": "kolonnen",
        "more": "og {} mere",
        "read": "Læst: «{}».",
        "near": "Mener du «{}»?",
        "key": "Indstilling «{}».",
    },
    "en": {
        "sheet": "sheet",
        "cell": "cell",
        "line": "line",
        "row": "row",
        "column": "column",
        "more": "and {} more",
        "read": 'Read: "{}".',
        "near": 'Did you mean "{}"?',
        "key": 'Setting "{}".',
    },
}


def issue_lines(issues: Iterable[Issue], lang: Lang = "da") -> list[str]:
    """Return one line for each issue: where, what is wrong, what was read, how to mend it.

    Parameters
    ----------
    issues : iterable of Issue
    lang : {"da", "en"}

    Returns
    -------
    list of str
        In the order of the issues.

    Examples
    --------
    >>> from innopraktik_match.issues import Issue, Place
    >>> place = Place(file="runde.xlsx", sheet="Værter", cell="G7")
    >>> issue_lines([Issue("id_missing", places=(place,))], "en")[0][:41]
    'Error · runde.xlsx, sheet Værter, cell G7'
    """
    return [_line(issue, lang) for issue in issues]


def _line(issue: Issue, lang: Lang) -> str:
    words = _WORDS[lang]
    what, mend = (_filled(text, issue, lang) for text in ISSUES[issue.code][lang])
    parts = [what]
    if "key" in issue.values and "{key}" not in ISSUES[issue.code][lang][0]:
        parts.append(words["key"].format(issue.values["key"]))
    if "read" in issue.values:
        parts.append(words["read"].format(issue.values["read"]))
    parts.append(mend)
    if "suggestion" in issue.values:
        parts.append(words["near"].format(issue.values["suggestion"]))
    where = _places(issue, lang)
    return f"{_SEVERITY[lang][issue.severity]}{where}: {' '.join(parts)}"


def _filled(text: str, issue: Issue, lang: Lang) -> str:
    table = str(issue.values.get("table", ""))
    column = column_label(table, str(issue.values.get("field", "")), lang)
    shown = {name: _listed(value, lang) for name, value in issue.values.items()}
    return text.format_map({**shown, "column": column})


def _listed(value: object, lang: Lang) -> str:
    if isinstance(value, tuple):
        return ", ".join(value_label(str(one), lang) for one in value)
    return str(value)


def _places(issue: Issue, lang: Lang) -> str:
    """Return all places, those of one table and column together: "kolonnen Id, linje 3, 4"."""
    words = _WORDS[lang]
    fields = issue.values.get("fields")
    names = fields if isinstance(fields, tuple) else ()
    table = str(issue.values.get("table", ""))
    groups: dict[str, list[str]] = {}
    for number, place in enumerate(issue.places[:MOST_PLACES]):
        name = str(names[number]) if number < len(names) else ""
        column = column_label(place.table or table, name, lang) if name else ""
        groups.setdefault(_around(place, column, lang), []).append(_number(place))
    told = [f"{around} {', '.join(numbers)}".strip() for around, numbers in groups.items()]
    rest = int(str(issue.values.get("count", len(issue.places)))) - MOST_PLACES
    if rest > 0:
        told.append(words["more"].format(rest))
    return f" · {'; '.join(filter(None, told))}" if any(told) else ""


def _around(place: Place, column: str, lang: Lang) -> str:
    words = _WORDS[lang]
    parts = [place.file] if place.file else []
    if place.sheet:
        parts.append(f"{words['sheet']} {place.sheet}")
    if place.table:
        parts.append(table_label(place.table, lang))
    if column and place.cell is None and (place.line or place.row):
        parts.append(f"{words['column']} {column}")
    kind = next((name for name in ("cell", "line", "row") if getattr(place, name) is not None), "")
    return ", ".join([*parts, words[kind]] if kind else parts)


def _number(place: Place) -> str:
    return str(next((one for one in (place.cell, place.line, place.row) if one is not None), ""))
