"""Clients of the service, one that waits and one for asyncio. Need the extra `client`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import httpx

from innopraktik_match.domain.plan import Plan
from innopraktik_match.domain.round import Round
from innopraktik_match.service.answers import (
    Accepted,
    AskAnswer,
    CheckAnswer,
    ExplainAnswer,
    JobAnswer,
    Problem,
    ScoreAnswer,
    VerifyAnswer,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    GivenRound = Round | str | Path | Sequence[str | Path]
    GivenPlan = Plan | str | Path

TIMEOUT_S = 120.0
_DATA = "data: "


class ProblemError(Exception):
    """The service has refused, or could not answer.

    Attributes
    ----------
    problem : Problem
        `code` is stable; `issues` tell what is wrong with a round.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.title}: {problem.detail}")
        self.problem = problem


class Client:
    """Asks the service and waits for its answers. Use it in a `with`, or `close` it.

    A round is a `Round`, or the path of a file, or several; a plan is a `Plan` or a path. Options are those
    of the question, such as `time_limit=60` or `lang="en"`. Each question raises `ProblemError` where it
    is refused.

    Parameters
    ----------
    url : str
        What the command `serve` tells.
    token : str, optional
    """

    def __init__(self, url: str, token: str | None = None) -> None:
        self._http = httpx.Client(**_settings(url, token))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def check(self, round: GivenRound, **options: Any) -> CheckAnswer:
        """Return every issue of a round, and how it was read."""
        return CheckAnswer.model_validate_json(self._ask("check", round, None, options))

    def solve(self, round: GivenRound, *, key: str | None = None, **options: Any) -> str:
        """Have a round solved and return the id of the job; the same `key` is the same job."""
        return Accepted.model_validate_json(self._ask("solve", round, None, options, key)).id

    def score(self, round: GivenRound, plan: GivenPlan, **options: Any) -> ScoreAnswer:
        """Return what a plan is worth."""
        return ScoreAnswer.model_validate_json(self._ask("score", round, plan, options))

    def verify(self, round: GivenRound, plan: GivenPlan, **options: Any) -> VerifyAnswer:
        """Return the checker's word on a plan."""
        return VerifyAnswer.model_validate_json(self._ask("verify", round, plan, options))

    def explain(self, round: GivenRound, plan: GivenPlan, **options: Any) -> ExplainAnswer:
        """Return why, why not, and what must give."""
        return ExplainAnswer.model_validate_json(self._ask("explain", round, plan, options))

    def ask(self, round: GivenRound, plan: GivenPlan, changes: Sequence[Any], **options: Any) -> AskAnswer:
        """Return what each change would do."""
        return AskAnswer.model_validate_json(self._ask("ask", round, plan, {**options, "changes": changes}))

    def replan(self, round: GivenRound, plan: GivenPlan, **options: Any) -> Plan:
        """Return the next plan, with as few changes as possible."""
        return Plan.model_validate_json(self._ask("replan", round, plan, options))

    def report(self, round: GivenRound, plan: GivenPlan, **options: Any) -> bytes:
        """Return the hand-outs of a plan, a zip file."""
        return self._ask("report", round, plan, options)

    def job(self, identity: str) -> JobAnswer:
        """Return a job with its best plan so far."""
        return JobAnswer.model_validate_json(_sound(self._http.get(_path(identity))).content)

    def stop(self, identity: str) -> JobAnswer:
        """End a job; it keeps its best plan."""
        return JobAnswer.model_validate_json(_sound(self._http.delete(_path(identity))).content)

    def forget(self, identity: str) -> None:
        """Delete a job and all that the service knows of it."""
        _sound(self._http.delete(_path(identity), params={"forget": "true"}))

    def watch(self, identity: str) -> Iterator[JobAnswer]:
        """Yield a job at each step, without its plan, until it has ended."""
        with self._http.stream("GET", f"{_path(identity)}/events") as stream:
            if stream.is_error:
                stream.read()
            for line in _sound(stream).iter_lines():
                if line.startswith(_DATA):
                    yield JobAnswer.model_validate_json(line.removeprefix(_DATA))

    def wait(self, identity: str) -> JobAnswer:
        """Return a job once it has ended."""
        for _ in self.watch(identity):
            pass
        return self.job(identity)

    def _ask(
        self, question: str, round: GivenRound, plan: GivenPlan | None, options: Any, key: str | None = None
    ) -> bytes:
        return _sound(self._http.post(f"/v1/{question}", **_request(round, plan, options, key))).content


class AsyncClient:
    """As `Client`, for asyncio. Use it in an `async with`, or `close` it."""

    def __init__(self, url: str, token: str | None = None) -> None:
        self._http = httpx.AsyncClient(**_settings(url, token))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def check(self, round: GivenRound, **options: Any) -> CheckAnswer:
        """Return every issue of a round, and how it was read."""
        return CheckAnswer.model_validate_json(await self._ask("check", round, None, options))

    async def solve(self, round: GivenRound, *, key: str | None = None, **options: Any) -> str:
        """Have a round solved and return the id of the job; the same `key` is the same job."""
        return Accepted.model_validate_json(await self._ask("solve", round, None, options, key)).id

    async def score(self, round: GivenRound, plan: GivenPlan, **options: Any) -> ScoreAnswer:
        """Return what a plan is worth."""
        return ScoreAnswer.model_validate_json(await self._ask("score", round, plan, options))

    async def verify(self, round: GivenRound, plan: GivenPlan, **options: Any) -> VerifyAnswer:
        """Return the checker's word on a plan."""
        return VerifyAnswer.model_validate_json(await self._ask("verify", round, plan, options))

    async def explain(self, round: GivenRound, plan: GivenPlan, **options: Any) -> ExplainAnswer:
        """Return why, why not, and what must give."""
        return ExplainAnswer.model_validate_json(await self._ask("explain", round, plan, options))

    async def ask(
        self, round: GivenRound, plan: GivenPlan, changes: Sequence[Any], **options: Any
    ) -> AskAnswer:
        """Return what each change would do."""
        asked = {**options, "changes": changes}
        return AskAnswer.model_validate_json(await self._ask("ask", round, plan, asked))

    async def replan(self, round: GivenRound, plan: GivenPlan, **options: Any) -> Plan:
        """Return the next plan, with as few changes as possible."""
        return Plan.model_validate_json(await self._ask("replan", round, plan, options))

    async def report(self, round: GivenRound, plan: GivenPlan, **options: Any) -> bytes:
        """Return the hand-outs of a plan, a zip file."""
        return await self._ask("report", round, plan, options)

    async def job(self, identity: str) -> JobAnswer:
        """Return a job with its best plan so far."""
        return JobAnswer.model_validate_json(_sound(await self._http.get(_path(identity))).content)

    async def stop(self, identity: str) -> JobAnswer:
        """End a job; it keeps its best plan."""
        return JobAnswer.model_validate_json(_sound(await self._http.delete(_path(identity))).content)

    async def forget(self, identity: str) -> None:
        """Delete a job and all that the service knows of it."""
        _sound(await self._http.delete(_path(identity), params={"forget": "true"}))

    async def watch(self, identity: str) -> AsyncIterator[JobAnswer]:
        """Yield a job at each step, without its plan, until it has ended."""
        async with self._http.stream("GET", f"{_path(identity)}/events") as stream:
            if stream.is_error:
                await stream.aread()
            async for line in _sound(stream).aiter_lines():
                if line.startswith(_DATA):
                    yield JobAnswer.model_validate_json(line.removeprefix(_DATA))

    async def wait(self, identity: str) -> JobAnswer:
        """Return a job once it has ended."""
        async for _ in self.watch(identity):
            pass
        return await self.job(identity)

    async def _ask(
        self, question: str, round: GivenRound, plan: GivenPlan | None, options: Any, key: str | None = None
    ) -> bytes:
        answer = await self._http.post(f"/v1/{question}", **_request(round, plan, options, key))
        return _sound(answer).content


def _settings(url: str, token: str | None) -> dict[str, Any]:
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    return {"base_url": url, "headers": headers, "timeout": TIMEOUT_S}


def _path(identity: str) -> str:
    return f"/v1/solve/{identity}"


def _request(
    round: GivenRound, plan: GivenPlan | None, options: dict[str, Any], key: str | None
) -> dict[str, Any]:
    """Return a question as a request: JSON where both are records, else files."""
    headers = {} if key is None else {"Idempotency-Key": key}
    if isinstance(round, Round) and not isinstance(plan, (str, Path)):
        body = {"round": round, "plan": plan, "options": options}
        return {
            "content": json.dumps(body, default=_plain),
            "headers": {**headers, "Content-Type": "application/json"},
        }
    files = [("files", ("round.json", json.dumps(round, default=_plain).encode()))]
    if not isinstance(round, Round):
        paths = [round] if isinstance(round, (str, Path)) else round
        files = [("files", (Path(path).name, Path(path).read_bytes())) for path in paths]
    if isinstance(plan, Plan):
        files.append(("plan", ("plan.json", plan.model_dump_json().encode())))
    elif plan is not None:
        files.append(("plan", (Path(plan).name, Path(plan).read_bytes())))
    return {"files": files, "data": {"options": json.dumps(options, default=_plain)}, "headers": headers}


def _plain(record: Any) -> Any:
    return record.model_dump(mode="json")


def _sound(answer: httpx.Response) -> httpx.Response:
    """Return an answer; raise `ProblemError` where it is a problem."""
    if answer.is_error:
        if answer.headers.get("content-type") != "application/problem+json":
            answer.raise_for_status()
        raise ProblemError(Problem.model_validate_json(answer.content))
    return answer
