"""JSON bytes -> plain data, or what keeps them from being read."""

from __future__ import annotations

import json
from typing import Any

from innopraktik_match.domain.issues import Issue, Place
from innopraktik_match.files.raw.depth import long_number, too_deep
from innopraktik_match.files.raw.limits import STANDARD, Limits


def read_json(data: bytes, file: str, limits: Limits = STANDARD) -> tuple[Any, list[Issue]]:
    """Return what a JSON file holds, or the issue that keeps it from being read."""
    place = (Place(file=file),)
    if data.count(b",") + data.count(b"[") + data.count(b"{") > limits.values:
        values: dict[str, object] = {"limit": limits.values, "setting": "limits.values"}
        return None, [Issue("file_overfull", places=place, values=values)]
    deep = too_deep(data, limits.depth)
    if deep is not None:
        values = {"limit": limits.depth, "setting": "limits.depth"}
        return None, [Issue("file_overfull", places=(Place(file=file, line=deep),), values=values)]
    try:
        text = data.decode("utf-8-sig")
        return json.loads(text), []
    except UnicodeDecodeError:
        return None, [Issue("encoding_wrong", places=place, values={"read": "UTF-8"})]
    except json.JSONDecodeError as error:
        return None, [Issue("json_broken", places=(Place(file=file, line=error.lineno),))]
    except ValueError:
        return None, [Issue("number_too_long", places=(Place(file=file, line=long_number(text)),))]
