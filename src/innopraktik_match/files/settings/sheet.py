"""The settings sheet: the policy, and how the other tables are to be read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Broken, Table, Unreadable, blank, shown
from innopraktik_match.files.settings.policies import Layer, annotation_of, is_list
from innopraktik_match.files.values.cell_values import text, words
from innopraktik_match.texts.vocabulary import plain

if TYPE_CHECKING:
    from innopraktik_match.domain.issues import Place

_KEYS = {
    "år": "year",
    "uge": "weeks",
    "uger": "weeks",
    "mål": "aims",
    "forvalg": "preset",
    "grundindstilling": "preset",
    "lodtrækning": "seed",
    "lodtrækningens tal": "seed",
    "tal til lodtrækningen": "seed",
    "kolonner": "columns",
    "datoer": "dates",
    "decimaltegn": "decimal",
    "rækker": "rows",
    "tag med": "carry",
    "først til mølle": "first_come",
    "højst ad gangen": "rules.capacity.limit",
    "point pr. km": "rules.travel.points_per_km",
}
_WORDS = {
    "fra": "off",
    "slukket": "off",
    "blød": "soft",
    "hård": "hard",
    "fast": "hard",
    "forbyd": "forbid",
    "forbudt": "forbid",
    "altid": "always",
    "placerede": "placed",
    "forrang": "priority",
    "besøg": "visits",
    "point": "points",
    "dårligst stillede": "worst_off",
    "tomme værter": "empty_hosts",
    "ændringer": "changes",
    "sædvanlige": "usual",
    "enkel": "bare",
    "privat": "private",
    "lige ønsker": "tied",
    "dårligst stillede først": "worst_first",
}
_HEADINGS = ("nøgle", "key", "indstilling", "setting", "navn", "name")
_DATES = {"dag først": "day first", "måned først": "month first", "som de står": "as they stand"}
_UNREAD = {"-": "", "ingen": "", "none": ""}


def read_settings(table: Table) -> tuple[Layer, list[Issue]]:
    """Return a settings sheet as a layer: the key in the first column, its value in the second."""
    data: dict[str, Any] = {}
    places: dict[str, Place] = {}
    issues: list[Issue] = []
    late: list[tuple[str, object]] = []
    saved: dict[str, Any] = {}
    for row in table.rows:
        line, (name, value) = row.line, (*row.cells, None, None)[:2]
        if blank(name) or blank(value) or plain(name) in _HEADINGS:
            continue
        if _saved(saved, text(name), value):
            continue
        dotted = key(text(name))
        dotted = re.sub(r"^regler\.", "rules.", _KEYS.get(dotted, dotted))
        if dotted in places:
            both = (places[dotted], table.place(line, 0))
            issues.append(Issue("setting_twice", places=both, values={"key": dotted}))
            continue
        places[dotted] = table.place(line, 1)
        late.append((dotted, value))
    for dotted, value in late:
        try:
            put(data, dotted, setting(dotted, value))
        except Unreadable as fault:
            issues.append(Issue(fault.code, places=(places[dotted],), values=fault.values))
    return Layer(data, table.place(), places, saved), issues


def _saved(saved: dict[str, Any], name: str, value: object) -> bool:
    """Take a key that says how the files are to be read; "columns.interns.Hvor arbejder du?" is one."""
    head, _, rest = name.partition(".")
    dotted = _KEYS.get(key(head), key(head))
    if dotted in ("dates", "decimal", "rows") and not rest:
        saved[dotted] = _DATES.get(key(text(value)), text(value))
    elif dotted == "columns" and "." in rest:
        table, _, header = rest.partition(".")
        saved.setdefault("columns", {}).setdefault(table, {})[header] = _UNREAD.get(
            key(text(value)), text(value)
        )
    else:
        return False
    return True


def put(data: dict[str, Any], dotted: str, value: object) -> None:
    """Put a value where a dotted key names it."""
    *above, last = dotted.split(".")
    for part in above:
        data = data.setdefault(part, {})
        if not isinstance(data, dict):
            raise Unreadable("key_unknown", read=shown(dotted))
    data[last] = value


def setting(dotted: str, value: object) -> object:
    """Return the value of a key; its type in the policy tells how to read the cell."""
    if isinstance(value, Broken):
        raise Unreadable(value.code, read=value.read)
    if dotted == "weeks":
        return value
    plain_text = text(value)
    if plain_text.startswith(("[", "{")):
        try:
            return json.loads(plain_text)
        except (ValueError, RecursionError):
            raise Unreadable("value_unreadable", read=shown(value)) from None
    if is_list(annotation_of(dotted.split("."))):
        return [_scalar(word) for word in words(value)]
    return _scalar(value)


def _scalar(value: object) -> object:
    if not isinstance(value, str):
        return int(value) if isinstance(value, float) and value.is_integer() else value
    number = _number(value.strip())
    return _WORDS.get(key(value), value.strip()) if number is None else number


def _number(value: str) -> int | float | None:
    if re.fullmatch(r"[+-]?\d{1,300}", value):
        return int(value)
    if re.fullmatch(r"[+-]?\d{1,18}(?:[.,]\d{1,20})?(?:e[+-]?\d{1,3})?", value):
        return float(value.replace(",", "."))
    return None
