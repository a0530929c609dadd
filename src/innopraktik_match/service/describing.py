"""The OpenAPI description, from the models that bodies and answers are checked against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from innopraktik_match.domain.plan import Plan
from innopraktik_match.domain.round import Round
from innopraktik_match.service import answers
from innopraktik_match.service.options import NEED_PLAN, OPTIONS

if TYPE_CHECKING:
    from pydantic import BaseModel

REFERENCE = "#/components/schemas/{model}"
JSON = "application/json"
_PROBLEM = {"application/problem+json": {"schema": {"$ref": REFERENCE.format(model="Problem")}}}
_WRONG: dict[Any, Any] = {"4XX": {"description": "What is wrong, in words.", "content": _PROBLEM}}
ANSWERS: dict[str, type[BaseModel]] = {
    "check": answers.CheckAnswer,
    "solve": answers.Accepted,
    "score": answers.ScoreAnswer,
    "verify": answers.VerifyAnswer,
    "explain": answers.ExplainAnswer,
    "ask": answers.AskAnswer,
    "replan": Plan,
}
"""Question -> its answer; that of `report` is a zip file."""
_FILE = {"type": "string", "format": "binary"}
ZIP = {"description": "The hand-outs.", "content": {"application/zip": {"schema": _FILE}}}
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": {"type": "string", "maxLength": 255},
    "description": "Whoever sends the same again with the same key gets the same job.",
}
_PREFER = {
    "name": "Prefer",
    "in": "header",
    "schema": {"type": "string"},
    "description": "respond-async: answer at once with a job, as of `solve`.",
}


def described(question: str) -> dict[str, Any]:
    """Return what is said of a question in the OpenAPI beside its path: body, headers and answers."""
    needed = ["round", "plan"] if question in NEED_PLAN else ["round"]
    parts = {"round": _of(Round), "plan": _of(Plan), "options": _of(OPTIONS[question])}
    if question not in NEED_PLAN:
        del parts["plan"]
    whole = {"type": "object", "required": needed, "properties": parts, "additionalProperties": False}
    form: dict[str, Any] = {"files": {"type": "array", "items": _FILE}, "options": {"type": "string"}}
    if question in NEED_PLAN:
        form["plan"] = _FILE
    form_of = {"type": "object", "required": ["files", *needed[1:]], "properties": form}
    content = {JSON: {"schema": whole}, "multipart/form-data": {"schema": form_of}}
    headers = [_KEY] if question in ("solve", "replan") else []
    return {
        "parameters": [*headers, _PREFER] if question == "replan" else headers,
        "requestBody": {"required": True, "content": content},
        "responses": _responses(question),
    }


def job_responses() -> dict[int | str, dict[str, Any]]:
    """Return what is answered where a job is looked at, or stopped."""
    job = {"description": _sentence(answers.JobAnswer), "content": {JSON: {"schema": _of(answers.JobAnswer)}}}
    return {200: job, 204: {"description": "Nothing is left of the job."}, **_WRONG}


def events_responses() -> dict[int | str, dict[str, Any]]:
    """Return what is answered where a job is watched."""
    content = {"text/event-stream": {"schema": {"type": "string"}}}
    return {200: {"description": "An event for each change of the job.", "content": content}, **_WRONG}


def _responses(question: str) -> dict[str, Any]:
    if question == "report":
        return {"200": ZIP, **_WRONG}
    model = ANSWERS[question]
    answer = {"description": _sentence(model), "content": {JSON: {"schema": _of(model)}}}
    if question == "solve":
        return {"202": answer, **_WRONG}
    accepted = {
        "description": _sentence(answers.Accepted),
        "content": {JSON: {"schema": _of(answers.Accepted)}},
    }
    return {"200": answer, **({"202": accepted} if question == "replan" else {}), **_WRONG}


def components() -> dict[str, Any]:
    """Return the schemas that the descriptions refer to."""
    models: list[type[BaseModel]] = [
        Round,
        *ANSWERS.values(),
        answers.JobAnswer,
        answers.Problem,
        *OPTIONS.values(),
    ]
    both = [(model, "validation") for model in dict.fromkeys(models)]
    _, definitions = models_json_schema(both, ref_template=REFERENCE)  # type: ignore[arg-type]
    return dict(definitions["$defs"])


def _of(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": REFERENCE.format(model=model.__name__)}


def _sentence(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().split("\n")[0]
