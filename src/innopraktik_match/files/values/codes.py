"""What pydantic calls a fault, in codes of ours."""

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
