"""What pydantic calls a fault, in codes of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from innopraktik_match.domain.issues import Issue, Place

if TYPE_CHECKING:
    from pydantic import ValidationError

CODES: dict[str, str] = {
    "extra_forbidden": "key_unknown",
    "missing": "field_missing",
    "literal_error": "not_one_of",
    "greater_than_equal": "number_too_small",
    "less_than_equal": "number_too_large",
    "int_type": "not_whole",
    "int_from_float": "not_whole",
    "float_type": "not_number",
    "float_parsing": "not_number",
    "finite_number": "not_number",
    "string_type": "not_text",
    "string_unicode": "not_text",
    "string_too_short": "text_blank",
    "string_too_long": "text_too_long",
    "tuple_type": "not_list",
    "too_short": "not_list",
    "dict_type": "not_object",
    "model_type": "not_object",
}


def issues_of(error: ValidationError, file: str) -> list[Issue]:
    """Return every fault of data of ours, each with its dotted key.

    Parameters
    ----------
    error : ValidationError
    file : str
        Where the data stood.
    """
    return [_issue(fault, file) for fault in error.errors(include_url=False, include_input=False)]


def _issue(fault: Any, file: str) -> Issue:
    key = ".".join(str(part) for part in fault["loc"])
    told = fault.get("ctx", {})
    values: dict[str, object] = {"key": key, "column": key}
    limit = next((told[name] for name in ("ge", "gt", "le", "lt") if name in told), None)
    code = CODES.get(fault["type"], "value_unreadable")
    if code in ("number_too_small", "number_too_large") and limit is not None:
        values["limit"] = limit
    if code == "not_one_of":
        values["expected"] = tuple(re.findall("'([^']*)'", str(told.get("expected", ""))))
    return Issue(code, places=(Place(file=file),), values=values)
