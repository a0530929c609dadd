"""The hosts that an intern could have instead, those first that should cost the round the least."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from innopraktik_match.domain.policy import cost_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from innopraktik_match.domain.explanation import FindingAim
    from innopraktik_match.explaining.bounds import Bounds
    from innopraktik_match.explaining.rulings import Rulings
    from innopraktik_match.explaining.study import Study


class Alternatives:
    """Hosts in the order of what the prices say that they cost the round, or else of their own points."""

    def __init__(self, study: Study, rulings: Rulings) -> None:
        self._study, self._rulings = study, rulings

    def hosts(self, intern: str, told: Collection[str]) -> list[str]:
        """Return the hosts that no rule forbids an intern, without those that are told already."""
        points = {host: own for host, own in self._rulings.points(intern).items() if host not in told}
        return sorted(points, key=lambda host: (self._least(intern, host), points[host], host))

    def _least(self, intern: str, host: str) -> tuple[int, ...]:
        """Return what each aim costs at least where two meet."""
        bound = None if self._bounds is None else self._bounds.pair(intern, host)
        return (1,) if bound is None else (0, *(cost_of(aim, value) for aim, value in bound.items()))

    @cached_property
    def _bounds(self) -> Bounds | None:
        with suppress(ValueError):  # without prices nothing is known before it is asked
            return self._study.bounds()
        return None


def in_order(aims: tuple[FindingAim, ...]) -> tuple[int, ...]:
    """Return a key that puts better aims first."""
    return tuple(cost_of(aim.aim, aim.then or 0) for aim in aims)
