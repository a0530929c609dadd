"""How the files were read, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from innopraktik_match.texts.columns import numbered_label, table_label
from innopraktik_match.texts.numbers import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from innopraktik_match.domain.language import Lang

MOST_CARRIED = 8
WORDS = {
    "da": {
        "sheet": "arket",
        "table": "  {where}: læst som {table} med {rows}; overskrifterne står i række {line}.",
        "renamed": "    Kolonner: {columns}.",
        "column": "»{header}« er {field}",
        "carried": "    Bruges ikke, men kommer med i planen: {headers}.",
        "kept_out": "    Kommer ikke med i planen (samtykke, fri tekst eller ikke valgt): {headers}.",
        "more": "og {count} til",
    },
    "en": {
        "sheet": "sheet",
        "table": "  {where}: read as {table} with {rows}; the headers are in row {line}.",
        "renamed": "    Columns: {columns}.",
        "column": '"{header}" is {field}',
        "carried": "    Not used, but copied to the plan: {headers}.",
        "kept_out": "    Not used, and not copied to the plan (consent, free text or not chosen): {headers}.",
        "more": "and {count} more",
    },
}


def readback_lines(tables: Iterable[dict[str, Any]], lang: Lang, kept_out: Collection[str] = ()) -> list[str]:
    """Return how each table was read: where, as what, and which columns mean what.

    Parameters
    ----------
    tables : iterable of dict
        As `check --json` gives them.
    lang : {"da", "en"}
    kept_out : collection of str
        Headers of the columns that are not copied to the plan.
    """
    words = WORDS[lang]
    lines = []
    for one in tables:
        sheet = f"{words['sheet']} {one['sheet']}" if one["sheet"] else ""
        where = ", ".join(filter(None, (one["file"], sheet))) or one["table"]
        kind = table_label(one["table"], lang)
        rows = counted("rows", one["rows"], lang)
        told = {"where": where, "table": kind, "rows": rows, "line": one["header_line"]}
        lines.append(words["table"].format(**told))
        renamed = [
            words["column"].format(header=_short(header), field=numbered_label(one["table"], name, lang))
            for name, header in one["columns"].items()
            if header.casefold() != numbered_label(one["table"], name, lang).casefold()
        ]
        if renamed:
            lines.append(words["renamed"].format(columns=", ".join(renamed)))
        out = [header for header in one["carried"] if header in kept_out]
        for word, headers in (
            ("carried", [header for header in one["carried"] if header not in out]),
            ("kept_out", out),
        ):
            if headers:
                lines.append(words[word].format(headers=_listed(headers, lang)))
    return lines


def _short(header: str) -> str:
    plain = " ".join(header.split())
    return plain if len(plain) <= 60 else f"{plain[:59]}…"


def _listed(headers: list[str], lang: Lang) -> str:
    rest = len(headers) - MOST_CARRIED
    quoted = "»{}«" if lang == "da" else '"{}"'
    shown = ", ".join(quoted.format(_short(one)) for one in headers[:MOST_CARRIED])
    return f"{shown} {WORDS[lang]['more'].format(count=rest)}" if rest > 0 else shown
