"""The policy from its layers: the settings sheet, policy.toml, and what the caller says."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from innopraktik_match.files.cells import Broken, Table, blank, shown
from innopraktik_match.files.headers import plain
from innopraktik_match.files.records import CODES, nearest
from innopraktik_match.files.values import Unreadable, text, weeks, words
from innopraktik_match.issues import Issue, Place
from innopraktik_match.names import key
from innopraktik_match.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_KEYS = {
    "år": "year",
    "uge": "weeks",
    "uger": "weeks",
    "mål": "aims",
    "forvalg": "preset",
    "lodtrækning": "seed",
}
_WORDS = {
    "fra": "off",
    "slukket": "off",
    "blød": "soft",
    "hård": "hard",
    "forbyd": "forbid",
    "forbudt": "forbid",
    "placerede": "placed",
    "forrang": "priority",
    "besøg": "visits",
    "point": "points",
    "dårligst stillede": "worst_off",
    "tomme værter": "empty_hosts",
}
_HEADINGS = ("nøgle", "key", "indstilling", "setting", "navn", "name")


@dataclass(frozen=True)
class Layer:
    """A part of the policy and where each of its keys stands.

    Attributes
    ----------
    data : dict
        Nested, as in policy.toml.
    place : Place
        The whole.
    places : dict
        Dotted key -> place, where known.
    """

    data: dict[str, Any]
    place: Place = field(default_factory=Place)
    places: dict[str, Place] = field(default_factory=dict)

    def at(self, dotted: str) -> Place:
        """Return the place of a key, of the first one below it, or of the whole layer."""
        below = (place for key, place in self.places.items() if key.startswith(f"{dotted}."))
        return self.places.get(dotted) or next(below, self.place)


def find_policy(layers: list[Layer], preset: str | None) -> tuple[Policy, list[Issue]]:
    """Return the policy of all layers, later ones first, and every fault of them.

    Parameters
    ----------
    layers : list of Layer
        A later layer wins, key by key.
    preset : str, optional
        Wins over them all.

    Returns
    -------
    Policy, list of Issue
        With faults, the policy is what the rest says.
    """
    data: dict[str, Any] = {}
    for layer in layers:
        data = _merged(data, layer.data)
    if preset is not None:
        data["preset"] = preset

    def at(dotted: str) -> Place:
        for layer in reversed(layers):
            if _get(layer.data, dotted) is not None:
                return layer.at(dotted)
        return layers[-1].place if layers else Place()

    issues: list[Issue] = []
    if not isinstance(data.get("preset", ""), str):
        issues.append(_fault("not_text", "preset", at("preset")))
        del data["preset"]
    try:
        data.update(weeks=list(weeks(data["weeks"], _year(data)))) if "weeks" in data else None
    except Unreadable as unread:
        issues.append(_fault(unread.code, "weeks", at("weeks"), **unread.values))
        del data["weeks"]
    while True:
        try:
            return Policy.model_validate(data), issues
        except ValidationError as error:
            faults = error.errors(include_url=False)
        found: dict[str, Issue] = {}
        for fault in faults:
            dotted, issue = _issue(fault, at)
            found.setdefault(dotted, issue)
        issues += found.values()
        if not any([_drop(data, dotted) for dotted in found]):
            return Policy(), issues


def _year(data: dict[str, Any]) -> int | None:
    year = data.get("year")
    return year if isinstance(year, int) else None


def _issue(fault: Any, at: Callable[[str], Place]) -> tuple[str, Issue]:
    model: Any = Policy
    parts: list[str] = []
    for part in fault["loc"]:
        parts.append(str(part))
        model = model.model_fields[part].annotation if part in getattr(model, "model_fields", ()) else None
        if not (isinstance(model, type) and issubclass(model, BaseModel)):
            break
    dotted = ".".join(parts)
    values: dict[str, object] = {}
    if isinstance(fault["input"], (str, int, float)):
        values["read"] = shown(fault["input"])
    if fault["type"] == "extra_forbidden":
        siblings = _model(parts[:-1]).model_fields
        return dotted, _fault("key_unknown", dotted, at(dotted), **nearest(parts[-1], siblings))
    if fault["type"] == "value_error":
        own = {"aims": "aims_order", "rules.quota.limits": "quota_unbounded"}
        dotted = dotted or "aims"
        return dotted, _fault(own.get(dotted, "value_unreadable"), dotted, at(dotted))
    if fault["type"] == "literal_error" or dotted == "aims":
        expected = _literals(_annotation(parts))
        return dotted, _fault("not_one_of", dotted, at(dotted), **values, expected=expected)
    for limit in ("ge", "le"):
        if limit in fault.get("ctx", {}):
            values["limit"] = fault["ctx"][limit]
    code = CODES.get(fault["type"], "value_unreadable")
    return dotted, _fault(code, dotted, at(dotted), **values)


def _fault(code: str, dotted: str, place: Place, **values: object) -> Issue:
    return Issue(code, places=(place,), values={"key": dotted, **values})


def _model(parts: list[str]) -> Any:
    model: Any = Policy
    for part in parts:
        model = model.model_fields[part].annotation
    return model


def _annotation(parts: list[str]) -> Any:
    """Return the type of a key, or None where there is no such key."""
    model: Any = Policy
    for part in parts:
        fields = getattr(model, "model_fields", {})
        if part not in fields:
            return None
        model = fields[part].annotation
    return model


def _literals(annotation: Any) -> tuple[str, ...]:
    if annotation is None:
        return ()
    if isinstance(annotation, type) and not get_args(annotation):
        return ()
    found = [arg for arg in get_args(annotation) if isinstance(arg, str)]
    return tuple(found) or tuple(word for arg in get_args(annotation) for word in _literals(arg))


def _is_list(annotation: Any) -> bool:
    parts = (annotation, *get_args(annotation))
    return any(getattr(part, "__origin__", None) is tuple for part in parts) or (
        getattr(annotation, "__origin__", None) is not None
        and any(_is_list(part) for part in get_args(annotation))
    )


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for name, value in above.items():
        mine = merged.get(name)
        both = isinstance(mine, dict) and isinstance(value, dict)
        merged[name] = _merged(mine, value) if both and isinstance(mine, dict) else value
    return merged


def _get(data: Any, dotted: str) -> Any:
    for part in dotted.split("."):
        data = data.get(part) if isinstance(data, dict) else None
    return data


def _drop(data: dict[str, Any], dotted: str) -> bool:
    *above, last = dotted.split(".")
    inner = _get(data, ".".join(above)) if above else data
    return isinstance(inner, dict) and inner.pop(last, None) is not None


def read_toml(data: bytes, file: str) -> tuple[Layer, list[Issue]]:
    """Return policy.toml as a layer."""
    place = Place(file=file)
    try:
        return Layer(tomllib.loads(data.decode("utf-8-sig")), place), []
    except UnicodeDecodeError:
        return Layer({}, place), [Issue("encoding_wrong", places=(place,), values={"read": "UTF-8"})]
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        there = Place(file=file, line=int(line[1]) if line else None)
        return Layer({}, place), [Issue("toml_broken", places=(there,))]


def read_settings(table: Table) -> tuple[Layer, list[Issue]]:
    """Return a settings sheet as a layer: the key in the first column, its value in the second."""
    data: dict[str, Any] = {}
    places: dict[str, Place] = {}
    issues: list[Issue] = []
    late: list[tuple[str, object]] = []
    for line, values in table.rows:
        name, value = values[0], values[1] if len(values) > 1 else None
        if blank(name) or blank(value) or plain(name) in _HEADINGS:
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
            _put(data, dotted, _setting(dotted, value))
        except Unreadable as fault:
            issues.append(Issue(fault.code, places=(places[dotted],), values=fault.values))
    return Layer(data, table.place(), places), issues


def _put(data: dict[str, Any], dotted: str, value: object) -> None:
    *above, last = dotted.split(".")
    for part in above:
        data = data.setdefault(part, {})
        if not isinstance(data, dict):
            raise Unreadable("key_unknown", read=shown(dotted))
    data[last] = value


def _setting(dotted: str, value: object) -> object:
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
    if _is_list(_annotation(dotted.split("."))):
        return [_scalar(word) for word in words(value)]
    return _scalar(value)


def _scalar(value: object) -> object:
    if not isinstance(value, str):
        return int(value) if isinstance(value, float) and value.is_integer() else value
    number = _number(value.strip())
    return _WORDS.get(key(value), value.strip()) if number is None else number


def _number(value: str) -> int | float | None:
    if re.fullmatch(r"[+-]?\d{1,18}", value):
        return int(value)
    if re.fullmatch(r"[+-]?\d{1,18}[.,]\d{1,9}", value):
        return float(value.replace(",", "."))
    return None
