"""The command `tidy`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from innopraktik_match.cli.codes import Code
from innopraktik_match.cli.console import console, refuse_out
from innopraktik_match.cli.options import (
    Encoding,
    Force,
    Inputs,
    Json,
    Lang,
    Language,
    PolicyFile,
    Preset,
    Quiet,
    Year,
)
from innopraktik_match.domain.issues import Place, RoundError
from innopraktik_match.engine.interruption import noting_ctrl_c

if TYPE_CHECKING:
    from innopraktik_match.files.settings.answers import Answer


def tidy(
    inputs: Inputs,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="ROUND.xlsx")],
    policy: PolicyFile = None,
    preset: Preset = None,
    year: Year = None,
    encoding: Encoding = None,
    lang: Lang = Language.da,
    as_json: Json = False,
    quiet: Quiet = False,
    force: Force = False,
) -> None:
    """Write whatever was sent as the standard workbook."""
    import dataclasses

    from innopraktik_match.files import read_files
    from innopraktik_match.files.out.saving import save
    from innopraktik_match.files.out.tidied import tidied_workbook
    from innopraktik_match.files.settings.answers import columns_of
    from innopraktik_match.files.settings.dialect import Dialect, read_dialect
    from innopraktik_match.texts.tidy import DONE, NEXT

    with console(lang, as_json, quiet) as told:
        refuse_out(told, out, [*inputs, policy], (".xlsx",), force=force)
        answers = _answered(out)
        dialect, faults = read_dialect(
            columns_of(answers), Place(file=out.name), Dialect(answers=tuple(answers))
        )
        reading = read_files(
            *inputs, policy=policy, preset=preset, year=year, encoding=encoding, dialect=dialect
        )
        if not reading.understood:
            raise RoundError(reading.issues)
        with noting_ctrl_c():
            tidied = tidied_workbook(reading, answers, told.lang)
            save(out, tidied.workbook)
            counts = {name: n for name, n in dataclasses.asdict(tidied).items() if name != "workbook"}
            told.data(counts)
            told.warnings([*faults, *(one for one in reading.issues if one.severity != "error")])
            told.say("", DONE[told.lang].format(**counts), told.word("written", path=out))
            told.say(NEXT[told.lang].format(path=out))
            raise typer.Exit(Code.DONE)


def _answered(out: Path) -> list[Answer]:
    """Return what was answered in a workbook that an earlier `tidy` has written, so that it is not lost."""
    from innopraktik_match.files.raw.inputs import read_bytes, read_tables
    from innopraktik_match.files.settings.answers import answers_in
    from innopraktik_match.files.tables.headers import table_of

    data = read_bytes(out)[0] if out.exists() else None
    if data is None:
        return []
    tables, _ = read_tables(data, out.name)
    return [answer for one in tables if table_of(one) == "questions" for answer in answers_in(one)]
