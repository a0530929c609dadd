"""Logs, one JSON object a line: what happened, never with whom or with what."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

LOG = logging.getLogger("innopraktik_match.service")
FIELDS = ("job", "question", "status", "seconds", "count", "attempt", "kind", "method", "bytes")


class JsonLines(logging.Formatter):
    """A line for each event, with the fields that are known to hold nothing personal."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; of other loggers only that something was said, and what raised it."""
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        ours = record.name == LOG.name
        told = {"time": time, "level": record.levelname.lower(), "event": record.msg if ours else record.name}
        told |= {name: getattr(record, name) for name in FIELDS if ours and hasattr(record, name)}
        if record.exc_info and record.exc_info[0] is not None:
            told["kind"] = record.exc_info[0].__name__
        return json.dumps(told)


def log_to_stderr() -> None:
    """Have the events of the service, and the errors of its server, as lines on stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name, level in (
        (LOG.name, logging.INFO),
        ("uvicorn.error", logging.ERROR),
        ("asyncio", logging.ERROR),
    ):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)
