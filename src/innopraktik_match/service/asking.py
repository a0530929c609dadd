"""Questions answered: at once, or as a job; each in a process of its own."""

from __future__ import annotations

import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

from innopraktik_match.many.child import DiedError
from innopraktik_match.service.answering import answer
from innopraktik_match.service.bodies import RefusedError, received
from innopraktik_match.service.guards import language
from innopraktik_match.service.jobs import Jobs
from innopraktik_match.service.metrics import Metrics
from innopraktik_match.service.replies import Reply, problem
from innopraktik_match.service.running import GoneError, Runner, TooSlowError, heard
from innopraktik_match.service.store import Store

if TYPE_CHECKING:
    from starlette.requests import Request

    from innopraktik_match.service.sent import Sent
    from innopraktik_match.service.settings import Settings

RETRY_S = 5
MOST_KEY = 255


class Service:
    """What the routes share.

    Parameters
    ----------
    settings : Settings

    Attributes
    ----------
    leaving : Event
        Set once the service is to end: what is under way is given up.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = Store(settings.data)
        self.metrics = Metrics(self.store)
        self.runner = Runner(self.store, settings, self.metrics.job_ended)
        self._threads = ThreadPoolExecutor(settings.at_once)
        self._waiting = 0
        self.leaving = Event()

    async def asked(self, request: Request, question: str) -> Reply:
        """Return the answer to a question; of one that is a job, that it was accepted."""
        sent, body = await received(request, self.settings)
        as_job = question == "solve" or (
            question == "replan" and "respond-async" in request.headers.get("prefer", "")
        )
        if not as_job:
            return await self._answered(question, sent, as_job=False)
        key, key_of = self._key(request), hashlib.sha256(question.encode() + body).hexdigest()
        jobs = self.jobs(request)
        known = jobs.known(key, key_of, sent.lang)
        if known is not None:
            return known
        if jobs.too_many():
            raise self._busy(sent)
        reply = await self._answered(question, sent, as_job=True)
        if reply.status != 200:
            return reply
        accepted = jobs.add(question, reply.body, key, key_of)
        self.runner.wake()
        return accepted

    def jobs(self, request: Request) -> Jobs:
        """Return the jobs of the owner of a request's token."""
        return Jobs(self.store, self.settings, request.scope["owner"], self.leaving)

    async def _answered(self, question: str, sent: Sent, as_job: bool) -> Reply:
        """Have a question answered in a process of its own."""
        settings = self.settings
        if self._waiting >= settings.most_waiting:
            raise self._busy(sent)
        self._waiting += 1
        longest = settings.job_s if as_job else settings.answer_s
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._threads, self._heard, question, sent, longest, as_job)
        except TooSlowError:
            return problem("too_slow", 422, sent.lang, seconds=round(settings.answer_s))
        except MemoryError:
            return problem("memory", 422, sent.lang)
        except DiedError:
            return problem("died", 422, sent.lang)
        except GoneError:
            return problem("leaving", 503, sent.lang)
        finally:
            self._waiting -= 1

    def _heard(self, question: str, sent: Sent, longest: float, as_job: bool) -> Reply:
        found = heard(
            answer,
            (question, sent, longest, as_job),
            seconds=self.settings.answer_s,
            memory_gb=self.settings.memory_gb,
            look=self._look,
        )
        return Reply(*found)

    def _look(self, _: object) -> None:
        if self.leaving.is_set():
            raise GoneError

    def _key(self, request: Request) -> str | None:
        key = request.headers.get("idempotency-key")
        if key is not None and not 0 < len(key) <= MOST_KEY:
            raise RefusedError(problem("key_wrong", 400, language(request.headers), most=MOST_KEY))
        return key

    def _busy(self, sent: Sent) -> RefusedError:
        return RefusedError(problem("busy", 429, sent.lang, seconds=RETRY_S), Retry_After=str(RETRY_S))

    def close(self) -> None:
        """End everything; jobs that run are run again after the next start."""
        self.leaving.set()
        self.runner.close()
        self._threads.shutdown(wait=False, cancel_futures=True)
        self.store.close()
