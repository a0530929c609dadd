"""The HTTP application: its routes, and what every answer has in common."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect
from starlette.responses import Response, StreamingResponse

import innopraktik_match
from innopraktik_match.service.asking import Service
from innopraktik_match.service.bodies import RefusedError
from innopraktik_match.service.describing import components, described, events_responses, job_responses
from innopraktik_match.service.guards import Guards, language, response
from innopraktik_match.service.options import OPTIONS
from innopraktik_match.service.replies import problem, reply

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from innopraktik_match.service.settings import Settings

LOG = logging.getLogger("innopraktik_match.service")
EVENTS = "text/event-stream"
ABOUT = {
    "check": "Every issue of a round, how it was read, and places against people",
    "solve": "Solve a round as a job",
    "score": "Measure any plan",
    "verify": "The checker's word on a plan",
    "explain": "Why, why not, and what must give",
    "ask": "What changes would do, each made alone",
    "replan": "The next plan, with as few changes as possible",
    "report": "The hand-outs of a plan as a zip file",
}
PROBLEMS = {404: "not_found", 405: "method"}


def build_app(settings: Settings) -> FastAPI:
    """Return the application, ready to be served."""
    service = Service(settings)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        service.runner.start()
        yield
        service.close()

    app = FastAPI(
        title="innopraktik-match",
        version=innopraktik_match.__version__,
        description="Places interns at hosts: proven best, explained.",
        openapi_url="/v1/openapi.json",
        docs_url=None,  # its page would load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        lifespan=running,
        default_response_class=Response,
    )
    for question in OPTIONS:
        _add_question(app, service, question)
    _add_jobs(app, service)
    _add_health(app, service)
    _add_errors(app)
    app.state.leaving = service.leaving
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    if settings.origins:
        asked = {"allow_origins": settings.origins, "allow_methods": ["*"], "allow_headers": ["*"]}
        asked["expose_headers"] = ["Retry-After"]
        app.add_middleware(CORSMiddleware, **asked)  # type: ignore[arg-type]
    app.add_middleware(Guards, settings=settings)
    return app


def _add_question(app: FastAPI, service: Service, question: str) -> None:
    async def ask(request: Request) -> Response:
        try:
            found = response(await service.asked(request, question))
        except RefusedError as refused:
            found = response(refused.reply, refused.headers)
        service.metrics.answered(question, found.status_code)
        LOG.info("answered", extra={"question": question, "status": found.status_code})
        return found

    how: dict[str, Any] = {"operation_id": question, "summary": ABOUT[question]}
    app.add_api_route(f"/v1/{question}", ask, methods=["POST"], openapi_extra=described(question), **how)


def _add_jobs(app: FastAPI, service: Service) -> None:
    path, of_job, of_events = "/v1/solve/{id}", job_responses(), events_responses()

    @app.get(path, operation_id="job", summary="A job, its best plan so far", responses=of_job)
    async def job(request: Request, id: str) -> Response:
        found = service.jobs(request).look(id)
        return _not_found(request) if found is None else response(reply(found))

    @app.delete(
        path,
        operation_id="stop",
        summary="End a job and keep its best plan; with forget=true delete all of it",
        responses=of_job,
    )
    async def stop(request: Request, id: str, forget: str = "false") -> Response:
        jobs = service.jobs(request)
        if forget == "true":
            return Response(status_code=204) if jobs.forget(id) else _not_found(request)
        found = jobs.stop(id)
        return _not_found(request) if found is None else response(reply(found))

    @app.get(
        f"{path}/events",
        operation_id="events",
        summary="What becomes of a job, as server-sent events",
        responses=of_events,
    )
    async def events(request: Request, id: str) -> Response:
        jobs = service.jobs(request)
        if jobs.look(id) is None:
            return _not_found(request)
        return StreamingResponse(jobs.events(id), media_type=EVENTS, headers={"Cache-Control": "no-store"})


def _add_health(app: FastAPI, service: Service) -> None:
    @app.get("/healthz", operation_id="healthz", summary="Whether the service runs")
    async def healthz() -> Response:
        return response(reply({"status": "ok"}))

    @app.get("/readyz", operation_id="readyz", summary="Whether it takes jobs")
    async def readyz() -> Response:
        ready = service.runner.alive
        return response(reply({"status": "ok" if ready else "not ready"}, 200 if ready else 503))

    @app.get("/metrics", operation_id="metrics", summary="Figures for Prometheus")
    async def metrics() -> Response:
        return Response(service.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


def _add_errors(app: FastAPI) -> None:
    async def refused(request: Request, error: Any) -> Response:
        code = PROBLEMS.get(error.status_code, "bad_request")
        return response(problem(code, error.status_code, language(request.headers)), error.headers)

    async def failed(request: Request, error: Exception) -> Response:
        kind = type(error).__name__
        LOG.error("bug", extra={"kind": kind, "method": request.method})
        return response(problem("bug", 500, language(request.headers), kind=kind))

    async def interrupted(request: Request, _: Exception) -> Response:
        LOG.info("interrupted", extra={"method": request.method})
        return response(problem("bad_request", 400, language(request.headers)))  # nobody hears it

    async def wrong(request: Request, _: Exception) -> Response:
        return response(problem("bad_request", 422, language(request.headers)))

    async def unstored(request: Request, error: Exception) -> Response:
        LOG.error("not_stored", extra={"kind": type(error).__name__})
        return response(problem("not_stored", 503, language(request.headers)))

    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(sqlite3.Error, unstored)
    app.add_exception_handler(RequestValidationError, wrong)
    app.add_exception_handler(ClientDisconnect, interrupted)
    app.add_exception_handler(Exception, failed)


def _not_found(request: Request) -> Response:
    return response(problem("not_found", 404, language(request.headers)))


def _openapi(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        found = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        found["components"] = {
            "schemas": components(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        }
        found["security"] = [{}, {"token": []}]
        app.openapi_schema = found
    return app.openapi_schema
