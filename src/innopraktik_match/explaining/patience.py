"""How long a search for helpful changes may take, how far it is, and whether somebody has stopped it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")


@dataclass
class Patience:
    """A limit for all explanations together.

    Parameters
    ----------
    seconds : float or None
        None for no limit.
    on_progress : callable or None
        Called with how many explanations are done and how many there are.

    Attributes
    ----------
    cut : bool
        Whether something was left out because of it.
    """

    seconds: float | None = None
    on_progress: Callable[[int, int], None] | None = None
    stopped: bool = False
    cut: bool = False
    _began: float = field(default_factory=time.perf_counter)

    @property
    def over(self) -> bool:
        """Whether no further change is to be tried."""
        limit = inf if self.seconds is None else self.seconds
        return self.stopped or time.perf_counter() - self._began > limit

    def is_set(self) -> bool:
        """Whether it is over, as a solve asks whoever may cancel it."""
        return self.over

    def left(self, items: Iterable[T]) -> Iterator[T]:
        """Yield items until it is over; what is left out then is remembered."""
        for item in items:
            if self.over:
                self.cut = True
                return
            yield item

    def stop(self) -> None:
        """End the search early."""
        self.stopped = True

    def tell(self, done: int, of: int) -> None:
        """Report how far the explanations are."""
        if self.on_progress is not None:
            self.on_progress(done, of)
