"""The arguments and options that several commands share. Their words are in `texts.command_options`."""

from enum import StrEnum
from math import inf
from pathlib import Path
from typing import Annotated

import typer

from innopraktik_match.texts.columns import VALUES


def _number(value: float | None) -> float | None:
    if value is not None and value != value:
        raise typer.BadParameter("")  # texts.command_values says what it can be
    return value


def _above_nothing(value: float | None) -> float | None:
    if value is not None and not 0 < value < inf:
        raise typer.BadParameter("")
    return value


def preset_named(value: str | None) -> str | None:
    """Return a preset by its Danish or English word."""
    from innopraktik_match.domain.presets import PRESETS

    known = {VALUES.get(name, name): name for name in PRESETS}
    return known.get(value, value) if value is not None else None


def _likely(year: int | None) -> int | None:
    from innopraktik_match.domain.when import FIRST_YEAR, LAST_YEAR

    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise typer.BadParameter(f"{year} is not a year from {FIRST_YEAR} to {LAST_YEAR}.")
    return year


class Language(StrEnum):
    """Danish or English."""

    da = "da"
    en = "en"


Inputs = Annotated[list[Path], typer.Argument()]
PlanFile = Annotated[Path, typer.Argument()]
Out = Annotated[Path | None, typer.Option("--out", "-o")]
PolicyFile = Annotated[Path | None, typer.Option("--policy")]
Preset = Annotated[str | None, typer.Option(callback=preset_named)]
Year = Annotated[int | None, typer.Option(callback=_likely)]
Encoding = Annotated[str | None, typer.Option()]
TimeLimit = Annotated[float | None, typer.Option(min=0, callback=_number)]
MemoryLimit = Annotated[float | None, typer.Option(callback=_above_nothing)]
Sign = Annotated[Path | None, typer.Option("--sign")]
Above = Annotated[float | None, typer.Option(callback=_above_nothing)]
SignedBy = Annotated[Path | None, typer.Option("--signed-by")]
Gap = Annotated[float, typer.Option(min=0, max=1, callback=_number)]
Seed = Annotated[int | None, typer.Option(min=0)]
Workers = Annotated[int | None, typer.Option(min=1)]
Lang = Annotated[Language, typer.Option()]
Json = Annotated[bool, typer.Option("--json")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q")]
Force = Annotated[bool, typer.Option("--force", "-f")]
