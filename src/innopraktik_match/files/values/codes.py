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
    code, values = coded(fault)
    return Issue(code, places=(Place(file=file),), values={"key": key, "column": key, **values})


def coded(fault: Any) -> tuple[str, dict[str, object]]:
    """Return our code for a fault that pydantic found, and the values that the words of the code name."""
    told = fault.get("ctx", {})
    limit = next((told[name] for name in ("ge", "gt", "le", "lt") if name in told), None)
    code = CODES.get(fault["type"], "value_unreadable")
    if code in ("number_too_small", "number_too_large") and limit is not None:
        return code, {"limit": limit}
    if code == "not_one_of":
        return code, {"expected": tuple(re.findall("'([^']*)'", str(told.get("expected", ""))))}
    return code, {}
