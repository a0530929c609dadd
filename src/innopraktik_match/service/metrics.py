"""Figures for Prometheus: nothing in them is about anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.service.store import Store

SECONDS = (0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3600)


class Metrics:
    """What the service counts.

    Parameters
    ----------
    store : Store
        Asked for the jobs of each status.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "innopraktik_requests",
            "Answers, by question and status.",
            ("question", "status"),
            registry=self._registry,
        )
        self._jobs = Histogram(
            "innopraktik_job_seconds",
            "Jobs that ended.",
            ("status",),
            buckets=SECONDS,
            registry=self._registry,
        )
        self._registry.register(self)

    def answered(self, question: str, status: int) -> None:
        """Count an answer."""
        self._requests.labels(question, str(status)).inc()

    def job_ended(self, status: str, seconds: float) -> None:
        """Count a job that ended."""
        self._jobs.labels(status).observe(seconds)

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield how many jobs there are now; called by Prometheus' registry."""
        family = GaugeMetricFamily("innopraktik_jobs", "Jobs that are kept.", labels=("status",))
        for status, count in self._store.counts().items():
            family.add_metric((status,), count)
        yield family

    def text(self) -> bytes:
        """Return the figures as Prometheus reads them."""
        return generate_latest(self._registry)
