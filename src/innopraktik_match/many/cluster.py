"""Workers on other machines. Needs the extra `cluster`."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

NEEDED = "distributed"


def missing_packages() -> list[str]:
    """Return what a cluster needs and is not installed."""
    return [NEEDED] if find_spec(NEEDED) is None else []


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Open the executor of a Dask cluster, which runs what a worker lost on another.

    Parameters
    ----------
    address : str
        Of its scheduler, such as "tcp://10.0.0.7:8786".

    Raises
    ------
    OSError
        It cannot be reached.
    """
    distributed: Any = import_module(NEEDED)
    with distributed.Client(address) as client:
        yield client.get_executor()
