"""The lottery's lots, drawn again from docs/model.md."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.checker.slots import Slot
    from innopraktik_match.domain.round import Host


def _first_bits(text: str, bits: int) -> int:
    return int(sha256(text.encode()).hexdigest()[:8], 16) >> (32 - bits)


class Draws:
    """The lots of one round and seed."""

    def __init__(self, seed: int, slots: Iterable[Slot]) -> None:
        self.seed = seed
        ordered = sorted(slots, key=lambda slot: (slot.week or "", -(slot.days or 0)))
        self._rank = {(slot.week, slot.days): rank for rank, slot in enumerate(ordered)}

    def option(self, intern: str, host: Host, week: str | None, days: int | None) -> int:
        """Return the lot of an intern at a host; where that offers several visits, in that slot."""
        slot = f"|{week or ''}|{days or ''}" if host.visits > 1 else ""
        return _first_bits(f"{self.seed}|{intern}|{host.id}{slot}", 20)

    def place(self, host: str, week: str | None, days: int | None) -> int:
        """Return the lot of a host in a slot; slots that the round does not have come last."""
        lot = _first_bits(f"{self.seed}|{host}|{week or ''}|{days or ''}", 10)
        return 1024 * self._rank.get((week, days), len(self._rank)) + lot
