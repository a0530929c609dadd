"""The command `presets`."""

from __future__ import annotations

import dataclasses
from typing import Annotated

import typer

from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import console
from innopraktik_match.cli.options import (
    Encoding,
    Inputs,
    Json,
    Lang,
    Language,
    PolicyFile,
    Quiet,
    TimeLimit,
    Year,
)
from innopraktik_match.cli.solving import read_round


def presets(
    inputs: Inputs,
    of: Annotated[list[str] | None, typer.Option("--of")] = None,
    time_limit: TimeLimit = None,
    policy: PolicyFile = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Show what each preset means and what it would change in this round."""
    from innopraktik_match.cli.options import preset_named
    from innopraktik_match.domain.presets import PRESETS
    from innopraktik_match.report.judgements import find_judgements, judgement_lines

    with console(lang, as_json, quiet) as told:
        asked = [preset_named(word) or "" for word in of or PRESETS]
        if not set(asked) <= PRESETS.keys():
            raise typer.BadParameter(", ".join(PRESETS))
        round = read_round(told, inputs, policy, None, year, encoding)
        found = find_judgements(round, asked, time_limit=time_limit)
        told.data({"judgements": [dataclasses.asdict(one) for one in found]})
        told.say(*judgement_lines(found, told.lang))
        raise typer.Exit(Code.DONE)
