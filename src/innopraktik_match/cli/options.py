"""The arguments and options that several commands share. Their help is in `texts.cli`."""

from enum import StrEnum
from math import inf
from pathlib import Path
from typing import Annotated

import typer


def _number(value: float | None) -> float | None:
    if value is not None and value != value:
        raise typer.BadParameter(f"{value} is not a number.")
    return value


def _above_nothing(value: float | None) -> float | None:
    if value is not None and not 0 < value < inf:
        raise typer.BadParameter(f"{value} is not above 0.")
    return value


class Language(StrEnum):
    """Danish or English."""

    da = "da"
    en = "en"


Inputs = Annotated[list[Path], typer.Argument(metavar="INPUT...")]
PlanFile = Annotated[Path, typer.Argument(metavar="PLAN")]
Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="OUT")]
PolicyFile = Annotated[Path | None, typer.Option("--policy", metavar="FILE.toml")]
Preset = Annotated[str | None, typer.Option(metavar="NAME")]
Encoding = Annotated[str | None, typer.Option(metavar="NAME")]
TimeLimit = Annotated[float | None, typer.Option(min=0, metavar="SECONDS", callback=_number)]
MemoryLimit = Annotated[float | None, typer.Option(metavar="GB", callback=_above_nothing)]
Sign = Annotated[Path | None, typer.Option("--sign", metavar="KEY")]
SignedBy = Annotated[Path | None, typer.Option("--signed-by", metavar="KEY")]
Gap = Annotated[float, typer.Option(min=0, max=1, metavar="SHARE", callback=_number)]
Seed = Annotated[int | None, typer.Option(min=0, metavar="N")]
Workers = Annotated[int | None, typer.Option(min=1, metavar="N")]
Lang = Annotated[Language, typer.Option(envvar="INNOPRAKTIK_LANG", show_envvar=False)]
Json = Annotated[bool, typer.Option("--json")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q")]
Force = Annotated[bool, typer.Option("--force", "-f")]
