"""The trade-off between moving people and what the plan is worth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field, StrictInt

from innopraktik_match.domain.record import FrozenDict, Record


class TradePoint(Record):
    """The best plan in which so many visits change that could have stayed.

    Attributes
    ----------
    moves : int
        How many change.
    aims : dict
        What each aim reaches, but for `changes`.
    proven : bool
        Whether no plan with as many changes is better, nor as good with less change.
    """

    moves: Annotated[StrictInt, Field(ge=0)]
    aims: Annotated[Mapping[str, int], AfterValidator(FrozenDict)]
    proven: bool = False
