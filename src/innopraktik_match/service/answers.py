"""What the service answers, for its OpenAPI and for clients."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from innopraktik_match.domain.change import Change
from innopraktik_match.domain.explanation import ExplainedFinding, FindingAim, FindingRule, Move
from innopraktik_match.domain.plan import Plan, PlanStatus, Visit


class IssueData(BaseModel):
    """An issue: `code` is stable, `text` its words in one language."""

    code: str
    severity: Literal["error", "warning", "info"]
    places: list[dict[str, Any]]
    values: dict[str, Any]
    text: dict[str, Any]


class Problem(BaseModel):
    """What is wrong with a request (RFC 9457): `code` is stable."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    issues: list[IssueData] = Field(default_factory=list)


class CheckAnswer(BaseModel):
    """How a round was read: every issue, table, column and person; demand where the round has no errors."""

    sound: bool
    issues: list[IssueData]
    tables: list[dict[str, Any]]
    account: list[dict[str, Any]]
    people: dict[str, Any]
    demand: dict[str, Any] | None


class Accepted(BaseModel):
    """A job that was accepted, and the warnings about its round."""

    id: str
    status: str
    issues: list[IssueData] = Field(default_factory=list)


class Best(BaseModel):
    """How far a search is, in figures and in a sentence."""

    aim: str
    value: int | None
    bound: int | None
    gap: float | None
    seconds: float
    text: str


class JobAnswer(BaseModel):
    """A job: how far it is, its best plan so far or in the end, and the problem where it failed."""

    id: str
    kind: Literal["solve", "replan"]
    status: Literal["queued", "running", "done", "stopped", "failed"]
    stopping: bool
    attempts: int
    created: str
    started: str | None
    finished: str | None
    expires: str | None
    issues: list[IssueData] = Field(default_factory=list)
    best: Best | None
    plan: Plan | None = None
    problem: Problem | None


class ScoreAnswer(BaseModel):
    """What a plan is worth, and every hard limit that it breaks."""

    model_config = {"extra": "allow"}

    legal: bool
    aims: dict[str, int]


class VerifyAnswer(BaseModel):
    """The checker's word on a plan."""

    legal: bool
    holds: bool
    proven: bool
    bounds: dict[str, Any]
    unvouched: list[str]
    faults: list[dict[str, Any]]


class ExplainAnswer(BaseModel):
    """Findings, each with its text."""

    findings: list[ExplainedFinding]


class AskedChange(BaseModel):
    """What one change would do, with the plan of the changed round."""

    change: Change
    aims: tuple[FindingAim, ...]
    moves: tuple[Move, ...]
    visits: tuple[Visit, ...]
    status: PlanStatus
    rules: tuple[FindingRule, ...]
    plan: Plan


class AskAnswer(BaseModel):
    """What each change would do."""

    answers: list[AskedChange]
