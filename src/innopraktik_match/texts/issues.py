"""Issues in words: where, what was read, what is wrong, how to fix it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.domain.privacy import told
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.texts.codes import ISSUES as ISSUES
from innopraktik_match.texts.columns import VALUES, column_label, numbered_label, table_label, value_label
from innopraktik_match.texts.numbers import counted, number
from innopraktik_match.texts.report import promise
from innopraktik_match.texts.vocabulary import table_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.issues import Issue, Place
    from innopraktik_match.domain.language import Lang

MOST_PLACES = 5
MOST_IN_GROUP = 10
QUOTE = '"'
CODED = (".json", ".toml")
CODES = {label: code for code, label in VALUES.items()}
RANK = {"error": 0, "warning": 1, "info": 2}

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
        "more": "og {} til",
        "times": " ({} steder)",
        "how": "Sådan rettes det:",
        "read": "Læst: »{}«.",
        "quoted": "»{}«.",
        "rule": "»{}«",
        "near": "Mener du »{}«?",
        "key": "Indstilling »{}«.",
        "rule_of": "Reglen »{}«.",
        "mapping": "Eller skriv i columns.toml under {}: {}",
    },
    "en": {
        "sheet": "sheet",
        "cell": "cell",
        "line": "line",
        "row": "row",
        "column": "column",
        "more": "and {} more",
        "times": " ({} places)",
        "how": "How to fix it:",
        "read": 'Read: "{}".',
        "quoted": '"{}".',
        "rule": '"{}"',
        "near": 'Did you mean "{}"?',
        "key": 'Setting "{}".',
        "rule_of": 'The rule "{}".',
        "mapping": "Or write in columns.toml below {}: {}",
    },
}


@dataclass(frozen=True)
class Parts:
    """An issue in words, part by part; what it does not have is blank.

    Attributes
    ----------
    severity, where, what, read, mend, suggestion, mapping : str
    """

    severity: str
    where: str
    what: str
    read: str
    mend: str
    suggestion: str
    mapping: str


def issue_parts(issue: Issue, lang: Lang) -> Parts:
    """Return an issue in words, part by part."""
    words = _WORDS[lang]
    what, mend = (_filled(text, issue, lang) for text in ISSUES[issue.code][lang])
    if "key" in issue.values and "{key}" not in ISSUES[issue.code][lang][0]:
        what = f"{what} {_key(issue, lang)}"
    values = issue.values
    mapping = words["mapping"].format(*_mapping(issue, lang)) if "mapping" in values else ""
    return Parts(
        severity=_SEVERITY[lang][issue.severity],
        where=told(_places(issue, lang)),
        what=told(what),
        read=told(str(values.get("read", ""))),
        mend=told(mend),
        suggestion=told(_suggestion(values, lang)),
        mapping=told(mapping),
    )


def _key(issue: Issue, lang: Lang) -> str:
    """Return which setting it is; in a sheet of rules the sentence of the rule says it."""
    dotted = str(issue.values["key"])
    rule = f"{dotted}.".split(".")[1]
    if rule in RULEBOOK and any(
        place.sheet and table_named(place.sheet) == "rules" for place in issue.places
    ):
        return _WORDS[lang]["rule_of"].format(promise(rule, lang).rstrip("."))
    return _WORDS[lang]["key"].format(dotted)


def _suggestion(values: dict[str, object], lang: Lang) -> str:
    meant, called = str(values.get("suggestion", "")), values.get("called")
    if "expected" in values and lang == "en":  # one of the words in that list
        meant = CODES.get(meant, meant)
    return f"{meant} ({called})" if called and called != meant else meant


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
    >>> from innopraktik_match.domain.issues import Issue, Place
    >>> place = Place(file="runde.xlsx", sheet="Værter", cell="G7")
    >>> issue_lines([Issue("id_missing", places=(place,))], "en")[0][:41]
    'Error · runde.xlsx, sheet Værter, cell G7'
    """
    return [_line(issue_parts(issue, lang), lang) for issue in issues]


def _line(parts: Parts, lang: Lang) -> str:
    words = _WORDS[lang]
    read = words["read"].format(parts.read) if parts.read else ""
    near = words["near"].format(parts.suggestion) if parts.suggestion else ""
    told = " ".join(filter(None, (parts.what, read, parts.mend, near, parts.mapping)))
    where = f" · {parts.where}" if parts.where else ""
    return f"{parts.severity}{where}: {told}"


def issue_groups(issues: Iterable[Issue], lang: Lang = "da") -> list[str]:
    """Return issues in groups: what is wrong, said once, with every place, and how to fix it.

    Parameters
    ----------
    issues : iterable of Issue
    lang : {"da", "en"}

    Returns
    -------
    list of str
        Lines; errors first, then warnings, then notes.
    """
    words = _WORDS[lang]
    groups: dict[tuple[str, str, str, str], list[Parts]] = {}
    ranked = sorted(issues, key=lambda issue: RANK[issue.severity])
    for issue in ranked:
        parts = issue_parts(issue, lang)
        groups.setdefault((parts.severity, issue.code, parts.what, parts.mend), []).append(parts)
    lines: list[str] = []
    for (severity, _, what, mend), found in groups.items():
        count = words["times"].format(len(found)) if len(found) > 1 else ""
        told = [_place_line(parts, lang) for parts in found[:MOST_IN_GROUP]]
        if len(found) > MOST_IN_GROUP:
            told.append(words["more"].format(len(found) - MOST_IN_GROUP))
        lines += ["", f"{severity}: {what}{count}", *(f"    {line}" for line in told if line)]
        lines.append(f"  {words['how']} {mend}")
    return lines[1:]


def _place_line(parts: Parts, lang: Lang) -> str:
    """Return where an issue is, what was read there and what was probably meant."""
    words = _WORDS[lang]
    read = words["quoted"].format(parts.read) if parts.read else ""
    near = words["near"].format(parts.suggestion) if parts.suggestion else ""
    told = " ".join(filter(None, (read, near)))
    return ": ".join(filter(None, (parts.where, told)))


def _mapping(issue: Issue, lang: Lang) -> tuple[str, str]:
    """Return a section of columns.toml and the line below it that says what a header means."""
    table, line = str(issue.values["table"]), str(issue.values["mapping"])
    if lang == "en":
        return f"[columns.{table}]", line
    name = table_label(table, lang).lower()
    quoted = name if name.isascii() else f'"{name}"'
    header, _, field = line.rpartition(" = ")
    return f"[columns.{quoted}]", f'{header} = "{numbered_label(table, field.strip(QUOTE), lang)}"'


def mapping_lines(issues: Iterable[Issue], lang: Lang = "da") -> list[str]:
    """Return the proposals for columns as they would stand in columns.toml.

    Parameters
    ----------
    issues : iterable of Issue
    lang : {"da", "en"}

    Returns
    -------
    list of str
        Nothing where no column is unknown.
    """
    tables: dict[str, list[str]] = {}
    for issue in issues:
        if "mapping" in issue.values:
            section, line = _mapping(issue, lang)
            tables.setdefault(section, []).append(line)
    return [line for section, found in tables.items() for line in (section, *dict.fromkeys(found))]


def _filled(text: str, issue: Issue, lang: Lang) -> str:
    table = str(issue.values.get("table", ""))
    label = numbered_label if "mapping" in issue.values else column_label
    column = label(table or "", str(issue.values.get("field", "")), lang)
    shown = {name: _listed(value, issue, lang) for name, value in issue.values.items()}
    if isinstance(issue.values.get("count"), int):
        shown["rows"] = counted("rows", int(str(issue.values["count"])), lang)
    if table:
        shown["table"] = table_label(table, lang).lower()
    rules = issue.values.get("rules")
    if isinstance(rules, tuple):
        shown["rules"] = _promises(rules, lang)
    return text.format_map({**shown, "column": column or shown.get("column", "")})


def _promises(rules: tuple[str, ...], lang: Lang) -> str:
    quoted = (_WORDS[lang]["rule"].format(promise(rule, lang).rstrip(".")) for rule in rules)
    return ", ".join(quoted)


def _listed(value: object, issue: Issue, lang: Lang) -> str:
    """Return a value in words; files for programs take only the code words."""
    if isinstance(value, tuple):
        coded = any((place.file or "").lower().endswith(CODED) for place in issue.places)
        return ", ".join(str(one) if coded else value_label(str(one), lang) for one in value)
    if isinstance(value, (int, float)):
        return number(value, lang)
    return str(value)


def _places(issue: Issue, lang: Lang) -> str:
    """Return all places, those of one table and column together: "kolonnen Id, linje 3, 4"."""
    words = _WORDS[lang]
    fields = issue.values.get("fields")
    names = fields if isinstance(fields, tuple) else ()
    table = str(issue.values.get("table", ""))
    groups: dict[str, list[str]] = {}
    for n, place in enumerate(issue.places[:MOST_PLACES]):
        name = str(names[n]) if n < len(names) else ""
        column = column_label(place.table or table, name, lang) if name else ""
        groups.setdefault(_around(place, column, lang), []).append(_number(place))
    told = [f"{around} {', '.join(dict.fromkeys(numbers))}".strip() for around, numbers in groups.items()]
    rest = int(str(issue.values.get("count", len(issue.places)))) - MOST_PLACES
    if rest > 0:
        told.append(words["more"].format(rest))
    return "; ".join(filter(None, told))


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
