"""What can be asked for beside the round and the plan, for each question."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, StrictInt

from innopraktik_match.domain.change import Change
from innopraktik_match.domain.language import Lang
from innopraktik_match.domain.record import Record
from innopraktik_match.domain.when import FIRST_YEAR, LAST_YEAR

Part = Literal["index", "plan", "hosts", "letters", "mail", "calendar", "figures", "shared"]
Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]
MOST_CHANGES = 100
MOST_NEXT = 20


class Options(Record):
    """How a round is read.

    Attributes
    ----------
    lang : {"da", "en"} or None
        Of the texts; that of the header Accept-Language where it is left out, else Danish.
    policy : dict
        Keys as in policy.toml, over those of the round.
    preset, year, encoding
        As on the command line.
    """

    lang: Lang | None = None
    policy: dict[str, Any] | None = None
    preset: str | None = None
    year: Annotated[StrictInt, Field(ge=FIRST_YEAR, le=LAST_YEAR)] | None = None
    encoding: str | None = None


class SolveOptions(Options):
    """How a round is solved.

    Attributes
    ----------
    time_limit : float or None
        Seconds; never more than the service allows.
    gap : float
        A share of an aim's value that is good enough to stop at.
    seed : int or None
        Of the lottery; the policy's where it is left out.
    """

    time_limit: Seconds | None = None
    gap: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] = 0.0
    seed: Annotated[StrictInt, Field(ge=0)] | None = None


class ReplanOptions(SolveOptions):
    """How a plan is made from an earlier one.

    Attributes
    ----------
    freeze : bool
        Whether nobody moves who can stay.
    changes : int or None
        How many visits may change at most.
    """

    freeze: StrictBool = False
    changes: Annotated[StrictInt, Field(ge=0)] | None = None


class ExplainOptions(Options):
    """What is to be explained; where nothing is asked: everybody without a visit, and what binds the round.

    Attributes
    ----------
    pair : (str, str) or None
        Intern and host, by id or name.
    intern, host : str or None
    unplaced, round : bool
    next_best, differing : int
        So many plans that come next, and in how many people at least they differ.
    time_limit : float or None
        Seconds for each plan that is made to answer.
    """

    pair: tuple[str, str] | None = None
    intern: str | None = None
    host: str | None = None
    unplaced: StrictBool = False
    round: StrictBool = False
    next_best: Annotated[StrictInt, Field(ge=0, le=MOST_NEXT)] = 0
    differing: Annotated[StrictInt, Field(ge=1)] = 1
    time_limit: Seconds | None = None


class AskOptions(Options):
    """Changes, each of which is made alone.

    Attributes
    ----------
    changes : tuple of Change
    time_limit : float or None
        Seconds for each.
    """

    changes: Annotated[tuple[Change, ...], Field(min_length=1, max_length=MOST_CHANGES)]
    time_limit: Seconds | None = None


class ReportOptions(Options):
    """Which hand-outs; all where none are named."""

    only: tuple[Part, ...] | None = None


OPTIONS: dict[str, type[Options]] = {
    "check": Options,
    "solve": SolveOptions,
    "score": Options,
    "verify": Options,
    "explain": ExplainOptions,
    "ask": AskOptions,
    "replan": ReplanOptions,
    "report": ReportOptions,
}
"""Question -> its options."""
NEED_PLAN = frozenset(OPTIONS) - {"check", "solve"}
