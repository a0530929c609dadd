"""The policy from its layers: the settings sheet, policy.toml, and what the caller says."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from innopraktik_match.domain.issues import Issue, Place, nearest
from innopraktik_match.domain.policy import Policy
from innopraktik_match.files.raw.cells import Unreadable, shown
from innopraktik_match.files.raw.depth import long_number, too_deep
from innopraktik_match.files.raw.inputs import read_bytes
from innopraktik_match.files.raw.limits import STANDARD, Limits
from innopraktik_match.files.values.codes import CODES
from innopraktik_match.files.values.dates import weeks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from innopraktik_match.domain.given import GivenPolicy

_NO_KEY = re.compile(rb"\"[^\"]*+\"|'[^']*+'|\d\.\d")
DIALECT = ("columns", "dates", "decimal", "rows", "limits")
"""Keys beside the policy that say how the files are to be read."""


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
    dialect : dict
        What stood beside it about how the files are to be read; see `files.dialect`.
    """

    data: dict[str, Any]
    place: Place = field(default_factory=Place)
    places: dict[str, Place] = field(default_factory=dict)
    dialect: dict[str, Any] = field(default_factory=dict)

    def at(self, dotted: str) -> Place:
        """Return the place of a key, of the first one below it, or of the whole layer."""
        below = (place for key, place in self.places.items() if key.startswith(f"{dotted}."))
        return self.places.get(dotted) or next(below, self.place)


def given_layers(policy: GivenPolicy) -> tuple[list[Layer], list[Issue]]:
    """Return what a caller says as the last layer: a policy, its keys, or the path of a .toml file."""
    if policy is None:
        return [], []
    if isinstance(policy, Policy):
        return [Layer(policy.model_dump(mode="json"))], []
    if not isinstance(policy, (str, PathLike)):
        return [Layer(dict(policy))], []
    path = Path(policy)
    data, issues = read_bytes(path)
    if data is None:
        return [], issues
    layer, issues = read_toml(data, path.name)
    return [layer], issues


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
            if value_at(layer.data, dotted) is not None:
                return layer.at(dotted)
        return layers[-1].place if layers else Place()

    issues: list[Issue] = []
    if not isinstance(data.get("preset", ""), str):
        issues.append(_fault("not_text", "preset", at("preset")))
        del data["preset"]
    try:
        if isinstance(data.get("weeks"), list) and any(isinstance(one, list) for one in data["weeks"]):
            raise Unreadable("weeks_unreadable", read=shown(data["weeks"]))
        data.update(weeks=list(weeks(data["weeks"], _year(data)))) if "weeks" in data else None
    except Unreadable as unread:
        issues.append(_fault(unread.code, "weeks", at("weeks"), **unread.values))
        del data["weeks"]
    from innopraktik_match.files.settings.criteria_sheet import without_unsound

    data, unsound = without_unsound(data, at("criteria"))
    issues += unsound
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
        expected = _literals(annotation_of(parts))
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


def annotation_of(parts: list[str]) -> Any:
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


def is_list(annotation: Any) -> bool:
    """Whether a key of the policy holds a list."""
    parts = (annotation, *get_args(annotation))
    return any(getattr(part, "__origin__", None) is tuple for part in parts) or (
        getattr(annotation, "__origin__", None) is not None
        and any(is_list(part) for part in get_args(annotation))
    )


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for name, value in above.items():
        mine = merged.get(name)
        both = isinstance(mine, dict) and isinstance(value, dict)
        merged[name] = _merged(mine, value) if both and isinstance(mine, dict) else value
    return merged


def value_at(data: Any, dotted: str) -> Any:
    """Return what stands at a dotted key; None where nothing does."""
    for part in dotted.split("."):
        data = data.get(part) if isinstance(data, dict) else None
    return data


def _drop(data: dict[str, Any], dotted: str) -> bool:
    *above, last = dotted.split(".")
    inner = value_at(data, ".".join(above)) if above else data
    return isinstance(inner, dict) and inner.pop(last, None) is not None


def read_toml(data: bytes, file: str, limits: Limits = STANDARD) -> tuple[Layer, list[Issue]]:
    """Return policy.toml or columns.toml as a layer."""
    place = Place(file=file)

    def broken(code: str, line: int | None = None, **values: object) -> tuple[Layer, list[Issue]]:
        return Layer({}, place), [Issue(code, places=(Place(file=file, line=line),), values=values)]

    deep = _too_deep(data, limits)
    if deep is not None:
        return broken("file_overfull", deep, limit=limits.depth, setting="limits.depth")
    try:
        text = data.decode("utf-8-sig")
        given = tomllib.loads(text)
        dialect = {name: given.pop(name) for name in DIALECT if name in given}
        return Layer(given, place, dialect=dialect), []
    except UnicodeDecodeError:
        return broken("encoding_wrong", read="UTF-8")
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        return broken("toml_broken", int(line[1]) if line else None)
    except ValueError:
        return broken("number_too_long", long_number(text))


def _too_deep(data: bytes, limits: Limits) -> int | None:
    """Return the line where keys or values lie too deep in each other, or None."""
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.count(b".") > limits.depth and _NO_KEY.sub(b"", line).count(b".") > limits.depth:
            return number
    return too_deep(data, limits.depth)
