"""The optimizer as an HTTP service: rounds in, jobs, plans out. Needs the extra `service`."""

from __future__ import annotations

from importlib.util import find_spec

NEEDED = ("fastapi", "uvicorn", "python_multipart", "prometheus_client")
"""What the extra `service` installs, beside that of `report`."""


def missing_packages() -> list[str]:
    """Return what the service needs and is not installed."""
    return [name.replace("_", "-") for name in NEEDED if find_spec(name) is None]
