"""The commands `template` and `schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

import innopraktik_match as im
from innopraktik_match.cli.console import console, refuse_out
from innopraktik_match.cli.options import Force, Lang, Language, Quiet
from innopraktik_match.engine.interruption import noting_ctrl_c


def template(
    out: Annotated[Path, typer.Argument()],
    lang: Lang = Language.da,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Write a workbook to fill in."""
    with console(lang, as_json=False, quiet=quiet) as told:
        refuse_out(told, out, [], (".xlsx",), force=force)
        with noting_ctrl_c():
            im.write_template(out, told.lang)
            told.say(told.word("written", path=out))


def schema(lang: Lang = Language.da) -> None:
    """Print the JSON Schema of round, policy and plan."""
    with console(lang, as_json=True, quiet=True) as told:
        kinds: dict[str, Any] = {"round": im.Round, "policy": im.Policy, "plan": im.Plan}
        told.data({name: kind.model_json_schema() for name, kind in kinds.items()})
